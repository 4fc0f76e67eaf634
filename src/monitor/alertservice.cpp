// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/alertservice.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr int kLastLookAttempts = 3;
constexpr qint64 kAlertMemory = 5 * 60; // seconds; how long AWS tells of a cleared alert

} // namespace

AlertService::AlertService(aws::Connection &connection, milliseconds interval, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_order(interval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AlertService::askNext);
}

AlertService::~AlertService() = default;

void AlertService::setRunningChannels(const QList<SweepChannel> &running,
                                      const QSet<QString> &existing)
{
    const QStringList left = m_order.setChannels(running);
    for (const QString &id : left)
        channelLeft(id, existing.contains(id), m_runningSeen);
    for (const SweepChannel &channel : running) {
        m_lastLooks.remove(channel.id); // it runs again
        m_recalled.remove(channel.id);
    }
    // The earlier run saw these running; they may have stopped at any time after that. Its times
    // are this computer's, those of alerts are AWS's.
    const qint64 ahead = m_clock.utcNow().msecsTo(m_connection.signingTime());
    const QHash<QString, QDateTime> recalled = std::exchange(m_recalled, {});
    for (auto it = recalled.begin(); it != recalled.end(); ++it)
        channelLeft(it.key(), existing.contains(it.key()), it->addMSecs(ahead));
    m_store.retain(existing);
    m_lastLooks.removeIf([&existing](const auto &look) { return !existing.contains(look.key()); });
    m_runningSeen = m_connection.signingTime();
    if (!m_job)
        schedule(0ms);
}

void AlertService::channelLeft(const QString &id, bool exists, const QDateTime &runningUntil)
{
    m_freshness.remove(id);
    if (exists)
        m_lastLooks.insert(id, {runningUntil, 0});
    else
        announce(m_store.channelStopped(id, m_clock.utcNow()));
}

void AlertService::start()
{
    m_running = true;
    if (!m_job)
        schedule(0ms);
}

void AlertService::stop()
{
    m_running = false;
    m_timer.stop();
    if (m_job)
        m_job->cancel();
}

void AlertService::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        m_timer.stop();
    else if (!m_job)
        schedule(0ms);
}

void AlertService::refreshNow()
{
    // The turn goes on where it is, so that asking often never leaves the last channels out.
    m_failuresInARow = 0;
    m_order.hurryAll(m_clock.elapsed());
    if (!m_job)
        schedule(0ms);
}

void AlertService::markStale(StaleCause cause)
{
    for (Freshness &freshness : m_freshness)
        freshness.heldBy = cause;
}

void AlertService::recall(const QList<ChannelAlert> &set, const QDateTime &seenAt)
{
    m_store.recall(set, seenAt);
    QSet<QString> channels;
    for (const ChannelAlert &alert : set) {
        Freshness &freshness = m_freshness[alert.channelId];
        if (freshness.observedAt.isValid())
            continue; // asked in this run already
        freshness.observedAt = seenAt;
        freshness.heldBy = StaleCause::EarlierRun;
        if (!m_order.contains(alert.channelId))
            m_recalled.insert(alert.channelId, seenAt);
        channels.insert(alert.channelId);
    }
    for (const QString &id : std::as_const(channels))
        Q_EMIT alertsArrived(id);
}

void AlertService::setExpectedTurn(std::chrono::seconds turn)
{
    m_expectedTurn = turn;
}

Observed<QList<ChannelAlert>> AlertService::alerts(const QString &channelId) const
{
    Observed<QList<ChannelAlert>> found{{}, m_freshness.value(channelId)};
    found.freshness.expectedEvery = m_expectedTurn;
    if (m_order.contains(channelId) || m_recalled.contains(channelId))
        found.value = m_store.setAlerts(channelId);
    return found;
}

QList<AlertRecord> AlertService::records(const QString &channelId) const
{
    return m_store.records(channelId);
}

