// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsclient.h"

#include "aws/connection.h"
#include "aws/requesturl.h"
#include "aws/stsxml.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

StsClient::StsClient(Connection &connection)
    : m_connection(&connection)
{
}

TypedJob<CallerIdentity> *StsClient::getCallerIdentity(QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<CallerIdentity>(
        *m_connection, u"GetCallerIdentity"_s, Priority::User,
        [endpoint]() -> Expected<HttpRequest, ApiError> {
            return HttpRequest{
                QByteArrayLiteral("POST"),
                requestUrl(endpoint, QByteArrayLiteral("/")),
                {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}},
                QByteArrayLiteral("Action=GetCallerIdentity&Version=2011-06-15")};
        },
        [](const HttpResponse &response) { return callerIdentityFromXml(response.body); }, parent);
}

} // namespace tallylight::aws
