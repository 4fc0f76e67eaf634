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
    void downsamplingKeepsEveryPeak();
    void downsamplingStaysWithinItsBudget();
    void shortSegmentsStayAsTheyAre();
    void linesReachTheEdges();
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
    QCOMPARE(lines, (QList<ChartSegment>{{QPointF(x(0), 1.5), QPointF(x(60), 2.5)}}));
}

void TestChartSeries::duplicatesAndDisorderAreStraightened()
{
    MetricSeries series = seriesOf({{120, 3}, {0, 1}, {60, 2}, {60, 9}});
    series.points << Datapoint{QDateTime(), 5};
    const QList<ChartSegment> lines = segments(series, 60s);
    QCOMPARE(lines,
             (QList<ChartSegment>{{QPointF(x(0), 1), QPointF(x(60), 9), QPointF(x(120), 3)}}));
}

void TestChartSeries::downsamplingKeepsEveryPeak()
{
    ChartSegment line;
    std::mt19937 random(3);
    std::uniform_real_distribution<double> noise(0.0, 1.0);
    for (int i = 0; i < 20000; ++i)
        line << QPointF(i, noise(random));
    line[4321].setY(50.0);
    line[12345].setY(-50.0);
    const ChartSegment small = downsample(line, 0, 19999, 500);
    QVERIFY(small.size() <= 4 * 501);
    QVERIFY(small.contains(QPointF(4321, 50.0)));
    QVERIFY(small.contains(QPointF(12345, -50.0)));
    QCOMPARE(small.first(), line.first());
    QCOMPARE(small.last(), line.last());
    QVERIFY(std::is_sorted(small.begin(), small.end(),
                           [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    QVERIFY(std::all_of(small.begin(), small.end(),
                        [&line](const QPointF &point) { return line.contains(point); }));
}

void TestChartSeries::downsamplingStaysWithinItsBudget()
{
    // Up and down within each pixel: the worst case, four points a pixel.
    ChartSegment line;
    for (int i = 0; i < 100000; ++i)
        line << QPointF(i, i % 2 ? 1.0 : -1.0);
    QVERIFY(downsample(line, 0, 99999, 100).size() <= 4 * 101);
    // Zoomed in, every point in view is there again.
    QCOMPARE(downsample(line, 500, 599, 100).size(), 102);
}

void TestChartSeries::shortSegmentsStayAsTheyAre()
{
    const ChartSegment line{{0, 1}, {1, 2}, {2, 0}};
    QCOMPARE(downsample(line, 0, 2, 10), line);
    QVERIFY(downsample(ChartSegment(), 0, 2, 10).isEmpty());
    QCOMPARE(downsample(line, 0, 2, 0), line);
}

void TestChartSeries::linesReachTheEdges()
{
    const ChartSegment line{{0, 0}, {10, 1}, {20, 2}, {30, 3}, {40, 4}};
    QCOMPARE(downsample(line, 15, 25, 10), (ChartSegment{{10, 1}, {20, 2}, {30, 3}}));
    QCOMPARE(downsample(line, 12, 18, 10), (ChartSegment{{10, 1}, {20, 2}}));
}

void TestChartSeries::segmentsOutsideAreDropped()
{
    const QList<ChartSegment> lines{{{0, 0}, {10, 1}}, {{50, 5}}, {{100, 1}, {110, 2}}};
    QCOMPARE(downsample(lines, 40, 60, 10), (QList<ChartSegment>{{{50, 5}}}));
    QVERIFY(downsample(lines, 20, 30, 10).isEmpty());
}

void TestChartSeries::theNearestPointIsFoundWithinReach()
{
    const QList<ChartSegment> lines{{{0, 0}, {10, 1}}, {{50, 5}, {60, 6}}};
    QCOMPARE(nearestPoint(lines, 4, 10), std::optional(QPointF(0, 0)));
    QCOMPARE(nearestPoint(lines, 7, 10), std::optional(QPointF(10, 1)));
    QCOMPARE(nearestPoint(lines, 49, 5), std::optional(QPointF(50, 5)));
    QCOMPARE(nearestPoint(lines, 30, 5), std::nullopt); // a gap stays a gap
    QCOMPARE(nearestPoint(lines, 70, 10), std::optional(QPointF(60, 6)));
    QCOMPARE(nearestPoint({}, 0, 10), std::nullopt);
}

void TestChartSeries::rangesCoverWhatIsDrawn()
{
    const QList<ChartSegment> lines{{{0, -7}, {10, 1}}, {{50, 5}, {60, 6}}};
    QCOMPARE(valueRange(lines, 0, 100), std::optional(ValueRange{-7, 6}));
    QCOMPARE(valueRange(lines, 5, 55), std::optional(ValueRange{1, 5}));
    QCOMPARE(valueRange(lines, 20, 40), std::nullopt);
}

QTEST_GUILESS_MAIN(TestChartSeries)
#include "tst_chartseries.moc"
