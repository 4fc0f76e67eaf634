// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsxml.h"

#include "aws/errorparser.h"

#include <QHash>
#include <QXmlStreamReader>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

/// The text of each element that \a wanted names, and what the document is called.
struct StsElements
{
    QString root;
    QHash<QString, QString> texts;

    /// What is missing, as an error.
    ParseError missing(const QString &element) const
    {
        return {u"%1: %2 is missing"_s.arg(excerpt(root), element)};
    }
};

/// Reads \a body; \a what says in an error what it should have been. Elements may stand anywhere
/// and be of any name space; those not wanted are passed over.
Parsed<StsElements> stsElements(const QByteArray &body, const QStringList &wanted,
                                const QString &what)
{
    if (body.trimmed().isEmpty())
        return Unexpected{ParseError{u"the answer is empty"_s}};
    StsElements found;
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (found.root.isEmpty())
            found.root = name;
        if (wanted.contains(name))
            found.texts.insert(name, xml.readElementText().trimmed());
    }
    if (found.root.compare("html"_L1, Qt::CaseInsensitive) == 0) {
        return Unexpected{
            ParseError{u"the answer is a web page, not %1: "_s.arg(what) + textOfMarkup(body)}};
    }
    if (xml.hasError()) {
        return Unexpected{ParseError{u"the answer is not XML: %1 in line %2"_s.arg(
            xml.errorString(), QString::number(xml.lineNumber()))}};
    }
    return found;
}

} // namespace

Parsed<CallerIdentity> callerIdentityFromXml(const QByteArray &body)
{
    const auto elements
        = stsElements(body, {u"Account"_s, u"Arn"_s, u"UserId"_s}, u"an identity"_s);
    if (!elements)
        return Unexpected{elements.error()};
    const CallerIdentity identity{elements->texts.value(u"Account"_s),
                                  elements->texts.value(u"Arn"_s),
                                  elements->texts.value(u"UserId"_s)};
    if (identity.account.isEmpty())
        return Unexpected{elements->missing(u"Account"_s)};
    return identity;
}

Parsed<AssumedRole> assumedRoleFromXml(const QByteArray &body)
{
    const QStringList needed{u"AccessKeyId"_s, u"SecretAccessKey"_s, u"SessionToken"_s,
                             u"Expiration"_s};
    const auto elements = stsElements(body, needed + QStringList{u"Arn"_s}, u"credentials"_s);
    if (!elements)
        return Unexpected{elements.error()};
    for (const QString &element : needed) {
        if (elements->texts.value(element).isEmpty())
            return Unexpected{elements->missing(element)};
    }
    AssumedRole role;
    role.arn = elements->texts.value(u"Arn"_s);
    role.credentials.accessKeyId = elements->texts.value(u"AccessKeyId"_s);
    role.credentials.secretAccessKey = Secret(elements->texts.value(u"SecretAccessKey"_s));
    role.credentials.sessionToken = Secret(elements->texts.value(u"SessionToken"_s));
    role.credentials.expiresAt
        = QDateTime::fromString(elements->texts.value(u"Expiration"_s), Qt::ISODateWithMs).toUTC();
    if (!role.credentials.expiresAt.isValid())
        return Unexpected{ParseError{u"Expiration: is no time"_s}};
    return role;
}

} // namespace tallylight::aws
