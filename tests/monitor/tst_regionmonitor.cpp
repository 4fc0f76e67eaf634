// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/channeldetailwatch.h"
#include "monitor/demofixture.h"
#include "monitor/historyrequest.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::MonitorHub;
using monitor::Phase;
using monitor::RegionMonitor;
using monitor::SecretProblem;
using tests::DemoFixture;

class RegionMonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsInventoryIdentityAndAlerts()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        QTRY_COMPARE(region->status().inputCount, 30);
        QTRY_VERIFY(region->status().caller.has_value());
        QCOMPARE(region->status().caller->account, u"123456789012"_s);
        QTRY_VERIFY(region->status().alerts.observedAt.isValid());
        QCOMPARE(region->status().phase, Phase::Live);
        QVERIFY(region->status().runningCount > 0);
        QVERIFY(region->status().medialive.calls >= 3);
        QVERIFY(!region->status().medialive.lastError);
    }

    void asksCloudWatchForNothingUntilSomebodyLooks()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().alerts.observedAt.isValid());
        QCOMPARE(region->status().cloudwatch.calls, 0);
        QCOMPARE(region->status().cloudwatch.metricsRequested, 0);

        hub.setHealthWatched(true);
        QTRY_VERIFY(region->status().metrics.observedAt.isValid());
        QVERIFY(region->status().cloudwatch.metricsRequested > 0);
        bool anyValue = false;
        for (const PipelineHealth &row : region->health()) {
            for (const MetricReading &reading : row.readings) {
                anyValue |= reading.hasValue();
                if (row.pipeline.isEmpty())
                    QCOMPARE(reading.status, ReadingStatus::NotRunning);
            }
        }
        QVERIFY(anyValue);
    }

    void aRefusedListOfMetricsLeavesOutputsUnknownInsteadOfOk()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListMetrics"_s);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setHealthWatched(true);
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().metrics.observedAt.isValid());
        int legs = 0;
        for (const PipelineHealth &row : region->health()) {
            if (row.pipeline.isEmpty())
                continue;
            ++legs;
            // What is published per output group can't be guessed; the documented rest can.
            QCOMPARE(row.reading(HealthMetric::ActiveOutputs).status, ReadingStatus::Forbidden);
            QVERIFY(row.reading(HealthMetric::NetworkOut).hasValue());
        }
        QVERIFY(legs > 0);

        demo.region().faults().setForbidden(u"ListMetrics"_s, false);
        region->refreshNow();
        QTRY_VERIFY(std::ranges::any_of(region->health(), [](const PipelineHealth &row) {
            return row.reading(HealthMetric::ActiveOutputs).hasValue();
        }));
    }

    void turningAPageAndBackCostsNoSecondRound()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setHealthWatched(true);
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().metrics.observedAt.isValid());
        const auto asked = [&] {
            return demo.region().faults().counts().byOperation.value(u"GetMetricData"_s);
        };
        const qint64 before = asked();
        hub.setHealthWatched(false);
        hub.setHealthWatched(true);
        const QDateTime sweep = region->status().channels.observedAt;
        region->refreshNow(); // asked for by hand, it does
        QTRY_VERIFY(region->status().channels.observedAt > sweep);
        QTRY_COMPARE(asked(), before + 1);
    }

    void goesStaleWithTheReasonAndKeepsItsRowsWhenTheRegionGoesAway()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        const QString someId = region->channels().first().id;
        demo.unplug();
        region->refreshNow();
        QTRY_VERIFY_WITH_TIMEOUT(region->status().channels.error.has_value(), 30000);
        QCOMPARE(region->status().channels.error->category, ErrorCategory::Network);
        QCOMPARE(region->status().channelCount, 24);
        QVERIFY(region->channelFreshness(someId).error.has_value());
        const QDateTime later = demo.clock().utcNow().addSecs(60);
        QCOMPARE(region->channelFreshness(someId).trust(later), Trust::Stale);
    }

    void aRefusedPermissionIsNamedAndHurtsNothingElse()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListInputs"_s);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        QTRY_VERIFY(region->status().inputs.error.has_value());
        QCOMPARE(region->status().inputs.error->category, ErrorCategory::Forbidden);
        QCOMPARE(region->status().inputs.error->operation, u"ListInputs"_s);
    }

    void anEndpointWithoutAlertsLeavesThemUnknown_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorCategory>("category");
        QTest::newRow("a 404 of anybody") << QString() << ErrorCategory::Malformed;
        QTest::newRow("no such call")
            << u"UnknownOperationException"_s << ErrorCategory::BadRequest;
    }
    void anEndpointWithoutAlertsLeavesThemUnknown()
    {
        QFETCH(QString, code);
        QFETCH(ErrorCategory, category);
        DemoFixture demo;
        demo.region().faults().failNext(10000, 404, code, u"ListAlerts"_s);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        QTRY_VERIFY(region->status().alerts.error.has_value());
        QCOMPARE(region->status().alerts.error->category, category);
        QVERIFY(!region->status().alerts.observedAt.isValid());
        for (const PipelineHealth &row : region->health())
            QVERIFY(!row.setAlerts.has_value());
    }

    void aMissingSecretIsSaidAndNothingIsSent()
    {
        DemoFixture demo;
        demo.secrets().discard(demo.profile().id);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().phase, Phase::CredentialsProblem);
        QCOMPARE(region->status().secretProblem, SecretProblem::NotFound);
        QCOMPARE(region->status().medialive.calls, 0);

        demo.secrets().insert(demo.profile().id, demo.region().credentials());
        hub.credentialsChanged(demo.profile().id);
        QTRY_COMPARE(region->status().channelCount, 24);
        QCOMPARE(region->status().phase, Phase::Live);
    }

    void oneBadRegionNeverHurtsAnother()
    {
        DemoFixture good;
        DemoFixture bad;
        bad.region().setOffline(true);
        storage::MemorySecretStore secrets;
        secrets.insert(good.profile().id, good.region().credentials());
        secrets.insert(bad.profile().id, bad.region().credentials());
        bad.profile().name = u"Bad"_s;
        MonitorHub hub(secrets, good.clock());
        hub.setProfiles({bad.profile(), good.profile()});
        QTRY_COMPARE(hub.region(good.profile().id)->status().channelCount, 24);
        QCOMPARE(hub.region(bad.profile().id)->status().channelCount, 0);
        QTRY_VERIFY_WITH_TIMEOUT(hub.region(bad.profile().id)->status().channels.error.has_value(),
                                 30000);
        QVERIFY(!hub.region(good.profile().id)->status().channels.error);
    }

    void twoProfilesMayWatchTheSameRegion()
    {
        DemoFixture demo;
        const Profile twin = duplicateProfile(demo.profile(), {demo.profile()});
        demo.secrets().insert(twin.id, demo.region().credentials());
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile(), twin});
        QTRY_COMPARE(hub.region(demo.profile().id)->status().channelCount, 24);
        QTRY_COMPARE(hub.region(twin.id)->status().channelCount, 24);
    }

    void renamingKeepsTheDataAndRepointingStartsAfresh()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        QSignalSpy added(&hub, &MonitorHub::regionAdded);
        QSignalSpy removed(&hub, &MonitorHub::regionRemoved);
        hub.setProfiles({demo.profile()});
        QTRY_COMPARE(hub.regions().first()->status().channelCount, 24);

        Profile renamed = demo.profile();
        renamed.name = u"Renamed"_s;
        renamed.production = true;
        hub.setProfiles({renamed});
        QCOMPARE(added.count(), 1);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(hub.regions().first()->status().channelCount, 24);
        QCOMPARE(hub.regions().first()->profile().name, u"Renamed"_s);

        renamed.region = u"eu-west-1"_s;
        hub.setProfiles({renamed});
        QCOMPARE(added.count(), 2);
        QCOMPARE(removed.count(), 1);
        hub.setProfiles({});
        QCOMPARE(removed.count(), 2);
        QVERIFY(hub.regions().isEmpty());
    }

    void intervalsOfTheProfileAreKeptAndChangeInPlace()
    {
        DemoFixture demo;
        demo.profile().inventorySeconds = 600;
        MonitorHub hub(demo.secrets(), demo.clock());
        QSignalSpy removed(&hub, &MonitorHub::regionRemoved);
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        const auto secondsToNext = [&] {
            return demo.clock().utcNow().secsTo(region->status().nextRefresh);
        };
        QTRY_COMPARE(region->status().channelCount, 24);
        QTRY_VERIFY(region->status().nextRefresh.isValid() && !region->status().refreshing);
        QVERIFY2(secondsToNext() > 500, qPrintable(QString::number(secondsToNext())));
        const auto sweeps = [&demo] {
            return demo.region().faults().counts().byOperation.value(u"ListChannels"_s);
        };
        const qint64 before = sweeps();
        const QDateTime seen = region->status().channels.observedAt;

        Profile quicker = demo.profile();
        quicker.inventorySeconds = 2;
        quicker.metricsSeconds = 30;
        hub.setProfiles({quicker});
        QCOMPARE(hub.regions(), QList<RegionMonitor *>{region}); // with all that it knows
        QCOMPARE(removed.count(), 0);
        QCOMPARE(region->status().channelCount, 24);
        QCOMPARE(region->status().channels.observedAt, seen);
        QCOMPARE(region->status().channels.trust(demo.clock().utcNow()), Trust::Fresh);
        QTRY_VERIFY(sweeps() > before);

        quicker.inventorySeconds = 600;
        hub.setProfiles({quicker});
        const QString anyId = region->channels().first().id;
        QTRY_VERIFY(secondsToNext() > 500);
        // Rows that come seldom now are not stale for that.
        QCOMPARE(region->channelFreshness(anyId).trust(demo.clock().utcNow().addSecs(300)),
                 Trust::Fresh);
    }

    void pauseStopsAskingAndResumeRefreshes()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        hub.setPaused(true);
        QTRY_COMPARE(region->status().phase, Phase::Paused);
        QVERIFY(region->status().refreshedItems <= 24 + 30); // counts one sweep, not all of them
        QTRY_VERIFY(!region->status().refreshing);
        QVERIFY(!region->status().nextRefresh.isValid());
        const QDateTime before = region->status().channels.observedAt;
        region->refreshNow();
        QCoreApplication::processEvents();
        QCOMPARE(region->status().channels.observedAt, before);
        hub.setPaused(false);
        QTRY_VERIFY(region->status().channels.observedAt > before);
    }

    void resumingAllLeavesPausedWhatWasPausedForItself()
    {
        DemoFixture demo;
        Profile other = duplicateProfile(demo.profile(), {demo.profile()});
        demo.secrets().insert(other.id, demo.region().credentials());
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile(), other});
        RegionMonitor *single = hub.region(demo.profile().id);
        RegionMonitor *neighbour = hub.region(other.id);
        QTRY_COMPARE(single->status().channelCount, 24);
        single->setPaused(true);
        hub.setPaused(true);
        hub.setPaused(false);
        QVERIFY(single->isPaused());
        QCOMPARE(single->status().phase, Phase::Paused);
        QVERIFY(!neighbour->isPaused());

        hub.setPaused(true);
        single->setPaused(false); // one alone may go on
        QVERIFY(!single->isPaused());
        QVERIFY(neighbour->isPaused());
    }

    void aPausedRegionIsAskedForNothing()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().alerts.observedAt.isValid());
        const QString id = runningStandard(region);
        region->setPaused(true);
        QTRY_VERIFY(!region->status().refreshing);
        const std::unique_ptr<monitor::ChannelDetailWatch> watch(region->watchChannel(id, nullptr));
        QVERIFY(watch->isPaused());
        // What was under way when the pause began has come back by the time a second region has
        // been read from beginning to end.
        DemoFixture other;
        MonitorHub otherHub(other.secrets(), other.clock());
        otherHub.setProfiles({other.profile()});
        QTRY_VERIFY(otherHub.regions().first()->status().alerts.observedAt.isValid());
        const qint64 before = demo.region().faults().counts().total;
        region->refreshNow();
        hub.credentialsChanged(demo.profile().id);
        hub.refreshAll();
        otherHub.refreshAll();
        const QDateTime seen = otherHub.regions().first()->status().channels.observedAt;
        QTRY_VERIFY(otherHub.regions().first()->status().channels.observedAt > seen);
        QCOMPARE(demo.region().faults().counts().total, before);
        region->setPaused(false);
        QTRY_VERIFY(watch->freshness().observedAt.isValid());
    }

    void activeInputsArriveWithoutAnybodyLooking()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        const auto isKnown = [](const PipelineHealth &row) {
            return !row.activeInput.isEmpty() && row.traits.hasHttpOutput.has_value()
                && row.traits.lockingConfigured.has_value();
        };
        QTRY_VERIFY(std::ranges::any_of(region->health(), isKnown));
        const QList<PipelineHealth> rows = region->health();
        const auto known = std::ranges::find_if(rows, isKnown);
        QVERIFY(region->descriptionFreshness(known->channelId).observedAt.isValid());
        const QList<Channel> channels = region->channels();
        const auto channel = std::ranges::find(channels, known->channelId, &Channel::id);
        QVERIFY(!channel->pipelineDetails.isEmpty());
        QCOMPARE(region->status().cloudwatch.calls, 0);
    }

    void everythingIsDoubtedAtOnceAndThenSeenAgainWithinTheLimits_data()
    {
        QTest::addColumn<StaleCause>("reason");
        QTest::newRow("asleep") << StaleCause::Asleep;
        QTest::newRow("clock changed") << StaleCause::ClockChanged;
    }

    void everythingIsDoubtedAtOnceAndThenSeenAgainWithinTheLimits()
    {
        QFETCH(StaleCause, reason);
        demo::DemoOptions options = DemoFixture::quick();
        options.latency = 20ms;
        DemoFixture demo(options);
        demo.profile().medialiveRequestsPerSecond = 20.0;
        demo.profile().inventorySeconds = 60;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().alerts.observedAt.isValid());
        QTRY_VERIFY(!region->status().refreshing);
        const QString id = runningStandard(region);
        const QDateTime now = demo.clock().utcNow();
        QCOMPARE(region->channelFreshness(id).trust(now), Trust::Fresh);

        const qint64 before = demo.region().faults().counts().total;
        const std::chrono::milliseconds began = demo.clock().elapsed();
        hub.interrupted(reason);
        for (const Freshness &one :
             {region->channelFreshness(id), region->alertFreshness(id), region->status().channels,
              region->status().inputs, region->status().alerts}) {
            QCOMPARE(one.trust(now), Trust::Stale);
            QCOMPARE(one.heldBy, reason);
        }
        const auto fresh = [&](const Freshness &one) {
            return one.heldBy == StaleCause::None;
        };
        QTRY_VERIFY(fresh(region->status().channels) && fresh(region->status().inputs));
        QTRY_VERIFY(fresh(region->status().alerts));
        const double seconds
            = std::chrono::duration<double>(demo.clock().elapsed() - began).count();
        const auto asked = static_cast<double>(demo.region().faults().counts().total - before);
        // No saved-up burst: tokens of that time, one in hand, and what was answered in between.
        QVERIFY2(asked <= 20.0 * seconds + 2.0,
                 qPrintable(u"%1 requests in %2 s"_s.arg(asked).arg(seconds)));
        QCOMPARE(region->channelFreshness(id).trust(demo.clock().utcNow()), Trust::Fresh);
    }

    void aSweepThatIsCancelledKeepsWhatItBrought()
    {
        demo::DemoOptions options = DemoFixture::quick();
        options.channels = 500;
        DemoFixture demo(options);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QSignalSpy pages(region, &RegionMonitor::channelsArrived);
        QSignalSpy kept(region, &RegionMonitor::channelsKept);
        QTRY_COMPARE_GE(pages.count(), 1);
        region->cancelRefresh();
        QTRY_VERIFY(!region->status().refreshing);
        QCOMPARE(kept.count(), 0);
        QVERIFY(region->status().channelCount >= 100);
        QVERIFY(region->status().channelCount < 500);
        QVERIFY(!region->status().channels.error); // cancelling is no error
    }

    void historyComesPerLegAndSaysItsPeriod()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        hub.setHealthWatched(true);
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().metrics.observedAt.isValid());
        const QString id = runningStandard(region);
        QVERIFY(!id.isEmpty());
        const monitor::HistorySpec spec{id, {u"0"_s, u"1"_s}, {u"NetworkIn"_s}, 24h};
        monitor::HistoryRequest *request = region->loadHistory(spec, this);
        QSignalSpy finished(request, &monitor::HistoryRequest::finished);
        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.first().first().value<monitor::HistoryResult>();
        QVERIFY(!result.error);
        QCOMPARE(result.period, 60s);
        QCOMPARE(result.series.size(), 2);
        for (const MetricSeries &series : result.series) {
            QVERIFY(series.points.size() > 100);
            QVERIFY(series.points.first().at < series.points.last().at);
            QVERIFY(series.points.last().at < result.range.to);
        }
    }

    void historyTellsTheAlertsOfItsChannel()
    {
        demo::DemoOptions options = DemoFixture::quick();
        options.scenario = u"storm"_s;
        DemoFixture demo(options);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        const auto alerted = [region] {
            for (const PipelineHealth &row : region->health()) {
                if (!region->alerts(row.channelId).isEmpty())
                    return row.channelId;
            }
            return QString();
        };
        QTRY_VERIFY(!alerted().isEmpty());
        const QString id = alerted();
        monitor::HistoryRequest *request
            = region->loadHistory({id, {u"0"_s, u"1"_s}, {u"NetworkIn"_s}, 1h}, this);
        QSignalSpy finished(request, &monitor::HistoryRequest::finished);
        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.first().first().value<monitor::HistoryResult>();
        const QList<ChannelAlert> alerts = region->alerts(id);
        QVERIFY(!result.bands.isEmpty());
        QCOMPARE(result.bands.first().kind, TimelineBand::Kind::Alert);
        QVERIFY(std::any_of(alerts.begin(), alerts.end(), [&](const ChannelAlert &alert) {
            return alert.alertType == result.bands.first().text;
        }));
    }

    void anOptionalMetricNobodyPublishesIsNotPaidFor()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        Profile paying = demo.profile();
        paying.useFreeMetricStatistics = false;
        hub.setProfiles({paying});
        hub.setHealthWatched(true);
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().metrics.observedAt.isValid());
        QVERIFY(region->publishedMetrics().contains(u"NetworkIn"_s));
        const qint64 before = region->status().cloudwatch.metricsRequested;
        monitor::HistoryRequest *request = region->loadHistory(
            {runningStandard(region), {u"0"_s, u"1"_s}, {u"NoSuchMetric"_s, u"NetworkIn"_s}, 1h},
            this);
        QSignalSpy finished(request, &monitor::HistoryRequest::finished);
        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.first().first().value<monitor::HistoryResult>();
        QCOMPARE(result.unpublished, QStringList{u"NoSuchMetric"_s});
        QCOMPARE(result.series.size(), 2);
        QCOMPARE(region->status().cloudwatch.metricsRequested - before, 2);
    }

    void historyCanBeCancelledAtOnce()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        monitor::HistoryRequest *request
            = hub.regions().first()->loadHistory({u"1"_s, {u"0"_s}, {u"NetworkIn"_s}, 1h}, this);
        QSignalSpy finished(request, &monitor::HistoryRequest::finished);
        request->cancel();
        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.first().first().value<monitor::HistoryResult>();
        QCOMPARE(result.error->category, ErrorCategory::Cancelled);
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"GetMetricData"_s), 0);
    }

    void aWatchedChannelTellsItsLegsAndPictures()
    {
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        const std::unique_ptr<monitor::ChannelDetailWatch> watch(
            region->watchChannel(runningStandard(region), nullptr));
        QTRY_VERIFY(watch->freshness().observedAt.isValid());
        QCOMPARE(watch->channel().pipelineDetails.size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(watch->thumbnails().contains(u"0"_s), 20000);
        QVERIFY(watch->thumbnails().value(u"0"_s).image.startsWith("\xff\xd8"));

        // What it saw before a sleep is not believed until it is seen again.
        const QSignalSpy doubted(watch.get(), &monitor::ChannelDetailWatch::trustChanged);
        demo.region().setOffline(true);
        region->markStale(StaleCause::Asleep);
        const QDateTime now = demo.clock().utcNow();
        QCOMPARE(doubted.size(), 1);
        QCOMPARE(watch->freshness().trust(now), Trust::Stale);
        QCOMPARE(watch->thumbnailFreshness().staleCause(now), StaleCause::Asleep);
        QCOMPARE(watch->channel().pipelineDetails.size(), 2);
        demo.region().setOffline(false);
        watch->setPaused(false); // asks at once
        QTRY_COMPARE_WITH_TIMEOUT(watch->freshness().trust(demo.clock().utcNow()), Trust::Fresh,
                                  20000);
        QTRY_COMPARE_WITH_TIMEOUT(watch->thumbnailFreshness().heldBy, StaleCause::None, 20000);
    }

private:
    static QString runningStandard(const RegionMonitor *region)
    {
        for (const Channel &channel : region->channels()) {
            if (channel.isRunning() && channel.pipelinesRunning == 2)
                return channel.id;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(RegionMonitorTest)
#include "tst_regionmonitor.moc"
