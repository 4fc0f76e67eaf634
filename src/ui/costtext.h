// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/costmeter.h"
#include "core/metricbudget.h"
#include "monitor/metricpace.h"

#include <QDate>
#include <QString>

namespace tallylight::ui {

/// What CloudWatch costs, of one region or of several together.
struct CostLine
{
    CostSummary cost;
    double budgetUsd = 0.0; ///< of the calendar month, UTC; of all regions together
    monitor::MetricPace pace; ///< of the region that is slowed most, with the numbers of all
    QDate pricesAsOf;

    /// Adds another region.
    void add(const CostLine &other);
};

/// "CloudWatch $0.02 this hour · $4.10 of $25.00 this month · ≈ $12.00 by month end".
QString costMeterText(const CostLine &line);
/// The same in a few words, for one line: "$1.20 of $25.00, slowed".
QString costBriefText(const CostLine &line);
/// What the budget slows or leaves out, as a short remark; empty when it doesn't.
QString slowingText(const monitor::MetricPace &pace);
/// How that comes about and what can be done: for a tool tip. Empty when nothing is slowed.
QString slowingAdvice(const monitor::MetricPace &pace);
/// The figures behind the meter, a line each.
QString costDetails(const CostLine &line);
/// Dollars as they are shown everywhere: cents, and less than one cent as such.
QString dollars(double usd);

} // namespace tallylight::ui
