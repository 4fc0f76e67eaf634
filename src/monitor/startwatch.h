// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace tallylight::monitor {

/// Notices channels that begin to run, so that the first minutes, in which CloudWatch has nothing
/// to say yet, are not taken for a fault. A channel that ran when it was first seen has not
/// started.
class StartWatch
{
public:
    /// Channels as they were seen at \a utcNow.
    void take(const QList<Channel> &channels, const QDateTime &utcNow);
    /// The channels \a ids are deleted.
    void forget(const QSet<QString> &ids);
    /// UTC; invalid for a channel that does not run or ran before it was first seen.
    QDateTime startedAt(const QString &channelId) const { return m_startedAt.value(channelId); }

private:
    QSet<QString> m_resting; ///< seen, and not running then
    QHash<QString, QDateTime> m_startedAt;
};

} // namespace tallylight::monitor
