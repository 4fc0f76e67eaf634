// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/callledger.h"
#include "monitor/credentialsession.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "monitor/ssoroleprovider.h"
#include "monitor/ssosession.h"
#include "rolefixture.h"
#include "storage/ssocache.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;
using namespace tallylight::tests;

namespace {

/// Two regions of one account that are watched with the same sign-in at the demo's IAM Identity
/// Center.
struct SsoHubBench
{
    SsoHubBench()
        : cache(folder.filePath(u".aws/sso/cache"_s))
        , sessions(cache, fixture.clock())
        , access(fixture.secrets())
    {
        access.sso = ssoMaker(sessions, fixture.clock());
        hub = std::make_unique<MonitorHub>(access, fixture.clock());
        sessions.setCallSink(hub->credentialAccess().calls);
        for (int i = 0; i < 2; ++i) {
            Profile profile = fixture.profile();
            profile.id = makeProfile().id;
            profile.name = u"Demo %1"_s.arg(i);
            profile.credentialSource = CredentialSource::Sso;
            profile.sso = {{},
                           fixture.region().endpoint().toString() + u"/start"_s,
                           u"eu-central-1"_s,
                           u"123456789012"_s,
                           u"MediaLiveViewer"_s};
            profiles.append(profile);
        }
        session = sessions.session(profiles.first().sso.session());
        session->setPacing({1ms, 1ms});
    }
    ~SsoHubBench() { hub.reset(); }
    demo::SignInDesk &desk() { return fixture.region().faults().signIns(); }
    void watch() { hub->setProfiles(profiles); }
    bool allLive() const
    {
        for (const RegionMonitor *region : hub->regions()) {
            if (region->status().secretProblem != SecretProblem::None
                || region->channels().isEmpty())
                return false;
        }
        return true;
    }
    bool allWaitForSignIn() const
    {
        for (const RegionMonitor *region : hub->regions()) {
            if (region->status().secretProblem != SecretProblem::SignInNeeded)
                return false;
        }
        return true;
    }

    QTemporaryDir folder;
    RoleFixture fixture;
    storage::SsoCache cache;
    SsoSessions sessions;
    CredentialAccess access;
    QList<Profile> profiles;
    std::shared_ptr<SsoSession> session;
    std::unique_ptr<MonitorHub> hub;
};

} // namespace

/// The whole way: from nobody being signed in to regions on screen, and back when the session ends.
class TestSsoRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSignInServesAllRegions();
    void theEndOfASessionIsToldAndMended();
    void aRenewableSessionGoesOnByItself();
};

void TestSsoRegion::oneSignInServesAllRegions()
{
    SsoHubBench bench;
    bench.watch();
    QTRY_VERIFY_WITH_TIMEOUT(bench.allWaitForSignIn(), 20000);
    QCOMPARE(bench.fixture.calls(u"ListChannels"_s), 0);
    bench.session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(bench.session->attempt()->state(), SsoSignIn::State::Waiting, 20000);
    QVERIFY(bench.desk().decide(bench.session->attempt()->authorization().userCode, true));
    QTRY_VERIFY_WITH_TIMEOUT(bench.allLive(), 20000);
    QCOMPARE(bench.fixture.calls(u"RegisterClient"_s), 1);
    QCOMPARE(bench.fixture.calls(u"StartDeviceAuthorization"_s), 1);
    QVERIFY(bench.fixture.calls(u"GetRoleCredentials"_s) <= 2); // one for each region
    QStringList shared; // what the call list says was asked for all of them
    for (const LedgerCall &call : bench.hub->calls().calls()) {
        if (call.profileId.isEmpty())
            shared.append(call.record.operation);
    }
    QCOMPARE(shared.count(u"RegisterClient"_s), 1);
    QCOMPARE(shared.count(u"StartDeviceAuthorization"_s), 1);
    QVERIFY(shared.contains(u"CreateToken"_s));
    QVERIFY(shared.contains(u"GetRoleCredentials"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bench.hub->regions().first()->status().caller, 20000);
    QVERIFY(bench.hub->regions().first()->status().caller->arn.contains(
        u"AWSReservedSSO_MediaLiveViewer"_s));
}

void TestSsoRegion::theEndOfASessionIsToldAndMended()
{
    SsoHubBench bench;
    bench.desk().setRenewable(false);
    bench.desk().approveAfter(0);
    bench.watch();
    bench.session->signIn();
    QTRY_VERIFY_WITH_TIMEOUT(bench.allLive(), 20000);
    // Both the session and the keys made of it are over.
    bench.fixture.clock().advance(9h);
    for (RegionMonitor *region : bench.hub->regions())
        region->refreshNow();
    QTRY_VERIFY_WITH_TIMEOUT(bench.allWaitForSignIn(), 20000);
    QVERIFY(!bench.hub->regions().first()->channels().isEmpty()); // what was known is kept
    QVERIFY(bench.session->state() == SsoState::SignInNeeded);
    bench.session->signIn();
    QTRY_VERIFY_WITH_TIMEOUT(bench.allLive(), 20000);
}

void TestSsoRegion::aRenewableSessionGoesOnByItself()
{
    SsoHubBench bench;
    bench.desk().approveAfter(0);
    bench.watch();
    bench.session->signIn();
    QTRY_VERIFY_WITH_TIMEOUT(bench.allLive(), 20000);
    const qint64 tokens = bench.fixture.calls(u"CreateToken"_s);
    bench.fixture.clock().advance(9h);
    for (RegionMonitor *region : bench.hub->regions())
        region->refreshNow();
    QTRY_VERIFY_WITH_TIMEOUT(bench.fixture.calls(u"GetRoleCredentials"_s) >= 3, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(bench.allLive(), 20000);
    QCOMPARE(bench.fixture.calls(u"CreateToken"_s), tokens + 1); // once for both
    QCOMPARE(bench.session->state(), SsoState::SignedIn);
}

QTEST_GUILESS_MAIN(TestSsoRegion)
#include "tst_ssoregion.moc"
