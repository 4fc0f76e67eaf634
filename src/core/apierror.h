// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace tallylight {
Q_NAMESPACE // may stand only once per namespace; the other enums go without a meta object

    /// What kind of failure a call ended with; decides whether a retry can help and what a user can
    /// do.
    enum class ErrorCategory {
        None,
        Network, ///< no connection, name not found, connection reset, proxy refused
        Tls, ///< certificate or handshake; never ignored
        Timeout, ///< no complete answer in time
        Throttled, ///< the service asked to slow down (429, or a throttling code in a 400)
        Credentials, ///< key unknown, signature refused, no credentials to sign with
        Expired, ///< temporary credentials have run out
        Skew, ///< signature refused because this computer's clock is off
        Forbidden, ///< IAM denies the action
        NotFound, ///< the service says by name that the resource does not exist (any more)
        BadRequest, ///< the service refuses the request itself
        Server, ///< 5xx or a redirect where none may be followed
        Malformed, ///< an answer that can't be read as what was asked for
        Cancelled, ///< stopped on purpose; never shown as an error
        Storage, ///< keychain or file trouble on this computer
    };
Q_ENUM_NS(ErrorCategory)

/// A failed call as a value. Texts in it come from the service or from the network layer and have
/// been through redact(); words for the user are made from it in models/errortext.
struct ApiError
{
    ErrorCategory category = ErrorCategory::None;
    QString service; ///< "medialive", "monitoring", "sts"; empty when no service was involved
    QString operation; ///< "ListChannels", …
    QString code; ///< the service's own code without prefix and suffix: "ForbiddenException"; one
                  ///< of core/errorcodes.h or QNetworkReply's where no service answered
    int httpStatus = 0; ///< 0 when no answer arrived
    QString message; ///< the service's or network layer's words, redacted
    QString requestId; ///< x-amzn-requestid, for a support case
    QDateTime at; ///< when the call ended, UTC
    qint64 clockOffsetSeconds = 0; ///< server minus local, set for Skew
    QString certificateIssuer; ///< who signed a certificate that is not trusted, for Tls

    bool operator==(const ApiError &) const = default;

    /// One technical line for logs: "ListChannels: Forbidden (403 ForbiddenException, request …):
    /// …".
    QString toLogLine() const;
};

/// True for failures that another attempt may cure (aws-facts §8).
bool isRetryable(ErrorCategory category);

/// The category for a service's error code and HTTP status; the code decides first, because
/// CloudWatch sends throttling as HTTP 400 and JSON services send credential errors as either 400
/// or 403 (aws-facts §4.4, §8). \a code must already be sanitised. A 404 is NotFound only by its
/// code: one without is not the service's answer (Malformed), one with another is no such call
/// (BadRequest).
ErrorCategory categoryFor(const QString &code, int httpStatus);

/// "TooManyRequestsException:http://…" or "com.amazonaws.x#ValidationError" reduced to the bare
/// name (aws-facts §1.4).
QString sanitizedErrorCode(const QString &raw);

} // namespace tallylight

Q_DECLARE_METATYPE(tallylight::ApiError)
