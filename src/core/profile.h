// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assumerole.h"
#include "core/region.h"
#include "core/ssosource.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

namespace tallylight {

/// Where a profile's credentials come from (DESIGN §4).
enum class CredentialSource {
    Keychain, ///< access key id, secret and session token in the OS keychain
    Environment, ///< AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN
    AwsProfile, ///< the shared config and credentials files
    Sso, ///< a role of IAM Identity Center
};

/// How one of the two connections reaches its host.
struct ProxySetting
{
    enum class Mode { System, None, Manual };

    Mode mode = Mode::System;
    /// For Manual: http:// or socks5:// host and port, and the name of a user where the proxy wants
    /// one. Never carries a password, which is kept in the keychain.
    QUrl url;

    bool operator==(const ProxySetting &) const = default;
};

/// Overrides of the hosts that otherwise follow from the region; an empty URL means no override.
struct EndpointOverrides
{
    QUrl medialive;
    QUrl monitoring;
    QUrl sts;

    bool operator==(const EndpointOverrides &) const = default;
};

/// A region of an account, and how to watch it. Holds no secret; the account id is the only
/// identifier kept outside the keychain.
struct Profile
{
    QString id; ///< a UUID without braces, never shown
    QString name;
    QString region;
    QString accountId; ///< filled in from STS; empty until then
    QString color; ///< "#rrggbb"; empty for none
    bool production = false;
    CredentialSource credentialSource = CredentialSource::Keychain;
    QString awsProfile; ///< for AwsProfile
    /// For Sso; in profiles.json beside "source": "sso" as ssoStartUrl, ssoRegion, ssoSessionName,
    /// accountId and roleName. A version that doesn't know the source leaves the file untouched.
    SsoSource sso;
    AssumeRole assumeRole; ///< assumed with what the source gives; not set for none
    bool useFips = false; ///< hosts that follow from the region are the FIPS ones; never stored
    EndpointOverrides endpoints;
    ProxySetting medialiveProxy;
    ProxySetting monitoringProxy;
    QString
        caFile; ///< PEM file with authorities to trust besides the system's, for all connections
    double medialiveRequestsPerSecond = 3.0;
    double cloudwatchBudgetUsdPerMonth = 25.0;
    bool useFreeMetricStatistics = true; ///< GetMetricStatistics within the free requests
    int inventorySeconds = 10;
    int metricsSeconds = 60;
    QJsonObject unknownFields; ///< keys a newer minor version wrote, kept when saving

    bool operator==(const Profile &) const = default;

    /// The host to talk to: the override, or what follows from the region.
    QUrl endpoint(Service service) const;
    /// How \a service's connection reaches it; STS shares MediaLive's proxy.
    const ProxySetting &proxy(Service service) const;
};

/// One thing that keeps a profile from being saved.
enum class ProfileProblem {
    NameMissing,
    NameTaken,
    RegionMissing,
    RegionInvalid,
    MediaLiveEndpoint,
    MonitoringEndpoint,
    StsEndpoint,
    MediaLiveProxy,
    MonitoringProxy,
    CaFileRelative, ///< a path that depends on where the program was started
    AwsProfileMissing,
    SsoStartUrl, ///< missing, or no https:// address
    SsoRegion, ///< no name of a region
    SsoAccount, ///< not chosen, or not 12 digits
    SsoRole, ///< not chosen, or no name of a permission set
    RateTooHigh, ///< above 5/s without an endpoint override (aws-facts §8)
    RateTooLow,
    InventoryInterval, ///< outside 2 s … 1 h
    MetricsInterval, ///< outside 10 s … 1 h
    BudgetNegative,
    RoleArn,
    RoleExternalId,
    RoleMfaSerial,
    RoleSessionName,
    RoleDuration,
};

/// Everything wrong with \a profile beside \a others (which may contain an older copy of itself).
QList<ProfileProblem> validateProfile(const Profile &profile, const QList<Profile> &others);

/// Brings request rate, budget and intervals to the nearest value validateProfile() accepts.
void clampToLimits(Profile &profile);

/// A new profile with a fresh id and the defaults of DESIGN §4.
Profile makeProfile();

/// A copy with a fresh id and a name that is not taken: "Frankfurt prod 2".
Profile duplicateProfile(const Profile &original, const QList<Profile> &existing);

} // namespace tallylight
