// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsconfig.h"
#include "core/credentials.h"
#include "core/expected.h"
#include "core/ssosource.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace tallylight {

/// One role to assume (STS AssumeRole, aws-facts §5.2). Holds no secret.
struct AssumeRole
{
    QString roleArn;
    QString externalId; ///< empty when the role asks for none
    QString mfaSerial; ///< the MFA device whose code is needed; empty for none
    QString sessionName; ///< empty for a name of our own
    int durationSeconds = 0; ///< 900 … 43200; 0 leaves it to STS (an hour)

    bool isSet() const { return !roleArn.isEmpty(); }
    bool operator==(const AssumeRole &) const = default;
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

} // namespace tallylight
