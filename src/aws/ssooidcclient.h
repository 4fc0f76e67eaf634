// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/typedjob.h"
#include "core/ssotoken.h"

namespace tallylight::aws {

class Connection;

/// Signing in at IAM Identity Center (OIDC device flow, aws-facts §5.3). No call is signed; what
/// proves anything travels in the body. Jobs are returned not started and belong to \a parent until
/// they finish. ssoRefusal() reads how CreateToken was refused.
class SsoOidcClient
{
public:
    explicit SsoOidcClient(Connection &connection);

    /// Makes this program known; the registration is good for about 90 days.
    TypedJob<SsoRegistration> *registerClient(const QString &clientName, QObject *parent);
    TypedJob<DeviceAuthorization> *startDeviceAuthorization(const SsoRegistration &registration,
                                                            const QString &startUrl,
                                                            QObject *parent);
    /// Asks whether the person has confirmed by now.
    TypedJob<SsoGrant> *createToken(const SsoRegistration &registration, const Secret &deviceCode,
                                    QObject *parent);
    /// A new access token for a refresh token.
    TypedJob<SsoGrant> *renewToken(const SsoRegistration &registration, const Secret &refreshToken,
                                   QObject *parent);

private:
    template<typename T, typename Decode>
    TypedJob<T> *post(const QString &operation, const QByteArray &path, const QJsonObject &body,
                      const QList<Secret> &secrets, const Decode &decode, QObject *parent);

    Connection *m_connection;
};

} // namespace tallylight::aws
