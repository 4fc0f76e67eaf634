// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QUrl>

namespace tallylight::aws {

/// One header line. Names compare without regard to case, values are raw bytes.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

/// A request as data, before it is signed or sent. Host and Content-Length follow from url and
/// body.
struct HttpRequest
{
    QByteArray method; ///< GET, POST
    QUrl url; ///< absolute, with the query fully percent-encoded
    QList<HttpHeader> headers;
    QByteArray body;
    /// Sent as x-amz-sso_bearer_token. Apart from the headers, so that nothing which looks at those
    /// sees it.
    Secret bearerToken{};
    /// Secrets within the body, which a server might quote in an error.
    QList<Secret> bodySecrets{};
};

/// An answer as data; status is 0 when none arrived.
struct HttpResponse
{
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body;

    /// The first value of the header \a name, in whatever case either is written; empty when there
    /// is none.
    QByteArray header(QByteArrayView name) const
    {
        for (const HttpHeader &line : headers) {
            if (line.name.compare(name, Qt::CaseInsensitive) == 0)
                return line.value;
        }
        return {};
    }
};

} // namespace tallylight::aws
