// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsxml.h"

#include "aws/errorparser.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

Parsed<CallerIdentity> callerIdentityFromXml(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return Unexpected{ParseError{u"the answer is empty"_s}};
    CallerIdentity identity;
    QString root;
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (root.isEmpty())
            root = xml.name().toString();
        if (xml.name() == "Account"_L1)
            identity.account = xml.readElementText().trimmed();
        else if (xml.name() == "Arn"_L1)
            identity.arn = xml.readElementText().trimmed();
        else if (xml.name() == "UserId"_L1)
            identity.userId = xml.readElementText().trimmed();
    }
    if (root.compare("html"_L1, Qt::CaseInsensitive) == 0) {
        return Unexpected{
            ParseError{u"the answer is a web page, not an identity: "_s + textOfMarkup(body)}};
    }
    if (xml.hasError()) {
        return Unexpected{ParseError{u"the answer is not XML: %1 in line %2"_s.arg(
            xml.errorString(), QString::number(xml.lineNumber()))}};
    }
    if (identity.account.isEmpty())
        return Unexpected{ParseError{u"%1: Account is missing"_s.arg(excerpt(root))}};
    return identity;
}

} // namespace tallylight::aws
