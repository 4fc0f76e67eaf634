// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stateledger.h"

#include <algorithm>

namespace tallylight {

namespace {

bool sameState(const StateSince &a, const StateSince &b)
{
    return a.state == b.state && a.pipelinesRunning == b.pipelinesRunning;
}

/// Where the older of two stretches of one state began.
QDateTime beginning(const StateSince &since)
{
    return since.earlier.isValid() ? since.earlier : since.at;
}

} // namespace

std::chrono::seconds watchTolerance(std::chrono::seconds expectedEvery)
{
    return std::max(std::chrono::seconds(60), 3 * expectedEvery);
}

std::optional<StateSince> StateLedger::observe(const Channel &channel, const QDateTime &at,
                                               std::chrono::seconds expectedEvery)
{
    StateSince now{channel.state, channel.pipelinesRunning, at, false, {}};
    const auto found = m_entries.find(channel.id);
    if (found == m_entries.end()) {
        m_entries.insert(channel.id, {now, at, at});
        return now;
    }
    Entry &entry = *found;
    if (!entry.firstSeen.isValid())
        entry.firstSeen = at;
    const bool watched = entry.lastSeen.secsTo(at) <= watchTolerance(expectedEvery).count();
    const bool same = sameState(entry.since, now);
    entry.lastSeen = std::max(entry.lastSeen, at);
    if (same && watched)
        return std::nullopt;
    now.changeSeen = watched;
    if (same)
        now.earlier = beginning(entry.since);
    entry.since = now;
    return now;
}

void StateLedger::recall(const QString &channelId, const StateSince &state, const QDateTime &seenAt,
                         std::chrono::seconds expectedEvery)
{
    const auto found = m_entries.find(channelId);
    if (found == m_entries.end()) {
        m_entries.insert(channelId, {state, {}, seenAt});
        return;
    }
    Entry &entry = *found;
    // Only the stretch that began with this run's first look can go on from what was recalled.
    if (!entry.firstSeen.isValid() || entry.since.changeSeen || entry.since.at != entry.firstSeen
        || !sameState(entry.since, state))
        return;
    if (seenAt.secsTo(entry.firstSeen) <= watchTolerance(expectedEvery).count())
        entry.since = state;
    else
        entry.since.earlier = beginning(state);
}

void StateLedger::retain(const QSet<QString> &channelIds)
{
    if (m_entries.size() == channelIds.size())
        return; // the usual end of a sweep
    m_entries.removeIf(
        [&channelIds](const auto &entry) { return !channelIds.contains(entry.key()); });
}

StateSince StateLedger::since(const QString &channelId) const
{
    return m_entries.value(channelId).since;
}

} // namespace tallylight
