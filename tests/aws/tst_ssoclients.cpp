// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ssojson.h"
#include "aws/ssooidcclient.h"
#include "aws/ssoportalclient.h"
#include "awsbench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

const SsoRegistration kClient{u"client-1"_s, Secret(u"client-secret-of-the-test"_s), {}};
const Secret kToken(u"bearer-token-of-the-test"_s);

/// A job's outcome: the value, or the error it ended with.
template<typename T> Expected<T, ApiError> outcomeOf(TypedJob<T> *job)
{
    JobWatch watch(job);
    Expected<T, ApiError> outcome = Unexpected{ApiError{}};
    watch.onFinished = [job, &outcome] {
        outcome = job->result();
    };
    job->start();
    if (!QTest::qWaitFor([&watch] { return watch.finished() == 1; }))
        qFatal("the job did not end");
    return outcome;
}

QJsonObject bodyOf(const RawRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

ScriptedReply oauthRefusal(const QByteArray &type, const QByteArray &error, int status = 400)
{
    return ScriptedReply::status(
        status, "{\"error\":\"" + error + "\",\"error_description\":\"words of the service\"}",
        {{"x-amzn-ErrorType", type}});
}

} // namespace

/// What the calls of IAM Identity Center look like on the wire, and what is made of the answers.
class TestSsoClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registeringSaysWhoAsks();
    void deviceAuthorizationIsStarted();
    void tokenIsAskedForByDeviceCode();
    void tokenIsRenewedByRefreshToken();
    void refusalsAreTold_data();
    void refusalsAreTold();
    void roleCredentialsAreRead();
    void accountsComeInPages();
    void rolesComeInPages();
    void aRefusedTokenIsTold();
    void callsAreNeverSigned();
    void echoedSecretsAreRedacted_data();
    void echoedSecretsAreRedacted();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
};

void TestSsoClients::registeringSaysWhoAsks()
{
    AwsBench bench(Service::SsoOidc);
    bench.server.enqueue(ScriptedReply::json(
        R"({"clientId":"c","clientSecret":"s","clientSecretExpiresAt":1780000000,"more":1})"));
    const auto made
        = outcomeOf(SsoOidcClient(*bench.connection).registerClient(u"Tallylight"_s, nullptr));
    QVERIFY(made);
    QCOMPARE(made->clientId, u"c"_s);
    QCOMPARE(made->clientSecret, Secret(u"s"_s));
    QCOMPARE(made->expiresAt, QDateTime::fromSecsSinceEpoch(1780000000, Qt::UTC));
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.method(), QByteArray("POST"));
    QCOMPARE(request.target(), QByteArray("/client/register"));
    QCOMPARE(request.header("content-type"), QByteArray("application/json"));
    QCOMPARE(bodyOf(request).value(u"clientName"_s).toString(), u"Tallylight"_s);
    QCOMPARE(bodyOf(request).value(u"clientType"_s).toString(), u"public"_s);
    QVERIFY(request.body.contains("\"sso:account:access\""));
    QVERIFY(request.body.contains("device_code"));
}

void TestSsoClients::deviceAuthorizationIsStarted()
{
    AwsBench bench(Service::SsoOidc);
    bench.server.enqueue(ScriptedReply::json(
        R"({"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://v.example/",
            "verificationUriComplete":"https://v.example/?user_code=ABCD-EFGH","expiresIn":600,
            "interval":1})"));
    const auto made
        = outcomeOf(SsoOidcClient(*bench.connection)
                        .startDeviceAuthorization(kClient, u"https://x/start"_s, nullptr));
    QVERIFY(made);
    QCOMPARE(made->userCode, u"ABCD-EFGH"_s);
    QCOMPARE(made->page(), QUrl(u"https://v.example/?user_code=ABCD-EFGH"_s));
    QCOMPARE(made->expiresIn, 600s);
    QCOMPARE(made->interval, 1s);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.target(), QByteArray("/device_authorization"));
    QCOMPARE(bodyOf(request).value(u"startUrl"_s).toString(), u"https://x/start"_s);
    QCOMPARE(bodyOf(request).value(u"clientSecret"_s).toString(), u"client-secret-of-the-test"_s);
}

void TestSsoClients::tokenIsAskedForByDeviceCode()
{
    AwsBench bench(Service::SsoOidc);
    bench.server.enqueue(ScriptedReply::json(
        R"({"accessToken":"t","tokenType":"Bearer","expiresIn":28800,"refreshToken":"r"})"));
    const auto made = outcomeOf(
        SsoOidcClient(*bench.connection).createToken(kClient, Secret(u"device"_s), nullptr));
    QVERIFY(made);
    QCOMPARE(made->accessToken, Secret(u"t"_s));
    QCOMPARE(made->refreshToken, Secret(u"r"_s));
    QCOMPARE(made->expiresIn, 8h);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.target(), QByteArray("/token"));
    QCOMPARE(bodyOf(request).value(u"grantType"_s).toString(),
             u"urn:ietf:params:oauth:grant-type:device_code"_s);
    QCOMPARE(bodyOf(request).value(u"deviceCode"_s).toString(), u"device"_s);
}

