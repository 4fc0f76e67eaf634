// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/httpmessage.h"
#include "core/credentials.h"
#include "core/expected.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace tallylight::aws {

/// What AWS Signature Version 4 covers of a request, byte for byte as it goes over the wire.
struct SigningRequest
{
    QByteArray method;
    QByteArray path; ///< as on the wire, percent-encoded once; empty means "/"
    QByteArray query; ///< as on the wire, without the '?'
    QList<HttpHeader> headers; ///< those to sign; host must be among them
    QByteArray body;
};

/// Who signs, for what, and when.
struct SigningContext
{
    Credentials credentials;
    QString region;
    QString service; ///< signing name: medialive, monitoring, sts
    QDateTime utc; ///< the moment the signature claims; any zone, converted to UTC
    bool normalizePath = true; ///< resolve dot and empty segments, as every service but S3 does
    bool signBodyHeader = false; ///< add x-amz-content-sha256 and sign it
    bool omitSessionToken = false; ///< send the session token unsigned, as a few services want it
};

/// A signature with all its intermediates, so that a failing test names the step that broke.
/// canonicalRequest holds the session token: it is for comparisons, never for a log.
struct Signature
{
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray signedHeaders; ///< "host;x-amz-date"
    QByteArray signature; ///< 64 lower-case hex digits
    QByteArray authorization; ///< value of the Authorization header
    QList<HttpHeader> headers; ///< to add: X-Amz-Date, [X-Amz-Security-Token],
                               ///< [x-amz-content-sha256], Authorization
};

/// Signs \a request with AWS4-HMAC-SHA256 in the Authorization header (aws-facts §4.1). Pure: no
/// clock, no I/O.
///
/// Exactly the given headers are signed, plus those the signature adds; any X-Amz-Date,
/// X-Amz-Security-Token, x-amz-content-sha256 (with signBodyHeader) and Authorization among them
/// are replaced. The error is technical text without secrets: incomplete credentials, no host
/// header, no valid time, an empty method, region or service.
Expected<Signature, QString> sign(const SigningRequest &request, const SigningContext &context);

/// \a request with the signature's headers and Host added, everything derived from the very QUrl
/// that is sent (path and query as QNetworkAccessManager writes them). Headers proxies may touch
/// are left unsigned.
Expected<HttpRequest, QString> signedRequest(const HttpRequest &request,
                                             const SigningContext &context);

/// The value of the Host header for \a url: punycode, brackets around IPv6, the port unless it is
/// the scheme's own.
QByteArray hostHeader(const QUrl &url);

} // namespace tallylight::aws
