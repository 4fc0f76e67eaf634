// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/shapewriter.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

QByteArray plainNumber(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void appendEscaped(QByteArray &out, const QByteArray &utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    for (const char c : utf8) {
        const uchar code = static_cast<uchar>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (code < 0x20) {
            out += "\\u00";
            out += kHex[code >> 4];
            out += kHex[code & 15];
        } else {
            out += c;
        }
    }
}

} // namespace

void ShapeWriter::field(QLatin1String key, QStringView value)
{
    name(key);
    text(value);
}

void ShapeWriter::field(QLatin1String key, QLatin1String value)
{
    name(key);
    text(QString(value));
}

void ShapeWriter::integerField(QLatin1String key, qint64 value)
{
    name(key);
    integer(value);
}

void ShapeWriter::textList(QLatin1String key, const QStringList &values)
{
    name(key);
    beginList();
    for (const QString &value : values)
        text(value);
    endList();
}

void JsonShapeWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
    m_needsComma = true;
}

void JsonShapeWriter::beginStructure()
{
    separate();
    m_out += '{';
    m_needsComma = false;
}

void JsonShapeWriter::endStructure()
{
    m_out += '}';
    m_needsComma = true;
}

void JsonShapeWriter::beginList()
{
    separate();
    m_out += '[';
    m_needsComma = false;
}

void JsonShapeWriter::endList()
{
    m_out += ']';
    m_needsComma = true;
}

void JsonShapeWriter::name(QLatin1String name)
{
    separate();
    m_out += '"';
    m_out.append(name.data(), name.size());
    m_out += "\":";
    m_needsComma = false;
}

void JsonShapeWriter::text(QStringView value)
{
    separate();
    m_out += '"';
    appendEscaped(m_out, value.toUtf8());
    m_out += '"';
}

void JsonShapeWriter::number(double value)
{
    if (std::isnan(value)) {
        text(u"NaN");
    } else if (std::isinf(value)) {
        text(value > 0 ? u"Infinity" : u"-Infinity");
    } else {
        separate();
        m_out += plainNumber(value);
    }
}

void JsonShapeWriter::integer(qint64 value)
{
    separate();
    m_out += QByteArray::number(value);
}

void JsonShapeWriter::boolean(bool value)
{
    separate();
    m_out += value ? "true" : "false";
}

void JsonShapeWriter::time(qint64 seconds)
{
    integer(seconds);
}

void JsonShapeWriter::raw(const QByteArray &json)
{
    separate();
    m_out += json;
}

QByteArray XmlShapeWriter::nextElement()
{
    const bool inList = !m_levels.isEmpty() && m_levels.last().isList;
    return inList ? QByteArrayLiteral("member") : m_name;
}

void XmlShapeWriter::element(const QByteArray &content)
{
    const QByteArray tag = nextElement();
    m_out += '<' + tag + '>' + content + "</" + tag + '>';
}

void XmlShapeWriter::beginStructure()
{
    const QByteArray tag = nextElement();
    m_out += '<' + tag + '>';
    m_levels.append({tag, false});
}

void XmlShapeWriter::endStructure()
{
    m_out += "</" + m_levels.takeLast().element + '>';
}

void XmlShapeWriter::beginList()
{
    const QByteArray tag = nextElement();
    m_out += '<' + tag + '>';
    m_levels.append({tag, true});
}

void XmlShapeWriter::endList()
{
    endStructure();
}

void XmlShapeWriter::name(QLatin1String name)
{
    m_name = QByteArray(name.data(), name.size());
}

void XmlShapeWriter::text(QStringView value)
{
    element(xmlEscaped(value));
}

void XmlShapeWriter::number(double value)
{
    if (std::isnan(value))
        element("NaN");
    else if (std::isinf(value))
        element(value > 0 ? "Infinity" : "-Infinity");
    else
        element(plainNumber(value));
}

void XmlShapeWriter::integer(qint64 value)
{
    element(QByteArray::number(value));
}

void XmlShapeWriter::boolean(bool value)
{
    element(value ? "true" : "false");
}

void XmlShapeWriter::time(qint64 seconds)
{
    element(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1());
}

QByteArray xmlEscaped(QStringView text)
{
    return text.toString().toHtmlEscaped().toUtf8();
}

} // namespace tallylight::demo