void TestSsoClients::tokenIsRenewedByRefreshToken()
{
    AwsBench bench(Service::SsoOidc);
    bench.server.enqueue(ScriptedReply::json(R"({"accessToken":"t","expiresIn":60})"));
    const auto made = outcomeOf(
        SsoOidcClient(*bench.connection).renewToken(kClient, Secret(u"refresh"_s), nullptr));
    QVERIFY(made);
    QVERIFY(made->refreshToken.isEmpty());
    const QJsonObject body = bodyOf(bench.server.requests().first());
    QCOMPARE(body.value(u"grantType"_s).toString(), u"refresh_token"_s);
    QCOMPARE(body.value(u"refreshToken"_s).toString(), u"refresh"_s);
    QVERIFY(!body.contains(u"deviceCode"_s));
}

void TestSsoClients::refusalsAreTold_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<SsoRefusal>("refusal");
    QTest::newRow("pending") << oauthRefusal("AuthorizationPendingException",
                                             "authorization_pending")
                             << SsoRefusal::Pending;
    QTest::newRow("slow down") << oauthRefusal("SlowDownException", "slow_down")
                               << SsoRefusal::SlowDown;
    QTest::newRow("expired") << oauthRefusal("ExpiredTokenException", "expired_token")
                             << SsoRefusal::Expired;
    QTest::newRow("denied") << oauthRefusal("AccessDeniedException", "access_denied")
                            << SsoRefusal::Denied;
    QTest::newRow("grant") << oauthRefusal("InvalidGrantException", "invalid_grant")
                           << SsoRefusal::InvalidGrant;
    QTest::newRow("client") << oauthRefusal("InvalidClientException", "invalid_client", 401)
                            << SsoRefusal::InvalidClient;
    QTest::newRow("another") << oauthRefusal("InvalidRequestException", "invalid_request")
                             << SsoRefusal::Other;
    QTest::newRow("OAuth's words only")
        << ScriptedReply::status(400, "{\"error\":\"authorization_pending\"}")
        << SsoRefusal::Pending;
    QTest::newRow("a prefix in the header")
        << ScriptedReply::status(400, "{}", {{"x-amzn-ErrorType", "SlowDownException:http://x/"}})
        << SsoRefusal::SlowDown;
    QTest::newRow("trouble of its own") << ScriptedReply::status(500) << SsoRefusal::None;
    QTest::newRow("no answer") << ScriptedReply::disconnect() << SsoRefusal::None;
}

void TestSsoClients::refusalsAreTold()
{
    QFETCH(const ScriptedReply, answer);
    QFETCH(const SsoRefusal, refusal);
    AwsBench bench(Service::SsoOidc);
    bench.server.enqueue(answer);
    const auto made
        = outcomeOf(SsoOidcClient(*bench.connection).createToken(kClient, kToken, nullptr));
    QVERIFY(!made);
    QCOMPARE(ssoRefusal(made.error()), refusal);
    if (refusal != SsoRefusal::None) // an answer is an answer, however often it is asked for
        QCOMPARE(bench.server.requests().size(), 1);
    if (answer.bytes.contains("words of the service"))
        QCOMPARE(made.error().message, u"words of the service"_s);
}

void TestSsoClients::roleCredentialsAreRead()
{
    AwsBench bench(Service::SsoPortal);
    bench.server.enqueue(ScriptedReply::json(
        R"({"roleCredentials":{"accessKeyId":"ASIAX","secretAccessKey":"k","sessionToken":"t",
            "expiration":1767225600123}})"));
    const auto made
        = outcomeOf(SsoPortalClient(*bench.connection)
                        .getRoleCredentials(kToken, u"123456789012"_s, u"View+Only"_s, nullptr));
    QVERIFY(made);
    QCOMPARE(made->accessKeyId, u"ASIAX"_s);
    QVERIFY(made->isComplete());
    QCOMPARE(made->expiresAt, QDateTime::fromMSecsSinceEpoch(1767225600123, Qt::UTC));
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.target(),
             QByteArray("/federation/credentials?role_name=View%2BOnly&account_id=123456789012"));
    QCOMPARE(request.header("x-amz-sso_bearer_token"), kToken.expose());
}

