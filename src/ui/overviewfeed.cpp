// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overviewfeed.h"

#include "monitor/regionmonitor.h"
#include "ui/credentialtext.h"

namespace tallylight::ui {

using namespace std::chrono_literals;
using monitor::MonitorHub;
using monitor::RegionMonitor;

namespace {

// News come in bursts; the side bar need not follow each of them.
constexpr std::chrono::milliseconds kDelay = 150ms;

} // namespace

OverviewFeed::OverviewFeed(MonitorHub &hub, const models::TableModel &health, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_health(health)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &OverviewFeed::refresh);
    connect(&m_hub, &MonitorHub::regionAdded, this, &OverviewFeed::addRegion);
    connect(&m_hub, &MonitorHub::regionRemoved, this, [this](const QString &id) {
        m_rates.remove(id);
        m_regions.removeIf([&id](const RegionOverview &region) { return region.profile.id == id; });
        m_timer.start();
        Q_EMIT changed();
    });
    connect(&m_hub, &MonitorHub::regionsRelabelled, this, &OverviewFeed::refresh);
    connect(&m_hub, &MonitorHub::pausedChanged, &m_timer, qOverload<>(&QTimer::start));
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (RegionMonitor *region : regions)
        addRegion(region);
    refresh();
}

OverviewFeed::~OverviewFeed() = default;

void OverviewFeed::addRegion(RegionMonitor *region)
{
    const auto schedule = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(region, &RegionMonitor::statusChanged, this, schedule);
    connect(region, &RegionMonitor::callFinished, this,
            [this, id = region->profile().id](const CallRecord &record) {
                if (record.service == Service::MediaLive)
                    m_rates[id].add(m_clock.elapsed(), record.attempts);
            });
    schedule();
}

void OverviewFeed::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    refresh();
}

void OverviewFeed::refresh()
{
    m_timer.stop();
    const QDateTime now = m_clock.utcNow();
    const QHash<QString, models::LevelCounts> counts = countsPerProfile(m_health);
    QList<RegionOverview> fresh;
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (const RegionMonitor *region : regions) {
        RegionOverview one;
        one.profile = region->profile();
        one.status = region->status();
        one.counts = counts.value(one.profile.id);
        one.level = regionLevel(one.status, one.counts, now);
        one.line = regionLine(one.status, now, m_zone);
        one.keysLine = credentialsText(one.status.credentials, now, m_zone);
        fresh.append(one);
    }
    m_regions = fresh;
    Q_EMIT changed();
}

double OverviewFeed::requestsPerSecond(const QString &profileId)
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    if (!profileId.isEmpty())
        return m_rates[profileId].perSecond(now);
    double all = 0.0;
    for (CallRate &rate : m_rates)
        all += rate.perSecond(now);
    return all;
}

} // namespace tallylight::ui
