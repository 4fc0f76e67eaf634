// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <QList>
#include <QString>

class QNetworkReply;
class QSslError;

namespace tallylight::aws {

/// What TLS found wrong with a server's certificate; all empty when nothing was.
struct CertificateTrouble
{
    QString code; ///< of core/errorcodes.h; empty for what has none
    QString issuer; ///< who signed the certificate that is not believed
    /// Each problem with the certificate it is about: "The certificate is self-signed, and
    /// untrusted (localhost, issued by localhost)".
    QString message;
};

/// Sums up \a errors; what the user can cure at once (a clock, a host name) is named first.
CertificateTrouble certificateTrouble(const QList<QSslError> &errors);

/// A failure below HTTP (no host, no connection, TLS, proxy, answer cut short) as an ApiError. Its
/// code is that of \a certificate, else the name of QNetworkReply's enumerator,
/// "HostNotFoundError", so that DNS, refusal and proxy can be told apart.
ApiError errorFromTransport(const QNetworkReply &reply, const CertificateTrouble &certificate);

} // namespace tallylight::aws
