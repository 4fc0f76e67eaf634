// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/connection.h"
#include "monitor/proxypasswords.h"
#include "monitor/ssodirectory.h"
#include "storage/memorysecretstore.h"
#include "support/fakeidentitycenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;
using namespace tallylight::test;

namespace {

using Token = SsoSession::TokenResult;

/// What one caller was told.
struct Asked
{
    std::optional<Token> result;
    QObject context;

    explicit Asked(SsoSession &session)
    {
        session.fetchToken(&context, [this](const Token &token) { result = token; });
    }
    bool got(const QString &access) const
    {
        return result && *result && **result == Secret(access);
    }
};

} // namespace

/// The life of a token: found, used, renewed, refused, and got anew by a person.
class TestSsoSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATokenASignInIsNeeded();
    void aValidTokenIsUsedAsItIs();
    void anExpiredTokenIsRenewedOnceForAll();
    void renewalComesAheadOfTheEnd();
    void renewalComesAheadWhileNobodyAsks();
    void aRefusedRenewalNeedsASignIn_data();
    void aRefusedRenewalNeedsASignIn();
    void troubleWhileRenewingIsNotTheEnd();
    void aTokenRenewedElsewhereIsUsed();
    void aTokenThePortalRefusesIsRenewed();
    void aTokenWithoutRenewalIsUsedToItsEnd();
    void signInGetsAToken();
    void aRegistrationIsUsedAgain();
    void aForgottenRegistrationIsMadeAnew();
    void slowDownIsObeyed();
    void endsOfASignIn_data();
    void endsOfASignIn();
    void aCodeThatNobodyConfirmsExpires();
    void troubleWhileWaitingIsNotTheEnd();
    void aCancelledSignInAsksNoMore();
    void aFailedSignInCanBeRepeated();
    void aSignInElsewhereIsNoticed();
    void aSignOutElsewhereIsNoticed();
    void aCacheThatCantBeWrittenIsNoTrouble();
    void profilesShareASession();
    void theWayOfTheProfileIsGone_data();
    void theWayOfTheProfileIsGone();
    void callersThatDieAreNotCalled();
    void accountsAndRolesAreListed();
    void aDirectoryTellsOfTheEndOfTheSession();
};

void TestSsoSession::withoutATokenASignInIsNeeded()
{
    FakeIdentityCenter center;
    const auto session = center.open();
    QCOMPARE(session->state(), SsoState::Unknown);
    const Asked asked(*session);
    QVERIFY(asked.result && !*asked.result);
    QVERIFY(isSsoSignInNeeded(asked.result->error()));
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QCOMPARE(center.server.requests().size(), 0);
}

void TestSsoSession::aValidTokenIsUsedAsItIs()
{
    FakeIdentityCenter center;
    center.signedIn(1h);
    const auto session = center.open();
    const Asked asked(*session);
    QVERIFY(asked.got(u"access-1"_s));
    QCOMPARE(session->state(), SsoState::SignedIn);
    QCOMPARE(session->expiresAt(), center.clock.utcNow().addSecs(3600));
    QCOMPARE(center.server.requests().size(), 0);
}

void TestSsoSession::anExpiredTokenIsRenewedOnceForAll()
{
    FakeIdentityCenter center;
    center.signedIn(-1s);
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    std::vector<std::unique_ptr<Asked>> all;
    for (int i = 0; i < 50; ++i)
        all.push_back(std::make_unique<Asked>(*session));
    QCOMPARE(session->state(), SsoState::Renewing);
    QTRY_VERIFY(all.back()->result.has_value());
    for (const auto &one : all)
        QVERIFY(one->got(u"access-2"_s));
    QCOMPARE(center.asked.value("/token"), 1);
    QVERIFY(center.server.requests().first().body.contains("\"refreshToken\":\"refresh-1\""));
    QCOMPARE(session->state(), SsoState::SignedIn);
    const auto cached = center.cache.readToken(center.session);
    QCOMPARE(cached->accessToken, Secret(u"access-2"_s));
    QCOMPARE(cached->refreshToken, Secret(u"refresh-2"_s));
    QCOMPARE(cached->registration.clientId, u"client-1"_s); // for the next renewal, here or there
}

void TestSsoSession::renewalComesAheadOfTheEnd()
{
    FakeIdentityCenter center;
    center.signedIn(14min);
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    const Asked first(*session);
    QVERIFY(first.got(u"access-1"_s)); // nobody waits
    QTRY_COMPARE(session->expiresAt(), center.clock.utcNow().addSecs(3600));
    QVERIFY(Asked(*session).got(u"access-2"_s));
    QCOMPARE(center.asked.value("/token"), 1);
}

