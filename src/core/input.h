// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tallylight {

/// Where a push input listens (aws-facts §1.5 InputDestination).
struct InputDestination
{
    QString ip;
    QString port;
    QString url;
    QString network;
    QString availabilityZone; ///< of the VPC interface, if it is one

    bool operator==(const InputDestination &) const = default;
};

/// Where a pull input fetches from (InputSource, SRT caller and multicast sources). Never carries a
/// password: passwordParam is only the name of a parameter.
struct InputSource
{
    QString url;
    QString username;
    QString passwordParam;

    bool operator==(const InputSource &) const = default;
};

/// One MediaLive input as ListInputs or DescribeInput gives it. Enumerations stay text, because AWS
/// adds values; an absent field is empty.
struct Input
{
    QString id;
    QString name;
    QString arn;
    QString state; ///< CREATING, DETACHED, ATTACHED, DELETING, DELETED
    QString type; ///< RTP_PUSH, SRT_CALLER, MEDIACONNECT, …
    QString inputClass; ///< STANDARD, SINGLE_PIPELINE
    QString sourceType; ///< STATIC, DYNAMIC
    QString networkLocation; ///< AWS, ON_PREMISES
    QString roleArn;
    QStringList attachedChannels; ///< channel ids
    QList<InputSource> sources;
    QList<InputDestination> destinations;
    QStringList securityGroups;
    QStringList mediaConnectFlows; ///< flow ARNs
    QStringList inputDevices; ///< device ids
    QStringList partnerInputIds;
    QStringList sdiSources;
    QMap<QString, QString> tags;

    bool operator==(const Input &) const = default;
};

} // namespace tallylight
