// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/monitorhub.h"
#include "ui/callrate.h"
#include "ui/overview.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace tallylight::ui {

/// Keeps the overview of all regions up to date: after news from a region, and with every second
/// that passes.
class OverviewFeed final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the feed.
    OverviewFeed(monitor::MonitorHub &hub, const models::TableModel &health, const Clock &clock,
                 QObject *parent = nullptr);
    ~OverviewFeed() override;

    /// In the profiles' order.
    const QList<RegionOverview> &regions() const { return m_regions; }
    void setTimeZone(models::TimeZoneChoice zone);
    /// Computes everything again, at once.
    void refresh();
    /// MediaLive requests a second of one profile, or of all for an empty id.
    double requestsPerSecond(const QString &profileId);

Q_SIGNALS:
    void changed();

private:
    void addRegion(monitor::RegionMonitor *region);

    monitor::MonitorHub &m_hub;
    const models::TableModel &m_health;
    const Clock &m_clock;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QList<RegionOverview> m_regions;
    QHash<QString, CallRate> m_rates; // by profile id
    QTimer m_timer;
};

} // namespace tallylight::ui
