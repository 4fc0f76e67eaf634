// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <QList>
#include <QStringList>

class QNetworkReply;
class QSslError;

namespace tallylight::aws {

/// A failure below HTTP (no host, no connection, TLS, proxy, answer cut short) as an ApiError. Its
/// code is the name of QNetworkReply's enumerator, "HostNotFoundError", so that DNS, refusal and
/// proxy can be told apart.
ApiError errorFromTransport(const QNetworkReply &reply, const QStringList &certificateProblems);

/// What TLS found wrong, each with the certificate it is about: "The certificate is self-signed,
/// and untrusted (localhost, issued by localhost)".
QStringList certificateProblems(const QList<QSslError> &errors);

} // namespace tallylight::aws
