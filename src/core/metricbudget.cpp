// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricbudget.h"

#include <algorithm>
#include <array>

namespace tallylight {

using std::chrono::seconds;

namespace {

constexpr double kSecondsOfDay = 86400.0;
// The free requests are the account's: consoles and other tools use them too.
constexpr double kShareOfFreeRequests = 0.8;

/// Days from a day ago (or the start of the month, when that is later) to the month's end: what the
/// last 24 hours have spent was to be shared out over all of them.
double daysToShare(const QDateTime &utcNow)
{
    const QDate date = utcNow.toUTC().date();
    const QDateTime start(QDate(date.year(), date.month(), 1), QTime(0, 0), Qt::UTC);
    const double passed = static_cast<double>(start.secsTo(utcNow)) / kSecondsOfDay;
    const double left = static_cast<double>(leftOfMonth(utcNow).count()) / kSecondsOfDay;
    return left + std::clamp(passed, 0.0, 1.0);
}

/// How many steps later than a visible row \a kind is slowed.
int grace(DemandKind kind)
{
    switch (kind) {
    case DemandKind::Visible:
        return 0;
    case DemandKind::Selected:
    case DemandKind::Pinned:
        return 1;
    case DemandKind::Alarming:
        return 2;
    }
    return 0;
}

} // namespace

double dayShareUsd(const BudgetState &state, const QDateTime &utcNow)
{
    return std::max(0.0, state.leftUsd() + state.dayUsd) / daysToShare(utcNow);
}

Slowing slowingFor(const BudgetState &state, const QDateTime &utcNow)
{
    const double share = dayShareUsd(state, utcNow);
    if (!(state.leftUsd() > 0.0) || !(share > 0.0))
        return Slowing::Nothing;
    const double left = 1.0 - state.dayUsd / share;
    constexpr std::array steps{0.5, 0.25, 0.125, 0.0625, 0.03125, 0.0};
    int slowing = 0;
    for (const double step : steps) {
        if (left > step)
            break;
        ++slowing;
    }
    return static_cast<Slowing>(slowing);
}

std::optional<seconds> slowedInterval(seconds wanted, DemandKind kind, Slowing slowing)
{
    if (slowing == Slowing::Nothing)
        return std::nullopt;
    if (slowing == Slowing::AlarmingOnly && kind != DemandKind::Alarming)
        return std::nullopt;
    const int step = std::clamp(static_cast<int>(slowing) - grace(kind), 0,
                                static_cast<int>(Slowing::Slowest));
    if (step == static_cast<int>(Slowing::Slowest))
        return std::max(wanted, kSlowestInterval);
    return std::max(wanted, std::min(wanted * (1 << step), kSlowestInterval));
}

bool fitsFreeRequests(qint64 requests, const CloudWatchUse &accountMonth,
                      const CloudWatchUse &accountDay, const PriceTable &prices,
                      const QDateTime &utcNow)
{
    const double usable = static_cast<double>(prices.freeRequestsPerMonth) * kShareOfFreeRequests;
    const double left = usable - static_cast<double>(accountMonth.requests);
    const double share = (left + static_cast<double>(accountDay.requests)) / daysToShare(utcNow);
    return static_cast<double>(requests) <= left
        && static_cast<double>(accountDay.requests + requests) <= share;
}

} // namespace tallylight
