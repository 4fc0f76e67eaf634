// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/historymerge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

QDateTime minute(int minutes)
{
    return QDateTime(QDate(2026, 11, 10), QTime(12, 0), Qt::UTC).addSecs(minutes * 60);
}

TimeRange minutes(int from, int to)
{
    return {minute(from), minute(to)};
}

/// Covered where \a ranges say so, with a point of value 1 in each of these minutes.
RecordedSeries recorded(const QList<TimeRange> &ranges)
{
    RecordedSeries series;
    series.query = {{}, u"Average"_s, 60s};
    for (const TimeRange &range : ranges) {
        series.covered.append({range, 60s});
        for (QDateTime at = range.from; at < range.to; at = at.addSecs(60))
            series.points.append({at, 1.0, 1.0, 1.0, 60s});
    }
    return series;
}

} // namespace

Q_DECLARE_METATYPE(QList<tallylight::TimeRange>)

class HistoryMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyForWhatIsLacking_data()
    {
        QTest::addColumn<QList<TimeRange>>("covered");
        QTest::addColumn<int>("from"); // minutes; -1 for nothing
        QTest::addColumn<int>("to");
        const auto row = [](const char *tag, const QList<TimeRange> &covered, int from, int to) {
            QTest::newRow(tag) << covered << from << to;
        };
        row("nothing recorded", {}, 0, 60);
        row("everything recorded", {minutes(-10, 90)}, -1, -1);
        row("the newest two minutes are late anyway", {minutes(0, 58)}, -1, -1);
        row("the newest ten minutes", {minutes(0, 50)}, 50, 60);
        row("the oldest ten minutes", {minutes(10, 60)}, 0, 10);
        row("a gap", {minutes(0, 20), minutes(30, 60)}, 20, 30);
        row("two gaps cost as much as one", {minutes(10, 20), minutes(30, 59)}, 0, 60);
        row("a short range is not spared", {minutes(-10, 0)}, 0, 60);
    }
    void asksOnlyForWhatIsLacking()
    {
        QFETCH(QList<TimeRange>, covered);
        QFETCH(int, from);
        QFETCH(int, to);
        const auto lacking = lackingRange(recorded(covered), minutes(0, 60), 3min);
        QCOMPARE(lacking.has_value(), from >= 0);
        if (lacking)
            QCOMPARE(*lacking, minutes(from, to));
    }

    void freshPointsReplaceRecordedOnesWhereTheyWereAskedFor_data()
    {
        QTest::addColumn<SeriesStatus>("status");
        QTest::addColumn<bool>("fourStays");
        QTest::newRow("what a complete answer leaves out is gone")
            << SeriesStatus::Complete << false;
        QTest::newRow("the answer broke off") << SeriesStatus::Partial << true;
        QTest::newRow("CloudWatch failed") << SeriesStatus::InternalError << true;
        QTest::newRow("refused") << SeriesStatus::Forbidden << true;
    }
    void freshPointsReplaceRecordedOnesWhereTheyWereAskedFor()
    {
        QFETCH(SeriesStatus, status);
        QFETCH(bool, fourStays);
        MetricSeries fresh;
        fresh.status = status;
        fresh.points = {{minute(3), 7.0}};
        const MetricSeries merged = mergedSeries(recorded({minutes(0, 6)}), minutes(3, 5), fresh);
        QCOMPARE(merged.status, status);
        QList<std::pair<QDateTime, double>> points;
        for (const Datapoint &point : merged.points)
            points.append({point.at, point.value});
        QList<std::pair<QDateTime, double>> expected{
            {minute(0), 1.0}, {minute(1), 1.0}, {minute(2), 1.0}, {minute(3), 7.0}};
        if (fourStays)
            expected.append({minute(4), 1.0});
        expected.append({minute(5), 1.0});
        QCOMPARE(points, expected);
    }

    void nothingComesTwiceWhereARecordedPointIsCoarser()
    {
        RecordedSeries coarse = recorded({minutes(0, 5)});
        coarse.points = {{minute(0), 1.0, 0.5, 2.0, 300s}};
        MetricSeries fresh;
        fresh.status = SeriesStatus::Partial;
        fresh.points = {{minute(2), 7.0}};
        QCOMPARE(mergedSeries(coarse, minutes(0, 5), fresh).points.size(), 1);
    }

    void summedUpPointsKeepTheirExtremes()
    {
        RecordedSeries series = recorded({minutes(0, 1)});
        series.points[0].low = 0.5;
        const MetricSeries merged = mergedSeries(series, std::nullopt, {});
        QCOMPARE(merged.status, SeriesStatus::Complete);
        QCOMPARE(merged.points.first().spread, (ValueSpread{0.5, 1.0}));
        QVERIFY(!mergedSeries(recorded({minutes(0, 1)}), std::nullopt, {}).points.first().spread);
    }
};

QTEST_APPLESS_MAIN(HistoryMergeTest)
#include "tst_historymerge.moc"
