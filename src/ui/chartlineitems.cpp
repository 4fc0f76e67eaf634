// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartlineitems.h"

#include "ui/theme.h"
#include "ui/washpainter.h"

#include <QImage>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tallylight::ui {

namespace {

// Beyond this many stretches the gaps would be all there is to see; the points are shown without
// lines.
constexpr qsizetype kMostPolylines = 120;
// Stroking dashes along a noisy line costs ten times the line itself, and they can't be told from
// the noise.
constexpr double kLongestDashedLine = 6000.0;
constexpr double kDotSpacing = 12.0; // pixels between points from which each one gets a dot
constexpr int kDotSize = 6;
constexpr int kSpreadAlpha = 80; // light enough for the lines and the other leg to be seen
constexpr qreal kSpreadZ = 3.0; // above the grid, below the lines
constexpr qreal kLinesZ = 4.0; // below the dots

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

QPointF scaled(const models::ChartPoint &point, const ChartLineItems::Scale &scale)
{
    return {(point.at - scale.fromMsec) / (scale.toMsec - scale.fromMsec),
            (point.value - scale.minimum) / (scale.maximum - scale.minimum)};
}

/// All of \a segments as one, no longer than \a columns: too many stretches are dots anyway.
QList<models::ChartSegment> thinned(const QList<models::ChartSegment> &segments,
                                    const ChartLineItems::Scale &scale, int columns)
{
    models::ChartSegment all;
    for (const models::ChartSegment &segment : segments)
        all += segment;
    QList<models::ChartSegment> dots;
    for (const models::ChartPoint &point :
         models::downsample(all, scale.fromMsec, scale.toMsec, columns))
        dots.append({point});
    return dots;
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

ChartSpreadItem::ChartSpreadItem(const QColor &color, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_color(color)
{
    m_color.setAlpha(kSpreadAlpha);
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(kSpreadZ);
}

void ChartSpreadItem::setState(const QRectF &plot, const QList<QRectF> &columns)
{
    if (plot != m_plot)
        prepareGeometryChange();
    if (columns.isEmpty() && m_columns.isEmpty())
        return;
    m_plot = plot;
    m_columns = columns;
    update();
}

void ChartSpreadItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    QList<Wash> washes;
    washes.reserve(m_columns.size());
    for (const QRectF &column : std::as_const(m_columns))
        washes.append({column, m_color});
    paintWashes(painter, m_plot, washes);
}

ChartPolylineItem::ChartPolylineItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(kLinesZ);
}

void ChartPolylineItem::setState(const QRectF &plot, const QList<QPolygonF> &lines, const QPen &pen)
{
    if (plot != m_plot)
        prepareGeometryChange();
    if (lines.isEmpty() && m_lines.isEmpty())
        return;
    m_plot = plot;
    m_lines = lines;
    m_pen = pen;
    update();
}

void ChartPolylineItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_lines.isEmpty())
        return;
    painter->save();
    painter->setClipRect(m_plot);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_pen);
    for (const QPolygonF &line : std::as_const(m_lines))
        painter->drawPolyline(line);
    painter->restore();
}

ChartLineItems::ChartLineItems(QChart &chart, QValueAxis &timeAxis, QValueAxis &valueAxis,
                               const QString &pipeline, const Theme &theme)
    : m_chart(chart)
    , m_timeAxis(timeAxis)
    , m_valueAxis(valueAxis)
    , m_pipeline(pipeline)
    , m_theme(theme)
    , m_dots(makeSeries())
    , m_spread(new ChartSpreadItem(legColor(pipeline, theme), &chart))
    , m_polylines(new ChartPolylineItem(&chart))
    , m_pen(penFor(0.0))
{
    m_dots->setPen(QPen(Qt::NoPen));
    m_dots->setPointsVisible(true);
    m_dots->setMarkerSize(kDotSize);
    m_dots->setLightMarker(dotImage(legColor(pipeline, theme), theme.base, isSecondLeg(pipeline)));
}

ChartLineItems::~ChartLineItems()
{
    delete m_spread;
    delete m_polylines;
}

