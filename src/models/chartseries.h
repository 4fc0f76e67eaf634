// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"

#include <QList>

#include <chrono>
#include <optional>

namespace tallylight::models {

/// A point of a line, and the least and greatest value it stands for; both are the value itself
/// unless the point sums up several.
struct ChartPoint
{
    double at = 0.0; ///< milliseconds since the epoch, UTC
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;

    static ChartPoint of(double at, double value) { return {at, value, value, value}; }
    bool hasSpread() const { return low != high; }
    bool operator==(const ChartPoint &) const = default;
};

/// A stretch of a line without a gap, in the order of time.
using ChartSegment = QList<ChartPoint>;

/// The lines to draw for \a series: a missing period or a NaN ends one and starts the next, so
/// nothing is ever drawn through a gap. A lone point is a segment of its own. Points that came out
/// of order are sorted; of two at the same time the later one counts.
QList<ChartSegment> segments(const MetricSeries &series, std::chrono::seconds period);

/// What \a columns columns between \a from and \a to can show of \a segment. Points outside are
/// dropped; where the line crosses an edge it is cut there. With more points than columns each
/// column becomes one point: their mean, and in its spread the least and the greatest of them, so
/// that no peak is lost. Columns stand still in time, so that nothing flickers while panning.
ChartSegment downsample(const ChartSegment &segment, double from, double to, int columns);

/// The same for every segment; segments wholly outside are dropped.
QList<ChartSegment> downsample(const QList<ChartSegment> &segments, double from, double to,
                               int columns);

/// The point nearest to \a at in time, for a hover readout; nullopt when none lies within \a
/// withinMsec.
std::optional<ChartPoint> nearestPoint(const QList<ChartSegment> &segments, double at,
                                       double withinMsec);

/// Smallest and largest value of what \a segments stand for; nullopt when there is none.
struct ValueRange
{
    double minimum = 0.0;
    double maximum = 0.0;

    bool operator==(const ValueRange &) const = default;
};
std::optional<ValueRange> valueRange(const QList<ChartSegment> &segments);

} // namespace tallylight::models
