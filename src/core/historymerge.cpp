// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/historymerge.h"

#include "core/timeranges.h"

#include <algorithm>

namespace tallylight {

namespace {

Datapoint datapointOf(const RecordedPoint &point)
{
    Datapoint result{point.at, point.value};
    if (point.low != point.high)
        result.spread = ValueSpread{point.low, point.high};
    return result;
}

/// True when \a fresh has a point in \a recorded's period.
bool isKnown(const QList<Datapoint> &fresh, const RecordedPoint &recorded)
{
    const auto next = std::lower_bound(
        fresh.begin(), fresh.end(), recorded.at,
        [](const Datapoint &point, const QDateTime &at) { return point.at < at; });
    return next != fresh.end() && next->at < recorded.at.addSecs(recorded.period.count());
}

} // namespace

std::optional<TimeRange> lackingRange(const RecordedSeries &recorded, const TimeRange &range,
                                      std::chrono::seconds spare)
{
    const QList<TimeRange> lacking = uncovered(range, recorded.coveredExactly());
    if (lacking.isEmpty())
        return std::nullopt;
    const bool onlyTheNewest = lacking.size() == 1 && lacking.first().to == range.to
        && lacking.first().from > range.from
        && lacking.first().from.secsTo(range.to) <= spare.count();
    if (onlyTheNewest)
        return std::nullopt;
    return TimeRange{lacking.first().from, lacking.last().to};
}

MetricSeries mergedSeries(const RecordedSeries &recorded, const std::optional<TimeRange> &asked,
                          const MetricSeries &fresh)
{
    MetricSeries merged;
    merged.query = recorded.query;
    if (asked) {
        merged.status = fresh.status;
        merged.messages = fresh.messages;
    }
    // Only a complete answer tells that what it leaves out is gone.
    const bool replaced = asked && fresh.status == SeriesStatus::Complete;
    for (const RecordedPoint &point : recorded.points) {
        const bool inside = asked && point.at >= asked->from && point.at < asked->to;
        if (!inside || (!replaced && !isKnown(fresh.points, point)))
            merged.points.append(datapointOf(point));
    }
    if (asked)
        merged.points += fresh.points;
    std::stable_sort(merged.points.begin(), merged.points.end(),
                     [](const Datapoint &a, const Datapoint &b) { return a.at < b.at; });
    return merged;
}

} // namespace tallylight
