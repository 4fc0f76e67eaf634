// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stateshape.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

QPolygonF octagon(const QPointF &center, qreal radius)
{
    QPolygonF polygon;
    for (int corner = 0; corner < 8; ++corner) {
        const qreal angle = (corner + 0.5) * std::numbers::pi / 4.0;
        polygon << center + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return polygon;
}

void paintCross(QPainter *painter, const QPointF &center, qreal arm, const QColor &ink)
{
    painter->setPen(QPen(ink, std::max(1.5, arm * 0.6), Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
    painter->drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
}

void paintWarning(QPainter *painter, const QPointF &center, qreal r, const QColor &fill,
                  const QColor &ink)
{
    QPolygonF triangle;
    triangle << center + QPointF(0, -r) << center + QPointF(r, 0.85 * r)
             << center + QPointF(-r, 0.85 * r);
    painter->setPen(QPen(fill, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(fill);
    painter->drawPolygon(triangle);
    painter->setPen(QPen(ink, std::max(1.4, r * 0.26), Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(center + QPointF(0, -0.30 * r), center + QPointF(0, 0.22 * r));
    painter->drawPoint(center + QPointF(0, 0.58 * r));
}

void paintUnknown(QPainter *painter, const QPointF &center, qreal r, const QColor &color,
                  QChar sign)
{
    QPolygonF diamond;
    diamond << center + QPointF(0, -r) << center + QPointF(r, 0) << center + QPointF(0, r)
            << center + QPointF(-r, 0);
    painter->setPen(
        QPen(color, std::max(1.2, r * 0.2), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolygon(diamond);
    QFont font = painter->font();
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(r * 1.25))));
    font.setWeight(QFont::Bold);
    painter->setFont(font);
    painter->drawText(QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r), Qt::AlignCenter,
                      QString(sign));
}

} // namespace

void paintStateShape(QPainter *painter, const QRectF &rect, models::StateLevel level,
                     const Theme &theme, QChar sign)
{
    const qreal r = std::min(rect.width(), rect.height()) / 2.0 - 1.0;
    if (r <= 1.0 || level == models::StateLevel::None)
        return;
    const QPointF center = rect.center();
    const QColor color = theme.stateColor(level);
    const QColor ink = theme.dark ? QColor(0x101317) : QColor(0xffffff);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (level) {
    case models::StateLevel::Critical:
        painter->drawPolygon(octagon(center, r * 1.04));
        paintCross(painter, center, r * 0.36, ink);
        break;
    case models::StateLevel::Warning:
        paintWarning(painter, center, r * 0.96, color, ink);
        break;
    case models::StateLevel::Unknown:
        paintUnknown(painter, center, r * 1.05, color, sign);
        break;
    case models::StateLevel::Ok:
        painter->drawEllipse(center, r * 0.72, r * 0.72);
        break;
    case models::StateLevel::Idle:
        painter->setPen(QPen(color, std::max(1.2, r * 0.2)));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(
            QRectF(center.x() - r * 0.8, center.y() - r * 0.3, r * 1.6, r * 0.6), 1.5, 1.5);
        break;
    case models::StateLevel::None:
        break;
    }
    painter->restore();
}

QIcon stateIcon(models::StateLevel level, const Theme &theme, int size, QChar sign)
{
    constexpr qreal kScale = 2.0; // sharp on dense screens, scaled down on others
    QPixmap pixmap(QSizeF(size * kScale, size * kScale).toSize());
    pixmap.setDevicePixelRatio(kScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStateShape(&painter, QRectF(0, 0, size, size), level, theme, sign);
    return QIcon(pixmap);
}

} // namespace tallylight::ui
