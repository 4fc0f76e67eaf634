// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/clock.h"
#include "core/freshness.h"
#include "core/health.h"
#include "core/metric.h"
#include "core/metricplan.h"
#include "monitor/metricdemand.h"
#include "monitor/metriclister.h"
#include "monitor/metricoptions.h"
#include "monitor/metricpace.h"
#include "monitor/metricreadings.h"
#include "monitor/poller.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <limits>
#include <optional>

namespace tallylight::aws {
class Connection;
} // namespace tallylight::aws

namespace tallylight::monitor {

class CostBook;
class MetricAsker;

/// Asks CloudWatch for the newest values of the metrics somebody wants: those of rows on screen, of
/// pinned channels and of channels in trouble, by core/metricplan.h's rules. Metrics are billed per
/// metric requested (aws-facts §2.8), so nothing is asked that nobody wants, and nothing that the
/// profile's budget has no room for. A budget of nothing turns it off: then not even free requests
/// are made.
class MetricService : public QObject
{
    Q_OBJECT

public:
    /// \a costs, where what is asked is counted by whoever owns the connection, may be null: then
    /// there is no budget, and nothing is free. It outlives the service, as does the catalogue in
    /// \a options.
    MetricService(aws::Connection &connection, MetricOptions options, const CostBook *costs,
                  const Clock &clock, QObject *parent = nullptr);
    ~MetricService() override;

    void start();
    void stop();
    void setPaused(bool paused);
    /// Nothing read so far can be believed until it is read again.
    void markStale(StaleCause cause);
    /// Asks for everything that is wanted, due or not; a budget still counts.
    void refreshNow();
    /// Asks for what is due, as the timer does.
    void askDue();
    /// The interval and the budget have changed; what is known stays.
    void setOptions(const MetricOptions &options);

    // What is wanted; see MetricDemand.
    void setWatched(bool watched);
    void setRunningChannels(const QList<Channel> &channels);
    void setVisible(const std::optional<QSet<QString>> &legs);
    void setSelected(const QSet<QString> &channels);
    void setPinned(const QSet<QString> &channels);
    void setAlarming(const QSet<QString> &channels);

    /// The readings of one pipeline: NotObserved before it was asked for, Loading while it is.
    PipelineReadings readings(const QString &channelId, const QString &pipeline) const;
    /// Of one pipeline's readings; never observed while nobody wants them.
    Freshness freshness(const QString &channelId, const QString &pipeline) const;
    /// True when the budget makes these readings older than they should be, or keeps them away.
    bool isSlowed(const QString &channelId, const QString &pipeline) const;
    /// Of the newest answer.
    const Freshness &freshness() const { return m_freshness; }
    const MetricPace &pace() const { return m_pace; }
    /// True while the budget is nothing.
    bool isOff() const { return m_costs && !(m_options.budgetUsdPerMonth > 0.0); }
    MetricLister &lister() { return m_lister; }
    bool isRoundUnderWay() const { return m_poller.isRoundUnderWay(); }

Q_SIGNALS:
    /// New readings; \a channels are those that were answered, or could not be.
    void readingsArrived(const QSet<QString> &channels);
    /// An answer as it came, for the history.
    void seriesArrived(const QList<tallylight::MetricSeries> &series,
                       const tallylight::TimeRange &asked);
    /// Something about freshness or pace changed; also at the end of every round.
    void progressed();

private:
    void demandChanged();
    void prune();
    void round();
    void roundOfNothing();
    void turnOff();
    MetricPlan makePlan(const QList<LegDemand> &legs);
    bool canUseFree(qint64 wanted, qint64 due) const;
    void ask(const MetricPlan &plan);
    void take(const QList<MetricSeries> &series, const TimeRange &range);
    void roundDone(const std::optional<ApiError> &error);
    void failRound(const ApiError &error);
    QSet<QString> channelsOf(const QList<LegDemand> &legs) const;

    aws::Connection &m_connection;
    MetricOptions m_options;
    const CostBook *m_costs;
    const Clock &m_clock;
    MetricLister m_lister;
    Poller m_poller;
    QTimer m_demandTimer; // gathers changes of the demand
    MetricDemand m_demand;
    MetricReadings m_readings;
    QList<LegDemand> m_asked; // in the round under way, or in the last one
    QHash<QString, std::chrono::seconds> m_wantedEvery; // by legKey()
    QHash<QString, QDateTime> m_askedAt; // by seriesKey(), server time
    QSet<QString> m_heldBackLegs; // by the budget
    QList<MetricSeries> m_answers; // of the round under way
    QPointer<MetricAsker> m_asker;
    StaleCause m_doubt = StaleCause::None; // of the readings that are doubted
    Freshness m_freshness;
    MetricPace m_pace;
    bool m_started = false;
    bool m_everything = false; // the next round asks also for what is not due
    bool m_freeRefused = false; // GetMetricStatistics is not allowed
};

} // namespace tallylight::monitor
