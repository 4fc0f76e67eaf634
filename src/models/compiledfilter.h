// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tablefilter.h"
#include "models/tablemodel.h"

#include <QRegularExpression>

#include <vector>

namespace tallylight::models {

/// A TableFilter made ready for one model: texts folded, expressions compiled, columns found.
class CompiledFilter
{
public:
    CompiledFilter(const TableFilter &filter, const TableModel &model);

    bool accepts(int row) const;
    const QList<FilterProblem> &problems() const { return m_problems; }
    /// True when time alone can change what passes.
    bool dependsOnAge() const { return m_dependsOnAge; }

private:
    using Op = ColumnFilter::Op;

    /// One thing to look for, in one column or anywhere.
    struct Test
    {
        Op op = Op::Contains;
        int column = -1; ///< -1: the whole row
        bool negated = false;
        QStringList folded;
        QRegularExpression regex;
        double number = 0.0;
    };

    void compileQuick(const QString &quick);
    void compileColumn(const QString &columnId, const ColumnFilter &filter);
    bool compileRegex(Test &test, const QString &pattern, const QString &columnId);
    bool compileNumber(Test &test, const QString &typed, const QString &columnId);
    int columnNamed(QStringView name) const;
    void addTest(Test test);

    bool passes(const Test &test, int row) const;
    bool passesColumn(const Test &test, int row) const;
    bool passesTags(int row) const;
    QStringList foldedCell(int row, int column) const;

    const TableModel &m_model;
    TableFilter m_filter;
    std::vector<Test> m_tests;
    QList<FilterProblem> m_problems;
    bool m_dependsOnAge = false;
};

} // namespace tallylight::models
