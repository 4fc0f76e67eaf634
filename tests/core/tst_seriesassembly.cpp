// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/seriesassembly.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

MetricQuery query(std::chrono::seconds period, const QString &statistic = u"Maximum"_s)
{
    MetricQuery query;
    query.statistic = statistic;
    query.period = period;
    return query;
}

} // namespace

class SeriesAssemblyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAskedResolutionComesFirst()
    {
        RecordedRows rows;
        rows.points = {{10, {PointBucket::of(0, 9.0), PointBucket::of(60, 8.0)}},
                       {60, {PointBucket::of(0, 1.0)}}};
        rows.covered = {{10, {{at(0), at(120)}}}, {60, {{at(0), at(60)}}}};
        const RecordedSeries series = assembledSeries(query(60s), rows);
        QCOMPARE(series.points,
                 (QList<RecordedPoint>{{at(0), 1.0, 1.0, 1.0, 60s}, {at(60), 8.0, 8.0, 8.0, 60s}}));
        QCOMPARE(series.coveredExactly(), (QList<TimeRange>{{at(0), at(120)}}));
    }

    void finerPointsOfAPeriodAskedInPartAreNotMerged()
    {
        RecordedRows rows;
        rows.points = {{10, {PointBucket::of(0, 9.0), PointBucket::of(60, 8.0)}}};
        rows.covered = {{10, {{at(0), at(110)}}}};
        const RecordedSeries series = assembledSeries(query(60s, u"Sum"_s), rows);
        QCOMPARE(series.points.size(), 1);
        QCOMPARE(series.points.first().at, at(0));
        QCOMPARE(series.coveredExactly(), (QList<TimeRange>{{at(0), at(60)}}));
    }

    void coarserPointsFillWhereNothingFinerIsLeft()
    {
        RecordedRows rows;
        rows.points = {{60, {PointBucket::of(3660, 2.0)}},
                       {3600, {{0, 50.0, 1.0, 9.0, 10}, {3600, 7.0, 7.0, 7.0, 1}}}};
        rows.covered = {{60, {{at(3600), at(7200)}}}, {3600, {{at(0), at(3600)}}}};
        const RecordedSeries series = assembledSeries(query(60s), rows);
        QCOMPARE(
            series.points,
            (QList<RecordedPoint>{{at(0), 9.0, 1.0, 9.0, 3600s}, {at(3660), 2.0, 2.0, 2.0, 60s}}));
        QCOMPARE(series.coveredExactly(), (QList<TimeRange>{{at(3600), at(7200)}}));
        QCOMPARE(series.coveredAnyhow(), (QList<TimeRange>{{at(0), at(7200)}}));
    }

    void nothingRecordedIsNothing()
    {
        const RecordedSeries series = assembledSeries(query(60s), {});
        QVERIFY(series.points.isEmpty());
        QVERIFY(series.covered.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SeriesAssemblyTest)
#include "tst_seriesassembly.moc"
