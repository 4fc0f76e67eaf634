// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartitems.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <optional>

namespace tallylight::ui {

namespace {

constexpr qreal kMark = 3.5;

// Lines on half pixels stay one pixel wide and sharp.
qreal crisp(qreal coordinate)
{
    return std::floor(coordinate) + 0.5;
}

} // namespace

ChartGridItem::ChartGridItem(const Theme &theme, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartGridItem::setState(const State &state)
{
    if (state.area != m_state.area)
        prepareGeometryChange();
    m_state = state;
    update();
}

void ChartGridItem::setFont(const QFont &font)
{
    m_font = font;
    update();
}

void ChartGridItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_state.plot.width() <= 0 || m_state.plot.height() <= 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(m_font);
    paintValues(painter);
    paintTimes(painter);
    paintLimits(painter);
    painter->restore();
}

void ChartGridItem::paintValues(QPainter *painter) const
{
    const QRectF &plot = m_state.plot;
    const ValueScale &scale = m_state.scale;
    const QFontMetricsF metrics(m_font);
    const qreal half = metrics.height() / 2.0;
    qreal lastTop = plot.bottom() + 2 * metrics.height();
    for (const ValueTick &tick : scale.ticks) {
        const qreal share = (tick.value - scale.minimum) / (scale.maximum - scale.minimum);
        const qreal y = plot.bottom() - share * plot.height();
        const bool isBase = tick.value == 0.0;
        painter->setPen(isBase ? m_theme.border : m_theme.grid);
        painter->drawLine(QPointF(plot.left(), crisp(y)), QPointF(plot.right(), crisp(y)));
        if (y + half > lastTop)
            continue; // a low chart has no room for every label
        lastTop = y - half;
        painter->setPen(m_theme.textMuted);
        painter->drawText(QRectF(m_state.area.left(), y - half,
                                 plot.left() - m_state.area.left() - kGrid, metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
}

void ChartGridItem::paintLimits(QPainter *painter) const
{
    const QRectF &plot = m_state.plot;
    const ValueScale &scale = m_state.scale;
    const QFontMetricsF metrics(m_font);
    qreal labelRight = plot.right() - 2.0;
    std::optional<qreal> lastY;
    for (const Limit &limit : m_state.limits) {
        if (limit.value < scale.minimum || limit.value > scale.maximum)
            continue;
        const qreal share = (limit.value - scale.minimum) / (scale.maximum - scale.minimum);
        const qreal y = crisp(plot.bottom() - share * plot.height());
        QPen pen(limit.color, 1.0);
        pen.setDashPattern({2.0, 4.0});
        painter->setPen(pen);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const qreal width = metrics.horizontalAdvance(limit.label) + 1.0;
        if (!lastY || std::abs(*lastY - y) >= metrics.height())
            labelRight = plot.right() - 2.0;
        lastY = y;
        if (labelRight - width < plot.left())
            continue;
        const qreal above = y - metrics.height();
        painter->setPen(m_theme.textMuted);
        painter->drawText(QRectF(labelRight - width, above < plot.top() ? y + 1.0 : above, width,
                                 metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, limit.label);
        labelRight -= width + kGrid;
    }
}

void ChartGridItem::paintTimes(QPainter *painter) const
{
    const QRectF &plot = m_state.plot;
    const QFontMetricsF metrics(m_font);
    const qreal zoneWidth = metrics.horizontalAdvance(m_state.zone) + kGrid;
    const qreal zoneRight = m_state.area.right() - kGrid;
    qreal lastDayRight = m_state.area.left();
    for (const TimeTick &tick : m_state.times) {
        const qreal share = (tick.at - m_state.fromMsec) / (m_state.toMsec - m_state.fromMsec);
        const qreal x = plot.left() + share * plot.width();
        painter->setPen(tick.day.isEmpty() ? m_theme.grid : m_theme.border);
        painter->drawLine(QPointF(crisp(x), plot.top()), QPointF(crisp(x), plot.bottom()));
        if (!m_state.timeLabels)
            continue;
        painter->setPen(m_theme.textMuted);
        const qreal width = metrics.horizontalAdvance(tick.label);
        const qreal top = plot.bottom() + kGrid / 2.0;
        if (x - width / 2.0 >= m_state.area.left() && x + width / 2.0 <= m_state.area.right())
            painter->drawText(QRectF(x - width / 2.0, top, width + 1, metrics.height()),
                              Qt::AlignCenter, tick.label);
        const qreal dayWidth = metrics.horizontalAdvance(tick.day);
        const qreal dayLeft = std::max(m_state.area.left(), x - dayWidth / 2.0);
        if (!tick.day.isEmpty() && dayLeft > lastDayRight
            && dayLeft + dayWidth < zoneRight - zoneWidth) {
            painter->drawText(
                QRectF(dayLeft, top + metrics.height(), dayWidth + 1, metrics.height()),
                Qt::AlignCenter, tick.day);
            lastDayRight = dayLeft + dayWidth + kGrid;
        }
    }
    if (m_state.timeLabels) {
        painter->setPen(m_theme.textMuted);
        painter->drawText(QRectF(zoneRight - zoneWidth,
                                 plot.bottom() + kGrid / 2.0 + metrics.height(), zoneWidth,
                                 metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, m_state.zone);
    }
}

ChartCursorItem::ChartCursorItem(const Theme &theme, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartCursorItem::setState(const QRectF &plot, std::optional<qreal> x, const QList<Mark> &marks,
                               bool locked)
{
    if (!x && !m_x)
        return;
    prepareGeometryChange();
    m_plot = plot;
    m_x = x;
    m_marks = marks;
    m_locked = locked;
    update();
}

QRectF ChartCursorItem::boundingRect() const
{
    if (!m_x)
        return {};
    QRectF bounds(*m_x - kMark - 1, m_plot.top(), 2 * kMark + 2, m_plot.height());
    for (const Mark &mark : m_marks)
        bounds |= QRectF(mark.at.x() - kMark - 1, mark.at.y() - kMark - 1, 2 * kMark + 2,
                         2 * kMark + 2);
    return bounds;
}

void ChartCursorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_x)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(m_locked ? QPen(m_theme.accent, 2.0) : QPen(m_theme.textMuted));
    painter->drawLine(QPointF(crisp(*m_x), m_plot.top()), QPointF(crisp(*m_x), m_plot.bottom()));
    if (m_locked)
        painter->fillRect(QRectF(*m_x - kMark, m_plot.top(), 2 * kMark, 2 * kMark), m_theme.accent);
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Mark &mark : m_marks) {
        painter->setPen(QPen(mark.color, 1.5));
        painter->setBrush(mark.hollow ? m_theme.base : mark.color);
        painter->drawEllipse(mark.at, kMark, kMark);
    }
    painter->restore();
}

} // namespace tallylight::ui