void TestSsoClients::accountsComeInPages()
{
    AwsBench bench(Service::SsoPortal);
    bench.server.enqueue(ScriptedReply::json(
        R"({"accountList":[{"accountId":"111111111111","accountName":"News","emailAddress":"n@x"}],
            "nextToken":"a+/="})"));
    bench.server.enqueue(
        ScriptedReply::json(R"({"accountList":[{"accountId":"222222222222"}],"nextToken":null})"));
    const auto made = outcomeOf<QList<SsoAccount>>(
        SsoPortalClient(*bench.connection).listAccounts(kToken, nullptr));
    QVERIFY(made);
    QCOMPARE(made->size(), 2);
    QCOMPARE(made->first(), (SsoAccount{u"111111111111"_s, u"News"_s, u"n@x"_s}));
    QCOMPARE(bench.server.requests().first().target(),
             QByteArray("/assignment/accounts?max_result=100"));
    QCOMPARE(bench.server.requests().last().target(),
             QByteArray("/assignment/accounts?max_result=100&next_token=a%2B%2F%3D"));
    QCOMPARE(bench.server.requests().last().header("x-amz-sso_bearer_token"), kToken.expose());
}

void TestSsoClients::rolesComeInPages()
{
    AwsBench bench(Service::SsoPortal);
    bench.server.enqueue(ScriptedReply::json(
        R"({"roleList":[{"roleName":"Admin","accountId":"1"}],"nextToken":"n"})"));
    bench.server.enqueue(ScriptedReply::json(R"({"roleList":[{"roleName":"Viewer"}]})"));
    const auto made = outcomeOf<QStringList>(
        SsoPortalClient(*bench.connection).listAccountRoles(kToken, u"123456789012"_s, nullptr));
    QVERIFY(made);
    QCOMPARE(*made, (QStringList{u"Admin"_s, u"Viewer"_s}));
    QVERIFY(bench.server.requests().first().target().contains("account_id=123456789012"));
}

void TestSsoClients::aRefusedTokenIsTold()
{
    AwsBench bench(Service::SsoPortal);
    bench.server.enqueue(
        ScriptedReply::status(401, "{\"message\":\"Session token not found or invalid\"}",
                              {{"x-amzn-ErrorType", "UnauthorizedException"}}));
    const auto made = outcomeOf<QList<SsoAccount>>(
        SsoPortalClient(*bench.connection).listAccounts(kToken, nullptr));
    QVERIFY(!made);
    QVERIFY(isTokenRefused(made.error()));
    QCOMPARE(made.error().category, ErrorCategory::Credentials);
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.credentials->invalidations, 0);
}

void TestSsoClients::callsAreNeverSigned()
{
    AwsBench bench(Service::SsoPortal);
    bench.server.enqueue(ScriptedReply::json("{}"));
    (void)outcomeOf<QList<SsoAccount>>(
        SsoPortalClient(*bench.connection).listAccounts(kToken, nullptr));
    const RawRequest request = bench.server.requests().first();
    QVERIFY(request.header("authorization").isEmpty());
    QVERIFY(request.header("x-amz-date").isEmpty());
    QVERIFY(request.header("x-amz-security-token").isEmpty());
    QCOMPARE(bench.credentials->fetches, 0);
}

void TestSsoClients::echoedSecretsAreRedacted_data()
{
    QTest::addColumn<bool>("portal");
    QTest::addColumn<QString>("secret");
    QTest::newRow("access token") << true << u"bearer-token-of-the-test"_s;
    QTest::newRow("device code") << false << u"bearer-token-of-the-test"_s;
    QTest::newRow("client secret") << false << u"client-secret-of-the-test"_s;
}

void TestSsoClients::echoedSecretsAreRedacted()
{
    QFETCH(const bool, portal);
    QFETCH(const QString, secret);
    AwsBench bench(portal ? Service::SsoPortal : Service::SsoOidc);
    QSignalSpy calls(bench.connection.get(), &Connection::callFinished);
    bench.server.enqueue(ScriptedReply::status(
        400, "{\"message\":\"what is " + secret.toLatin1() + " supposed to be?\"}",
        {{"x-amzn-RequestId", secret.toLatin1()}}));
    ApiError error;
    if (portal) {
        error = outcomeOf<QList<SsoAccount>>(
                    SsoPortalClient(*bench.connection).listAccounts(kToken, nullptr))
                    .error();
    } else {
        error = outcomeOf(SsoOidcClient(*bench.connection).createToken(kClient, kToken, nullptr))
                    .error();
    }
    QVERIFY(error.message.contains(u"supposed to be"_s));
    QVERIFY(!error.toLogLine().contains(secret));
    const auto record = calls.first().first().value<CallRecord>();
    QVERIFY(!record.requestId.contains(secret));
    QVERIFY(!record.error->toLogLine().contains(secret));
}

