// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::monitor {

/// What the alert sweep has to know of a running channel.
struct SweepChannel
{
    QString id;
    QString state;
    std::optional<int> pipelinesRunning;

    bool operator==(const SweepChannel &) const = default;
};

/// Whose alerts are asked for next. Channels whose state or number of running pipelines changed are
/// asked first, those that had an alert lately more often; but two of three questions go to whoever
/// has waited longest, so that a turn over n channels never takes more than 1.5 n + 1 questions.
///
/// Pure arithmetic; all times are Clock::elapsed().
class SweepOrder
{
public:
    /// No channel is asked more often than every \a interval; one with a recent alert not more
    /// often than every half of it.
    explicit SweepOrder(std::chrono::milliseconds interval);

    /// How long a turn over so many channels takes at most, when the sweep may use two thirds of
    /// the profile's requests; the rest is left to inventory and to the operator.
    static std::chrono::seconds expectedTurn(int channels, double requestsPerSecond);

    /// The channels of the sweep; returns those that were in it and are not any more.
    QStringList setChannels(const QList<SweepChannel> &channels);
    qsizetype size() const { return m_entries.size(); }
    bool contains(const QString &id) const { return m_entries.contains(id); }
    bool isEmpty() const { return m_entries.isEmpty(); }
    QStringList channels() const { return m_entries.keys(); }

    /// Ask it as soon as possible.
    void hurry(const QString &id);
    /// Ask everybody again without waiting for the interval, in the order of their turn.
    void hurryAll(std::chrono::milliseconds now);
    /// The channel has an alert, or one that ended just now.
    void alertSeen(const QString &id, std::chrono::milliseconds now);

    struct Next
    {
        QString id; ///< empty when there is no channel
        std::chrono::milliseconds wait{0}; ///< until it is due
    };
    Next next(std::chrono::milliseconds now) const;
    /// \a id has been asked.
    void asked(const QString &id, std::chrono::milliseconds now);

    /// How long the last complete turn took, from its first question to its last.
    std::optional<std::chrono::milliseconds> lastTurn() const { return m_lastTurn; }

private:
    struct Entry
    {
        SweepChannel channel;
        std::optional<std::chrono::milliseconds> askedAt;
        std::optional<std::chrono::milliseconds> alertAt;
        bool urgent = false;
    };

    Next oldest(std::chrono::milliseconds now) const;
    Next eager(std::chrono::milliseconds now) const;

    std::chrono::milliseconds m_interval;
    QHash<QString, Entry> m_entries; // by channel id
    std::chrono::milliseconds m_freeFrom = std::chrono::milliseconds::min();
    int m_sinceEager = 0; // questions to the longest waiting ones since an eager one
    QSet<QString> m_turn; // asked in this turn
    std::chrono::milliseconds m_turnStarted{0};
    std::optional<std::chrono::milliseconds> m_lastTurn;
};

} // namespace tallylight::monitor
