// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartloader.h"

#include <algorithm>
#include <utility>

namespace tallylight::ui {

namespace {

// Some forty megabytes: two dozen charts of a fortnight by the minute, both legs.
constexpr qsizetype kMostKeptPoints = 1'000'000;

qsizetype pointsOf(const monitor::HistoryResult &result)
{
    qsizetype points = 0;
    for (const MetricSeries &series : result.series)
        points += series.points.size();
    return points;
}

/// What of \a result is \a target's.
monitor::HistoryResult partOf(const monitor::HistoryResult &result,
                              const ChartLoader::Target &target)
{
    monitor::HistoryResult part = result;
    part.spec = target.spec;
    const QString &metric = target.spec.metrics.first();
    const auto isOther = [&metric](const MetricQuery &query) {
        return query.metric.name.compare(metric, Qt::CaseInsensitive) != 0;
    };
    part.series.removeIf([&](const MetricSeries &series) { return isOther(series.query); });
    part.asked.removeIf(isOther);
    return part;
}

bool sameRequest(const ChartLoader::Target &a, const ChartLoader::Target &b)
{
    return a.profileId == b.profileId && a.spec.channelId == b.spec.channelId
        && a.spec.pipelines == b.spec.pipelines && a.spec.length == b.spec.length;
}

} // namespace

ChartLoader::ChartLoader(Source source, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(clock)
{
}

ChartLoader::~ChartLoader()
{
    cancel();
}

std::chrono::seconds ChartLoader::lifetime(std::chrono::seconds length)
{
    return std::max(periodForRange(length), std::chrono::seconds(60));
}

void ChartLoader::load(const QList<Target> &targets, Freshness freshness)
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    std::erase_if(m_kept, [now](const Kept &entry) {
        return now - entry.at >= lifetime(entry.target.spec.length);
    });
    m_waiting = targets;
    for (Flight &flight : m_flights) {
        const bool wanted
            = std::any_of(flight.targets.begin(), flight.targets.end(),
                          [&](const Target &target) { return targets.contains(target); });
        if (wanted || !flight.request)
            continue;
        flight.request->disconnect(this);
        flight.request->cancel();
        flight.request = nullptr;
    }
    std::erase_if(m_flights, [](const Flight &flight) { return flight.request.isNull(); });

    QList<Target> asked;
    QList<Kept> known;
    for (const Target &target : targets) {
        const Kept *recent = freshness == Freshness::RecentWillDo ? kept(target) : nullptr;
        if (recent)
            known.append(*recent);
        else if (!isUnderWay(target))
            asked.append(target);
    }
    startAll(asked);
    Q_EMIT progressed(percent());
    for (const Kept &entry : std::as_const(known))
        answer(entry.target, entry.result);
}

void ChartLoader::startAll(const QList<Target> &targets)
{
    QList<QList<Target>> groups;
    for (const Target &target : targets) {
        const auto group
            = std::find_if(groups.begin(), groups.end(), [&](const QList<Target> &other) {
                  return sameRequest(other.first(), target);
              });
        if (group == groups.end())
            groups.append({target});
        else
            group->append(target);
    }
    for (const QList<Target> &group : std::as_const(groups))
        start(group);
}

void ChartLoader::start(const QList<Target> &targets)
{
    monitor::HistorySpec spec = targets.first().spec;
    spec.metrics.clear();
    for (const Target &target : targets)
        spec.metrics += target.spec.metrics;
    monitor::HistoryRequest *request = m_source(targets.first().profileId, spec, this);
    if (!request) {
        monitor::HistoryResult nothing;
        nothing.error = ApiError{};
        nothing.error->category = ErrorCategory::NotFound;
        for (const Target &target : targets)
            answer(target, partOf(nothing, target));
        return;
    }
    m_flights.push_back({request, targets, 0});
    connect(request, &monitor::HistoryRequest::progressed, this, [this, request](int percent) {
        for (Flight &flight : m_flights) {
            if (flight.request == request)
                flight.percent = std::clamp(percent, 0, 100);
        }
        Q_EMIT progressed(this->percent());
    });
    connect(request, &monitor::HistoryRequest::finished, this,
            [this, request](const monitor::HistoryResult &result) { landed(request, result); });
}

void ChartLoader::landed(const monitor::HistoryRequest *request,
                         const monitor::HistoryResult &result)
{
    const auto flight
        = std::find_if(m_flights.begin(), m_flights.end(),
                       [request](const Flight &other) { return other.request == request; });
    if (flight == m_flights.end())
        return;
    const QList<Target> targets = flight->targets;
    m_flights.erase(flight);
    for (const Target &target : targets) {
        const monitor::HistoryResult part = partOf(result, target);
        remember(target, part);
        answer(target, part);
    }
}

void ChartLoader::remember(const Target &target, const monitor::HistoryResult &result)
{
    if (result.error)
        return;
    std::erase_if(m_kept, [&](const Kept &entry) { return entry.target == target; });
    m_kept.push_back({target, result, m_clock.elapsed()});
    qsizetype points = 0;
    auto oldest = m_kept.end();
    while (oldest != m_kept.begin() && points <= kMostKeptPoints)
        points += pointsOf((--oldest)->result);
    if (points > kMostKeptPoints)
        m_kept.erase(m_kept.begin(), oldest + 1);
}

void ChartLoader::answer(const Target &target, const monitor::HistoryResult &result)
{
    if (!m_waiting.removeOne(target))
        return; // not wanted any more
    Q_EMIT progressed(percent());
    Q_EMIT loaded(target, result);
    if (m_waiting.isEmpty())
        Q_EMIT finished();
}

void ChartLoader::cancel()
{
    m_waiting.clear();
    for (const Flight &flight : std::exchange(m_flights, {})) {
        if (!flight.request)
            continue;
        flight.request->disconnect(this);
        flight.request->cancel();
    }
}

bool ChartLoader::isUnderWay(const Target &target) const
{
    return std::any_of(m_flights.begin(), m_flights.end(), [&](const Flight &flight) {
        return flight.request && flight.targets.contains(target);
    });
}

const ChartLoader::Kept *ChartLoader::kept(const Target &target) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const Kept &entry) { return entry.target == target; });
    return found == m_kept.end() ? nullptr : &*found;
}

int ChartLoader::percent() const
{
    if (m_flights.empty())
        return 100;
    int sum = 0;
    for (const Flight &flight : m_flights)
        sum += flight.percent;
    return sum / static_cast<int>(m_flights.size());
}

qsizetype ChartLoader::keptPoints() const
{
    qsizetype points = 0;
    for (const Kept &kept : m_kept)
        points += pointsOf(kept.result);
    return points;
}

} // namespace tallylight::ui
