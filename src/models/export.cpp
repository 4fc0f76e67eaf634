// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/export.h"

#include "models/roles.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

QString columnId(const QAbstractItemModel &model, int column)
{
    return model.headerData(column, Qt::Horizontal, RawRole).toString();
}

QString columnTitleOf(const QAbstractItemModel &model, int column)
{
    return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

/// Profile and region, then the rest of \a columns in its order.
QList<int> identifiedColumns(const QAbstractItemModel &model, const QList<int> &columns)
{
    QList<int> ordered;
    for (const QString &id : {u"profile"_s, u"region"_s}) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (columnId(model, column) == id)
                ordered << column;
        }
    }
    for (const int column : columns) {
        if (!ordered.contains(column))
            ordered << column;
    }
    return ordered;
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// Spreadsheets run such texts as formulas, and AWS names and tags are written by anybody.
QString guarded(const QString &text)
{
    static const QString dangerous = u"=+-@\t\r"_s;
    return !text.isEmpty() && dangerous.contains(text.front()) ? u'\'' + text : text;
}

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

QString numberText(const QVariant &value)
{
    if (value.typeId() != QMetaType::Double)
        return QString::number(value.toLongLong());
    const double number = value.toDouble();
    return std::isfinite(number) ? QString::number(number, 'g', QLocale::FloatingPointShortest)
                                 : QString();
}

/// The typed value as CSV text, guarded, not yet quoted.
QString csvText(const QVariant &value)
{
    if (!value.isValid())
        return {};
    if (isNumber(value))
        return numberText(value);
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QMetaType::QDateTime:
        return isoTime(value.toDateTime());
    case QMetaType::QStringList:
        return guarded(value.toStringList().join(u"; "_s));
    default:
        return guarded(value.toString());
    }
}

QString quoted(const QString &text)
{
    const bool needsQuotes = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u'"' || c == u',' || c == u'\n' || c == u'\r';
    });
    if (!needsQuotes && text.trimmed() == text)
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QJsonValue jsonValue(const QVariant &value)
{
    if (!value.isValid())
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong:
        return value.toLongLong();
    case QMetaType::Double:
        return std::isfinite(value.toDouble()) ? QJsonValue(value.toDouble()) : QJsonValue::Null;
    case QMetaType::QDateTime:
        return isoTime(value.toDateTime());
    case QMetaType::QStringList:
        return QJsonArray::fromStringList(value.toStringList());
    default:
        return value.toString();
    }
}

QVariant valueAt(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(RawRole);
}

/// One value as JSON text; QJsonDocument writes only arrays and objects.
QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

QString csvCell(const QString &text)
{
    return quoted(guarded(text));
}

QList<int> allColumns(const QAbstractItemModel &model)
{
    QList<int> columns;
    for (int column = 0; column < model.columnCount(); ++column)
        columns << column;
    return columns;
}

QList<int> allRows(const QAbstractItemModel &model)
{
    QList<int> rows;
    rows.reserve(model.rowCount());
    for (int row = 0; row < model.rowCount(); ++row)
        rows << row;
    return rows;
}

QByteArray toCsv(const QAbstractItemModel &model, const QList<int> &columns, const QList<int> &rows,
                 CsvHeader header)
{
    const QList<int> ordered = identifiedColumns(model, columns);
    QStringList fields;
    for (const int column : ordered) {
        fields << quoted(header == CsvHeader::Ids ? columnId(model, column)
                                                  : columnTitleOf(model, column));
    }
    QByteArray csv = fields.join(u',').toUtf8() + "\r\n";
    for (const int row : rows) {
        fields.clear();
        for (const int column : ordered)
            fields << quoted(csvText(valueAt(model, row, column)));
        csv += fields.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

QByteArray toTsv(const QAbstractItemModel &model, const QList<int> &columns, const QList<int> &rows)
{
    const auto line = [](QStringList fields) {
        for (QString &field : fields)
            field = guarded(field).replace(u'\t', u' ').replace(u'\r', u' ').replace(u'\n', u' ');
        return fields.join(u'\t').toUtf8() + '\n';
    };
    QStringList fields;
    for (const int column : columns)
        fields << columnTitleOf(model, column);
    QByteArray tsv = line(fields);
    for (const int row : rows) {
        fields.clear();
        for (const int column : columns)
            fields << model.index(row, column).data(Qt::DisplayRole).toString();
        tsv += line(fields);
    }
    return tsv;
}

QJsonArray toJson(const QAbstractItemModel &model, const QList<int> &columns,
                  const QList<int> &rows)
{
    const QList<int> ordered = identifiedColumns(model, columns);
    QJsonArray array;
    for (const int row : rows) {
        QJsonObject object;
        for (const int column : ordered)
            object.insert(columnId(model, column), jsonValue(valueAt(model, row, column)));
        array.append(object);
    }
    return array;
}

QByteArray toJsonText(const QAbstractItemModel &model, const QList<int> &columns,
                      const QList<int> &rows)
{
    const QList<int> ordered = identifiedColumns(model, columns);
    QList<QByteArray> names;
    for (const int column : ordered)
        names << jsonText(columnId(model, column));
    QByteArrayList lines;
    for (const int row : rows) {
        QByteArrayList members;
        for (qsizetype at = 0; at < ordered.size(); ++at)
            members << names.at(at) + ':'
                    + jsonText(jsonValue(valueAt(model, row, ordered.at(at))));
        lines << '{' + members.join(',') + '}';
    }
    return lines.isEmpty() ? QByteArray("[]\n") : "[\n" + lines.join(",\n") + "\n]\n";
}

} // namespace tallylight::models
