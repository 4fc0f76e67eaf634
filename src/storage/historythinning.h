// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/retention.h"

#include <QDateTime>

#include <optional>

namespace tallylight::storage {

class SqlConnection;

/// Keeps the file within the retention: merges old points into the next coarser resolution, deletes
/// what is too old or belongs to a forgotten profile, and gives free pages back to the disk. Works
/// in small slices, each a transaction of its own, so that recording never waits long: a slice that
/// took too long makes the next ones smaller, down to fifty rows, and quick ones make them larger.
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

    /// The sizes of slices adapt within these, in rows.
    static constexpr int kLeastRows = 50;
    static constexpr int kMostRows = 1000;

    /// Both outlive it; \a clock measures how long slices take.
    HistoryThinning(SqlConnection &connection, const Clock &clock);

    /// Starts a round over everything with the time and the rules of now.
    void begin(const Retention &retention, const QDateTime &utcNow);
    /// A slice: a few milliseconds of work.
    Outcome step();
    /// How many rows the next slice reads or deletes at most.
    int rowsASlice() const { return m_rows; }
    /// Whether rows were deleted since begin().
    bool hasFreed() const { return m_freed; }

private:
    enum class Stage { Forgotten, Points, Events, Pages, Done };
    struct Span
    {
        qint64 from;
        qint64 to;
    };

    std::optional<bool> slice();
    void adapt(std::chrono::milliseconds took);
    std::optional<bool> forgetSlice();
    std::optional<bool> pointsSlice();
    std::optional<bool> thinSeries(qint64 series, std::chrono::seconds period);
    bool mergePoints(qint64 series, qint64 period, qint64 coarser, const QList<PointBucket> &points,
                     qint64 before);
    std::optional<QList<Span>> coverageSpans(qint64 series, qint64 period, qint64 before,
                                             int limit);
    std::optional<bool> moveCoverage(qint64 series, qint64 period, qint64 coarser, qint64 *before);
    bool moveSpan(qint64 series, qint64 period, qint64 coarser, qint64 before, const Span &span);
    std::optional<bool> eventsSlice();
    std::optional<bool> pagesSlice();

    SqlConnection &m_connection;
    const Clock &m_clock;
    Retention m_retention;
    QDateTime m_now;
    Stage m_stage = Stage::Done;
    int m_rows = 200;
    int m_statement = 0; ///< of the events' stage
    qint64 m_series = 0; ///< the last series that is done
    bool m_freed = false;
};

} // namespace tallylight::storage
