// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/alertservice.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"

#include <QSet>

#include <algorithm>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

AlertService::AlertService(aws::Connection &connection, milliseconds interval, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_interval(interval)
    , m_clock(clock)
    , m_turnStarted(clock.elapsed())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AlertService::askNext);
}

AlertService::~AlertService() = default;

void AlertService::setRunningChannels(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    const QSet<QString> known(m_channels.begin(), m_channels.end());
    if (wanted == known)
        return;
    // Newcomers come first, so that a channel that just started does not wait a whole turn.
    QStringList order;
    for (const QString &id : ids) {
        if (!known.contains(id))
            order.append(id);
    }
    for (qsizetype i = 0; i < m_channels.size(); ++i) {
        const QString &id = m_channels.at((m_next + i) % m_channels.size());
        if (wanted.contains(id))
            order.append(id);
    }
    m_channels = order;
    m_next = 0;
    m_alerts.removeIf([&wanted](const auto &entry) { return !wanted.contains(entry.key()); });
    if (m_running && !m_paused && !m_job)
        m_timer.start(0ms);
}

void AlertService::start()
{
    m_running = true;
    if (!m_paused && !m_job)
        m_timer.start(0ms);
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
    else if (m_running && !m_job)
        m_timer.start(0ms);
}

void AlertService::refreshNow()
{
    // The turn goes on where it is, so that asking often never leaves the last channels out.
    m_failuresInARow = 0;
    m_turnStarted = m_clock.elapsed() - m_interval;
    if (m_running && !m_job)
        m_timer.start(0ms);
}

void AlertService::setExpectedTurn(std::chrono::seconds turn)
{
    m_expectedTurn = turn;
}

Observed<QList<ChannelAlert>> AlertService::alerts(const QString &channelId) const
{
    Observed<QList<ChannelAlert>> found = m_alerts.value(channelId);
    found.freshness.expectedEvery = m_expectedTurn;
    return found;
}

Freshness AlertService::freshness() const
{
    Freshness oldest;
    oldest.expectedEvery = m_expectedTurn;
    bool first = true;
    for (const QString &id : m_channels) {
        const Freshness one = m_alerts.value(id).freshness;
        if (!one.observedAt.isValid()) {
            oldest.observedAt = {};
            oldest.error = one.error;
            return oldest;
        }
        if (first || one.observedAt < oldest.observedAt) {
            oldest.observedAt = one.observedAt;
            oldest.error = one.error;
            first = false;
        }
    }
    return oldest;
}

void AlertService::askNext()
{
    if (!m_running || m_paused || m_job || m_channels.isEmpty())
        return;
    if (m_next >= m_channels.size()) {
        const milliseconds sinceStart = m_clock.elapsed() - m_turnStarted;
        if (sinceStart < m_interval) {
            m_timer.start(m_interval - sinceStart);
            return;
        }
        m_next = 0;
    }
    if (m_next == 0)
        m_turnStarted = m_clock.elapsed();
    ask(m_channels.at(m_next++));
}

void AlertService::ask(const QString &channelId)
{
    aws::PagedJob<ChannelAlert> *job
        = aws::MediaLiveClient(m_connection).listAlerts(channelId, aws::AlertFilter::Set, this);
    job->setPriority(aws::Priority::Detail);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job, channelId] {
        m_job = nullptr;
        const auto &result = job->result();
        const bool wanted = m_channels.contains(channelId);
        if (result.hasValue()) {
            m_failuresInARow = 0;
            if (wanted) {
                QList<ChannelAlert> set = result.value();
                std::stable_sort(set.begin(), set.end(),
                                 [](const auto &a, const auto &b) { return a.setAt > b.setAt; });
                m_alerts.insert(channelId, {set, {m_clock.utcNow(), m_expectedTurn, std::nullopt}});
            }
        } else if (result.error().category == ErrorCategory::NotFound) {
            // Deleted since the last sweep; the next one will take it off the list.
            m_alerts.remove(channelId);
        } else if (result.error().category != ErrorCategory::Cancelled) {
            ++m_failuresInARow;
            if (wanted)
                m_alerts[channelId].freshness.error = result.error();
        }
        Q_EMIT alertsArrived(channelId);
        if (!m_running || m_paused)
            return;
        // A region in trouble is asked more and more gently, up to once in half a minute.
        const milliseconds pause = m_failuresInARow == 0
            ? 0ms
            : std::min<milliseconds>(30s, 500ms * (1 << std::min(m_failuresInARow, 6)));
        m_timer.start(pause);
    });
    job->start();
}

} // namespace tallylight::monitor
