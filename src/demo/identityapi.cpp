// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/identityapi.h"

#include "demo/pagetoken.h"
#include "demo/shapewriter.h"

#include <QJsonDocument>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr QLatin1StringView kOidc("sso-oauth");
constexpr QLatin1StringView kPortal("awsssoportal");
constexpr int kRoleSeconds = 3600;

ApiReply identityReply(JsonShapeWriter &out)
{
    return {200, "application/json", out.take(), {}};
}

/// As the token endpoint refuses: AWS's name in a header, OAuth's in the body.
ApiReply oauthFailure(QLatin1StringView type, QLatin1StringView error, const QString &words,
                      int status = 400)
{
    JsonShapeWriter out;
    out.beginStructure();
    out.field("error"_L1, error);
    out.field("error_description"_L1, words);
    out.endStructure();
    return {status, "application/json", out.take(), {{"x-amzn-ErrorType", type.data()}}};
}

ApiReply unknownClient()
{
    return oauthFailure("InvalidClientException"_L1, "invalid_client"_L1,
                        u"The client id or secret is not valid or has expired."_s, 401);
}

ApiReply refusalReply(SignInAnswer answer)
{
    switch (answer) {
    case SignInAnswer::Pending:
        return oauthFailure("AuthorizationPendingException"_L1, "authorization_pending"_L1,
                            u"Nobody has confirmed the code yet."_s);
    case SignInAnswer::Expired:
        return oauthFailure("ExpiredTokenException"_L1, "expired_token"_L1,
                            u"The device code has expired."_s);
    case SignInAnswer::Denied:
        return oauthFailure("AccessDeniedException"_L1, "access_denied"_L1,
                            u"The request was denied."_s);
    case SignInAnswer::UnknownClient:
        return unknownClient();
    case SignInAnswer::UnknownGrant:
    case SignInAnswer::Granted:
        break;
    }
    return oauthFailure("InvalidGrantException"_L1, "invalid_grant"_L1,
                        u"The grant is not valid or is used up."_s);
}

/// A list in pages, as the portal counts: max_result and next_token.
ApiResult portalList(const ApiCall &list, const ApiRequest &request, QLatin1StringView key,
                     qsizetype total, const std::function<void(JsonShapeWriter &, int)> &write)
{
    int size = 20;
    if (const QString wanted = request.queryValue("max_result"); !wanted.isNull())
        size = std::clamp(wanted.toInt(), 1, 100);
    int first = 0;
    if (const QString token = request.queryValue("next_token"); !token.isEmpty()) {
        const auto position = readPageToken(list.operation, token);
        if (!position || position->size() != 1 || position->first() < 0)
            return ApiFailure{400, u"InvalidRequestException"_s, u"Invalid next_token"_s};
        first = static_cast<int>(std::min<qint64>(position->first(), total));
    }
    const int end = static_cast<int>(std::min<qsizetype>(first + size, total));
    JsonShapeWriter out;
    out.beginStructure();
    out.name(key);
    out.beginList();
    for (int i = first; i < end; ++i)
        write(out, i);
    out.endList();
    if (end < total)
        out.field("nextToken"_L1, pageToken(list.operation, {end}));
    out.endStructure();
    return identityReply(out);
}

} // namespace

IdentityApi::IdentityApi(const DemoOptions &options, FaultPlan &faults)
    : m_accounts(
        {{options.account, u"Tallylight demo"_s, {u"Administrator"_s, u"MediaLiveViewer"_s}},
         {u"210987654321"_s, u"Archive"_s, {u"MediaLiveViewer"_s}},
         {u"345678901234"_s, u"Outside broadcast"_s, {u"MediaLiveViewer"_s}}})
    , m_faults(faults)
{
}

ApiCall IdentityApi::callOf(const ApiRequest &request)
{
    struct Route
    {
        const char *method;
        const char *path;
        QLatin1StringView service;
        QLatin1StringView operation;
    };
    static constexpr Route routes[]{
        {"POST", "/client/register", kOidc, QLatin1StringView("RegisterClient")},
        {"POST", "/device_authorization", kOidc, QLatin1StringView("StartDeviceAuthorization")},
        {"POST", "/token", kOidc, QLatin1StringView("CreateToken")},
        {"GET", "/device", kOidc, QLatin1StringView("DevicePage")},
        {"POST", "/device", kOidc, QLatin1StringView("DevicePage")},
        {"GET", "/start", kOidc, QLatin1StringView("DevicePage")},
        {"GET", "/federation/credentials", kPortal, QLatin1StringView("GetRoleCredentials")},
        {"GET", "/assignment/accounts", kPortal, QLatin1StringView("ListAccounts")},
        {"GET", "/assignment/roles", kPortal, QLatin1StringView("ListAccountRoles")},
        {"POST", "/logout", kPortal, QLatin1StringView("Logout")},
    };
    for (const Route &route : routes) {
        if (request.method == route.method && request.path == route.path)
            return {Protocol::RestJson, route.service, route.operation, {}};
    }
    return {};
}

