// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "monitor/alertstore.h"
#include "monitor/sweeporder.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
template<typename T> class PagedJob;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Keeps the alerts of the running channels current: ListAlerts answers for one channel at a time,
/// so the running ones are asked in turn (SweepOrder), one call under way. Free of charge
/// (DESIGN §1.3).
///
/// Share of the request budget: every call waits in the region's queue as a detail, which is behind
/// what an operator asked for and behind the lists, but is granted at least every fourth token
/// (aws::RateLimiter). With the default 3 requests/s and a small inventory the sweep therefore gets
/// nearly all of them, and never less than 0.75/s.
///
/// A channel that stops is looked at once more, so that its alerts end as "channel stopped".
class AlertService : public QObject
{
    Q_OBJECT

public:
    /// No channel is asked more often than every \a interval, or half of it after an alert; with
    /// many channels a turn takes as long as the request rate makes it.
    AlertService(aws::Connection &connection, std::chrono::milliseconds interval,
                 const Clock &clock, QObject *parent = nullptr);
    ~AlertService() override;

    /// The channels to ask, and the ids of all that exist, running or not.
    void setRunningChannels(const QList<SweepChannel> &running, const QSet<QString> &existing);
    void start();
    void stop();
    void setPaused(bool paused);
    /// Asks everybody again, without waiting for the interval.
    void refreshNow();
    /// Nothing seen so far can be believed until it is seen again.
    void markStale(StaleCause cause);
    /// How long one turn may take before its results count as stale; set by whoever knows the rate.
    void setExpectedTurn(std::chrono::seconds turn);
    /// Alerts that were set when an earlier run last looked, at \a seenAt: shown, not to be
    /// believed, until their channel has been asked.
    void recall(const QList<ChannelAlert> &set, const QDateTime &seenAt);
    /// How long it took to ask every channel once, the last time; nullopt before that.
    std::optional<std::chrono::milliseconds> lastTurn() const { return m_order.lastTurn(); }

    /// Alerts that are set, newest first; empty and never observed for a channel not asked yet.
    Observed<QList<ChannelAlert>> alerts(const QString &channelId) const;
    /// Set alerts and those that ended within a day, also of channels that do not run any more;
    /// none of deleted ones.
    QList<AlertRecord> records(const QString &channelId) const;
    /// Of the channel whose answer is oldest; never observed while one has not been asked.
    Freshness freshness() const;

Q_SIGNALS:
    /// A channel's alerts, or whether they can be trusted, changed or were confirmed.
    void alertsArrived(const QString &channelId);
    /// An alert was set, changed or ended.
    void alertChanged(const tallylight::AlertRecord &record);

private:
    /// A channel that has just stopped and is to be asked once more.
    struct LastLook
    {
        QDateTime runningUntil; // AWS's clock
        int attempts = 0;
    };

    void channelLeft(const QString &id, bool exists, const QDateTime &runningUntil);
    void askNext();
    void ask(const QString &channelId);
    void finished(aws::PagedJob<ChannelAlert> *job, const QString &channelId);
    void takeLastLook(const QString &channelId, bool answered);
    void announce(const QList<AlertRecord> &changed);
    void schedule(std::chrono::milliseconds wait);
    std::chrono::milliseconds backOff() const;

    aws::Connection &m_connection;
    const Clock &m_clock;
    SweepOrder m_order;
    AlertStore m_store;
    QHash<QString, Freshness> m_freshness; // of the running channels
    QHash<QString, LastLook> m_lastLooks;
    QHash<QString, QDateTime> m_recalled; // channels of an earlier run and when it last looked,
                                          // until this one knows which run
    QDateTime m_runningSeen; // when setRunningChannels() was last told, AWS's clock
    std::chrono::seconds m_expectedTurn{10};
    QTimer m_timer;
    QPointer<aws::Job> m_job;
    int m_failuresInARow = 0;
    bool m_lastLookTurn = true; // last looks and the sweep take turns
    bool m_running = false;
    bool m_paused = false;
};

} // namespace tallylight::monitor
