// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"
#include "core/timeline.h"

#include <QList>
#include <QString>

namespace tallylight::storage {

class SqlConnection;

// What can be asked of the history. Each answers with what it could read; a statement that fails
// leaves its part empty, because a chart or a start without history is better than none.

QList<RecordedSeries> readSeries(SqlConnection &connection, const QString &profileId,
                                 const QList<MetricQuery> &queries, const TimeRange &range);

/// States other than RUNNING, alerts, and times before \a utcNow at which the profile was not
/// watched, as far as they touch \a range.
QList<TimelineBand> readTimeline(SqlConnection &connection, const QString &profileId,
                                 const QString &channelId, const TimeRange &range,
                                 const QDateTime &utcNow);

LastKnown readLastKnown(SqlConnection &connection, const QString &profileId);

/// Without the size of the file. Counts rows, which takes seconds for a large file.
HistorySizes readSizes(SqlConnection &connection);

} // namespace tallylight::storage
