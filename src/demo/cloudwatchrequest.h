// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"
#include "demo/apimessage.h"
#include "demo/metricsimulation.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace tallylight::demo {

/// One query of GetMetricData, checked.
struct DataQuery
{
    QString id;
    QString label;
    MetricId metric;
    Statistic statistic;
    qint64 period = 60; ///< seconds
    bool returnData = true;
};

/// A GetMetricData call, checked. Times are seconds since 1970 UTC.
struct DataRequest
{
    QList<DataQuery> queries;
    qint64 from = 0;
    qint64 to = 0; ///< exclusive
    bool ascending = false;
    qint64 maxDatapoints = 0;
    QString nextToken;
};

/// A GetMetricStatistics call, checked. Times are seconds since 1970 UTC.
struct StatisticsRequest
{
    MetricId metric;
    QStringList statistics; ///< at most five, as they were asked for
    QStringList percentiles; ///< "p90"
    qint64 period = 60; ///< seconds
    qint64 from = 0;
    qint64 to = 0; ///< exclusive
};

/// A dimension of ListMetrics; no value means any.
struct DimensionFilter
{
    QString name;
    std::optional<QString> value;
};

/// A ListMetrics call, checked.
struct ListRequest
{
    QString nameSpace;
    QString metricName;
    QList<DimensionFilter> dimensions;
    bool recentlyActive = false;
    QString nextToken;
};

/// A DescribeAlarms call, checked.
struct AlarmsRequest
{
    QStringList names;
    QString namePrefix;
    QString state;
    bool metricAlarms = true;
    bool compositeAlarms = false;
    int maxRecords = 50;
    QString nextToken;
};

/// Limits of the service (aws-facts §2.5).
constexpr int kMaxQueries = 500;
constexpr qint64 kMaxDatapoints = 100'800;
constexpr qint64 kMaxStatisticsDatapoints = 1440;
constexpr int kMaxStatistics = 5;
constexpr int kMetricsPerPage = 500;
constexpr int kMaxAlarmRecords = 100;

/// The parameters of a CloudWatch call, from JSON or from a form; a failure when the body can't be
/// read.
std::variant<QJsonObject, ApiFailure> parametersOf(const ApiCall &call, const ApiRequest &request);

/// Reads and checks the parameters as CloudWatch does. Numbers, times and booleans may be text, as
/// forms send them.
std::variant<DataRequest, ApiFailure> readDataRequest(const QJsonObject &parameters);
std::variant<StatisticsRequest, ApiFailure> readStatisticsRequest(const QJsonObject &parameters);
std::variant<ListRequest, ApiFailure> readListRequest(const QJsonObject &parameters);
std::variant<AlarmsRequest, ApiFailure> readAlarmsRequest(const QJsonObject &parameters);

} // namespace tallylight::demo
