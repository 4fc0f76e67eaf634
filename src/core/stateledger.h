// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/history.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace tallylight {

/// How long a pause between two looks may last before what happened in it counts as not seen: three
/// polling intervals, a minute at least.
std::chrono::seconds watchTolerance(std::chrono::seconds expectedEvery);

/// Since when each channel of a profile is in its state, with the pipelines that run; and whether
/// the change into it was seen or happened before anybody looked.
class StateLedger
{
public:
    /// The channel was seen at \a at. Answers with the new span when this begins one: the first
    /// look, another state or number of pipelines, or a look after a pause in which anything may
    /// have happened.
    std::optional<StateSince> observe(const Channel &channel, const QDateTime &at,
                                      std::chrono::seconds expectedEvery);
    /// What an earlier run knew: the channel was in \a state when last seen at \a seenAt. Goes on
    /// when the first look of this run is within the tolerance; otherwise it is kept as
    /// StateSince::earlier. May come before or after that first look.
    void recall(const QString &channelId, const StateSince &state, const QDateTime &seenAt,
                std::chrono::seconds expectedEvery);
    /// Forgets all channels but these, each of which has been observed.
    void retain(const QSet<QString> &channelIds);
    /// Empty state for an unknown channel.
    StateSince since(const QString &channelId) const;

private:
    struct Entry
    {
        StateSince since;
        QDateTime firstSeen; ///< of this run; invalid while only recalled
        QDateTime lastSeen;
    };

    QHash<QString, Entry> m_entries;
};

} // namespace tallylight
