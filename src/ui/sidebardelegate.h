// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace tallylight::ui {

/// Paints a region in two lines: shape, name, running channels; then age or trouble, and how many
/// rows are bad.
class SidebarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a theme outlives the delegate.
    explicit SidebarDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintCounts(QPainter *painter, const QRect &line, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace tallylight::ui
