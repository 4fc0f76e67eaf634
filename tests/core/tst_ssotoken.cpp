// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ssotoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

const QDateTime kNow(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

} // namespace

class TestSsoToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheCommandLineWrites_data();
    void readsWhatTheCommandLineWrites();
    void writesWhatItReads();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void aGrantKeepsTheOldRefreshToken();
    void expiryAndRenewal();
    void registrationsGoThereAndBack();
    void startUrls_data();
    void startUrls();
    void pastedStartUrlsAreCleaned_data();
    void pastedStartUrlsAreCleaned();
    void endpointsFollowFromTheRegion();
    void loopbackStandsForASimulation();
    void signInNeededIsRecognised();
};

void TestSsoToken::readsWhatTheCommandLineWrites_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("renewable");
    QTest::newRow("version 2.9, sso-session")
        << QByteArray(R"({"startUrl": "https://x.awsapps.com/start", "region": "eu-central-1",
            "accessToken": "token", "expiresAt": "2026-03-01T13:00:00Z", "clientId": "c",
            "clientSecret": "s", "registrationExpiresAt": "2026-05-01T00:00:00Z",
            "refreshToken": "r"})")
        << true;
    QTest::newRow("legacy form, without renewal")
        << QByteArray(R"({"startUrl": "https://x.awsapps.com/start", "region": "eu-central-1",
            "accessToken": "token", "expiresAt": "2026-03-01T13:00:00Z"})")
        << false;
    QTest::newRow("times of old versions")
        << QByteArray(R"({"accessToken": "token", "expiresAt": "2026-03-01T13:00:00UTC"})")
        << false;
    QTest::newRow("with an offset")
        << QByteArray(R"({"accessToken": "token", "expiresAt": "2026-03-01T14:00:00+01:00"})")
        << false;
}

void TestSsoToken::readsWhatTheCommandLineWrites()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, renewable);
    const auto token = ssoTokenFromJson(json);
    QVERIFY2(token, token ? "" : qPrintable(token.error()));
    QCOMPARE(token->accessToken, Secret(u"token"_s));
    QCOMPARE(token->expiresAt, kNow.addSecs(3600));
    QCOMPARE(token->isRenewable(kNow), renewable);
}

void TestSsoToken::writesWhatItReads()
{
    SsoToken token;
    token.accessToken = Secret(u"access"_s);
    token.refreshToken = Secret(u"refresh"_s);
    token.expiresAt = kNow.addSecs(3600);
    token.registration = {u"client"_s, Secret(u"secret"_s), kNow.addDays(90)};
    const SsoSessionId session{u"corp"_s, u"https://x.awsapps.com/start"_s, u"eu-central-1"_s};
    const QByteArray json = ssoTokenToJson(token, session);
    QCOMPARE(*ssoTokenFromJson(json), token);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QStringList keys = object.keys();
    keys.sort();
    QCOMPARE(
        keys,
        (QStringList{u"accessToken"_s, u"clientId"_s, u"clientSecret"_s, u"expiresAt"_s,
                     u"refreshToken"_s, u"region"_s, u"registrationExpiresAt"_s, u"startUrl"_s}));
    QCOMPARE(object.value(u"expiresAt"_s).toString(), u"2026-03-01T13:00:00Z"_s);
    QCOMPARE(object.value(u"startUrl"_s).toString(), session.startUrl);
}

void TestSsoToken::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
    QTest::newRow("cut short") << QByteArray(R"({"accessToken":"hush)") << u"no JSON"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"no JSON object"_s;
    QTest::newRow("no token") << QByteArray(R"({"expiresAt":"2026-03-01T13:00:00Z"})")
                              << u"accessToken: is missing"_s;
    QTest::newRow("no expiry") << QByteArray(R"({"accessToken":"hush"})")
                               << u"expiresAt: is missing"_s;
    QTest::newRow("a strange time")
        << QByteArray(R"({"accessToken":"hush","expiresAt":"tomorrow"})")
        << u"expiresAt: is no time"_s;
    QTest::newRow("a token of the wrong type")
        << QByteArray(R"({"accessToken":["hush"],"expiresAt":"2026-03-01T13:00:00Z"})")
        << u"accessToken: expected a string, found an array"_s;
}

void TestSsoToken::namesWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, problem);
    const auto token = ssoTokenFromJson(json);
    QVERIFY(!token);
    QVERIFY2(token.error().contains(problem), qPrintable(token.error()));
    QVERIFY(!token.error().contains(u"hush"_s));
}

