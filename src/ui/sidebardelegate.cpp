// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebardelegate.h"

#include "ui/sidebarmodel.h"
#include "ui/stateshape.h"

#include <QPainter>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kEdge = 4;
constexpr int kRowShape = 16;
constexpr int kSmallShape = 12;
constexpr int kPadding = 6;

/// An open circle with an arrow head: something is being fetched.
void paintRefreshing(QPainter *painter, const QRectF &box, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawArc(box, 60 * 16, 270 * 16);
    const QPointF tip(box.center().x() + box.width() / 4.0, box.top() + 1);
    painter->drawLine(tip, tip + QPointF(-3.5, -1.5));
    painter->drawLine(tip, tip + QPointF(-1.0, 3.5));
    painter->restore();
}

} // namespace

SidebarDelegate::SidebarDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines
        = QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height();
    return {20 * kGrid, lines + 2 * kPadding};
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool production = index.data(SidebarModel::ProductionRole).toBool();
    const QString ownColor = index.data(SidebarModel::ColorRole).toString();
    const auto level = static_cast<StateLevel>(index.data(SidebarModel::LevelRole).toInt());
    painter->save();
    painter->fillRect(option.rect, selected ? m_theme.selection : m_theme.surface);
    if (production || !ownColor.isEmpty())
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top() + 1, kEdge, option.rect.height() - 2),
            m_theme.profileColor(ownColor, m_theme.production));

    const QFont nameFont = selected ? strongFont(option.font) : option.font;
    const QFont lineFont = smallFont(option.font);
    QRect content = option.rect.adjusted(kEdge + kPadding, kPadding, -kPadding, -kPadding);
    paintStateShape(painter,
                    QRectF(content.left(),
                           content.top() + (QFontMetrics(nameFont).height() - kRowShape) / 2.0,
                           kRowShape, kRowShape),
                    level, m_theme);
    content.setLeft(content.left() + kRowShape + kPadding);

    QRect first = content;
    first.setHeight(QFontMetrics(nameFont).height());
    painter->setFont(option.font);
    painter->setPen(level == StateLevel::Unknown ? m_theme.textMuted : m_theme.text);
    const QString count = index.data(SidebarModel::CountRole).toString();
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, count);
    first.setRight(first.right() - QFontMetrics(option.font).horizontalAdvance(count) - kPadding);
    painter->setFont(nameFont);
    painter->setPen(m_theme.text);
    painter->drawText(
        first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(nameFont).elidedText(index.data().toString(), Qt::ElideRight, first.width()));

    QRect second = content;
    second.setTop(second.bottom() - QFontMetrics(lineFont).height());
    painter->setFont(lineFont);
    second.setRight(second.right() - paintCounts(painter, second, index));
    if (index.data(SidebarModel::RefreshingRole).toBool()) {
        paintRefreshing(painter, QRectF(second.right() - 10, second.center().y() - 5, 10, 10),
                        m_theme.textMuted);
        second.setRight(second.right() - 10 - kPadding);
    }
    QString line = index.data(SidebarModel::LineRole).toString();
    if (production)
        //: %1 is the second line of a production region in the side bar.
        line = tr("PROD · %1").arg(line);
    painter->setPen(m_theme.textMuted);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(lineFont).elidedText(line, Qt::ElideRight, second.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

int SidebarDelegate::paintCounts(QPainter *painter, const QRect &line,
                                 const QModelIndex &index) const
{
    const QList<int> counts = index.data(SidebarModel::CountsRole).value<QList<int>>();
    const QFontMetrics metrics(painter->font());
    int right = line.right();
    for (const StateLevel level :
         {StateLevel::Unknown, StateLevel::Warning, StateLevel::Critical}) {
        const int count = counts.value(static_cast<int>(level));
        if (count == 0)
            continue;
        const QString text = QLocale().toString(count);
        const int width = metrics.horizontalAdvance(text);
        painter->setPen(m_theme.text);
        painter->drawText(QRect(right - width, line.top(), width + 1, line.height()),
                          Qt::AlignVCenter, text);
        right -= width + kSmallShape + 2;
        paintStateShape(
            painter,
            QRectF(right, line.center().y() - kSmallShape / 2.0 + 0.5, kSmallShape, kSmallShape),
            level, m_theme);
        right -= kPadding;
    }
    return line.right() - right;
}

} // namespace tallylight::ui
