// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"

#include <QList>

namespace tallylight {

/// \a ranges sorted, without empty ones, and with those that overlap or touch joined.
QList<TimeRange> joined(QList<TimeRange> ranges);

/// What of \a whole lies in none of \a ranges, ascending.
QList<TimeRange> uncovered(const TimeRange &whole, const QList<TimeRange> &ranges);

/// \a ranges cut to \a whole, ascending.
QList<TimeRange> clipped(const QList<TimeRange> &ranges, const TimeRange &whole);

} // namespace tallylight
