// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/credentialsjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::storage;

class CredentialsJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingSurvivesARoundTrip_data();
    void everythingSurvivesARoundTrip();
    void longLivedKeysHaveNoTokenAndNoExpiry();
    void whatIsNoCredentialsIsNotRead_data();
    void whatIsNoCredentialsIsNotRead();
};

void CredentialsJsonTest::everythingSurvivesARoundTrip_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QDateTime>("expires");
    const QDateTime expires(QDate(2031, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    QTest::newRow("long-lived") << u"AKIA0"_s << u"abc/+="_s << QString() << QDateTime();
    QTest::newRow("session") << u"ASIA0"_s << u"abc"_s << u"token=="_s << expires;
    QTest::newRow("4 KB token") << u"ASIA0"_s << u"abc"_s << QString(4096, u'T') << expires;
    QTest::newRow("quotes and breaks")
        << u"A\"B"_s << u"a\\b\n\tc"_s << u"{\"x\":1}"_s << QDateTime();
    QTest::newRow("beyond ASCII") << u"Schlüssel"_s << u"秘密🔑"_s << u"ключ"_s << QDateTime();
}

void CredentialsJsonTest::everythingSurvivesARoundTrip()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(QString, token);
    QFETCH(QDateTime, expires);
    const Credentials written{id, Secret(secret), Secret(token), expires};
    const auto read = credentialsFromJson(credentialsToJson(written));
    QVERIFY(read);
    QVERIFY(*read == written);
}

void CredentialsJsonTest::longLivedKeysHaveNoTokenAndNoExpiry()
{
    const Secret json = credentialsToJson({u"AKIA0"_s, Secret(u"abc"_s), {}, {}});
    QVERIFY(!json.expose().contains("sessionToken"));
    QVERIFY(!json.expose().contains("expiresAt"));
}

void CredentialsJsonTest::whatIsNoCredentialsIsNotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a password of another program") << QByteArray("hunter2");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("cut short") << QByteArray(R"({"version":1,"accessKeyId":"A","secretAcc)");
    QTest::newRow("no secret key") << QByteArray(R"({"version":1,"accessKeyId":"A"})");
    QTest::newRow("no key id") << QByteArray(R"({"version":1,"secretAccessKey":"s"})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"version":1,"accessKeyId":1,"secretAccessKey":[]})");
    QTest::newRow("newer version")
        << QByteArray(R"({"version":2,"accessKeyId":"A","secretAccessKey":"s"})");
    QTest::newRow("no version") << QByteArray(R"({"accessKeyId":"A","secretAccessKey":"s"})");
}

void CredentialsJsonTest::whatIsNoCredentialsIsNotRead()
{
    QFETCH(QByteArray, text);
    QVERIFY(!credentialsFromJson(Secret(text)));
}

QTEST_APPLESS_MAIN(CredentialsJsonTest)
#include "tst_credentialsjson.moc"
