// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/page.h"

#include "aws/decodeobject.h"
#include "aws/errorparser.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

Parsed<QJsonObject> objectFromReply(const QByteArray &body)
{
    const QByteArray start = body.left(64).trimmed();
    if (start.isEmpty() && body.trimmed().isEmpty())
        return Unexpected{ParseError{u"the answer is empty"_s}};
    if (start.startsWith('<')) {
        // A captive portal or a proxy speaks up in place of the service.
        return Unexpected{
            ParseError{u"the answer is a web page, not JSON: "_s + textOfMarkup(body)}};
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Unexpected{ParseError{u"the answer is not JSON: %1 at byte %2 of %3"_s.arg(
            problem.errorString(), QString::number(problem.offset), QString::number(body.size()))}};
    }
    if (!document.isObject())
        return Unexpected{ParseError{u"the answer is a JSON array, expected an object"_s}};
    return document.object();
}

ParseError problemsError(const QStringList &problems)
{
    if (problems.size() == 1)
        return {problems.first()};
    return {u"%1 (and %2 more problems)"_s.arg(problems.first()).arg(problems.size() - 1)};
}

} // namespace tallylight::aws
