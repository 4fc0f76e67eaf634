// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history.h"
#include "core/retention.h"
#include "core/timeranges.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000 + seconds, Qt::UTC);
}

TimeRange range(qint64 from, qint64 to)
{
    return {at(from), at(to)};
}

} // namespace

class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyResolutionIsMergedIntoTheNextCoarser()
    {
        QCOMPARE(coarserPeriod(10s), std::optional(60s));
        QCOMPARE(coarserPeriod(60s), std::optional(300s));
        QCOMPARE(coarserPeriod(300s), std::optional(3600s));
        QVERIFY(!coarserPeriod(3600s));
        QVERIFY(!coarserPeriod(7s));
    }

    void everyResolutionHasItsOwnCutoff()
    {
        const Retention retention;
        QCOMPARE(retention.pointCutoff(10s, at(0)), at(-3 * 86400));
        QCOMPARE(retention.pointCutoff(60s, at(0)), at(-15 * 86400));
        QCOMPARE(retention.pointCutoff(300s, at(0)), at(-63 * 86400));
        QCOMPARE(retention.pointCutoff(3600s, at(0)), at(-455 * 86400));
        QVERIFY(!retention.pointCutoff(7s, at(0)).isValid());
        QCOMPARE(retention.eventCutoff(at(0)), at(-455 * 86400));
    }

    void aCoarserResolutionIsNeverKeptShorter()
    {
        Retention odd;
        odd.pointDays = {30, 15, -5, 99999};
        odd.eventDays = 0;
        const Retention sane = odd.bounded();
        QCOMPARE(sane.pointDays, (std::array{30, 30, 30, 3650}));
        QCOMPARE(sane.eventDays, 1);
        QCOMPARE(Retention().bounded(), Retention());
    }

    void bucketsStartOnMultiplesOfTheirPeriod_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<qint64>("start");
        QTest::newRow("on it") << qint64{600} << qint64{600};
        QTest::newRow("inside") << qint64{659} << qint64{600};
        QTest::newRow("next") << qint64{660} << qint64{660};
        QTest::newRow("before 1970") << qint64{-1} << qint64{-60};
        QTest::newRow("before 1970, on it") << qint64{-60} << qint64{-60};
    }
    void bucketsStartOnMultiplesOfTheirPeriod()
    {
        QFETCH(qint64, time);
        QTEST(bucketStart(time, 60), "start");
    }

    void mergingKeepsExtremesSumAndCount()
    {
        const QList<PointBucket> merged
            = mergedInto({PointBucket::of(0, 4.0), PointBucket::of(10, -2.0),
                          PointBucket::of(50, 7.0), PointBucket::of(60, 1.0)},
                         60);
        QCOMPARE(merged, (QList<PointBucket>{{0, 9.0, -2.0, 7.0, 3}, {60, 1.0, 1.0, 1.0, 1}}));
        // Merging again is the same as merging at once.
        QCOMPARE(mergedInto(merged, 300), (QList<PointBucket>{{0, 10.0, -2.0, 7.0, 4}}));
    }

    void whatIsNotANumberSaysNothing()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(mergedInto({PointBucket::of(0, nan), PointBucket::of(10, 2.0)}, 60),
                 (QList<PointBucket>{{0, 2.0, 2.0, 2.0, 1}}));
        QVERIFY(mergedInto({PointBucket::of(0, nan)}, 60).isEmpty());
        QVERIFY(mergedInto({}, 60).isEmpty());
    }

    void theValueFollowsTheStatistic_data()
    {
        QTest::addColumn<QString>("statistic");
        QTest::addColumn<double>("value");
        QTest::newRow("Sum") << u"Sum"_s << 9.0;
        QTest::newRow("SampleCount") << u"SampleCount"_s << 9.0;
        QTest::newRow("Average") << u"Average"_s << 3.0;
        QTest::newRow("Minimum") << u"Minimum"_s << -2.0;
        QTest::newRow("Maximum") << u"Maximum"_s << 7.0;
        QTest::newRow("percentile") << u"p90"_s << 7.0;
    }
    void theValueFollowsTheStatistic()
    {
        QFETCH(QString, statistic);
        QTEST((PointBucket{0, 9.0, -2.0, 7.0, 3}.value(statistic)), "value");
        QCOMPARE(PointBucket::of(0, 5.0).value(statistic), 5.0);
    }

    void rangesThatTouchAreJoined()
    {
        QCOMPARE(joined({range(50, 60),
                         range(0, 10),
                         range(10, 20),
                         range(15, 18),
                         range(9, 9),
                         {at(1), {}}}),
                 (QList<TimeRange>{range(0, 20), range(50, 60)}));
    }

    void whatIsNotCoveredIsFound()
    {
        const TimeRange whole = range(0, 100);
        QCOMPARE(uncovered(whole, {}), (QList<TimeRange>{whole}));
        QCOMPARE(uncovered(whole, {range(-50, 150)}), QList<TimeRange>());
        QCOMPARE(uncovered(whole, {range(-50, 10), range(20, 30), range(90, 200)}),
                 (QList<TimeRange>{range(10, 20), range(30, 90)}));
        QCOMPARE(uncovered(whole, {range(200, 300)}), (QList<TimeRange>{whole}));
    }

    void rangesAreCutToTheWhole()
    {
        QCOMPARE(clipped({range(-50, 10), range(20, 30), range(200, 300)}, range(0, 25)),
                 (QList<TimeRange>{range(0, 10), range(20, 25)}));
    }

    void onlyTheAskedResolutionOrAFinerOneCountsAsExactlyCovered()
    {
        RecordedSeries series;
        series.query.period = 60s;
        series.covered = {{range(0, 60), 10s}, {range(60, 120), 60s}, {range(120, 600), 300s}};
        QCOMPARE(series.coveredExactly(), (QList<TimeRange>{range(0, 120)}));
        QCOMPARE(series.coveredAnyhow(), (QList<TimeRange>{range(0, 600)}));
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
