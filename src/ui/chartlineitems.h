// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/chartseries.h"

#include <QColor>
#include <QGraphicsItem>
#include <QPen>
#include <QPolygonF>
#include <QRectF>
#include <QString>

class QChart;
class QLineSeries;
class QValueAxis;

namespace tallylight::ui {

struct Theme;

/// The colour of a pipeline's line.
QColor legColor(const QString &pipeline, const Theme &theme);
/// Pipeline 1, the one whose line is dashed and whose dots are hollow.
bool isSecondLeg(const QString &pipeline);

/// From the least to the greatest value of every point that stands for several, as a wash behind
/// the line.
class ChartSpreadItem final : public QGraphicsItem
{
public:
    ChartSpreadItem(const QColor &color, QGraphicsItem *parent);

    /// \a columns in the view's coordinates.
    void setState(const QRectF &plot, const QList<QRectF> &columns);
    qsizetype columnCount() const { return m_columns.size(); }

    QRectF boundingRect() const override { return m_plot; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QColor m_color;
    QRectF m_plot;
    QList<QRectF> m_columns;
};

/// The stretches of a line, each without a gap. Drawn by hand: a series of Qt Charts works out the
/// outline of every line anew for each frame, to find the pointer on it, which takes longer than
/// painting it.
class ChartPolylineItem final : public QGraphicsItem
{
public:
    explicit ChartPolylineItem(QGraphicsItem *parent);

    /// \a lines in the view's coordinates; what leaves \a plot is not drawn.
    void setState(const QRectF &plot, const QList<QPolygonF> &lines, const QPen &pen);

    QRectF boundingRect() const override { return m_plot; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_plot;
    QList<QPolygonF> m_lines;
    QPen m_pen;
};

/// What stands for one leg's line in a QChart: its stretches, a series for dots, and the spread
/// behind them. All are kept and refilled, never made anew while panning.
class ChartLineItems
{
public:
    /// What part of the plane the plot shows, and where the plot is in the view.
    struct Scale
    {
        double fromMsec = 0.0;
        double toMsec = 1.0;
        double minimum = 0.0;
        double maximum = 1.0;
        QRectF plot;
    };
    /// What is handed to Qt Charts at present, for tests and measurements.
    struct Drawn
    {
        qsizetype points = 0;
        qsizetype polylines = 0;
        qsizetype dots = 0;
        qsizetype spreads = 0;
    };

    /// The dots belong to \a chart, which outlives this; so do the axes and \a theme. Both axes
    /// must stay at 0 … 1: points are scaled here, so that Qt Charts works out their places once a
    /// frame and not once for each axis and once for the points.
    ChartLineItems(QChart &chart, QValueAxis &timeAxis, QValueAxis &valueAxis,
                   const QString &pipeline, const Theme &theme);
    ~ChartLineItems();
    ChartLineItems(ChartLineItems &&other) noexcept;
    ChartLineItems &operator=(ChartLineItems &&) = delete;

    /// Shows \a visible, which lies within \a scale, and nothing else.
    void show(const QList<models::ChartSegment> &visible, const Scale &scale);

    const Drawn &drawn() const { return m_drawn; }
    const QPen &pen() const { return m_pen; }

private:
    QLineSeries *makeSeries();
    QPen penFor(double pixelLength) const;
    qsizetype showSpread(const QList<models::ChartSegment> &visible, const Scale &scale);
    qsizetype showLines(const QList<QList<QPointF>> &lines, const QRectF &plot);

    QChart &m_chart;
    QValueAxis &m_timeAxis;
    QValueAxis &m_valueAxis;
    QString m_pipeline;
    const Theme &m_theme;
    QLineSeries *m_dots;
    ChartSpreadItem *m_spread; // owned
    ChartPolylineItem *m_polylines; // owned
    QPen m_pen;
    Drawn m_drawn;
};

} // namespace tallylight::ui