void TestSsoToken::aGrantKeepsTheOldRefreshToken()
{
    const SsoRegistration client{u"c"_s, Secret(u"s"_s), {}};
    SsoGrant grant{Secret(u"new"_s), Secret(), 3600s};
    QCOMPARE(ssoToken(grant, client, Secret(u"old"_s), kNow).refreshToken, Secret(u"old"_s));
    grant.refreshToken = Secret(u"newer"_s);
    const SsoToken token = ssoToken(grant, client, Secret(u"old"_s), kNow);
    QCOMPARE(token.refreshToken, Secret(u"newer"_s));
    QCOMPARE(token.expiresAt, kNow.addSecs(3600));
    QCOMPARE(token.registration, client);
}

void TestSsoToken::expiryAndRenewal()
{
    SsoToken token;
    token.accessToken = Secret(u"a"_s);
    token.expiresAt = kNow;
    QVERIFY(!token.isValid(kNow));
    QVERIFY(token.isValid(kNow.addSecs(-1)));
    QVERIFY(!token.isRenewable(kNow));
    token.refreshToken = Secret(u"r"_s);
    QVERIFY(!token.isRenewable(kNow));
    token.registration = {u"c"_s, Secret(u"s"_s), kNow.addSecs(1)};
    QVERIFY(token.isRenewable(kNow));
    QVERIFY(!token.isRenewable(kNow.addSecs(1)));
}

void TestSsoToken::registrationsGoThereAndBack()
{
    const SsoRegistration client{u"c"_s, Secret(u"s"_s), kNow.addDays(90)};
    QCOMPARE(*ssoRegistrationFromJson(ssoRegistrationToJson(client)), client);
    QVERIFY(!ssoRegistrationFromJson("{\"clientId\":\"c\"}"));
}

void TestSsoToken::startUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("usual") << u"https://my-company.awsapps.com/start"_s << true;
    QTest::newRow("new kind") << u"https://ssoins-1.portal.eu-central-1.app.aws"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:4000/start"_s << true;
    QTest::newRow("plain") << u"http://my-company.awsapps.com/start"_s << false;
    QTest::newRow("no scheme") << u"my-company.awsapps.com/start"_s << false;
    QTest::newRow("a user") << u"https://me:pw@x.awsapps.com/start"_s << false;
    QTest::newRow("a file") << u"file:///start"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestSsoToken::startUrls()
{
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    QCOMPARE(isStartUrl(text), good);
}

void TestSsoToken::pastedStartUrlsAreCleaned_data()
{
    QTest::addColumn<QString>("text");
    const QString clean = u"https://x.awsapps.com/start"_s;
    QTest::newRow("clean") << clean;
    QTest::newRow("slash") << clean + u'/';
    QTest::newRow("page") << clean + u"#/?tab=accounts"_s;
    QTest::newRow("slash and page") << clean + u"/#/"_s;
    QTest::newRow("blanks") << u"  "_s + clean + u"\n"_s;
}

void TestSsoToken::pastedStartUrlsAreCleaned()
{
    QFETCH(const QString, text);
    QCOMPARE(cleanedStartUrl(text), u"https://x.awsapps.com/start"_s);
}

void TestSsoToken::endpointsFollowFromTheRegion()
{
    const SsoSessionId session{{}, u"https://x.awsapps.com/start"_s, u"eu-central-1"_s};
    QCOMPARE(ssoEndpoint(Service::SsoOidc, session),
             QUrl(u"https://oidc.eu-central-1.amazonaws.com"_s));
    QCOMPARE(ssoEndpoint(Service::SsoPortal, session),
             QUrl(u"https://portal.sso.eu-central-1.amazonaws.com"_s));
    QVERIFY(!ssoEndpoint(Service::SsoOidc, {{}, session.startUrl, u"nowhere"_s}).isValid());
}

void TestSsoToken::loopbackStandsForASimulation()
{
    const SsoSessionId session{{}, u"http://127.0.0.1:4000/start"_s, u"eu-central-1"_s};
    QCOMPARE(ssoEndpoint(Service::SsoOidc, session), QUrl(u"http://127.0.0.1:4000"_s));
    QCOMPARE(ssoEndpoint(Service::SsoPortal, session), QUrl(u"http://127.0.0.1:4000"_s));
}

void TestSsoToken::signInNeededIsRecognised()
{
    QVERIFY(isSsoSignInNeeded(ssoSignInNeeded()));
    QCOMPARE(ssoSignInNeeded().category, ErrorCategory::Credentials);
    QVERIFY(!isSsoSignInNeeded({}));
}

QTEST_GUILESS_MAIN(TestSsoToken)
#include "tst_ssotoken.moc"
