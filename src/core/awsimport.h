// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsconfig.h"
#include "core/credentialplan.h"
#include "core/profile.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tallylight {

/// A profile of the shared AWS files as something to take over.
struct ImportCandidate
{
    QString name;
    QString region; ///< its own; empty when it names none
    CredentialPlan::Base base = CredentialPlan::Base::StaticKeys;
    bool assumesRole = false;
    bool needsMfa = false; ///< some role asks for a code
    bool hasEndpoint = false; ///< MediaLive's host is overridden, so other regions can't be asked
    std::optional<PlanProblem> problem; ///< why it can't be used

    bool operator==(const ImportCandidate &) const = default;
};

/// Every profile of \a config, by name, as \a environment lets it be used (see
/// awsProfileSettings()).
QList<ImportCandidate> importCandidates(const AwsConfig &config,
                                        const QProcessEnvironment &environment = {});

/// The regions of the partition \a region belongs to where MediaLive is known, with \a region among
/// them; those of the usual partition for an empty or unknown one.
QStringList regionsToSearch(const QString &region);

/// New profiles for \a regions that use the AWS profile \a awsProfile, named so that no name is
/// taken by \a existing: "broadcast", or "broadcast eu-central-1" where there are several. A region
/// that \a existing watches with that AWS profile already is left out.
QList<Profile> importedProfiles(const QString &awsProfile, const QStringList &regions,
                                const QList<Profile> &existing);

} // namespace tallylight
