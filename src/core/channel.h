// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channeltraits.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace tallylight {

/// An input wired into a channel (aws-facts §1.5 InputAttachment).
struct InputAttachment
{
    QString name;
    QString inputId;
    QString secondaryInputId; ///< set when automatic input failover is configured
    QString inputPreference; ///< EQUAL_INPUT_PREFERENCE, PRIMARY_INPUT_PREFERRED; empty without
                             ///< failover

    bool operator==(const InputAttachment &) const = default;
};

/// One output destination: URLs, or the MediaPackage, multiplex or router target it stands for.
struct ChannelDestination
{
    QString id;
    QStringList targets; ///< one readable line per leg or target

    bool operator==(const ChannelDestination &) const = default;
};

/// The weekly maintenance window and what is due (aws-facts §1.5 MaintenanceStatus).
struct Maintenance
{
    QString day; ///< MONDAY…; UTC
    QString startTime; ///< "02:00", UTC
    QDateTime deadline; ///< UTC; invalid when nothing is due
    QDateTime scheduled; ///< UTC; invalid when not scheduled

    bool operator==(const Maintenance &) const = default;
};

/// An encoder engine version and when AWS retires it.
struct EngineVersion
{
    QString version;
    QDateTime expiresAt; ///< UTC; invalid when AWS gives no date

    bool operator==(const EngineVersion &) const = default;
};

/// What one leg is doing right now; only DescribeChannel tells.
struct PipelineDetail
{
    QString pipelineId; ///< "0" or "1"
    QString activeInputAttachment;
    QString activeInputSwitchAction;

    bool operator==(const PipelineDetail &) const = default;
};

/// One MediaLive channel as ListChannels gives it; DescribeChannel adds pipelineDetails,
/// outputGroups and most traits. Enumerations stay text, because AWS adds values; an absent field is empty.
struct Channel
{
    QString id;
    QString name;
    QString arn;
    QString state; ///< IDLE, STARTING, RUNNING, RECOVERING, …
    QString channelClass; ///< STANDARD, SINGLE_PIPELINE
    QString logLevel;
    QString roleArn;
    std::optional<int> pipelinesRunning;
    QString inputCodec; ///< inputSpecification: MPEG2, AVC, HEVC
    QString inputBitrate; ///< MAX_10_MBPS, …
    QString inputResolution; ///< SD, HD, UHD
    QString cdiResolution;
    QList<InputAttachment> inputAttachments;
    QList<ChannelDestination> destinations;
    QStringList egressIps;
    Maintenance maintenance;
    EngineVersion engine; ///< what was asked for
    QList<EngineVersion> usedEngines; ///< what the running pipelines use
    QString anywhereClusterId;
    QMap<QString, QString> tags;
    QList<PipelineDetail> pipelineDetails; ///< DescribeChannel only
    QStringList outputGroups; ///< DescribeChannel only
    ChannelTraits traits;

    bool operator==(const Channel &) const = default;

    /// 2 for STANDARD, 1 for SINGLE_PIPELINE, nullopt for a class this version doesn't know.
    std::optional<int> pipelinesExpected() const
    {
        if (channelClass == u"STANDARD")
            return 2;
        if (channelClass == u"SINGLE_PIPELINE")
            return 1;
        return std::nullopt;
    }

    /// True while the channel is meant to produce metrics and alerts.
    bool isRunning() const { return state == u"RUNNING" || state == u"RECOVERING"; }
};

} // namespace tallylight
