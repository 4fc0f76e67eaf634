// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricreadings.h"

#include "core/metricfold.h"
#include "core/metricplan.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

// The newest complete minute arrives a minute or two late; a reading older than this says nothing
// about now.
constexpr seconds kReadingWindow = 5min;

ReadingStatus statusOf(const MetricSeries &series)
{
    switch (series.status) {
    case SeriesStatus::Forbidden:
        return ReadingStatus::Forbidden;
    case SeriesStatus::InternalError:
    case SeriesStatus::Partial: // not answered to the end, so "no data" would be a guess
        return ReadingStatus::Failed;
    case SeriesStatus::Complete:
        break;
    }
    return ReadingStatus::NoData;
}

/// How much a reading without a value takes away from the others of its metric: a group that could
/// not be read makes the whole unknown rather than smaller than it is; a group that publishes
/// nothing does so only where that is not normal.
int weight(ReadingStatus status, bool optional)
{
    switch (status) {
    case ReadingStatus::Failed:
        return 3;
    case ReadingStatus::Forbidden:
        return 2;
    case ReadingStatus::NoData:
        return optional ? -1 : 1;
    default:
        return status == ReadingStatus::Value ? 0 : -1;
    }
}

/// Adds one output group's reading to what the others gave.
void combine(MetricReading &sum, const MetricReading &one, const MetricInfo &info)
{
    const int had = weight(sum.status, info.isOptional());
    const int has = weight(one.status, info.isOptional());
    if (had != has) {
        if (has > had)
            sum = one;
        return;
    }
    if (!sum.hasValue())
        return;
    sum.value = info.combine == MetricCombine::Minimum ? std::min(sum.value, one.value)
        : info.combine == MetricCombine::Maximum       ? std::max(sum.value, one.value)
                                                       : sum.value + one.value;
    sum.at = std::min(sum.at, one.at);
    sum.dipPercent.reset(); // of each, but not of all together
}

MetricReading readingOf(const Datapoint &minute)
{
    MetricReading reading = MetricReading::of(minute.value, minute.at);
    if (minute.spread && minute.spread->high > 0.0)
        reading.dipPercent
            = (minute.spread->high - minute.spread->low) / minute.spread->high * 100.0;
    return reading;
}

/// No answer has come for it since it was first asked for.
bool waitsForAnswer(ReadingStatus status)
{
    switch (status) {
    case ReadingStatus::NotObserved:
    case ReadingStatus::Loading:
    case ReadingStatus::OverBudget:
    case ReadingStatus::Forbidden:
    case ReadingStatus::Failed:
    case ReadingStatus::Throttled:
        return true;
    default:
        return false;
    }
}

std::size_t indexOf(HealthMetric metric)
{
    return static_cast<std::size_t>(metric);
}

} // namespace

void MetricReadings::want(const QList<LegDemand> &legs, const MetricLister &lister,
                          const QDateTime &utcNow)
{
    for (const LegDemand &demand : legs) {
        Leg &leg = m_legs[legKey(demand.channelId, demand.pipeline)];
        if (!std::exchange(leg.leftOut, false) || !leg.wantedAt.isValid())
            leg.wantedAt = utcNow;
        for (const HealthMetric metric : kHealthMetrics) {
            MetricReading &reading = leg.readings[indexOf(metric)];
            if (!lister.find(demand.channelId, demand.pipeline, metric).published) {
                reading = {lister.unpublishedStatus(demand.channelId, demand.pipeline), 0.0, {}};
                leg.doubted[indexOf(metric)] = false;
            } else if (reading.status == ReadingStatus::NotObserved
                       || reading.status == ReadingStatus::OverBudget
                       || reading.status == ReadingStatus::NotPublished)
                reading = {ReadingStatus::Loading, 0.0, {}};
        }
    }
}

QList<SeriesDemand> MetricReadings::series(const QList<LegDemand> &legs, const MetricLister &lister)
{
    QList<SeriesDemand> series;
    m_targets.clear();
    for (const LegDemand &leg : legs) {
        for (const HealthMetric metric : kHealthMetrics) {
            const MetricInfo &info = m_catalogue.info(metric);
            const auto found = lister.find(leg.channelId, leg.pipeline, metric);
            for (const MetricId &id : found.metrics) {
                series.append({id, info.statistic, info.finestPeriod, leg.kind});
                m_targets[seriesKey(id, info.statistic)].append(
                    {legKey(leg.channelId, leg.pipeline), metric});
            }
        }
    }
    return series;
}