void TestSsoSession::renewalComesAheadWhileNobodyAsks()
{
    FakeIdentityCenter center;
    center.signedIn(1h);
    center.answer("/token", FakeIdentityCenter::refusal("InternalServerException", 500));
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    session->look();
    center.clock.advance(46min);
    QVERIFY(Asked(*session).got(u"access-1"_s));
    QTRY_VERIFY(center.asked.value("/token") >= 2); // one failure is no reason to give up
    QTRY_VERIFY(Asked(*session).got(u"access-2"_s));
}

void TestSsoSession::aRefusedRenewalNeedsASignIn_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::newRow("grant") << QByteArray("InvalidGrantException") << 400;
    QTest::newRow("client") << QByteArray("InvalidClientException") << 401;
    QTest::newRow("expired") << QByteArray("ExpiredTokenException") << 400;
    QTest::newRow("denied") << QByteArray("AccessDeniedException") << 400;
}

void TestSsoSession::aRefusedRenewalNeedsASignIn()
{
    QFETCH(const QByteArray, type);
    QFETCH(const int, status);
    FakeIdentityCenter center;
    center.signedIn(-1s);
    center.answer("/token", FakeIdentityCenter::refusal(type, status));
    const auto session = center.open();
    QSignalSpy changes(session.get(), &SsoSession::stateChanged);
    const Asked asked(*session);
    QTRY_VERIFY(asked.result.has_value());
    QVERIFY(isSsoSignInNeeded(asked.result->error()));
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QVERIFY(changes.count() >= 1);
    // And it isn't tried for ever.
    QVERIFY(isSsoSignInNeeded(Asked(*session).result->error()));
    QCOMPARE(center.asked.value("/token"), 1);
}

void TestSsoSession::troubleWhileRenewingIsNotTheEnd()
{
    FakeIdentityCenter center;
    center.signedIn(-1s);
    for (int i = 0; i < 4; ++i)
        center.answer("/token", FakeIdentityCenter::refusal("InvalidRequest", 502));
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    const Asked first(*session);
    QTRY_VERIFY_WITH_TIMEOUT(first.result.has_value(), 20000);
    if (!*first.result) {
        QCOMPARE(first.result->error().category, ErrorCategory::Server);
        QVERIFY(!isSsoSignInNeeded(first.result->error()));
        const Asked second(*session);
        QTRY_VERIFY_WITH_TIMEOUT(second.result.has_value(), 20000);
        QVERIFY(second.got(u"access-2"_s));
    }
    QCOMPARE(session->state(), SsoState::SignedIn);
}

void TestSsoSession::aTokenRenewedElsewhereIsUsed()
{
    FakeIdentityCenter center;
    center.signedIn(1h);
    const auto session = center.open();
    QVERIFY(Asked(*session).got(u"access-1"_s));
    center.clock.advance(61min);
    center.signedIn(1h, u"access-of-the-command-line"_s, u"refresh-9"_s);
    QVERIFY(Asked(*session).got(u"access-of-the-command-line"_s));
    QCOMPARE(center.asked.value("/token"), 0);
}

void TestSsoSession::aTokenThePortalRefusesIsRenewed()
{
    FakeIdentityCenter center;
    center.signedIn(1h);
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    QVERIFY(Asked(*session).got(u"access-1"_s));
    session->refuse(Secret(u"access-1"_s));
    const Asked asked(*session);
    QTRY_VERIFY(asked.result.has_value());
    QVERIFY(asked.got(u"access-2"_s));
}

void TestSsoSession::aTokenWithoutRenewalIsUsedToItsEnd()
{
    FakeIdentityCenter center;
    center.signedIn(10min, u"access-1"_s, {});
    const auto session = center.open();
    QVERIFY(Asked(*session).got(u"access-1"_s));
    QVERIFY(!session->isRenewable());
    center.clock.advance(10min);
    QVERIFY(isSsoSignInNeeded(Asked(*session).result->error()));
    QCOMPARE(center.server.requests().size(), 0);
}

