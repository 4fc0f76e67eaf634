// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metriccatalogue.h"
#include "core/profile.h"

#include <QString>

#include <chrono>

namespace tallylight::monitor {

/// More series than this in one go are no small fleet any more, and are not worth a free request
/// each.
constexpr qint64 kMostFreeSeries = 60;

/// How a profile wants its metrics asked for.
struct MetricOptions
{
    QString profileId; ///< in the cost book
    std::chrono::milliseconds interval{60000};
    double budgetUsdPerMonth = 0.0; ///< 0 turns CloudWatch off where there is a cost book
    bool useFreeStatistics = true; ///< GetMetricStatistics where the account's free requests allow
    const MetricCatalogue *catalogue = &MetricCatalogue::builtIn(); ///< outlives whoever has these

    /// \a catalogue outlives whoever has the options.
    static MetricOptions of(const Profile &profile, const MetricCatalogue &catalogue)
    {
        return {profile.id, std::chrono::seconds(profile.metricsSeconds),
                profile.cloudwatchBudgetUsdPerMonth, profile.useFreeMetricStatistics, &catalogue};
    }
};

} // namespace tallylight::monitor
