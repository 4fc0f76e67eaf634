// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace tallylight::aws {

/// One query parameter, not yet encoded.
struct QueryItem
{
    QByteArray name;
    QString value;
};

/// \a text as UTF-8 with everything but the unreserved characters percent-encoded: '+', '/' and '='
/// too, which QUrlQuery would let through and services would misread in a page token.
QByteArray percentEncoded(const QString &text);

/// True for an id that can stand as one path segment: not empty, not "." or "..".
bool isPathSegment(const QString &id);

/// \a endpoint with \a encodedPath (already percent-encoded, starting with '/') and \a query,
/// encoded once and never touched again: what is signed is what is sent.
QUrl requestUrl(const QUrl &endpoint, const QByteArray &encodedPath,
                const QList<QueryItem> &query = {});

} // namespace tallylight::aws
