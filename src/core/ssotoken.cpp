// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ssotoken.h"

#include "core/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr QLatin1StringView kSignInNeeded("SignInNeeded");

struct RefusalCode
{
    QLatin1StringView aws;
    QLatin1StringView oauth;
    SsoRefusal refusal;
};

constexpr std::array kRefusals{
    RefusalCode{QLatin1StringView("AuthorizationPendingException"),
                QLatin1StringView("authorization_pending"), SsoRefusal::Pending},
    RefusalCode{QLatin1StringView("SlowDownException"), QLatin1StringView("slow_down"),
                SsoRefusal::SlowDown},
    RefusalCode{QLatin1StringView("ExpiredTokenException"), QLatin1StringView("expired_token"),
                SsoRefusal::Expired},
    RefusalCode{QLatin1StringView("AccessDeniedException"), QLatin1StringView("access_denied"),
                SsoRefusal::Denied},
    RefusalCode{QLatin1StringView("InvalidGrantException"), QLatin1StringView("invalid_grant"),
                SsoRefusal::InvalidGrant},
    RefusalCode{QLatin1StringView("InvalidClientException"), QLatin1StringView("invalid_client"),
                SsoRefusal::InvalidClient},
    RefusalCode{QLatin1StringView("UnauthorizedClientException"),
                QLatin1StringView("unauthorized_client"), SsoRefusal::InvalidClient},
};

/// As the command line writes times; whole seconds, UTC.
QString stampText(const QDateTime &utc)
{
    return utc.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

/// Reads a time of the command line's, also of its older versions, which end in "UTC".
QDateTime cachedTime(const JsonReader &json, QLatin1StringView key)
{
    QString text = json.string(key);
    if (text.isEmpty())
        return {};
    if (text.endsWith("UTC"_L1))
        text = text.chopped(3) + u'Z';
    const QDateTime time = timeFromJson(text);
    if (!time.isValid())
        json.reportProblem(key, u"is no time"_s);
    return time;
}

Expected<QJsonObject, QString> cachedObject(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Unexpected{
            u"no JSON: %1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset)};
    if (!document.isObject())
        return Unexpected{u"no JSON object"_s};
    return document.object();
}

QString exposed(const Secret &secret)
{
    return QString::fromUtf8(secret.expose());
}

} // namespace

SsoToken ssoToken(const SsoGrant &grant, const SsoRegistration &registration,
                  const Secret &oldRefreshToken, const QDateTime &utcNow)
{
    SsoToken token;
    token.accessToken = grant.accessToken;
    token.refreshToken = grant.refreshToken.isEmpty() ? oldRefreshToken : grant.refreshToken;
    token.expiresAt = utcNow.addSecs(grant.expiresIn.count());
    token.registration = registration;
    return token;
}

SsoRefusal ssoRefusal(const ApiError &error)
{
    const auto found = std::find_if(kRefusals.begin(), kRefusals.end(), [&](const auto &row) {
        return error.code == row.aws || error.code == row.oauth;
    });
    if (found != kRefusals.end())
        return found->refusal;
    const bool refused = error.category == ErrorCategory::BadRequest
        || error.category == ErrorCategory::Credentials
        || error.category == ErrorCategory::Forbidden || error.category == ErrorCategory::Expired
        || error.category == ErrorCategory::NotFound;
    return refused ? SsoRefusal::Other : SsoRefusal::None;
}

bool isTokenRefused(const ApiError &error)
{
    return error.httpStatus == 401 || error.code == "UnauthorizedException"_L1;
}

ApiError ssoSignInNeeded()
{
    ApiError error;
    error.category = ErrorCategory::Credentials;
    error.code = kSignInNeeded;
    error.message = u"nobody is signed in at IAM Identity Center"_s;
    return error;
}

bool isSsoSignInNeeded(const ApiError &error)
{
    return error.code == kSignInNeeded;
}

QByteArray ssoTokenToJson(const SsoToken &token, const SsoSessionId &session)
{
    QJsonObject json{
        {u"startUrl"_s, session.startUrl},
        {u"region"_s, session.region},
        {u"accessToken"_s, exposed(token.accessToken)},
        {u"expiresAt"_s, stampText(token.expiresAt)},
    };
    if (!token.registration.clientId.isEmpty()) {
        json.insert(u"clientId"_s, token.registration.clientId);
        json.insert(u"clientSecret"_s, exposed(token.registration.clientSecret));
        if (token.registration.expiresAt.isValid())
            json.insert(u"registrationExpiresAt"_s, stampText(token.registration.expiresAt));
    }
    if (!token.refreshToken.isEmpty())
        json.insert(u"refreshToken"_s, exposed(token.refreshToken));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<SsoToken, QString> ssoTokenFromJson(const QByteArray &json)
{
    const Expected<QJsonObject, QString> object = cachedObject(json);
    if (!object)
        return Unexpected{object.error()};
    QStringList problems;
    const JsonReader reader(*object, {}, &problems);
    SsoToken token;
    token.accessToken = Secret(reader.requiredString("accessToken"_L1));
    token.refreshToken = Secret(reader.string("refreshToken"_L1));
    token.expiresAt = cachedTime(reader, "expiresAt"_L1);
    token.registration.clientId = reader.string("clientId"_L1);
    token.registration.clientSecret = Secret(reader.string("clientSecret"_L1));
    token.registration.expiresAt = cachedTime(reader, "registrationExpiresAt"_L1);
    if (!token.expiresAt.isValid() && problems.isEmpty())
        problems.append(u"expiresAt: is missing"_s);
    if (!problems.isEmpty())
        return Unexpected{problems.first()};
    return token;
}

QByteArray ssoRegistrationToJson(const SsoRegistration &registration)
{
    QJsonObject json{
        {u"clientId"_s, registration.clientId},
        {u"clientSecret"_s, exposed(registration.clientSecret)},
        {u"scopes"_s, QJsonArray{u"sso:account:access"_s}},
    };
    if (registration.expiresAt.isValid())
        json.insert(u"expiresAt"_s, stampText(registration.expiresAt));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<SsoRegistration, QString> ssoRegistrationFromJson(const QByteArray &json)
{
    const Expected<QJsonObject, QString> object = cachedObject(json);
    if (!object)
        return Unexpected{object.error()};
    QStringList problems;
    const JsonReader reader(*object, {}, &problems);
    SsoRegistration registration;
    registration.clientId = reader.requiredString("clientId"_L1);
    registration.clientSecret = Secret(reader.requiredString("clientSecret"_L1));
    registration.expiresAt = cachedTime(reader, "expiresAt"_L1);
    if (!problems.isEmpty())
        return Unexpected{problems.first()};
    return registration;
}

} // namespace tallylight
