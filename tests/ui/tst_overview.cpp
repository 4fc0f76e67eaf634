// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channelmodel.h"
#include "ui/callrate.h"
#include "ui/credentialtext.h"
#include "ui/overview.h"
#include "ui/regionfacts.h"
#include "ui/scopedstatus.h"
#include "uirows.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using namespace std::chrono_literals;
using models::StateLevel;
using monitor::Phase;
using monitor::RegionStatus;
using monitor::SecretProblem;

Q_DECLARE_METATYPE(tallylight::ui::RegionOverview)

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regionIsOkOnlyWhileEverythingIsKnown_data();
    void regionIsOkOnlyWhileEverythingIsKnown();
    void worstRowDecidesARegion();
    void criticalStaysCriticalWhenStale();
    void overallIsNeverOkWhileARegionIsUnknown();
    void noBadgeIsOkWhileAnyPartIsUnknown();
    void unknownRegionWithoutRowsCountsAsOneUnknown();
    void countsAreKeptApartByProfile();
    void lineSaysSinceWhenARegionIsStale();
    void lineNamesTheTroubleOfARegionNeverRead();
    void oneLostPollIsNoProblemMessage();
    void staleRegionWithAnErrorBecomesAProblemMessage();
    void unreadableKeysAreToldOnceAndNotOnThePages();
    void everySecretProblemHasWords_data();
    void everySecretProblemHasWords();
    void progressTellsLoadingFromUnknown();
    void scopeLeavesOtherRegionsOut();
    void statusLineHasNoAgeUntilEveryRegionWasRead();
    void factsSayNotReadYetInsteadOfZero();
    void metricsAreCountedOnlyForCloudWatch();
    void callRateForgetsAfterTenSeconds();
};

void TestOverview::regionIsOkOnlyWhileEverythingIsKnown_data()
{
    QTest::addColumn<RegionOverview>("one");
    QTest::addColumn<StateLevel>("expected");
    const QDateTime now = startTime();
    RegionOverview good = region(u"p"_s, u"P"_s, now);
    QTest::newRow("live and fresh") << good << StateLevel::Ok;
    RegionOverview paused = good;
    paused.status.phase = Phase::Paused;
    QTest::newRow("paused") << paused << StateLevel::Unknown;
    RegionOverview waiting = good;
    waiting.status.phase = Phase::WaitingForCredentials;
    QTest::newRow("waiting for keys") << waiting << StateLevel::Unknown;
    RegionOverview noKeys = good;
    noKeys.status.phase = Phase::CredentialsProblem;
    QTest::newRow("no keys") << noKeys << StateLevel::Unknown;
    RegionOverview stale = good;
    stale.status.channels = seenAt(now.addSecs(-120));
    QTest::newRow("channels stale") << stale << StateLevel::Unknown;
    RegionOverview staleInputs = good;
    staleInputs.status.inputs = seenAt(now.addSecs(-120));
    QTest::newRow("inputs stale") << staleInputs << StateLevel::Unknown;
    RegionOverview never = good;
    never.status.channels = {};
    QTest::newRow("never read") << never << StateLevel::Unknown;
    RegionOverview denied = good;
    denied.status.channels.error = apiError(ErrorCategory::Forbidden, u"ListChannels"_s, now);
    QTest::newRow("access denied since") << denied << StateLevel::Unknown;
    RegionOverview unknownRow = good;
    unknownRow.counts[StateLevel::Unknown] = 1;
    QTest::newRow("one row unknown") << unknownRow << StateLevel::Unknown;
    RegionOverview empty = good;
    empty.counts = {};
    QTest::newRow("no channels") << empty << StateLevel::Idle;
    RegionOverview emptyAndStale = stale;
    emptyAndStale.counts = {};
    QTest::newRow("no channels, stale") << emptyAndStale << StateLevel::Unknown;
}

