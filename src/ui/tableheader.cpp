// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tableheader.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMark = 10;
constexpr int kPadding = 6;

/// A funnel: the usual sign of a filter.
void paintFunnel(QPainter *painter, const QRectF &box, const QColor &color)
{
    const qreal w = box.width();
    const QPolygonF funnel(
        {box.topLeft(), box.topRight(), box.topLeft() + QPointF(w * 0.6, w * 0.5),
         box.topLeft() + QPointF(w * 0.6, w), box.topLeft() + QPointF(w * 0.4, w * 0.85),
         box.topLeft() + QPointF(w * 0.4, w * 0.5)});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(funnel);
}

void paintSortArrow(QPainter *painter, const QPointF &center, Qt::SortOrder order,
                    const QColor &color)
{
    const qreal up = order == Qt::AscendingOrder ? 1.0 : -1.0;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF({center + QPointF(-4, 2.5 * up), center + QPointF(4, 2.5 * up),
                                    center + QPointF(0, -2.5 * up)}));
}

} // namespace

TableHeader::TableHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setObjectName(u"tableHeader"_s);
    setAccessibleName(tr("Column titles"));
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(4 * kGrid);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTextElideMode(Qt::ElideRight);
}

void TableHeader::setFilteredColumns(const QSet<int> &columns)
{
    if (columns == m_filtered)
        return;
    m_filtered = columns;
    viewport()->update();
}

void TableHeader::setSortedColumns(const QList<std::pair<int, Qt::SortOrder>> &levels)
{
    if (levels == m_sorted)
        return;
    m_sorted = levels;
    viewport()->update();
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    m_shiftPressed = -1;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ShiftModifier)
        m_shiftPressed = logicalIndexAt(event->position().toPoint());
    if (m_shiftPressed >= 0)
        event->accept(); // no dragging and no sorting by this column alone
    else
        QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_shiftPressed, -1);
    if (pressed < 0)
        QHeaderView::mouseReleaseEvent(event);
    else if (logicalIndexAt(event->position().toPoint()) == pressed)
        Q_EMIT sortLevelRequested(pressed);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->restore();

    QRect text = rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto level
        = std::find_if(m_sorted.begin(), m_sorted.end(),
                       [logicalIndex](const auto &one) { return one.first == logicalIndex; });
    const bool sorted = level != m_sorted.end();
    painter->save();
    if (sorted) {
        const QColor color = level == m_sorted.begin() ? m_theme.accent : m_theme.textMuted;
        paintSortArrow(painter, QPointF(text.right() - 4, rect.center().y() + 0.5), level->second,
                       color);
        text.setRight(text.right() - kMark - 4);
        if (m_sorted.size() > 1) {
            const QString number = locale().toString(level - m_sorted.begin() + 1);
            painter->setFont(smallFont(font()));
            painter->setPen(color);
            painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
            text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(number) - 4);
        }
    }
    if (m_filtered.contains(logicalIndex)) {
        paintFunnel(
            painter,
            QRectF(text.right() - kMark, rect.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
            m_theme.accent);
        text.setRight(text.right() - kMark - 4);
    }
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const auto alignment = Qt::Alignment(
        model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    painter->setFont(font());
    painter->setPen(sorted || m_filtered.contains(logicalIndex) ? m_theme.text : m_theme.textMuted);
    painter->drawText(text, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      QFontMetrics(font()).elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace tallylight::ui
