// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"
#include "core/metric.h"
#include "core/metricinfo.h"
#include "core/timeline.h"
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

/// A value from which on the health rules call a metric bad.
struct ChartThreshold
{
    double value = 0.0;
    HealthLevel level = HealthLevel::Warning;
    QString words; ///< as the line is labelled: "critical from 60,000"

    bool operator==(const ChartThreshold &) const = default;
};

/// What one chart shows: a metric of one channel over a span, a line per leg, and behind the lines
/// what is known about the channel in that span.
struct ChartContent
{
    MetricInfo metric;
    TimeRange range; ///< UTC
    std::chrono::seconds period{60};
    QList<ChartLine> lines;
    QList<TimelineBand> bands;
    QList<ChartThreshold> thresholds;

    bool operator==(const ChartContent &) const = default;
    bool hasData() const;
};

/// Several output groups' series as one, combined as the metric's reading is: smallest or largest
/// value or sum, at each time at which all of them have a point; a group counts from a quarter of
/// an hour before its first to as long after its last point. No series gives no points.
MetricSeries combinedSeries(const QList<MetricSeries> &series, const MetricInfo &info);

/// The lines of \a info in \a result, one for every pipeline asked for, with the limits of \a
/// rules.
ChartContent chartContent(const monitor::HistoryResult &result, const MetricInfo &info,
                          const HealthRules &rules = HealthRules::builtIn());

/// What \a rules say about \a info, in their order; empty for a metric that is not judged.
QList<ChartThreshold> thresholdsOf(const MetricInfo &info, const HealthRules &rules);

/// "Network in", in the user's language.
QString metricTitle(const MetricInfo &info);
/// The longer words of its tool tip: what it is, what zero means and what no data means.
QString metricExplanation(const MetricInfo &info);
/// What each point of \a metric's chart is, when there is one every \a period: "sum per 10 s".
QString statisticText(const MetricInfo &metric, std::chrono::seconds period);
/// "Network in (Mbit/s)".
QString metricTitleWithUnit(const MetricInfo &info);
/// A value with its unit as the readout shows it; \a decimals is what the chart's scale can tell
/// apart.
QString metricValueText(const MetricInfo &info, double value, int decimals);

} // namespace tallylight::ui
