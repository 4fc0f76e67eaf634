// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"

#include "aws/connection.h"
#include "aws/requesturl.h"

#include <QSet>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

HttpRequest cloudWatchRequest(const QUrl &endpoint, const QByteArray &operation,
                              const QByteArray &body)
{
    return {QByteArrayLiteral("POST"),
            requestUrl(endpoint, QByteArrayLiteral("/")),
            {{"Content-Type", "application/x-amz-json-1.0"},
             {"X-Amz-Target", "GraniteServiceVersion20100801." + operation},
             {"x-amzn-query-mode", "true"}},
            body};
}

CloudWatchClient::CloudWatchClient(Connection &connection)
    : m_connection(&connection)
{
}

MetricDataJob *CloudWatchClient::getMetricData(const QList<MetricQuery> &queries,
                                               const TimeRange &range, QObject *parent)
{
    return new MetricDataJob(*m_connection, queries, range, parent);
}

TypedJob<MetricSeries> *CloudWatchClient::getMetricStatistics(const MetricQuery &query,
                                                              const TimeRange &range,
                                                              QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<MetricSeries>(
        *m_connection, u"GetMetricStatistics"_s, Priority::Detail,
        [endpoint, query, range]() -> Expected<HttpRequest, ApiError> {
            const qint64 period = std::max<qint64>(query.period.count(), 1);
            const bool fits = range.from.isValid() && range.to.isValid() && range.from < range.to
                && range.from.secsTo(range.to) <= period * kMaxStatisticsPoints;
            if (!fits) {
                ApiError error;
                error.category = ErrorCategory::BadRequest;
                error.message = u"the time range does not fit one call"_s;
                return Unexpected{error};
            }
            return cloudWatchRequest(endpoint, "GetMetricStatistics",
                                     metricStatisticsRequest(query, range));
        },
        [query](const HttpResponse &response) -> Parsed<MetricSeries> {
            Parsed<QList<Datapoint>> points
                = metricStatisticsFromJson(response.body, query.statistic);
            if (!points)
                return Unexpected{points.error()};
            return MetricSeries{query, *points, SeriesStatus::Complete, {}};
        },
        parent);
}

PagedJob<MetricId> *CloudWatchClient::listMetrics(const MetricFilter &filter, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    // Metrics come back more than once from some servers; shared by the copies std::function makes.
    const auto seen = std::make_shared<QSet<QString>>();
    return new PagedJob<MetricId>(
        *m_connection, u"ListMetrics"_s, Priority::List,
        [endpoint, filter](const QString &token) -> Expected<HttpRequest, ApiError> {
            return cloudWatchRequest(endpoint, "ListMetrics", listMetricsRequest(filter, token));
        },
        [seen](const HttpResponse &response) {
            Parsed<Page<MetricId>> page = metricsFromJson(response.body);
            if (page) {
                page->items.removeIf([&seen](const MetricId &metric) {
                    const QString key = metric.key();
                    const bool isDuplicate = seen->contains(key);
                    seen->insert(key);
                    return isDuplicate;
                });
            }
            return page;
        },
        parent);
}

PagedJob<MetricAlarm> *CloudWatchClient::describeAlarms(QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new PagedJob<MetricAlarm>(
        *m_connection, u"DescribeAlarms"_s, Priority::List,
        [endpoint](const QString &token) -> Expected<HttpRequest, ApiError> {
            return cloudWatchRequest(endpoint, "DescribeAlarms", describeAlarmsRequest(token));
        },
        [](const HttpResponse &response) {
            Parsed<Page<MetricAlarm>> page = alarmsFromJson(response.body);
            if (page)
                page->items.removeIf(
                    [](const MetricAlarm &alarm) { return !concernsMediaLive(alarm); });
            return page;
        },
        parent);
}

} // namespace tallylight::aws