void TestSsoClients::badAnswersAreNamed_data()
{
    using Decode = std::function<QString(const QByteArray &)>;
    QTest::addColumn<Decode>("decode");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("problem");
    const auto with = [](const auto &read) {
        return Decode([read](const QByteArray &body) {
            const auto made = read(body);
            return made ? QString() : made.error().message;
        });
    };
    const auto row = [](const char *name, const Decode &decode, const QByteArray &answer,
                        const QString &problem) {
        QTest::newRow(name) << decode << answer << problem;
    };
    const Decode client = with(ssoRegistrationFromReply);
    row("no client id", client, R"({"clientSecret":"s3cr3tvalue"})", u"clientId: is missing"_s);
    row("an empty secret", client, R"({"clientId":"c","clientSecret":""})",
        u"clientSecret: is empty"_s);
    row("a secret of the wrong type", client, R"({"clientId":"c","clientSecret":[]})",
        u"clientSecret: expected a string, found an array"_s);
    row("a secret that never ends", client,
        R"({"clientId":"c","clientSecret":"s","clientSecretExpiresAt":0})", QString());
    const Decode device = with(deviceAuthorizationFromReply);
    row("a page of another kind", device,
        R"({"deviceCode":"d","userCode":"u","verificationUri":"file:///etc/passwd"})",
        u"verificationUri: is no https:// address"_s);
    row("a plain page", device,
        R"({"deviceCode":"d","userCode":"u","verificationUri":"http://evil.example/"})",
        u"verificationUri: is no https:// address"_s);
    row("a script for a page", device,
        R"({"deviceCode":"d","userCode":"u","verificationUri":"https://v.example",
            "verificationUriComplete":"javascript:void"})",
        u"verificationUriComplete: is no https:// address"_s);
    row("an interval below zero", device,
        R"({"deviceCode":"d","userCode":"u","verificationUri":"https://v","interval":-1})",
        u"interval: is out of range"_s);
    row("an endless code", device,
        R"({"deviceCode":"d","userCode":"u","verificationUri":"https://v","expiresIn":1e12})",
        u"expiresIn: is out of range"_s);
    const Decode grant = with(ssoGrantFromReply);
    row("no token", grant, R"({"expiresIn":1})", u"accessToken: is missing"_s);
    row("no duration", grant, R"({"accessToken":"t"})", u"expiresIn: is missing"_s);
    row("a token that is a number", grant, R"({"accessToken":{},"expiresIn":1})",
        u"accessToken: expected a string, found an object"_s);
    row("cut short", grant, R"({"accessToken":"abcdefghij)", u"not JSON"_s);
    const Decode role = with(roleCredentialsFromReply);
    row("no credentials", role, "{}", u"roleCredentials: is missing"_s);
    row("no key", role, R"({"roleCredentials":{"secretAccessKey":"s","sessionToken":"t"}})",
        u"roleCredentials.accessKeyId: is missing"_s);
    row("an expiry of the wrong type", role,
        R"({"roleCredentials":{"accessKeyId":"a","secretAccessKey":"s","sessionToken":"t",
            "expiration":"soon"}})",
        u"roleCredentials.expiration: expected a number, found a string"_s);
    row("an expiry beyond all time", role,
        R"({"roleCredentials":{"accessKeyId":"a","secretAccessKey":"s","sessionToken":"t",
            "expiration":1e300}})",
        u"roleCredentials.expiration: is out of range"_s);
    row("an account without an id", with(ssoAccountsFromReply), R"({"accountList":[{}]})",
        u"accountList[0].accountId: is missing"_s);
    row("no list", with(ssoAccountsFromReply), "{}", QString());
    row("a role without a name", with(ssoRolesFromReply), R"({"roleList":[{"roleName":""}]})",
        u"roleList[0].roleName: is empty"_s);
    row("a web page", with(ssoRolesFromReply), "<html><title>Welcome</title>",
        u"a web page, not JSON: Welcome"_s);
}

void TestSsoClients::badAnswersAreNamed()
{
    using Decode = std::function<QString(const QByteArray &)>;
    QFETCH(const Decode, decode);
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, problem);
    const QString found = decode(answer);
    if (problem.isEmpty())
        QCOMPARE(found, QString());
    QVERIFY2(found.contains(problem), qPrintable(found));
    QVERIFY(!found.contains(u"s3cr3tvalue"_s) && !found.contains(u"abcdefghij"_s));
}

QTEST_GUILESS_MAIN(TestSsoClients)
#include "tst_ssoclients.moc"
