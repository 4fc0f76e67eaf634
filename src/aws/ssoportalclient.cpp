// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ssoportalclient.h"

#include "aws/connection.h"
#include "aws/requesturl.h"
#include "aws/ssojson.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

HttpRequest portalGet(const QUrl &endpoint, const QByteArray &path, const QList<QueryItem> &query,
                      const Secret &accessToken)
{
    return {QByteArrayLiteral("GET"), requestUrl(endpoint, path, query), {}, {}, accessToken, {}};
}

QList<QueryItem> portalPage(int maxResults, const QString &token)
{
    QList<QueryItem> query{{"max_result", QString::number(maxResults)}};
    if (!token.isEmpty())
        query.append({"next_token", token});
    return query;
}

} // namespace

SsoPortalClient::SsoPortalClient(Connection &connection)
    : m_connection(&connection)
{
}

TypedJob<Credentials> *SsoPortalClient::getRoleCredentials(const Secret &accessToken,
                                                           const QString &accountId,
                                                           const QString &roleName, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    auto *job = new TypedJob<Credentials>(
        *m_connection, u"GetRoleCredentials"_s, Priority::User,
        [=]() -> Expected<HttpRequest, ApiError> {
            return portalGet(endpoint, "/federation/credentials",
                             {{"role_name", roleName}, {"account_id", accountId}}, accessToken);
        },
        [](const HttpResponse &response) { return roleCredentialsFromReply(response.body); },
        parent);
    job->setUnsigned();
    return job;
}

PagedJob<SsoAccount> *SsoPortalClient::listAccounts(const Secret &accessToken, QObject *parent,
                                                    int maxResults)
{
    const QUrl endpoint = m_connection->config().endpoint;
    auto *job = new PagedJob<SsoAccount>(
        *m_connection, u"ListAccounts"_s, Priority::User,
        [=](const QString &token) -> Expected<HttpRequest, ApiError> {
            return portalGet(endpoint, "/assignment/accounts", portalPage(maxResults, token),
                             accessToken);
        },
        [](const HttpResponse &response) { return ssoAccountsFromReply(response.body); }, parent);
    job->setUnsigned();
    return job;
}

PagedJob<QString> *SsoPortalClient::listAccountRoles(const Secret &accessToken,
                                                     const QString &accountId, QObject *parent,
                                                     int maxResults)
{
    const QUrl endpoint = m_connection->config().endpoint;
    auto *job = new PagedJob<QString>(
        *m_connection, u"ListAccountRoles"_s, Priority::User,
        [=](const QString &token) -> Expected<HttpRequest, ApiError> {
            QList<QueryItem> query = portalPage(maxResults, token);
            query.append({"account_id", accountId});
            return portalGet(endpoint, "/assignment/roles", query, accessToken);
        },
        [](const HttpResponse &response) { return ssoRolesFromReply(response.body); }, parent);
    job->setUnsigned();
    return job;
}

} // namespace tallylight::aws
