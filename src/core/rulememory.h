// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace tallylight {

/// What is remembered of one rule that has periods, for one row.
struct RuleTiming
{
    QString rule; ///< id
    QDateTime metFrom; ///< UTC; since when it has been met; invalid while it is not
    QDateTime metTo; ///< UTC; up to when that is certain
    QDateTime seenAt; ///< UTC, this computer's; when the rule's subject was last known
    QDateTime heldUntil; ///< UTC, this computer's; when it is over but still counts
    bool counts = false;

    bool operator==(const RuleTiming &) const = default;
};

/// What a rule's subject was found to be, at one moment.
struct RuleSight
{
    enum class Met { Unknown, No, Yes };

    Met met = Met::Unknown;
    /// The stretch of time the finding is about, UTC: the minute of a reading, or just now.
    QDateTime from;
    QDateTime to;
};

/// For how long a row has met the rules that must be met for a while before they count, and that
/// still count for a while afterwards. A value that goes from one verdict on a row to the next.
///
/// Readings prove their own minute and no more, so that one bad minute is one minute however late
/// the next one arrives. What is not known in between is neither good nor bad: it ends nothing,
/// unless it lasts.
class RuleMemory
{
public:
    /// A new look at the row begins: what is due follows from what is noted after this.
    void beginLook() { m_dueAt = {}; }
    /// Takes note of what \a rule's subject is at \a utcNow; it counts when it is met for
    /// \a forAtLeast, and then until \a heldFor after it is not met or not known any more.
    void note(const QString &rule, const RuleSight &sight, std::chrono::seconds forAtLeast,
              std::chrono::seconds heldFor, const QDateTime &utcNow);
    void forget(const QString &rule);
    bool counts(const QString &rule) const;
    bool isEmpty() const { return m_timings.isEmpty(); }
    /// When a rule may begin or cease to count though nothing new is seen, UTC; invalid for never.
    QDateTime dueAt() const { return m_dueAt; }

    bool operator==(const RuleMemory &) const = default;

private:
    void due(const QDateTime &at);

    QList<RuleTiming> m_timings; // of the few rules that are or were met lately
    QDateTime m_dueAt;
};

} // namespace tallylight
