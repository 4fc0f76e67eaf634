// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/clock.h"
#include "core/health.h"
#include "monitor/publishedmetrics.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// Keeps the list of metrics that exist in a region as current as it is worth: ListMetrics is a
/// free request up to a number a month, and new metrics show up in it only after minutes.
class MetricLister : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the lister.
    MetricLister(aws::Connection &connection, const MetricCatalogue &catalogue, const Clock &clock,
                 QObject *parent = nullptr);
    ~MetricLister() override;

    using Done = std::function<void(const std::optional<ApiError> &)>;
    /// Calls \a done, perhaps at once, when the list is as current as it can be; with an error when
    /// there is none at all. A refusal counts as current: the documented metrics are assumed then.
    /// Not called when \a context is destroyed first.
    void withList(QObject *context, const Done &done);
    /// Asks again at the next opportunity if it was refused: the permission may have been granted.
    void retryRefused();
    void cancel();

    const PublishedMetrics &published() const { return m_published; }
    /// The series of one metric of a running pipeline.
    PublishedMetrics::Lookup find(const QString &channelId, const QString &pipeline,
                                  HealthMetric metric) const;
    /// What a reading of this pipeline says whose metric was not found.
    ReadingStatus unpublishedStatus(const QString &channelId, const QString &pipeline) const;
    /// This pipeline runs: a list that doesn't know it is renewed sooner.
    void expect(const QString &channelId, const QString &pipeline);
    /// Set while ListMetrics is not allowed, which leaves metrics per output group unknown.
    const std::optional<ApiError> &refusal() const { return m_refusal; }

private:
    bool isCurrent() const;
    void ask();
    void finish(const std::optional<ApiError> &error);

    aws::Connection &m_connection;
    const MetricCatalogue &m_catalogue;
    const Clock &m_clock;
    PublishedMetrics m_published;
    QDateTime m_listedAt;
    std::chrono::seconds m_maxAge;
    std::optional<ApiError> m_refusal;
    QPointer<aws::Job> m_job;
    QList<std::pair<QPointer<QObject>, Done>> m_waiting;
};

} // namespace tallylight::monitor
