// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

// The hard limit AWS sets for one account and region, shared by everyone (aws-facts §8).
constexpr double kMediaLiveHardLimit = 5.0;
constexpr double kMinRate = 0.1;
constexpr double kMaxRate = 1e6; // with an endpoint of its own
constexpr double kMaxBudgetUsd = 1e9;
constexpr int kMinInventorySeconds = 2;
constexpr int kMinMetricsSeconds = 10;
constexpr int kMaxSeconds = 3600;

bool nameTaken(const QString &name, const QString &exceptId, const QList<Profile> &profiles)
{
    return std::any_of(profiles.begin(), profiles.end(), [&](const Profile &other) {
        return other.id != exceptId && other.name.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool proxyIsUsable(const ProxySetting &proxy)
{
    if (proxy.mode != ProxySetting::Mode::Manual)
        return true;
    const QString scheme = proxy.url.scheme();
    return proxy.url.isValid() && !proxy.url.host().isEmpty() && proxy.url.port() > 0
        && (scheme == u"http"_s || scheme == u"socks5"_s) && proxy.url.password().isEmpty();
}

QList<ProfileProblem> ssoProblems(const SsoSource &sso)
{
    static const QRegularExpression account(u"\\A[0-9]{12}\\z"_s);
    static const QRegularExpression role(u"\\A[\\w+=,.@-]{1,64}\\z"_s); // as IAM names roles
    QList<ProfileProblem> problems;
    if (!isStartUrl(sso.startUrl))
        problems << ProfileProblem::SsoStartUrl;
    if (!partitionForRegion(sso.region))
        problems << ProfileProblem::SsoRegion;
    if (!account.match(sso.accountId).hasMatch())
        problems << ProfileProblem::SsoAccount;
    if (!role.match(sso.roleName).hasMatch())
        problems << ProfileProblem::SsoRole;
    return problems;
}

/// On any platform: profiles may travel, and no file is looked at here.
bool isAbsolutePath(const QString &path)
{
    static const QRegularExpression drive(u"\\A[A-Za-z]:[\\\\/]"_s);
    return path.startsWith(u'/') || path.startsWith(u"\\\\"_s) || drive.match(path).hasMatch();
}

bool endpointIsUsable(const QUrl &url)
{
    return url.isEmpty() || checkEndpoint(url) == EndpointProblem::None;
}

QList<ProfileProblem> roleProblems(const AssumeRole &role)
{
    QList<ProfileProblem> problems;
    for (const RoleProblem problem : validateRole(role)) {
        switch (problem) {
        case RoleProblem::NoArn:
        case RoleProblem::Arn:
            problems << ProfileProblem::RoleArn;
            break;
        case RoleProblem::ExternalId:
            problems << ProfileProblem::RoleExternalId;
            break;
        case RoleProblem::MfaSerial:
            problems << ProfileProblem::RoleMfaSerial;
            break;
        case RoleProblem::SessionName:
            problems << ProfileProblem::RoleSessionName;
            break;
        case RoleProblem::Duration:
            problems << ProfileProblem::RoleDuration;
            break;
        }
    }
    return problems;
}

} // namespace

QUrl Profile::endpoint(Service service) const
{
    QUrl override;
    switch (service) {
    case Service::MediaLive:
        override = endpoints.medialive;
        break;
    case Service::CloudWatch:
        override = endpoints.monitoring;
        break;
    case Service::Sts:
        override = endpoints.sts;
        break;
    case Service::SsoOidc:
    case Service::SsoPortal:
        return ssoEndpoint(service, sso.session());
    }
    if (!override.isEmpty())
        return override;
    return useFips ? fipsEndpoint(service, region) : defaultEndpoint(service, region);
}

const ProxySetting &Profile::proxy(Service service) const
{
    return service == Service::CloudWatch ? monitoringProxy : medialiveProxy;
}

QList<ProfileProblem> validateProfile(const Profile &profile, const QList<Profile> &others)
{
    QList<ProfileProblem> problems;
    if (profile.name.trimmed().isEmpty())
        problems << ProfileProblem::NameMissing;
    else if (nameTaken(profile.name.trimmed(), profile.id, others))
        problems << ProfileProblem::NameTaken;
    if (profile.region.isEmpty())
        problems << ProfileProblem::RegionMissing;
    else if (!partitionForRegion(profile.region))
        problems << ProfileProblem::RegionInvalid;
    if (!endpointIsUsable(profile.endpoints.medialive))
        problems << ProfileProblem::MediaLiveEndpoint;
    if (!endpointIsUsable(profile.endpoints.monitoring))
        problems << ProfileProblem::MonitoringEndpoint;
    if (!endpointIsUsable(profile.endpoints.sts))
        problems << ProfileProblem::StsEndpoint;
    if (!proxyIsUsable(profile.medialiveProxy))
        problems << ProfileProblem::MediaLiveProxy;
    if (!proxyIsUsable(profile.monitoringProxy))
        problems << ProfileProblem::MonitoringProxy;
    if (!profile.caFile.isEmpty() && !isAbsolutePath(profile.caFile))
        problems << ProfileProblem::CaFileRelative;
    if (profile.credentialSource == CredentialSource::AwsProfile && profile.awsProfile.isEmpty())
        problems << ProfileProblem::AwsProfileMissing;
    if (profile.credentialSource == CredentialSource::Sso)
        problems += ssoProblems(profile.sso);
    if (profile.medialiveRequestsPerSecond > kMediaLiveHardLimit
        && profile.endpoints.medialive.isEmpty())
        problems << ProfileProblem::RateTooHigh;
    if (!(profile.medialiveRequestsPerSecond >= kMinRate))
        problems << ProfileProblem::RateTooLow;
    if (profile.inventorySeconds < kMinInventorySeconds || profile.inventorySeconds > kMaxSeconds)
        problems << ProfileProblem::InventoryInterval;
    if (profile.metricsSeconds < kMinMetricsSeconds || profile.metricsSeconds > kMaxSeconds)
        problems << ProfileProblem::MetricsInterval;
    if (!(profile.cloudwatchBudgetUsdPerMonth >= 0.0))
        problems << ProfileProblem::BudgetNegative;
    return problems + roleProblems(profile.assumeRole);
}

void clampToLimits(Profile &profile)
{
    // fmax() also turns "not a number" into the lower limit.
    const double maxRate = profile.endpoints.medialive.isEmpty() ? kMediaLiveHardLimit : kMaxRate;
    profile.medialiveRequestsPerSecond
        = std::min(std::fmax(kMinRate, profile.medialiveRequestsPerSecond), maxRate);
    profile.cloudwatchBudgetUsdPerMonth
        = std::min(std::fmax(0.0, profile.cloudwatchBudgetUsdPerMonth), kMaxBudgetUsd);
    profile.inventorySeconds
        = std::clamp(profile.inventorySeconds, kMinInventorySeconds, kMaxSeconds);
    profile.metricsSeconds = std::clamp(profile.metricsSeconds, kMinMetricsSeconds, kMaxSeconds);
}

Profile makeProfile()
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return profile;
}

Profile duplicateProfile(const Profile &original, const QList<Profile> &existing)
{
    Profile copy = original;
    copy.id = makeProfile().id;
    static const QRegularExpression number(u" \\d+\\z"_s);
    const QString stem = QString(original.name).remove(number);
    for (int i = 2;; ++i) {
        copy.name = stem + u' ' + QString::number(i);
        if (!nameTaken(copy.name, copy.id, existing))
            return copy;
    }
}

} // namespace tallylight
