// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/metricplan.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Asks CloudWatch for planned batches, one after another: each with one GetMetricData, or with a
/// GetMetricStatistics for each of its series, a few at a time, where those are free. Finishes
/// exactly once, then deletes itself.
class MetricAsker : public QObject
{
    Q_OBJECT

public:
    enum class With { MetricData, FreeStatistics };

    MetricAsker(aws::Connection &connection, const QList<PlannedBatch> &batches, With with,
                QObject *parent);

    void start();
    /// Goes ahead of polling; before start().
    void setAskedByHand() { m_byHand = true; }
    void cancel();
    With with() const { return m_with; }

Q_SIGNALS:
    /// One call is complete: these series were answered for this range.
    void answered(const QList<tallylight::MetricSeries> &series,
                  const tallylight::TimeRange &range);
    /// 0 … 100.
    void progressed(int percent);
    /// After everything was answered, or at the first error; series answered before it are good.
    void finished(const std::optional<tallylight::ApiError> &error);

private:
    void askNext();
    void askData(const PlannedBatch &batch);
    void askStatistics();
    void report(qsizetype more);
    void finish(const std::optional<ApiError> &error);

    aws::Connection &m_connection;
    QList<PlannedBatch> m_batches;
    With m_with;
    qsizetype m_batch = 0; // index of the one to ask next
    qsizetype m_query = 0; // FreeStatistics: likewise within the batch
    QList<QPointer<aws::Job>> m_jobs; // under way
    QList<MetricSeries> m_series; // FreeStatistics: of the current batch
    qsizetype m_answered = 0; // queries
    bool m_byHand = false;
    bool m_finished = false;
};

} // namespace tallylight::monitor
