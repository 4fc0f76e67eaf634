// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartlineitems.h"

#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <cmath>
#include <utility>

namespace tallylight::ui {

namespace {

// Every polyline is an item of its own in Qt Charts; beyond this many the points are shown without
// lines.
constexpr qsizetype kMostPolylines = 120;
// Stroking dashes along a noisy line costs ten times the line itself, and they can't be told from
// the noise.
constexpr double kLongestDashedLine = 6000.0;
constexpr double kDotSpacing = 12.0; // pixels between points from which each one gets a dot
constexpr int kDotSize = 6;

QImage dotImage(const QColor &color, const QColor &inside, bool hollow)
{
    constexpr int scale = 3;
    QImage image(kDotSize * scale, kDotSize * scale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4 * scale));
    painter.setBrush(hollow ? inside : color);
    const qreal inset = 0.8 * scale;
    painter.drawEllipse(QRectF(image.rect()).adjusted(inset, inset, -inset, -inset));
    return image;
}

} // namespace

QColor legColor(const QString &pipeline, const Theme &theme)
{
    return isSecondLeg(pipeline) ? theme.leg1 : theme.leg0;
}

bool isSecondLeg(const QString &pipeline)
{
    return pipeline == u"1";
}

ChartLineItems::ChartLineItems(QChart &chart, QValueAxis &timeAxis, QValueAxis &valueAxis,
                               const QString &pipeline, const Theme &theme)
    : m_chart(chart)
    , m_timeAxis(timeAxis)
    , m_valueAxis(valueAxis)
    , m_pipeline(pipeline)
    , m_theme(theme)
    , m_dots(makeSeries())
    , m_pen(penFor(0.0))
{
    m_dots->setPen(QPen(Qt::NoPen));
    m_dots->setPointsVisible(true);
    m_dots->setMarkerSize(kDotSize);
    m_dots->setLightMarker(dotImage(legColor(pipeline, theme), theme.base, isSecondLeg(pipeline)));
}

QLineSeries *ChartLineItems::makeSeries()
{
    auto *series = new QLineSeries;
    m_chart.addSeries(series);
    series->attachAxis(&m_timeAxis);
    series->attachAxis(&m_valueAxis);
    return series;
}

void ChartLineItems::show(const QList<models::ChartSegment> &visible, const Scale &scale)
{
    const double perMsec = 1.0 / (scale.toMsec - scale.fromMsec);
    const double perValue = 1.0 / (scale.maximum - scale.minimum);
    Drawn drawn;
    double length = 0.0;
    QList<QList<QPointF>> lines;
    lines.reserve(visible.size());
    for (const models::ChartSegment &segment : visible) {
        drawn.points += segment.size();
        QList<QPointF> line;
        line.reserve(segment.size());
        for (const QPointF &point : segment) {
            const QPointF scaled((point.x() - scale.fromMsec) * perMsec,
                                 (point.y() - scale.minimum) * perValue);
            if (!line.isEmpty())
                length += std::abs(scaled.x() - line.last().x()) * scale.pixels.width()
                    + std::abs(scaled.y() - line.last().y()) * scale.pixels.height();
            line.append(scaled);
        }
        lines.append(line);
    }
    m_pen = penFor(length);
    const bool tooMany = lines.size() > kMostPolylines;
    const bool allDots
        = tooMany || scale.pixels.width() >= kDotSpacing * static_cast<double>(drawn.points);

    QList<QPointF> dots;
    for (const QList<QPointF> &line : std::as_const(lines)) {
        if (allDots || line.size() == 1)
            dots += line;
        if (line.size() == 1 || tooMany)
            continue;
        if (drawn.polylines == static_cast<qsizetype>(m_pool.size()))
            m_pool.push_back(makeSeries());
        QLineSeries *series = m_pool[static_cast<std::size_t>(drawn.polylines++)];
        if (series->pen() != m_pen)
            series->setPen(m_pen);
        series->replace(line);
    }
    for (auto i = static_cast<std::size_t>(drawn.polylines); i < m_pool.size(); ++i) {
        if (m_pool[i]->count() > 0)
            m_pool[i]->clear();
    }
    drawn.dots = dots.size();
    if (!dots.isEmpty() || m_dots->count() > 0)
        m_dots->replace(dots);
    m_drawn = drawn;
}

QPen ChartLineItems::penFor(double pixelLength) const
{
    QPen pen(legColor(m_pipeline, m_theme), 1.6);
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    if (!isSecondLeg(m_pipeline))
        return pen;
    if (pixelLength > kLongestDashedLine)
        pen.setWidthF(1.0);
    else
        pen.setDashPattern({5.0, 3.0});
    return pen;
}

} // namespace tallylight::ui
