// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assumerole.h"
#include "core/awsconfig.h"
#include "core/credentials.h"
#include "core/expected.h"
#include "core/profile.h"
#include "core/ssosource.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace tallylight {

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

    bool operator==(const CredentialPlan &) const = default;
};

/// Why a profile of the shared files leads to no credentials.
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
    };
    Kind kind = Kind::ProfileMissing;
    QString profile; ///< where in the chain
    QString key; ///< the key in question; may be empty

    bool operator==(const PlanProblem &) const = default;
};

/// Follows profile \a name through \a config, in the order the AWS command line looks: a role, web
/// identity, SSO, keys of the credentials file, a process, keys of the config file (aws-facts
/// §5.1).
Expected<CredentialPlan, PlanProblem> credentialPlan(const AwsConfig &config, const QString &name);

/// What a profile says beside its credentials.
struct AwsProfileSettings
{
    QString region;
    QUrl medialive; ///< overrides of endpoints; empty when there is none
    QUrl monitoring;
    QUrl sts;
    QString caBundle; ///< path of a PEM file
    bool useFips = false;
};

/// Reads region, endpoint_url (with its services section), use_fips_endpoint and ca_bundle of \a
/// name. Environment variables are not looked at.
AwsProfileSettings awsProfileSettings(const AwsConfig &config, const QString &name);

/// \a profile with what \a settings say where it says nothing itself: endpoints, if they are such
/// as a profile may have, and FIPS hosts. The region is always the profile's own.
Profile withAwsSettings(Profile profile, const AwsProfileSettings &settings);

} // namespace tallylight
