// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "models/tablemodel.h"
#include "monitor/regionstatus.h"

#include <QHash>
#include <QList>
#include <QString>

namespace tallylight::ui {

/// One region as the side bar, the header and the messages see it: its profile, its status and the
/// verdict over both. A value, remade once a second.
struct RegionOverview
{
    Profile profile;
    monitor::RegionStatus status;
    models::LevelCounts counts; ///< of its rows in Channels Health
    models::StateLevel level = models::StateLevel::Unknown;
    QString keysLine; ///< how long its credentials last; empty when nobody knows
    QString line; ///< "eu-central-1 · 4 s ago", "stale since 21:04:10 UTC", "no keys"

    bool operator==(const RegionOverview &other) const
    {
        return profile == other.profile && counts == other.counts && level == other.level
            && line == other.line && status.refreshing == other.status.refreshing
            && status.runningCount == other.status.runningCount
            && status.channelCount == other.status.channelCount;
    }
};

/// How many health rows of each level every profile has.
QHash<QString, models::LevelCounts> countsPerProfile(const models::TableModel &health);

/// The verdict on one region: the worst of its rows, and Unknown at best while it is not freshly
/// observed, paused or without usable credentials. Never Ok on a guess.
models::StateLevel regionLevel(const monitor::RegionStatus &status,
                               const models::LevelCounts &counts, const QDateTime &utcNow);

/// The worst over all regions; None for an empty list. Never Ok while any of them is Unknown.
models::StateLevel overallLevel(const QList<RegionOverview> &regions);
/// All their rows together; a region nothing is known about counts as one unknown.
models::LevelCounts overallCounts(const QList<RegionOverview> &regions);

/// The second line of a region in the side bar: how old what is shown is, or why it is not up to
/// date.
QString regionLine(const monitor::RegionStatus &status, const QDateTime &utcNow,
                   models::TimeZoneChoice zone);

/// "Live", "Waiting for credentials", … for the General page.
QString phaseText(monitor::Phase phase);

/// What keeps a profile's keys from being used, in a few words, and what to do about it.
QString secretProblemTitle(monitor::SecretProblem problem);
QString secretProblemAdvice(monitor::SecretProblem problem);

} // namespace tallylight::ui
