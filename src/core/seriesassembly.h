// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"

#include <QList>
#include <QMap>

namespace tallylight {

/// Recorded points and coverage of one series by period in seconds, each ascending.
struct RecordedRows
{
    QMap<qint64, QList<PointBucket>> points;
    QMap<qint64, QList<TimeRange>> covered;
};

/// What \a rows say about \a query: the points of its period; where there is none, finer ones
/// merged, in periods that were covered as a whole; where there is nothing finer left either, the
/// coarser ones. Coverage of finer periods is cut to whole periods of the query.
RecordedSeries assembledSeries(const MetricQuery &query, const RecordedRows &rows);

} // namespace tallylight
