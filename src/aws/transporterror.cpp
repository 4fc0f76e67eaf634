// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/transporterror.h"

#include "aws/errorparser.h"

#include <QMetaEnum>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

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

} // namespace

ApiError errorFromTransport(const QNetworkReply &reply, const QStringList &certificateProblems)
{
    ApiError error;
    error.category = categoryOf(reply.error());
    error.code = QString::fromLatin1(
        QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error()));
    error.message = excerpt(reply.errorString());
    if (error.category == ErrorCategory::Tls && !certificateProblems.isEmpty())
        error.message = excerpt(certificateProblems.join(u"; "_s));
    return error;
}

QStringList certificateProblems(const QList<QSslError> &errors)
{
    QStringList problems;
    for (const QSslError &error : errors) {
        QString problem = error.errorString();
        const QSslCertificate certificate = error.certificate();
        if (!certificate.isNull()) {
            problem += u" (%1, issued by %2)"_s.arg(certificate.subjectDisplayName(),
                                                    certificate.issuerDisplayName());
        }
        if (!problems.contains(problem))
            problems.append(problem);
    }
    return problems;
}

} // namespace tallylight::aws
