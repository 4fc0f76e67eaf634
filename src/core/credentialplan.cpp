// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentialplan.h"

#include <QSet>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

using Kind = PlanProblem::Kind;

constexpr qsizetype kMaxRoles = 10;

/// A service whose endpoint can be overridden, and where that is written.
struct Overridable
{
    Service service;
    QLatin1StringView name; ///< in a services section, and in upper case in a variable
    QUrl AwsProfileSettings::*shared;
    QUrl EndpointOverrides::*own;
};

constexpr std::array kOverridable{
    Overridable{Service::MediaLive, "medialive"_L1, &AwsProfileSettings::medialive,
                &EndpointOverrides::medialive},
    Overridable{Service::CloudWatch, "cloudwatch"_L1, &AwsProfileSettings::monitoring,
                &EndpointOverrides::monitoring},
    Overridable{Service::Sts, "sts"_L1, &AwsProfileSettings::sts, &EndpointOverrides::sts},
};

bool isTrue(const QString &text)
{
    return text.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

bool hasKeys(const AwsSection &section)
{
    return section.values.contains(u"aws_access_key_id"_s) || !section.secretAccessKey.isEmpty();
}

/// Walks from a profile to its source.
class PlanMaker
{
public:
    explicit PlanMaker(const AwsConfig &config)
        : m_config(config)
    {
    }

    std::optional<PlanProblem> follow(const QString &name);
    CredentialPlan plan;

private:
    std::optional<PlanProblem> readRole(const AwsSection &section, const QString &name);
    std::optional<PlanProblem> readRoleSource(const AwsSection &section, const QString &name);
    std::optional<PlanProblem> readBase(const AwsSection &section, const QString &name);
    std::optional<PlanProblem> readSso(const AwsSection &section, const QString &name);
    std::optional<PlanProblem> readKeys(const AwsSection &section, const QString &name);

    const AwsConfig &m_config;
    QSet<QString> m_visited;
};

std::optional<PlanProblem> PlanMaker::follow(const QString &name)
{
    const auto found = m_config.profiles.constFind(name);
    if (found == m_config.profiles.constEnd())
        return PlanProblem{Kind::ProfileMissing, name, {}};
    if (m_visited.contains(name))
        return PlanProblem{Kind::Loop, name, u"source_profile"_s};
    m_visited.insert(name);
    if (found->values.contains(u"role_arn"_s)
        && !found->values.contains(u"web_identity_token_file"_s))
        return readRole(*found, name);
    return readBase(*found, name);
}

std::optional<PlanProblem> PlanMaker::readRole(const AwsSection &section, const QString &name)
{
    if (plan.roles.size() >= kMaxRoles)
        return PlanProblem{Kind::TooDeep, name, u"source_profile"_s};
    AssumeRole role;
    role.roleArn = section.value(u"role_arn"_s);
    role.externalId = section.value(u"external_id"_s);
    role.mfaSerial = section.value(u"mfa_serial"_s);
    role.sessionName = section.value(u"role_session_name"_s);
    if (section.values.contains(u"duration_seconds"_s)) {
        bool isNumber = false;
        role.durationSeconds = section.value(u"duration_seconds"_s).toInt(&isNumber);
        if (!isNumber || role.durationSeconds < kLeastRoleSeconds
            || role.durationSeconds > kMostRoleSeconds)
            return PlanProblem{Kind::BadDuration, name, u"duration_seconds"_s};
    }
    plan.roles.prepend(role); // the one nearest to the keys is assumed first
    return readRoleSource(section, name);
}

std::optional<PlanProblem> PlanMaker::readRoleSource(const AwsSection &section, const QString &name)
{
    const QString profile = section.value(u"source_profile"_s);
    const QString source = section.value(u"credential_source"_s);
    if (profile.isEmpty() && source.isEmpty())
        return PlanProblem{Kind::RoleSourceMissing, name, u"source_profile"_s};
    if (!profile.isEmpty() && !source.isEmpty())
        return PlanProblem{Kind::RoleSourceTwice, name, u"credential_source"_s};
    if (source == "Environment"_L1) {
        plan.base = CredentialPlan::Base::Environment;
        return std::nullopt;
    }
    if (source == "Ec2InstanceMetadata"_L1 || source == "EcsContainer"_L1)
        return PlanProblem{Kind::NotOnDesktop, name, source};
    if (!source.isEmpty())
        return PlanProblem{Kind::BadCredentialSource, name, u"credential_source"_s};
    // A profile may name itself: its own keys assume its role.
    if (profile == name && hasKeys(section))
        return readBase(section, name);
    const auto found = m_config.profiles.constFind(profile);
    // Keys beside a role count when the profile is somebody's source, and end the chain there.
    if (found != m_config.profiles.constEnd() && !m_visited.contains(profile) && hasKeys(*found))
        return readBase(*found, profile);
    return follow(profile);
}

std::optional<PlanProblem> PlanMaker::readBase(const AwsSection &section, const QString &name)
{
    if (section.values.contains(u"web_identity_token_file"_s))
        return PlanProblem{Kind::WebIdentity, name, u"web_identity_token_file"_s};
    // A session or a start URL alone is there for "aws sso login"; the keys come from elsewhere.
    if (section.values.contains(u"sso_account_id"_s) || section.values.contains(u"sso_role_name"_s))
        return readSso(section, name);
    if (hasKeys(section) && section.inCredentialsFile)
        return readKeys(section, name);
    if (section.values.contains(u"login_session"_s))
        return PlanProblem{Kind::LoginSession, name, u"login_session"_s};
    if (section.values.contains(u"credential_process"_s)) {
        plan.base = CredentialPlan::Base::Process;
        plan.process = section.value(u"credential_process"_s);
        return std::nullopt;
    }
    if (hasKeys(section))
        return readKeys(section, name);
    // Nothing else gives keys here, so what SSO lacks is worth more than "nothing".
    if (section.values.contains(u"sso_session"_s) || section.values.contains(u"sso_start_url"_s))
        return readSso(section, name);
    return PlanProblem{Kind::NoCredentials, name, {}};
}

std::optional<PlanProblem> PlanMaker::readSso(const AwsSection &section, const QString &name)
{
    plan.base = CredentialPlan::Base::Sso;
    SsoSource &sso = plan.sso;
    sso.sessionName = section.value(u"sso_session"_s);
    AwsSection session = section;
    if (!sso.sessionName.isEmpty()) {
        const auto found = m_config.ssoSessions.constFind(sso.sessionName);
        if (found == m_config.ssoSessions.constEnd())
            return PlanProblem{Kind::SsoSessionMissing, name, sso.sessionName};
        session = *found;
    }
    sso.startUrl = session.value(u"sso_start_url"_s);
    sso.region = session.value(u"sso_region"_s);
    sso.accountId = section.value(u"sso_account_id"_s);
    sso.roleName = section.value(u"sso_role_name"_s);
    for (const auto &[value, key] :
         {std::pair(sso.startUrl, u"sso_start_url"_s), std::pair(sso.region, u"sso_region"_s),
          std::pair(sso.accountId, u"sso_account_id"_s),
          std::pair(sso.roleName, u"sso_role_name"_s)}) {
        if (value.isEmpty())
            return PlanProblem{Kind::SsoIncomplete, name, key};
    }
    return std::nullopt;
}

std::optional<PlanProblem> PlanMaker::readKeys(const AwsSection &section, const QString &name)
{
    plan.base = CredentialPlan::Base::StaticKeys;
    plan.keys.accessKeyId = section.value(u"aws_access_key_id"_s);
    plan.keys.secretAccessKey = section.secretAccessKey;
    plan.keys.sessionToken = section.sessionToken;
    if (plan.keys.accessKeyId.isEmpty())
        return PlanProblem{Kind::KeysIncomplete, name, u"aws_access_key_id"_s};
    if (plan.keys.secretAccessKey.isEmpty())
        return PlanProblem{Kind::KeysIncomplete, name, u"aws_secret_access_key"_s};
    return std::nullopt;
}

/// An override as it is written, and the key or variable it is written in.
struct WrittenEndpoint
{
    QString text;
    QString key;
};

WrittenEndpoint endpointOf(const AwsConfig &config, const AwsSection &section,
                           const QString &service, const QProcessEnvironment &environment)
{
    const QString general = u"AWS_ENDPOINT_URL"_s;
    const QString special = general + u'_' + service.toUpper();
    const QString key = u"endpoint_url"_s;
    const AwsSection services = config.services.value(section.value(u"services"_s));
    for (const WrittenEndpoint &written :
         {WrittenEndpoint{environment.value(special), special},
          WrittenEndpoint{environment.value(general), general},
          WrittenEndpoint{services.nested.value(service).value(key), key},
          WrittenEndpoint{section.value(key), key}}) {
        if (!written.text.isEmpty())
            return written;
    }
    return {};
}

bool isSwitchedOn(const AwsSection &section, const QString &key,
                  const QProcessEnvironment &environment, const QString &variable)
{
    // A variable that is set counts whatever it holds, so that it can also switch something off.
    return isTrue(environment.contains(variable) ? environment.value(variable)
                                                 : section.value(key));
}

} // namespace

