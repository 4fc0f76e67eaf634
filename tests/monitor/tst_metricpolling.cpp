// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demofixture.h"
#include "monitor/costbook.h"
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
    explicit Watch(double budget = 25.0, bool free = false)
        : hub(demo.secrets(), demo.clock())
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
        QTRY_VERIFY(watch.region->status().metricPace.leftOut > 0);
        const monitor::RegionStatus status = watch.region->status();
        QCOMPARE(status.metricPace.slowing, Slowing::Nothing);
        QCOMPARE(status.metricPace.leftOut, status.metricPace.series);
        QCOMPARE(watch.asked(u"GetMetricData"_s), 0);
        QCOMPARE(watch.asked(u"GetMetricStatistics"_s), 0);
        // Not "loading" for ever.
        QCOMPARE(watch.rowsOf(id).first().reading(HealthMetric::NetworkIn).status,
                 ReadingStatus::NotObserved);

        // A larger budget takes effect without starting anew.
        Profile richer = watch.demo.profile();
        richer.cloudwatchBudgetUsdPerMonth = 25.0;
        watch.hub.setProfiles({richer});
        QTRY_VERIFY(watch.hasValues(id, 0));
        QCOMPARE(watch.hub.regions().first(), watch.region);
    }

    void fewSeriesAreReadWithFreeRequests()
    {
        Watch watch(0.0, true);
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