void TestSsoSession::signInGetsAToken()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
    center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
    center.answer("/token", FakeIdentityCenter::grant("access-1", 28800));
    const auto session = center.open();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    QList<SsoSignIn::State> states;
    connect(session.get(), &SsoSession::stateChanged, this, [&states, &session] {
        if (session->attempt())
            states.append(session->attempt()->state());
    });
    session->signIn();
    session->signIn(); // is one
    QCOMPARE(session->state(), SsoState::SigningIn);
    QTRY_COMPARE(session->attempt()->state(), SsoSignIn::State::Waiting);
    QCOMPARE(session->attempt()->authorization().userCode, u"WDJB-MJHT"_s);
    QCOMPARE(session->attempt()->authorization().page().host(), u"device.example"_s);
    QCOMPARE(session->attempt()->timeLeft(), 600s);
    QTRY_COMPARE(done.count(), 1);
    QTRY_COMPARE(session->attempt()->state(), SsoSignIn::State::Done);
    QVERIFY(states.contains(SsoSignIn::State::Waiting));
    QCOMPARE(states.last(), SsoSignIn::State::Done);
    QCOMPARE(session->state(), SsoState::SignedIn);
    QVERIFY(Asked(*session).got(u"access-1"_s));
    QCOMPARE(center.asked.value("/client/register"), 1);
    QCOMPARE(center.asked.value("/token"), 3);
    const auto cached = center.cache.readToken(center.session);
    QCOMPARE(cached->expiresAt, center.clock.utcNow().addSecs(28800));
    QVERIFY(cached->isRenewable(center.clock.utcNow()));
    QCOMPARE(center.cache.readRegistration(center.session)->clientId, u"client-1"_s);
}

void TestSsoSession::aRegistrationIsUsedAgain()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::grant("access-1"));
    const auto session = center.open();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    session->signIn();
    QTRY_COMPARE(done.count(), 1);
    session->signIn();
    QTRY_COMPARE(done.count(), 2);
    QCOMPARE(center.asked.value("/client/register"), 1);
    QCOMPARE(center.asked.value("/device_authorization"), 2);
}

void TestSsoSession::aForgottenRegistrationIsMadeAnew()
{
    FakeIdentityCenter center;
    QVERIFY(!center.cache.writeRegistration(
        center.session, {u"client-0"_s, Secret(u"old"_s), center.clock.utcNow().addDays(9)}));
    center.replies["/device_authorization"].prepend(
        FakeIdentityCenter::refusal("InvalidClientException", 401));
    center.answer("/token", FakeIdentityCenter::grant("access-1"));
    const auto session = center.open();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    session->signIn();
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(center.asked.value("/client/register"), 1);
    QCOMPARE(center.cache.readRegistration(center.session)->clientId, u"client-1"_s);
}

void TestSsoSession::slowDownIsObeyed()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("SlowDownException"));
    center.answer("/token", FakeIdentityCenter::grant("access-1"));
    const auto session = center.open();
    session->setPacing({1ms, 1h});
    session->signIn();
    QTRY_COMPARE(session->attempt()->interval(), 1h + 1ms);
    QCOMPARE(center.asked.value("/token"), 1);
    QCOMPARE(session->attempt()->state(), SsoSignIn::State::Waiting);
}

void TestSsoSession::endsOfASignIn_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<SsoSignIn::State>("end");
    using State = SsoSignIn::State;
    QTest::newRow("denied") << QByteArray("/token")
                            << FakeIdentityCenter::refusal("AccessDeniedException")
                            << State::Denied;
    QTest::newRow("expired") << QByteArray("/token")
                             << FakeIdentityCenter::refusal("ExpiredTokenException")
                             << State::Expired;
    QTest::newRow("used up") << QByteArray("/token")
                             << FakeIdentityCenter::refusal("InvalidGrantException")
                             << State::Failed;
    QTest::newRow("a client of another kind")
        << QByteArray("/token") << FakeIdentityCenter::refusal("UnauthorizedClientException")
        << State::Failed;
    QTest::newRow("no registration")
        << QByteArray("/client/register")
        << FakeIdentityCenter::refusal("InvalidClientMetadataException") << State::Failed;
    QTest::newRow("an unknown start URL")
        << QByteArray("/device_authorization")
        << FakeIdentityCenter::refusal("InvalidRequestException") << State::Failed;
    QTest::newRow("a page that must not be opened")
        << QByteArray("/device_authorization")
        << ScriptedReply::json("{\"deviceCode\":\"d\",\"userCode\":\"u\","
                               "\"verificationUri\":\"file:///etc/passwd\"}")
        << State::Failed;
    QTest::newRow("a web page for a code") << QByteArray("/device_authorization")
                                           << ScriptedReply::json("<html>hello") << State::Failed;
}

void TestSsoSession::endsOfASignIn()
{
    QFETCH(const QByteArray, path);
    QFETCH(const ScriptedReply, answer);
    QFETCH(const SsoSignIn::State, end);
    FakeIdentityCenter center;
    center.answerOnly(path, answer);
    const auto session = center.open();
    session->signIn();
    QTRY_COMPARE(session->attempt()->state(), end);
    QCOMPARE(session->attempt()->error().category != ErrorCategory::None,
             end == SsoSignIn::State::Failed);
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QCOMPARE(center.asked.value(path), 1);
}

