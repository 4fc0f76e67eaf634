// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stsapi.h"

#include "core/assumerole.h"
#include "demo/requestauth.h"
#include "demo/shapewriter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr QLatin1StringView kExternalId("tallylight-demo");

constexpr qsizetype kLongestPolicy = 2048;

ApiFailure stsValidation(const QString &message)
{
    return {400, u"ValidationError"_s, message};
}

ApiFailure stsConstraint(const QString &value, const QString &member, const QString &rule)
{
    return stsValidation(u"1 validation error detected: Value '%1' at '%2' failed to satisfy "
                         "constraint: Member must %3"_s.arg(value, member, rule));
}

ApiFailure stsDenied(const QString &message)
{
    return {403, u"AccessDenied"_s, message};
}

ApiReply stsReply(const QString &operation, XmlShapeWriter &out, const QString &requestId)
{
    const QByteArray name = operation.toUtf8() + "Response";
    ApiReply reply;
    reply.contentType = "text/xml";
    reply.body = '<' + name + " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">" + out.take()
        + "<ResponseMetadata><RequestId>" + xmlEscaped(requestId)
        + "</RequestId></ResponseMetadata></" + name + '>';
    return reply;
}

} // namespace

StsApi::StsApi(const DemoOptions &options, FaultPlan &faults)
    : m_account(options.account)
    , m_faults(faults)
{
}

ApiResult StsApi::answer(const ApiCall &call, const ApiRequest &request, const QString &requestId,
                         const QDateTime &utcNow)
{
    if (call.operation == "AssumeRole"_L1)
        return assumeRole(request, requestId, utcNow);
    return callerIdentity(request, requestId);
}

QString StsApi::callerArn(const ApiRequest &request) const
{
    const auto temporary = m_faults.temporaryKeys().find(accessKeyIdOf(request));
    return temporary ? temporary->arn : "arn:aws:iam::"_L1 + m_account + ":user/demo-operator"_L1;
}

ApiReply StsApi::callerIdentity(const ApiRequest &request, const QString &requestId) const
{
    const QString arn = callerArn(request);
    const bool isSession = arn.startsWith("arn:aws:sts:"_L1);
    XmlShapeWriter out;
    out.name("GetCallerIdentityResult"_L1);
    out.beginStructure();
    out.field("Arn"_L1, arn);
    out.field("UserId"_L1,
              isSession ? "AROATALLYLIGHTDEMO00:"_L1 + arn.section(u'/', -1)
                        : u"AIDATALLYLIGHTDEMO00"_s);
    out.field("Account"_L1, m_account);
    out.endStructure();
    return stsReply(u"GetCallerIdentity"_s, out, requestId);
}

std::optional<ApiFailure> StsApi::invalid(const ApiRequest &request) const
{
    static const QRegularExpression sessionName(u"\\A[\\w+=,.@-]{2,64}\\z"_s);
    static const QRegularExpression roleArn(u"\\Aarn:[\\w-]+:iam::\\d{12}:role/[\\w+=,.@/-]+\\z"_s);
    static const QRegularExpression code(u"\\A\\d{6}\\z"_s);
    const QString role = request.formValue("RoleArn");
    if (role.size() < 20)
        return stsConstraint(role, u"roleArn"_s, u"have length greater than or equal to 20"_s);
    if (!roleArn.match(role).hasMatch())
        return stsValidation(role + u" is invalid"_s);
    const QString name = request.formValue("RoleSessionName");
    if (!sessionName.match(name).hasMatch())
        return stsConstraint(name, u"roleSessionName"_s,
                             u"satisfy regular expression pattern: [\\w+=,.@-]*"_s);
    const QString duration = request.formValue("DurationSeconds");
    if (!duration.isEmpty() && duration.toInt() < kLeastRoleSeconds)
        return stsConstraint(duration, u"durationSeconds"_s,
                             u"have value greater than or equal to 900"_s);
    if (!duration.isEmpty() && duration.toInt() > kMostRoleSeconds)
        return stsConstraint(duration, u"durationSeconds"_s,
                             u"have value less than or equal to 43200"_s);
    const QString token = request.formValue("TokenCode");
    if (!token.isNull() && !code.match(token).hasMatch())
        return stsConstraint(token, u"tokenCode"_s,
                             u"satisfy regular expression pattern: [\\d]*"_s);
    const QByteArray policy = request.formValue("Policy").toUtf8();
    if (policy.size() > kLongestPolicy)
        return ApiFailure{400, u"PackedPolicyTooLarge"_s, u"Packed size of policy is too large"_s};
    if (!policy.isEmpty() && !allowedActions(policy))
        return ApiFailure{400, u"MalformedPolicyDocument"_s,
                          u"This policy contains invalid Json"_s};
    return std::nullopt;
}

