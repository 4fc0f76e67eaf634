// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/monitorhub.h"

#include "monitor/callledger.h"
#include "monitor/costbook.h"
#include "monitor/credentialsession.h"
#include "monitor/ratelimiterpool.h"
#include "monitor/recorder.h"
#include "monitor/regionmonitor.h"
#include "storage/awsfiles.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

namespace {

/// A region on this computer, such as the demo, does not care about cables.
bool needsNetwork(const Profile &profile)
{
    return !isLoopbackHost(profile.endpoint(Service::MediaLive).host());
}

constexpr int kRefreshApartMs = 200; // on average, between two regions

/// True when the same connections can go on: only how the profile is shown, how often and for how
/// much it is asked, or its account, differs.
bool sameConnections(Profile a, const Profile &b)
{
    a.name = b.name;
    a.color = b.color;
    a.production = b.production;
    a.accountId = b.accountId;
    a.cloudwatchBudgetUsdPerMonth = b.cloudwatchBudgetUsdPerMonth;
    a.useFreeMetricStatistics = b.useFreeMetricStatistics;
    a.inventorySeconds = b.inventorySeconds;
    a.metricsSeconds = b.metricsSeconds;
    a.unknownFields = b.unknownFields;
    return a == b;
}

/// True when what was recorded of \a a says nothing about \a b.
bool leadsElsewhere(const Profile &a, const Profile &b)
{
    const bool otherAccount
        = !a.accountId.isEmpty() && !b.accountId.isEmpty() && a.accountId != b.accountId;
    return a.region != b.region || a.endpoints != b.endpoints || otherAccount;
}

} // namespace

MonitorHub::MonitorHub(CredentialAccess access, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_clock(clock)
    , m_limiters(std::make_unique<RateLimiterPool>(clock))
    , m_costs(std::make_unique<CostBook>(clock))
    , m_calls(std::make_unique<CallLedger>())
{
    // Who gets credentials may live longer than the hub.
    m_access.calls = [hub = QPointer(this)](const QString &profileId, const CallRecord &record) {
        if (!hub)
            return;
        const bool isWatched
            = std::any_of(hub->m_profiles.cbegin(), hub->m_profiles.cend(),
                          [&profileId](const Profile &profile) { return profile.id == profileId; });
        hub->m_calls->add(isWatched ? profileId : QString(), record);
    };
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &MonitorHub::refreshNext);
    if (m_access.files) {
        connect(m_access.files, &storage::AwsFiles::changed, this,
                [this] { setProfiles(m_profiles); });
    }
}

MonitorHub::~MonitorHub() = default;

std::unique_ptr<RegionMonitor> MonitorHub::makeRegion(const Profile &profile)
{
    auto region = std::make_unique<RegionMonitor>(profile, sessionFor(profile), *m_access.secrets,
                                                  *m_limiters, *m_costs, m_catalogue, m_clock);
    connect(region.get(), &RegionMonitor::accountIdentified, this, &MonitorHub::accountIdentified);
    connect(region.get(), &RegionMonitor::callFinished, m_calls.get(),
            [ledger = m_calls.get(), profileId = profile.id](const CallRecord &record) {
                ledger->add(profileId, record);
            });
    region->setRecorder(m_recorder);
    region->setPausedWithAll(m_paused);
    region->setHealthWatched(m_healthWatched);
    tellVisible(*region);
    region->setSelectedHealth(m_selectedHealth.value(profile.id));
    region->setPinnedChannels(m_pinned.value(profile.id));
    return region;
}

std::shared_ptr<CredentialSession> MonitorHub::sessionFor(const Profile &profile)
{
    // A code of an MFA device works once, so regions that would ask for the same session share it.
    const QString key = sharedSessionKey(profile, m_access);
    if (key.isEmpty())
        return makeCredentialSession(profile, m_access, m_clock);
    std::shared_ptr<CredentialSession> session = m_sessions.value(key).lock();
    if (!session) {
        session = makeCredentialSession(profile, m_access, m_clock);
        m_sessions.insert(key, session);
    }
    return session;
}

void MonitorHub::setProfiles(const QList<Profile> &profiles)
{
    m_profiles = profiles;
    QList<Profile> watched;
    for (const Profile &profile : profiles)
        watched.append(withSharedSettings(profile, m_access));
    watchProfiles(watched);
}

