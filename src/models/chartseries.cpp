// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/chartseries.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tallylight::models {

namespace {

bool before(const QPointF &a, const QPointF &b)
{
    return a.x() < b.x();
}

/// The points of \a series in order, one for each moment, NaN included.
QList<QPointF> orderedPoints(const MetricSeries &series)
{
    QList<QPointF> points;
    points.reserve(series.points.size());
    for (const Datapoint &point : series.points) {
        if (point.at.isValid())
            points << QPointF(static_cast<double>(point.at.toMSecsSinceEpoch()), point.value);
    }
    if (!std::is_sorted(points.begin(), points.end(), before))
        std::stable_sort(points.begin(), points.end(), before);
    QList<QPointF> unique;
    unique.reserve(points.size());
    for (const QPointF &point : points) {
        if (!unique.isEmpty() && unique.last().x() >= point.x())
            unique.last() = point;
        else
            unique << point;
    }
    return unique;
}

/// First, smallest, largest and last of \a from to \a to, in order and each once.
void appendEnvelope(ChartSegment &out, ChartSegment::const_iterator from,
                    ChartSegment::const_iterator to)
{
    const auto lowest = std::min_element(
        from, to, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    const auto highest = std::max_element(
        from, to, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    const auto last = to - 1;
    const auto second = std::min(lowest, highest);
    const auto third = std::max(lowest, highest);
    out << *from;
    if (second != from)
        out << *second;
    if (third != second && third != from)
        out << *third;
    if (last != third && last != second && last != from)
        out << *last;
}

} // namespace

QList<ChartSegment> segments(const MetricSeries &series, std::chrono::seconds period)
{
    // Half a period of tolerance, so that a start that is not on the period's grid breaks nothing.
    const double longestStep
        = 1.5
        * static_cast<double>(
              std::chrono::duration_cast<std::chrono::milliseconds>(period).count());
    QList<ChartSegment> lines;
    ChartSegment line;
    const auto finishLine = [&lines, &line] {
        if (!line.isEmpty())
            lines << std::exchange(line, {});
    };
    for (const QPointF &point : orderedPoints(series)) {
        if (!std::isfinite(point.y())) {
            finishLine();
            continue;
        }
        if (!line.isEmpty() && point.x() - line.last().x() > longestStep)
            finishLine();
        line << point;
    }
    finishLine();
    return lines;
}

ChartSegment downsample(const ChartSegment &segment, double fromX, double toX, int pixels)
{
    auto first = std::lower_bound(segment.begin(), segment.end(), QPointF(fromX, 0.0), before);
    auto last = std::upper_bound(segment.begin(), segment.end(), QPointF(toX, 0.0), before);
    if (first != segment.begin())
        --first;
    if (last != segment.end())
        ++last;
    // Nothing but a neighbour on one side: the segment lies outside.
    if (last - first == 1 && (first->x() < fromX || first->x() > toX))
        return {};
    if (pixels <= 0 || toX <= fromX || last - first <= 4 * static_cast<qsizetype>(pixels))
        return ChartSegment(first, last);

    const double perPixel = (toX - fromX) / pixels;
    const auto pixelOf = [&](const QPointF &point) {
        return static_cast<qint64>(std::floor((point.x() - fromX) / perPixel));
    };
    ChartSegment out;
    out.reserve(4 * static_cast<qsizetype>(pixels) + 8);
    for (auto from = first; from != last;) {
        const qint64 pixel = pixelOf(*from);
        const auto to = std::find_if(from, last,
                                     [&](const QPointF &point) { return pixelOf(point) != pixel; });
        appendEnvelope(out, from, to);
        from = to;
    }
    return out;
}

QList<ChartSegment> downsample(const QList<ChartSegment> &segments, double fromX, double toX,
                               int pixels)
{
    QList<ChartSegment> reduced;
    for (const ChartSegment &segment : segments) {
        if (ChartSegment small = downsample(segment, fromX, toX, pixels); !small.isEmpty())
            reduced << std::move(small);
    }
    return reduced;
}

std::optional<QPointF> nearestPoint(const QList<ChartSegment> &segments, double x,
                                    double withinMsec)
{
    std::optional<QPointF> nearest;
    const auto consider = [&](const QPointF &point) {
        const double distance = std::abs(point.x() - x);
        if (distance <= withinMsec && (!nearest || distance < std::abs(nearest->x() - x)))
            nearest = point;
    };
    for (const ChartSegment &segment : segments) {
        const auto after
            = std::lower_bound(segment.begin(), segment.end(), QPointF(x, 0.0), before);
        if (after != segment.end())
            consider(*after);
        if (after != segment.begin())
            consider(*(after - 1));
    }
    return nearest;
}

std::optional<ValueRange> valueRange(const QList<ChartSegment> &segments, double fromX, double toX)
{
    std::optional<ValueRange> range;
    for (const ChartSegment &segment : segments) {
        auto point = std::lower_bound(segment.begin(), segment.end(), QPointF(fromX, 0.0), before);
        for (; point != segment.end() && point->x() <= toX; ++point) {
            if (!range)
                range = ValueRange{point->y(), point->y()};
            range->minimum = std::min(range->minimum, point->y());
            range->maximum = std::max(range->maximum, point->y());
        }
    }
    return range;
}

} // namespace tallylight::models