std::optional<ApiFailure> StsApi::untrusted(const ApiRequest &request, const QString &role) const
{
    const ApiFailure denied
        = stsDenied("User: "_L1 + callerArn(request)
                    + " is not authorized to perform: sts:AssumeRole on resource: "_L1
                    + request.formValue("RoleArn"));
    const bool isOurs = request.formValue("RoleArn").section(u':', 4, 4) == m_account;
    const QStringList known{u"Monitoring"_s, u"Short"_s, u"Partner"_s, u"Guarded"_s};
    if (!isOurs || !known.contains(role))
        return denied;
    if (role == "Partner"_L1 && request.formValue("ExternalId") != kExternalId)
        return denied;
    const QString code = request.formValue("TokenCode");
    if (code.isNull())
        return role == "Guarded"_L1 ? std::optional(denied) : std::nullopt;
    if (request.formValue("SerialNumber")
        != "arn:aws:iam::"_L1 + m_account + ":mfa/demo-operator"_L1)
        return stsDenied(u"MultiFactorAuthentication failed, unable to validate MFA code.  Please "
                         "verify your MFA serial number is valid and associated with this user."_s);
    if (code != m_faults.mfaCode())
        return stsDenied(
            u"MultiFactorAuthentication failed with invalid MFA one time pass code. "_s);
    return std::nullopt;
}

std::optional<ApiFailure> StsApi::tooLong(const QString &role, bool isChained, int seconds) const
{
    if (seconds <= kUsualRoleSeconds)
        return std::nullopt;
    if (isChained)
        return stsValidation(u"The requested DurationSeconds exceeds the 1 hour session limit for "
                             "roles assumed by role chaining"_s);
    if (role == "Short"_L1)
        return stsValidation(u"The requested DurationSeconds exceeds the MaxSessionDuration set "
                             "for this role."_s);
    return std::nullopt;
}

ApiResult StsApi::assumeRole(const ApiRequest &request, const QString &requestId,
                             const QDateTime &utcNow)
{
    if (auto failure = invalid(request))
        return *failure;
    const QString role = request.formValue("RoleArn").section(u'/', -1);
    if (auto failure = untrusted(request, role))
        return *failure;
    const QString asked = request.formValue("DurationSeconds");
    const int seconds = asked.isEmpty() ? kUsualRoleSeconds : asked.toInt();
    const bool isChained = m_faults.temporaryKeys().find(accessKeyIdOf(request)).has_value();
    if (auto failure = tooLong(role, isChained, seconds))
        return *failure;

    const QString session = request.formValue("RoleSessionName");
    const QString arn
        = "arn:aws:sts::"_L1 + m_account + ":assumed-role/"_L1 + role + u'/' + session;
    const QByteArray policy = request.formValue("Policy").toUtf8();
    const Credentials keys = m_faults.temporaryKeys().issue(
        arn, utcNow.addSecs(seconds), policy.isEmpty() ? std::nullopt : allowedActions(policy));
    XmlShapeWriter out;
    out.name("AssumeRoleResult"_L1);
    out.beginStructure();
    out.name("AssumedRoleUser"_L1);
    out.beginStructure();
    out.field("AssumedRoleId"_L1, QString("AROATALLYLIGHTDEMO00:"_L1 + session));
    out.field("Arn"_L1, arn);
    out.endStructure();
    out.name("Credentials"_L1);
    out.beginStructure();
    out.field("AccessKeyId"_L1, keys.accessKeyId);
    out.field("SecretAccessKey"_L1, QString::fromUtf8(keys.secretAccessKey.expose()));
    out.field("SessionToken"_L1, QString::fromUtf8(keys.sessionToken.expose()));
    out.field("Expiration"_L1, keys.expiresAt.toString(Qt::ISODate));
    out.endStructure();
    out.endStructure();
    return stsReply(u"AssumeRole"_s, out, requestId);
}

} // namespace tallylight::demo
