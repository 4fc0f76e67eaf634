// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"
#include "core/metricbudget.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>

namespace tallylight {

/// One series somebody wants the newest values of. The same series may be wanted for several
/// reasons; it is asked for once, for the most important one.
struct SeriesDemand
{
    MetricId metric;
    QString statistic;
    std::chrono::seconds finestPeriod{60}; ///< a shorter period brings nothing new
    DemandKind kind = DemandKind::Visible;
};

/// What a series is called in plans: metric and statistic, whatever the period.
QString seriesKey(const MetricId &metric, const QString &statistic);

/// Everything a plan follows from.
struct PlanInput
{
    QList<SeriesDemand> demands;
    QHash<QString, QDateTime> askedAt; ///< by seriesKey(): the newest answered request, UTC
    QDateTime utcNow; ///< the server's idea of now
    std::chrono::seconds interval{60}; ///< at which what is on screen, selected or pinned is wanted
    Slowing slowing = Slowing::None;
    double leftUsd = 0.0; ///< no plan costs more
    bool freeRequests = false; ///< ask with GetMetricStatistics, a free request per series
    bool evenIfNotDue = false; ///< somebody asked for it by hand; a budget still counts
};

/// One call of GetMetricData, or as many of GetMetricStatistics as it has queries.
struct PlannedBatch
{
    TimeRange range; ///< whole minutes
    QList<MetricQuery> queries;

    /// What CloudWatch counts, whether they exist or not.
    qint64 points() const;
    bool operator==(const PlannedBatch &) const = default;
};

/// Why a series that is wanted is not in a plan.
enum class HeldBack {
    NotDue, ///< it was asked for lately
    Slowed, ///< it would be due, but the budget slows it
    LeftOut, ///< the budget has nothing left for it
};

/// What to ask now.
struct MetricPlan
{
    QList<PlannedBatch> batches;
    QHash<QString, HeldBack> heldBack; ///< by seriesKey()
    qint64 series = 0; ///< in the batches, each once
    CloudWatchUse price; ///< what the batches count as
    int slowed = 0; ///< series whose interval is longer than wanted, due or not
    int leftOut = 0; ///< series that are not asked for at all
    QDateTime nextDue; ///< when the next series is due; invalid when none will be
};

/// Most queries of one GetMetricData call (aws-facts §2.5).
constexpr qsizetype kMaxQueriesPerCall = 500;
/// Most datapoints of one GetMetricData call (aws-facts §2.5).
constexpr qint64 kMaxPointsPerCall = 100800;

/// How often \a kind is wanted when the interval is \a interval. What alarms off screen is looked
/// at less often: its alerts come for free every few seconds, its numbers only explain them.
std::chrono::seconds wantedInterval(std::chrono::seconds interval, DemandKind kind);

/// Plans one round (DESIGN §1.3): each series once, in batches CloudWatch accepts, back to where
/// the last answer ended (at least five minutes, at most three hours) in the finest period that has
/// points of its own, because a request costs the same however much it asks for.
MetricPlan planMetrics(const PlanInput &input, const PriceTable &prices);

} // namespace tallylight
