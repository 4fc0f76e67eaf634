// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QHeaderView>
#include <QList>
#include <QSet>

#include <utility>

namespace tallylight::ui {

/// The titles of a table: click to sort, with Shift to sort by one more, drag to move, and a funnel
/// where a column is filtered. When more than one column sorts, numbers say in which order.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    /// \a theme outlives the header.
    explicit TableHeader(const Theme &theme, QWidget *parent = nullptr);

    /// Marks these columns (logical) as filtered.
    void setFilteredColumns(const QSet<int> &columns);
    const QSet<int> &filteredColumns() const { return m_filtered; }
    /// What the table is sorted by (logical columns), the first level first.
    void setSortedColumns(const QList<std::pair<int, Qt::SortOrder>> &levels);
    const QList<std::pair<int, Qt::SortOrder>> &sortedColumns() const { return m_sorted; }

Q_SIGNALS:
    /// A title was clicked with Shift held.
    void sortLevelRequested(int logicalIndex);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
    QSet<int> m_filtered;
    QList<std::pair<int, Qt::SortOrder>> m_sorted;
    int m_shiftPressed = -1; ///< the section Shift and the mouse went down on
};

} // namespace tallylight::ui
