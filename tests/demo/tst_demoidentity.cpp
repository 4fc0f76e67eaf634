// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "democlient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::demo;

namespace {

const QString kDeviceGrant = u"urn:ietf:params:oauth:grant-type:device_code"_s;
const QString kAccount = u"123456789012"_s;

/// A demo region and somebody who talks to its IAM Identity Center.
struct IdentityBench
{
    IdentityBench()
        : region(options(), clock)
    {
        QString problem;
        if (!region.start(&problem))
            qFatal("no demo region: %s", qPrintable(problem));
        client = std::make_unique<DemoClient>(region, clock);
        const QJsonObject made
            = post(u"/client/register"_s,
                   {{u"clientName"_s, u"test"_s}, {u"clientType"_s, u"public"_s}})
                  .json();
        who = {{u"clientId"_s, made.value(u"clientId"_s)},
               {u"clientSecret"_s, made.value(u"clientSecret"_s)}};
    }
    static DemoOptions options()
    {
        DemoOptions options;
        options.scenario = u"static"_s;
        return options;
    }
    ClientReply post(const QString &path, const QJsonObject &body)
    {
        aws::HttpRequest request{
            "POST", region.endpoint(), {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
        request.url.setPath(path);
        request.headers = {{"Content-Type", "application/json"}};
        return client->sendAsIs(request);
    }
    ClientReply get(const QString &path, const QString &query, const QByteArray &token)
    {
        aws::HttpRequest request{"GET", region.endpoint(), {}, {}};
        request.url.setPath(path);
        request.url.setQuery(query);
        if (!token.isEmpty())
            request.headers = {{"x-amz-sso_bearer_token", token}};
        return client->sendAsIs(request);
    }
    QJsonObject with(QJsonObject more) const
    {
        for (auto it = who.begin(); it != who.end(); ++it)
            more.insert(it.key(), it.value());
        return more;
    }
    QJsonObject begin()
    {
        return post(u"/device_authorization"_s,
                    with({{u"startUrl"_s, region.endpoint().toString() + u"/start"_s}}))
            .json();
    }
    ClientReply token(const QJsonObject &code)
    {
        return post(
            u"/token"_s,
            with({{u"grantType"_s, kDeviceGrant}, {u"deviceCode"_s, code.value(u"deviceCode"_s)}}));
    }
    /// An access token, confirmed on the way.
    QByteArray signedIn()
    {
        region.faults().signIns().approveAfter(0);
        return token(begin()).json().value(u"accessToken"_s).toString().toLatin1();
    }

    ManualClock clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    DemoRegion region;
    std::unique_ptr<DemoClient> client;
    QJsonObject who;
};

} // namespace

/// The demo's IAM Identity Center, as a client sees it.
class TestDemoIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsConfirmedOnThePage_data();
    void aCodeIsConfirmedOnThePage();
    void aCodeIsConfirmedByItself();
    void aCodeExpires();
    void aCodeIsGoodForOneToken();
    void tokensAreRenewedOnce();
    void strangersAreRefused();
    void anotherStartUrlIsRefused();
    void accountsComeInPages();
    void rolesAreListed();
    void roleKeysOpenTheRegion();
    void roleKeysEnd();
    void noTokenNoAnswer();
    void logoutEndsTheSession();
    void plannedFailuresHitSignInsToo();
};

void TestDemoIdentity::aCodeIsConfirmedOnThePage_data()
{
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("allowed") << QByteArray("allow") << QByteArray("approved") << 200
                             << QByteArray();
    QTest::newRow("denied") << QByteArray("deny") << QByteArray("denied") << 400
                            << QByteArray("AccessDeniedException");
}

void TestDemoIdentity::aCodeIsConfirmedOnThePage()
{
    QFETCH(const QByteArray, decision);
    QFETCH(const QByteArray, words);
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    IdentityBench bench;
    const QJsonObject code = bench.begin();
    const ClientReply pending = bench.token(code);
    QCOMPARE(pending.status, 400);
    QCOMPARE(pending.header("x-amzn-ErrorType"), QByteArray("AuthorizationPendingException"));
    QCOMPARE(pending.json().value(u"error"_s).toString(), u"authorization_pending"_s);

    const QUrl page(code.value(u"verificationUriComplete"_s).toString());
    const ClientReply shown = bench.get(page.path(), page.query(), {});
    QVERIFY(shown.body.contains("value=\"" + code.value(u"userCode"_s).toString().toLatin1()));
    aws::HttpRequest form{"POST", bench.region.endpoint(), {}, {}};
    form.url.setPath(u"/device"_s);
    form.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    form.body
        = "user_code=" + code.value(u"userCode"_s).toString().toLatin1() + "&decision=" + decision;
    QVERIFY(bench.client->sendAsIs(form).body.contains(words));
    const ClientReply answer = bench.token(code);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("x-amzn-ErrorType"), type);
    QCOMPARE(answer.json().contains(u"accessToken"_s), status == 200);
}

