// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/awsconfig.h"
#include "core/credentialplan.h"

#include <QDateTime>
#include <QString>

#include <variant>

namespace tallylight::monitor {

/// What keeps a profile's secret from being used; the words for it are made in the window.
enum class SecretProblem {
    None,
    NotFound, ///< nothing stored for this profile
    Denied, ///< the keychain's user said no
    Locked,
    NoBackend, ///< no keychain service runs
    Timeout, ///< the keychain does not answer
    Failed,
    EnvironmentMissing, ///< AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set
    UnsupportedSource, ///< a credential source this version can't use
    AwsFilesUnusable, ///< a shared AWS file can't be read
    AwsProfileUnusable, ///< the shared files lead to no credentials for this AWS profile
    ProcessFailed, ///< the credential_process gave none
    MfaNeeded, ///< a code of the MFA device is needed to go on
    MfaRefused, ///< AWS refused the code
    RoleNotAssigned, ///< IAM Identity Center does not give this role to who has signed in
    RoleRefused, ///< AWS does not let these credentials assume the role
    Expired, ///< temporary keys have run out, and nothing can renew them but a person
    SignInNeeded, ///< a person has to sign in to IAM Identity Center
};

/// What in the shared AWS files is in the way; nothing, when nothing is.
using CredentialObstacle = std::variant<std::monostate, AwsFileError, PlanProblem>;

/// Where a profile's credentials stand; a value.
struct CredentialState
{
    SecretProblem problem = SecretProblem::None; ///< why nothing can be signed now
    QString detail; ///< technical words about it, redacted; may be empty
    CredentialObstacle obstacle;
    /// Why the last attempt to renew failed, while what is there still serves.
    SecretProblem renewalProblem = SecretProblem::None;
    bool isWaiting = false; ///< calls wait for credentials
    QDateTime expiresAt; ///< UTC, of those in use; invalid when they don't run out
    QDateTime
        endsAt; ///< UTC: until when it goes on without a person; invalid when that isn't known
    bool isSignedInFor = false; ///< by a person at IAM Identity Center
    QString mfaDevice; ///< the MFA device a code of which renews the session; empty when none does

    bool operator==(const CredentialState &) const = default;
};

/// How urgently a person should sign in again: only for what doesn't renew by itself.
enum class CredentialWarning {
    None,
    Soon, ///< within 15 minutes
    VerySoon, ///< within 5 minutes
};
CredentialWarning credentialWarning(const CredentialState &state, const QDateTime &utcNow);

/// The error of a provider that has nothing to give because of \a problem; \a detail is technical
/// and holds no secret.
ApiError credentialError(SecretProblem problem, const QString &detail = {});
/// Which problem credentialError() was made of; None for any other error.
SecretProblem secretProblemOf(const ApiError &error);
/// True when asking again without a person would only bring up the same prompt or the same answer.
bool needsPerson(SecretProblem problem);

} // namespace tallylight::monitor