bool IdentityApi::isOurs(const ApiCall &call)
{
    return call.service == kOidc || call.service == kPortal;
}

ApiResult IdentityApi::answer(const ApiCall &call, const ApiRequest &request,
                              const QDateTime &utcNow)
{
    if (call.operation == "DevicePage"_L1)
        return devicePage(request);
    if (call.service == kOidc) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (call.operation == "RegisterClient"_L1)
            return registerClient(body, utcNow);
        if (call.operation == "StartDeviceAuthorization"_L1)
            return startAuthorization(body, request, utcNow);
        return createToken(body, utcNow);
    }
    const QString token = QString::fromLatin1(request.header("x-amz-sso_bearer_token"));
    if (!m_faults.signIns().accepts(token, utcNow))
        return ApiFailure{401, u"UnauthorizedException"_s, u"Session token not found or invalid"_s};
    if (call.operation == "ListAccounts"_L1)
        return listAccounts(request);
    if (call.operation == "ListAccountRoles"_L1)
        return listRoles(request);
    if (call.operation == "GetRoleCredentials"_L1)
        return roleCredentials(request, utcNow);
    m_faults.signIns().signOut(token);
    return ApiReply{200, "application/json", "{}", {}};
}

ApiResult IdentityApi::registerClient(const QJsonObject &body, const QDateTime &utcNow)
{
    if (body.value("clientName"_L1).toString().isEmpty()
        || body.value("clientType"_L1).toString() != "public"_L1)
        return oauthFailure("InvalidClientMetadataException"_L1, "invalid_client_metadata"_L1,
                            u"clientName is missing or clientType is not public."_s);
    const SignInDesk::Client client = m_faults.signIns().registerClient(utcNow);
    JsonShapeWriter out;
    out.beginStructure();
    out.field("clientId"_L1, client.id);
    out.field("clientSecret"_L1, client.secret);
    out.integerField("clientIdIssuedAt"_L1, utcNow.toSecsSinceEpoch());
    out.integerField("clientSecretExpiresAt"_L1, client.expiresAt.toSecsSinceEpoch());
    out.endStructure();
    return identityReply(out);
}

ApiResult IdentityApi::startAuthorization(const QJsonObject &body, const ApiRequest &request,
                                          const QDateTime &utcNow)
{
    if (!body.value("startUrl"_L1).toString().endsWith("/start"_L1))
        return oauthFailure("InvalidRequestException"_L1, "invalid_request"_L1,
                            u"The start URL is not one of this Identity Center."_s);
    const auto code = m_faults.signIns().begin(body.value("clientId"_L1).toString(),
                                               body.value("clientSecret"_L1).toString(), utcNow);
    if (!code)
        return unknownClient();
    const QString page = "http://"_L1 + QString::fromLatin1(request.header("host")) + "/device"_L1;
    JsonShapeWriter out;
    out.beginStructure();
    out.field("deviceCode"_L1, code->deviceCode);
    out.field("userCode"_L1, code->userCode);
    out.field("verificationUri"_L1, page);
    out.field("verificationUriComplete"_L1, QString(page + "?user_code="_L1 + code->userCode));
    out.integerField("expiresIn"_L1, code->life.count());
    out.integerField("interval"_L1, 1);
    out.endStructure();
    return identityReply(out);
}

ApiResult IdentityApi::createToken(const QJsonObject &body, const QDateTime &utcNow)
{
    const QString client = body.value("clientId"_L1).toString();
    const QString secret = body.value("clientSecret"_L1).toString();
    const QString type = body.value("grantType"_L1).toString();
    SignInGrant grant;
    if (type == "urn:ietf:params:oauth:grant-type:device_code"_L1)
        grant = m_faults.signIns().redeemCode(client, secret,
                                              body.value("deviceCode"_L1).toString(), utcNow);
    else if (type == "refresh_token"_L1)
        grant = m_faults.signIns().redeemRefresh(client, secret,
                                                 body.value("refreshToken"_L1).toString(), utcNow);
    else
        return oauthFailure("UnsupportedGrantTypeException"_L1, "unsupported_grant_type"_L1,
                            u"This grant type is not offered here."_s);
    if (grant.answer != SignInAnswer::Granted)
        return refusalReply(grant.answer);
    JsonShapeWriter out;
    out.beginStructure();
    out.field("accessToken"_L1, grant.accessToken);
    out.field("tokenType"_L1, "Bearer"_L1);
    out.integerField("expiresIn"_L1, grant.life.count());
    if (!grant.refreshToken.isEmpty())
        out.field("refreshToken"_L1, grant.refreshToken);
    out.endStructure();
    return identityReply(out);
}