void TestDemoIdentity::aCodeIsConfirmedByItself()
{
    IdentityBench bench;
    bench.region.faults().signIns().approveAfter(2);
    const QJsonObject code = bench.begin();
    QCOMPARE(bench.token(code).status, 400);
    QCOMPARE(bench.token(code).status, 400);
    const QJsonObject token = bench.token(code).json();
    QVERIFY(!token.value(u"accessToken"_s).toString().isEmpty());
    QVERIFY(!token.value(u"refreshToken"_s).toString().isEmpty());
    QCOMPARE(token.value(u"expiresIn"_s).toInt(), 8 * 3600);
}

void TestDemoIdentity::aCodeExpires()
{
    IdentityBench bench;
    bench.region.faults().signIns().setCodeLife(60s);
    const QJsonObject code = bench.begin();
    QCOMPARE(code.value(u"expiresIn"_s).toInt(), 60);
    bench.clock.advance(61s);
    QCOMPARE(bench.token(code).header("x-amzn-ErrorType"), QByteArray("ExpiredTokenException"));
}

void TestDemoIdentity::aCodeIsGoodForOneToken()
{
    IdentityBench bench;
    bench.region.faults().signIns().approveAfter(0);
    const QJsonObject code = bench.begin();
    QCOMPARE(bench.token(code).status, 200);
    QCOMPARE(bench.token(code).header("x-amzn-ErrorType"), QByteArray("InvalidGrantException"));
}

void TestDemoIdentity::tokensAreRenewedOnce()
{
    IdentityBench bench;
    bench.region.faults().signIns().approveAfter(0);
    const QJsonObject first = bench.token(bench.begin()).json();
    const QJsonObject again = bench.with({{u"grantType"_s, u"refresh_token"_s},
                                          {u"refreshToken"_s, first.value(u"refreshToken"_s)}});
    const ClientReply renewed = bench.post(u"/token"_s, again);
    QCOMPARE(renewed.status, 200);
    QVERIFY(renewed.json().value(u"accessToken"_s) != first.value(u"accessToken"_s));
    QCOMPARE(bench.post(u"/token"_s, again).header("x-amzn-ErrorType"),
             QByteArray("InvalidGrantException"));
    bench.region.faults().signIns().endRenewals();
    QCOMPARE(bench
                 .post(u"/token"_s,
                       bench.with({{u"grantType"_s, u"refresh_token"_s},
                                   {u"refreshToken"_s, renewed.json().value(u"refreshToken"_s)}}))
                 .status,
             400);
}

void TestDemoIdentity::strangersAreRefused()
{
    IdentityBench bench;
    bench.who.insert(u"clientSecret"_s, u"guessed"_s);
    const ClientReply refused
        = bench.post(u"/device_authorization"_s, bench.with({{u"startUrl"_s, u"x/start"_s}}));
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("x-amzn-ErrorType"), QByteArray("InvalidClientException"));
}

void TestDemoIdentity::anotherStartUrlIsRefused()
{
    IdentityBench bench;
    const ClientReply refused
        = bench.post(u"/device_authorization"_s, bench.with({{u"startUrl"_s, u"https://x/"_s}}));
    QCOMPARE(refused.header("x-amzn-ErrorType"), QByteArray("InvalidRequestException"));
}

void TestDemoIdentity::accountsComeInPages()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    QStringList ids;
    QString next;
    int pages = 0;
    do {
        QString query = u"max_result=2"_s;
        if (!next.isEmpty())
            query += u"&next_token="_s + QString::fromLatin1(next.toUtf8().toPercentEncoding());
        const QJsonObject page = bench.get(u"/assignment/accounts"_s, query, token).json();
        const QJsonArray list = page.value(u"accountList"_s).toArray();
        for (const QJsonValue &one : list)
            ids.append(one[u"accountId"_s].toString());
        next = page.value(u"nextToken"_s).toString();
        ++pages;
    } while (!next.isEmpty() && pages < 10);
    QCOMPARE(pages, 2);
    QCOMPARE(ids.size(), 3);
    QCOMPARE(ids.first(), kAccount);
}

