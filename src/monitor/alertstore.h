// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <utility>

namespace tallylight::monitor {

/// The alerts of one profile's channels, set and over, and how those that are over ended. AWS tells
/// of a cleared alert for five minutes only and uses its id again when the channel restarts
/// (aws-facts §1.5), so the key is (channel, id, set time) and what was seen is kept: up to 24
/// hours and 200 ended alerts a channel; alerts that are set stay.
///
/// A plain value without a clock. Every function that learns something returns the records that
/// began, ended or changed, in no particular order.
class AlertStore
{
public:
    /// Takes in a complete answer of ListAlerts (set and cleared ones) seen at \a utcNow. Repeated
    /// entries, as shifting pages bring them, count once; CLEARED beats SET.
    /// \a runningUntil is invalid while the channel runs, and otherwise the last time it was seen
    /// running, by AWS's clock: what was cleared after it ended because the channel stopped.
    QList<AlertRecord> take(const QString &channelId, const QList<ChannelAlert> &reported,
                            const QDateTime &utcNow, const QDateTime &runningUntil = {});
    /// The channel does not run any more or is gone, and nobody will ask again: what is still set
    /// has ended with it.
    QList<AlertRecord> channelStopped(const QString &channelId, const QDateTime &utcNow);
    /// Every channel but these is deleted, and nothing of it is remembered.
    void retain(const QSet<QString> &channelIds);
    /// Alerts that were set when an earlier run last looked, at \a seenAt. What is known already is
    /// newer and stays.
    void recall(const QList<ChannelAlert> &set, const QDateTime &seenAt);

    /// Alerts that are set, newest first.
    QList<ChannelAlert> setAlerts(const QString &channelId) const;
    /// All that is remembered: set ones first, then by set time, newest first.
    QList<AlertRecord> records(const QString &channelId) const;

private:
    using Key = std::pair<QString, qint64>; // id, set time in ms since 1970
    using Records = QMap<Key, AlertRecord>;

    static Key keyOf(const ChannelAlert &alert);
    static AlertEnding endingOf(const ChannelAlert &cleared, const QDateTime &runningUntil);
    static AlertEnding endingOfVanished(const AlertRecord &record, bool restarted,
                                        const QDateTime &utcNow, const QDateTime &runningUntil);
    static bool update(AlertRecord &record, const ChannelAlert &alert, const QDateTime &utcNow,
                       const QDateTime &runningUntil);
    static void prune(Records &records, const QDateTime &utcNow);

    QHash<QString, Records> m_channels;
};

} // namespace tallylight::monitor
