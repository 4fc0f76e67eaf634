// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ssojson.h"

#include "aws/decodeobject.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr int kMaxSeconds = 366 * 24 * 3600;
constexpr double kMaxMsecs = 253402300799000.0; // the year 9999

/// A non-empty string, or a problem.
QString neededString(const JsonReader &json, QLatin1StringView key)
{
    const QString value = json.requiredString(key);
    if (value.isEmpty() && json.json().value(key).isString())
        json.reportProblem(key, u"is empty"_s);
    return value;
}

std::chrono::seconds secondsOf(const JsonReader &json, QLatin1StringView key, int fallback)
{
    const int value = json.integer(key).value_or(fallback);
    if (value < 0 || value > kMaxSeconds)
        json.reportProblem(key, u"is out of range"_s);
    return std::chrono::seconds(value);
}

QUrl pageUrl(const JsonReader &json, QLatin1StringView key)
{
    const QString text = json.string(key);
    if (!text.isEmpty() && !isStartUrl(text))
        json.reportProblem(key, u"is no https:// address"_s);
    return QUrl(text, QUrl::StrictMode);
}

QDateTime msecsTime(const JsonReader &json, QLatin1StringView key)
{
    const std::optional<double> msecs = json.number(key);
    if (!msecs)
        return {};
    if (!(*msecs > 0.0 && *msecs < kMaxMsecs)) {
        json.reportProblem(key, u"is out of range"_s);
        return {};
    }
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(*msecs), Qt::UTC);
}

} // namespace

Parsed<SsoRegistration> ssoRegistrationFromReply(const QByteArray &body)
{
    return decodeObject<SsoRegistration>(body, [](const JsonReader &json) {
        SsoRegistration registration;
        registration.clientId = neededString(json, "clientId"_L1);
        registration.clientSecret = Secret(neededString(json, "clientSecret"_L1));
        registration.expiresAt = json.time("clientSecretExpiresAt"_L1);
        // OAuth's way to say never (RFC 7591 §3.2.1).
        if (registration.expiresAt.toMSecsSinceEpoch() == 0)
            registration.expiresAt = {};
        return registration;
    });
}

Parsed<DeviceAuthorization> deviceAuthorizationFromReply(const QByteArray &body)
{
    return decodeObject<DeviceAuthorization>(body, [](const JsonReader &json) {
        DeviceAuthorization authorization;
        authorization.deviceCode = Secret(neededString(json, "deviceCode"_L1));
        authorization.userCode = neededString(json, "userCode"_L1);
        neededString(json, "verificationUri"_L1);
        authorization.verificationUri = pageUrl(json, "verificationUri"_L1);
        authorization.verificationUriComplete = pageUrl(json, "verificationUriComplete"_L1);
        authorization.expiresIn = secondsOf(json, "expiresIn"_L1, 600);
        authorization.interval = secondsOf(json, "interval"_L1, 5);
        return authorization;
    });
}

Parsed<SsoGrant> ssoGrantFromReply(const QByteArray &body)
{
    return decodeObject<SsoGrant>(body, [](const JsonReader &json) {
        SsoGrant grant;
        grant.accessToken = Secret(neededString(json, "accessToken"_L1));
        grant.refreshToken = Secret(json.string("refreshToken"_L1));
        if (!json.json().contains("expiresIn"_L1))
            json.reportProblem("expiresIn"_L1, u"is missing"_s);
        grant.expiresIn = secondsOf(json, "expiresIn"_L1, 0);
        return grant;
    });
}

Parsed<Credentials> roleCredentialsFromReply(const QByteArray &body)
{
    return decodeObject<Credentials>(body, [](const JsonReader &json) {
        Credentials credentials;
        const std::optional<JsonReader> role = json.object("roleCredentials"_L1);
        if (!role) {
            json.reportProblem("roleCredentials"_L1, u"is missing"_s);
            return credentials;
        }
        credentials.accessKeyId = neededString(*role, "accessKeyId"_L1);
        credentials.secretAccessKey = Secret(neededString(*role, "secretAccessKey"_L1));
        credentials.sessionToken = Secret(neededString(*role, "sessionToken"_L1));
        credentials.expiresAt = msecsTime(*role, "expiration"_L1);
        return credentials;
    });
}

Parsed<Page<SsoAccount>> ssoAccountsFromReply(const QByteArray &body)
{
    return decodeObject<Page<SsoAccount>>(body, [](const JsonReader &json) {
        Page<SsoAccount> page;
        json.objects("accountList"_L1, [&page](const JsonReader &item) {
            page.items.append({neededString(item, "accountId"_L1), item.string("accountName"_L1),
                               item.string("emailAddress"_L1)});
        });
        page.nextToken = json.string("nextToken"_L1);
        return page;
    });
}

Parsed<Page<QString>> ssoRolesFromReply(const QByteArray &body)
{
    return decodeObject<Page<QString>>(body, [](const JsonReader &json) {
        Page<QString> page;
        json.objects("roleList"_L1, [&page](const JsonReader &item) {
            page.items.append(neededString(item, "roleName"_L1));
        });
        page.nextToken = json.string("nextToken"_L1);
        return page;
    });
}

} // namespace tallylight::aws