void TestDemoIdentity::rolesAreListed()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    const QJsonArray roles = bench.get(u"/assignment/roles"_s, u"account_id="_s + kAccount, token)
                                 .json()
                                 .value(u"roleList"_s)
                                 .toArray();
    QCOMPARE(roles.size(), 2);
    QCOMPARE(bench.get(u"/assignment/roles"_s, u"account_id=999999999999"_s, token).status, 403);
}

void TestDemoIdentity::roleKeysOpenTheRegion()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    const QJsonObject keys = bench
                                 .get(u"/federation/credentials"_s,
                                      u"role_name=MediaLiveViewer&account_id="_s + kAccount, token)
                                 .json()
                                 .value(u"roleCredentials"_s)
                                 .toObject();
    QCOMPARE(keys.value(u"expiration"_s).toDouble(),
             double(bench.clock.utcNow().addSecs(3600).toMSecsSinceEpoch()));
    bench.client->credentials.accessKeyId = keys.value(u"accessKeyId"_s).toString();
    bench.client->credentials.secretAccessKey = Secret(keys.value(u"secretAccessKey"_s).toString());
    bench.client->credentials.sessionToken = Secret(keys.value(u"sessionToken"_s).toString());
    QCOMPARE(bench.client->get(u"/prod/channels"_s).status, 200);
    const ClientReply who
        = bench.client->form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15");
    QVERIFY(who.body.contains("assumed-role/AWSReservedSSO_MediaLiveViewer_"));
    QCOMPARE(
        bench.get(u"/federation/credentials"_s, u"role_name=Nobody&account_id="_s + kAccount, token)
            .status,
        403);
}

void TestDemoIdentity::roleKeysEnd()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    const QJsonObject keys = bench
                                 .get(u"/federation/credentials"_s,
                                      u"role_name=MediaLiveViewer&account_id="_s + kAccount, token)
                                 .json()
                                 .value(u"roleCredentials"_s)
                                 .toObject();
    bench.client->credentials.accessKeyId = keys.value(u"accessKeyId"_s).toString();
    bench.client->credentials.secretAccessKey = Secret(keys.value(u"secretAccessKey"_s).toString());
    bench.client->credentials.sessionToken = Secret(keys.value(u"sessionToken"_s).toString());
    bench.clock.advance(61min);
    QCOMPARE(bench.client->get(u"/prod/channels"_s).header("x-amzn-ErrorType"),
             QByteArray("ExpiredTokenException"));
}

void TestDemoIdentity::noTokenNoAnswer()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    QCOMPARE(bench.get(u"/assignment/accounts"_s, {}, {}).status, 401);
    QCOMPARE(bench.get(u"/assignment/accounts"_s, {}, "made-up").status, 401);
    QCOMPARE(bench.get(u"/assignment/accounts"_s, {}, token).status, 200);
    bench.region.faults().signIns().endSessions();
    const ClientReply ended = bench.get(u"/assignment/accounts"_s, {}, token);
    QCOMPARE(ended.status, 401);
    QCOMPARE(ended.header("x-amzn-ErrorType"), QByteArray("UnauthorizedException"));
}

void TestDemoIdentity::logoutEndsTheSession()
{
    IdentityBench bench;
    const QByteArray token = bench.signedIn();
    aws::HttpRequest request{"POST", bench.region.endpoint(), {}, {}};
    request.url.setPath(u"/logout"_s);
    request.headers = {{"x-amz-sso_bearer_token", token}};
    QCOMPARE(bench.client->sendAsIs(request).status, 200);
    QCOMPARE(bench.get(u"/assignment/accounts"_s, {}, token).status, 401);
}

void TestDemoIdentity::plannedFailuresHitSignInsToo()
{
    IdentityBench bench;
    bench.region.faults().failNext(1, 500, u"InternalServerException"_s, u"CreateToken"_s);
    const QJsonObject code = bench.begin();
    QCOMPARE(bench.token(code).status, 500);
    QCOMPARE(bench.token(code).status, 400);
    QCOMPARE(bench.region.faults().counts().byOperation.value(u"CreateToken"_s), 2);
}

QTEST_GUILESS_MAIN(TestDemoIdentity)
#include "tst_demoidentity.moc"
