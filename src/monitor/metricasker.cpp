// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricasker.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

namespace {

// Far below what CloudWatch allows; the connection's rate limiter paces the rest.
constexpr qsizetype kStatisticsAtOnce = 4;

} // namespace

MetricAsker::MetricAsker(aws::Connection &connection, const QList<PlannedBatch> &batches, With with,
                         QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_batches(batches)
    , m_with(with)
{
}

void MetricAsker::start()
{
    // Never from inside this call, so that the caller can connect first.
    QMetaObject::invokeMethod(this, &MetricAsker::askNext, Qt::QueuedConnection);
}

void MetricAsker::cancel()
{
    const QList<QPointer<aws::Job>> jobs = m_jobs;
    for (const QPointer<aws::Job> &job : jobs) {
        if (job)
            job->cancel();
    }
    if (jobs.isEmpty() && !m_finished) {
        ApiError error;
        error.category = ErrorCategory::Cancelled;
        finish(error);
    }
}

void MetricAsker::finish(const std::optional<ApiError> &error)
{
    if (std::exchange(m_finished, true))
        return;
    const QList<QPointer<aws::Job>> jobs = std::exchange(m_jobs, {});
    for (const QPointer<aws::Job> &job : jobs) {
        if (job) {
            job->disconnect(this);
            job->cancel();
        }
    }
    Q_EMIT finished(error);
    deleteLater();
}

void MetricAsker::report(qsizetype more)
{
    m_answered += more;
    qsizetype all = 0;
    for (const PlannedBatch &batch : std::as_const(m_batches))
        all += batch.queries.size();
    Q_EMIT progressed(static_cast<int>(100 * m_answered / std::max<qsizetype>(all, 1)));
}

void MetricAsker::askNext()
{
    if (m_finished)
        return;
    if (m_batch >= m_batches.size()) {
        finish(std::nullopt);
        return;
    }
    if (m_with == With::MetricData) {
        askData(m_batches.at(m_batch));
        return;
    }
    while (m_jobs.size() < kStatisticsAtOnce && m_query < m_batches.at(m_batch).queries.size())
        askStatistics();
}

void MetricAsker::askData(const PlannedBatch &batch)
{
    auto *job = aws::CloudWatchClient(m_connection).getMetricData(batch.queries, batch.range, this);
    m_jobs = {job};
    if (m_byHand)
        job->setPriority(aws::Priority::User);
    connect(job, &aws::Job::finished, this, [this, job, range = batch.range] {
        m_jobs.clear();
        if (!job->result().hasValue()) {
            finish(job->result().error());
            return;
        }
        ++m_batch;
        report(job->result()->size());
        Q_EMIT answered(job->result().value(), range);
        askNext();
    });
    job->start();
}

void MetricAsker::askStatistics()
{
    const PlannedBatch &batch = m_batches.at(m_batch);
    auto *job = aws::CloudWatchClient(m_connection)
                    .getMetricStatistics(batch.queries.at(m_query), batch.range, this);
    ++m_query;
    m_jobs.append(job);
    if (m_byHand)
        job->setPriority(aws::Priority::User);
    connect(job, &aws::Job::finished, this, [this, job] {
        m_jobs.removeAll(job);
        if (!job->result().hasValue()) {
            finish(job->result().error());
            return;
        }
        m_series.append(job->result().value());
        report(1);
        const PlannedBatch &current = m_batches.at(m_batch);
        if (m_series.size() == current.queries.size()) {
            const TimeRange range = current.range;
            ++m_batch;
            m_query = 0;
            Q_EMIT answered(std::exchange(m_series, {}), range);
        }
        askNext();
    });
    job->start();
}

} // namespace tallylight::monitor
