// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "monitor/healthassembly.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// How often channels are described; all by Clock::elapsed().
struct DescriptionPace
{
    std::chrono::milliseconds soon{2000}; ///< between calls for channels never described or urgent
    std::chrono::milliseconds turn{5000}; ///< between calls of the slow rotation
    std::chrono::milliseconds rest{60000}; ///< the rotation leaves a channel alone this long
    std::chrono::milliseconds throttled{60000}; ///< nothing is asked after "slow down"
};

/// Learns what only DescribeChannel tells (active inputs, traits) about the running channels, by
/// asking one after the other, slowly and behind everything else in the request queue: at most one
/// call in two seconds for what is new or urgent, one in five otherwise, none while the account is
/// throttled or the queue is long. Free of charge (DESIGN §1.3).
class DescriptionService : public QObject
{
    Q_OBJECT

public:
    DescriptionService(aws::Connection &connection, const Clock &clock, QObject *parent = nullptr,
                       const DescriptionPace &pace = {});
    ~DescriptionService() override;

    /// The channels to ask; what is known of others is forgotten. A newcomer is asked soon.
    void setRunningChannels(const QStringList &ids);
    void start();
    void stop();
    void setPaused(bool paused);
    /// Something happened to the channel's inputs: asks it before the others.
    void askSoon(const QString &channelId);
    /// Nothing seen so far can be believed until it is seen again; asks everybody anew.
    void markStale(StaleCause cause);
    /// An alert of the channel was set or ended: if its kind goes with another active input, the
    /// channel is asked soon.
    void alertChanged(const ChannelAlert &alert);
    /// Somebody else has described the channel just now.
    void take(const Channel &channel);

    /// Never observed for a channel that was not described yet.
    Observed<ChannelDescription> description(const QString &channelId) const;

Q_SIGNALS:
    /// A description, or whether it can be trusted, changed or was confirmed.
    void described(const QString &channelId);

private:
    struct Entry
    {
        Observed<ChannelDescription> known;
        std::optional<std::chrono::milliseconds> askedAt;
        bool urgent = false;
    };

    void schedule();
    void askNext();
    void ask(const QString &channelId);
    void failed(const QString &channelId, const ApiError &error);
    QString next(std::chrono::milliseconds *wait) const;
    std::chrono::seconds expectedEvery() const;

    aws::Connection &m_connection;
    const Clock &m_clock;
    const DescriptionPace m_pace;
    QHash<QString, Entry> m_entries; // by channel id
    std::optional<std::chrono::milliseconds> m_lastCall;
    std::chrono::milliseconds m_closedUntil{0};
    QTimer m_timer;
    QPointer<aws::Job> m_job;
    int m_failuresInARow = 0;
    bool m_running = false;
    bool m_paused = false;
};

} // namespace tallylight::monitor
