// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historythinning.h"

#include "storage/historywrites.h"
#include "storage/sqlconnection.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

// Recording waits for a slice, and half a hundred milliseconds are the most it should.
constexpr std::chrono::milliseconds kTooLong{20};
constexpr std::chrono::milliseconds kQuick{5};
// Looking at a series costs as much as this many rows, also when there is nothing to do.
constexpr int kRowsASeries = 8;
// A page moved to the end of the file costs as much as this many rows.
constexpr int kRowsAPage = 4;
// A few free pages are used again at once; giving them back would only make the disk busy.
constexpr int kFreePagesKept = 200;

// Leaves first; what hangs below a row that is deleted last is then little or nothing. The
// parameters are the profile and the most rows.
constexpr std::array kForgetting{
    "DELETE FROM point WHERE (series, period, at) IN (SELECT series, period, at FROM point"
    " WHERE series = (SELECT id FROM series WHERE profile = ? LIMIT 1) LIMIT ?)",
    "DELETE FROM coverage WHERE (series, period, from_at) IN (SELECT series, period, from_at"
    " FROM coverage WHERE series = (SELECT id FROM series WHERE profile = ? LIMIT 1) LIMIT ?)",
    "DELETE FROM series WHERE id IN (SELECT id FROM series WHERE profile = ?"
    " AND NOT EXISTS (SELECT 1 FROM point WHERE point.series = series.id)"
    " AND NOT EXISTS (SELECT 1 FROM coverage WHERE coverage.series = series.id) LIMIT ?)",
    "DELETE FROM snapshot WHERE (item, from_at) IN (SELECT item, from_at FROM snapshot"
    " WHERE item IN (SELECT id FROM item WHERE profile = ?) LIMIT ?)",
    "DELETE FROM state_span WHERE (item, from_at) IN (SELECT item, from_at FROM state_span"
    " WHERE item IN (SELECT id FROM item WHERE profile = ?) LIMIT ?)",
    "DELETE FROM alert WHERE id IN (SELECT id FROM alert"
    " WHERE item IN (SELECT id FROM item WHERE profile = ?) LIMIT ?)",
    "DELETE FROM item WHERE id IN (SELECT id FROM item WHERE profile = ? LIMIT ?)",
    "DELETE FROM watch_span WHERE id IN (SELECT id FROM watch_span WHERE profile = ? LIMIT ?)",
    "DELETE FROM call_error WHERE (profile, service, hour, category) IN"
    " (SELECT profile, service, hour, category FROM call_error WHERE profile = ? LIMIT ?)",
    "DELETE FROM call_hour WHERE (profile, service, hour) IN"
    " (SELECT profile, service, hour FROM call_hour WHERE profile = ? LIMIT ?)",
};

// What is too old. The parameters are the time before which nothing is kept and the most rows.
constexpr std::array kAgeing{
    "DELETE FROM snapshot WHERE (item, from_at) IN (SELECT item, from_at FROM snapshot"
    " WHERE until_at < ? ORDER BY until_at LIMIT ?)",
    "DELETE FROM state_span WHERE (item, from_at) IN (SELECT item, from_at FROM state_span"
    " WHERE until_at < ? ORDER BY until_at LIMIT ?)",
    "DELETE FROM alert WHERE id IN (SELECT id FROM alert WHERE ended_at < ?"
    " ORDER BY ended_at LIMIT ?)",
    "DELETE FROM watch_span WHERE id IN (SELECT id FROM watch_span WHERE until_at < ?"
    " LIMIT ?)",
    "DELETE FROM call_error WHERE (profile, service, hour, category) IN"
    " (SELECT profile, service, hour, category FROM call_error WHERE hour < ? LIMIT ?)",
    "DELETE FROM call_hour WHERE (profile, service, hour) IN"
    " (SELECT profile, service, hour FROM call_hour WHERE hour < ? LIMIT ?)",
    "DELETE FROM item WHERE id IN (SELECT id FROM item WHERE gone_at < ? LIMIT ?)",
    // Series without any point or coverage left.
    "DELETE FROM series WHERE ? IS NOT NULL AND id IN (SELECT id FROM series WHERE"
    " NOT EXISTS (SELECT 1 FROM point WHERE point.series = series.id) AND"
    " NOT EXISTS (SELECT 1 FROM coverage WHERE coverage.series = series.id) LIMIT ?)",
};

} // namespace

HistoryThinning::HistoryThinning(SqlConnection &connection, const Clock &clock)
    : m_connection(connection)
    , m_clock(clock)
{
}

void HistoryThinning::begin(const Retention &retention, const QDateTime &utcNow)
{
    m_retention = retention.bounded();
    m_now = utcNow;
    m_stage = Stage::Forgotten;
    m_statement = 0;
    m_series = 0;
    m_freed = false;
}

