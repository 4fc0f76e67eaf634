// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/sigv4.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr char kAlgorithm[] = "AWS4-HMAC-SHA256";

QByteArray sha256Hex(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// RFC 3986 with only the unreserved characters left alone; QByteArray's own rule is the same.
QByteArray uriEncode(const QByteArray &text, const QByteArray &alsoKeep = {})
{
    return text.toPercentEncoding(alsoKeep);
}

QByteArray withoutDotSegments(const QByteArray &path)
{
    QByteArrayList kept;
    const QByteArrayList segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment.isEmpty() || segment == ".")
            continue;
        if (segment != "..")
            kept.append(segment);
        else if (!kept.isEmpty())
            kept.removeLast();
    }
    QByteArray result = '/' + kept.join('/');
    if (path.endsWith('/') && !kept.isEmpty())
        result += '/';
    return result;
}

QByteArray canonicalPath(const QByteArray &path, bool normalize)
{
    if (path.isEmpty())
        return QByteArrayLiteral("/");
    // The path is encoded already; encoding it again is what every service but S3 expects.
    return uriEncode(normalize ? withoutDotSegments(path) : path, QByteArrayLiteral("/"));
}

/// Decoding first makes the result independent of how the sender spelled it (%2b, a bare ':').
QByteArray canonicalQuery(const QByteArray &query)
{
    if (query.isEmpty())
        return {};
    QList<std::pair<QByteArray, QByteArray>> items;
    const QByteArrayList pairs = query.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        items.append({uriEncode(QByteArray::fromPercentEncoding(key)),
                      uriEncode(QByteArray::fromPercentEncoding(value))});
    }
    std::sort(items.begin(), items.end());
    QByteArrayList joined;
    for (const auto &[key, value] : std::as_const(items))
        joined.append(key + '=' + value);
    return joined.join('&');
}

/// Lower-case names in order, repeated headers joined, white space collapsed.
using CanonicalHeaders = std::map<QByteArray, QByteArray>;

CanonicalHeaders canonicalHeaders(const QList<HttpHeader> &headers)
{
    CanonicalHeaders result;
    for (const HttpHeader &header : headers) {
        const QByteArray value = header.value.simplified();
        const auto [it, inserted] = result.try_emplace(header.name.trimmed().toLower(), value);
        if (!inserted)
            it->second += ',' + value;
    }
    return result;
}

QByteArray signingKey(const Secret &secret, const QByteArray &date, const QByteArray &region,
                      const QByteArray &service)
{
    const Secret seed(QByteArrayLiteral("AWS4") + secret.expose());
    return hmac(hmac(hmac(hmac(seed.expose(), date), region), service),
                QByteArrayLiteral("aws4_request"));
}

bool isReplaced(const QByteArray &name, const SigningContext &context)
{
    const QByteArray lower = name.toLower();
    return lower == "x-amz-date" || lower == "x-amz-security-token" || lower == "authorization"
        || (context.signBodyHeader && lower == "x-amz-content-sha256");
}

/// Hops on the way may add, drop or rewrite these (aws-facts §4.1).
bool isNeverSigned(const QByteArray &name)
{
    constexpr std::array<std::string_view, 11> kUnsigned{"connection",
                                                         "expect",
                                                         "keep-alive",
                                                         "proxy-authenticate",
                                                         "proxy-authorization",
                                                         "te",
                                                         "trailer",
                                                         "transfer-encoding",
                                                         "upgrade",
                                                         "user-agent",
                                                         "x-amzn-trace-id"};
    const QByteArray lower = name.toLower();
    return std::find(kUnsigned.begin(), kUnsigned.end(),
                     std::string_view(lower.constData(), static_cast<std::size_t>(lower.size())))
        != kUnsigned.end();
}

QString whatIsMissing(const SigningRequest &request, const SigningContext &context)
{
    if (!context.credentials.isComplete())
        return u"the credentials are incomplete"_s;
    if (context.region.isEmpty() || context.service.isEmpty())
        return u"no region or no service to sign for"_s;
    if (!context.utc.isValid())
        return u"no valid time to sign with"_s;
    if (request.method.isEmpty())
        return u"no request method"_s;
    const bool hasHost
        = std::any_of(request.headers.begin(), request.headers.end(), [](const HttpHeader &header) {
              return header.name.compare("host", Qt::CaseInsensitive) == 0
                  && !header.value.trimmed().isEmpty();
          });
    return hasHost ? QString() : u"no host header to sign"_s;
}

} // namespace

