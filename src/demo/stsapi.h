// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/apimessage.h"
#include "demo/demooptions.h"
#include "demo/faultplan.h"
#include "demo/medialiveapi.h"

#include <QDateTime>
#include <QString>

namespace tallylight::demo {

/// STS's part of the region: GetCallerIdentity and AssumeRole (aws-facts §5.2).
///
/// The account has these roles, each of which trusts the region's own key and the sessions of the
/// others: "Monitoring"; "Short", whose sessions last an hour at most; "Partner", which asks for
/// the external id "tallylight-demo"; and "Guarded", which asks for a code of the MFA device
/// "arn:aws:iam::ACCOUNT:mfa/demo-operator" (see FaultPlan::mfaCode()). Any other is denied.
class StsApi
{
public:
    /// \a faults outlives this.
    StsApi(const DemoOptions &options, FaultPlan &faults);

    /// Answers \a call as of \a utcNow. Knows nothing of signatures.
    ApiResult answer(const ApiCall &call, const ApiRequest &request, const QString &requestId,
                     const QDateTime &utcNow);
    /// Who signed \a request.
    QString callerArn(const ApiRequest &request) const;

private:
    ApiReply callerIdentity(const ApiRequest &request, const QString &requestId) const;
    ApiResult assumeRole(const ApiRequest &request, const QString &requestId,
                         const QDateTime &utcNow);
    std::optional<ApiFailure> invalid(const ApiRequest &request) const;
    std::optional<ApiFailure> untrusted(const ApiRequest &request, const QString &role) const;
    std::optional<ApiFailure> tooLong(const QString &role, bool isChained, int seconds) const;

    const QString m_account;
    FaultPlan &m_faults;
};

} // namespace tallylight::demo
