// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/httpmessage.h"
#include "core/apierror.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tallylight::aws {

/// \a text on one line, redacted (patterns and the literal \a secrets), at most 300 characters.
QString excerpt(const QString &text, const QStringList &secrets = {});

/// What a person would read of an HTML or XML document: its title, else its text without tags; an
/// excerpt.
QString textOfMarkup(const QByteArray &body, const QStringList &secrets = {});

/// An answer with an error status as an ApiError: code, message, request id, category and status.
/// Reads the x-amzn-query-error and x-amzn-ErrorType headers, JSON bodies (__type, code or error,
/// message, Message or error_description, validationErrors), the XML of query services, and makes
/// do with HTML, plain text and nothing (aws-facts §1.4, §2.2). Service, operation and time are the
/// caller's to fill in.
ApiError errorFromResponse(const HttpResponse &response, const QStringList &secrets = {});

/// x-amzn-requestid, or what else identifies the request; empty when nothing does. Redacted like
/// every text of a server, which may put anything there.
QString requestId(const HttpResponse &response, const QStringList &secrets = {});

/// True for HTML that carries no request id of AWS: a sign-in page, a filtering proxy or another
/// web server has answered.
bool isWebPage(const HttpResponse &response);

/// How long the service wants to be left alone: x-amz-retry-after in milliseconds, else Retry-After
/// in seconds or as a date (relative to \a utcNow). Never negative.
std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse &response,
                                                    const QDateTime &utcNow);

/// When the server answered, by its own clock (x-amz-date, else Date); invalid when it did not say.
/// UTC.
QDateTime serverDate(const HttpResponse &response);

/// True for errors that a wrong clock can cause: signature and clock codes (aws-facts §4.4).
bool mayBeClockSkew(const ApiError &error);
/// True when the error itself says that the clock is the reason.
bool saysClockSkew(const ApiError &error);

} // namespace tallylight::aws