Expected<CredentialPlan, PlanProblem> credentialPlan(const AwsConfig &config, const QString &name,
                                                     const QProcessEnvironment &environment)
{
    PlanMaker maker(config);
    if (const auto problem = maker.follow(name))
        return Unexpected{*problem};
    const AwsProfileSettings settings = awsProfileSettings(config, name, environment);
    maker.plan.region = settings.region;
    maker.plan.refusedEndpoints = settings.refusedEndpoints;
    return std::move(maker.plan);
}

std::optional<PlanProblem> refusedEndpoint(const CredentialPlan &plan, const EndpointOverrides &own)
{
    for (const PlanProblem &problem : plan.refusedEndpoints) {
        for (const Overridable &one : kOverridable) {
            if (one.service == problem.service && (own.*one.own).isEmpty())
                return problem;
        }
    }
    return std::nullopt;
}

AwsProfileSettings awsProfileSettings(const AwsConfig &config, const QString &name,
                                      const QProcessEnvironment &environment)
{
    const AwsSection section = config.profiles.value(name);
    AwsProfileSettings settings;
    settings.region = section.value(u"region"_s);
    const QString caBundle = environment.value(u"AWS_CA_BUNDLE"_s);
    settings.caBundle = caBundle.isEmpty() ? section.value(u"ca_bundle"_s) : caBundle;
    settings.useFips
        = isSwitchedOn(section, u"use_fips_endpoint"_s, environment, u"AWS_USE_FIPS_ENDPOINT"_s);
    if (isSwitchedOn(section, u"ignore_configured_endpoint_urls"_s, environment,
                     u"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"_s))
        return settings;
    for (const Overridable &one : kOverridable) {
        const WrittenEndpoint written = endpointOf(config, section, one.name, environment);
        if (written.text.isEmpty())
            continue;
        const QUrl url(written.text, QUrl::StrictMode);
        const EndpointProblem problem = checkEndpoint(url);
        if (problem == EndpointProblem::None)
            settings.*one.shared = url;
        else
            settings.refusedEndpoints.append(
                {Kind::EndpointUnusable, name, written.key, one.service, problem});
    }
    return settings;
}

Profile withAwsSettings(Profile profile, const AwsProfileSettings &settings)
{
    const auto fill = [](QUrl &own, const QUrl &shared) {
        if (own.isEmpty() && checkEndpoint(shared) == EndpointProblem::None)
            own = shared;
    };
    fill(profile.endpoints.medialive, settings.medialive);
    fill(profile.endpoints.monitoring, settings.monitoring);
    fill(profile.endpoints.sts, settings.sts);
    if (profile.caFile.isEmpty())
        profile.caFile = settings.caBundle;
    profile.useFips = settings.useFips;
    return profile;
}

} // namespace tallylight
