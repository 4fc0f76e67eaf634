// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricbudget.h"
#include "demofixture.h"
#include "monitor/costbook.h"
#include "monitor/historyrequest.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::MonitorHub;
using monitor::RegionMonitor;
using tests::DemoFixture;

namespace {

using Legs = QHash<QString, QSet<QString>>;

/// A hub on a demo region, with its channels read and nothing asked of CloudWatch yet but for
/// channels in trouble.
struct Watch
{
    explicit Watch(double budget = 25.0, bool free = false,
                   demo::DemoOptions options = DemoFixture::quick())
        : demo(std::move(options))
        , hub(demo.secrets(), demo.clock())
    {
        demo.profile().cloudwatchBudgetUsdPerMonth = budget;
        demo.profile().useFreeMetricStatistics = free;
        hub.setVisibleHealth(Legs{});
        hub.setProfiles({demo.profile()});
        region = hub.regions().first();
    }

    qint64 asked(const QString &operation)
    {
        return demo.region().faults().counts().byOperation.value(operation);
    }
    qint64 askedOfCloudWatch()
    {
        return asked(u"ListMetrics"_s) + asked(u"GetMetricData"_s) + asked(u"GetMetricStatistics"_s)
            + asked(u"DescribeAlarms"_s);
    }
    /// A channel with two pipelines and nothing wrong with it.
    QString quietChannel() const
    {
        for (const Channel &channel : region->channels()) {
            if (channel.isRunning() && channel.pipelinesRunning == 2
                && channel.pipelinesExpected() == 2
                && region->alertFreshness(channel.id).observedAt.isValid()
                && region->alerts(channel.id).isEmpty())
                return channel.id;
        }
        return {};
    }
    QList<PipelineHealth> rowsOf(const QString &channelId) const
    {
        QList<PipelineHealth> rows;
        for (const PipelineHealth &row : region->health()) {
            if (row.channelId == channelId)
                rows.append(row);
        }
        return rows;
    }
    bool hasValues(const QString &channelId, int pipeline) const
    {
        const QList<PipelineHealth> rows = rowsOf(channelId);
        return rows.size() > pipeline
            && rows.at(pipeline).reading(HealthMetric::NetworkIn).hasValue();
    }

    /// Judged as the table judges it.
    bool hasCriticalRow() const
    {
        const QList<PipelineHealth> rows = region->health();
        return std::any_of(rows.begin(), rows.end(), [this](const PipelineHealth &row) {
            return judge(row, region->channelFreshness(row.channelId),
                         region->alertFreshness(row.channelId), demo.clock().utcNow())
                       .level
                == HealthLevel::Critical;
        });
    }

    DemoFixture demo;
    MonitorHub hub;
    RegionMonitor *region = nullptr;
};

} // namespace

