// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historythinning.h"

#include "storage/historywrites.h"
#include "storage/sqlconnection.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

// Sizes of slices that stay far below 50 ms on slow disks as well.
constexpr int kPointsASlice = 1000;
constexpr int kSeriesASlice = 200;
constexpr int kEventsASlice = 500;
constexpr int kPagesASlice = 100;

} // namespace

HistoryThinning::HistoryThinning(SqlConnection &connection)
    : m_connection(connection)
{
}

void HistoryThinning::begin(const Retention &retention, const QDateTime &utcNow)
{
    m_retention = retention.bounded();
    m_now = utcNow;
    m_stage = Stage::Forgotten;
    m_series = 0;
    m_freed = false;
}

HistoryThinning::Outcome HistoryThinning::step()
{
    if (m_stage == Stage::Done)
        return Outcome::Done;
    if (!m_connection.begin())
        return Outcome::Failed;
    std::optional<bool> more;
    switch (m_stage) {
    case Stage::Forgotten:
        more = forgetSlice();
        break;
    case Stage::Points:
        more = pointsSlice();
        break;
    case Stage::Events:
        more = eventsSlice();
        break;
    case Stage::Pages:
        more = pagesSlice();
        break;
    case Stage::Done:
        break;
    }
    if (!more || !m_connection.commit()) {
        m_connection.rollback();
        return Outcome::Failed;
    }
    if (!*more)
        m_stage = static_cast<Stage>(static_cast<int>(m_stage) + 1);
    return m_stage == Stage::Done ? Outcome::Done : Outcome::More;
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
    // Leaves first; what hangs below a row that is deleted last is then little or nothing.
    static const std::array kSlices{
        u"DELETE FROM point WHERE (series, period, at) IN (SELECT series, period, at FROM point"
        " WHERE series = (SELECT id FROM series WHERE profile = ? LIMIT 1) LIMIT %1)"_s,
        u"DELETE FROM series WHERE id IN (SELECT id FROM series WHERE profile = ?"
        " AND NOT EXISTS (SELECT 1 FROM point WHERE point.series = series.id) LIMIT %1)"_s,
        u"DELETE FROM item WHERE id IN (SELECT id FROM item WHERE profile = ? LIMIT %1)"_s,
    };
    for (const QString &slice : kSlices) {
        const int rows = slice.contains("point WHERE (series"_L1) ? kPointsASlice : 50;
        if (!m_connection.run(slice.arg(rows), {*profile}))
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
                           {m_series, kSeriesASlice},
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
    const bool read = m_connection.read(
        u"SELECT at, total, coalesce(low, total), coalesce(high, total), coalesce(count, 1)"
        " FROM point WHERE series = ? AND period = ? AND at < ? ORDER BY at LIMIT ?"_s,
        {series, qint64{period.count()}, before, kPointsASlice}, [&points](const SqlRow &row) {
            const double nan = std::numeric_limits<double>::quiet_NaN();
            points.append({row.integer(0), row.isNull(1) ? nan : row.real(1), row.real(2),
                           row.real(3), row.integer(4)});
        });
    if (!read)
        return std::nullopt;
    qint64 done = before;
    if (points.size() == kPointsASlice) {
        // The last bucket may go on in the next slice. A thousand points never fit into one.
        done = bucketStart(points.last().at, bucket);
        points.removeIf([done](const PointBucket &point) { return point.at >= done; });
    }
    if (!moveCoverage(series, period.count(), coarser ? bucket : 0, done))
        return std::nullopt;
    if (points.isEmpty())
        return false;
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

bool HistoryThinning::moveCoverage(qint64 series, qint64 period, qint64 coarser, qint64 before)
{
    struct Span
    {
        qint64 from;
        qint64 to;
    };
    QList<Span> spans;
    const bool read = m_connection.read(
        u"SELECT from_at, to_at FROM coverage WHERE series = ? AND period = ? AND from_at < ?"_s,
        {series, period, before}, [&spans](const SqlRow &row) {
            spans.append({row.integer(0), row.integer(1)});
        });
    if (!read)
        return false;
    for (const Span &span : std::as_const(spans)) {
        const qint64 end = std::min(span.to, before);
        bool fine = m_connection.run(
            u"DELETE FROM coverage WHERE series = ? AND period = ? AND from_at = ?"_s,
            {series, period, span.from});
        if (span.to > before)
            fine = fine
                && m_connection.run(u"INSERT INTO coverage (series, period, from_at, to_at)"
                                    " VALUES (?, ?, ?, ?)"_s,
                                    {series, period, before, span.to});
        if (coarser > 0) {
            // Only buckets that were asked for as a whole count as asked for.
            const qint64 from = bucketStart(span.from + coarser - 1, coarser);
            const qint64 to = bucketStart(end, coarser);
            if (from < to)
                fine = fine && addCoverage(m_connection, series, coarser, from, to);
        }
        if (!fine)
            return false;
    }
    return true;
}

std::optional<bool> HistoryThinning::eventsSlice()
{
    static const QStringList slices{
        u"DELETE FROM snapshot WHERE (item, from_at) IN (SELECT item, from_at FROM snapshot"
        " WHERE until_at < ? ORDER BY until_at LIMIT %1)"_s,
        u"DELETE FROM state_span WHERE (item, from_at) IN (SELECT item, from_at FROM state_span"
        " WHERE until_at < ? ORDER BY until_at LIMIT %1)"_s,
        u"DELETE FROM alert WHERE id IN (SELECT id FROM alert WHERE ended_at < ?"
        " ORDER BY ended_at LIMIT %1)"_s,
        u"DELETE FROM watch_span WHERE id IN (SELECT id FROM watch_span WHERE until_at < ?"
        " LIMIT %1)"_s,
        u"DELETE FROM call_error WHERE hour < ?"_s,
        u"DELETE FROM call_hour WHERE hour < ?"_s,
        u"DELETE FROM item WHERE id IN (SELECT id FROM item WHERE gone_at < ? LIMIT %1)"_s,
        // Series without any point or coverage left.
        u"DELETE FROM series WHERE ? IS NOT NULL AND id IN (SELECT id FROM series WHERE"
        " NOT EXISTS (SELECT 1 FROM point WHERE point.series = series.id) AND"
        " NOT EXISTS (SELECT 1 FROM coverage WHERE coverage.series = series.id) LIMIT %1)"_s,
    };
    const QVariant cutoff = sqlTime(m_retention.eventCutoff(m_now));
    bool more = false;
    for (const QString &slice : slices) {
        const QString sql = slice.contains("%1"_L1) ? slice.arg(kEventsASlice) : slice;
        if (!m_connection.run(sql, {cutoff}))
            return std::nullopt;
        m_freed = m_freed || m_connection.changedRows() > 0;
        more = more || m_connection.changedRows() >= kEventsASlice;
    }
    return more;
}

std::optional<bool> HistoryThinning::pagesSlice()
{
    const auto free = m_connection.value(u"PRAGMA freelist_count"_s);
    if (!free)
        return std::nullopt;
    // A few free pages are used again at once; giving them back would only make the disk busy.
    if (free->toLongLong() < 2 * kPagesASlice)
        return false;
    const bool fine = m_connection.read(u"PRAGMA incremental_vacuum(%1)"_s.arg(kPagesASlice), {},
                                        [](const SqlRow &) {});
    return fine ? std::optional(true) : std::nullopt;
}

} // namespace tallylight::storage
