// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/connection.h"
#include "aws/medialiveclient.h"
#include "monitor/callledger.h"
#include "monitor/monitorhub.h"
#include "monitor/profileconnection.h"
#include "monitor/ratelimiterpool.h"
#include "monitor/regionmonitor.h"
#include "rolefixture.h"
#include "support/loopbackserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::monitor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::fetched;
using tests::RoleFixture;

namespace {

std::shared_ptr<CredentialSession> sessionOf(RoleFixture &fixture)
{
    return makeCredentialSession(fixture.profile(), fixture.secrets(), fixture.clock());
}

/// A session that a code is needed for.
void guard(RoleFixture &fixture)
{
    fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Guarded"_s);
    fixture.profile().assumeRole.mfaSerial = RoleFixture::mfaDevice();
}

} // namespace

/// Roles over real HTTP: got once, narrowed to reading, renewed in place.
class TestAssumeRole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyCallsThatWaitCostOneAssumeRole()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        const auto session = sessionOf(fixture);
        RateLimiterPool limiters(fixture.clock());
        aws::Connection connection(connectionConfig(fixture.profile(), Service::MediaLive), session,
                                   limiters.limiter(fixture.profile(), Service::MediaLive, u"x"_s),
                                   fixture.clock());
        int good = 0;
        int bad = 0;
        const auto ask = [&] {
            for (int i = 0; i < 50; ++i) {
                auto *job = aws::MediaLiveClient(connection).listChannels(&connection);
                connect(job, &aws::Job::finished, &connection,
                        [&good, &bad, job] { ++(job->error() ? bad : good); });
                job->start();
            }
        };
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(good + bad, 50, 30000);
        QCOMPARE(bad, 0);
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 1);

        // All of them refused at once: still only one renewal, and nobody is told of an error.
        fixture.region().faults().temporaryKeys().expireAll();
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(good + bad, 100, 30000);
        QCOMPARE(bad, 0);
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 2);
    }

    void sessionIsNarrowedToReading()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        const auto session = sessionOf(fixture);
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        const auto issued = fixture.region().faults().temporaryKeys().find(keys->accessKeyId);
        QVERIFY(issued && issued->allowed);
        QVERIFY(issued->allows(u"medialive:ListChannels"_s));
        QVERIFY(!issued->allows(u"medialive:StopChannel"_s));
        QVERIFY(!issued->allows(u"sts:AssumeRole"_s));
        QCOMPARE(issued->arn, u"arn:aws:sts::123456789012:assumed-role/Monitoring/tallylight"_s);
    }

    void whatTheRoleAsksForIsSent()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole
            = {RoleFixture::roleArn(u"Partner"_s), u"tallylight-demo"_s, {}, u"night.shift"_s, 900};
        const auto session = sessionOf(fixture);
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        QCOMPARE(keys->expiresAt, fixture.clock().utcNow().addSecs(900));
        QVERIFY(fixture.region()
                    .faults()
                    .temporaryKeys()
                    .find(keys->accessKeyId)
                    ->arn.endsWith(u"/Partner/night.shift"_s));
    }

    void refusalsSayWhatToDo_data()
    {
        QTest::addColumn<AssumeRole>("role");
        QTest::addColumn<SecretProblem>("problem");
        QTest::addColumn<QString>("words");
        AssumeRole role;
        role.roleArn = RoleFixture::roleArn(u"Nobody"_s);
        QTest::newRow("unknown role")
            << role << SecretProblem::RoleRefused << u"not authorized to perform: sts:AssumeRole"_s;
        role.roleArn = RoleFixture::roleArn(u"Partner"_s);
        QTest::newRow("no external id")
            << role << SecretProblem::RoleRefused << u"not authorized"_s;
        role.roleArn = RoleFixture::roleArn(u"Short"_s);
        role.durationSeconds = 7200;
        QTest::newRow("too long") << role << SecretProblem::RoleRefused << u"MaxSessionDuration"_s;
        role = {};
        role.roleArn = RoleFixture::roleArn(u"Guarded"_s);
        QTest::newRow("no device") << role << SecretProblem::RoleRefused << u"not authorized"_s;
        role.mfaSerial = RoleFixture::mfaDevice();
        QTest::newRow("no code") << role << SecretProblem::MfaNeeded << QString();
    }
    void refusalsSayWhatToDo()
    {
        QFETCH(const AssumeRole, role);
        QFETCH(const SecretProblem, problem);
        QFETCH(const QString, words);
        RoleFixture fixture;
        fixture.profile().assumeRole = role;
        const auto session = sessionOf(fixture);
        const auto keys = fetched(*session);
        QVERIFY(!keys.hasValue());
        QCOMPARE(keys.error().category, ErrorCategory::Credentials);
        QCOMPARE(session->problem(), problem);
        QVERIFY2(session->state().detail.contains(words), qPrintable(session->state().detail));
    }

    void troubleOnTheWayIsNoRefusal()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        const auto session = sessionOf(fixture);
        fixture.region().setOffline(true);
        const auto keys = fetched(*session);
        QVERIFY(!keys.hasValue());
        QCOMPARE(keys.error().category, ErrorCategory::Network);
        QCOMPARE(session->problem(), SecretProblem::None);
        QVERIFY(session->hasFailed());
    }

    void problemsOfTheKeysBelowComeThrough()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        fixture.secrets().discard(fixture.profile().id);
        const auto session = sessionOf(fixture);
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), SecretProblem::NotFound);
    }

    void codeLastsForTheSession()
    {
        RoleFixture fixture;
        guard(fixture);
        const auto session = sessionOf(fixture);
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->state().mfaDevice, RoleFixture::mfaDevice());
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 0);

        QSignalSpy recovered(session.get(), &CredentialSession::recovered);
        session->giveMfaCode(u"000000"_s);
        QTRY_COMPARE(session->problem(), SecretProblem::MfaRefused);
        session->giveMfaCode(u"123456"_s);
        QTRY_COMPARE(recovered.count(), 1);
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        QCOMPARE(session->state().endsAt, fixture.clock().utcNow().addSecs(3600));

        fixture.clock().advance(59min);
        QCOMPARE(fetched(*session), keys);
        QCOMPARE(credentialWarning(session->state(), fixture.clock().utcNow()),
                 CredentialWarning::VerySoon);
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 2);
        fixture.clock().advance(1min);
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), SecretProblem::MfaNeeded);
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 2);
    }

    void codeCanBeGivenBeforeTheSessionEnds()
    {
        RoleFixture fixture;
        guard(fixture);
        const auto session = sessionOf(fixture);
        QVERIFY(!fetched(*session).hasValue());
        session->giveMfaCode(u"123456"_s);
        QTRY_VERIFY(!session->hasFailed());
        const auto first = fetched(*session);
        fixture.clock().advance(50min);
        session->giveMfaCode(u"999999"_s);
        QTRY_COMPARE(session->state().renewalProblem, SecretProblem::MfaRefused);
        QCOMPARE(fetched(*session), first);
        session->giveMfaCode(u"123456"_s);
        QTRY_VERIFY(!session->hasFailed());
        const auto second = fetched(*session);
        QVERIFY(second.hasValue());
        QVERIFY(second->accessKeyId != first->accessKeyId);
        QCOMPARE(session->state().endsAt, fixture.clock().utcNow().addSecs(3600));
    }

    void regionGoesOnOverRenewals()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        MonitorHub hub(fixture.secrets(), fixture.clock());
        hub.setProfiles({fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        QCOMPARE(region->status().caller->arn,
                 u"arn:aws:sts::123456789012:assumed-role/Monitoring/tallylight"_s);
        QCOMPARE(region->status().credentials.expiresAt, fixture.clock().utcNow().addSecs(3600));
        for (int i = 0; i < 4; ++i) {
            fixture.clock().advance(55min);
            const qint64 lists = fixture.calls(u"ListChannels"_s);
            region->refreshNow();
            QTRY_VERIFY(fixture.calls(u"ListChannels"_s) > lists);
            QTRY_COMPARE(region->status().credentials.expiresAt,
                         fixture.clock().utcNow().addSecs(3600));
            QCOMPARE(fixture.calls(u"AssumeRole"_s), i + 2);
        }
        // A request that was under way while the clock jumped may have been sent twice; none
        // failed.
        QCOMPARE(region->status().medialive.failures, 0);
        QCOMPARE(region->status().sts.failures, 0);
        QCOMPARE(region->status().phase, Phase::Live);
    }

    void regionSaysWhenACodeIsNeeded()
    {
        RoleFixture fixture;
        guard(fixture);
        MonitorHub hub(fixture.secrets(), fixture.clock());
        hub.setProfiles({fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().phase, Phase::CredentialsProblem);
        QCOMPARE(region->status().secretProblem, SecretProblem::MfaNeeded);
        QCOMPARE(fixture.region().faults().counts().total, 0);
        region->credentials().giveMfaCode(u"123456"_s);
        QTRY_COMPARE(region->status().channelCount, 24);
        QCOMPARE(region->status().phase, Phase::Live);
    }

    void newKeysBeginANewSession()
    {
        RoleFixture fixture;
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        const auto session = sessionOf(fixture);
        QVERIFY(fetched(*session).hasValue());
        QVERIFY(fetched(*session).hasValue());
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 1);
        session->forget();
        QVERIFY(fetched(*session).hasValue());
        QCOMPARE(fixture.calls(u"AssumeRole"_s), 2);
    }

    void keysThatHaveRunOutAreToldAsSuch()
    {
        RoleFixture fixture;
        test::LoopbackServer sts;
        sts.enqueue(test::ScriptedReply::status(
            403,
            "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>The security token "
            "included in the request is expired</Message></Error></ErrorResponse>"));
        fixture.profile().endpoints.sts = sts.url();
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        const auto session = sessionOf(fixture);
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), SecretProblem::Expired);
    }

    void aRegionThatEndsWhileItWaitsForARoleIsLookedForSafely()
    {
        RoleFixture fixture;
        test::LoopbackServer sts;
        sts.enqueue(test::ScriptedReply::silence());
        Profile other = fixture.profile();
        other.id = makeProfile().id;
        fixture.profile().endpoints.sts = sts.url();
        fixture.profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        MonitorHub hub(fixture.secrets(), fixture.clock());
        int told = 0;
        connect(&hub.calls(), &CallLedger::added, &hub, [&](const LedgerCall &) {
            ++told; // as the list of calls does, for the name
            QVERIFY(hub.region(other.id));
        });
        hub.setProfiles({fixture.profile(), other});
        QTRY_COMPARE(sts.requests().size(), 1);
        const int before = told;
        hub.setProfiles({other});
        QTRY_VERIFY(told > before);
    }

    void nobodyIsAskedAgainByAnAutomaticRefresh()
    {
        RoleFixture fixture;
        guard(fixture);
        MonitorHub hub(fixture.secrets(), fixture.clock());
        hub.setProfiles({fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().secretProblem, SecretProblem::MfaNeeded);
        region->credentials().giveMfaCode(u"000000"_s);
        QTRY_COMPARE(region->status().secretProblem, SecretProblem::MfaRefused);
        region->refreshNow(RefreshCause::Itself);
        QVERIFY(!region->credentials().isAsking());
        QCOMPARE(region->credentials().problem(), SecretProblem::MfaRefused);
        region->refreshNow();
        QTRY_COMPARE(region->status().secretProblem, SecretProblem::MfaNeeded);
    }
};

Q_DECLARE_METATYPE(AssumeRole)

QTEST_GUILESS_MAIN(TestAssumeRole)
#include "tst_assumerole.moc"
