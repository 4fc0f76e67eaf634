// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricplan.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;
using namespace tallylight;

namespace {

const QDateTime kNow(QDate(2026, 11, 10), QTime(12, 0, 30), Qt::UTC);

SeriesDemand demand(int number, DemandKind kind = DemandKind::Visible, seconds finest = 10s)
{
    MetricId metric;
    metric.name = u"NetworkIn"_s;
    metric.dimensions = {{u"ChannelId"_s, QString::number(number)}, {u"Pipeline"_s, u"0"_s}};
    return {metric, u"Average"_s, finest, kind};
}

QString keyOf(const SeriesDemand &demand)
{
    return seriesKey(demand.metric, demand.statistic);
}

PlanInput inputOf(const QList<SeriesDemand> &demands)
{
    PlanInput input;
    input.demands = demands;
    input.utcNow = kNow;
    input.leftUsd = 25.0;
    return input;
}

MetricPlan planOf(const PlanInput &input)
{
    return planMetrics(input, PriceTable::builtIn());
}

} // namespace

class MetricPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWantedCostsNothing()
    {
        const MetricPlan plan = planOf(inputOf({}));
        QVERIFY(plan.batches.isEmpty());
        QCOMPARE(plan.price, CloudWatchUse{});
        QVERIFY(!plan.nextDue.isValid());
    }

    void aSeriesWantedTwiceIsAskedOnceForTheBetterReason()
    {
        SeriesDemand coarse = demand(1, DemandKind::Visible, 60s);
        PlanInput input = inputOf({coarse, demand(1, DemandKind::Pinned)});
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, 1);
        QCOMPARE(plan.batches.first().queries.first().period, 10s);
        input.slowing = Slowing::Double; // which pinned series do not feel yet
        input.askedAt.insert(keyOf(coarse), kNow.addSecs(-60));
        QCOMPARE(planOf(input).series, 1);
    }

    void theFirstRequestReachesBackFiveMinutesInWholeMinutes()
    {
        const MetricPlan plan = planOf(inputOf({demand(1), demand(2, DemandKind::Visible, 60s)}));
        QCOMPARE(plan.batches.size(), 1);
        const PlannedBatch &batch = plan.batches.first();
        QCOMPARE(batch.range.to, QDateTime(QDate(2026, 11, 10), QTime(12, 1), Qt::UTC));
        QCOMPARE(batch.range.from.secsTo(batch.range.to), 300);
        QCOMPARE(batch.queries.at(0).period, 10s);
        QCOMPARE(batch.queries.at(1).period, 60s);
        QCOMPARE(batch.points(), 35);
        QCOMPARE(plan.price, (CloudWatchUse{2, 0}));
    }

    void asksForWhatIsLackingSinceTheLastAnswer_data()
    {
        QTest::addColumn<int>("ago"); // seconds
        QTest::addColumn<int>("length");
        QTest::newRow("a minute") << 60 << 300;
        QTest::newRow("a quarter of an hour") << 900 << 960 + 120;
        QTest::newRow("longer than fine points are kept") << 86400 << 3 * 3600;
    }
    void asksForWhatIsLackingSinceTheLastAnswer()
    {
        QFETCH(int, ago);
        QFETCH(int, length);
        PlanInput input = inputOf({demand(1)});
        input.askedAt.insert(keyOf(demand(1)), kNow.addSecs(-ago));
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, 1);
        const TimeRange range = plan.batches.first().range;
        QCOMPARE(range.from.secsTo(range.to), length);
        QCOMPARE(range.from.toSecsSinceEpoch() % 60, 0);
    }

    void whatWasAskedLatelyWaits_data()
    {
        QTest::addColumn<DemandKind>("kind");
        QTest::addColumn<int>("ago");
        QTest::addColumn<bool>("asked");
        QTest::newRow("visible, just asked") << DemandKind::Visible << 10 << false;
        QTest::newRow("visible, the timer came early") << DemandKind::Visible << 56 << true;
        QTest::newRow("visible, due") << DemandKind::Visible << 60 << true;
        QTest::newRow("alarming off screen") << DemandKind::Alarming << 240 << false;
        QTest::newRow("alarming, due") << DemandKind::Alarming << 300 << true;
        QTest::newRow("asked in the future") << DemandKind::Visible << -3600 << true;
    }
    void whatWasAskedLatelyWaits()
    {
        QFETCH(DemandKind, kind);
        QFETCH(int, ago);
        QFETCH(bool, asked);
        PlanInput input = inputOf({demand(1, kind)});
        const QString key = keyOf(demand(1));
        input.askedAt.insert(key, kNow.addSecs(-ago));
        MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, asked ? 1 : 0);
        QCOMPARE(plan.heldBack.contains(key), !asked);
        if (!asked) {
            QCOMPARE(plan.heldBack.value(key), HeldBack::NotDue);
            QCOMPARE(plan.nextDue, kNow.addSecs(-ago + wantedInterval(60s, kind).count()));
        }
        input.evenIfNotDue = true;
        QCOMPARE(planOf(input).series, 1);
    }

    void batchesStayWithinCloudWatchsLimits_data()
    {
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("hoursAgo");
        QTest::addColumn<int>("batches");
        QTest::newRow("one") << 1 << 0 << 1;
        QTest::newRow("a full call") << 500 << 0 << 1;
        QTest::newRow("one more") << 501 << 0 << 2;
        QTest::newRow("many") << 2600 << 0 << 6;
        QTest::newRow("three hours, by points") << 200 << 3 << 3; // 1,080 points each
    }
    void batchesStayWithinCloudWatchsLimits()
    {
        QFETCH(int, series);
        QFETCH(int, hoursAgo);
        QFETCH(int, batches);
        PlanInput input;
        for (int i = 0; i < series; ++i) {
            input.demands.append(demand(i));
            if (hoursAgo > 0)
                input.askedAt.insert(keyOf(demand(i)), kNow.addSecs(-hoursAgo * 3600));
        }
        input.utcNow = kNow;
        input.leftUsd = 25.0;
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.batches.size(), batches);
        qsizetype queries = 0;
        for (const PlannedBatch &batch : plan.batches) {
            QVERIFY(batch.queries.size() <= kMaxQueriesPerCall);
            QVERIFY(batch.points() <= kMaxPointsPerCall);
            queries += batch.queries.size();
        }
        QCOMPARE(queries, series);
        QCOMPARE(plan.price.metrics, series);
    }

    void aLongGapDoesNotMakeEverybodysRequestLong()
    {
        PlanInput input = inputOf({demand(1), demand(2)});
        input.askedAt.insert(keyOf(demand(1)), kNow.addSecs(-2 * 3600));
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.batches.size(), 2);
        QCOMPARE(plan.batches.last().range.from.secsTo(plan.batches.last().range.to), 300);
    }

    void aSlowedSeriesSaysSo()
    {
        PlanInput input = inputOf({demand(1), demand(2, DemandKind::Alarming)});
        input.slowing = Slowing::Quadruple;
        input.askedAt.insert(keyOf(demand(1)), kNow.addSecs(-90));
        input.askedAt.insert(keyOf(demand(2)), kNow.addSecs(-90));
        MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, 0);
        QCOMPARE(plan.slowed, 1);
        QCOMPARE(plan.leftOut, 0);
        QCOMPARE(plan.heldBack.value(keyOf(demand(1))), HeldBack::Slowed);
        QCOMPARE(plan.heldBack.value(keyOf(demand(2))), HeldBack::NotDue);
        QCOMPARE(plan.nextDue, kNow.addSecs(150));

        input.askedAt.clear();
        input.slowing = Slowing::AlarmingOnly;
        plan = planOf(input);
        QCOMPARE(plan.series, 1);
        QCOMPARE(plan.leftOut, 1);
        QCOMPARE(plan.heldBack.value(keyOf(demand(1))), HeldBack::LeftOut);

        input.slowing = Slowing::Nothing;
        input.evenIfNotDue = true; // asking by hand does not lift a budget
        plan = planOf(input);
        QCOMPARE(plan.series, 0);
        QCOMPARE(plan.leftOut, 2);
        QVERIFY(!plan.nextDue.isValid());
    }

    void noPlanCostsMoreThanIsLeft()
    {
        PlanInput input = inputOf(
            {demand(1), demand(2, DemandKind::Pinned), demand(3, DemandKind::Alarming), demand(4)});
        input.leftUsd = 0.000021; // two metrics
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, 2);
        QCOMPARE(plan.leftOut, 2);
        QVERIFY(!plan.heldBack.contains(keyOf(demand(2))));
        QVERIFY(!plan.heldBack.contains(keyOf(demand(3))));
    }

    void freeRequestsFeelNoBudget()
    {
        PlanInput input = inputOf({demand(1), demand(2)});
        input.slowing = Slowing::Nothing;
        input.leftUsd = 0.0;
        input.freeRequests = true;
        const MetricPlan plan = planOf(input);
        QCOMPARE(plan.series, 2);
        QCOMPARE(plan.price, (CloudWatchUse{0, 2}));
        QCOMPARE(plan.leftOut, 0);
    }
};

QTEST_APPLESS_MAIN(MetricPlanTest)
#include "tst_metricplan.moc"