Expected<Signature, QString> sign(const SigningRequest &request, const SigningContext &context)
{
    if (const QString missing = whatIsMissing(request, context); !missing.isEmpty())
        return Unexpected{missing};

    const QByteArray timestamp = context.utc.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
    const QByteArray date = timestamp.left(8);
    const QByteArray bodyHash = sha256Hex(request.body);

    Signature result;
    QList<HttpHeader> covered;
    for (const HttpHeader &header : request.headers) {
        if (!isReplaced(header.name, context))
            covered.append(header);
    }
    const auto add = [&result, &covered](const HttpHeader &header, bool isSigned) {
        result.headers.append(header);
        if (isSigned)
            covered.append(header);
    };
    add({QByteArrayLiteral("X-Amz-Date"), timestamp}, true);
    if (!context.credentials.sessionToken.isEmpty()) {
        add({QByteArrayLiteral("X-Amz-Security-Token"), context.credentials.sessionToken.expose()},
            !context.omitSessionToken);
    }
    if (context.signBodyHeader)
        add({QByteArrayLiteral("x-amz-content-sha256"), bodyHash}, true);

    QByteArray headerLines;
    QByteArrayList names;
    for (const auto &[name, value] : canonicalHeaders(covered)) {
        headerLines += name + ':' + value + '\n';
        names.append(name);
    }
    result.signedHeaders = names.join(';');
    result.canonicalRequest = request.method.toUpper() + '\n'
        + canonicalPath(request.path, context.normalizePath) + '\n' + canonicalQuery(request.query)
        + '\n' + headerLines + '\n' + result.signedHeaders + '\n' + bodyHash;

    const QByteArray region = context.region.toUtf8();
    const QByteArray service = context.service.toUtf8();
    const QByteArray scope = date + '/' + region + '/' + service + "/aws4_request";
    result.stringToSign = QByteArray(kAlgorithm) + '\n' + timestamp + '\n' + scope + '\n'
        + sha256Hex(result.canonicalRequest);
    const Secret key(signingKey(context.credentials.secretAccessKey, date, region, service));
    result.signature = hmac(key.expose(), result.stringToSign).toHex();
    result.authorization = QByteArray(kAlgorithm)
        + " Credential=" + context.credentials.accessKeyId.toUtf8() + '/' + scope
        + ", SignedHeaders=" + result.signedHeaders + ", Signature=" + result.signature;
    result.headers.append({QByteArrayLiteral("Authorization"), result.authorization});
    return result;
}

QByteArray hostHeader(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    QByteArray value = host.toLatin1();
    if (QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol)
        value = '[' + value + ']';
    const int defaultPort = url.scheme() == "https"_L1 ? 443 : 80;
    const int port = url.port(defaultPort);
    if (port != defaultPort)
        value += ':' + QByteArray::number(port);
    return value;
}

Expected<HttpRequest, QString> signedRequest(const HttpRequest &request,
                                             const SigningContext &context)
{
    SigningRequest covered;
    covered.method = request.method;
    // The same formatting QNetworkAccessManager applies before it writes the request line.
    const QUrl url = request.url.adjusted(QUrl::NormalizePathSegments);
    covered.path = url.path(QUrl::FullyEncoded).toLatin1();
    covered.query = request.url.query(QUrl::FullyEncoded).toLatin1();
    covered.body = request.body;

    HttpRequest result = request;
    result.headers.erase(std::remove_if(result.headers.begin(), result.headers.end(),
                                        [&context](const HttpHeader &header) {
                                            return isReplaced(header.name, context)
                                                || header.name.compare("host", Qt::CaseInsensitive)
                                                == 0;
                                        }),
                         result.headers.end());
    result.headers.prepend({QByteArrayLiteral("Host"), hostHeader(request.url)});
    for (const HttpHeader &header : std::as_const(result.headers)) {
        if (!isNeverSigned(header.name))
            covered.headers.append(header);
    }
    const Expected<Signature, QString> signature = sign(covered, context);
    if (!signature)
        return Unexpected{signature.error()};
    result.headers += signature->headers;
    return result;
}

} // namespace tallylight::aws
