// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/metricdatajob.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

// aws-facts §2.5; the service estimates points from range and period, whatever exists.
constexpr qsizetype kMaxQueries = 500;
constexpr qint64 kMaxPoints = 100800;
constexpr qsizetype kMaxPages = 2000; // of one call, against a server that never ends

qint64 expectedPoints(const MetricQuery &query, const TimeRange &range)
{
    const qint64 period = std::max<qint64>(query.period.count(), 1);
    return (range.from.secsTo(range.to) + period - 1) / period;
}

/// Joins \a more to \a points; of two values for one period the newer answer counts.
void appendPoints(QList<Datapoint> *points, const QList<Datapoint> &more)
{
    const auto earlier = [](const Datapoint &a, const Datapoint &b) {
        return a.at < b.at;
    };
    const bool inOrder = points->isEmpty() || more.isEmpty() || points->last().at < more.first().at;
    *points += more;
    if (inOrder)
        return;
    std::stable_sort(points->begin(), points->end(), earlier);
    QList<Datapoint> unique;
    for (const Datapoint &point : std::as_const(*points)) {
        if (!unique.isEmpty() && unique.last().at == point.at)
            unique.last() = point;
        else
            unique.append(point);
    }
    *points = std::move(unique);
}

ApiError invalid(ErrorCategory category, const QString &message)
{
    ApiError error;
    error.category = category;
    error.message = message;
    return error;
}

} // namespace

MetricDataJob::MetricDataJob(Connection &connection, const QList<MetricQuery> &queries,
                             const TimeRange &range, QObject *parent)
    : TypedJob<QList<MetricSeries>>(connection, u"GetMetricData"_s, Priority::Detail, parent)
    , m_endpoint(connection.config().endpoint)
    , m_range(range)
{
    for (const MetricQuery &query : queries)
        m_series.append({query, {}, SeriesStatus::Complete, {}});
    setResult(m_series);
    if (range.from.isValid() && range.to.isValid() && range.to <= range.from)
        return;
    qint64 points = 0;
    for (qsizetype i = 0; i < queries.size(); ++i) {
        const qint64 more = expectedPoints(queries.at(i), range);
        if (m_calls.isEmpty() || m_calls.last().count >= kMaxQueries
            || points + more > kMaxPoints) {
            m_calls.append({i, 0});
            points = 0;
        }
        ++m_calls.last().count;
        points += more;
    }
}

double MetricDataJob::progress() const
{
    if (isFinished() || m_calls.isEmpty())
        return isFinished() ? 1.0 : 0.0;
    const qsizetype done
        = m_current < m_calls.size() ? m_calls.at(m_current).first : m_series.size();
    return static_cast<double>(done + m_answered.size()) / static_cast<double>(m_series.size());
}

bool MetricDataJob::isComplete() const
{
    return m_current >= m_calls.size();
}

Expected<HttpRequest, ApiError> MetricDataJob::nextRequest() const
{
    if (!m_range.from.isValid() || !m_range.to.isValid())
        return Unexpected{invalid(ErrorCategory::BadRequest, u"the time range is invalid"_s)};
    if (m_tokenRepeated)
        return Unexpected{invalid(ErrorCategory::Malformed, u"a page token came twice"_s)};
    const Call &call = m_calls.at(m_current);
    QList<MetricQuery> queries;
    for (qsizetype i = 0; i < call.count; ++i)
        queries.append(m_series.at(call.first + i).query);
    return cloudWatchRequest(m_endpoint, QByteArrayLiteral("GetMetricData"),
                             metricDataRequest(queries, m_range, m_token));
}

Parsed<Job::Step> MetricDataJob::receive(const HttpResponse &response)
{
    const Parsed<MetricDataPage> page = metricDataFromJson(response.body);
    if (!page)
        return Unexpected{page.error()};
    const Call call = m_calls.at(m_current);
    countMetrics(static_cast<int>(call.count));
    merge(*page, call);
    m_token = page->nextToken;
    if (!m_token.isEmpty()) {
        m_tokenRepeated = m_tokens.contains(m_token) || m_tokens.size() >= kMaxPages;
        m_tokens.insert(m_token);
        return Step::Continue;
    }
    closeCall(call);
    if (!isComplete())
        return Step::Continue;
    setResult(m_series);
    return Step::Done;
}

void MetricDataJob::merge(const MetricDataPage &page, const Call &call)
{
    for (const MetricDataResult &result : page.results) {
        bool isNumber = false;
        const qsizetype index = QStringView(result.id).mid(1).toLongLong(&isNumber);
        if (!result.id.startsWith(u'm') || !isNumber || index < 0 || index >= call.count)
            continue; // not asked for
        MetricSeries &series = m_series[call.first + index];
        appendPoints(&series.points, result.points);
        // PartialData and InternalError may be made good by a later page, Forbidden never.
        if (series.status != SeriesStatus::Forbidden)
            series.status = result.status;
        series.messages += result.messages;
        m_answered.insert(index);
    }
    if (page.messages.isEmpty())
        return;
    for (qsizetype i = 0; i < call.count; ++i)
        m_series[call.first + i].messages += page.messages;
}

void MetricDataJob::closeCall(const Call &call)
{
    for (qsizetype i = 0; i < call.count; ++i) {
        MetricSeries &series = m_series[call.first + i];
        series.messages.removeDuplicates();
        if (!m_answered.contains(i))
            series.status = SeriesStatus::Partial;
    }
    m_answered.clear();
    m_tokens.clear();
    ++m_current;
}

} // namespace tallylight::aws
