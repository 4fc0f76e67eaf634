// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/pagetoken.h"

#include "demo/demohash.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

const QString &decoration()
{
    static const QString text = u"+/=%2B&% ß"_s;
    return text;
}

quint64 sealOf(const QString &operation, const QStringList &numbers)
{
    quint64 seal = 0x70C3;
    const QString text = operation + u'|' + numbers.join(u',');
    for (const QChar c : text)
        seal = hashOf(seal, static_cast<quint64>(c.unicode()));
    return seal;
}

} // namespace

QString pageToken(const QString &operation, const QList<qint64> &position)
{
    QStringList numbers;
    for (const qint64 number : position)
        numbers << QString::number(number);
    const QString plain
        = QString::number(sealOf(operation, numbers), 16) + u':' + numbers.join(u',');
    return QString::fromLatin1(plain.toLatin1().toBase64()) + decoration();
}

std::optional<QList<qint64>> readPageToken(const QString &operation, const QString &token)
{
    if (!token.endsWith(decoration()))
        return std::nullopt;
    const QString encoded = token.chopped(decoration().size());
    const auto plain = QByteArray::fromBase64Encoding(encoded.toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!plain)
        return std::nullopt;
    const QString text = QString::fromLatin1(*plain);
    const qsizetype colon = text.indexOf(u':');
    const QStringList numbers = text.mid(colon + 1).split(u',');
    if (colon < 0 || text.left(colon) != QString::number(sealOf(operation, numbers), 16))
        return std::nullopt;
    QList<qint64> position;
    for (const QString &number : numbers)
        position << number.toLongLong();
    return position;
}

} // namespace tallylight::demo
