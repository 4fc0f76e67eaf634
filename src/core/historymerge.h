// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"
#include "core/metric.h"

#include <chrono>
#include <optional>

namespace tallylight {

/// What CloudWatch has to be asked for so that \a recorded is complete over \a range: one span, as
/// a request costs the same however long it is. nullopt when nothing is lacking, or nothing but
/// less than \a spare of the newest, which points arrive late for anyway.
std::optional<TimeRange> lackingRange(const RecordedSeries &recorded, const TimeRange &range,
                                      std::chrono::seconds spare);

/// The recorded points outside of \a asked and \a fresh ones, what was asked for it; the recorded
/// ones alone when nothing was asked. As long as \a fresh is not complete, recorded points stay in
/// \a asked too, but for those whose period a fresh one has. Points that sum up finer ones keep
/// their extremes.
MetricSeries mergedSeries(const RecordedSeries &recorded, const std::optional<TimeRange> &asked,
                          const MetricSeries &fresh);

} // namespace tallylight