ChartLineItems::ChartLineItems(ChartLineItems &&other) noexcept
    : m_chart(other.m_chart)
    , m_timeAxis(other.m_timeAxis)
    , m_valueAxis(other.m_valueAxis)
    , m_pipeline(std::move(other.m_pipeline))
    , m_theme(other.m_theme)
    , m_dots(other.m_dots)
    , m_spread(std::exchange(other.m_spread, nullptr))
    , m_polylines(std::exchange(other.m_polylines, nullptr))
    , m_pen(other.m_pen)
    , m_drawn(other.m_drawn)
{
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
    const bool tooMany = visible.size() > kMostPolylines;
    const QList<models::ChartSegment> segments = tooMany
        ? thinned(visible, scale, static_cast<int>(scale.plot.width() / kDotSize))
        : visible;
    Drawn drawn;
    double length = 0.0;
    QList<QList<QPointF>> lines;
    lines.reserve(segments.size());
    for (const models::ChartSegment &segment : segments) {
        drawn.points += segment.size();
        QList<QPointF> line;
        line.reserve(segment.size());
        for (const models::ChartPoint &point : segment) {
            const QPointF place = scaled(point, scale);
            if (!line.isEmpty())
                length += std::abs(place.x() - line.last().x()) * scale.plot.width()
                    + std::abs(place.y() - line.last().y()) * scale.plot.height();
            line.append(place);
        }
        lines.append(line);
    }
    m_pen = penFor(length);
    const bool allDots
        = tooMany || scale.plot.width() >= kDotSpacing * static_cast<double>(drawn.points);
    QList<QPointF> dots;
    for (const QList<QPointF> &line : std::as_const(lines)) {
        if (allDots || line.size() == 1)
            dots += line;
    }
    drawn.polylines = showLines(lines, scale.plot);
    drawn.spreads = showSpread(segments, scale);
    drawn.dots = dots.size();
    if (!dots.isEmpty() || m_dots->count() > 0)
        m_dots->replace(dots);
    m_drawn = drawn;
}

qsizetype ChartLineItems::showLines(const QList<QList<QPointF>> &lines, const QRectF &plot)
{
    QList<QPolygonF> shown;
    for (const QList<QPointF> &line : lines) {
        if (line.size() == 1)
            continue;
        QPolygonF polyline;
        polyline.reserve(line.size());
        for (const QPointF &point : line)
            polyline.append({plot.left() + point.x() * plot.width(),
                             plot.bottom() - point.y() * plot.height()});
        shown.append(polyline);
    }
    m_polylines->setState(plot, shown, m_pen);
    return shown.size();
}

qsizetype ChartLineItems::showSpread(const QList<models::ChartSegment> &visible, const Scale &scale)
{
    const QRectF &plot = scale.plot;
    const auto xOf = [&](double at) {
        return plot.left() + (at - scale.fromMsec) / (scale.toMsec - scale.fromMsec) * plot.width();
    };
    const auto yOf = [&](double value) {
        return plot.bottom()
            - (value - scale.minimum) / (scale.maximum - scale.minimum) * plot.height();
    };
    QList<QRectF> columns;
    for (const models::ChartSegment &segment : visible) {
        for (qsizetype i = 0; i < segment.size(); ++i) {
            const models::ChartPoint &point = segment.at(i);
            if (!point.hasSpread())
                continue;
            // Neighbours meet half-way, on whole pixels: an overlap would show as a stripe.
            const double before = i > 0 ? segment.at(i - 1).at : point.at;
            const double after = i + 1 < segment.size() ? segment.at(i + 1).at : point.at;
            const qreal left = std::round(xOf((before + point.at) / 2.0));
            const qreal right = std::max(left + 1.0, std::round(xOf((point.at + after) / 2.0)));
            const qreal top = yOf(point.high);
            columns.append(QRectF(left, top, right - left, std::max(1.0, yOf(point.low) - top)));
        }
    }
    m_spread->setState(plot, columns);
    return columns.size();
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
