// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/flatstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRadius = 3.0;
constexpr int kScrollBarExtent = 12;

QRectF hairline(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawArrow(QPainter *painter, const QRectF &box, bool up, const QColor &color)
{
    const qreal half = 3.5;
    const qreal rise = up ? -2.0 : 2.0;
    const QPointF c = box.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF{
        {c.x() - half, c.y() - rise}, {c.x(), c.y() + rise}, {c.x() + half, c.y() - rise}});
    painter->restore();
}

} // namespace

FlatStyle::FlatStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButtonPanel(option, painter);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        drawCheckBox(option, painter, element == PE_IndicatorRadioButton);
        return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.accent, 1.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(hairline(option->rect), kRadius, kRadius);
        painter->restore();
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        painter->save();
        painter->setPen(m_theme.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(hairline(option->rect));
        painter->restore();
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, m_theme.surface);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabBarBase:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawButtonPanel(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool hover = enabled && (option->state & State_MouseOver);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = (option->state & State_AutoRaise)
        || (button && (button->features & QStyleOptionButton::Flat));
    const bool preferred = button && (button->features & QStyleOptionButton::DefaultButton);
    const bool focused = option->state & State_HasFocus;
    if (flat && !down && !hover && !focused)
        return;
    QColor fill = m_theme.raised;
    if (down)
        fill = m_theme.selection;
    else if (hover)
        fill = m_theme.dark ? fill.lighter(118) : fill.darker(106);
    QColor edge = preferred || focused ? m_theme.accent : m_theme.border;
    if (!enabled)
        edge = m_theme.grid;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(flat && !focused ? QPen(Qt::NoPen) : QPen(edge));
    painter->setBrush(flat && focused && !down && !hover ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter->drawRoundedRect(hairline(option->rect), kRadius, kRadius);
    painter->restore();
}

void FlatStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool focused = option->state & State_HasFocus;
    const bool enabled = option->state & State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused ? m_theme.accent : m_theme.border, 1.0));
    painter->setBrush(enabled ? option->palette.brush(QPalette::Base)
                              : option->palette.brush(QPalette::Window));
    painter->drawRoundedRect(hairline(option->rect), kRadius, kRadius);
    painter->restore();
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme.surface);
        painter->setPen(m_theme.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.surface);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FlatStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    const QRect rect = option->rect;
    const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
    painter->save();
    painter->fillRect(rect, hover ? m_theme.raised : m_theme.surface);
    painter->setPen(m_theme.border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(m_theme.grid);
    painter->drawLine(rect.topRight() + QPoint(0, 5), rect.bottomRight() - QPoint(0, 5));
    painter->restore();
}

void FlatStyle::drawCheckBox(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state & State_Enabled;
    const qreal side = std::min({option->rect.width(), option->rect.height(), 14});
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = enabled ? m_theme.textMuted : m_theme.border;
    painter->setPen(option->state & State_HasFocus ? m_theme.accent : edge);
    painter->setBrush(m_theme.base);
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 2, 2);
    const QColor mark = enabled ? m_theme.accent : m_theme.border;
    if (round && (option->state & State_On)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), side / 4.5, side / 4.5);
    } else if (option->state & State_On) {
        painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(QPolygonF({box.topLeft() + QPointF(side * 0.22, side * 0.48),
                                         box.topLeft() + QPointF(side * 0.42, side * 0.68),
                                         box.topLeft() + QPointF(side * 0.74, side * 0.26)}));
    } else if (option->state & State_NoChange) {
        painter->setPen(QPen(mark, 1.8));
        painter->drawLine(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0));
    }
    painter->restore();
}

void FlatStyle::drawMenuItem(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item || item->checkType == QStyleOptionMenuItem::NotCheckable || item->icon.isNull()) {
        QProxyStyle::drawControl(CE_MenuItem, option, painter, widget);
        return;
    }
    // Fusion would put the icon in the place of the check box; both are wanted.
    QStyleOptionMenuItem plain(*item);
    plain.icon = QIcon();
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
    constexpr int kIcon = 16;
    const QRect place(item->rect.right() - kIcon - kGrid, item->rect.center().y() - kIcon / 2 + 1,
                      kIcon, kIcon);
    item->icon.paint(painter, visualRect(item->direction, item->rect, place));
}

void FlatStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = option->state & State_Selected;
    const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
    const QRect rect = option->rect;
    painter->save();
    if (hover && !selected)
        painter->fillRect(rect.adjusted(1, 1, -1, -2), m_theme.raised);
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), m_theme.accent);
    painter->restore();
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void FlatStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    painter->save();
    painter->fillRect(option->rect, m_theme.surface);
    const bool active = (option->activeSubControls & SC_ScrollBarSlider)
        && (option->state & (State_MouseOver | State_Sunken));
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    if (option->state & State_Horizontal)
        handle.adjust(1, 3, -1, -3);
    else
        handle.adjust(3, 1, -3, -1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? m_theme.textMuted : m_theme.border);
    const qreal radius = std::min(handle.width(), handle.height()) / 2.0;
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

void FlatStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    if (combo->frame) {
        if (combo->editable)
            drawField(option, painter);
        else
            drawButtonPanel(option, painter);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawArrow(painter, arrow, false,
              option->state & State_Enabled ? m_theme.textMuted : m_theme.border);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGrid;
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 3 * kGrid;
    case PM_TabBarTabVSpace:
        return 2 * kGrid;
    case PM_SplitterWidth:
        return 5;
    case PM_HeaderMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.grid.rgba());
    case SH_TabBar_ElideMode:
        return Qt::ElideNone;
    case SH_ItemView_ChangeHighlightOnFocus:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(3, 0, -3, 0);
    return rect;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setWidth(std::max(result.width(), size.width() + 3 * kGrid));
        result.setHeight(std::max(result.height(), 3 * kGrid));
        break;
    case CT_ComboBox:
    case CT_LineEdit:
        result.setHeight(std::max(result.height(), 3 * kGrid));
        break;
    case CT_ToolButton:
        result.setHeight(std::max(result.height(), 3 * kGrid));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->checkType != QStyleOptionMenuItem::NotCheckable && !item->icon.isNull())
            result.rwidth() += 3 * kGrid;
        break;
    default:
        break;
    }
    return result;
}

} // namespace tallylight::ui