/// The page a person sees in the browser; plain HTML, because the demo has no other pages.
ApiReply IdentityApi::devicePage(const ApiRequest &request)
{
    const bool decided = request.method == "POST";
    const QString code
        = (decided ? request.formValue("user_code") : request.queryValue("user_code"))
              .trimmed()
              .toUpper();
    QByteArray content;
    if (decided) {
        const bool allow = request.formValue("decision") == "allow"_L1;
        if (!m_faults.signIns().decide(code, allow))
            content = "<p>This code is not known, or its time is over.</p>";
        else
            content = allow ? QByteArrayLiteral("<p>Request approved. You can close this page.</p>")
                            : QByteArrayLiteral("<p>Request denied. You can close this page.</p>");
    } else {
        content
            = "<p>Tallylight asks for access to this simulated account.</p>"
              "<form method=\"post\" action=\"/device\"><p><label>Code <input name=\"user_code\" "
              "value=\""
            + xmlEscaped(code)
            + "\"></label></p><p><button name=\"decision\" value=\"allow\">Confirm and allow"
              "</button> <button name=\"decision\" value=\"deny\">Deny</button></p></form>";
    }
    return {200,
            "text/html; charset=utf-8",
            "<!doctype html><html><head><meta charset=\"utf-8\"><title>Demo sign-in</title>"
            "</head><body><h1>Demo sign-in</h1>"
                + content + "</body></html>",
            {}};
}

ApiResult IdentityApi::listAccounts(const ApiRequest &request) const
{
    return portalList(callOf(request), request, "accountList"_L1, m_accounts.size(),
                      [this](JsonShapeWriter &out, int i) {
                          const Account &one = m_accounts.at(i);
                          out.beginStructure();
                          out.field("accountId"_L1, one.id);
                          out.field("accountName"_L1, one.name);
                          out.field("emailAddress"_L1, "demo@tallylight.example"_L1);
                          out.endStructure();
                      });
}

const IdentityApi::Account *IdentityApi::account(const QString &id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&id](const Account &one) { return one.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

ApiResult IdentityApi::listRoles(const ApiRequest &request) const
{
    const Account *wanted = account(request.queryValue("account_id"));
    if (!wanted)
        return ApiFailure{403, u"ForbiddenException"_s, u"No access"_s};
    return portalList(callOf(request), request, "roleList"_L1, wanted->roles.size(),
                      [wanted](JsonShapeWriter &out, int i) {
                          out.beginStructure();
                          out.field("roleName"_L1, wanted->roles.at(i));
                          out.field("accountId"_L1, wanted->id);
                          out.endStructure();
                      });
}

ApiResult IdentityApi::roleCredentials(const ApiRequest &request, const QDateTime &utcNow)
{
    const Account *wanted = account(request.queryValue("account_id"));
    const QString role = request.queryValue("role_name");
    if (!wanted || !wanted->roles.contains(role))
        return ApiFailure{403, u"ForbiddenException"_s, u"No access"_s};
    const Credentials keys = m_faults.temporaryKeys().issue(
        "arn:aws:sts::"_L1 + wanted->id + ":assumed-role/AWSReservedSSO_"_L1 + role
            + "_0123456789abcdef/demo.operator"_L1,
        utcNow.addSecs(kRoleSeconds));
    JsonShapeWriter out;
    out.beginStructure();
    out.name("roleCredentials"_L1);
    out.beginStructure();
    out.field("accessKeyId"_L1, keys.accessKeyId);
    out.field("secretAccessKey"_L1, QString::fromUtf8(keys.secretAccessKey.expose()));
    out.field("sessionToken"_L1, QString::fromUtf8(keys.sessionToken.expose()));
    out.integerField("expiration"_L1, keys.expiresAt.toMSecsSinceEpoch());
    out.endStructure();
    out.endStructure();
    return identityReply(out);
}

} // namespace tallylight::demo
