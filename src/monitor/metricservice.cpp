// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricservice.h"

#include "aws/connection.h"
#include "monitor/costbook.h"
#include "monitor/metricasker.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// Scrolling and selecting change what is wanted in bursts.
constexpr milliseconds kDemandDelay = 300ms;
// Finer points than these are gone by then, so nothing is lacking any more.
constexpr seconds kAskedKept = 3h;

ReadingStatus statusOf(const ApiError &error)
{
    switch (error.category) {
    case ErrorCategory::Forbidden:
        return ReadingStatus::Forbidden;
    case ErrorCategory::Throttled:
        return ReadingStatus::Throttled;
    default:
        return ReadingStatus::Failed;
    }
}

} // namespace

MetricService::MetricService(aws::Connection &connection, MetricOptions options,
                             const CostBook *costs, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_options(std::move(options))
    , m_costs(costs)
    , m_clock(clock)
    , m_lister(connection, *m_options.catalogue, clock)
    , m_poller(m_options.interval)
    , m_readings(*m_options.catalogue)
{
    m_freshness.expectedEvery = std::chrono::ceil<seconds>(m_options.interval);
    connect(&m_poller, &Poller::due, this, &MetricService::round);
    m_demandTimer.setSingleShot(true);
    m_demandTimer.setInterval(kDemandDelay);
    connect(&m_demandTimer, &QTimer::timeout, this, &MetricService::askDue);
}

MetricService::~MetricService() = default;

void MetricService::start()
{
    m_started = true;
    m_poller.start();
}

void MetricService::stop()
{
    m_started = false;
    m_poller.stop();
    m_lister.cancel();
    if (m_asker)
        m_asker->cancel();
}

void MetricService::setPaused(bool paused)
{
    m_poller.setPaused(paused);
}

void MetricService::refreshNow()
{
    m_everything = true;
    m_freeRefused = false;
    m_lister.retryRefused();
    m_poller.runNow();
}

void MetricService::markStale(StaleCause cause)
{
    m_freshness.heldBy = cause;
    m_doubt = cause;
    m_readings.doubtAll();
}

void MetricService::askDue()
{
    m_poller.runNow();
}

void MetricService::setOptions(const MetricOptions &options)
{
    const bool wasOff = isOff();
    m_options = options;
    m_poller.setInterval(options.interval);
    // What was asked for at the old pace does not go stale by this.
    m_freshness.expectedEvery
        = std::max(m_freshness.expectedEvery, std::chrono::ceil<seconds>(options.interval));
    if (isOff() && !wasOff)
        turnOff();
    if (isOff() != wasOff) // every cell says something else now
        Q_EMIT readingsArrived(m_demand.runningChannels());
    demandChanged();
}

void MetricService::turnOff()
{
    m_lister.cancel();
    if (m_asker)
        m_asker->cancel();
    m_answers.clear();
    m_readings.clear();
    m_heldBackLegs.clear();
    m_wantedEvery.clear();
    m_askedAt.clear();
}

void MetricService::demandChanged()
{
    // After a failure the poller waits for its own time; scrolling must not hurry it.
    if (m_started && !m_freshness.error && !m_demandTimer.isActive())
        m_demandTimer.start();
}

void MetricService::setWatched(bool watched)
{
    if (m_demand.isWatched() == watched)
        return;
    m_demand.setWatched(watched);
    demandChanged();
}

void MetricService::setRunningChannels(const QList<Channel> &channels)
{
    m_demand.setRunningChannels(channels);
    prune();
    demandChanged();
}

void MetricService::prune()
{
    // As long as values count as fresh; older ones would turn what is known for free into
    // "unknown".
    m_readings.prune(m_demand, m_clock.utcNow(),
                     2 * std::chrono::ceil<seconds>(m_options.interval));
}

void MetricService::setVisible(const std::optional<QSet<QString>> &legs)
{
    m_demand.setVisible(legs);
    demandChanged();
}

void MetricService::setSelected(const QSet<QString> &channels)
{
    m_demand.setSelected(channels);
    demandChanged();
}

void MetricService::setPinned(const QSet<QString> &channels)
{
    m_demand.setPinned(channels);
    demandChanged();
}

void MetricService::setAlarming(const QSet<QString> &channels)
{
    m_demand.setAlarming(channels);
    demandChanged();
}

PipelineReadings MetricService::readings(const QString &channelId, const QString &pipeline) const
{
    PipelineReadings nothing;
    if (isOff())
        nothing.fill({ReadingStatus::OverBudget, 0.0, {}});
    return isOff() ? nothing : m_readings.find(legKey(channelId, pipeline)).value_or(nothing);
}

Freshness MetricService::freshness(const QString &channelId, const QString &pipeline) const
{
    const QString key = legKey(channelId, pipeline);
    Freshness freshness;
    freshness.observedAt = m_readings.observedAt(key);
    freshness.expectedEvery = m_wantedEvery.value(key, m_freshness.expectedEvery);
    if (m_readings.find(key))
        freshness.error = m_freshness.error;
    // An answer for others says nothing about this one.
    if (m_readings.isDoubted(key))
        freshness.heldBy = m_doubt;
    else if (isSlowed(channelId, pipeline))
        freshness.heldBy = StaleCause::Slowed;
    return freshness;
}

bool MetricService::isSlowed(const QString &channelId, const QString &pipeline) const
{
    return m_heldBackLegs.contains(legKey(channelId, pipeline));
}

QSet<QString> MetricService::channelsOf(const QList<LegDemand> &legs) const
{
    QSet<QString> channels;
    for (const LegDemand &leg : legs)
        channels.insert(leg.channelId);
    return channels;
}

void MetricService::round()
{
    prune();
    const QDateTime forgotten = m_connection.signingTime().addSecs(-kAskedKept.count());
    m_askedAt.removeIf([&forgotten](const auto &entry) { return entry.value() < forgotten; });
    m_asked = m_demand.legs();
    if (isOff() || m_asked.isEmpty()) {
        roundOfNothing();
        return;
    }
    Q_EMIT progressed();
    m_lister.withList(this, [this](const std::optional<ApiError> &error) {
        if (isOff())
            roundOfNothing(); // turned off meanwhile
        else if (error)
            roundDone(error);
        else
            ask(makePlan(m_asked));
    });
}

void MetricService::roundOfNothing()
{
    m_pace = {};
    if (isOff()) {
        m_pace.off = true;
        m_pace.slowing = Slowing::Nothing;
        m_asked.clear();
    }
    m_everything = false;
    m_heldBackLegs.clear();
    m_freshness.observedAt = {};
    m_freshness.error.reset();
    m_poller.roundFinished(true);
    Q_EMIT progressed();
}

bool MetricService::canUseFree(qint64 wanted, qint64 due) const
{
    return m_costs && m_options.useFreeStatistics && !m_freeRefused && wanted <= kMostFreeSeries
        && fitsFreeRequests(due, m_costs->accountMonth(m_options.profileId),
                            m_costs->accountDay(m_options.profileId), m_costs->prices(),
                            m_clock.utcNow());
}

MetricPlan MetricService::makePlan(const QList<LegDemand> &legs)
{
    for (const LegDemand &leg : legs)
        m_lister.expect(leg.channelId, leg.pipeline);
    m_readings.want(legs, m_lister, m_clock.utcNow());
    PlanInput input;
    input.demands = m_readings.series(legs, m_lister);
    // What was forgotten since it was last asked for is due like what never was.
    for (const QString &key : m_readings.unanswered())
        m_askedAt.remove(key);
    input.askedAt = m_askedAt;
    // CloudWatch's minutes, not this computer's: its clock may be off.
    input.utcNow = m_connection.signingTime();
    input.interval = std::chrono::ceil<seconds>(m_options.interval);
    input.evenIfNotDue = std::exchange(m_everything, false);
    input.freeRequests = true; // how much it would be, at full pace
    const PriceTable &prices = m_costs ? m_costs->prices() : PriceTable::builtIn();
    MetricPlan result = planMetrics(input, prices);
    Slowing slowing = Slowing::None;
    if (!canUseFree(result.series + result.heldBack.size(), result.series)) {
        input.freeRequests = false;
        input.leftUsd = std::numeric_limits<double>::max();
        if (m_costs) {
            const QDateTime now = m_clock.utcNow();
            const BudgetState budget
                = m_costs->budget(m_options.profileId, m_options.budgetUsdPerMonth);
            slowing = slowingFor(budget, now);
            input.slowing = slowing;
            // A round costs at most what is left of the day's share, however much is wanted.
            input.leftUsd = std::min(budget.leftUsd(), dayShareUsd(budget, now) - budget.dayUsd);
        }
        result = planMetrics(input, prices);
    }
    m_heldBackLegs = m_readings.holdBack(result.heldBack);
    m_wantedEvery.clear();
    for (const LegDemand &leg : legs) {
        m_wantedEvery.insert(legKey(leg.channelId, leg.pipeline),
                             wantedInterval(input.interval, leg.kind));
    }
    m_pace = {slowing,
              static_cast<int>(result.series + result.heldBack.size()),
              result.slowed,
              result.leftOut,
              input.freeRequests,
              false};
    return result;
}

void MetricService::ask(const MetricPlan &plan)
{
    m_answers.clear();
    if (plan.batches.isEmpty()) {
        // Nothing is due; "Loading" and "not published" may be new all the same.
        Q_EMIT readingsArrived(channelsOf(m_asked));
        m_poller.roundFinished(true);
        Q_EMIT progressed();
        return;
    }
    const bool free = plan.price.requests > 0;
    m_asker = new MetricAsker(
        m_connection, plan.batches,
        free ? MetricAsker::With::FreeStatistics : MetricAsker::With::MetricData, this);
    connect(m_asker, &MetricAsker::answered, this, &MetricService::take);
    connect(m_asker, &MetricAsker::finished, this, [this, free](const auto &error) {
        m_freeRefused |= free && error && error->category == ErrorCategory::Forbidden;
        if (m_freeRefused && free && error) {
            ask(makePlan(m_asked)); // older policies do not allow it; the other call may be
            return;
        }
        roundDone(error);
    });
    m_asker->start();
}

void MetricService::take(const QList<MetricSeries> &series, const TimeRange &range)
{
    const QDateTime now = m_connection.signingTime();
    for (const MetricSeries &one : series)
        m_askedAt.insert(seriesKey(one.query.metric, one.query.statistic), now);
    m_answers += series;
    Q_EMIT seriesArrived(series, range);
}

void MetricService::roundDone(const std::optional<ApiError> &error)
{
    const QDateTime now = m_clock.utcNow();
    m_readings.take(std::exchange(m_answers, {}), m_connection.signingTime(), now);
    if (error) {
        failRound(*error);
        return;
    }
    m_freshness.observe(now);
    seconds every = std::chrono::ceil<seconds>(m_options.interval);
    if (!m_wantedEvery.isEmpty())
        every = *std::min_element(m_wantedEvery.cbegin(), m_wantedEvery.cend());
    m_freshness.expectedEvery = every;
    Q_EMIT readingsArrived(channelsOf(m_asked));
    m_poller.roundFinished(true);
    Q_EMIT progressed();
}

void MetricService::failRound(const ApiError &error)
{
    if (error.category != ErrorCategory::Cancelled) {
        m_freshness.error = error;
        m_readings.fail(m_asked, statusOf(error), m_clock.utcNow());
    }
    Q_EMIT readingsArrived(channelsOf(m_asked));
    m_poller.roundFinished(false);
    Q_EMIT progressed();
}

} // namespace tallylight::monitor
