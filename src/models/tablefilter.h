// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace tallylight::models {

/// What one column must hold for a row to be shown. Texts are compared without case and diacritics.
struct ColumnFilter
{
    enum class Op {
        Contains,
        NotContains,
        Equals, ///< the whole text, or one element of a list
        OneOf, ///< equal to any of several
        Regex, ///< Perl-compatible, without case
        Greater, ///< a number, a time ("2026-11-23 02:57", in the model's zone) or an age ("5 min")
        Less,
        Empty, ///< nothing there
        NotEmpty,
    };

    Op op = Op::Contains;
    QStringList values; ///< as typed; one but for OneOf, none for Empty and NotEmpty

    bool operator==(const ColumnFilter &) const = default;
};

/// Everything a table can be filtered by; a row must pass all of it. Empty parts let everything
/// through.
///
/// The quick text is a list of terms separated by blanks, all of which must be found somewhere in
/// the row: word, "several words", /regular expression/, column:word (a column's id or title),
/// column:>5, column:<5, and each of them with a - in front to exclude.
struct TableFilter
{
    QString quick;
    QMap<QString, ColumnFilter> columns; ///< by column id
    QSet<QString> profiles; ///< profile ids
    QSet<StateLevel> levels;
    QSet<QString> tags; ///< "key=value", or "key" for any value; one of them is enough

    bool isEmpty() const { return *this == TableFilter(); }
    bool operator==(const TableFilter &) const = default;
};

/// For settings; fromVariant() tolerates anything.
QVariantMap toVariant(const TableFilter &filter);
TableFilter tableFilterFromVariant(const QVariantMap &map);

/// A part of a filter that can't be understood; it is left out of the filter, never fatal.
struct FilterProblem
{
    QString columnId; ///< empty for the quick text
    QString text; ///< what is wrong, for the user

    bool operator==(const FilterProblem &) const = default;
};

/// One level of sorting.
struct SortLevel
{
    QString columnId;
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const SortLevel &) const = default;
};

} // namespace tallylight::models
