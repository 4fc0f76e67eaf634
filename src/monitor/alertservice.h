// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/clock.h"
#include "core/freshness.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Keeps the alerts of the running channels current: ListAlerts answers for one channel at a time,
/// so the running ones are asked in turn, one call under way, behind everything else in the request
/// queue. Free of charge (DESIGN §1.3).
class AlertService : public QObject
{
    Q_OBJECT

public:
    /// No channel is asked more often than every \a interval; with many channels a turn takes as
    /// long as the request rate makes it.
    AlertService(aws::Connection &connection, std::chrono::milliseconds interval,
                 const Clock &clock, QObject *parent = nullptr);
    ~AlertService() override;

    /// The channels to ask; results of others are forgotten.
    void setRunningChannels(const QStringList &ids);
    void start();
    void stop();
    void setPaused(bool paused);
    /// Asks everybody again, without waiting for the interval.
    void refreshNow();
    /// How long one turn may take before its results count as stale; set by whoever knows the rate.
    void setExpectedTurn(std::chrono::seconds turn);

    /// Alerts that are set, newest first; empty and never observed for a channel not asked yet.
    Observed<QList<ChannelAlert>> alerts(const QString &channelId) const;
    /// Of the channel whose answer is oldest; never observed while one has not been asked.
    Freshness freshness() const;

Q_SIGNALS:
    /// A channel's alerts, or whether they can be trusted, changed or were confirmed.
    void alertsArrived(const QString &channelId);

private:
    void askNext();
    void ask(const QString &channelId);

    aws::Connection &m_connection;
    const std::chrono::milliseconds m_interval;
    const Clock &m_clock;
    QStringList m_channels; // in turn order
    qsizetype m_next = 0;
    QHash<QString, Observed<QList<ChannelAlert>>> m_alerts;
    std::chrono::seconds m_expectedTurn{10};
    std::chrono::milliseconds m_turnStarted{0};
    QTimer m_timer;
    QPointer<aws::Job> m_job;
    int m_failuresInARow = 0;
    bool m_running = false;
    bool m_paused = false;
};

} // namespace tallylight::monitor
