// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/credentialstate.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

struct ProblemCode
{
    SecretProblem problem;
    QLatin1StringView code;
};

constexpr std::array kProblemCodes{
    ProblemCode{SecretProblem::NotFound, QLatin1StringView("NoStoredKeys")},
    ProblemCode{SecretProblem::Denied, QLatin1StringView("KeychainDenied")},
    ProblemCode{SecretProblem::Locked, QLatin1StringView("KeychainLocked")},
    ProblemCode{SecretProblem::NoBackend, QLatin1StringView("KeychainMissing")},
    ProblemCode{SecretProblem::Timeout, QLatin1StringView("KeychainTimeout")},
    ProblemCode{SecretProblem::Failed, QLatin1StringView("KeychainFailed")},
    ProblemCode{SecretProblem::EnvironmentMissing, QLatin1StringView("NoEnvironmentKeys")},
    ProblemCode{SecretProblem::UnsupportedSource, QLatin1StringView("UnsupportedKeySource")},
    ProblemCode{SecretProblem::AwsFilesUnusable, QLatin1StringView("AwsFilesUnusable")},
    ProblemCode{SecretProblem::AwsProfileUnusable, QLatin1StringView("AwsProfileUnusable")},
    ProblemCode{SecretProblem::ProcessFailed, QLatin1StringView("CredentialProcessFailed")},
    ProblemCode{SecretProblem::MfaNeeded, QLatin1StringView("MfaCodeNeeded")},
    ProblemCode{SecretProblem::MfaRefused, QLatin1StringView("MfaCodeRefused")},
    ProblemCode{SecretProblem::RoleNotAssigned, QLatin1StringView("RoleNotAssigned")},
    ProblemCode{SecretProblem::RoleRefused, QLatin1StringView("RoleRefused")},
    ProblemCode{SecretProblem::Expired, QLatin1StringView("KeysExpired")},
    ProblemCode{SecretProblem::SignInNeeded, QLatin1StringView("SignInNeeded")},
};

constexpr qint64 kSoonSeconds = 15 * 60;
constexpr qint64 kVerySoonSeconds = 5 * 60;

} // namespace

CredentialWarning credentialWarning(const CredentialState &state, const QDateTime &utcNow)
{
    // What has run out is a problem of its own by then.
    if (!state.endsAt.isValid() || state.problem != SecretProblem::None)
        return CredentialWarning::None;
    const qint64 left = utcNow.secsTo(state.endsAt);
    if (left <= kVerySoonSeconds)
        return CredentialWarning::VerySoon;
    return left <= kSoonSeconds ? CredentialWarning::Soon : CredentialWarning::None;
}

ApiError credentialError(SecretProblem problem, const QString &detail)
{
    ApiError error;
    error.category
        = problem == SecretProblem::Expired ? ErrorCategory::Expired : ErrorCategory::Credentials;
    const auto found
        = std::find_if(kProblemCodes.begin(), kProblemCodes.end(),
                       [problem](const ProblemCode &row) { return row.problem == problem; });
    error.code = found == kProblemCodes.end() ? QString(QLatin1StringView("NoCredentials"))
                                              : QString(found->code);
    error.message = detail;
    return error;
}

SecretProblem secretProblemOf(const ApiError &error)
{
    const auto found
        = std::find_if(kProblemCodes.begin(), kProblemCodes.end(),
                       [&error](const ProblemCode &row) { return row.code == error.code; });
    return found == kProblemCodes.end() ? SecretProblem::None : found->problem;
}

bool needsPerson(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::Denied:
    case SecretProblem::Locked:
    case SecretProblem::Timeout:
    case SecretProblem::UnsupportedSource:
    case SecretProblem::MfaNeeded:
    case SecretProblem::MfaRefused:
    case SecretProblem::Expired:
    case SecretProblem::SignInNeeded:
        return true;
    case SecretProblem::None:
    case SecretProblem::NotFound:
    case SecretProblem::NoBackend:
    case SecretProblem::Failed:
    case SecretProblem::EnvironmentMissing:
    case SecretProblem::AwsFilesUnusable:
    case SecretProblem::AwsProfileUnusable:
    case SecretProblem::ProcessFailed:
    case SecretProblem::RoleNotAssigned:
    case SecretProblem::RoleRefused:
        break;
    }
    return false;
}

} // namespace tallylight::monitor