QSet<QString> MetricReadings::holdBack(const QHash<QString, HeldBack> &series)
{
    QSet<QString> legs;
    for (auto it = series.constBegin(); it != series.constEnd(); ++it) {
        if (it.value() == HeldBack::NotDue)
            continue;
        const QList<ReadingTarget> targets = m_targets.value(it.key());
        for (const ReadingTarget &target : targets) {
            legs.insert(target.leg);
            Leg &leg = m_legs[target.leg];
            leg.leftOut |= it.value() == HeldBack::LeftOut;
            MetricReading &reading = leg.readings[indexOf(target.metric)];
            if (reading.status == ReadingStatus::Loading)
                reading.status = ReadingStatus::OverBudget;
        }
    }
    return legs;
}

void MetricReadings::take(const QList<MetricSeries> &answers, const QDateTime &serverNow,
                          const QDateTime &utcNow)
{
    using Cell = std::pair<QString, std::size_t>; // leg, index of the metric
    QHash<Cell, int> expected;
    for (const QList<ReadingTarget> &targets : std::as_const(m_targets)) {
        for (const ReadingTarget &target : targets)
            ++expected[{target.leg, indexOf(target.metric)}];
    }
    QHash<Cell, std::pair<int, MetricReading>> read;
    for (const MetricSeries &series : answers) {
        const auto newest = newestMinute(series, serverNow, kReadingWindow);
        const MetricReading one
            = newest ? readingOf(*newest) : MetricReading{statusOf(series), 0.0, {}};
        const QString key = seriesKey(series.query.metric, series.query.statistic);
        const QList<ReadingTarget> targets = m_targets.value(key);
        for (const ReadingTarget &target : targets) {
            auto &[count, reading] = read[{target.leg, indexOf(target.metric)}];
            if (count++ == 0)
                reading = one;
            else
                combine(reading, one, m_catalogue.info(target.metric));
        }
    }
    for (auto it = read.constBegin(); it != read.constEnd(); ++it) {
        const auto leg = m_legs.find(it.key().first);
        if (leg == m_legs.end() || it->first < expected.value(it.key()))
            continue; // stopped while the answer was on its way, or only part of it came
        leg->readings[it.key().second] = it->second;
        leg->answeredAt[it.key().second] = utcNow;
        leg->doubted[it.key().second] = false;
        leg->observedAt = utcNow;
    }
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        const auto leg = m_legs.find(it.key().first);
        if (leg == m_legs.end() || !leg->answeredAt[it.key().second].isValid())
            continue;
        leg->observedAt = std::min(leg->observedAt, leg->answeredAt[it.key().second]);
    }
}

QSet<QString> MetricReadings::unanswered() const
{
    QSet<QString> series;
    for (auto it = m_targets.constBegin(); it != m_targets.constEnd(); ++it) {
        const bool waits = std::any_of(it->begin(), it->end(), [this](const ReadingTarget &target) {
            const auto leg = m_legs.constFind(target.leg);
            return leg != m_legs.constEnd()
                && leg->readings[indexOf(target.metric)].status == ReadingStatus::Loading;
        });
        if (waits)
            series.insert(it.key());
    }
    return series;
}

void MetricReadings::fail(const QList<LegDemand> &legs, ReadingStatus status,
                          const QDateTime &utcNow)
{
    for (const LegDemand &demand : legs) {
        Leg &leg = m_legs[legKey(demand.channelId, demand.pipeline)];
        // So that it is forgotten when nobody wants it any more, like any other.
        if (!leg.wantedAt.isValid())
            leg.wantedAt = utcNow;
        for (MetricReading &reading : leg.readings) {
            // What was answered once stays, marked stale by the freshness.
            if (waitsForAnswer(reading.status))
                reading.status = status;
        }
    }
}

void MetricReadings::prune(const MetricDemand &demand, const QDateTime &utcNow, seconds keep)
{
    m_legs.removeIf([&](const auto &entry) {
        const Leg &leg = entry.value();
        return !demand.isRunning(entry.key().section(u'/', 0, -2))
            || (leg.wantedAt.isValid() && leg.wantedAt.secsTo(utcNow) > keep.count());
    });
}

void MetricReadings::doubtAll()
{
    for (Leg &leg : m_legs) {
        for (std::size_t i = 0; i < kHealthMetricCount; ++i)
            leg.doubted[i] = leg.readings[i].hasValue();
    }
}

bool MetricReadings::isDoubted(const QString &leg) const
{
    const auto found = m_legs.constFind(leg);
    return found != m_legs.constEnd()
        && std::any_of(found->doubted.begin(), found->doubted.end(), [](bool one) { return one; });
}

void MetricReadings::clear()
{
    m_legs.clear();
    m_targets.clear();
}

std::optional<PipelineReadings> MetricReadings::find(const QString &leg) const
{
    const auto found = m_legs.constFind(leg);
    return found == m_legs.constEnd() ? std::nullopt : std::optional(found->readings);
}

} // namespace tallylight::monitor
