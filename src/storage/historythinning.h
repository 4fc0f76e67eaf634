// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/retention.h"

#include <QDateTime>

#include <optional>

namespace tallylight::storage {

class SqlConnection;

/// Keeps the file within the retention: merges old points into the next coarser resolution, deletes
/// what is too old or belongs to a forgotten profile, and gives free pages back to the disk. Works
/// in small slices, each a transaction of its own, so that recording never waits long.
///
/// Belongs to the connection's thread.
class HistoryThinning
{
public:
    enum class Outcome {
        More, ///< call again
        Done, ///< nothing is too old; begin() starts the next round
        Failed, ///< the connection knows why
    };

    explicit HistoryThinning(SqlConnection &connection);

    /// Starts a round over everything with the time and the rules of now.
    void begin(const Retention &retention, const QDateTime &utcNow);
    /// A slice: a few milliseconds of work.
    Outcome step();
    /// Whether rows were deleted since begin().
    bool hasFreed() const { return m_freed; }

private:
    enum class Stage { Forgotten, Points, Events, Pages, Done };

    std::optional<bool> forgetSlice();
    std::optional<bool> pointsSlice();
    std::optional<bool> thinSeries(qint64 series, std::chrono::seconds period);
    bool mergePoints(qint64 series, qint64 period, qint64 coarser, const QList<PointBucket> &points,
                     qint64 before);
    bool moveCoverage(qint64 series, qint64 period, qint64 coarser, qint64 before);
    std::optional<bool> eventsSlice();
    std::optional<bool> pagesSlice();

    SqlConnection &m_connection;
    Retention m_retention;
    QDateTime m_now;
    Stage m_stage = Stage::Done;
    qint64 m_series = 0; ///< the last series that is done
    bool m_freed = false;
};

} // namespace tallylight::storage
