// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assumerole.h"
#include "core/awsconfig.h"
#include "core/credentials.h"
#include "core/expected.h"
#include "core/profile.h"
#include "core/region.h"
#include "core/ssosource.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

#include <optional>

namespace tallylight {

/// Why a profile of the shared files leads to no credentials, or may not be used with them.
struct PlanProblem
{
    enum class Kind {
        ProfileMissing, ///< no file has a profile of that name
        NoCredentials, ///< the profile exists and says nothing about credentials
        KeysIncomplete, ///< one half of the key pair; key names what is missing
        Loop, ///< source_profile leads back to where it came from
        TooDeep, ///< more than ten roles after one another
        RoleSourceMissing, ///< role_arn without source_profile and credential_source
        RoleSourceTwice, ///< role_arn with both
        BadCredentialSource, ///< a credential_source AWS doesn't define
        NotOnDesktop, ///< Ec2InstanceMetadata, EcsContainer: there is none on a desktop
        BadDuration, ///< duration_seconds is no number from 900 to 43200
        SsoIncomplete, ///< key names what is missing
        SsoSessionMissing, ///< sso_session names a section that isn't there
        WebIdentity, ///< web_identity_token_file: not supported
        LoginSession, ///< login_session of "aws login": not supported
        EndpointUnusable, ///< an override of an endpoint that may not be one; key says which
    };
    Kind kind = Kind::ProfileMissing;
    QString profile; ///< where in the chain
    QString key; ///< the key, or the variable, in question; may be empty
    Service service = Service::MediaLive; ///< for EndpointUnusable: whose
    EndpointProblem endpoint = EndpointProblem::None; ///< for EndpointUnusable: why

    bool operator==(const PlanProblem &) const = default;
};

/// How to get at a profile's credentials: something to begin with, then roles one after another.
struct CredentialPlan
{
    enum class Base {
        StaticKeys, ///< keys holds them
        Environment, ///< AWS_ACCESS_KEY_ID and its like
        Process, ///< process is to be run, without a shell
        Sso, ///< a signed-in session of IAM Identity Center
    };
    Base base = Base::StaticKeys;
    Credentials keys;
    QString process;
    SsoSource sso;
    QList<AssumeRole> roles; ///< in the order they are assumed
    QString region; ///< the profile's own; empty when it names none
    /// Overrides of endpoints that can't be used. Whether they are in the way depends on what else
    /// says where to go: see refusedEndpoint().
    QList<PlanProblem> refusedEndpoints;

    bool operator==(const CredentialPlan &) const = default;
};

/// Follows profile \a name through \a config, in the order the AWS command line looks: a role, web
/// identity, SSO (where an account or a role is named; an sso_session alone serves "aws sso
/// login"), keys of the credentials file, a process, keys of the config file (aws-facts §5.1). Of
/// \a environment only what awsProfileSettings() reads counts.
Expected<CredentialPlan, PlanProblem> credentialPlan(const AwsConfig &config, const QString &name,
                                                     const QProcessEnvironment &environment = {});

/// The first endpoint of \a plan that can't be used and that \a own, the region profile's
/// overrides, don't replace. With one, nothing may be asked: whoever sends the requests elsewhere
/// does not want them to go to AWS instead.
std::optional<PlanProblem> refusedEndpoint(const CredentialPlan &plan,
                                           const EndpointOverrides &own);

/// What a profile says beside its credentials.
struct AwsProfileSettings
{
    QString region;
    QUrl medialive; ///< overrides of endpoints; empty when there is none, or none to be used
    QUrl monitoring;
    QUrl sts;
    QList<PlanProblem> refusedEndpoints; ///< those that checkEndpoint() refuses
    QString caBundle; ///< path of a PEM file
    bool useFips = false;
};

/// Reads region, endpoint_url (with its services section), ignore_configured_endpoint_urls,
/// use_fips_endpoint and ca_bundle of \a name. Variables of \a environment count before the files,
/// in botocore's order (aws-facts §5.1): AWS_ENDPOINT_URL_<SERVICE>, AWS_ENDPOINT_URL,
/// AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, AWS_USE_FIPS_ENDPOINT and AWS_CA_BUNDLE. An empty URL or
/// path says nothing; an empty switch means no.
AwsProfileSettings awsProfileSettings(const AwsConfig &config, const QString &name,
                                      const QProcessEnvironment &environment = {});

/// \a profile with what \a settings say where it says nothing itself: endpoints, if they are such
/// as a profile may have, and FIPS hosts. The region is always the profile's own.
Profile withAwsSettings(Profile profile, const AwsProfileSettings &settings);

} // namespace tallylight
