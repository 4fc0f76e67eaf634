// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricplan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tallylight {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

// Points below a minute are gone after this (aws-facts §2.5).
constexpr seconds kFineRetention = 3h;
// The newest minutes arrive late, so that the end of the last answer is asked for once more.
constexpr seconds kOverlap = 2min;
// Less than this would not even hold the newest complete minute.
constexpr seconds kShortestRange = 5min;
// Series that end much earlier than others get a call of their own rather than make all long.
constexpr seconds kRangeSpread = 15min;
constexpr int kAlarmingFactor = 5;
// Timers fire a little early or late; a round must not miss a series by a second.
constexpr seconds kDueTolerance = 5s;

/// A series that is to be asked for now.
struct Due
{
    QString key;
    MetricQuery query;
    QDateTime from;
    DemandKind kind = DemandKind::Visible;
};

QDateTime minuteAtOrBefore(const QDateTime &utc)
{
    return QDateTime::fromSecsSinceEpoch(utc.toSecsSinceEpoch() / 60 * 60, Qt::UTC);
}

/// Where the request for a series last answered at \a askedAt starts.
QDateTime startOfRange(const QDateTime &askedAt, const QDateTime &end)
{
    const QDateTime newest = end.addSecs(-kShortestRange.count());
    const QDateTime oldest = end.addSecs(-kFineRetention.count());
    if (!askedAt.isValid())
        return newest;
    return minuteAtOrBefore(std::clamp(askedAt.addSecs(-kOverlap.count()), oldest, newest));
}

qint64 pointsOf(const MetricQuery &query, const TimeRange &range)
{
    const qint64 period = std::max<qint64>(query.period.count(), 1);
    return (range.from.secsTo(range.to) + period - 1) / period;
}

/// Each series once, with its most important reason, in the order they were first wanted.
QList<SeriesDemand> withoutDuplicates(const QList<SeriesDemand> &demands, QList<QString> *keys)
{
    QList<SeriesDemand> unique;
    QHash<QString, qsizetype> positions;
    for (const SeriesDemand &demand : demands) {
        const QString key = seriesKey(demand.metric, demand.statistic);
        const auto found = positions.constFind(key);
        if (found == positions.constEnd()) {
            positions.insert(key, unique.size());
            unique.append(demand);
            keys->append(key);
            continue;
        }
        SeriesDemand &first = unique[*found];
        first.kind = std::max(first.kind, demand.kind);
        first.finestPeriod = std::min(first.finestPeriod, demand.finestPeriod);
    }
    return unique;
}

/// Packs \a due, longest range first, into calls CloudWatch accepts.
QList<PlannedBatch> batchesOf(QList<Due> due, const QDateTime &end)
{
    std::stable_sort(due.begin(), due.end(),
                     [](const Due &a, const Due &b) { return a.from < b.from; });
    QList<PlannedBatch> batches;
    qint64 points = 0;
    for (const Due &one : std::as_const(due)) {
        const bool starts = batches.isEmpty() || batches.last().queries.size() >= kMaxQueriesPerCall
            || batches.last().range.from.secsTo(one.from) > kRangeSpread.count()
            || points + pointsOf(one.query, batches.last().range) > kMaxPointsPerCall;
        if (starts) {
            batches.append(PlannedBatch{{one.from, end}, {}});
            points = 0;
        }
        points += pointsOf(one.query, batches.last().range);
        batches.last().queries.append(one.query);
    }
    return batches;
}

void earlier(QDateTime *due, const QDateTime &other)
{
    if (!due->isValid() || other < *due)
        *due = other;
}

} // namespace

QString seriesKey(const MetricId &metric, const QString &statistic)
{
    return metric.key() + u' ' + statistic;
}

qint64 PlannedBatch::points() const
{
    qint64 sum = 0;
    for (const MetricQuery &query : queries)
        sum += pointsOf(query, range);
    return sum;
}

seconds wantedInterval(seconds interval, DemandKind kind)
{
    return kind == DemandKind::Alarming ? interval * kAlarmingFactor : interval;
}

MetricPlan planMetrics(const PlanInput &input, const PriceTable &prices)
{
    MetricPlan plan;
    const QDateTime end = minuteAtOrBefore(input.utcNow).addSecs(60); // exclusive
    QList<QString> keys;
    const QList<SeriesDemand> demands = withoutDuplicates(input.demands, &keys);
    const Slowing slowing = input.freeRequests ? Slowing::None : input.slowing;
    QList<Due> due;
    for (qsizetype i = 0; i < demands.size(); ++i) {
        const SeriesDemand &demand = demands.at(i);
        const seconds wanted = wantedInterval(input.interval, demand.kind);
        const std::optional<seconds> interval = slowedInterval(wanted, demand.kind, slowing);
        if (!interval) {
            plan.heldBack.insert(keys.at(i), HeldBack::LeftOut);
            ++plan.leftOut;
            continue;
        }
        plan.slowed += *interval > wanted ? 1 : 0;
        const QDateTime askedAt = input.askedAt.value(keys.at(i));
        // An answer from the future (the clock was set back) is no reason to wait for it.
        const bool asked = askedAt.isValid() && askedAt <= input.utcNow;
        const seconds age(asked ? askedAt.secsTo(input.utcNow) : 0);
        if (asked && age + kDueTolerance < (input.evenIfNotDue ? 0s : *interval)) {
            const bool slowed = age + kDueTolerance >= wanted;
            plan.heldBack.insert(keys.at(i), slowed ? HeldBack::Slowed : HeldBack::NotDue);
            earlier(&plan.nextDue, askedAt.addSecs(interval->count()));
            continue;
        }
        const seconds period = std::max<seconds>(demand.finestPeriod, 10s);
        due.append({keys.at(i),
                    {demand.metric, demand.statistic, period},
                    startOfRange(asked ? askedAt : QDateTime(), end),
                    demand.kind});
        earlier(&plan.nextDue, input.utcNow.addSecs(interval->count()));
    }

    if (!input.freeRequests) {
        // What does not fit what is left is cut from the least important end.
        std::stable_sort(due.begin(), due.end(),
                         [](const Due &a, const Due &b) { return a.kind > b.kind; });
        while (!due.isEmpty() && prices.metricsUsd(due.size()) > input.leftUsd) {
            plan.heldBack.insert(due.last().key, HeldBack::LeftOut);
            ++plan.leftOut;
            due.removeLast();
        }
    }
    plan.series = due.size();
    plan.price = input.freeRequests ? CloudWatchUse{0, plan.series} : CloudWatchUse{plan.series, 0};
    plan.batches = batchesOf(due, end);
    return plan;
}

} // namespace tallylight
