// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/inventoryservice.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"

#include <algorithm>

namespace tallylight::monitor {

namespace {

// A hint only: the service may give less (aws-facts §1.3). Large pages save requests of the shared
// budget.
constexpr int kPageSize = 100;

/// Of something last seen \a before this run: stale however short ago that was, because a program
/// that has only just started knows nothing of its own.
Freshness fromEarlierRun(const Freshness &before)
{
    Freshness freshness = before;
    freshness.heldBy = StaleCause::EarlierRun;
    return freshness;
}

template<typename T>
void recallInto(QHash<QString, Observed<T>> &known, const QList<Observed<T>> &rows)
{
    for (const Observed<T> &row : rows) {
        if (!known.contains(row.value.id))
            known.insert(row.value.id, {row.value, fromEarlierRun(row.freshness)});
    }
}

std::chrono::seconds inSeconds(std::chrono::milliseconds interval)
{
    return std::max(std::chrono::seconds(1), std::chrono::round<std::chrono::seconds>(interval));
}

} // namespace

template<typename T>
InventoryService::Sweep<T>::Sweep(std::chrono::milliseconds every)
    : poller(every)
    , interval(every)
{
    freshness.expectedEvery = inSeconds(every);
}

InventoryService::InventoryService(aws::Connection &connection, std::chrono::milliseconds interval,
                                   const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_channels(interval)
    , m_inputs(interval)
{
    connect(&m_channels.poller, &Poller::due, this, &InventoryService::sweepChannels);
    connect(&m_inputs.poller, &Poller::due, this, &InventoryService::sweepInputs);
}

InventoryService::~InventoryService() = default;

void InventoryService::start()
{
    m_channels.poller.start();
    m_inputs.poller.start();
}

void InventoryService::stop()
{
    m_channels.poller.stop();
    m_inputs.poller.stop();
    cancel();
}

template<typename T>
void InventoryService::setInterval(Sweep<T> &sweep, std::chrono::milliseconds interval)
{
    sweep.interval = interval;
    sweep.poller.setInterval(interval);
    // Rows of the old pace do not go stale by this, nor those that the next sweep brings.
    sweep.freshness.expectedEvery = std::max(sweep.freshness.expectedEvery, inSeconds(interval));
}

void InventoryService::setInterval(std::chrono::milliseconds interval)
{
    if (m_channels.interval == interval)
        return;
    setInterval(m_channels, interval);
    setInterval(m_inputs, interval);
}

void InventoryService::setPaused(bool paused)
{
    m_channels.poller.setPaused(paused);
    m_inputs.poller.setPaused(paused);
}

void InventoryService::refreshNow()
{
    m_channels.urgent = true;
    m_inputs.urgent = true;
    m_channels.poller.runNow();
    m_inputs.poller.runNow();
}

void InventoryService::cancel()
{
    if (m_channels.job)
        m_channels.job->cancel();
    if (m_inputs.job)
        m_inputs.job->cancel();
}

void InventoryService::markStale(StaleCause cause)
{
    m_channels.freshness.heldBy = cause;
    m_inputs.freshness.heldBy = cause;
    for (Observed<Channel> &entry : m_channels.known)
        entry.freshness.heldBy = cause;
    for (Observed<Input> &entry : m_inputs.known)
        entry.freshness.heldBy = cause;
}

void InventoryService::recall(const QList<Observed<Channel>> &channels)
{
    recallInto(m_channels.known, channels);
}

void InventoryService::recall(const QList<Observed<Input>> &inputs)
{
    recallInto(m_inputs.known, inputs);
}

bool InventoryService::isRefreshing() const
{
    return m_channels.poller.isRoundUnderWay() || m_inputs.poller.isRoundUnderWay();
}

std::chrono::milliseconds InventoryService::untilNext() const
{
    return m_channels.poller.untilNext();
}

void InventoryService::sweepChannels()
{
    run(m_channels, aws::MediaLiveClient(m_connection).listChannels(this, kPageSize),
        &InventoryService::channelsArrived, &InventoryService::channelsKept);
}

void InventoryService::sweepInputs()
{
    run(m_inputs, aws::MediaLiveClient(m_connection).listInputs(this, kPageSize),
        &InventoryService::inputsArrived, &InventoryService::inputsKept);
}

/// Forgets what the sweep, which is complete, has not seen, and says what that was.
template<typename T> QSet<QString> InventoryService::dropUnseen(Sweep<T> &sweep)
{
    QSet<QString> gone;
    if (sweep.known.size() == sweep.seen.size())
        return gone; // all that was seen is known
    sweep.known.removeIf([&](const auto &entry) {
        if (sweep.seen.contains(entry.key()))
            return false;
        gone.insert(entry.key());
        return true;
    });
    return gone;
}

template<typename T, typename Arrived, typename Kept>
void InventoryService::run(Sweep<T> &sweep, aws::PagedJob<T> *job, Arrived arrived, Kept kept)
{
    if (!m_channels.job && !m_inputs.job)
        m_refreshedItems = 0;
    const QDateTime startedAt = m_clock.utcNow();
    const std::chrono::milliseconds started = m_clock.elapsed();
    sweep.seen.clear();
    sweep.job = job;
    if (sweep.urgent)
        job->setPriority(aws::Priority::User);
    sweep.urgent = false;

    connect(job, &aws::Job::progressed, this, [this, job, arrived, &sweep] {
        const QDateTime now = m_clock.utcNow();
        for (const T &item : job->lastPage()) {
            sweep.known.insert(item.id, {item, {now, sweep.freshness.expectedEvery, std::nullopt}});
            sweep.seen.insert(item.id);
        }
        m_refreshedItems += static_cast<int>(job->lastPage().size());
        Q_EMIT(this->*arrived)(job->lastPage());
        Q_EMIT progressed();
    });
    connect(job, &aws::Job::finished, this, [this, job, kept, startedAt, started, &sweep] {
        const bool complete = job->result().hasValue();
        const bool cancelled
            = !complete && job->result().error().category == ErrorCategory::Cancelled;
        sweep.job = nullptr;
        if (complete) {
            // Nothing in it is older than its start; rows are seen again after a sweep and a pause.
            sweep.freshness.observe(startedAt);
            sweep.freshness.expectedEvery
                = inSeconds(sweep.interval + (m_clock.elapsed() - started));
            Q_EMIT(this->*kept)(sweep.seen, dropUnseen(sweep));
        } else if (!cancelled) {
            sweep.freshness.error = job->result().error();
        }
        sweep.poller.roundFinished(complete || cancelled);
        Q_EMIT progressed();
    });
    job->start();
    Q_EMIT progressed();
}

} // namespace tallylight::monitor
