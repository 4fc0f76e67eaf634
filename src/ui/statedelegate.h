// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/columns.h"
#include "ui/theme.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include <span>

namespace tallylight::ui {

/// Paints the cells of all tables: a state as shape and word, links underlined, what can't be
/// believed muted, and the profile's colour along the row's left edge. Paints text itself, because
/// the style's own way of doing it is several times slower and a wall shows thousands of cells.
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a theme and \a columns outlive the delegate.
    StateDelegate(const Theme &theme, std::span<const models::ColumnSpec> columns,
                  QObject *parent = nullptr);

    /// The column that carries the profile's colour: the first one shown.
    void setEdgeColumn(int column) { m_edgeColumn = column; }
    /// The link under the pointer, painted brighter.
    void setHoveredLink(const QModelIndex &index) { m_hoveredLink = index; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the text of a cell goes; for knowing whether the pointer is on a link.
    QRect textRect(const QRect &cell, const QModelIndex &index) const;
    bool isLink(const QModelIndex &index) const;
    /// What a column needs beside its text, in pixels: padding, and room for shape or production
    /// mark.
    int roomBesideText(int column) const;

private:
    const models::ColumnSpec &spec(int column) const
    {
        return m_columns[static_cast<std::size_t>(column)];
    }
    bool showsShape(int column, models::StateLevel level) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;
    void paintEdge(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    int paintProductionMark(QPainter *painter, const QRect &cell, const QFont &font,
                            const QModelIndex &index) const;

    const Theme &m_theme;
    std::span<const models::ColumnSpec> m_columns;
    QPersistentModelIndex m_hoveredLink;
    int m_edgeColumn = 0;
};

} // namespace tallylight::ui
