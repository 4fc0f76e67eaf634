// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <qnamespace.h>

namespace tallylight::models {

/// What a column holds; decides alignment, sorting, filter operators and how the window paints it.
enum class ColumnKind {
    Text,
    Number,
    Time, ///< a moment, UTC in RawRole
    Age, ///< seconds since the row was observed, computed when asked for
    State, ///< a word with a level: paint its shape; sorts by badness
    List, ///< several texts
    Link, ///< leads to inputs or channels, see LinkRole
    Flag, ///< yes or no
};

/// One column of a table model.
struct ColumnSpec
{
    const char *id; ///< lowerCamelCase, stable: key in exports and settings
    const char *title; ///< translatable, context "Columns"
    const char *toolTip; ///< translatable, context "Columns": what it means, with its unit
    ColumnKind kind = ColumnKind::Text;
    int defaultWidth = 12; ///< in characters
    bool defaultVisible = true;

    /// Numbers and ages to the right, everything else to the left.
    constexpr Qt::Alignment alignment() const
    {
        const bool right = kind == ColumnKind::Number || kind == ColumnKind::Age;
        return (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    }
};

/// The translated title and explanation of \a spec.
QString columnTitle(const ColumnSpec &spec);
QString columnToolTip(const ColumnSpec &spec);

} // namespace tallylight::models
