// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "core/thumbnail.h"

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Follows the one channel an operator has selected: what each leg is playing (DescribeChannel) and
/// what it receives (thumbnails), both free calls. Stops when destroyed.
class ChannelDetailWatch : public QObject
{
    Q_OBJECT

public:
    /// \a paused: asks for nothing until setPaused(false).
    ChannelDetailWatch(aws::Connection &connection, const QString &channelId, bool running,
                       bool paused, const Clock &clock, QObject *parent = nullptr);
    ~ChannelDetailWatch() override;

    const Channel &channel() const { return m_channel; }
    const Freshness &freshness() const { return m_freshness; }
    /// By pipeline id; empty until one arrived, or when the channel makes none.
    const QMap<QString, Thumbnail> &thumbnails() const { return m_thumbnails; }
    const Freshness &thumbnailFreshness() const { return m_thumbnailFreshness; }

    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// What was seen so far can't be believed until it is seen again.
    void markStale(StaleCause cause);

Q_SIGNALS:
    void detailChanged();
    void thumbnailsChanged();
    /// What was seen has not changed, but whether it can be believed has.
    void trustChanged();

private:
    void describe();
    void fetchThumbnails();

    aws::Connection &m_connection;
    QString m_channelId;
    const Clock &m_clock;
    Channel m_channel;
    Freshness m_freshness;
    QMap<QString, Thumbnail> m_thumbnails;
    Freshness m_thumbnailFreshness;
    QTimer m_detailTimer;
    QTimer m_thumbnailTimer;
    QPointer<aws::Job> m_detailJob;
    QPointer<aws::Job> m_thumbnailJob;
    QString m_nextPipeline;
    bool m_running;
    bool m_paused;
    bool m_closed = false; // the region is gone
};

} // namespace tallylight::monitor
