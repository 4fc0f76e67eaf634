// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartsample.h"

#include "ui/chartbanditem.h"
#include "ui/chartlineitems.h"
#include "ui/theme.h"

#include <QPainter>

namespace tallylight::ui {

void paintChartMark(QPainter *painter, const QRectF &rect, const ChartMark &mark,
                    const Theme &theme)
{
    painter->save();
    switch (mark.kind) {
    case ChartMark::Kind::Leg: {
        QPen pen(legColor(mark.pipeline, theme), 2.0);
        pen.setCapStyle(Qt::FlatCap);
        if (isSecondLeg(mark.pipeline))
            pen.setDashPattern({3.5, 1.5});
        painter->setPen(pen);
        painter->drawLine(QPointF(rect.left(), rect.center().y()),
                          QPointF(rect.right(), rect.center().y()));
        break;
    }
    case ChartMark::Kind::Spread: {
        QColor color = legColor(QString(), theme);
        color.setAlpha(80);
        painter->fillRect(rect.adjusted(0, 2, 0, -2), color);
        break;
    }
    case ChartMark::Kind::Band:
        paintBandSample(painter, rect, mark.band, mark.level, theme);
        break;
    }
    painter->restore();
}

ChartSample::ChartSample(const ChartMark &mark, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mark(mark)
    , m_theme(theme)
{
    setFixedSize(3 * kGrid, 2 * kGrid);
}

void ChartSample::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChartMark(&painter, QRectF(rect()), m_mark, m_theme);
}

} // namespace tallylight::ui
