// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview.h"

#include <QList>
#include <QString>

namespace tallylight::ui {

/// One line about a region: what it is, and what is known of it.
struct RegionFact
{
    QString label;
    QString value;
    QString toolTip{}; ///< the same at length, where there is more to say

    bool operator==(const RegionFact &) const = default;
};

/// One API of a region in words.
struct ServiceFacts
{
    QString name;
    QString endpoint;
    QString calls;
    QString failed;
    QString throttled;
    QString metrics; ///< requested; "–" for services that are not billed by metric
    QString lastSuccess;
    QString lastError; ///< title, when, and what to do about it; empty for none
    QString errorDetails; ///< for a tool tip
    bool errorIsCurrent = false; ///< nothing has succeeded since

    bool operator==(const ServiceFacts &) const = default;
};

/// Account, identity, region, phase, clock and how fresh each kind of data is.
QList<RegionFact> regionFacts(const RegionOverview &region, const QDateTime &utcNow,
                              models::TimeZoneChoice zone);

/// MediaLive, CloudWatch and STS, in this order.
QList<ServiceFacts> serviceFacts(const RegionOverview &region, const QDateTime &utcNow,
                                 models::TimeZoneChoice zone);

/// Titles of the columns of ServiceFacts, name first, error last.
QStringList serviceFactTitles();

/// All of it as plain text, for the clipboard.
QString factsAsText(const RegionOverview &region, const QDateTime &utcNow,
                    models::TimeZoneChoice zone);

} // namespace tallylight::ui
