// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/jsonread.h"

#include <QByteArray>
#include <QStringList>

namespace tallylight::aws {

/// The first of \a problems, and how many more there are.
ParseError problemsError(const QStringList &problems);

/// Runs \a read (JsonReader to T) over the object \a body consists of; anything it complains about
/// makes the whole answer malformed.
template<typename T, typename Read> Parsed<T> decodeObject(const QByteArray &body, const Read &read)
{
    const Parsed<QJsonObject> object = objectFromReply(body);
    if (!object)
        return Unexpected{object.error()};
    QStringList problems;
    T value = read(JsonReader(*object, {}, &problems));
    if (!problems.isEmpty())
        return Unexpected{problemsError(problems)};
    return value;
}

} // namespace tallylight::aws
