// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/credentials.h"
#include "core/metric.h"

#include <QByteArray>

namespace tallylight::aws {

/// What AssumeRole gives: temporary credentials, with their end, and who one is with them.
struct AssumedRole
{
    Credentials credentials;
    QString arn; ///< "arn:aws:sts::123456789012:assumed-role/NAME/SESSION"; may be empty

    bool operator==(const AssumedRole &) const = default;
};

/// AssumeRole's XML answer (aws-facts §5.2); malformed without a complete set of keys, a session
/// token and an expiration. The error quotes none of them.
Parsed<AssumedRole> assumedRoleFromXml(const QByteArray &body);

/// GetCallerIdentity's XML answer (aws-facts §5.2); malformed without an account.
Parsed<CallerIdentity> callerIdentityFromXml(const QByteArray &body);

} // namespace tallylight::aws
