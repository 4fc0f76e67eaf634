// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace tallylight {

/// The resolutions that metric points are kept in, finest first: ten seconds, a minute, five
/// minutes, an hour. Those of CloudWatch (aws-facts §2.5), so that its points fit without change.
inline constexpr std::array<std::chrono::seconds, 4> kRecordedPeriods{
    std::chrono::seconds(10), std::chrono::seconds(60), std::chrono::seconds(300),
    std::chrono::seconds(3600)};

/// How long each resolution is kept before its points are merged into the next coarser one; the
/// coarsest is deleted instead. Whole days.
struct Retention
{
    std::array<int, 4> pointDays{3, 15, 63, 455}; ///< in the order of kRecordedPeriods
    int eventDays = 455; ///< states, alerts, inventory changes, call outcomes, watch times

    bool operator==(const Retention &) const = default;
    /// The same with every number in 1 … 3650 and no coarser resolution kept shorter than a finer.
    Retention bounded() const;
    /// Points of \a period that began before this are due to be merged; invalid for a period that
    /// is not one of kRecordedPeriods.
    QDateTime pointCutoff(std::chrono::seconds period, const QDateTime &utcNow) const;
    QDateTime eventCutoff(const QDateTime &utcNow) const;
};

/// The next coarser of kRecordedPeriods; nullopt for the coarsest and for any other period.
std::optional<std::chrono::seconds> coarserPeriod(std::chrono::seconds period);

/// The start of the bucket of \a period seconds that \a epochSeconds lies in; right before 1970
/// too.
qint64 bucketStart(qint64 epochSeconds, qint64 period);

/// Several points of one series merged. \a count is 1 for a point as CloudWatch gave it.
struct PointBucket
{
    qint64 at = 0; ///< start, seconds since 1970
    double total = 0.0; ///< sum of the values
    double low = 0.0;
    double high = 0.0;
    qint64 count = 0;

    bool operator==(const PointBucket &) const = default;
    static PointBucket of(qint64 at, double value) { return {at, value, value, value, 1}; }
    void add(const PointBucket &other);
    /// The bucket's value for a series of \a statistic: the sum of sums, the mean of averages, the
    /// extreme of extremes. Of percentiles, which can't be merged, the highest: it hides nothing.
    double value(const QString &statistic) const;
};

/// \a points (ascending) merged into buckets of \a period seconds, ascending. A point that is not a
/// number says nothing and is left out.
QList<PointBucket> mergedInto(const QList<PointBucket> &points, qint64 period);

} // namespace tallylight
