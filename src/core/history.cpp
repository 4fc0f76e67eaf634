// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history.h"

#include "core/timeranges.h"

namespace tallylight {

QList<TimeRange> RecordedSeries::coveredExactly() const
{
    QList<TimeRange> ranges;
    for (const CoveredRange &one : covered) {
        if (one.period <= query.period)
            ranges.append(one.range);
    }
    return joined(ranges);
}

QList<TimeRange> RecordedSeries::coveredAnyhow() const
{
    QList<TimeRange> ranges;
    for (const CoveredRange &one : covered)
        ranges.append(one.range);
    return joined(ranges);
}

} // namespace tallylight