void TestOverview::regionIsOkOnlyWhileEverythingIsKnown()
{
    QFETCH(RegionOverview, one);
    QFETCH(StateLevel, expected);
    QCOMPARE(regionLevel(one.status, one.counts, startTime()), expected);
}

void TestOverview::worstRowDecidesARegion()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.counts[StateLevel::Warning] = 1;
    QCOMPARE(regionLevel(one.status, one.counts, startTime()), StateLevel::Warning);
    one.counts[StateLevel::Critical] = 1;
    QCOMPARE(regionLevel(one.status, one.counts, startTime()), StateLevel::Critical);
}

void TestOverview::criticalStaysCriticalWhenStale()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.counts[StateLevel::Critical] = 1;
    QCOMPARE(regionLevel(one.status, one.counts, startTime().addSecs(300)), StateLevel::Critical);
}

void TestOverview::overallIsNeverOkWhileARegionIsUnknown()
{
    const QDateTime now = startTime();
    RegionOverview good = region(u"a"_s, u"A"_s, now);
    RegionOverview unread = region(u"b"_s, u"B"_s, now);
    unread.status.channels = {};
    unread.counts = {};
    unread.level = regionLevel(unread.status, unread.counts, now);
    QCOMPARE(overallLevel({good}), StateLevel::Ok);
    QCOMPARE(overallLevel({good, unread}), StateLevel::Unknown);
    QCOMPARE(overallLevel({unread, good}), StateLevel::Unknown);
    QCOMPARE(overallLevel({}), StateLevel::None);
}

void TestOverview::noBadgeIsOkWhileAnyPartIsUnknown()
{
    // Random regions with random parts unknown; the badges may only be green over what is known.
    QRandomGenerator random(20260102);
    const QDateTime now = startTime();
    const QList<Phase> phases{Phase::WaitingForCredentials, Phase::CredentialsProblem, Phase::Live,
                              Phase::Paused, Phase::Stopped};
    const auto spoiled = [&random, now](Freshness freshness) {
        switch (random.bounded(6)) {
        case 0:
            freshness.observedAt = now.addSecs(-3600);
            break;
        case 1:
            freshness.observedAt = {};
            break;
        case 2:
            freshness.heldBy = random.bounded(2) ? StaleCause::Asleep : StaleCause::EarlierRun;
            break;
        default:
            break;
        }
        return freshness;
    };
    int green = 0;
    int unknown = 0;
    for (int round = 0; round < 5000; ++round) {
        QList<RegionOverview> regions;
        bool known = true;
        for (int number = random.bounded(1, 4); number > 0; --number) {
            RegionOverview one = region(QString::number(number), QStringLiteral("R"), now);
            if (random.bounded(5) == 0)
                one.status.phase = phases.at(random.bounded(int(phases.size())));
            one.status.channels = spoiled(one.status.channels);
            one.status.inputs = spoiled(one.status.inputs);
            one.counts[StateLevel::Unknown] = random.bounded(5) == 0 ? random.bounded(1, 9) : 0;
            one.counts[StateLevel::Ok] = random.bounded(4);
            one.counts[StateLevel::Idle] = random.bounded(3);
            one.level = regionLevel(one.status, one.counts, now);
            const bool regionKnown = one.status.phase == Phase::Live
                && one.status.channels.trust(now) == Trust::Fresh
                && one.status.inputs.trust(now) == Trust::Fresh
                && one.counts[StateLevel::Unknown] == 0;
            if (!regionKnown)
                QVERIFY(one.level <= StateLevel::Unknown); // declared worst first
            known &= regionKnown;
            regions.append(one);
        }
        const StateLevel all = overallLevel(regions);
        if (!known) {
            QVERIFY(all <= StateLevel::Unknown);
            QVERIFY(overallCounts(regions)[StateLevel::Unknown] > 0);
            ++unknown;
        } else if (all == StateLevel::Ok) {
            ++green;
        }
    }
    QVERIFY(unknown > 500);
    QVERIFY(green > 100);
}

