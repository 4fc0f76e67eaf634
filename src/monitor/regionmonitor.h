// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "core/health.h"
#include "core/history.h"
#include "core/input.h"
#include "core/profile.h"
#include "monitor/healthfeed.h"
#include "monitor/regionstatus.h"
#include "monitor/startwatch.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace tallylight {
class MetricCatalogue;
}

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::storage {
class SecretStore;
}

namespace tallylight::monitor {

class AlertService;
class CostBook;
class ChannelDetailWatch;
class CredentialSession;
class DescriptionService;
class HistoryLoader;
class HistoryRequest;
class InventoryService;
class MetricService;
class RateLimiterPool;
class Recorder;
class RegionHistory;
struct HistorySpec;

/// Everything that watches one profile: its connections, its polling, and what it knows. Regions
/// share nothing but the rate limiters of a common account, so that a bad one never hurts another.
///
/// Lives on the GUI thread. Data go out by signals in the order they arrive; nothing calls back in.
class RegionMonitor : public QObject
{
    Q_OBJECT

public:
    /// \a credentials are what it signs with, \a secrets holds the passwords of proxies; \a
    /// secrets, \a limiters, \a costs and \a catalogue outlive the monitor.
    RegionMonitor(Profile profile, std::shared_ptr<CredentialSession> credentials,
                  storage::SecretStore &secrets, RateLimiterPool &limiters, CostBook &costs,
                  const MetricCatalogue &catalogue, const Clock &clock, QObject *parent = nullptr);
    ~RegionMonitor() override;

    const Profile &profile() const { return m_profile; }
    RegionStatus status() const;

    /// Begins watching; identity first, then inventory.
    void start();
    /// Asks again for everything at once, before any waiting poll (User priority).
    void refreshNow(RefreshCause cause = RefreshCause::Person);
    /// Gives up the sweep under way; what it brought stays.
    void cancelRefresh();
    /// Pauses this region, or lets it go on, even alone among regions that are all paused.
    void setPaused(bool paused);
    /// Pauses it along with all others, or lets it go on unless it was paused for itself.
    void setPausedWithAll(bool paused);
    bool isPaused() const { return m_paused || m_pausedWithAll; }
    /// Something happened that makes all that was seen so far worthless: everything is stale at
    /// once, with the reason, until it is seen again. Connections are made anew. Asks for nothing
    /// by itself; refreshNow() does.
    void markStale(StaleCause cause);
    /// Metrics cost money, so those of the rows on screen are polled only while somebody looks at
    /// health.
    void setHealthWatched(bool watched);
    /// The health rows on screen ("channelId/pipeline"); without a value all of them are.
    void setVisibleHealth(const std::optional<QSet<QString>> &legs);
    /// The channels whose health rows are selected.
    void setSelectedHealth(const QSet<QString> &channelIds);
    /// Channels whose metrics are polled whether somebody looks or not.
    void setPinnedChannels(const QSet<QString> &channelIds);
    /// What it signs with: to tell how long that lasts, to try again, and to give a code to.
    CredentialSession &credentials() const { return *m_credentials; }
    /// New credentials have been stored: fetch them and try again at once.
    void credentialsChanged();
    /// New passwords of its proxies have been stored.
    void proxyPasswordsChanged();
    /// Passes what is observed on to \a recorder, which outlives the monitor, and shows what it
    /// knows of an earlier run until something newer comes. Call it before start().
    void setRecorder(Recorder *recorder);
    /// A name, colour or mark changed; nothing that the connections depend on.
    void relabel(const Profile &profile);

    /// What is known right now, for a view that opens late.
    QList<Channel> channels() const;
    QList<Input> inputs() const;
    /// Tells first what is waiting to be told, so that healthGone() knows of every row in it.
    QList<PipelineHealth> health();
    Freshness channelFreshness(const QString &channelId) const;
    Freshness inputFreshness(const QString &inputId) const;
    Freshness alertFreshness(const QString &channelId) const;
    /// Of the channel's active inputs and traits, which only DescribeChannel tells.
    Freshness descriptionFreshness(const QString &channelId) const;
    /// Of one pipeline's metrics.
    Freshness metricFreshness(const QString &channelId, const QString &pipeline) const;
    /// Those that are set, newest first.
    QList<ChannelAlert> alerts(const QString &channelId) const;
    /// Set ones and those that ended within a day, also after the channel stopped.
    QList<AlertRecord> alertRecords(const QString &channelId) const;
    /// Since when a channel is in its state with as many pipelines; empty for an unknown one.
    StateSince stateSince(const QString &channelId) const;

