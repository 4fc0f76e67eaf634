// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/seriesassembly.h"

#include "core/timeranges.h"

#include <algorithm>

namespace tallylight {

namespace {

QDateTime timeOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

RecordedPoint pointOf(const PointBucket &bucket, qint64 period, const QString &statistic)
{
    return {timeOf(bucket.at), bucket.value(statistic), bucket.low, bucket.high,
            std::chrono::seconds(period)};
}

/// \a ranges shrunk to whole periods.
QList<TimeRange> wholePeriods(const QList<TimeRange> &ranges, qint64 period)
{
    QList<TimeRange> whole;
    for (const TimeRange &range : joined(ranges)) {
        whole.append({timeOf(bucketStart(range.from.toSecsSinceEpoch() + period - 1, period)),
                      timeOf(bucketStart(range.to.toSecsSinceEpoch(), period))});
    }
    return joined(whole);
}

/// Whether [from, from + length) lies in one of \a ranges, which are joined.
bool covers(const QList<TimeRange> &ranges, qint64 from, qint64 length)
{
    const QDateTime start = timeOf(from);
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), start,
        [](const QDateTime &time, const TimeRange &range) { return time < range.from; });
    return after != ranges.begin() && std::prev(after)->to >= timeOf(from + length);
}

} // namespace

RecordedSeries assembledSeries(const MetricQuery &query, const RecordedRows &rows)
{
    const qint64 period = query.period.count();
    RecordedSeries result;
    result.query = query;
    QMap<qint64, RecordedPoint> points;
    for (const PointBucket &bucket : rows.points.value(period))
        points.insert(bucket.at, pointOf(bucket, period, query.statistic));
    for (auto it = rows.points.constBegin(); it != rows.points.constEnd() && it.key() < period;
         ++it) {
        const QList<TimeRange> whole = wholePeriods(rows.covered.value(it.key()), period);
        for (const PointBucket &bucket : mergedInto(it.value(), period)) {
            if (!points.contains(bucket.at) && covers(whole, bucket.at, period))
                points.insert(bucket.at, pointOf(bucket, period, query.statistic));
        }
    }
    for (auto it = rows.points.upperBound(period); it != rows.points.constEnd(); ++it) {
        for (const PointBucket &bucket : it.value()) {
            const auto next = points.lowerBound(bucket.at);
            if (next == points.end() || next.key() >= bucket.at + it.key())
                points.insert(bucket.at, pointOf(bucket, it.key(), query.statistic));
        }
    }
    result.points = points.values();
    for (auto it = rows.covered.constBegin(); it != rows.covered.constEnd(); ++it) {
        const QList<TimeRange> ranges
            = it.key() < period ? wholePeriods(it.value(), period) : joined(it.value());
        for (const TimeRange &range : ranges)
            result.covered.append({range, std::chrono::seconds(std::max(it.key(), period))});
    }
    return result;
}

} // namespace tallylight
