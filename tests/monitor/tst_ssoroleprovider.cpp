// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/credentialsession.h"
#include "monitor/ssoroleprovider.h"
#include "support/fakeidentitycenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;
using namespace tallylight::test;

namespace {

const QByteArray kPath = "/federation/credentials";
const QString kAccount = u"123456789012"_s;

/// What one caller was told.
struct Got
{
    std::optional<CredentialsProvider::Result> result;
    QObject context;

    explicit Got(CredentialsProvider &provider)
    {
        provider.fetch(&context, [this](const CredentialsProvider::Result &one) { result = one; });
    }
    QString keyId() const { return result && *result ? (*result)->accessKeyId : QString(); }
};

struct RoleBench
{
    RoleBench()
        : session(center.open())
        , provider(std::make_shared<SsoRoleProvider>(session, kAccount, u"Viewer"_s, center.clock))
    {
    }
    FakeIdentityCenter center;
    std::shared_ptr<SsoSession> session;
    std::shared_ptr<SsoRoleProvider> provider;
};

} // namespace

/// How a signed-in session becomes keys, and how long they are used.
class TestSsoRoleProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQuestionServesAll();
    void keysAreRenewedBeforeTheyEnd();
    void shortKeysAreUsedForMostOfTheirLife();
    void aLateRefusalChangesNothing();
    void aRefusedTokenIsRenewed();
    void aTokenRefusedForGoodNeedsASignIn();
    void withoutASessionASignInIsNeeded();
    void anUnassignedRoleIsTold();
    void troubleLeavesGoodKeysInUse();
    void itEndsWithASessionThatCantBeRenewed();
    void aWaitingProfileGoesOnAfterASignIn_data();
    void aWaitingProfileGoesOnAfterASignIn();
    void profilesNameTheirSession();
    void aRenewedSessionLeavesGoodKeysInUse();
    void keysAreLetGoOf();
};

void TestSsoRoleProvider::aRenewedSessionLeavesGoodKeysInUse()
{
    RoleBench bench;
    bench.center.signedIn(14min); // and renewed ahead of its end
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    bench.center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const QSignalSpy changed(bench.provider.get(), &CredentialOrigin::changed);
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    QTRY_COMPARE(bench.session->expiresAt(), bench.center.clock.utcNow().addSecs(3600));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(Got(*bench.provider).keyId(), u"ASIAONE"_s);
    QCOMPARE(bench.center.asked.value(kPath), 1);
}

void TestSsoRoleProvider::keysAreLetGoOf()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    bench.center.answerOnly(kPath, bench.center.roleKeys("ASIATWO", 1h));
    bench.provider->forget();
    const Got second(*bench.provider);
    QTRY_COMPARE(second.keyId(), u"ASIATWO"_s);
}

void TestSsoRoleProvider::oneQuestionServesAll()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    std::vector<std::unique_ptr<Got>> all;
    for (int i = 0; i < 50; ++i)
        all.push_back(std::make_unique<Got>(*bench.provider));
    QTRY_VERIFY(all.back()->result.has_value());
    for (const auto &one : all)
        QCOMPARE(one->keyId(), u"ASIAONE"_s);
    QCOMPARE(Got(*bench.provider).keyId(), u"ASIAONE"_s); // kept
    QCOMPARE(bench.center.asked.value(kPath), 1);
    const RawRequest request = bench.center.server.requests().first();
    QCOMPARE(request.header("x-amz-sso_bearer_token"), QByteArray("access-1"));
    QVERIFY(request.target().contains("role_name=Viewer&account_id=123456789012"));
}

void TestSsoRoleProvider::keysAreRenewedBeforeTheyEnd()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    bench.center.clock.advance(44min);
    QCOMPARE(Got(*bench.provider).keyId(), u"ASIAONE"_s);
    bench.center.clock.advance(2min);
    bench.center.answerOnly(kPath, bench.center.roleKeys("ASIATWO", 1h));
    const Got second(*bench.provider);
    QTRY_COMPARE(second.keyId(), u"ASIATWO"_s);
}

void TestSsoRoleProvider::shortKeysAreUsedForMostOfTheirLife()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 12min));
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    bench.center.clock.advance(8min);
    QCOMPARE(Got(*bench.provider).keyId(), u"ASIAONE"_s);
    QCOMPARE(bench.center.asked.value(kPath), 1);
}

void TestSsoRoleProvider::aLateRefusalChangesNothing()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    Credentials older = **first.result;
    older.accessKeyId = u"ASIAZERO"_s;
    bench.provider->invalidate(older);
    QCOMPARE(Got(*bench.provider).keyId(), u"ASIAONE"_s);
    bench.center.answerOnly(kPath, bench.center.roleKeys("ASIATWO", 1h));
    bench.provider->invalidate(**first.result);
    const Got second(*bench.provider);
    QTRY_COMPARE(second.keyId(), u"ASIATWO"_s);
}

