// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processcredentials.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tallylight {

/// What a credential_process may print.
class ProcessCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodOutputIsRead();
    void withoutExpirationNothingRunsOut();
    void badOutputIsNamedAndNotQuoted_data();
    void badOutputIsNamedAndNotQuoted();
};

void ProcessCredentialsTest::goodOutputIsRead()
{
    const auto result = processCredentials(
        R"({"Version":1,"AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"s","SessionToken":"t",
            "Expiration":"2026-05-01T12:00:00+02:00","AccountId":"123456789012"})");
    QVERIFY(result.hasValue());
    QCOMPARE(result->accessKeyId, u"ASIAEXAMPLE"_s);
    QCOMPARE(result->secretAccessKey.expose(), QByteArray("s"));
    QCOMPARE(result->sessionToken.expose(), QByteArray("t"));
    QCOMPARE(result->expiresAt, QDateTime(QDate(2026, 5, 1), QTime(10, 0), Qt::UTC));
}

void ProcessCredentialsTest::withoutExpirationNothingRunsOut()
{
    const auto result
        = processCredentials(R"({"Version":1,"AccessKeyId":"A","SecretAccessKey":"s"})");
    QVERIFY(result.hasValue());
    QVERIFY(!result->expiresAt.isValid());
    QVERIFY(result->sessionToken.isEmpty());
}

void ProcessCredentialsTest::badOutputIsNamedAndNotQuoted_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("names");
    QTest::newRow("empty") << QByteArray() << u"JSON"_s;
    QTest::newRow("text") << QByteArray("xyzzy-secret") << u"JSON"_s;
    QTest::newRow("array") << QByteArray("[\"xyzzy\"]") << u"object"_s;
    QTest::newRow("no version") << QByteArray(R"({"AccessKeyId":"xyzzy","SecretAccessKey":"s"})")
                                << u"Version"_s;
    QTest::newRow("version 2") << QByteArray(
        R"({"Version":2,"AccessKeyId":"xyzzy","SecretAccessKey":"s"})")
                               << u"Version"_s;
    QTest::newRow("no secret") << QByteArray(R"({"Version":1,"AccessKeyId":"xyzzy"})")
                               << u"SecretAccessKey"_s;
    QTest::newRow("empty secret") << QByteArray(
        R"({"Version":1,"AccessKeyId":"xyzzy","SecretAccessKey":""})")
                                  << u"SecretAccessKey"_s;
    QTest::newRow("secret of the wrong type")
        << QByteArray(R"({"Version":1,"AccessKeyId":"xyzzy","SecretAccessKey":{}})")
        << u"SecretAccessKey"_s;
    QTest::newRow("bad time") << QByteArray(
        R"({"Version":1,"AccessKeyId":"xyzzy","SecretAccessKey":"s","Expiration":"soon"})")
                              << u"Expiration"_s;
}

void ProcessCredentialsTest::badOutputIsNamedAndNotQuoted()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, names);
    const auto result = processCredentials(output);
    QVERIFY(!result.hasValue());
    QVERIFY2(result.error().contains(names), qPrintable(result.error()));
    QVERIFY(!result.error().contains(u"xyzzy"_s));
}

} // namespace tallylight

QTEST_GUILESS_MAIN(tallylight::ProcessCredentialsTest)
#include "tst_processcredentials.moc"
