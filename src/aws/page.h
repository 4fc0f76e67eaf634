// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace tallylight::aws {

/// Why an answer could not be read, in technical words with the path of what is wrong:
/// "channels[3].id: is missing". Quotes at most a short, redacted piece of the answer.
struct ParseError
{
    QString message;

    bool operator==(const ParseError &) const = default;
};

/// What a decoder returns.
template<typename T> using Parsed = Expected<T, ParseError>;

/// One page of a list call. An empty page with a token is normal; no token means the last page.
template<typename T> struct Page
{
    QList<T> items;
    QString nextToken;

    bool operator==(const Page &) const = default;
};

/// The JSON object an answer consists of, or what it is instead (empty, a web page, an array, cut
/// short).
Parsed<QJsonObject> objectFromReply(const QByteArray &body);

} // namespace tallylight::aws