HistoryThinning::Outcome HistoryThinning::step()
{
    if (m_stage == Stage::Done)
        return Outcome::Done;
    const std::chrono::milliseconds startedAt = m_clock.elapsed();
    if (!m_connection.begin())
        return Outcome::Failed;
    const std::optional<bool> more = slice();
    if (!more || !m_connection.commit()) {
        m_connection.rollback();
        return Outcome::Failed;
    }
    adapt(m_clock.elapsed() - startedAt);
    if (!*more)
        m_stage = static_cast<Stage>(static_cast<int>(m_stage) + 1);
    return m_stage == Stage::Done ? Outcome::Done : Outcome::More;
}

std::optional<bool> HistoryThinning::slice()
{
    switch (m_stage) {
    case Stage::Forgotten:
        return forgetSlice();
    case Stage::Points:
        return pointsSlice();
    case Stage::Events:
        return eventsSlice();
    case Stage::Pages:
        return pagesSlice();
    case Stage::Done:
        break;
    }
    return false;
}

void HistoryThinning::adapt(std::chrono::milliseconds took)
{
    if (took > kTooLong)
        m_rows = std::max(kLeastRows, m_rows / 2);
    else if (took < kQuick)
        m_rows = std::min(kMostRows, m_rows + kLeastRows);
}

std::optional<bool> HistoryThinning::forgetSlice()
{
    const auto profile
        = m_connection.value(u"SELECT id FROM profile WHERE uuid LIKE 'forgotten-%' LIMIT 1"_s);
    if (!profile)
        return std::nullopt;
    if (!profile->isValid())
        return false;
    m_freed = true;
    for (const char *statement : kForgetting) {
        if (!m_connection.run(QString::fromLatin1(statement), {*profile, m_rows}))
            return std::nullopt;
        if (m_connection.changedRows() > 0)
            return true;
    }
    if (!m_connection.run(u"DELETE FROM profile WHERE id = ?"_s, {*profile}))
        return std::nullopt;
    return true;
}

std::optional<bool> HistoryThinning::pointsSlice()
{
    QList<qint64> series;
    if (!m_connection.read(u"SELECT id FROM series WHERE id > ? ORDER BY id LIMIT ?"_s,
                           {m_series, std::max(1, m_rows / kRowsASeries)},
                           [&series](const SqlRow &row) { series.append(row.integer(0)); }))
        return std::nullopt;
    for (const qint64 one : std::as_const(series)) {
        // Coarse first: each point is merged once a round, not carried through all of them.
        for (auto period = kRecordedPeriods.rbegin(); period != kRecordedPeriods.rend(); ++period) {
            const std::optional<bool> busy = thinSeries(one, *period);
            if (!busy)
                return std::nullopt;
            if (*busy)
                return true; // that was enough for one slice; the same series again
        }
        m_series = one;
    }
    return !series.isEmpty();
}

std::optional<bool> HistoryThinning::thinSeries(qint64 series, std::chrono::seconds period)
{
    const auto coarser = coarserPeriod(period);
    const qint64 bucket = coarser ? coarser->count() : period.count();
    const qint64 cutoff = m_retention.pointCutoff(period, m_now).toSecsSinceEpoch();
    // Whole buckets only, so that a bucket is never merged in two halves.
    const qint64 before = bucketStart(cutoff, bucket);
    QList<PointBucket> points;
    const int limit = m_rows;
    const bool read = m_connection.read(
        u"SELECT at, total, coalesce(low, total), coalesce(high, total), coalesce(count, 1)"
        " FROM point WHERE series = ? AND period = ? AND at < ? ORDER BY at LIMIT ?"_s,
        {series, qint64{period.count()}, before, limit}, [&points](const SqlRow &row) {
            const double nan = std::numeric_limits<double>::quiet_NaN();
            points.append({row.integer(0), row.isNull(1) ? nan : row.real(1), row.real(2),
                           row.real(3), row.integer(4)});
        });
    if (!read)
        return std::nullopt;
    qint64 done = before;
    // The last bucket may go on in the next slice. Fifty points never fit into one.
    if (points.size() == limit)
        done = bucketStart(points.last().at, bucket);
    const std::optional<bool> moreSpans
        = moveCoverage(series, period.count(), coarser ? bucket : 0, &done);
    if (!moreSpans)
        return std::nullopt;
    points.removeIf([done](const PointBucket &point) { return point.at >= done; });
    if (points.isEmpty())
        return *moreSpans;
    m_freed = true;
    if (!mergePoints(series, period.count(), coarser ? bucket : 0, points, done))
        return std::nullopt;
    return true;
}

