// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsclient.h"

#include "aws/connection.h"
#include "aws/requesturl.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr QLatin1StringView kStsSessionName("tallylight");

HttpRequest stsRequest(const QUrl &endpoint, const QByteArray &form)
{
    return {QByteArrayLiteral("POST"),
            requestUrl(endpoint, QByteArrayLiteral("/")),
            {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}},
            form};
}

QByteArray assumeRoleForm(const AssumeRoleRequest &request)
{
    const AssumeRole &role = request.role;
    QByteArray form = QByteArrayLiteral("Action=AssumeRole&Version=2011-06-15");
    const auto add = [&form](const char *name, const QString &value) {
        if (!value.isEmpty())
            form += QByteArray("&") + name + '=' + percentEncoded(value);
    };
    add("RoleArn", role.roleArn);
    add("RoleSessionName",
        role.sessionName.isEmpty() ? QString(kStsSessionName) : role.sessionName);
    add("ExternalId", role.externalId);
    if (role.durationSeconds > 0)
        add("DurationSeconds", QString::number(role.durationSeconds));
    add("Policy", QString::fromUtf8(request.sessionPolicy));
    if (!request.mfaCode.isEmpty()) {
        add("SerialNumber", role.mfaSerial);
        add("TokenCode", QString::fromUtf8(request.mfaCode.expose()));
    }
    return form;
}

} // namespace

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
            return stsRequest(endpoint,
                              QByteArrayLiteral("Action=GetCallerIdentity&Version=2011-06-15"));
        },
        [](const HttpResponse &response) { return callerIdentityFromXml(response.body); }, parent);
}

TypedJob<AssumedRole> *StsClient::assumeRole(const AssumeRoleRequest &request, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<AssumedRole>(
        *m_connection, u"AssumeRole"_s, Priority::User,
        [endpoint, request]() -> Expected<HttpRequest, ApiError> {
            return stsRequest(endpoint, assumeRoleForm(request));
        },
        [](const HttpResponse &response) { return assumedRoleFromXml(response.body); }, parent);
}

} // namespace tallylight::aws
