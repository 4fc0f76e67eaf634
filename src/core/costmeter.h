// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pricetable.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>

#include <chrono>

namespace tallylight {

/// Counts what one profile has asked of CloudWatch: this hour, this calendar month (both UTC, as
/// AWS bills) and the last 24 hours. A value that can be kept as text, so that a restart does not
/// forget what has been spent.
///
/// A clock that is set back forgets nothing: what was counted for a later hour or month stays.
class CostMeter
{
public:
    void add(const CloudWatchUse &use, const QDateTime &utcNow);

    CloudWatchUse thisHour(const QDateTime &utcNow) const;
    CloudWatchUse thisMonth(const QDateTime &utcNow) const;
    /// Of the current hour and the 23 before it, whichever month they belong to.
    CloudWatchUse lastDay(const QDateTime &utcNow) const;
    /// As lastDay(), without what belongs to the month before.
    CloudWatchUse lastDayThisMonth(const QDateTime &utcNow) const;
    /// How long lastDay() has been counted for: at least an hour, at most a day.
    std::chrono::seconds lastDayLength(const QDateTime &utcNow) const;
    /// UTC; invalid before anything was counted.
    QDateTime since() const { return m_since; }

    QByteArray toJson() const;
    /// Reads toJson()'s text; anything else gives a meter that starts at nothing.
    static CostMeter fromJson(const QByteArray &json);

    bool operator==(const CostMeter &) const = default;

private:
    CloudWatchUse sumFrom(qint64 firstHour) const;

    QMap<qint64, CloudWatchUse> m_hours; // by hours since 1970, about a day of them
    qint64 m_month = 0; // months since the year 0
    CloudWatchUse m_monthUse;
    QDateTime m_since;
};

/// Time left of the UTC calendar month; never less than a second.
std::chrono::seconds leftOfMonth(const QDateTime &utcNow);

/// One meter in dollars.
struct CostSummary
{
    double hourUsd = 0.0;
    double monthUsd = 0.0;
    double projectedUsd = 0.0; ///< by the month's end, at the pace of the last 24 hours
    CloudWatchUse hour;
    CloudWatchUse month;
    qint64 accountRequests = 0; ///< of all profiles of the account this month

    CostSummary &operator+=(const CostSummary &other);
    bool operator==(const CostSummary &) const = default;
};

/// \a meter at \a prices; \a accountRequests as in PriceTable::usd().
CostSummary summarize(const CostMeter &meter, qint64 accountRequests, const PriceTable &prices,
                      const QDateTime &utcNow);

} // namespace tallylight
