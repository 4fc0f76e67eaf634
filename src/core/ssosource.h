// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/region.h"

#include <QString>
#include <QUrl>

namespace tallylight {

/// One place to sign in at: an IAM Identity Center as one session of the AWS command line knows it.
/// Profiles that name the same one share its token. Holds no secret.
struct SsoSessionId
{
    QString name; ///< of [sso-session NAME]; empty for the legacy form
    QString startUrl;
    QString region; ///< where the Identity Center is, not what is watched

    bool operator==(const SsoSessionId &) const = default;
};

/// What IAM Identity Center (SSO) needs to give a role's credentials.
struct SsoSource
{
    QString sessionName; ///< of [sso-session NAME]; empty for the legacy form
    QString startUrl;
    QString region; ///< where the Identity Center is, not what is watched
    QString accountId; ///< 12 digits
    QString roleName;

    SsoSessionId session() const { return {sessionName, startUrl, region}; }
    bool isEmpty() const { return *this == SsoSource{}; }
    bool operator==(const SsoSource &) const = default;
};

/// What the AWS command line makes the name of a token's cache file of: the session's name, or the
/// start URL where there is none (aws-facts §5.1).
QString ssoCacheKey(const SsoSessionId &session);

/// A start URL as people paste it, without blanks, the page within the portal ("#/…") and a closing
/// slash.
QString cleanedStartUrl(const QString &text);

/// True for https://host/… and, on this computer's loopback, for http:// too.
bool isStartUrl(const QString &text);

/// Where \a service (SsoOidc or SsoPortal) of \a session is asked. A start URL on loopback stands
/// for a simulated Identity Center that answers at the same host and port; invalid for an invalid
/// region.
QUrl ssoEndpoint(Service service, const SsoSessionId &session);

} // namespace tallylight
