// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/chartseries.h"
#include "models/samples.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

/// Points at start + offset seconds.
MetricSeries seriesOf(const QList<QPair<int, double>> &points)
{
    MetricSeries series;
    for (const auto &[offset, value] : points)
        series.points << Datapoint{start().addSecs(offset), value};
    return series;
}

double x(int offset)
{
    return double(start().addSecs(offset).toMSecsSinceEpoch());
}

/// A line through \a points, each at a time and with a value.
ChartSegment line(const QList<QPair<double, double>> &points)
{
    ChartSegment segment;
    for (const auto &[at, value] : points)
        segment << ChartPoint::of(at, value);
    return segment;
}

QList<int> sizes(const QList<ChartSegment> &lines)
{
    QList<int> counts;
    for (const ChartSegment &line : lines)
        counts << int(line.size());
    return counts;
}

} // namespace

class TestChartSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsBreakTheLine_data();
    void gapsBreakTheLine();
    void pointsAreMillisecondsAndValues();
    void duplicatesAndDisorderAreStraightened();
    void pointsThatSumUpOthersKeepTheirSpread();
    void downsamplingKeepsEveryPeak();
    void downsamplingStaysWithinItsBudget();
    void columnsStandStillWhilePanning();
    void shortSegmentsStayAsTheyAre();
    void linesAreCutAtTheEdges();
    void segmentsOutsideAreDropped();
    void theNearestPointIsFoundWithinReach();
    void rangesCoverWhatIsDrawn();
};

void TestChartSeries::gapsBreakTheLine_data()
{
    QTest::addColumn<MetricSeries>("series");
    QTest::addColumn<QList<int>>("lengths");
    QTest::newRow("nothing") << seriesOf({}) << QList<int>{};
    QTest::newRow("one point") << seriesOf({{0, 1}}) << QList<int>{1};
    QTest::newRow("whole") << seriesOf({{0, 1}, {60, 2}, {120, 3}}) << QList<int>{3};
    QTest::newRow("missing period") << seriesOf({{0, 1}, {60, 2}, {180, 3}}) << QList<int>{2, 1};
    QTest::newRow("NaN") << seriesOf({{0, 1}, {60, qQNaN()}, {120, 3}}) << QList<int>{1, 1};
    QTest::newRow("infinity") << seriesOf({{0, 1}, {60, qInf()}, {120, 3}}) << QList<int>{1, 1};
    QTest::newRow("only NaN") << seriesOf({{0, qQNaN()}, {60, qQNaN()}}) << QList<int>{};
    QTest::newRow("zero is a value") << seriesOf({{0, 0}, {60, 0}, {120, 0}}) << QList<int>{3};
    QTest::newRow("a little late") << seriesOf({{0, 1}, {75, 2}}) << QList<int>{2};
    QTest::newRow("two periods apart") << seriesOf({{0, 1}, {120, 2}}) << QList<int>{1, 1};
}

void TestChartSeries::gapsBreakTheLine()
{
    QFETCH(MetricSeries, series);
    QTEST(sizes(segments(series, 60s)), "lengths");
}

void TestChartSeries::pointsAreMillisecondsAndValues()
{
    const QList<ChartSegment> lines = segments(seriesOf({{0, 1.5}, {60, 2.5}}), 60s);
    QCOMPARE(lines, (QList<ChartSegment>{line({{x(0), 1.5}, {x(60), 2.5}})}));
}

void TestChartSeries::duplicatesAndDisorderAreStraightened()
{
    MetricSeries series = seriesOf({{120, 3}, {0, 1}, {60, 2}, {60, 9}});
    series.points << Datapoint{QDateTime(), 5};
    const QList<ChartSegment> lines = segments(series, 60s);
    QCOMPARE(lines, (QList<ChartSegment>{line({{x(0), 1}, {x(60), 9}, {x(120), 3}})}));
}

void TestChartSeries::pointsThatSumUpOthersKeepTheirSpread()
{
    MetricSeries series = seriesOf({{0, 5}, {60, 6}, {120, 7}, {180, 8}});
    series.points[1].spread = ValueSpread{2.0, 9.0};
    series.points[2].spread
        = ValueSpread{8.0, 8.5}; // a mean outside its own spread is not believed
    series.points[3].spread = ValueSpread{qQNaN(), 9.0};
    const ChartSegment made = segments(series, 60s).first();
    QVERIFY(!made.at(0).hasSpread());
    QCOMPARE(made.at(1), (ChartPoint{x(60), 6, 2, 9}));
    QCOMPARE(made.at(2), (ChartPoint{x(120), 7, 7, 8.5}));
    QVERIFY(!made.at(3).hasSpread());
    // Columns reach as far as the points they stand for.
    const ChartSegment column = downsample(made, x(0), x(240), 1);
    QCOMPARE(column.first().low, 2.0);
    QCOMPARE(column.first().high, 9.0);
}

