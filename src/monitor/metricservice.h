// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "core/health.h"
#include "core/metric.h"
#include "monitor/poller.h"
#include "monitor/publishedmetrics.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

class HistoryRequest;
struct HistorySpec;

/// Asks CloudWatch for the newest value of every health metric of the running pipelines, while
/// somebody looks, and for the history of single metrics on demand. Metrics are billed per metric
/// requested (aws-facts §2.8), so nothing is asked before setWatched(true).
class MetricService : public QObject
{
    Q_OBJECT

public:
    MetricService(aws::Connection &connection, std::chrono::milliseconds interval,
                  const Clock &clock, QObject *parent = nullptr);
    ~MetricService() override;

    void start();
    void stop();
    void setPaused(bool paused);
    /// Nothing read so far can be believed until it is read again.
    void markStale(StaleCause cause) { m_freshness.heldBy = cause; }
    void setWatched(bool watched);
    void refreshNow();
    /// The channels whose pipelines are asked for; only running ones should be in it.
    void setRunningChannels(const QList<Channel> &channels);

    /// The readings of one pipeline: NotObserved before the first round, Loading during it.
    PipelineReadings readings(const QString &channelId, const QString &pipeline) const;
    const Freshness &freshness() const { return m_freshness; }
    /// Set while ListMetrics is not allowed, which leaves metrics per output group unknown.
    const std::optional<ApiError> &catalogueError() const { return m_catalogueError; }

    /// Loads the series of \a spec; the request belongs to \a parent.
    HistoryRequest *loadHistory(const HistorySpec &spec, QObject *parent);

Q_SIGNALS:
    /// New readings for every pipeline asked for.
    void readingsArrived();
    void progressed();

private:
    struct Target
    {
        QString channelId;
        QString pipeline;
        HealthMetric metric;
    };

    using CatalogueDone = std::function<void(const std::optional<ApiError> &)>;

    void round();
    /// Calls \a done once the catalogue is as current as it can be; with an error when there is
    /// none at all. A refusal counts as current: the documented metrics are asked for then.
    void withCatalogue(QObject *context, const CatalogueDone &done);
    PublishedMetrics::Lookup lookUp(const QString &channelId, const QString &pipeline,
                                   HealthMetric metric) const;
    ReadingStatus unpublishedStatus() const;
    std::chrono::milliseconds untilDue() const;
    void forget();
    void askReadings();
    void takeReadings(const QList<MetricSeries> &series, const QList<Target> &targets);
    void failRound(const ApiError &error);
    void startHistory(HistoryRequest *request, const HistorySpec &spec);
    bool catalogueIsCurrent() const;

    aws::Connection &m_connection;
    const Clock &m_clock;
    Poller m_poller;
    QHash<QString, int> m_pipelines; // running channel id → pipelines to expect
    QHash<QString, PipelineReadings> m_readings; // "channel/pipeline"
    Freshness m_freshness;
    PublishedMetrics m_catalogue;
    QDateTime m_catalogueAt;
    std::optional<ApiError> m_catalogueError; // ListMetrics is not allowed
    QTimer m_expiry; // of readings nobody looks at any more
    bool m_watched = false;
    bool m_started = false;
    QPointer<aws::Job> m_job;
};

} // namespace tallylight::monitor
