// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/apierror.h"

#include <QMetaEnum>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

struct CodeCategory
{
    std::u16string_view code;
    ErrorCategory category;
};

// Sources: aws-facts §4.4 (authentication, clock) and §8 (throttling, transient).
constexpr std::array kCodes{
    CodeCategory{u"Throttling", ErrorCategory::Throttled},
    CodeCategory{u"ThrottlingException", ErrorCategory::Throttled},
    CodeCategory{u"ThrottledException", ErrorCategory::Throttled},
    CodeCategory{u"RequestThrottled", ErrorCategory::Throttled},
    CodeCategory{u"RequestThrottledException", ErrorCategory::Throttled},
    CodeCategory{u"TooManyRequestsException", ErrorCategory::Throttled},
    CodeCategory{u"RequestLimitExceeded", ErrorCategory::Throttled},
    CodeCategory{u"BandwidthLimitExceeded", ErrorCategory::Throttled},
    CodeCategory{u"LimitExceededException", ErrorCategory::Throttled},
    CodeCategory{u"SlowDown", ErrorCategory::Throttled},
    CodeCategory{u"ProvisionedThroughputExceededException", ErrorCategory::Throttled},
    CodeCategory{u"PriorRequestNotComplete", ErrorCategory::Throttled},
    CodeCategory{u"EC2ThrottledException", ErrorCategory::Throttled},
    CodeCategory{u"TransactionInProgressException", ErrorCategory::Throttled},
    CodeCategory{u"RequestTimeout", ErrorCategory::Timeout},
    CodeCategory{u"RequestTimeoutException", ErrorCategory::Timeout},
    CodeCategory{u"InvalidSignatureException", ErrorCategory::Credentials},
    CodeCategory{u"SignatureDoesNotMatch", ErrorCategory::Credentials},
    CodeCategory{u"AuthFailure", ErrorCategory::Credentials},
    CodeCategory{u"UnrecognizedClientException", ErrorCategory::Credentials},
    CodeCategory{u"InvalidClientTokenId", ErrorCategory::Credentials},
    CodeCategory{u"IncompleteSignature", ErrorCategory::Credentials},
    CodeCategory{u"IncompleteSignatureException", ErrorCategory::Credentials},
    CodeCategory{u"MissingAuthenticationToken", ErrorCategory::Credentials},
    CodeCategory{u"MissingAuthenticationTokenException", ErrorCategory::Credentials},
    CodeCategory{u"RequestTimeTooSkewed", ErrorCategory::Skew},
    CodeCategory{u"RequestExpired", ErrorCategory::Skew},
    CodeCategory{u"RequestInTheFuture", ErrorCategory::Skew},
    CodeCategory{u"ExpiredToken", ErrorCategory::Expired},
    CodeCategory{u"ExpiredTokenException", ErrorCategory::Expired},
    CodeCategory{u"AccessDenied", ErrorCategory::Forbidden},
    CodeCategory{u"AccessDeniedException", ErrorCategory::Forbidden},
    CodeCategory{u"ForbiddenException", ErrorCategory::Forbidden},
    CodeCategory{u"OptInRequired", ErrorCategory::Forbidden},
    CodeCategory{u"RegionDisabledException", ErrorCategory::Forbidden},
    CodeCategory{u"NotFoundException", ErrorCategory::NotFound},
    CodeCategory{u"ResourceNotFoundException", ErrorCategory::NotFound},
    CodeCategory{u"InternalServerErrorException", ErrorCategory::Server},
    CodeCategory{u"InternalServiceFault", ErrorCategory::Server},
    CodeCategory{u"InternalFailure", ErrorCategory::Server},
    CodeCategory{u"ServiceUnavailable", ErrorCategory::Server},
};

} // namespace

bool isRetryable(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::Network:
    case ErrorCategory::Timeout:
    case ErrorCategory::Throttled:
    case ErrorCategory::Server:
        return true;
    case ErrorCategory::None:
    case ErrorCategory::Tls:
    case ErrorCategory::Credentials:
    case ErrorCategory::Expired:
    case ErrorCategory::Skew:
    case ErrorCategory::Forbidden:
    case ErrorCategory::NotFound:
    case ErrorCategory::BadRequest:
    case ErrorCategory::Malformed:
    case ErrorCategory::Cancelled:
    case ErrorCategory::Storage:
        return false;
    }
    return false;
}

ErrorCategory categoryFor(const QString &code, int httpStatus)
{
    const std::u16string_view wanted(reinterpret_cast<const char16_t *>(code.utf16()),
                                     static_cast<std::size_t>(code.size()));
    const auto found
        = std::find_if(kCodes.begin(), kCodes.end(),
                       [wanted](const CodeCategory &row) { return row.code == wanted; });
    if (found != kCodes.end())
        return found->category;

    if (httpStatus >= 200 && httpStatus < 300)
        return ErrorCategory::None;
    switch (httpStatus) {
    case 401:
        return ErrorCategory::Credentials;
    case 403:
        return ErrorCategory::Forbidden;
    case 404:
        // Only the service knows that a thing is gone, and it says so in a code of its table above.
        // A page of a proxy or an endpoint without this call says nothing about the thing.
        return code.isEmpty() ? ErrorCategory::Malformed : ErrorCategory::BadRequest;
    case 408:
        return ErrorCategory::Timeout;
    case 429:
        return ErrorCategory::Throttled;
    case 407:
        return ErrorCategory::Network;
    default:
        break;
    }
    if (httpStatus >= 400 && httpStatus < 500)
        return ErrorCategory::BadRequest;
    return ErrorCategory::Server;
}

QString sanitizedErrorCode(const QString &raw)
{
    QString code = raw.section(u':', 0, 0);
    const qsizetype hash = code.lastIndexOf(u'#');
    if (hash >= 0)
        code = code.mid(hash + 1);
    return code.trimmed();
}

QString ApiError::toLogLine() const
{
    QStringList facts;
    if (httpStatus != 0)
        facts << QString::number(httpStatus);
    if (!code.isEmpty())
        facts << code;
    if (!requestId.isEmpty())
        facts << u"request "_s + requestId;
    const QString kind = QString::fromLatin1(
        QMetaEnum::fromType<ErrorCategory>().valueToKey(static_cast<int>(category)));
    QString line = operation.isEmpty() ? kind : operation + u": "_s + kind;
    if (!facts.isEmpty())
        line += u" ("_s + facts.join(u", "_s) + u')';
    if (!message.isEmpty())
        line += u": "_s + message;
    return line;
}

} // namespace tallylight
