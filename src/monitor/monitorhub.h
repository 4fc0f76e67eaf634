// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/freshness.h"
#include "core/metriccatalogue.h"
#include "core/profile.h"
#include "monitor/credentialaccess.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace tallylight::monitor {

class CallLedger;
class CostBook;
class RateLimiterPool;
class Recorder;
class RegionMonitor;

/// All watched regions. Given the list of profiles it starts, stops and restarts what differs, so a
/// renamed profile keeps its data and a re-pointed one starts afresh.
class MonitorHub : public QObject
{
    Q_OBJECT

public:
    /// \a access and \a clock outlive the hub.
    MonitorHub(CredentialAccess access, const Clock &clock, QObject *parent = nullptr);
    ~MonitorHub() override;

    /// Where regions record what they observe; it outlives the hub. Before the first setProfiles().
    void setRecorder(Recorder *recorder) { m_recorder = recorder; }
    /// What is known about the metrics; the built-in catalogue unless told. Before the first
    /// setProfiles().
    void setCatalogue(const MetricCatalogue &catalogue) { m_catalogue = catalogue; }
    const MetricCatalogue &catalogue() const { return m_catalogue; }
    /// What the shared AWS files say about endpoints goes with the profiles, now and when it
    /// changes.
    void setProfiles(const QList<Profile> &profiles);
    /// In the profiles' order.
    QList<RegionMonitor *> regions() const;
    /// Null for an unknown id.
    RegionMonitor *region(const QString &profileId) const;

    void refreshAll();
    void cancelRefresh();
    /// Pauses everything, or lets go on what was not paused for itself.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void setHealthWatched(bool watched);
    /// The region somebody looks at, which is refreshed first; empty for all or none.
    void setAttended(const QString &profileId) { m_attended = profileId; }

    /// The computer slept, its clock was changed or the network was lost: everything is stale at
    /// once, for that reason. Unless the network is gone, all is then asked for again in order of
    /// importance (the attended region, production ones, the others), a little apart and never
    /// faster than the limits.
    void interrupted(StaleCause reason);
    /// The network is back: asks for everything, in the same order.
    void networkReturned();
    /// The health rows on screen, "channelId/pipeline" by profile; without a value all of them are.
    void setVisibleHealth(const std::optional<QHash<QString, QSet<QString>>> &legs);
    /// The channels whose health rows are selected, by profile.
    void setSelectedHealth(const QHash<QString, QSet<QString>> &channelIds);
    /// Channels whose metrics are polled whether somebody looks or not, by profile.
    void setPinnedChannels(const QHash<QString, QSet<QString>> &channelIds);
    /// What CloudWatch has cost; lives as long as the hub.
    CostBook &costs() { return *m_costs; }
    /// The last calls of all regions; lives as long as the hub.
    CallLedger &calls() { return *m_calls; }
    /// As given, with calls() being told of what is asked for credentials.
    const CredentialAccess &credentialAccess() const { return m_access; }
    /// Stored credentials of one profile changed.
    void credentialsChanged(const QString &profileId);
    /// Stored passwords of one profile's proxies changed.
    void proxyPasswordsChanged(const QString &profileId);

Q_SIGNALS:
    void regionAdded(tallylight::monitor::RegionMonitor *region);
    /// Sent before the region is destroyed.
    void regionRemoved(const QString &profileId);
    /// Names, colours, marks or the order changed.
    void regionsRelabelled();
    void pausedChanged(bool paused);
    void accountIdentified(const QString &profileId, const QString &accountId);

private:
    void watchProfiles(const QList<Profile> &profiles);
    std::shared_ptr<CredentialSession> sessionFor(const Profile &profile);
    std::unique_ptr<RegionMonitor> makeRegion(const Profile &profile);
    void refreshInOrder();
    void refreshNext();
    void tellVisible(RegionMonitor &region) const;

    CredentialAccess m_access;
    QHash<QString, std::weak_ptr<CredentialSession>> m_sessions; // by who may share them
    QList<Profile> m_profiles; // as given, without what the shared files add
    const Clock &m_clock;
    std::unique_ptr<RateLimiterPool> m_limiters;
    std::unique_ptr<CostBook> m_costs;
    MetricCatalogue m_catalogue = MetricCatalogue::builtIn();
    std::unique_ptr<CallLedger> m_calls;
    std::vector<std::unique_ptr<RegionMonitor>> m_regions;
    Recorder *m_recorder = nullptr;
    QString m_attended;
    QStringList m_toRefresh; // profile ids, most important first
    QTimer m_refreshTimer;
    bool m_paused = false;
    bool m_healthWatched = false;
    std::optional<QHash<QString, QSet<QString>>> m_visibleHealth;
    QHash<QString, QSet<QString>> m_selectedHealth;
    QHash<QString, QSet<QString>> m_pinned;
};

} // namespace tallylight::monitor
