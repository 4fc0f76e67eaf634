// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>

namespace tallylight {

/// The metrics that are columns of Channels Health, in column order. What they are is data: see
/// core/metriccatalogue.h.
enum class HealthMetric {
    ActiveAlerts,
    InputVideoFrameRate,
    NetworkIn,
    NetworkOut,
    FillMsec,
    DroppedFrames,
    SvqTime,
    ActiveOutputs,
    Output4xxErrors,
    Output5xxErrors,
    InputLossSeconds,
    PipelinesLocked,
    PrimaryInputActive,
    RtpPacketsLost,
    ChannelInputErrorSeconds,
    MinMqcs,
};

/// All of them, in order.
constexpr std::array kHealthMetrics{
    HealthMetric::ActiveAlerts,
    HealthMetric::InputVideoFrameRate,
    HealthMetric::NetworkIn,
    HealthMetric::NetworkOut,
    HealthMetric::FillMsec,
    HealthMetric::DroppedFrames,
    HealthMetric::SvqTime,
    HealthMetric::ActiveOutputs,
    HealthMetric::Output4xxErrors,
    HealthMetric::Output5xxErrors,
    HealthMetric::InputLossSeconds,
    HealthMetric::PipelinesLocked,
    HealthMetric::PrimaryInputActive,
    HealthMetric::RtpPacketsLost,
    HealthMetric::ChannelInputErrorSeconds,
    HealthMetric::MinMqcs,
};
constexpr std::size_t kHealthMetricCount = kHealthMetrics.size();

} // namespace tallylight
