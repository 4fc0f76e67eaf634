// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "core/input.h"
#include "monitor/poller.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <chrono>

namespace tallylight::aws {
class Connection;
class Job;
template<typename T> class PagedJob;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Keeps one region's channels and inputs current with ListChannels and ListInputs sweeps. A page
/// counts as soon as it is decoded; what a failed sweep did not reach keeps its old observation and
/// goes stale.
class InventoryService : public QObject
{
    Q_OBJECT

public:
    InventoryService(aws::Connection &connection, std::chrono::milliseconds interval,
                     const Clock &clock, QObject *parent = nullptr);
    ~InventoryService() override;

    void start();
    void stop();
    /// From now on the sweeps come this far apart; what is known stays.
    void setInterval(std::chrono::milliseconds interval);
    void setPaused(bool paused);
    void refreshNow();
    /// Ends the sweeps under way; their pages stay.
    void cancel();
    /// Nothing seen so far can be believed until it is seen again.
    void markStale(StaleCause cause);

    const QHash<QString, Observed<Channel>> &channels() const { return m_channels.known; }
    const QHash<QString, Observed<Input>> &inputs() const { return m_inputs.known; }
    /// Of the newest complete sweep, with the error of a failed one since.
    const Freshness &channelFreshness() const { return m_channels.freshness; }
    const Freshness &inputFreshness() const { return m_inputs.freshness; }
    /// What an earlier run knew: added where nothing has been seen yet, and never believed. Gone
    /// with the next complete sweep unless that sees it too.
    void recall(const QList<Observed<Channel>> &channels);
    void recall(const QList<Observed<Input>> &inputs);
    bool isRefreshing() const;
    int refreshedItems() const { return m_refreshedItems; }
    std::chrono::milliseconds untilNext() const;

Q_SIGNALS:
    void channelsArrived(const QList<tallylight::Channel> &channels);
    /// A sweep is complete: \a ids are all channels there are; \a gone are those that were known
    /// before it and are not there any more.
    void channelsKept(const QSet<QString> &ids, const QSet<QString> &gone);
    void inputsArrived(const QList<tallylight::Input> &inputs);
    void inputsKept(const QSet<QString> &ids, const QSet<QString> &gone);
    void progressed();

private:
    /// What one kind of item needs to be swept: its timing, its rows and the sweep under way.
    template<typename T> struct Sweep
    {
        explicit Sweep(std::chrono::milliseconds every);

        Poller poller;
        QHash<QString, Observed<T>> known;
        std::chrono::milliseconds interval;
        Freshness freshness;
        QSet<QString> seen;
        QPointer<aws::Job> job;
        bool urgent = false;
    };

    template<typename T>
    static void setInterval(Sweep<T> &sweep, std::chrono::milliseconds interval);
    template<typename T> static QSet<QString> dropUnseen(Sweep<T> &sweep);
    template<typename T, typename Arrived, typename Kept>
    void run(Sweep<T> &sweep, aws::PagedJob<T> *job, Arrived arrived, Kept kept);
    void sweepChannels();
    void sweepInputs();

    aws::Connection &m_connection;
    const Clock &m_clock;
    Sweep<Channel> m_channels;
    Sweep<Input> m_inputs;
    int m_refreshedItems = 0;
};

} // namespace tallylight::monitor
