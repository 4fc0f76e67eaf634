// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"

#include <QList>
#include <QPointF>

#include <chrono>
#include <optional>

namespace tallylight::models {

/// A stretch of a line without a gap; x is milliseconds since the epoch (UTC), y the value.
using ChartSegment = QList<QPointF>;

/// The lines to draw for \a series: a missing period or a NaN ends one and starts the next, so
/// nothing is ever drawn through a gap. A lone point is a segment of its own. Points that came out
/// of order are sorted; of two at the same time the later one counts.
QList<ChartSegment> segments(const MetricSeries &series, std::chrono::seconds period);

/// \a segment reduced to what \a pixels columns between \a fromX and \a toX can show: first,
/// smallest, largest and last point of each column, in order, so that no peak is lost. Points
/// outside are dropped, but for one on each side, so that lines reach the edge. Unchanged when it
/// is small enough already.
ChartSegment downsample(const ChartSegment &segment, double fromX, double toX, int pixels);

/// The same for every segment; segments wholly outside are dropped.
QList<ChartSegment> downsample(const QList<ChartSegment> &segments, double fromX, double toX,
                               int pixels);

/// The point nearest to \a x in time, for a hover readout; nullopt when none lies within \a
/// withinMsec.
std::optional<QPointF> nearestPoint(const QList<ChartSegment> &segments, double x,
                                    double withinMsec);

/// Smallest and largest value drawn between \a fromX and \a toX; nullopt when there is none.
struct ValueRange
{
    double minimum = 0.0;
    double maximum = 0.0;

    bool operator==(const ValueRange &) const = default;
};
std::optional<ValueRange> valueRange(const QList<ChartSegment> &segments, double fromX, double toX);

} // namespace tallylight::models
