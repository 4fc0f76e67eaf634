// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace tallylight {

/// A group of AWS regions with its own DNS suffix (aws-facts §6).
struct Partition
{
    QString id; ///< "aws", "aws-us-gov", …
    QString dnsSuffix; ///< "amazonaws.com", …

    bool operator==(const Partition &) const = default;
};

/// The AWS services spoken to.
enum class Service {
    MediaLive,
    CloudWatch,
    Sts,
    SsoOidc, ///< IAM Identity Center: signs people in
    SsoPortal, ///< IAM Identity Center: accounts, roles and their credentials
};

/// The name used in credential scopes: medialive, monitoring, sts, sso-oauth, awsssoportal.
QString signingName(Service service);

/// Regions where MediaLive is known to exist, as suggestions; the list ages, so any name that fits
/// a partition is accepted too.
QStringList knownRegions();

/// The partition \a region belongs to; nullopt when the name fits none, which makes it invalid.
std::optional<Partition> partitionForRegion(const QString &region);

/// "https://medialive.eu-central-1.amazonaws.com"; invalid for an invalid region.
QUrl defaultEndpoint(Service service, const QString &region);

/// "https://medialive-fips.us-east-1.amazonaws.com"; GovCloud's monitoring and sts hosts are FIPS
/// ones as they are (aws-facts §6). Invalid for an invalid region.
QUrl fipsEndpoint(Service service, const QString &region);

/// What is wrong with an endpoint override.
enum class EndpointProblem {
    None,
    Invalid, ///< not an absolute URL with a host
    Scheme, ///< neither https nor http
    PlainHttp, ///< http:// to a host that is not loopback
    Extra, ///< carries a path, query, fragment or user name
};

/// An override may change host and port only; http:// is for loopback (DESIGN §4).
EndpointProblem checkEndpoint(const QUrl &url);

/// localhost, *.localhost, 127.0.0.0/8 or ::1.
bool isLoopbackHost(const QString &host);

} // namespace tallylight
