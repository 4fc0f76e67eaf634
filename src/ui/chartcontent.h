// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/metric.h"
#include "core/metricinfo.h"
#include "models/chartseries.h"
#include "monitor/historyrequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace tallylight::ui {

/// One leg of a chart.
struct ChartLine
{
    QString pipeline; ///< "0" or "1"
    QList<models::ChartSegment> segments; ///< empty when CloudWatch had no data

    bool operator==(const ChartLine &) const = default;
};

/// What one chart shows: a metric of one channel over a span, a line per leg.
struct ChartContent
{
    HealthMetric metric = HealthMetric::ActiveAlerts;
    TimeRange range; ///< UTC
    std::chrono::seconds period{60};
    QList<ChartLine> lines;

    bool operator==(const ChartContent &) const = default;
    bool hasData() const;
};

/// Several output groups' series as one, combined as the metric's reading is: smallest value or
/// sum, at each time over the groups that have a point there. No series gives no points.
MetricSeries combinedSeries(const QList<MetricSeries> &series, const MetricInfo &info);

/// The lines of \a result's first metric, one for every pipeline asked for.
ChartContent chartContent(const monitor::HistoryResult &result);

/// "Network in", as the table's column is called, and the longer words of its tool tip.
QString metricTitle(HealthMetric metric);
QString metricExplanation(HealthMetric metric);
/// True for metrics that are yes or no, and for those that only come in whole numbers.
bool isFlag(HealthMetric metric);
bool isWhole(HealthMetric metric);
/// A value with its unit as the readout shows it; \a decimals is what the chart's scale can tell
/// apart.
QString metricValueText(HealthMetric metric, double value, int decimals);

/// CSV (RFC 4180) of what was loaded: ISO-8601 UTC time, then a column per leg; a missing value is
/// an empty cell.
QByteArray chartCsv(const ChartContent &content);

} // namespace tallylight::ui
