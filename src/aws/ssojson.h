// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/credentials.h"
#include "core/ssotoken.h"

namespace tallylight::aws {

/// The answers of IAM Identity Center (aws-facts §5.3). Errors name what is missing or of the wrong
/// type and quote no value, since nearly every value here is a secret.

Parsed<SsoRegistration> ssoRegistrationFromReply(const QByteArray &body);
/// A page that is no https:// address (http:// on loopback) is malformed: it would be opened in a
/// browser.
Parsed<DeviceAuthorization> deviceAuthorizationFromReply(const QByteArray &body);
Parsed<SsoGrant> ssoGrantFromReply(const QByteArray &body);
/// The expiry comes as milliseconds since 1970, unlike anywhere else.
Parsed<Credentials> roleCredentialsFromReply(const QByteArray &body);
Parsed<Page<SsoAccount>> ssoAccountsFromReply(const QByteArray &body);
/// Names of the roles (permission sets) of one account.
Parsed<Page<QString>> ssoRolesFromReply(const QByteArray &body);

} // namespace tallylight::aws
