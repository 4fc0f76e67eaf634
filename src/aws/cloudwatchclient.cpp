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