Freshness AlertService::freshness() const
{
    Freshness oldest;
    std::optional<Freshness> never;
    bool first = true;
    qsizetype known = 0;
    for (auto it = m_freshness.cbegin(); it != m_freshness.cend(); ++it) {
        if (!m_order.contains(it.key()))
            continue; // its alerts are from an earlier run
        ++known;
        const Freshness &one = it.value();
        if (!one.observedAt.isValid()) {
            // Of several that were never seen, the one that says why tells more.
            if (!never || one.error)
                never = one;
            continue;
        }
        // A doubted answer is worse than any old one.
        const bool doubted = one.heldBy != StaleCause::None;
        const bool worse = doubted != (oldest.heldBy != StaleCause::None)
            ? doubted
            : one.observedAt < oldest.observedAt;
        if (first || worse)
            oldest = one;
        first = false;
    }
    if (!never && known < m_order.size())
        never = Freshness();
    if (never)
        oldest = *never;
    oldest.expectedEvery = m_expectedTurn;
    return oldest;
}

void AlertService::schedule(milliseconds wait)
{
    if (m_running && !m_paused)
        m_timer.start(wait);
}

milliseconds AlertService::backOff() const
{
    // A region in trouble is asked more and more gently, up to once in half a minute.
    return m_failuresInARow == 0
        ? 0ms
        : std::min<milliseconds>(30s, 500ms * (1 << std::min(m_failuresInARow, 6)));
}

void AlertService::askNext()
{
    if (!m_running || m_paused || m_job)
        return;
    const SweepOrder::Next next = m_order.next(m_clock.elapsed());
    const bool sweepDue = !next.id.isEmpty() && next.wait <= 0ms;
    if (!m_lastLooks.isEmpty() && (m_lastLookTurn || !sweepDue)) {
        m_lastLookTurn = false;
        ask(m_lastLooks.constBegin().key());
        return;
    }
    m_lastLookTurn = true;
    if (sweepDue)
        ask(next.id);
    else if (!next.id.isEmpty())
        schedule(next.wait);
}

void AlertService::ask(const QString &channelId)
{
    // A cleared alert tells how it ended, and costs no request of its own.
    aws::PagedJob<ChannelAlert> *job
        = aws::MediaLiveClient(m_connection).listAlerts(channelId, aws::AlertFilter::All, this);
    job->setPriority(aws::Priority::Detail);
    m_job = job;
    m_order.asked(channelId, m_clock.elapsed());
    connect(job, &aws::Job::finished, this, [this, job, channelId] {
        m_job = nullptr;
        finished(job, channelId);
        schedule(backOff());
    });
    job->start();
}

void AlertService::finished(aws::PagedJob<ChannelAlert> *job, const QString &channelId)
{
    const auto &result = job->result();
    const auto lastLook = m_lastLooks.constFind(channelId);
    const bool last = lastLook != m_lastLooks.constEnd();
    const bool wanted = m_order.contains(channelId);
    const QDateTime now = m_clock.utcNow();
    bool answered = result.hasValue();
    if (answered) {
        m_failuresInARow = 0;
        if (wanted || last) {
            const QDateTime until = last ? lastLook->runningUntil : QDateTime();
            announce(m_store.take(channelId, result.value(), now, until));
        }
        if (wanted)
            m_freshness.insert(channelId, {now, m_expectedTurn, std::nullopt});
    } else if (result.error().category == ErrorCategory::NotFound) {
        // Deleted since the last sweep; the next one will take it off the list.
        announce(m_store.channelStopped(channelId, now));
        m_freshness.remove(channelId);
        answered = true;
    } else if (result.error().category != ErrorCategory::Cancelled) {
        ++m_failuresInARow;
        if (wanted)
            m_freshness[channelId].error = result.error();
    }
    if (last)
        takeLastLook(channelId, answered);
    Q_EMIT alertsArrived(channelId);
}

void AlertService::takeLastLook(const QString &channelId, bool answered)
{
    LastLook &look = m_lastLooks[channelId];
    if (!answered && ++look.attempts < kLastLookAttempts)
        return;
    m_lastLooks.remove(channelId);
    // Stopping a channel clears all its alerts, even where AWS still says "set" while it stops.
    announce(m_store.channelStopped(channelId, m_clock.utcNow()));
}

void AlertService::announce(const QList<AlertRecord> &changed)
{
    for (const AlertRecord &record : changed) {
        const QDateTime cleared = record.alert.clearedAt;
        if (record.isSet()
            || (cleared.isValid() && cleared.secsTo(m_clock.utcNow()) < kAlertMemory))
            m_order.alertSeen(record.alert.channelId, m_clock.elapsed());
        Q_EMIT alertChanged(record);
    }
}

} // namespace tallylight::monitor
