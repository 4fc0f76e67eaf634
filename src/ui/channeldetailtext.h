// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"
#include "models/timeformat.h"
#include "ui/channeldetail.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallylight::ui {

/// One value of the detail, with what it is called.
struct Fact
{
    QString label; ///< empty continues the one above
    QString value;
    models::StateLevel level = models::StateLevel::None; ///< None shows no shape
    QString toolTip;

    bool operator==(const Fact &) const = default;
};

/// Facts below a heading.
struct FactGroup
{
    QString heading;
    QList<Fact> facts;

    bool operator==(const FactGroup &) const = default;
};

/// One leg of the channel as its card shows it.
struct LegText
{
    QString pipeline;
    bool exists = true; ///< false for the second leg of a single-pipeline channel
    models::StateLevel level = models::StateLevel::None;
    QString state; ///< "Running", "Not running", …
    QByteArray picture; ///< encoded image; empty when there is none
    QString pictureText; ///< how old the picture is, or why there is none
    QString pictureToolTip; ///< when it was taken, in both zones
    bool pictureStale = false;
    QList<Fact> facts; ///< active input, what switched to it, alerts of this leg

    bool operator==(const LegText &) const = default;
};

/// The headline: name, state, class, pipelines, and how old all that is.
struct DetailHeadline
{
    QString name;
    models::StateLevel level = models::StateLevel::Unknown;
    QString state;
    QString redundancy; ///< "2 of 2 pipelines running"
    QString age; ///< of the inventory
    QString ageToolTip; ///< when that was, and why it is stale if it is

    bool operator==(const DetailHeadline &) const = default;
};

DetailHeadline detailHeadline(const ChannelDetail &detail, const QDateTime &utcNow);
/// \a pipeline is "0" or "1".
LegText legText(const ChannelDetail &detail, const QString &pipeline, const QDateTime &utcNow,
                models::TimeZoneChoice zone);
/// Everything that is not about one leg: inputs with failover pairs, outputs, alerts, maintenance,
/// engine, tags.
QList<FactGroup> channelFacts(const ChannelDetail &detail, const QDateTime &utcNow,
                              models::TimeZoneChoice zone);

} // namespace tallylight::ui