void TestChartSeries::downsamplingKeepsEveryPeak()
{
    ChartSegment noisy;
    std::mt19937 random(3);
    std::uniform_real_distribution<double> noise(0.0, 1.0);
    for (int i = 0; i < 20000; ++i)
        noisy << ChartPoint::of(i, noise(random));
    noisy[4321] = ChartPoint::of(4321, 50.0);
    noisy[12345] = ChartPoint::of(12345, -50.0);
    const ChartSegment small = downsample(noisy, 0, 19999, 500);
    QVERIFY(small.size() <= 502);
    QCOMPARE(valueRange({small}), std::optional(ValueRange{-50.0, 50.0}));
    QVERIFY(std::is_sorted(small.begin(), small.end(),
                           [](const auto &a, const auto &b) { return a.at < b.at; }));
    for (const ChartPoint &point : small)
        QVERIFY(point.low <= point.value && point.value <= point.high);
    // The peak stands in the column it belongs to.
    const auto peak = std::find_if(small.begin(), small.end(),
                                   [](const ChartPoint &point) { return point.high == 50.0; });
    QVERIFY(std::abs(peak->at - 4321) <= 40.0);
}

void TestChartSeries::downsamplingStaysWithinItsBudget()
{
    ChartSegment line;
    for (int i = 0; i < 100000; ++i)
        line << ChartPoint::of(i, i % 2 ? 1.0 : -1.0);
    QVERIFY(downsample(line, 0, 99999, 100).size() <= 102);
    // Zoomed in, every point in view is there again.
    QCOMPARE(downsample(line, 500, 599, 100).size(), 100);
    QVERIFY(!downsample(line, 500, 599, 100).first().hasSpread());
}

void TestChartSeries::columnsStandStillWhilePanning()
{
    ChartSegment line;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> noise(0.0, 1.0);
    for (int i = 0; i < 5000; ++i)
        line << ChartPoint::of(i, noise(random));
    const ChartSegment before = downsample(line, 1000, 2000, 100);
    const ChartSegment after = downsample(line, 1003, 2003, 100);
    const auto shared = std::count_if(before.begin(), before.end(), [&](const ChartPoint &point) {
        return after.contains(point);
    });
    QVERIFY2(shared >= 98, qPrintable(QString::number(shared))); // all but the cut ones
}

void TestChartSeries::shortSegmentsStayAsTheyAre()
{
    const ChartSegment three = line({{0, 1}, {1, 2}, {2, 0}});
    QCOMPARE(downsample(three, 0, 2, 10), three);
    QVERIFY(downsample(ChartSegment(), 0, 2, 10).isEmpty());
    QCOMPARE(downsample(three, 0, 2, 0), three);
}

void TestChartSeries::linesAreCutAtTheEdges()
{
    const ChartSegment five = line({{0, 0}, {10, 1}, {20, 2}, {30, 3}, {40, 4}});
    QCOMPARE(downsample(five, 15, 25, 10), line({{15, 1.5}, {20, 2}, {25, 2.5}}));
    QCOMPARE(downsample(five, 12, 18, 10), line({{12, 1.2}, {18, 1.8}}));
    QCOMPARE(downsample(five, -5, 5, 10), line({{0, 0}, {5, 0.5}}));
    QCOMPARE(downsample(five, 40, 50, 10), line({{40, 4}}));
}

void TestChartSeries::segmentsOutsideAreDropped()
{
    const QList<ChartSegment> lines{line({{0, 0}, {10, 1}}), line({{50, 5}}),
                                    line({{100, 1}, {110, 2}})};
    QCOMPARE(downsample(lines, 40, 60, 10), (QList<ChartSegment>{line({{50, 5}})}));
    QVERIFY(downsample(lines, 20, 30, 10).isEmpty());
    QCOMPARE(downsample(lines, 200, 300, 10).size(), 0);
}

void TestChartSeries::theNearestPointIsFoundWithinReach()
{
    const QList<ChartSegment> lines{line({{0, 0}, {10, 1}}), line({{50, 5}, {60, 6}})};
    QCOMPARE(nearestPoint(lines, 4, 10), std::optional(ChartPoint::of(0, 0)));
    QCOMPARE(nearestPoint(lines, 7, 10), std::optional(ChartPoint::of(10, 1)));
    QCOMPARE(nearestPoint(lines, 49, 5), std::optional(ChartPoint::of(50, 5)));
    QCOMPARE(nearestPoint(lines, 30, 5), std::nullopt); // a gap stays a gap
    QCOMPARE(nearestPoint(lines, 70, 10), std::optional(ChartPoint::of(60, 6)));
    QCOMPARE(nearestPoint({}, 0, 10), std::nullopt);
}

void TestChartSeries::rangesCoverWhatIsDrawn()
{
    QList<ChartSegment> lines{line({{0, -7}, {10, 1}}), line({{50, 5}, {60, 6}})};
    QCOMPARE(valueRange(lines), std::optional(ValueRange{-7, 6}));
    lines[1][0].high = 20.0;
    QCOMPARE(valueRange(lines), std::optional(ValueRange{-7, 20}));
    QCOMPARE(valueRange({}), std::nullopt);
}

QTEST_GUILESS_MAIN(TestChartSeries)
#include "tst_chartseries.moc"
