// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace tallylight {

/// The shortest and the longest session STS gives, and how long it lasts when nobody asks
/// (aws-facts §5.2).
constexpr int kLeastRoleSeconds = 900;
constexpr int kMostRoleSeconds = 43200;
constexpr int kUsualRoleSeconds = 3600;

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

/// One thing that keeps a role from being assumed, before STS is asked.
enum class RoleProblem {
    Arn, ///< not "arn:PARTITION:iam::ACCOUNT:role/NAME"
    ExternalId, ///< not 2 to 1224 letters, digits and +=,.@:/-
    MfaSerial, ///< not 9 to 256 letters, digits and =/:,.@-
    SessionName, ///< not 2 to 64 letters, digits and +=,.@-
    Duration,
    NoArn, ///< something is said about a role, but not which
};

/// Everything about \a role that STS would refuse whatever the account says; empty for no role.
QList<RoleProblem> validateRole(const AssumeRole &role);

} // namespace tallylight
