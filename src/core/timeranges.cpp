// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/timeranges.h"

#include <algorithm>

namespace tallylight {

QList<TimeRange> joined(QList<TimeRange> ranges)
{
    ranges.removeIf([](const TimeRange &range) {
        return !range.from.isValid() || !range.to.isValid() || range.from >= range.to;
    });
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange &a, const TimeRange &b) { return a.from < b.from; });
    QList<TimeRange> result;
    for (const TimeRange &range : ranges) {
        if (!result.isEmpty() && range.from <= result.last().to)
            result.last().to = std::max(result.last().to, range.to);
        else
            result.append(range);
    }
    return result;
}

QList<TimeRange> uncovered(const TimeRange &whole, const QList<TimeRange> &ranges)
{
    QList<TimeRange> result;
    QDateTime from = whole.from;
    const QList<TimeRange> known = joined(ranges);
    for (const TimeRange &range : known) {
        if (range.from > from)
            result.append({from, std::min(range.from, whole.to)});
        from = std::max(from, range.to);
        if (from >= whole.to)
            break;
    }
    result.append({from, whole.to});
    return joined(result);
}

QList<TimeRange> clipped(const QList<TimeRange> &ranges, const TimeRange &whole)
{
    QList<TimeRange> result;
    for (const TimeRange &range : ranges)
        result.append({std::max(range.from, whole.from), std::min(range.to, whole.to)});
    return joined(result);
}

} // namespace tallylight