/// What is asked of CloudWatch, and what is not, against a demo region over real HTTP.
class MetricPollingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheRowOnScreenIsAskedFor()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setVisibleHealth(Legs{{watch.demo.profile().id, {id + u"/1"_s}}});
        watch.hub.setHealthWatched(true);
        QTRY_VERIFY(watch.hasValues(id, 1));
        QVERIFY(!watch.hasValues(id, 0));
        QCOMPARE(watch.rowsOf(id).first().reading(HealthMetric::NetworkIn).status,
                 ReadingStatus::NotObserved);
        QVERIFY(watch.region->metricFreshness(id, u"1"_s).observedAt.isValid());
        QVERIFY(!watch.region->metricFreshness(id, u"0"_s).observedAt.isValid());
    }

    void aRowThatComesIntoViewIsAskedForAtOnceAndTheOthersAreNotAskedAgain()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        const QString profile = watch.demo.profile().id;
        watch.hub.setVisibleHealth(Legs{{profile, {id + u"/0"_s}}});
        watch.hub.setHealthWatched(true);
        QTRY_VERIFY(watch.hasValues(id, 0));
        const QDateTime first = watch.region->metricFreshness(id, u"0"_s).observedAt;
        watch.hub.setVisibleHealth(Legs{{profile, {id + u"/0"_s, id + u"/1"_s}}});
        QTRY_VERIFY(watch.hasValues(id, 1)); // long before the interval of a minute is over
        QCOMPARE(watch.region->metricFreshness(id, u"0"_s).observedAt, first);
    }

    void afterASleepOnlyItsOwnAnswerMakesARowFreshAgain()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        const QString profile = watch.demo.profile().id;
        watch.hub.setVisibleHealth(Legs{{profile, {id + u"/0"_s}}});
        watch.hub.setHealthWatched(true);
        QTRY_VERIFY(watch.hasValues(id, 0));
        watch.region->markStale(StaleCause::Asleep);
        const auto cause = [&watch, &id](const QString &pipeline) {
            return watch.region->metricFreshness(id, pipeline)
                .staleCause(watch.demo.clock().utcNow());
        };
        QCOMPARE(cause(u"0"_s), StaleCause::Asleep);
        // The other leg is asked for, this one is not due yet.
        watch.hub.setVisibleHealth(Legs{{profile, {id + u"/0"_s, id + u"/1"_s}}});
        QTRY_VERIFY(watch.hasValues(id, 1));
        QCOMPARE(cause(u"1"_s), StaleCause::None);
        QCOMPARE(cause(u"0"_s), StaleCause::Asleep);
        watch.region->refreshNow();
        QTRY_COMPARE(cause(u"0"_s), StaleCause::None);
    }

    void whatIsNotPublishedIsNotForbidden()
    {
        Watch watch;
        watch.demo.region().faults().setForbidden(u"GetMetricData"_s);
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        const auto status = [&watch, &id] {
            return watch.rowsOf(id).first().reading(HealthMetric::NetworkIn).status;
        };
        QTRY_COMPARE(status(), ReadingStatus::Forbidden);
        // What the channel does not publish is no more forbidden than it is failed.
        const PipelineReadings readings = watch.rowsOf(id).first().readings;
        QVERIFY(std::any_of(readings.begin(), readings.end(), [](const MetricReading &reading) {
            return reading.status == ReadingStatus::NotPublished;
        }));
    }

    void aChartThatCantKnowWhatToAskForSaysWhy()
    {
        Watch watch;
        watch.demo.region().faults().setForbidden(u"ListMetrics"_s);
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        // Published per output group, whose names only the list tells.
        const auto load = [&watch](const QStringList &metrics) {
            QSignalSpy loaded(
                watch.region->loadHistory(
                    {watch.quietChannel(), {u"0"_s}, metrics, std::chrono::hours(1)}, watch.region),
                &monitor::HistoryRequest::finished);
            return QTest::qWaitFor([&loaded] { return !loaded.isEmpty(); })
                ? loaded.first().first().value<monitor::HistoryResult>()
                : monitor::HistoryResult();
        };
        const auto none = load({u"ActiveOutputs"_s});
        QVERIFY(none.error);
        QCOMPARE(none.error->category, ErrorCategory::Forbidden);
        const auto some = load({u"NetworkIn"_s, u"ActiveOutputs"_s});
        QVERIFY(some.error);
        QVERIFY(!some.series.isEmpty());
        const auto all = load({u"NetworkIn"_s});
        QVERIFY(!all.error);
        QVERIFY(!all.series.first().points.isEmpty());
    }

    void aPinnedChannelIsWatchedThoughNobodyLooks()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        QTRY_VERIFY(watch.hasValues(id, 0));
        QVERIFY(watch.hasValues(id, 1));
        QVERIFY(watch.hub.costs().summary(watch.demo.profile().id).monthUsd > 0.0);
    }

    void aBudgetOfNothingAsksForNothingAndSaysSo()
    {
        Watch watch(0.0);
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        watch.hub.setHealthWatched(true);
        watch.region->refreshNow();
        QTRY_VERIFY(watch.region->status().metricPace.off);
        QVERIFY(watch.region->status().metricPace.isHeldBack());
        QCOMPARE(watch.askedOfCloudWatch(), 0);
        // Not "loading" for ever, and the same in rows nobody has asked for.
        for (const PipelineHealth &row : watch.region->health()) {
            if (row.channelState != u"RUNNING"_s)
                continue;
            for (const MetricReading &reading : row.readings)
                QCOMPARE(reading.status, ReadingStatus::OverBudget);
        }

        // A larger budget takes effect without starting anew.
        Profile richer = watch.demo.profile();
        richer.cloudwatchBudgetUsdPerMonth = 25.0;
        watch.hub.setProfiles({richer});
        QTRY_VERIFY(watch.hasValues(id, 0));
        QCOMPARE(watch.hub.regions().first(), watch.region);
    }

    /// Whoever sets the budget to nothing wants no bill and no surprise: alerts and states, which
    /// are free, go on alone.
    void withoutBudgetAlertsComeAndGoAndCloudWatchIsNotAsked_data()
    {
        QTest::addColumn<bool>("free");
        QTest::newRow("free requests allowed") << true;
        QTest::newRow("not even those") << false;
    }

    void withoutBudgetAlertsComeAndGoAndCloudWatchIsNotAsked()
    {
        QFETCH(bool, free);
        demo::DemoOptions options = DemoFixture::quick();
        options.scenario = u"storm"_s;
        options.timeFactor = 60.0;
        Watch watch(0.0, free, options);
        int set = 0;
        int ended = 0;
        connect(watch.region, &RegionMonitor::alertChanged, this,
                [&](const AlertRecord &record) { record.alert.isSet() ? ++set : ++ended; });
        QTRY_VERIFY_WITH_TIMEOUT(set > 3 && ended > 1, 60000);
        // Rows go red all the same.
        QTRY_VERIFY(watch.hasCriticalRow());
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        // Charts are asked for by hand, and have a reason why there is nothing.
        const monitor::HistorySpec spec{watch.quietChannel(),
                                        {u"0"_s},
                                        {u"NetworkIn"_s, u"ActiveOutputs"_s},
                                        std::chrono::hours(1)};
        QSignalSpy loaded(watch.region->loadHistory(spec, watch.region),
                          &monitor::HistoryRequest::finished);
        QTRY_COMPARE(loaded.size(), 1);
        const auto result = loaded.first().first().value<monitor::HistoryResult>();
        QVERIFY(result.error);
        QCOMPARE(result.error->code, kOverBudget);
        watch.region->refreshNow();
        const qint64 sweeps = watch.asked(u"ListAlerts"_s);
        QTRY_VERIFY(watch.asked(u"ListAlerts"_s) > sweeps + 20);
        QCOMPARE(watch.askedOfCloudWatch(), 0);
        QCOMPARE(watch.hub.costs().summary(watch.demo.profile().id).month, CloudWatchUse{});
    }

    void turningTheBudgetOffForgetsTheReadingsAtOnce()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        QTRY_VERIFY(watch.hasValues(id, 0));
        Profile poorer = watch.demo.profile();
        poorer.cloudwatchBudgetUsdPerMonth = 0.0;
        QSignalSpy changed(watch.region, &RegionMonitor::healthArrived);
        watch.hub.setProfiles({poorer});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(watch.rowsOf(id).first().reading(HealthMetric::NetworkIn).status,
                 ReadingStatus::OverBudget);
        QVERIFY(!watch.region->metricFreshness(id, u"0"_s).observedAt.isValid());
        // On again within the interval, everything is due at once.
        poorer.cloudwatchBudgetUsdPerMonth = 25.0;
        watch.hub.setProfiles({poorer});
        QTRY_VERIFY(watch.hasValues(id, 0));
    }

    void fewSeriesAreReadWithFreeRequests()
    {
        Watch watch(0.01, true);
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.hasValues(id, 0), 20000);
        QCOMPARE(watch.asked(u"GetMetricData"_s), 0);
        QVERIFY(watch.asked(u"GetMetricStatistics"_s) > 10);
        QVERIFY(watch.region->status().metricPace.free);
        QVERIFY(!watch.region->status().metricPace.isHeldBack());
        QCOMPARE(watch.hub.costs().summary(watch.demo.profile().id).monthUsd, 0.0);
        QVERIFY(watch.hub.costs().summary(watch.demo.profile().id).month.requests > 10);
    }

    void aPolicyWithoutTheFreeCallFallsBackToTheOther()
    {
        Watch watch(25.0, true);
        watch.demo.region().faults().setForbidden(u"GetMetricStatistics"_s);
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.hasValues(id, 0), 20000);
        QVERIFY(watch.asked(u"GetMetricData"_s) > 0);
        QVERIFY(!watch.region->status().metrics.error);
    }

    void whatIsAskedIsCountedAsTheRegionCountsIt()
    {
        Watch watch;
        QTRY_VERIFY(!watch.quietChannel().isEmpty());
        const QString id = watch.quietChannel();
        watch.hub.setPinnedChannels(Legs{{watch.demo.profile().id, {id}}});
        QTRY_VERIFY(watch.hasValues(id, 0));
        QTRY_COMPARE(watch.hub.costs().summary(watch.demo.profile().id).month.metrics,
                     watch.demo.region().faults().counts().metricsRequested);
    }
};

QTEST_GUILESS_MAIN(MetricPollingTest)
#include "tst_metricpolling.moc"
