// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>

namespace tallylight::bench {

/// DESIGN §7: from an alert set on AWS to its red row, half of all of them.
constexpr double kAlertBudgetSeconds = 15.0;

/// How soon alerts were shown.
struct AlertDelays
{
    /// From each alert's set time to the moment it was shown, ascending. One that never was counts
    /// with all the time there was to show it.
    QList<double> seconds;
    int neverShown = 0;
};

/// Measures how long alerts take from being set to being shown, without leaving out those that
/// would spoil the result.
class AlertStopwatch
{
public:
    /// Alerts set before \a from don't count.
    explicit AlertStopwatch(const QDateTime &from)
        : m_from(from)
    {
    }

    /// The alert is known at \a now, and \a shown or not; over or not makes no difference.
    void look(const QString &key, const QDateTime &setAt, bool shown, const QDateTime &now)
    {
        if (setAt < m_from)
            return;
        Seen &seen = m_alerts[key];
        seen.setAt = setAt;
        if (shown && !seen.shownAt.isValid())
            seen.shownAt = now;
    }

    /// The result at \a end. An alert that is not shown yet and younger than \a patience seconds
    /// may still be in time and is left out.
    AlertDelays delays(const QDateTime &end, double patience) const
    {
        AlertDelays result;
        for (const Seen &seen : m_alerts) {
            const bool never = !seen.shownAt.isValid();
            const QDateTime at = never ? end : seen.shownAt;
            const double delay = static_cast<double>(seen.setAt.msecsTo(at)) / 1e3;
            if (never && delay < patience)
                continue;
            result.seconds.append(delay);
            result.neverShown += never ? 1 : 0;
        }
        std::sort(result.seconds.begin(), result.seconds.end());
        return result;
    }

private:
    struct Seen
    {
        QDateTime setAt;
        QDateTime shownAt; // invalid: not yet
    };

    QDateTime m_from;
    QHash<QString, Seen> m_alerts;
};

} // namespace tallylight::bench
