// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/requestauth.h"

#include "aws/sigv4.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

/// An Authorization header, taken apart.
struct Authorization
{
    QString accessKeyId;
    QString date;
    QString region;
    QString service;
    QByteArrayList signedHeaders;
    QByteArray signature;
};

/// The names of one refusal, which differ between query services and the others.
struct RefusalName
{
    QLatin1String modern;
    QLatin1String query;
};
constexpr RefusalName kMissing{QLatin1String("MissingAuthenticationTokenException"),
                               QLatin1String("MissingAuthenticationToken")};
constexpr RefusalName kIncomplete{QLatin1String("IncompleteSignatureException"),
                                  QLatin1String("IncompleteSignature")};
constexpr RefusalName kUnknownKey{QLatin1String("UnrecognizedClientException"),
                                  QLatin1String("InvalidClientTokenId")};
constexpr RefusalName kMismatch{QLatin1String("InvalidSignatureException"),
                                QLatin1String("SignatureDoesNotMatch")};
constexpr RefusalName kExpired{QLatin1String("ExpiredTokenException"),
                               QLatin1String("ExpiredToken")};

ApiFailure refusal(Protocol protocol, const RefusalName &name, const QString &message)
{
    // JSON services answer 400 where the others answer 403 (aws-facts §4.4).
    return {protocol == Protocol::AwsJson ? 400 : 403,
            protocol == Protocol::Query ? name.query : name.modern, message};
}

std::optional<Authorization> parsed(const QByteArray &header)
{
    static const QRegularExpression pattern(
        u"\\AAWS4-HMAC-SHA256\\s+Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/"
        u"aws4_request"
        "\\s*,\\s*SignedHeaders=([^,\\s]+)\\s*,\\s*Signature=([0-9a-f]{64})\\s*\\z"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return std::nullopt;
    return Authorization{match.captured(1),
                         match.captured(2),
                         match.captured(3),
                         match.captured(4),
                         match.captured(5).toLatin1().split(';'),
                         match.captured(6).toLatin1()};
}

QDateTime stampOf(const QByteArray &amzDate)
{
    QDateTime stamp
        = QDateTime::fromString(QString::fromLatin1(amzDate), u"yyyyMMdd'T'HHmmss'Z'"_s);
    stamp.setTimeSpec(Qt::UTC);
    return stamp;
}

QString basic(const QDateTime &utc)
{
    return utc.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

/// Takes as long for a wrong first digit as for a wrong last one.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

/// What the client must have signed but says it did not; empty when nothing is missing.
QByteArray unsignedHeader(const ApiRequest &request, const Authorization &authorization)
{
    if (!authorization.signedHeaders.contains("host"))
        return "host";
    for (const aws::HttpHeader &line : request.headers) {
        const QByteArray name = line.name.toLower();
        if (name.startsWith("x-amz-") && !authorization.signedHeaders.contains(name))
            return name;
    }
    return {};
}

std::optional<ApiFailure> scopeRefusal(const Authorization &authorization, const ApiCall &call,
                                       const AuthContext &context, const QDateTime &stamp)
{
    if (authorization.region != context.region)
        return refusal(call.protocol, kMismatch,
                       "Credential should be scoped to a valid region, not '"_L1
                           + authorization.region + "'."_L1);
    if (!call.service.isEmpty() && authorization.service != call.service)
        return refusal(call.protocol, kMismatch,
                       "Credential should be scoped to correct service: '"_L1 + call.service
                           + "'."_L1);
    if (authorization.date != basic(stamp).left(8))
        return refusal(call.protocol, kMismatch,
                       u"Date in Credential scope does not match YYYYMMDD from X-Amz-Date."_s);
    return std::nullopt;
}

std::optional<ApiFailure> timeRefusal(const QDateTime &stamp, const ApiCall &call,
                                      const AuthContext &context)
{
    const qint64 window = kSignatureWindow.count();
    const QDateTime now = context.utcNow;
    if (stamp.secsTo(now) > window)
        return refusal(call.protocol, kMismatch,
                       u"Signature expired: %1 is now earlier than %2 (%3 - 5 min.)"_s.arg(
                           basic(stamp), basic(now.addSecs(-window)), basic(now)));
    if (now.secsTo(stamp) > window)
        return refusal(call.protocol, kMismatch,
                       u"Signature not yet current: %1 is still later than %2 (%3 + 5 min.)"_s.arg(
                           basic(stamp), basic(now.addSecs(window)), basic(now)));
    return std::nullopt;
}

bool signatureFits(const ApiRequest &request, const Authorization &authorization,
                   const AuthContext &context, const QDateTime &stamp)
{
    aws::SigningRequest again{request.method, request.path, request.query, {}, request.body};
    for (const aws::HttpHeader &line : request.headers) {
        if (authorization.signedHeaders.contains(line.name.toLower()))
            again.headers.append(line);
    }
    aws::SigningContext signing;
    signing.credentials = context.credentials;
    signing.credentials.sessionToken = Secret(request.header("x-amz-security-token"));
    signing.region = authorization.region;
    signing.service = authorization.service;
    signing.utc = stamp;
    const Expected<aws::Signature, QString> expected = aws::sign(again, signing);
    return expected && expected->signedHeaders == authorization.signedHeaders.join(';')
        && equalInConstantTime(expected->signature, authorization.signature);
}

} // namespace

QString accessKeyIdOf(const ApiRequest &request)
{
    const std::optional<Authorization> authorization = parsed(request.header("authorization"));
    return authorization ? authorization->accessKeyId : QString();
}

ApiFailure expiredFailure(Protocol protocol)
{
    return refusal(protocol, kExpired, u"The security token included in the request is expired"_s);
}

std::optional<ApiFailure> refusalOf(const ApiRequest &request, const ApiCall &call,
                                    const AuthContext &context)
{
    const QByteArray header = request.header("authorization");
    if (header.isEmpty())
        return refusal(call.protocol, kMissing, u"Missing Authentication Token"_s);
    const std::optional<Authorization> authorization = parsed(header);
    const QDateTime stamp = stampOf(request.header("x-amz-date"));
    if (!authorization || !stamp.isValid())
        return refusal(
            call.protocol, kIncomplete,
            u"The request signature is incomplete: Authorization and X-Amz-Date must both be "
            "there and well formed."_s);
    if (authorization->accessKeyId != context.credentials.accessKeyId)
        return refusal(call.protocol, kUnknownKey,
                       u"The security token included in the request is invalid."_s);
    if (auto failure = scopeRefusal(*authorization, call, context, stamp))
        return failure;
    if (auto failure = timeRefusal(stamp, call, context))
        return failure;
    if (const QByteArray missing = unsignedHeader(request, *authorization); !missing.isEmpty())
        return refusal(call.protocol, kMismatch,
                       "'"_L1 + QString::fromLatin1(missing)
                           + "' must be a signed header in the AWS Credential."_L1);
    if (!signatureFits(request, *authorization, context, stamp))
        return refusal(
            call.protocol, kMismatch,
            u"The request signature we calculated does not match the signature you provided. "
            "Check your AWS Secret Access Key and signing method."_s);
    if (!equalInConstantTime(request.header("x-amz-security-token"),
                             context.credentials.sessionToken.expose()))
        return refusal(call.protocol, kUnknownKey,
                       u"The security token included in the request is invalid."_s);
    if (context.expired)
        return expiredFailure(call.protocol);
    return std::nullopt;
}

} // namespace tallylight::demo
