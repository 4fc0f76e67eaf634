// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/washpainter.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

namespace tallylight::ui {

namespace {

void fill(QPainter *painter, const QList<Wash> &washes)
{
    for (const Wash &wash : washes)
        painter->fillRect(wash.rect, wash.color);
}

} // namespace

void paintWashes(QPainter *painter, const QRectF &area, const QList<Wash> &washes)
{
    if (washes.isEmpty() || area.isEmpty())
        return;
    if (painter->paintEngine()->type() != QPaintEngine::Raster) {
        fill(painter, washes);
        return;
    }
    const qreal pixelRatio = painter->device()->devicePixelRatio();
    QImage image((area.size() * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter together(&image);
    together.setCompositionMode(QPainter::CompositionMode_Source); // filled, not blended
    together.translate(-area.topLeft());
    fill(&together, washes);
    together.end();
    painter->drawImage(area.topLeft(), image);
}

} // namespace tallylight::ui
