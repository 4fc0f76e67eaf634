// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assumerole.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tallylight {

QList<RoleProblem> validateRole(const AssumeRole &role)
{
    static const QRegularExpression arn(
        u"\\Aarn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9_+=,.@/-]{1,576}\\z"_s);
    static const QRegularExpression externalId(u"\\A[A-Za-z0-9_+=,.@:/-]{2,1224}\\z"_s);
    static const QRegularExpression serial(u"\\A[A-Za-z0-9_+=/:,.@-]{9,256}\\z"_s);
    static const QRegularExpression session(u"\\A[A-Za-z0-9_+=,.@-]{2,64}\\z"_s);
    const auto unfit = [](const QString &text, const QRegularExpression &rule) {
        return !text.isEmpty() && !rule.match(text).hasMatch();
    };
    QList<RoleProblem> problems;
    if (role.roleArn.isEmpty() && !(role == AssumeRole()))
        problems << RoleProblem::NoArn;
    if (unfit(role.roleArn, arn))
        problems << RoleProblem::Arn;
    if (unfit(role.externalId, externalId))
        problems << RoleProblem::ExternalId;
    if (unfit(role.mfaSerial, serial))
        problems << RoleProblem::MfaSerial;
    if (unfit(role.sessionName, session))
        problems << RoleProblem::SessionName;
    if (role.durationSeconds != 0
        && (role.durationSeconds < kLeastRoleSeconds || role.durationSeconds > kMostRoleSeconds))
        problems << RoleProblem::Duration;
    return problems;
}

} // namespace tallylight
