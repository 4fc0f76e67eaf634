// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keyedtablemodel.h"

namespace tallylight::models {

/// A table whose rows come from one sweep each: all cells of a row were observed together, and its
/// level is that of its state.
template<typename Row> class WholeRowModel : public KeyedTableModel<Row>
{
public:
    using KeyedTableModel<Row>::KeyedTableModel;

protected:
    /// The column that shows the row's level.
    virtual int stateColumn() const = 0;
    /// The level of \a row while it is trusted as \a trust.
    virtual StateLevel levelOf(const Row &row, Trust trust) const = 0;

    QDateTime observedAt(const Row &row) const final { return row.freshness.observedAt; }
    const Freshness &cellFreshness(const Row &row, int) const final { return row.freshness; }

    StateLevel cellLevel(const Row &, const RowVerdict &verdict, int column) const final
    {
        return column == stateColumn() ? verdict.level : StateLevel::None;
    }

    TrustMark trustMark(const Row &row, TrustMemo &memo) const final
    {
        return {memo.of(row.freshness), Trust::NotObserved, Trust::NotObserved};
    }

    RowVerdict judge(const Row &row, const TrustMark &mark, const QDateTime &,
                     const RowVerdict &) const final
    {
        return {mark.main, levelOf(row, mark.main), {}};
    }
};

} // namespace tallylight::models