void TestOverview::unknownRegionWithoutRowsCountsAsOneUnknown()
{
    RegionOverview unread;
    unread.level = StateLevel::Unknown;
    QCOMPARE(overallCounts({unread})[StateLevel::Unknown], 1);
    RegionOverview withRows = unread;
    withRows.counts[StateLevel::Unknown] = 5;
    QCOMPARE(overallCounts({withRows, unread})[StateLevel::Unknown], 6);
}

void TestOverview::countsAreKeptApartByProfile()
{
    ManualClock clock(startTime());
    models::ChannelModel model(clock);
    model.upsert({channelRow(tag(u"a"_s), u"1"_s, u"One"_s),
                  channelRow(tag(u"b"_s), u"2"_s, u"Two"_s, u"IDLE"_s),
                  channelRow(tag(u"a"_s), u"3"_s, u"Three"_s)});
    const auto counts = countsPerProfile(model);
    QCOMPARE(counts.size(), 2);
    QCOMPARE(counts[u"a"_s][StateLevel::Ok], 2);
    QCOMPARE(counts[u"b"_s][StateLevel::Idle], 1);
    QCOMPARE(counts[u"b"_s][StateLevel::Ok], 0);
}

void TestOverview::lineSaysSinceWhenARegionIsStale()
{
    const RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    QVERIFY(regionLine(one.status, startTime().addSecs(4), models::TimeZoneChoice::Utc)
                .contains(u"4 s"_s));
    const QString stale
        = regionLine(one.status, startTime().addSecs(90), models::TimeZoneChoice::Utc);
    QVERIFY2(stale.contains(u"12:00:00 UTC"_s), qPrintable(stale));
}

void TestOverview::lineNamesTheTroubleOfARegionNeverRead()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.status.channels = {};
    const QString before = regionLine(one.status, startTime(), models::TimeZoneChoice::Utc);
    one.status.channels.error = apiError(ErrorCategory::Network, u"ListChannels"_s, startTime());
    const QString after = regionLine(one.status, startTime(), models::TimeZoneChoice::Utc);
    QVERIFY(!before.isEmpty());
    QVERIFY(!after.isEmpty());
    QVERIFY(before != after);
}

void TestOverview::oneLostPollIsNoProblemMessage()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.status.channels.error
        = apiError(ErrorCategory::Network, u"ListChannels"_s, startTime().addSecs(10));
    const QDateTime soon = startTime().addSecs(12);
    QVERIFY(regionProblems({one}, {}, soon, &RegionStatus::channels).isEmpty());
}

void TestOverview::staleRegionWithAnErrorBecomesAProblemMessage()
{
    RegionOverview one = region(u"p"_s, u"Frankfurt"_s, startTime());
    one.status.channels.error
        = apiError(ErrorCategory::Network, u"ListChannels"_s, startTime().addSecs(10));
    const QDateTime later = startTime().addSecs(90);
    const QList<Message> problems = regionProblems({one}, {}, later, &RegionStatus::channels);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().key, u"p"_s);
    QVERIFY(problems.first().title.contains(u"Frankfurt"_s));
    QVERIFY(!problems.first().text.isEmpty());
    QCOMPARE(problems.first().actions.size(), 1);
    // Inputs have no error, so their page has nothing to say.
    QVERIFY(regionProblems({one}, {}, later, &RegionStatus::inputs).isEmpty());
    QCOMPARE(healthProblems({one}, {}, later).size(), 1);
}

void TestOverview::unreadableKeysAreToldOnceAndNotOnThePages()
{
    RegionOverview one = region(u"p"_s, u"Frankfurt"_s, startTime());
    one.status.phase = Phase::CredentialsProblem;
    one.status.secretProblem = SecretProblem::Locked;
    one.status.channels.error
        = apiError(ErrorCategory::Credentials, u"ListChannels"_s, startTime());
    QVERIFY(regionProblems({one}, {}, startTime(), &RegionStatus::channels).isEmpty());
    const QList<Message> secrets = secretProblems({one});
    QCOMPARE(secrets.size(), 1);
    QCOMPARE(secrets.first().key, u"secret/p"_s);
    QCOMPARE(secrets.first().actions.first().id, u"tryAgain"_s);
    QCOMPARE(secrets.first().actions.last().id, u"edit"_s);
}

