// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/metric.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tallylight::aws {

// Pure encoders and decoders of CloudWatch's AWS JSON 1.0 (aws-facts §2).

/// Which metrics ListMetrics is to name; empty fields don't restrict.
struct MetricFilter
{
    QString nameSpace = QStringLiteral("AWS/MediaLive");
    QString metricName;
    QMap<QString, QString> dimensions; ///< an empty value asks for any value of that dimension
    bool recentlyActive = false; ///< only metrics with data in the last three hours
};

/// One result of a GetMetricData page. The same id may come back on several pages.
struct MetricDataResult
{
    QString id;
    QList<Datapoint> points;
    SeriesStatus status = SeriesStatus::Complete;
    QStringList messages;

    bool operator==(const MetricDataResult &) const = default;
};

/// One page of GetMetricData.
struct MetricDataPage
{
    QList<MetricDataResult> results;
    QStringList messages; ///< about the whole call
    QString nextToken;

    bool operator==(const MetricDataPage &) const = default;
};

/// The body of GetMetricData: query i has the id "m<i>", oldest points first. \a range ends
/// exclusively.
QByteArray metricDataRequest(const QList<MetricQuery> &queries, const TimeRange &range,
                             const QString &nextToken);
/// GetMetricData's answer; "NaN" and "Infinity" arrive as text. Points of a page are ascending in
/// time.
Parsed<MetricDataPage> metricDataFromJson(const QByteArray &body);

/// The body of GetMetricStatistics: one series in one statistic. \a range ends exclusively.
QByteArray metricStatisticsRequest(const MetricQuery &query, const TimeRange &range);
/// GetMetricStatistics' answer for \a statistic, put in order: it comes unordered. Of two points for
/// one time the later one in the answer counts.
Parsed<QList<Datapoint>> metricStatisticsFromJson(const QByteArray &body, const QString &statistic);

/// The body of ListMetrics.
QByteArray listMetricsRequest(const MetricFilter &filter, const QString &nextToken);
/// ListMetrics' answer, duplicates included.
Parsed<Page<MetricId>> metricsFromJson(const QByteArray &body);

/// The body of DescribeAlarms: metric and composite alarms, 100 a page.
QByteArray describeAlarmsRequest(const QString &nextToken);
/// DescribeAlarms' answer: every alarm of the account.
Parsed<Page<MetricAlarm>> alarmsFromJson(const QByteArray &body);
/// True for alarms on MediaLive's metrics, and for composite alarms, which don't say what they rest
/// on.
bool concernsMediaLive(const MetricAlarm &alarm);

} // namespace tallylight::aws
