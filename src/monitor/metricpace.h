// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metricbudget.h"

namespace tallylight::monitor {

/// What a budget made of the newest plan.
struct MetricPace
{
    Slowing slowing = Slowing::None;
    int series = 0; ///< wanted
    int slowed = 0; ///< of them, asked for less often than wanted
    int leftOut = 0; ///< of them, not asked for at all
    bool free = false; ///< asked for with free requests, which no budget slows
    bool off = false; ///< a budget of nothing: CloudWatch is not asked at all

    bool isHeldBack() const { return off || slowed > 0 || leftOut > 0; }
    bool operator==(const MetricPace &) const = default;
};

} // namespace tallylight::monitor
