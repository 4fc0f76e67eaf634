// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsxml.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;

class TestStsXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheIdentity();
    void toleratesOtherElements();
    void badAnswersAreMalformed_data();
    void badAnswersAreMalformed();
    void readsTheRole();
    void badRolesAreMalformed_data();
    void badRolesAreMalformed();
};

namespace {

/// An answer of AssumeRole; \a spoil changes it.
QByteArray roleAnswer(const QByteArray &from = {}, const QByteArray &to = {})
{
    QByteArray body
        = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          "<AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROAX:me</AssumedRoleId>"
          "<Arn>arn:aws:sts::123456789012:assumed-role/Monitoring/me</Arn></AssumedRoleUser>"
          "<Credentials><AccessKeyId>ASIAMADEUPMADEUPMADE</AccessKeyId>"
          "<SecretAccessKey>made/up+secret</SecretAccessKey>"
          "<SessionToken>made/up+token==</SessionToken>"
          "<Expiration>2026-03-01T13:00:00Z</Expiration></Credentials>"
          "<PackedPolicySize>6</PackedPolicySize></AssumeRoleResult></AssumeRoleResponse>";
    return from.isEmpty() ? body : body.replace(from, to);
}

} // namespace

void TestStsXml::readsTheIdentity()
{
    const auto identity
        = callerIdentityFromXml("<?xml version=\"1.0\"?>\n<GetCallerIdentityResponse "
                                "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                                "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/"
                                "op&amp;er</Arn><UserId>AIDAX</UserId>"
                                "<Account>123456789012</Account></GetCallerIdentityResult>"
                                "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></"
                                "GetCallerIdentityResponse>");
    QVERIFY(identity.hasValue());
    QCOMPARE(
        *identity,
        (CallerIdentity{u"123456789012"_s, u"arn:aws:iam::123456789012:user/op&er"_s, u"AIDAX"_s}));
}

void TestStsXml::toleratesOtherElements()
{
    const auto identity = callerIdentityFromXml(
        "<R><New><Thing/></New><Account> 123456789012\n</Account><Later>x</Later></R>");
    QVERIFY(identity.hasValue());
    QCOMPARE(identity->account, u"123456789012"_s);
    QCOMPARE(identity->arn, QString());
}

void TestStsXml::badAnswersAreMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray(" \n") << u"the answer is empty"_s;
    QTest::newRow("JSON") << QByteArray("{\"Account\":\"1\"}") << u"not XML"_s;
    QTest::newRow("cut short") << QByteArray("<R><Account>123456789012</Account>") << u"not XML"_s;
    QTest::newRow("web page") << QByteArray("<HTML><title>Log in</title><br></HTML>")
                              << u"web page"_s;
    QTest::newRow("no account") << QByteArray("<R><Arn>a</Arn></R>") << u"Account is missing"_s;
    QTest::newRow("empty account")
        << QByteArray("<R><Account> </Account></R>") << u"Account is missing"_s;
    QTest::newRow("account of elements")
        << QByteArray("<R><Account><b/></Account></R>") << u"not XML"_s;
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01<", 5) << u"XML"_s;
    QByteArray bomb = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'k'; ++c) {
        const QByteArray previous = '&' + QByteArray(1, char(c - 1)) + ';';
        bomb += "<!ENTITY " + QByteArray(1, c) + " \"" + previous.repeated(10) + "\">";
    }
    bomb += "]><r><Account>&k;</Account></r>";
    QTest::newRow("entity bomb") << bomb << u"not XML"_s;
}

void TestStsXml::badAnswersAreMalformed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const auto identity = callerIdentityFromXml(body);
    QVERIFY(!identity.hasValue());
    QVERIFY2(identity.error().message.contains(message), qPrintable(identity.error().message));
}

void TestStsXml::readsTheRole()
{
    const auto role = assumedRoleFromXml(roleAnswer());
    QVERIFY(role.hasValue());
    QCOMPARE(role->arn, u"arn:aws:sts::123456789012:assumed-role/Monitoring/me"_s);
    const Credentials expected{u"ASIAMADEUPMADEUPMADE"_s, Secret(QByteArray("made/up+secret")),
                               Secret(QByteArray("made/up+token==")),
                               QDateTime(QDate(2026, 3, 1), QTime(13, 0), Qt::UTC)};
    QCOMPARE(role->credentials, expected);
    const auto fraction = assumedRoleFromXml(roleAnswer("13:00:00Z", "13:00:00.250Z"));
    QVERIFY(fraction.hasValue());
    QCOMPARE(fraction->credentials.expiresAt.time().msec(), 250);
}

void TestStsXml::badRolesAreMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray() << u"the answer is empty"_s;
    QTest::newRow("web page") << QByteArray("<html><title>Log in</title></html>")
                              << u"not credentials"_s;
    QTest::newRow("cut short") << roleAnswer().left(500) << u"not XML"_s;
    for (const QByteArray element :
         {"AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"}) {
        QTest::addRow("no %s", element.constData())
            << roleAnswer('<' + element + '>', "<Other>").replace("</" + element + '>', "</Other>")
            << QString::fromLatin1(element) + u" is missing"_s;
    }
    QTest::newRow("empty secret") << roleAnswer("made/up+secret", " ")
                                  << u"SecretAccessKey is missing"_s;
    QTest::newRow("no time") << roleAnswer("2026-03-01T13:00:00Z", "soon")
                             << u"Expiration: is no time"_s;
}

void TestStsXml::badRolesAreMalformed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const auto role = assumedRoleFromXml(body);
    QVERIFY(!role.hasValue());
    QVERIFY2(role.error().message.contains(message), qPrintable(role.error().message));
    QVERIFY(!role.error().message.contains(u"made/up"_s));
}

QTEST_GUILESS_MAIN(TestStsXml)
#include "tst_stsxml.moc"
