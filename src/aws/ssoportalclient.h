// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/pagedjob.h"
#include "core/ssotoken.h"

namespace tallylight::aws {

class Connection;

/// What IAM Identity Center gives to somebody who has signed in (aws-facts §5.3). No call is
/// signed; the access token goes along as a header of its own. Jobs are returned not started and
/// belong to \a parent until they finish. isTokenRefused() tells that it is time to sign in again.
class SsoPortalClient
{
public:
    explicit SsoPortalClient(Connection &connection);

    TypedJob<Credentials> *getRoleCredentials(const Secret &accessToken, const QString &accountId,
                                              const QString &roleName, QObject *parent);
    PagedJob<SsoAccount> *listAccounts(const Secret &accessToken, QObject *parent,
                                       int maxResults = 100);
    /// The names of the roles in one account.
    PagedJob<QString> *listAccountRoles(const Secret &accessToken, const QString &accountId,
                                        QObject *parent, int maxResults = 100);

private:
    Connection *m_connection;
};

} // namespace tallylight::aws
