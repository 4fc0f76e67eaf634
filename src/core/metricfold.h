// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"

#include <chrono>
#include <optional>

namespace tallylight {

/// The newest value of \a series over one complete minute, so that a reading means the same however
/// fine its points are: six points of ten seconds are added up for Sum, the others take their
/// least, greatest or mean. The minute ends with the newest finite point whose period is over at
/// \a utcNow; points missing in it are not made up. What several points had between them is in the
/// spread, unless they were added up. Its time is the start of that minute. nullopt
/// when nothing is newer than \a notOlderThan before \a utcNow.
std::optional<Datapoint> newestMinute(const MetricSeries &series, const QDateTime &utcNow,
                                      std::chrono::seconds notOlderThan);

} // namespace tallylight
