// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/chartseries.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tallylight::models {

namespace {

bool before(const ChartPoint &a, const ChartPoint &b)
{
    return a.at < b.at;
}

ChartPoint pointOf(const Datapoint &point)
{
    const auto at = static_cast<double>(point.at.toMSecsSinceEpoch());
    ChartPoint made = ChartPoint::of(at, point.value);
    if (point.spread && std::isfinite(point.spread->low) && std::isfinite(point.spread->high)) {
        made.low = std::min(point.value, point.spread->low);
        made.high = std::max(point.value, point.spread->high);
    }
    return made;
}

/// The points of \a series in order, one for each moment, NaN included.
ChartSegment orderedPoints(const MetricSeries &series)
{
    ChartSegment points;
    points.reserve(series.points.size());
    for (const Datapoint &point : series.points) {
        if (point.at.isValid())
            points << pointOf(point);
    }
    if (!std::is_sorted(points.begin(), points.end(), before))
        std::stable_sort(points.begin(), points.end(), before);
    ChartSegment unique;
    unique.reserve(points.size());
    for (const ChartPoint &point : points) {
        if (!unique.isEmpty() && unique.last().at >= point.at)
            unique.last() = point;
        else
            unique << point;
    }
    return unique;
}

/// Where the line from \a a to \a b is at \a at, which lies between them.
ChartPoint between(const ChartPoint &a, const ChartPoint &b, double at)
{
    const double share = (at - a.at) / (b.at - a.at);
    const auto mix = [share](double first, double second) {
        return first + share * (second - first);
    };
    return {at, mix(a.value, b.value), mix(a.low, b.low), mix(a.high, b.high)};
}

/// One point for all from \a from to \a to, which are not empty.
ChartPoint summary(const ChartPoint *from, const ChartPoint *to)
{
    double sum = 0.0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ChartPoint *point = from; point != to; ++point) {
        sum += point->value;
        low = std::min(low, point->low);
        high = std::max(high, point->high);
    }
    return {(from->at + (to - 1)->at) / 2.0, sum / static_cast<double>(to - from), low, high};
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
    for (const ChartPoint &point : orderedPoints(series)) {
        if (!std::isfinite(point.value)) {
            finishLine();
            continue;
        }
        if (!line.isEmpty() && point.at - line.last().at > longestStep)
            finishLine();
        line << point;
    }
    finishLine();
    return lines;
}

ChartSegment downsample(const ChartSegment &segment, double from, double to, int columns)
{
    const ChartPoint *const begin = segment.constData();
    const ChartPoint *const end = begin + segment.size();
    const ChartPoint *first = std::lower_bound(begin, end, ChartPoint{from, 0, 0, 0}, before);
    const ChartPoint *last = std::upper_bound(first, end, ChartPoint{to, 0, 0, 0}, before);
    ChartSegment out;
    const qsizetype inside = last - first;
    if (columns > 0 && to > from && inside > columns)
        out.reserve(columns + 4);
    else
        out.reserve(inside + 2);
    if (first != begin && first != end && first->at > from)
        out << between(*(first - 1), *first, from);
    if (columns <= 0 || to <= from || inside <= columns) {
        std::copy(first, last, std::back_inserter(out));
    } else {
        const double perColumn = (to - from) / columns;
        for (const ChartPoint *start = first; start != last;) {
            // Columns are counted from the epoch and not from the edge.
            const double columnEnd = (std::floor(start->at / perColumn) + 1.0) * perColumn;
            const ChartPoint *stop = start + 1;
            while (stop != last && stop->at < columnEnd)
                ++stop;
            out << summary(start, stop);
            start = stop;
        }
    }
    if (last != end && last != begin && (last - 1)->at < to)
        out << between(*(last - 1), *last, to);
    return out;
}

QList<ChartSegment> downsample(const QList<ChartSegment> &segments, double from, double to,
                               int columns)
{
    QList<ChartSegment> reduced;
    // In the order of time, so whole stretches before the view are skipped without being looked at.
    auto segment = std::lower_bound(
        segments.begin(), segments.end(), from,
        [](const ChartSegment &candidate, double at) { return candidate.last().at < at; });
    for (; segment != segments.end() && segment->first().at <= to; ++segment) {
        if (ChartSegment small = downsample(*segment, from, to, columns); !small.isEmpty())
            reduced << std::move(small);
    }
    return reduced;
}

std::optional<ChartPoint> nearestPoint(const QList<ChartSegment> &segments, double at,
                                       double withinMsec)
{
    std::optional<ChartPoint> nearest;
    const auto consider = [&](const ChartPoint &point) {
        const double distance = std::abs(point.at - at);
        if (distance <= withinMsec && (!nearest || distance < std::abs(nearest->at - at)))
            nearest = point;
    };
    for (const ChartSegment &segment : segments) {
        const auto after
            = std::lower_bound(segment.begin(), segment.end(), ChartPoint{at, 0, 0, 0}, before);
        if (after != segment.end())
            consider(*after);
        if (after != segment.begin())
            consider(*(after - 1));
    }
    return nearest;
}

std::optional<ValueRange> valueRange(const QList<ChartSegment> &segments)
{
    std::optional<ValueRange> range;
    for (const ChartSegment &segment : segments) {
        for (const ChartPoint &point : segment) {
            if (!range)
                range = ValueRange{point.low, point.high};
            range->minimum = std::min(range->minimum, point.low);
            range->maximum = std::max(range->maximum, point.high);
        }
    }
    return range;
}

} // namespace tallylight::models
