// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/transporterror.h"

#include "aws/errorparser.h"
#include "core/errorcodes.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

ErrorCategory categoryOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCategory::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorCategory::Timeout;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return ErrorCategory::Malformed;
    default:
        return ErrorCategory::Network;
    }
}

/// Qt knows what is wrong with a proxy and keeps it to itself behind UnknownNetworkError, except in
/// words; these are its own, in whatever language they are shown. Empty for other failures.
QString proxyCode(const QNetworkReply &reply)
{
    struct Words
    {
        const char *text;
        QLatin1StringView code;
    };
    constexpr std::array kWords{
        Words{"Proxy connection refused", "ProxyConnectionRefusedError"_L1},
        Words{"Proxy connection closed prematurely", "ProxyConnectionClosedError"_L1},
        Words{"Proxy server not found", "ProxyNotFoundError"_L1},
        Words{"Proxy server connection timed out", "ProxyTimeoutError"_L1},
        Words{"Proxy denied connection", "UnknownProxyError"_L1},
        Words{"Error communicating with HTTP proxy", "UnknownProxyError"_L1},
    };
    if (reply.error() != QNetworkReply::UnknownNetworkError)
        return {};
    const auto qtsOwnWords = &QCoreApplication::translate;
    for (const Words &words : kWords) {
        if (reply.errorString() == qtsOwnWords("QHttpSocketEngine", words.text, nullptr, -1))
            return words.code;
    }
    return {};
}

/// Smaller is told first. A wrong clock makes every certificate look wrong, so it comes first; that
/// the host is another one matters whoever signed it.
struct CertificateRule
{
    int rank = 0;
    QLatin1StringView code;
};

CertificateRule ruleFor(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateNotYetValid:
        return {0, errorcodes::kCertificateNotYetValid};
    case QSslError::CertificateExpired:
        return {1, errorcodes::kCertificateExpired};
    case QSslError::HostNameMismatch:
        return {2, errorcodes::kCertificateForAnotherHost};
    case QSslError::SelfSignedCertificate:
        return {3, errorcodes::kCertificateSelfSigned};
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return {4, errorcodes::kCertificateIssuerUnknown};
    default:
        return {5, {}};
    }
}

} // namespace

CertificateTrouble certificateTrouble(const QList<QSslError> &errors)
{
    CertificateTrouble trouble;
    QStringList problems;
    int best = std::numeric_limits<int>::max();
    for (const QSslError &error : errors) {
        QString problem = error.errorString();
        const QSslCertificate certificate = error.certificate();
        const QString issuer = certificate.isNull() ? QString() : certificate.issuerDisplayName();
        if (!certificate.isNull())
            problem += u" (%1, issued by %2)"_s.arg(certificate.subjectDisplayName(), issuer);
        if (!problems.contains(problem))
            problems.append(problem);
        const CertificateRule rule = ruleFor(error.error());
        if (rule.rank < best) {
            best = rule.rank;
            trouble.code = rule.code;
        }
        if (trouble.issuer.isEmpty())
            trouble.issuer = excerpt(issuer);
    }
    trouble.message = excerpt(problems.join(u"; "_s));
    return trouble;
}

ApiError errorFromTransport(const QNetworkReply &reply, const CertificateTrouble &certificate)
{
    ApiError error;
    error.category = categoryOf(reply.error());
    error.code = QString::fromLatin1(
        QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error()));
    if (const QString proxy = proxyCode(reply); !proxy.isEmpty())
        error.code = proxy;
    error.message = excerpt(reply.errorString());
    if (error.category == ErrorCategory::Tls && !certificate.message.isEmpty()) {
        error.message = certificate.message;
        error.certificateIssuer = certificate.issuer;
        if (!certificate.code.isEmpty())
            error.code = certificate.code;
    }
    return error;
}

} // namespace tallylight::aws
