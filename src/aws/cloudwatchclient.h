// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/cloudwatchjson.h"
#include "aws/metricdatajob.h"
#include "aws/pagedjob.h"
#include "core/metric.h"

namespace tallylight::aws {

class Connection;

/// Most datapoints of one GetMetricStatistics call (aws-facts §2.5).
constexpr qint64 kMaxStatisticsPoints = 1440;

/// The CloudWatch calls, over AWS JSON 1.0. Jobs are returned not started and belong to \a parent
/// until they finish. The connection must outlive the client.
class CloudWatchClient
{
public:
    explicit CloudWatchClient(Connection &connection);

    /// One series per query, in their order. Billed per query (aws-facts §2.8).
    MetricDataJob *getMetricData(const QList<MetricQuery> &queries, const TimeRange &range,
                                 QObject *parent);
    /// One series with GetMetricStatistics: a request that is free up to a number a month. Fails as
    /// BadRequest without a call when \a range holds more than kMaxStatisticsPoints periods.
    TypedJob<MetricSeries> *getMetricStatistics(const MetricQuery &query, const TimeRange &range,
                                                QObject *parent);
    /// Which metrics exist; each one once.
    PagedJob<MetricId> *listMetrics(const MetricFilter &filter, QObject *parent);
    /// The account's alarms, reduced to those that concern MediaLive and to composite ones.
    PagedJob<MetricAlarm> *describeAlarms(QObject *parent);

private:
    Connection *m_connection;
};

/// A POST of AWS JSON 1.0 to \a endpoint; \a operation without the target prefix.
HttpRequest cloudWatchRequest(const QUrl &endpoint, const QByteArray &operation,
                              const QByteArray &body);

} // namespace tallylight::aws
