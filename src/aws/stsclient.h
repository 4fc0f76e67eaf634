// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/stsxml.h"
#include "aws/typedjob.h"
#include "core/credentialplan.h"
#include "core/metric.h"
#include "core/secret.h"

#include <QByteArray>

namespace tallylight::aws {

class Connection;

/// One AssumeRole call (aws-facts §5.2).
struct AssumeRoleRequest
{
    AssumeRole role; ///< with the MFA device, if a code is to be given
    Secret mfaCode; ///< the device's current code; only sent with a device
    QByteArray sessionPolicy; ///< an IAM policy the session is narrowed to; empty for none
};

/// The STS calls needed: who am I, and let me act as a role. GetCallerIdentity needs no permission,
/// so it is the first step of a connection test.
class StsClient
{
public:
    explicit StsClient(Connection &connection);

    /// Returned not started; belongs to \a parent until it finishes.
    TypedJob<CallerIdentity> *getCallerIdentity(QObject *parent);
    /// The connection's credentials ask for those of a role. A role without a session name gets
    /// "tallylight", which is what CloudTrail shows. Returned not started; belongs to \a parent.
    TypedJob<AssumedRole> *assumeRole(const AssumeRoleRequest &request, QObject *parent);

private:
    Connection *m_connection;
};

} // namespace tallylight::aws
