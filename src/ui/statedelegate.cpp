// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statedelegate.h"

#include "core/freshness.h"
#include "models/observation.h"
#include "models/roles.h"
#include "ui/stateshape.h"

#include <QPainter>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::ColumnKind;
using models::StateLevel;

namespace {

constexpr int kPadding = 6;
constexpr int kEdgeWidth = 3;
constexpr int kShape = 14;
constexpr int kMarkRoom = 44;

StateLevel levelAt(const QModelIndex &index, int role)
{
    const QVariant level = index.data(role);
    return level.isValid() ? static_cast<StateLevel>(level.toInt()) : StateLevel::None;
}

/// Which kind of unknown a cell is; "?" where it is observed well and unknown all the same.
QChar unknownSign(const QModelIndex &index)
{
    const QVariant role = index.data(models::ObservationRole);
    const auto observation = static_cast<models::Observation>(role.toInt());
    return !role.isValid() || observation == models::Observation::Fresh
        ? QChar(u'?')
        : models::observationSign(observation);
}

bool isProfileColumn(const models::ColumnSpec &spec)
{
    return QLatin1StringView(spec.id) == "profile"_L1;
}

} // namespace

StateDelegate::StateDelegate(const Theme &theme, std::span<const models::ColumnSpec> columns,
                             QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_columns(columns)
{
}

bool StateDelegate::isLink(const QModelIndex &index) const
{
    return index.isValid() && spec(index.column()).kind == ColumnKind::Link
        && !index.data(models::LinkRole).toStringList().isEmpty();
}

int StateDelegate::roomBesideText(int column) const
{
    int room = 2 * kPadding + kPadding;
    if (spec(column).kind == ColumnKind::State)
        room += kShape + kPadding + kShape; // words of a bad state are bold
    if (isProfileColumn(spec(column)))
        room += kMarkRoom;
    return room;
}

bool StateDelegate::showsShape(int column, StateLevel level) const
{
    if (level == StateLevel::None)
        return false;
    // Beside the state columns only what is wrong gets a shape; a wall of green dots tells nothing.
    return spec(column).kind == ColumnKind::State || level < StateLevel::Ok;
}

QRect StateDelegate::textRect(const QRect &cell, const QModelIndex &index) const
{
    int left = kPadding;
    if (index.column() == m_edgeColumn)
        left += kEdgeWidth;
    if (showsShape(index.column(), levelAt(index, models::CellLevelRole)))
        left += kShape + kPadding;
    return cell.adjusted(left, 0, -kPadding, 0);
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintBackground(painter, option, index);
    if (index.column() == m_edgeColumn)
        paintEdge(painter, option.rect, index);

    const models::ColumnSpec &column = spec(index.column());
    const StateLevel level = levelAt(index, models::CellLevelRole);
    const QVariant trust = index.data(models::TrustRole);
    const bool believed = !trust.isValid() || static_cast<Trust>(trust.toInt()) == Trust::Fresh;
    const bool link = isLink(index);

    QRect text = textRect(option.rect, index);
    QFont font = option.font;
    const bool quiet = !believed || (level == StateLevel::Idle && column.kind != ColumnKind::State);
    QColor ink = quiet ? m_theme.textMuted : m_theme.text;
    if (level == StateLevel::Critical)
        font.setWeight(QFont::DemiBold);
    if (link) {
        ink = m_theme.accent;
        font.setUnderline(m_hoveredLink == index || believed);
    }
    if (!believed)
        font.setItalic(true);
    if (isProfileColumn(column) && index.data(models::ProductionRole).toBool())
        text.setRight(text.right() - paintProductionMark(painter, text, option.font, index));

    painter->setFont(font);
    painter->setPen(ink);
    const QString shown = index.data(Qt::DisplayRole).toString();
    const QString fitting = QFontMetrics(font).elidedText(shown, Qt::ElideRight, text.width());
    painter->drawText(text, static_cast<int>(column.alignment()) | Qt::TextSingleLine, fitting);
    if (showsShape(index.column(), level)) {
        qreal left = text.left();
        if (column.alignment()
            & Qt::AlignRight) // beside its number, not at the other end of the cell
            left = text.right() - QFontMetrics(font).horizontalAdvance(fitting);
        paintStateShape(painter,
                        QRectF(left - kShape - kPadding + 1,
                               option.rect.center().y() - kShape / 2.0 + 0.5, kShape, kShape),
                        level, m_theme, unknownSign(index));
    }

    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void StateDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.selection);
    else if (levelAt(index, models::LevelRole) == StateLevel::Critical)
        painter->fillRect(option.rect, m_theme.stateWash(StateLevel::Critical));
    else if (option.features & QStyleOptionViewItem::Alternate)
        painter->fillRect(option.rect, m_theme.palette.color(QPalette::AlternateBase));
}

void StateDelegate::paintEdge(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const bool production = index.data(models::ProductionRole).toBool();
    const QString own = index.data(models::ProfileColorRole).toString();
    if (own.isEmpty() && !production)
        return;
    const QColor color = m_theme.profileColor(own, m_theme.production);
    painter->fillRect(
        QRect(cell.left(), cell.top(), kEdgeWidth + (production ? 2 : 0), cell.height()), color);
}

int StateDelegate::paintProductionMark(QPainter *painter, const QRect &cell, const QFont &font,
                                       const QModelIndex &index) const
{
    //: Short mark of a production profile, in a small frame.
    const QString mark = tr("PROD");
    const QFont small = smallFont(font);
    const QFontMetrics metrics(small);
    const int width = metrics.horizontalAdvance(mark) + kPadding;
    if (cell.width() < width * 2)
        return 0;
    const QRect box(cell.right() - width, cell.center().y() - metrics.height() / 2, width,
                    metrics.height());
    const QColor color
        = m_theme.profileColor(index.data(models::ProfileColorRole).toString(), m_theme.production);
    painter->save();
    painter->setFont(small);
    painter->setPen(color);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(box);
    painter->setPen(m_theme.textMuted);
    painter->drawText(box, Qt::AlignCenter, mark);
    painter->restore();
    return width + kPadding;
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const QString shown = index.data(Qt::DisplayRole).toString();
    const QRect none;
    const int around = none.width() - textRect(none, index).width();
    return {metrics.horizontalAdvance(shown) + around + 2, metrics.height() + kPadding};
}

} // namespace tallylight::ui
