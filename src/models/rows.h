// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/freshness.h"
#include "core/health.h"
#include "core/history.h"
#include "core/input.h"

#include <QString>

namespace tallylight::models {

/// The part of a region profile every row carries.
struct ProfileTag
{
    QString id;
    QString name;
    QString region;
    QString color; ///< "#rrggbb"; empty for none
    bool production = false;

    bool operator==(const ProfileTag &) const = default;
};

/// A row of the Inputs table.
struct InputRow
{
    ProfileTag profile;
    Input input;
    Freshness freshness;
};

/// A row of the Channels table.
struct ChannelRow
{
    ProfileTag profile;
    Channel channel;
    Freshness freshness;
    StateSince since; ///< empty state when nothing is known
};

/// A row of Channels Health: one running pipeline, or one channel that doesn't run.
struct HealthRow
{
    ProfileTag profile;
    PipelineHealth health;
    Freshness inventory; ///< of the channel's state and redundancy
    Freshness alerts; ///< of the alert sweep over this channel
    Freshness metrics; ///< of the readings; never observed while nobody has asked for metrics
    Freshness description{}; ///< of the active input
    StateSince since{}; ///< since when the channel is in its state; empty state when not known
};

/// A row of the alerts table.
struct AlertRow
{
    ProfileTag profile;
    ChannelAlert alert;
    QString channelName;
    Freshness freshness;
    AlertEnding ending = AlertEnding::Set;
};

/// Row keys: "profileId/id", for health "profileId/channelId/pipeline" and for alerts
/// "profileId/channelId/alertId/set time", because AWS reuses alert ids.
QString inputKey(const QString &profileId, const QString &inputId);
QString channelKey(const QString &profileId, const QString &channelId);
QString healthKey(const QString &profileId, const QString &channelId, const QString &pipeline);
QString alertKey(const QString &profileId, const ChannelAlert &alert);

QString rowKey(const InputRow &row);
QString rowKey(const ChannelRow &row);
QString rowKey(const HealthRow &row);
QString rowKey(const AlertRow &row);

/// True when both rows show the same, whenever they were observed.
bool sameContent(const InputRow &a, const InputRow &b);
bool sameContent(const ChannelRow &a, const ChannelRow &b);
bool sameContent(const HealthRow &a, const HealthRow &b);
bool sameContent(const AlertRow &a, const AlertRow &b);

/// True when both rows were observed at the same times with the same outcome.
bool sameObservation(const InputRow &a, const InputRow &b);
bool sameObservation(const ChannelRow &a, const ChannelRow &b);
bool sameObservation(const HealthRow &a, const HealthRow &b);
bool sameObservation(const AlertRow &a, const AlertRow &b);

/// True when what went wrong while observing, if anything, is of the same kind in both.
bool sameTrouble(const Freshness &a, const Freshness &b);
bool sameTrouble(const InputRow &a, const InputRow &b);
bool sameTrouble(const ChannelRow &a, const ChannelRow &b);
bool sameTrouble(const HealthRow &a, const HealthRow &b);
bool sameTrouble(const AlertRow &a, const AlertRow &b);

/// The member that KeyedTableModel::updateFreshness() renews; for health it is that of the
/// inventory.
template<typename Row> inline constexpr Freshness Row::*kMainFreshness = &Row::freshness;
template<> inline constexpr Freshness HealthRow::*kMainFreshness<HealthRow> = &HealthRow::inventory;

} // namespace tallylight::models
