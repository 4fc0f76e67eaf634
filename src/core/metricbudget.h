// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/costmeter.h"
#include "core/pricetable.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight {

/// Why a pipeline's metrics are wanted; the order is by importance, the least important first.
enum class DemandKind {
    Visible, ///< its row is on screen
    Selected, ///< its row is selected, so its charts may be open
    Pinned, ///< watched by decision, whatever is on screen
    Alarming, ///< an alert is set, or redundancy is lost
};

/// How far a budget slows what is asked of CloudWatch; each step is slower than the one before.
enum class Slowing {
    None,
    Double, ///< twice the interval
    Quadruple,
    Eightfold,
    Slowest, ///< once in a quarter of an hour
    AlarmingOnly, ///< only what has an alert or lost its redundancy
    Nothing, ///< the budget is spent
};

/// ApiError::code of a request that was not made because it would cost more than is left of the
/// budget; its category is BadRequest.
inline const QString kOverBudget = QStringLiteral("OverBudget");

/// The longest interval a budget leads to before it leaves something out altogether.
constexpr std::chrono::seconds kSlowestInterval{15 * 60};

/// What has been spent of a month's budget.
struct BudgetState
{
    double budgetUsd = 0.0; ///< for the calendar month (UTC); 0 allows nothing that costs money
    double monthUsd = 0.0; ///< spent of it
    double dayUsd = 0.0; ///< spent of it in the last 24 hours

    double leftUsd() const { return budgetUsd - monthUsd; }
};

/// How much may be spent in 24 hours so that the month's budget lasts: what was left a day ago,
/// shared out evenly until the month's end.
double dayShareUsd(const BudgetState &state, const QDateTime &utcNow);

/// How much is to be slowed. Half of a day's share may be spent at any pace, so that an operator
/// who looks closely for an hour is not slowed for what the rest of the day would cost at that
/// pace. From then on each halving of what is left of the share slows by one step, so that the pace
/// settles where the budget lasts; when the share is spent only time brings more.
Slowing slowingFor(const BudgetState &state, const QDateTime &utcNow);

/// The interval for \a kind when \a wanted is its own; nullopt when it is not asked at all. Pinned
/// and selected pipelines are slowed one step later than visible ones, alarming ones two steps.
std::optional<std::chrono::seconds> slowedInterval(std::chrono::seconds wanted, DemandKind kind,
                                                   Slowing slowing);

/// True when \a requests more calls in this round keep the account within the free requests of the
/// month: a fifth of them is left to everyone else, the rest is shared out evenly over its days.
/// \a account is what the account's profiles have used.
bool fitsFreeRequests(qint64 requests, const CloudWatchUse &accountMonth,
                      const CloudWatchUse &accountDay, const PriceTable &prices,
                      const QDateTime &utcNow);

} // namespace tallylight
