// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/sweeporder.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLately = 10min; // trouble seldom comes alone
constexpr int kTurnShare = 2; // questions to the longest waiting ones per eager one

} // namespace

SweepOrder::SweepOrder(milliseconds interval)
    : m_interval(interval)
{
}

std::chrono::seconds SweepOrder::expectedTurn(int channels, double requestsPerSecond)
{
    // Every third question goes to channels in trouble.
    const double turn = 1.5 * channels / (requestsPerSecond * 0.66);
    return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(turn) + 1);
}

QStringList SweepOrder::setChannels(const QList<SweepChannel> &channels)
{
    QHash<QString, Entry> entries;
    for (const SweepChannel &channel : channels) {
        Entry entry = m_entries.take(channel.id);
        entry.urgent |= !entry.channel.id.isEmpty() && entry.channel != channel;
        entry.channel = channel;
        entries.insert(channel.id, entry);
    }
    const QStringList gone = m_entries.keys();
    m_entries = entries;
    for (const QString &id : gone)
        m_turn.remove(id);
    return gone;
}

void SweepOrder::hurry(const QString &id)
{
    if (const auto found = m_entries.find(id); found != m_entries.end())
        found->urgent = true;
}

void SweepOrder::hurryAll(milliseconds now)
{
    m_freeFrom = now;
}

void SweepOrder::alertSeen(const QString &id, milliseconds now)
{
    if (const auto found = m_entries.find(id); found != m_entries.end())
        found->alertAt = now;
}

SweepOrder::Next SweepOrder::oldest(milliseconds now) const
{
    // Newcomers were never asked and come first.
    const auto askedAt = [](const Entry &entry) {
        return entry.askedAt.value_or(milliseconds::min());
    };
    const auto found = std::min_element(
        m_entries.cbegin(), m_entries.cend(), [&askedAt](const Entry &a, const Entry &b) {
            return askedAt(a) != askedAt(b) ? askedAt(a) < askedAt(b) : a.channel.id < b.channel.id;
        });
    if (found == m_entries.cend())
        return {};
    const bool free = !found->askedAt || *found->askedAt < m_freeFrom;
    return {found->channel.id, free ? 0ms : std::max(0ms, *found->askedAt + m_interval - now)};
}

SweepOrder::Next SweepOrder::eager(milliseconds now) const
{
    Next best;
    best.wait = milliseconds::max();
    std::tuple<milliseconds, bool, milliseconds, QString> bestRank;
    for (const Entry &entry : m_entries) {
        const bool lately = entry.alertAt && now - *entry.alertAt < kLately;
        if (!entry.urgent && !lately)
            continue;
        const milliseconds askedAt = entry.askedAt.value_or(milliseconds::min());
        const milliseconds wait
            = entry.urgent || !entry.askedAt ? 0ms : std::max(0ms, askedAt + m_interval / 2 - now);
        const auto rank = std::tuple(wait, !entry.urgent, askedAt, entry.channel.id);
        if (best.id.isEmpty() || rank < bestRank) {
            best = {entry.channel.id, wait};
            bestRank = rank;
        }
    }
    return best;
}

SweepOrder::Next SweepOrder::next(milliseconds now) const
{
    const Next inTurn = oldest(now);
    const Next ahead = eager(now);
    if (ahead.id.isEmpty())
        return inTurn;
    if (inTurn.wait == 0ms && m_sinceEager < kTurnShare)
        return inTurn;
    return ahead.wait <= inTurn.wait ? ahead : inTurn;
}

void SweepOrder::asked(const QString &id, milliseconds now)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    m_sinceEager = oldest(now).id == id ? m_sinceEager + 1 : 0;
    found->askedAt = now;
    found->urgent = false;
    if (m_turn.isEmpty())
        m_turnStarted = now;
    m_turn.insert(id);
    if (m_turn.size() >= m_entries.size()) {
        m_lastTurn = now - m_turnStarted;
        m_turn.clear();
    }
}

} // namespace tallylight::monitor
