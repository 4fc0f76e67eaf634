// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace tallylight::ui {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    QList<QLayoutItem *> line;
    int x = rect.left();
    int y = rect.top();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint().boundedTo(QSize(rect.width(), QLAYOUTSIZE_MAX));
        if (!line.isEmpty() && x + hint.width() > rect.right() + 1) {
            if (apply)
                place(line, QRect(rect.left(), y, rect.width(), lineHeight));
            line.clear();
            x = rect.left();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        line.append(item);
        x += hint.width() + m_gap;
        lineHeight = std::max(lineHeight, hint.height());
    }
    if (apply)
        place(line, QRect(rect.left(), y, rect.width(), lineHeight));
    return y + lineHeight - rect.top();
}

/// All of a line are as high as it is, so that their texts stand on one base line.
void FlowLayout::place(const QList<QLayoutItem *> &line, const QRect &rect) const
{
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    int x = rect.left();
    for (QLayoutItem *item : line) {
        const int width = std::min(item->sizeHint().width(), rect.width());
        if (m_lastAtEnd && item == m_items.last())
            x = std::max(x, rect.right() + 1 - width);
        const QRect place(x, rect.top(), width, rect.height());
        item->setGeometry(mirrored ? QStyle::visualRect(Qt::RightToLeft, rect, place) : place);
        x += width + m_gap;
    }
}

} // namespace tallylight::ui
