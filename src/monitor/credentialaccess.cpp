// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/credentialaccess.h"

#include "core/iampolicy.h"
#include "monitor/assumerolesource.h"
#include "monitor/credentialsession.h"
#include "monitor/processsource.h"
#include "monitor/secretprovider.h"
#include "monitor/sharedfilessource.h"
#include "storage/awsfiles.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

using SourcePointer = std::shared_ptr<CredentialOrigin>;

SourcePointer signedIn(const SsoSource &sso, const Profile &profile,
                       const CredentialAccess::SsoMaker &make)
{
    if (make)
        return make(sso, profile);
    return std::make_shared<RefusingSource>(SecretProblem::UnsupportedSource, CredentialObstacle());
}

SourcePointer baseOf(const CredentialPlan &plan, const Profile &profile,
                     const CredentialAccess::SsoMaker &sso)
{
    switch (plan.base) {
    case CredentialPlan::Base::StaticKeys:
        return std::make_shared<FixedSource>(plan.keys);
    case CredentialPlan::Base::Environment:
        return std::make_shared<EnvironmentSource>();
    case CredentialPlan::Base::Process:
        return std::make_shared<ProcessSource>(plan.process);
    case CredentialPlan::Base::Sso:
        break;
    }
    return signedIn(plan.sso, profile, sso);
}

SourcePointer assumed(const AssumeRole &role, const QByteArray &policy, SourcePointer base,
                      const Profile &profile, const CredentialAccess &access, const Clock &clock)
{
    return std::make_shared<AssumeRoleSource>(role, policy, std::move(base), profile, access,
                                              clock);
}

/// The source of a profile of the shared files.
SourcePointer sharedSource(const Profile &profile, const CredentialAccess &access,
                           const Clock &clock)
{
    if (!access.files)
        return std::make_shared<RefusingSource>(SecretProblem::UnsupportedSource,
                                                CredentialObstacle());
    // Whichever role comes last is narrowed; those before it have to assume the next.
    const bool isLast = !profile.assumeRole.isSet();
    return std::make_shared<SharedFilesSource>(
        profile.awsProfile, *access.files,
        [profile, access, isLast, &clock](const CredentialPlan &plan) -> SourcePointer {
            // Without credentials nothing goes to a host nobody meant.
            if (const auto problem = refusedEndpoint(plan, profile.endpoints))
                return std::make_shared<RefusingSource>(SecretProblem::AwsProfileUnusable,
                                                        *problem);
            SourcePointer source = baseOf(plan, profile, access.sso);
            for (qsizetype i = 0; i < plan.roles.size(); ++i) {
                const bool narrow = isLast && i + 1 == plan.roles.size();
                source = assumed(plan.roles.at(i), narrow ? readOnlySessionPolicy() : QByteArray(),
                                 source, profile, access, clock);
            }
            return source;
        });
}

} // namespace

SourcePointer makeCredentialOrigin(const Profile &profile, const CredentialAccess &access,
                                   const Clock &clock, const std::optional<Credentials> &typed)
{
    SourcePointer source;
    switch (profile.credentialSource) {
    case CredentialSource::Keychain:
        if (typed)
            source = std::make_shared<FixedSource>(*typed);
        else
            source = std::make_shared<SecretProvider>(profile.id, *access.secrets);
        break;
    case CredentialSource::Environment:
        source = std::make_shared<EnvironmentSource>();
        break;
    case CredentialSource::AwsProfile:
        source = sharedSource(profile, access, clock);
        break;
    case CredentialSource::Sso:
        source = signedIn(profile.sso, profile, access.sso);
        break;
    }
    if (!profile.assumeRole.isSet())
        return source;
    return assumed(profile.assumeRole, readOnlySessionPolicy(), std::move(source), profile, access,
                   clock);
}

std::shared_ptr<CredentialSession>
makeCredentialSession(const Profile &profile, const CredentialAccess &access, const Clock &clock)
{
    return std::make_shared<CredentialSession>(makeCredentialOrigin(profile, access, clock),
                                               profile.id, clock);
}

QString sharedSessionKey(const Profile &profile, const CredentialAccess &access)
{
    QString source;
    bool isGuarded = !profile.assumeRole.mfaSerial.isEmpty();
    if (profile.credentialSource == CredentialSource::Environment) {
        source = u"environment"_s;
    } else if (profile.credentialSource == CredentialSource::AwsProfile && access.files) {
        source = u"aws-profile/"_s + profile.awsProfile;
        const auto plan = credentialPlan(access.files->config(), profile.awsProfile,
                                         QProcessEnvironment::systemEnvironment());
        if (plan && refusedEndpoint(*plan, profile.endpoints))
            return {}; // it gets no session, so it must not use the others'
        isGuarded |= plan
            && std::any_of(plan->roles.begin(), plan->roles.end(),
                           [](const AssumeRole &role) { return !role.mfaSerial.isEmpty(); });
    }
    const std::optional<Partition> partition = partitionForRegion(profile.region);
    if (source.isEmpty() || !isGuarded || !partition)
        return {};
    // STS of any region of a partition gives sessions that are good in all of it.
    const AssumeRole &role = profile.assumeRole;
    return QStringList{source,
                       partition->id,
                       profile.endpoints.sts.toString(),
                       QString::number(static_cast<int>(profile.medialiveProxy.mode)),
                       profile.medialiveProxy.url.toString(),
                       profile.caFile,
                       role.roleArn,
                       role.externalId,
                       role.mfaSerial,
                       role.sessionName,
                       QString::number(role.durationSeconds)}
        .join(u'\n');
}

Profile withSharedSettings(const Profile &profile, const CredentialAccess &access)
{
    if (profile.credentialSource != CredentialSource::AwsProfile || !access.files)
        return profile;
    return withAwsSettings(profile,
                           awsProfileSettings(access.files->config(), profile.awsProfile,
                                              QProcessEnvironment::systemEnvironment()));
}

} // namespace tallylight::monitor
