// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retention.h"

#include <QString>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr int kMostDays = 3650;

} // namespace

Retention Retention::bounded() const
{
    Retention result = *this;
    int least = 1;
    for (int &days : result.pointDays) {
        days = std::clamp(days, least, kMostDays);
        least = days;
    }
    result.eventDays = std::clamp(result.eventDays, 1, kMostDays);
    return result;
}

QDateTime Retention::pointCutoff(std::chrono::seconds period, const QDateTime &utcNow) const
{
    const auto *const found = std::find(kRecordedPeriods.begin(), kRecordedPeriods.end(), period);
    if (found == kRecordedPeriods.end())
        return {};
    const auto index = static_cast<std::size_t>(found - kRecordedPeriods.begin());
    return utcNow.addDays(-pointDays[index]);
}

QDateTime Retention::eventCutoff(const QDateTime &utcNow) const
{
    return utcNow.addDays(-eventDays);
}

std::optional<std::chrono::seconds> coarserPeriod(std::chrono::seconds period)
{
    const auto *const found = std::find(kRecordedPeriods.begin(), kRecordedPeriods.end(), period);
    if (found == kRecordedPeriods.end() || found + 1 == kRecordedPeriods.end())
        return std::nullopt;
    return *(found + 1);
}

qint64 bucketStart(qint64 epochSeconds, qint64 period)
{
    const qint64 inside = epochSeconds % period;
    return epochSeconds - (inside < 0 ? inside + period : inside);
}

void PointBucket::add(const PointBucket &other)
{
    if (count == 0) {
        const qint64 start = at;
        *this = other;
        at = start;
        return;
    }
    total += other.total;
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    count += other.count;
}

double PointBucket::value(const QString &statistic) const
{
    if (count <= 1)
        return total;
    if (statistic == "Sum"_L1 || statistic == "SampleCount"_L1)
        return total;
    if (statistic == "Minimum"_L1)
        return low;
    if (statistic == "Average"_L1)
        return total / static_cast<double>(count);
    return high;
}

QList<PointBucket> mergedInto(const QList<PointBucket> &points, qint64 period)
{
    QList<PointBucket> buckets;
    for (const PointBucket &point : points) {
        if (std::isnan(point.total))
            continue;
        const qint64 at = bucketStart(point.at, period);
        if (buckets.isEmpty() || buckets.last().at != at)
            buckets.append({at, 0.0, 0.0, 0.0, 0});
        buckets.last().add(point);
    }
    return buckets;
}

} // namespace tallylight
