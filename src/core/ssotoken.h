// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/expected.h"
#include "core/secret.h"
#include "core/ssosource.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>

namespace tallylight {

/// This program as IAM Identity Center knows it (RegisterClient, aws-facts §5.3).
struct SsoRegistration
{
    QString clientId;
    Secret clientSecret;
    QDateTime expiresAt; ///< UTC; invalid when it never does

    bool isUsable(const QDateTime &utcNow) const
    {
        return !clientId.isEmpty() && !clientSecret.isEmpty()
            && (!expiresAt.isValid() || expiresAt > utcNow);
    }
    bool operator==(const SsoRegistration &) const = default;
};

/// A sign-in that waits for its person: the code to compare, and the page to confirm it on.
struct DeviceAuthorization
{
    Secret deviceCode;
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; ///< with the code filled in; may be empty
    std::chrono::seconds expiresIn{600};
    std::chrono::seconds interval{5}; ///< between two questions whether it is confirmed

    /// The page to open: the one that needs the least typing.
    const QUrl &page() const
    {
        return verificationUriComplete.isEmpty() ? verificationUri : verificationUriComplete;
    }
    bool operator==(const DeviceAuthorization &) const = default;
};

/// What CreateToken grants.
struct SsoGrant
{
    Secret accessToken;
    Secret refreshToken; ///< empty when it can't be renewed
    std::chrono::seconds expiresIn{0};

    bool operator==(const SsoGrant &) const = default;
};

/// A signed-in session, as it lies in the cache that is shared with the AWS command line.
struct SsoToken
{
    Secret accessToken;
    Secret refreshToken; ///< empty when it can't be renewed
    QDateTime expiresAt; ///< UTC
    SsoRegistration registration; ///< of whoever signed in; it alone may renew

    bool isValid(const QDateTime &utcNow) const
    {
        return !accessToken.isEmpty() && expiresAt > utcNow;
    }
    bool isRenewable(const QDateTime &utcNow) const
    {
        return !refreshToken.isEmpty() && registration.isUsable(utcNow);
    }
    bool operator==(const SsoToken &) const = default;
};

/// \a grant as the token it makes at \a utcNow. The old refresh token goes on to count when the
/// service gives no new one.
SsoToken ssoToken(const SsoGrant &grant, const SsoRegistration &registration,
                  const Secret &oldRefreshToken, const QDateTime &utcNow);

/// An account somebody who has signed in may use.
struct SsoAccount
{
    QString id; ///< 12 digits
    QString name;
    QString email;

    bool operator==(const SsoAccount &) const = default;
};

/// What the service answered instead of a token (RFC 8628 §3.5, aws-facts §5.3).
enum class SsoRefusal {
    None, ///< it didn't refuse: no answer, or trouble of its own
    Pending, ///< nobody has confirmed yet
    SlowDown, ///< asked too often
    Expired, ///< the code's time is over
    Denied, ///< the person said no
    InvalidGrant, ///< this code or refresh token is not (any more) worth anything
    InvalidClient, ///< the registration has run out or is unknown
    Other,
};

/// Reads it from the code of \a error, in AWS's spelling or OAuth's.
SsoRefusal ssoRefusal(const ApiError &error);

/// True when the portal does not accept an access token any more.
bool isTokenRefused(const ApiError &error);

/// The error of whoever wants credentials while nobody is signed in.
ApiError ssoSignInNeeded();
/// True for that error, wherever it has travelled.
bool isSsoSignInNeeded(const ApiError &error);

/// A token as the AWS command line writes it into its cache (aws-facts §5.1).
QByteArray ssoTokenToJson(const SsoToken &token, const SsoSessionId &session);
/// Reads such a file; the error is technical English and quotes no value.
Expected<SsoToken, QString> ssoTokenFromJson(const QByteArray &json);

/// A registration as the command line caches it.
QByteArray ssoRegistrationToJson(const SsoRegistration &registration);
Expected<SsoRegistration, QString> ssoRegistrationFromJson(const QByteArray &json);

} // namespace tallylight
