// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

class QPainter;

namespace tallylight::ui {

/// A translucent rectangle behind something.
struct Wash
{
    QRectF rect;
    QColor color;
};

/// Paints \a washes, which lie within \a area. Of several at one place the last counts. On screen
/// they are put together in an image first: Qt's raster engine hands every blended rectangle to a
/// pool of threads, which takes many times as long as filling it. Other devices, such as SVG, get
/// rectangles.
void paintWashes(QPainter *painter, const QRectF &area, const QList<Wash> &washes);

} // namespace tallylight::ui