void MonitorHub::watchProfiles(const QList<Profile> &profiles)
{
    // What ends goes first, so that a successor finds nothing of it left, rate limits included.
    std::vector<std::unique_ptr<RegionMonitor>> ended;
    const auto ends = [this, &profiles](const std::unique_ptr<RegionMonitor> &region) {
        const Profile &old = region->profile();
        const bool stays
            = std::any_of(profiles.begin(), profiles.end(), [&old](const Profile &one) {
                  return one.id == old.id && sameConnections(old, one);
              });
        if (!stays)
            Q_EMIT regionRemoved(old.id);
        const bool repointed
            = std::any_of(profiles.begin(), profiles.end(), [&old](const Profile &one) {
                  return one.id == old.id && leadsElsewhere(old, one);
              });
        if (repointed && m_recorder)
            m_recorder->forgetProfile(old.id);
        const bool gone = std::none_of(profiles.begin(), profiles.end(),
                                       [&old](const Profile &one) { return one.id == old.id; });
        if (gone)
            m_calls->forgetProfile(old.id);
        return !stays;
    };
    // Whoever hears of their last calls may look at all regions, so none may be half gone then.
    for (std::unique_ptr<RegionMonitor> &region : std::exchange(m_regions, {}))
        (ends(region) ? ended : m_regions).push_back(std::move(region));
    ended.clear();
    std::vector<std::unique_ptr<RegionMonitor>> kept = std::exchange(m_regions, {});
    std::vector<RegionMonitor *> added;
    for (const Profile &profile : profiles) {
        const auto found = std::find_if(kept.begin(), kept.end(), [&profile](const auto &region) {
            return region && region->profile().id == profile.id;
        });
        if (found != kept.end()) {
            (*found)->relabel(profile);
            m_regions.push_back(std::move(*found));
        } else {
            m_regions.push_back(makeRegion(profile));
            added.push_back(m_regions.back().get());
        }
    }
    for (RegionMonitor *region : added) {
        Q_EMIT regionAdded(region);
        region->start();
    }
    Q_EMIT regionsRelabelled();
}

QList<RegionMonitor *> MonitorHub::regions() const
{
    QList<RegionMonitor *> all;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        all.append(region.get());
    return all;
}

RegionMonitor *MonitorHub::region(const QString &profileId) const
{
    for (const std::unique_ptr<RegionMonitor> &region : m_regions) {
        if (region->profile().id == profileId)
            return region.get();
    }
    return nullptr;
}

void MonitorHub::refreshAll()
{
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->refreshNow();
}

void MonitorHub::cancelRefresh()
{
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->cancelRefresh();
}

void MonitorHub::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->setPausedWithAll(paused);
    Q_EMIT pausedChanged(paused);
}

void MonitorHub::setHealthWatched(bool watched)
{
    m_healthWatched = watched;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->setHealthWatched(watched);
}

void MonitorHub::interrupted(StaleCause reason)
{
    m_limiters->drain();
    for (const std::unique_ptr<RegionMonitor> &region : m_regions) {
        if (reason != StaleCause::NetworkLost || needsNetwork(region->profile()))
            region->markStale(reason);
    }
    if (reason != StaleCause::NetworkLost)
        refreshInOrder();
}

void MonitorHub::networkReturned()
{
    interrupted(StaleCause::NetworkLost); // connections made before won't answer
    refreshInOrder();
}

void MonitorHub::refreshInOrder()
{
    std::vector<const Profile *> order;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        order.push_back(&region->profile());
    std::stable_sort(order.begin(), order.end(), [this](const Profile *a, const Profile *b) {
        const auto rank = [this](const Profile *one) {
            return one->id == m_attended ? 0 : one->production ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    m_toRefresh.clear();
    for (const Profile *profile : order)
        m_toRefresh.append(profile->id);
    refreshNext();
}

void MonitorHub::refreshNext()
{
    if (m_toRefresh.isEmpty())
        return;
    if (RegionMonitor *next = region(m_toRefresh.takeFirst()))
        next->refreshNow(RefreshCause::Itself);
    // Many regions behind one wire, or one proxy, need not all start in the same instant.
    const int jitter = QRandomGenerator::global()->bounded(kRefreshApartMs);
    m_refreshTimer.start(kRefreshApartMs / 2 + jitter);
}

void MonitorHub::tellVisible(RegionMonitor &region) const
{
    if (m_visibleHealth)
        region.setVisibleHealth(m_visibleHealth->value(region.profile().id));
    else
        region.setVisibleHealth(std::nullopt);
}

void MonitorHub::setVisibleHealth(const std::optional<QHash<QString, QSet<QString>>> &legs)
{
    m_visibleHealth = legs;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        tellVisible(*region);
}

void MonitorHub::setSelectedHealth(const QHash<QString, QSet<QString>> &channelIds)
{
    m_selectedHealth = channelIds;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->setSelectedHealth(channelIds.value(region->profile().id));
}

void MonitorHub::setPinnedChannels(const QHash<QString, QSet<QString>> &channelIds)
{
    m_pinned = channelIds;
    for (const std::unique_ptr<RegionMonitor> &region : m_regions)
        region->setPinnedChannels(channelIds.value(region->profile().id));
}

void MonitorHub::proxyPasswordsChanged(const QString &profileId)
{
    if (RegionMonitor *changed = region(profileId))
        changed->proxyPasswordsChanged();
}

void MonitorHub::credentialsChanged(const QString &profileId)
{
    if (RegionMonitor *changed = region(profileId))
        changed->credentialsChanged();
}

} // namespace tallylight::monitor
