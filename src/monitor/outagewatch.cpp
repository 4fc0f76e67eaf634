// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/outagewatch.h"

#include "core/errorcodes.h"
#include "core/region.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"

#include <QUrl>

#include <utility>

namespace tallylight::monitor {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTogether = 60s;
constexpr std::chrono::milliseconds kProbeEvery = 15s;
constexpr int kHostsForAnOutage = 2;

/// The host of "host:port" or "[::1]:port".
QString hostOf(const QString &authority)
{
    QUrl url;
    url.setAuthority(authority);
    return url.host();
}

/// No connection came about; a proxy that wants a password is there and answers.
bool saysUnreachable(const ApiError &error)
{
    const bool proxyAnswered = error.code == errorcodes::kProxyPasswordMissing
        || error.code == errorcodes::kProxyPasswordRefused
        || error.code == errorcodes::kProxyTunnelRefused;
    return (error.category == ErrorCategory::Network || error.category == ErrorCategory::Timeout)
        && !proxyAnswered;
}

} // namespace

OutageWatch::OutageWatch(MonitorHub &hub, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_clock(clock)
{
    m_probe.setInterval(kProbeEvery);
    connect(&m_probe, &QTimer::timeout, this, &OutageWatch::probe);
    connect(&hub, &MonitorHub::regionAdded, this, &OutageWatch::watch);
    for (RegionMonitor *region : hub.regions())
        watch(region);
}

void OutageWatch::watch(RegionMonitor *region)
{
    connect(region, &RegionMonitor::callFinished, this, &OutageWatch::take);
}

void OutageWatch::take(const CallRecord &record)
{
    if (record.host.isEmpty() || isLoopbackHost(hostOf(record.host)))
        return;
    // Any answer will do, a refusal as well as an error of the server.
    if (record.httpStatus != 0 && !(record.error && saysUnreachable(*record.error))) {
        m_failed.clear();
        m_probe.stop();
        if (std::exchange(m_lost, false))
            Q_EMIT returned();
        return;
    }
    if (!record.error || !saysUnreachable(*record.error))
        return;
    const std::chrono::milliseconds now = m_clock.elapsed();
    m_failed.insert(record.host, now);
    m_failed.removeIf([now](const auto &entry) { return now - entry.value() > kTogether; });
    if (m_failed.size() < kHostsForAnOutage || std::exchange(m_lost, true))
        return;
    m_probe.start();
    Q_EMIT lost();
}

void OutageWatch::probe()
{
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (qsizetype i = 0; i < regions.size(); ++i) {
        RegionMonitor *region = regions.at(m_nextProbe++ % regions.size());
        if (region->isPaused()
            || isLoopbackHost(region->profile().endpoint(Service::MediaLive).host()))
            continue;
        region->refreshNow(RefreshCause::Itself);
        return;
    }
}

} // namespace tallylight::monitor
