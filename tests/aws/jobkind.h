// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/connection.h"
#include "aws/job.h"
#include "aws/ssooidcclient.h"
#include "aws/ssoportalclient.h"

#include <functional>

namespace tallylight::test {

/// One kind of job: how to make it, and a good answer.
struct Kind
{
    QByteArray name;
    Service service = Service::MediaLive;
    std::function<aws::Job *(aws::Connection &, QObject *)> make;
    QByteArray good;
    bool isSigned = true; ///< asks for credentials
};

inline SsoRegistration exampleRegistration()
{
    return {QStringLiteral("client-1"), Secret(QStringLiteral("client-secret-of-the-test")), {}};
}

inline Secret exampleToken()
{
    return Secret(QStringLiteral("bearer-token-of-the-test"));
}

/// The calls of IAM Identity Center, which are not signed.
inline QList<Kind> signInKinds()
{
    return {
        {"RegisterClient", Service::SsoOidc,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoOidcClient(c).registerClient(QStringLiteral("x"), p);
         },
         "{\"clientId\":\"a\",\"clientSecret\":\"b\"}", false},
        {"StartDeviceAuthorization", Service::SsoOidc,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoOidcClient(c).startDeviceAuthorization(
                 exampleRegistration(), QStringLiteral("https://x.example/start"), p);
         },
         "{\"deviceCode\":\"d\",\"userCode\":\"u\",\"verificationUri\":\"https://x.example\"}",
         false},
        {"CreateToken", Service::SsoOidc,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoOidcClient(c).createToken(exampleRegistration(), exampleToken(), p);
         },
         "{\"accessToken\":\"t\",\"expiresIn\":3600}", false},
        {"GetRoleCredentials", Service::SsoPortal,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoPortalClient(c).getRoleCredentials(
                 exampleToken(), QStringLiteral("123456789012"), QStringLiteral("Viewer"), p);
         },
         "{\"roleCredentials\":{\"accessKeyId\":\"a\",\"secretAccessKey\":\"b\",\"sessionToken\":"
         "\"c\",\"expiration\":1767225600000}}",
         false},
        {"ListAccounts", Service::SsoPortal,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoPortalClient(c).listAccounts(exampleToken(), p);
         },
         "{\"accountList\":[]}", false},
        {"ListAccountRoles", Service::SsoPortal,
         [](aws::Connection &c, QObject *p) {
             return aws::SsoPortalClient(c).listAccountRoles(exampleToken(),
                                                             QStringLiteral("123456789012"), p);
         },
         "{\"roleList\":[]}", false},
    };
}

} // namespace tallylight::test