void TestSsoSession::aCodeThatNobodyConfirmsExpires()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
    const auto session = center.open();
    session->signIn();
    QTRY_VERIFY(center.asked.value("/token") > 2);
    center.clock.advance(10min);
    QTRY_COMPARE(session->attempt()->state(), SsoSignIn::State::Expired);
    QCOMPARE(session->attempt()->timeLeft(), 0s);
}

void TestSsoSession::troubleWhileWaitingIsNotTheEnd()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
    center.answer("/token", ScriptedReply::json("not what was asked for"));
    const auto session = center.open();
    session->signIn();
    QTRY_VERIFY(center.asked.value("/token") > 3);
    QTRY_COMPARE(session->attempt()->error().category, ErrorCategory::Malformed);
    QCOMPARE(session->attempt()->state(), SsoSignIn::State::Waiting);
    center.answerOnly("/token", FakeIdentityCenter::grant("access-1"));
    QTRY_COMPARE(session->attempt()->state(), SsoSignIn::State::Done);
    QCOMPARE(session->attempt()->error(), ApiError());
}

void TestSsoSession::aCancelledSignInAsksNoMore()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
    const auto session = center.open();
    session->signIn();
    QTRY_VERIFY(center.asked.value("/token") > 0);
    const QPointer<const SsoSignIn> attempt = session->attempt();
    const int asked = center.asked.value("/token");
    session->cancelSignIn();
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QVERIFY(!session->attempt());
    QTRY_VERIFY(attempt.isNull()); // nobody is left to ask
    QVERIFY(center.asked.value("/token") <= asked + 1); // one may have been on its way
}

void TestSsoSession::aFailedSignInCanBeRepeated()
{
    FakeIdentityCenter center;
    center.answer("/token", FakeIdentityCenter::refusal("AccessDeniedException"));
    center.answer("/token", FakeIdentityCenter::grant("access-1"));
    const auto session = center.open();
    // From inside the very signal that tells of the failure.
    connect(session.get(), &SsoSession::stateChanged, this, [&session] {
        if (session->attempt() && session->attempt()->state() == SsoSignIn::State::Denied)
            session->signIn();
    });
    session->signIn();
    QTRY_COMPARE(session->state(), SsoState::SignedIn);
}

void TestSsoSession::aSignInElsewhereIsNoticed()
{
    FakeIdentityCenter center;
    const auto session = center.open();
    const Asked asked(*session);
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    center.signedIn(8h);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20000);
    QCOMPARE(session->state(), SsoState::SignedIn);
    QVERIFY(Asked(*session).got(u"access-1"_s));
}

void TestSsoSession::aSignOutElsewhereIsNoticed()
{
    FakeIdentityCenter center;
    center.signedIn(8h);
    const auto session = center.open();
    QVERIFY(Asked(*session).got(u"access-1"_s));
    QVERIFY(QFile::remove(center.cache.tokenFile(center.session)));
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), SsoState::SignInNeeded, 20000);
}