    /// The names of all metrics any channel publishes, sorted; empty until ListMetrics has told.
    QStringList publishedMetrics() const;
    /// Loads a chart's series; the request belongs to \a parent and deletes itself when finished.
    HistoryRequest *loadHistory(const HistorySpec &spec, QObject *parent);
    /// Follows one channel closely (DescribeChannel, thumbnails) until the returned object is
    /// destroyed.
    ChannelDetailWatch *watchChannel(const QString &channelId, QObject *parent);

Q_SIGNALS:
    /// A decoded page: these channels were observed just now, new or not.
    void channelsArrived(const QList<tallylight::Channel> &channels);
    /// A sweep is complete: \a ids are all channels of this profile, and \a gone those that were
    /// known before and are deleted.
    void channelsKept(const QSet<QString> &ids, const QSet<QString> &gone);
    void inputsArrived(const QList<tallylight::Input> &inputs);
    void inputsKept(const QSet<QString> &ids, const QSet<QString> &gone);
    /// Health rows that are new or changed, and the keys ("channelId/pipeline") of those that went
    /// away.
    void healthArrived(const QList<tallylight::PipelineHealth> &rows);
    void healthGone(const QSet<QString> &keys);
    /// Some freshness, count, phase or call statistic changed; at most a few times a second.
    void statusChanged();
    /// STS has named the account; the profile should remember it.
    void accountIdentified(const QString &profileId, const QString &accountId);
    void callFinished(const tallylight::CallRecord &record);
    void pausedChanged(bool paused);
    void markedStale(tallylight::StaleCause cause);
    /// An alert was set, changed or ended, and how.
    void alertChanged(const tallylight::AlertRecord &record);

private:
    void openConnections();
    void identify();
    void wireServices();
    void startServices();
    QList<Channel> described(QList<Channel> channels) const;
    void setPausedFlags(bool own, bool withAll);
    void wireHistory();
    void wireMetrics();
    void updateAlarming(const QString &channelId);
    void scheduleStatus();
    void keepChannels(const QSet<QString> &ids, const QSet<QString> &gone);
    void goOnAfterSweep();
    void tellAlertsWhatRuns();
    void tellDescriptionsWhatRuns();
    void tellMetricsWhatRuns();
    void updateAllAlarming();
    std::optional<QList<PipelineHealth>> healthOf(const QString &channelId) const;
    QList<PipelineHealth> healthOf(const Channel &channel) const;
    std::chrono::seconds alertInterval() const;
    int runningCount() const;

    Profile m_profile;
    std::shared_ptr<CredentialSession> m_credentials;
    storage::SecretStore &m_secrets;
    RateLimiterPool &m_limiters;
    CostBook &m_costs;
    const MetricCatalogue &m_catalogue;
    const Clock &m_clock;
    HealthFeed m_health;
    std::unique_ptr<RegionHistory> m_history; // outlives what reports to it
    std::unique_ptr<aws::Connection> m_medialive;
    std::unique_ptr<aws::Connection> m_cloudwatch;
    std::unique_ptr<aws::Connection> m_sts;
    std::unique_ptr<InventoryService> m_inventory;
    std::unique_ptr<AlertService> m_alerts;
    std::unique_ptr<MetricService> m_metrics;
    std::unique_ptr<HistoryLoader> m_loader;
    std::unique_ptr<DescriptionService> m_descriptions;
    std::optional<CallerIdentity> m_caller;
    Freshness m_identityFreshness;
    StartWatch m_starts;
    QSet<QString> m_alarming; // channels in trouble
    mutable std::optional<int>
        m_runningCount; // counted when asked for, until the inventory changes
    QList<void (RegionMonitor::*)()> m_afterSweep; // steps still to be taken
    QTimer m_afterSweepTimer;
    QTimer m_statusTimer;
    QPointer<aws::Job> m_identityJob;
    bool m_started = false;
    bool m_paused = false; // for itself
    bool m_pausedWithAll = false;
};

} // namespace tallylight::monitor
