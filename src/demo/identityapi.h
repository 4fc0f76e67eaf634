// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/apimessage.h"
#include "demo/demooptions.h"
#include "demo/faultplan.h"
#include "demo/medialiveapi.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tallylight::demo {

/// IAM Identity Center's part of the region: signing in by device code, the page to confirm it on,
/// and the portal with accounts, roles and their credentials (aws-facts §5.3). Its start URL is
/// "/start" at the region's endpoint.
///
/// Three accounts may be chosen: the region's own with the roles "MediaLiveViewer" and
/// "Administrator", and two others with "MediaLiveViewer". The keys of any role open this region.
class IdentityApi
{
public:
    /// \a faults outlives this.
    IdentityApi(const DemoOptions &options, FaultPlan &faults);

    /// The call that \a request is; without a service when it is none of these.
    static ApiCall callOf(const ApiRequest &request);
    /// True for calls that carry no signature.
    static bool isOurs(const ApiCall &call);

    ApiResult answer(const ApiCall &call, const ApiRequest &request, const QDateTime &utcNow);

private:
    struct Account
    {
        QString id;
        QString name;
        QStringList roles;
    };

    ApiResult registerClient(const QJsonObject &body, const QDateTime &utcNow);
    ApiResult startAuthorization(const QJsonObject &body, const ApiRequest &request,
                                 const QDateTime &utcNow);
    ApiResult createToken(const QJsonObject &body, const QDateTime &utcNow);
    ApiReply devicePage(const ApiRequest &request);
    ApiResult listAccounts(const ApiRequest &request) const;
    ApiResult listRoles(const ApiRequest &request) const;
    ApiResult roleCredentials(const ApiRequest &request, const QDateTime &utcNow);
    const Account *account(const QString &id) const;

    QList<Account> m_accounts;
    FaultPlan &m_faults;
};

} // namespace tallylight::demo