bool HistoryThinning::mergePoints(qint64 series, qint64 period, qint64 coarser,
                                  const QList<PointBucket> &points, qint64 before)
{
    if (coarser > 0) {
        const QList<PointBucket> buckets = mergedInto(points, coarser);
        for (const PointBucket &bucket : buckets) {
            // A point CloudWatch gave for that bucket keeps its value and gains the extremes.
            if (!m_connection.run(
                    u"INSERT INTO point (series, period, at, total, low, high, count)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series, period, at) DO UPDATE"
                    " SET low = min(excluded.low, coalesce(low, excluded.low)),"
                    " high = max(excluded.high, coalesce(high, excluded.high))"_s,
                    {series, coarser, bucket.at, bucket.total, bucket.low, bucket.high,
                     bucket.count}))
                return false;
        }
    }
    return m_connection.run(u"DELETE FROM point WHERE series = ? AND period = ? AND at < ?"_s,
                            {series, period, before});
}

std::optional<QList<HistoryThinning::Span>>
HistoryThinning::coverageSpans(qint64 series, qint64 period, qint64 before, int limit)
{
    QList<Span> spans;
    const bool read = m_connection.read(
        u"SELECT from_at, to_at FROM coverage WHERE series = ? AND period = ? AND from_at < ?"
        " ORDER BY from_at LIMIT ?"_s,
        {series, period, before, limit}, [&spans](const SqlRow &row) {
            spans.append({row.integer(0), row.integer(1)});
        });
    return read ? std::optional(spans) : std::nullopt;
}

/// Moves what is covered before \a before to the coarser resolution. Sets \a before back, and
/// answers true, when that is more than one slice should do.
std::optional<bool> HistoryThinning::moveCoverage(qint64 series, qint64 period, qint64 coarser,
                                                  qint64 *before)
{
    const int limit = std::max(1, m_rows / kRowsASeries);
    std::optional<QList<Span>> spans = coverageSpans(series, period, *before, limit);
    if (!spans)
        return std::nullopt;
    bool more = false;
    if (spans->size() == limit) {
        const qint64 reached = bucketStart(spans->last().from, std::max(coarser, period));
        more = reached > spans->first().from;
        if (more)
            *before = reached;
        else // all of them begin in one bucket, which is never moved in two halves
            spans = coverageSpans(series, period, *before, -1);
        if (!spans)
            return std::nullopt;
        spans->removeIf([before](const Span &span) { return span.from >= *before; });
    }
    for (const Span &span : std::as_const(*spans)) {
        if (!moveSpan(series, period, coarser, *before, span))
            return std::nullopt;
    }
    return more;
}

bool HistoryThinning::moveSpan(qint64 series, qint64 period, qint64 coarser, qint64 before,
                               const Span &span)
{
    if (!m_connection.run(u"DELETE FROM coverage WHERE series = ? AND period = ? AND from_at = ?"_s,
                          {series, period, span.from}))
        return false;
    if (span.to > before
        && !m_connection.run(u"INSERT INTO coverage (series, period, from_at, to_at)"
                             " VALUES (?, ?, ?, ?)"_s,
                             {series, period, before, span.to}))
        return false;
    if (coarser <= 0)
        return true;
    // Only buckets that were asked for as a whole count as asked for.
    const qint64 from = bucketStart(span.from + coarser - 1, coarser);
    const qint64 to = bucketStart(std::min(span.to, before), coarser);
    return from >= to || addCoverage(m_connection, series, coarser, from, to);
}

std::optional<bool> HistoryThinning::eventsSlice()
{
    if (m_statement >= static_cast<int>(kAgeing.size()))
        return false;
    const char *statement = kAgeing[static_cast<std::size_t>(m_statement)];
    const int limit = m_rows;
    if (!m_connection.run(QString::fromLatin1(statement),
                          {sqlTime(m_retention.eventCutoff(m_now)), limit}))
        return std::nullopt;
    m_freed = m_freed || m_connection.changedRows() > 0;
    if (m_connection.changedRows() < limit)
        ++m_statement;
    return true;
}

std::optional<bool> HistoryThinning::pagesSlice()
{
    const QString count = u"PRAGMA freelist_count"_s;
    const auto before = m_connection.value(count);
    if (!before)
        return std::nullopt;
    if (before->toLongLong() < kFreePagesKept)
        return false;
    if (!m_connection.read(u"PRAGMA incremental_vacuum(%1)"_s.arg(m_rows / kRowsAPage), {},
                           [](const SqlRow &) {}))
        return std::nullopt;
    // A file that can't give pages back keeps them; trying again would never end.
    const auto after = m_connection.value(count);
    return after ? std::optional(after->toLongLong() < before->toLongLong()) : std::nullopt;
}

} // namespace tallylight::storage