void TestOverview::everySecretProblemHasWords_data()
{
    QTest::addColumn<SecretProblem>("problem");
    QTest::newRow("not found") << SecretProblem::NotFound;
    QTest::newRow("denied") << SecretProblem::Denied;
    QTest::newRow("locked") << SecretProblem::Locked;
    QTest::newRow("no backend") << SecretProblem::NoBackend;
    QTest::newRow("timeout") << SecretProblem::Timeout;
    QTest::newRow("failed") << SecretProblem::Failed;
    QTest::newRow("environment") << SecretProblem::EnvironmentMissing;
    QTest::newRow("unsupported") << SecretProblem::UnsupportedSource;
    QTest::newRow("shared files") << SecretProblem::AwsFilesUnusable;
    QTest::newRow("AWS profile") << SecretProblem::AwsProfileUnusable;
    QTest::newRow("process") << SecretProblem::ProcessFailed;
    QTest::newRow("MFA code") << SecretProblem::MfaNeeded;
    QTest::newRow("MFA code refused") << SecretProblem::MfaRefused;
    QTest::newRow("role") << SecretProblem::RoleRefused;
    QTest::newRow("expired") << SecretProblem::Expired;
    QTest::newRow("sign-in") << SecretProblem::SignInNeeded;
}

void TestOverview::everySecretProblemHasWords()
{
    QFETCH(SecretProblem, problem);
    QVERIFY(!secretProblemTitle(problem).isEmpty());
    QVERIFY(!secretProblemAdvice(problem).isEmpty());
    QVERIFY(secretProblemTitle(SecretProblem::None).isEmpty());
}

void TestOverview::progressTellsLoadingFromUnknown()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.status.channels = {};
    one.status.refreshing = true;
    one.status.refreshedItems = 7;
    PageProgress progress = progressOf({one}, {}, &RegionStatus::channels);
    QCOMPARE(progress, (PageProgress{1, true, 7, false}));
    one.status.refreshing = false;
    one.status.channels.error = apiError(ErrorCategory::Network, u"ListChannels"_s, startTime());
    progress = progressOf({one}, {}, &RegionStatus::channels);
    QCOMPARE(progress, (PageProgress{1, false, 0, false}));
    QCOMPARE(progressOf({}, {}, &RegionStatus::channels), PageProgress());
}

void TestOverview::scopeLeavesOtherRegionsOut()
{
    RegionOverview good = region(u"a"_s, u"A"_s, startTime());
    RegionOverview bad = region(u"b"_s, u"B"_s, startTime());
    bad.status.channels = {};
    bad.status.channels.error = apiError(ErrorCategory::Network, u"ListChannels"_s, startTime());
    QVERIFY(regionProblems({good, bad}, u"a"_s, startTime(), &RegionStatus::channels).isEmpty());
    QCOMPARE(regionProblems({good, bad}, u"b"_s, startTime(), &RegionStatus::channels).size(), 1);
    QVERIFY(!progressOf({good, bad}, u"b"_s, &RegionStatus::channels).observed);
    QVERIFY(progressOf({good, bad}, u"a"_s, &RegionStatus::channels).observed);
    QCOMPARE(statusLineOf({good, bad}, u"a"_s, startTime()).regions, 1);
}

