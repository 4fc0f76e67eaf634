// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QJsonArray>
#include <QList>

namespace tallylight::models {

/// What stands in the first line of a CSV text.
enum class CsvHeader {
    Ids, ///< column ids, the same in every language: for --export
    Titles, ///< translated titles: for people
};

/// All columns or rows of \a model, a table model or a TableFilterProxy.
QList<int> allColumns(const QAbstractItemModel &model);
QList<int> allRows(const QAbstractItemModel &model);

/// \a text as a cell of a CSV file: guarded against being run as a formula, quoted where needed.
QString csvCell(const QString &text);

/// CSV after RFC 4180 (CRLF, quotes where needed), UTF-8 without a byte order mark, profile and
/// region first. Typed values: numbers in C notation, times as ISO-8601 UTC, lists joined by "; ",
/// nothing for nothing. Texts that a spreadsheet would run as a formula (starting with = + - @, tab
/// or carriage return) get an apostrophe in front.
QByteArray toCsv(const QAbstractItemModel &model, const QList<int> &columns, const QList<int> &rows,
                 CsvHeader header = CsvHeader::Ids);

/// What the cells show, with titles, for the clipboard: cells separated by tabs, rows by line
/// feeds; tabs and line breaks within a cell become blanks. Columns stay in the order given.
/// Formulas are guarded as in toCsv().
QByteArray toTsv(const QAbstractItemModel &model, const QList<int> &columns,
                 const QList<int> &rows);

/// An array of objects whose keys are column ids and whose values are typed: numbers, booleans,
/// ISO-8601 UTC times, arrays of texts, null for nothing. Keys of a QJsonObject are sorted;
/// toJsonText() keeps profile and region first.
QJsonArray toJson(const QAbstractItemModel &model, const QList<int> &columns,
                  const QList<int> &rows);

/// toJson() as UTF-8 text, one object a line, with profile and region first in each.
QByteArray toJsonText(const QAbstractItemModel &model, const QList<int> &columns,
                      const QList<int> &rows);

} // namespace tallylight::models
