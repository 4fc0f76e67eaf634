// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsimport.h"

#include "core/region.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

const QString kUsualPartition = u"aws"_s;

QString freeName(const QString &wanted, const QList<Profile> &taken)
{
    const auto isTaken = [&taken](const QString &name) {
        return std::any_of(taken.begin(), taken.end(), [&name](const Profile &one) {
            return one.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (!isTaken(wanted))
        return wanted;
    for (int i = 2;; ++i) {
        const QString name = wanted + u' ' + QString::number(i);
        if (!isTaken(name))
            return name;
    }
}

} // namespace

QList<ImportCandidate> importCandidates(const AwsConfig &config,
                                        const QProcessEnvironment &environment)
{
    QList<ImportCandidate> candidates;
    for (auto it = config.profiles.constBegin(); it != config.profiles.constEnd(); ++it) {
        ImportCandidate candidate;
        candidate.name = it.key();
        const AwsProfileSettings settings = awsProfileSettings(config, it.key(), environment);
        candidate.region = settings.region;
        candidate.hasEndpoint = !settings.medialive.isEmpty();
        const auto plan = credentialPlan(config, it.key(), environment);
        if (plan) {
            // A profile that is taken over has no endpoints of its own to go to instead.
            candidate.problem = refusedEndpoint(*plan, {});
            candidate.base = plan->base;
            candidate.assumesRole = !plan->roles.isEmpty();
            candidate.needsMfa
                = std::any_of(plan->roles.begin(), plan->roles.end(),
                              [](const AssumeRole &role) { return !role.mfaSerial.isEmpty(); });
        } else {
            candidate.problem = plan.error();
        }
        candidates.append(candidate);
    }
    return candidates;
}

QStringList regionsToSearch(const QString &region)
{
    const auto own = partitionForRegion(region);
    const QString partition = own ? own->id : kUsualPartition;
    QStringList regions;
    for (const QString &known : knownRegions()) {
        const auto its = partitionForRegion(known);
        if (its && its->id == partition)
            regions.append(known);
    }
    if (own && !regions.contains(region))
        regions.prepend(region);
    return regions;
}

QList<Profile> importedProfiles(const QString &awsProfile, const QStringList &regions,
                                const QList<Profile> &existing)
{
    QList<Profile> taken = existing;
    QList<Profile> made;
    for (const QString &region : regions) {
        const bool isWatched = std::any_of(taken.begin(), taken.end(), [&](const Profile &one) {
            return one.credentialSource == CredentialSource::AwsProfile
                && one.awsProfile == awsProfile && one.region == region;
        });
        if (isWatched)
            continue;
        Profile profile = makeProfile();
        profile.credentialSource = CredentialSource::AwsProfile;
        profile.awsProfile = awsProfile;
        profile.region = region;
        profile.name
            = freeName(regions.size() == 1 ? awsProfile : awsProfile + u' ' + region, taken);
        made.append(profile);
        taken.append(profile);
    }
    return made;
}

} // namespace tallylight