void TestSsoRoleProvider::aRefusedTokenIsRenewed()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, FakeIdentityCenter::refusal("UnauthorizedException", 401));
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    bench.center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const Got got(*bench.provider);
    QTRY_COMPARE(got.keyId(), u"ASIAONE"_s);
    QCOMPARE(bench.center.server.requests().last().header("x-amz-sso_bearer_token"),
             QByteArray("access-2"));
}

void TestSsoRoleProvider::aTokenRefusedForGoodNeedsASignIn()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, FakeIdentityCenter::refusal("UnauthorizedException", 401));
    bench.center.answer("/token", FakeIdentityCenter::grant("access-2"));
    const Got got(*bench.provider);
    QTRY_VERIFY(got.result.has_value());
    QVERIFY(!*got.result);
    QVERIFY(isSsoSignInNeeded(got.result->error()));
    QCOMPARE(bench.center.asked.value(kPath), 2); // and not for ever
}

void TestSsoRoleProvider::withoutASessionASignInIsNeeded()
{
    RoleBench bench;
    const Got got(*bench.provider);
    QVERIFY(got.result && !*got.result);
    QCOMPARE(secretProblemOf(got.result->error()), SecretProblem::SignInNeeded);
    QCOMPARE(bench.center.server.requests().size(), 0);
}

void TestSsoRoleProvider::anUnassignedRoleIsTold()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, FakeIdentityCenter::refusal("ForbiddenException", 403));
    const Got got(*bench.provider);
    QTRY_VERIFY(got.result.has_value());
    // Not a permission that the call waiting for these credentials lacks.
    QCOMPARE(got.result->error().category, ErrorCategory::Credentials);
    QCOMPARE(secretProblemOf(got.result->error()), SecretProblem::RoleNotAssigned);
    QCOMPARE(bench.session->state(), SsoState::SignedIn);
}

void TestSsoRoleProvider::troubleLeavesGoodKeysInUse()
{
    RoleBench bench;
    bench.center.signedIn(8h);
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    const Got first(*bench.provider);
    QTRY_COMPARE(first.keyId(), u"ASIAONE"_s);
    bench.center.clock.advance(50min);
    bench.center.answerOnly(kPath, FakeIdentityCenter::refusal("ForbiddenException", 403));
    const Got second(*bench.provider);
    QTRY_COMPARE(second.keyId(), u"ASIAONE"_s);
    bench.center.clock.advance(11min);
    const Got third(*bench.provider);
    QTRY_VERIFY(third.result.has_value());
    QVERIFY(!*third.result);
}

void TestSsoRoleProvider::itEndsWithASessionThatCantBeRenewed()
{
    RoleBench bench;
    bench.center.signedIn(20min, u"access-1"_s, {});
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    const Got got(*bench.provider);
    QTRY_COMPARE(got.keyId(), u"ASIAONE"_s);
    QCOMPARE(bench.provider->endsAt(), (*got.result)->expiresAt);
    bench.center.signedIn(8h, u"access-2"_s, u"refresh-2"_s);
    bench.session->refuse(Secret(u"access-1"_s));
    const Got again(*bench.provider);
    bench.session->look();
    QVERIFY(!bench.provider->endsAt().isValid());
}

void TestSsoRoleProvider::aWaitingProfileGoesOnAfterASignIn_data()
{
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("here") << false;
    QTest::newRow("with the command line") << true;
}

void TestSsoRoleProvider::aWaitingProfileGoesOnAfterASignIn()
{
    QFETCH(const bool, elsewhere);
    RoleBench bench;
    bench.center.answer("/token", FakeIdentityCenter::grant("access-1"));
    bench.center.answer(kPath, bench.center.roleKeys("ASIAONE", 1h));
    CredentialSession life(bench.provider, u"profile"_s, bench.center.clock);
    const Got first(life);
    QTRY_VERIFY(first.result.has_value());
    QCOMPARE(life.state().problem, SecretProblem::SignInNeeded);
    QSignalSpy recovered(&life, &CredentialSession::recovered);
    if (elsewhere)
        bench.center.signedIn(8h);
    else
        bench.session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, 20000);
    QCOMPARE(Got(life).keyId(), u"ASIAONE"_s);
    QCOMPARE(life.state().problem, SecretProblem::None);
}

void TestSsoRoleProvider::profilesNameTheirSession()
{
    FakeIdentityCenter center;
    SsoSessions sessions(center.cache, center.clock);
    Profile profile = makeProfile();
    QVERIFY(!sessions.sessionFor(profile));
    profile.credentialSource = CredentialSource::Sso;
    profile.sso = {center.session.name, center.session.startUrl, center.session.region, kAccount,
                   u"Viewer"_s};
    const auto session = sessions.sessionFor(profile);
    QVERIFY(session);
    QCOMPARE(session, sessions.session(center.session));
    CredentialAccess::SsoMaker make = ssoMaker(sessions, center.clock);
    const auto source = std::dynamic_pointer_cast<SsoRoleProvider>(make(profile.sso, profile));
    QCOMPARE(source->session(), session);
}

QTEST_GUILESS_MAIN(TestSsoRoleProvider)
#include "tst_ssoroleprovider.moc"