void TestSsoSession::aCacheThatCantBeWrittenIsNoTrouble()
{
    FakeIdentityCenter center;
    QFile inTheWay(center.folder.filePath(u".aws"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    center.answer("/token", FakeIdentityCenter::grant("access-1"));
    const auto session = center.open();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    session->signIn();
    QTRY_COMPARE(done.count(), 1);
    session->look();
    QVERIFY(Asked(*session).got(u"access-1"_s));
    // And it is renewed with its own refresh token, whatever may lie in the cache.
    center.answerOnly("/token", FakeIdentityCenter::grant("access-2"));
    center.clock.advance(50min);
    QVERIFY(Asked(*session).got(u"access-1"_s));
    QTRY_VERIFY(Asked(*session).got(u"access-2"_s));
}

void TestSsoSession::profilesShareASession()
{
    FakeIdentityCenter center;
    SsoSessions sessions(center.cache, center.clock);
    const auto one = sessions.session(center.session);
    QCOMPARE(sessions.session(center.session), one);
    SsoSessionId other = center.session;
    other.startUrl += u"/other"_s;
    QVERIFY(sessions.session(other) != one);
}

void TestSsoSession::theWayOfTheProfileIsGone_data()
{
    QTest::addColumn<bool>("signedIn");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<bool>("goesAnotherWay");
    QTest::newRow("nobody signed in") << false << false << true;
    QTest::newRow("signed in elsewhere") << true << false << true;
    QTest::newRow("the way works") << true << true << false;
}

void TestSsoSession::theWayOfTheProfileIsGone()
{
    QFETCH(const bool, signedIn);
    QFETCH(const bool, answered);
    QFETCH(const bool, goesAnotherWay);
    FakeIdentityCenter center;
    if (signedIn)
        center.signedIn(8h);
    storage::MemorySecretStore secrets;
    SsoSessions sessions(center.cache, center.clock);
    sessions.setSecrets(&secrets);
    const auto session = sessions.session(center.session);
    session->look();
    if (answered) {
        SsoDirectory directory(session);
        const QSignalSpy told(&directory, &SsoDirectory::failed); // there is no script for it
        directory.loadAccounts();
        QTRY_COMPARE(told.size(), 1);
    }
    QVERIFY(!session->portal().hasProxyPassword());

    Profile profile = makeProfile();
    profile.credentialSource = CredentialSource::Sso;
    profile.sso = {center.session.name, center.session.startUrl, center.session.region,
                   u"123456789012"_s, u"Viewer"_s};
    profile.medialiveProxy
        = {ProxySetting::Mode::Manual, QUrl(u"http://operator@proxy.example:3128"_s)};
    Credentials password;
    password.accessKeyId = proxyAddress(profile.medialiveProxy);
    password.secretAccessKey = Secret(u"of the proxy"_s);
    secrets.insert(proxySecretId(profile.id, Service::MediaLive), password);
    QCOMPARE(sessions.sessionFor(profile), session);
    if (goesAnotherWay)
        QTRY_VERIFY(session->portal().hasProxyPassword());
    QCOMPARE(session->portal().hasProxyPassword(), goesAnotherWay);

    // What was typed comes first, what is stored when that was refused.
    QList<Secret> given;
    const SsoRoute typed = sessions.route(profile, Secret(u"typed"_s));
    for (int i = 0; i < 2; ++i)
        typed.proxyPassword(&center.server, [&given](const Secret &one) { given.append(one); });
    QTRY_COMPARE(given.size(), 2);
    QCOMPARE(given.first(), Secret(u"typed"_s));
    QCOMPARE(given.last(), password.secretAccessKey);
}

void TestSsoSession::callersThatDieAreNotCalled()
{
    FakeIdentityCenter center;
    center.signedIn(-1s);
    center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const auto session = center.open();
    bool called = false;
    auto context = std::make_unique<QObject>();
    session->fetchToken(context.get(), [&called](const Token &) { called = true; });
    context.reset();
    const Asked asked(*session);
    QTRY_VERIFY(asked.result.has_value());
    QVERIFY(!called);
}

void TestSsoSession::accountsAndRolesAreListed()
{
    FakeIdentityCenter center;
    center.signedIn(1h);
    center.answer("/assignment/accounts", ScriptedReply::json(R"({"accountList":[
                      {"accountId":"222222222222","accountName":"sports"},
                      {"accountId":"111111111111","accountName":"News"}]})"));
    center.answer(
        "/assignment/roles",
        ScriptedReply::json(R"({"roleList":[{"roleName":"Viewer"},{"roleName":"admin"}]})"));
    SsoDirectory directory(center.open());
    QSignalSpy accounts(&directory, &SsoDirectory::accountsLoaded);
    QSignalSpy roles(&directory, &SsoDirectory::rolesLoaded);
    directory.loadAccounts();
    QTRY_COMPARE(accounts.count(), 1);
    const auto list = accounts.first().first().value<QList<SsoAccount>>();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().name, u"News"_s);
    directory.loadRoles(u"222222222222"_s);
    directory.loadRoles(u"111111111111"_s); // the choice has changed meanwhile
    QTRY_COMPARE(roles.count(), 1);
    QCOMPARE(roles.first().first().toString(), u"111111111111"_s);
    QCOMPARE(roles.first().last().toStringList(), (QStringList{u"admin"_s, u"Viewer"_s}));
}

void TestSsoSession::aDirectoryTellsOfTheEndOfTheSession()
{
    FakeIdentityCenter center;
    center.signedIn(1h, u"access-1"_s, {});
    center.answer("/assignment/accounts",
                  FakeIdentityCenter::refusal("UnauthorizedException", 401));
    const auto session = center.open();
    SsoDirectory directory(session);
    QSignalSpy failed(&directory, &SsoDirectory::failed);
    directory.loadAccounts();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(isSsoSignInNeeded(failed.first().first().value<ApiError>()));
    QCOMPARE(session->state(), SsoState::SignInNeeded);
}

QTEST_GUILESS_MAIN(TestSsoSession)
#include "tst_ssosession.moc"