void TestOverview::statusLineHasNoAgeUntilEveryRegionWasRead()
{
    RegionOverview good = region(u"a"_s, u"A"_s, startTime());
    RegionOverview older = region(u"b"_s, u"B"_s, startTime().addSecs(-7));
    const QDateTime now = startTime().addSecs(2);
    good.status.nextRefresh = now.addSecs(5);
    older.status.nextRefresh = now.addSecs(3);
    good.status.cost.monthUsd = 4.10;
    good.status.budgetUsd = 25.0;
    older.status.cost.monthUsd = 0.5;
    older.status.budgetUsd = 5.0;
    older.status.metricPace = {Slowing::Double, 26, 26, 0, false};
    StatusLine line = statusLineOf({good, older}, {}, now);
    QCOMPARE(line.age, 9s); // of the oldest
    QCOMPARE(line.next, 3s); // of the soonest
    QCOMPARE(line.cost.cost.monthUsd, 4.60);
    QCOMPARE(line.cost.budgetUsd, 30.0);
    QCOMPARE(line.cost.pace.slowed, 26);
    QVERIFY(costMeterText(line.cost).contains(u"$4.60 of $30.00"_s));
    QVERIFY(!slowingText(line.cost.pace).isEmpty());
    QVERIFY(slowingText(statusLineOf({good}, {}, now).cost.pace).isEmpty());
    QCOMPARE(costBriefText(line.cost), u"$4.60 of $30.00, slowed"_s);
    older.status.metricPace = {Slowing::Nothing, 0, 0, 0, false, true};
    QVERIFY(costBriefText(statusLineOf({older}, {}, now).cost).contains(u"off"_s));
    QVERIFY(slowingAdvice(statusLineOf({older}, {}, now).cost.pace).contains(u"alerts"_s));
    QCOMPARE(line.requestLimit, 0.0); // each has a limit of its own
    QCOMPARE(statusLineOf({good}, {}, now).requestLimit, good.profile.medialiveRequestsPerSecond);
    older.status.channels = {};
    QVERIFY(!statusLineOf({good, older}, {}, now).age.has_value());
}

void TestOverview::factsSayNotReadYetInsteadOfZero()
{
    RegionOverview one;
    one.profile.region = u"eu-central-1"_s;
    const QList<RegionFact> facts = regionFacts(one, startTime(), models::TimeZoneChoice::Utc);
    QCOMPARE_GE(facts.size(), 8);
    for (const RegionFact &fact : facts) {
        QVERIFY(!fact.label.isEmpty());
        if (fact.label == u"Costs"_s) {
            QVERIFY(!fact.value.contains(u'\n') && fact.toolTip.contains(fact.value));
            continue; // nothing was asked, so nothing is what it cost
        }
        QVERIFY2(!fact.value.contains(u'0'), qPrintable(fact.label + u": "_s + fact.value));
    }
}

void TestOverview::metricsAreCountedOnlyForCloudWatch()
{
    RegionOverview one = region(u"p"_s, u"P"_s, startTime());
    one.status.cloudwatch.metricsRequested = 240;
    one.status.medialive.lastError
        = apiError(ErrorCategory::Forbidden, u"ListChannels"_s, startTime());
    const QList<ServiceFacts> facts = serviceFacts(one, startTime(), models::TimeZoneChoice::Utc);
    QCOMPARE(facts.size(), 3);
    QVERIFY(!facts.at(0).metrics.contains(u'0'));
    QCOMPARE(facts.at(1).metrics, u"240"_s);
    QVERIFY(facts.at(0).errorIsCurrent);
    QVERIFY(facts.at(0).lastError.contains(u"medialive:ListChannels"_s));
    QVERIFY(facts.at(0).lastError.contains(u"UTC"_s));
    QVERIFY(factsAsText(one, startTime(), models::TimeZoneChoice::Utc).contains(u"240"_s));
}

void TestOverview::callRateForgetsAfterTenSeconds()
{
    CallRate rate;
    QCOMPARE(rate.perSecond(0ms), 0.0);
    rate.add(1000ms, 20);
    rate.add(2000ms, 10);
    QCOMPARE(rate.perSecond(2000ms), 3.0);
    QCOMPARE(rate.perSecond(11500ms), 1.0);
    QCOMPARE(rate.perSecond(60000ms), 0.0);
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
