// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/cloudwatchjson.h"
#include "aws/typedjob.h"

#include <QList>
#include <QSet>

namespace tallylight::aws {

/// GetMetricData for any number of queries: split into calls of at most 500 queries and 100,800
/// expected points each, paged within a call, put together again in query order (aws-facts §2.5,
/// §2.6).
///
/// A query CloudWatch does not answer comes back empty as Partial, never as Complete. Every
/// answered request counts all its queries as billed, following pages included: AWS doesn't say
/// that those are free.
class MetricDataJob : public TypedJob<QList<MetricSeries>>
{
public:
    /// Without queries, or with an empty range, it succeeds without a call.
    MetricDataJob(Connection &connection, const QList<MetricQuery> &queries, const TimeRange &range,
                  QObject *parent);

    /// What has arrived so far, one series per query in their order; also after an error.
    const QList<MetricSeries> &series() const { return m_series; }
    /// Answered queries of all.
    double progress() const override;

protected:
    Expected<HttpRequest, ApiError> nextRequest() const override;
    bool isComplete() const override;
    Parsed<Step> receive(const HttpResponse &response) override;

private:
    struct Call
    {
        qsizetype first = 0; ///< index of its first query
        qsizetype count = 0;
    };

    void merge(const MetricDataPage &page, const Call &call);
    void closeCall(const Call &call);

    QUrl m_endpoint;
    TimeRange m_range;
    QList<MetricSeries> m_series;
    QList<Call> m_calls;
    qsizetype m_current = 0;
    QString m_token;
    QSet<QString> m_tokens; ///< seen in the current call
    QSet<qsizetype> m_answered; ///< queries of the current call
    bool m_tokenRepeated = false;
};

} // namespace tallylight::aws
