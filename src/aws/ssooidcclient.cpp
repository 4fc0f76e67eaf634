// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ssooidcclient.h"

#include "aws/connection.h"
#include "aws/requesturl.h"
#include "aws/ssojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

const QString kDeviceGrant = u"urn:ietf:params:oauth:grant-type:device_code"_s;
const QString kRefreshGrant = u"refresh_token"_s;

QString bare(const Secret &secret)
{
    return QString::fromUtf8(secret.expose());
}

QJsonObject clientFields(const SsoRegistration &registration)
{
    return {{u"clientId"_s, registration.clientId},
            {u"clientSecret"_s, bare(registration.clientSecret)}};
}

} // namespace

SsoOidcClient::SsoOidcClient(Connection &connection)
    : m_connection(&connection)
{
}

template<typename T, typename Decode>
TypedJob<T> *SsoOidcClient::post(const QString &operation, const QByteArray &path,
                                 const QJsonObject &body, const QList<Secret> &secrets,
                                 const Decode &decode, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    const Secret content(QJsonDocument(body).toJson(QJsonDocument::Compact));
    auto *job = new TypedJob<T>(
        *m_connection, operation, Priority::User,
        [endpoint, path, content, secrets]() -> Expected<HttpRequest, ApiError> {
            return HttpRequest{QByteArrayLiteral("POST"),
                               requestUrl(endpoint, path),
                               {{"Content-Type", "application/json"}},
                               content.expose(),
                               {},
                               secrets};
        },
        [decode](const HttpResponse &response) { return decode(response.body); }, parent);
    job->setUnsigned();
    return job;
}

TypedJob<SsoRegistration> *SsoOidcClient::registerClient(const QString &clientName, QObject *parent)
{
    return post<SsoRegistration>(u"RegisterClient"_s, "/client/register",
                                 {{u"clientName"_s, clientName},
                                  {u"clientType"_s, u"public"_s},
                                  {u"scopes"_s, QJsonArray{u"sso:account:access"_s}},
                                  {u"grantTypes"_s, QJsonArray{kDeviceGrant, kRefreshGrant}}},
                                 {}, ssoRegistrationFromReply, parent);
}

TypedJob<DeviceAuthorization> *
SsoOidcClient::startDeviceAuthorization(const SsoRegistration &registration,
                                        const QString &startUrl, QObject *parent)
{
    QJsonObject body = clientFields(registration);
    body.insert(u"startUrl"_s, startUrl);
    return post<DeviceAuthorization>(u"StartDeviceAuthorization"_s, "/device_authorization", body,
                                     {registration.clientSecret}, deviceAuthorizationFromReply,
                                     parent);
}

TypedJob<SsoGrant> *SsoOidcClient::createToken(const SsoRegistration &registration,
                                               const Secret &deviceCode, QObject *parent)
{
    QJsonObject body = clientFields(registration);
    body.insert(u"grantType"_s, kDeviceGrant);
    body.insert(u"deviceCode"_s, bare(deviceCode));
    return post<SsoGrant>(u"CreateToken"_s, "/token", body, {registration.clientSecret, deviceCode},
                          ssoGrantFromReply, parent);
}

TypedJob<SsoGrant> *SsoOidcClient::renewToken(const SsoRegistration &registration,
                                              const Secret &refreshToken, QObject *parent)
{
    QJsonObject body = clientFields(registration);
    body.insert(u"grantType"_s, kRefreshGrant);
    body.insert(u"refreshToken"_s, bare(refreshToken));
    return post<SsoGrant>(u"CreateToken"_s, "/token", body,
                          {registration.clientSecret, refreshToken}, ssoGrantFromReply, parent);
}

} // namespace tallylight::aws
