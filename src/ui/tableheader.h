// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QHeaderView>
#include <QSet>

namespace tallylight::ui {

/// The titles of a table: click to sort, drag to move, and a funnel where a column is filtered.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    /// \a theme outlives the header.
    explicit TableHeader(const Theme &theme, QWidget *parent = nullptr);

    /// Marks these columns (logical) as filtered.
    void setFilteredColumns(const QSet<int> &columns);
    const QSet<int> &filteredColumns() const { return m_filtered; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
    QSet<int> m_filtered;
};

} // namespace tallylight::ui
