// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"
#include "ui/chartcontent.h"
#include "ui/chartlineitems.h"
#include "ui/chartspan.h"
#include "ui/chartticks.h"

#include <QtCharts/QChartView>

#include <optional>
#include <vector>

class QValueAxis;

namespace tallylight::ui {

class ChartBandItem;
class ChartCursorItem;
class ChartGridItem;
struct Theme;

/// What the pointer, or the keyboard's cursor, is at.
struct ChartReadout
{
    struct Value
    {
        QString pipeline;
        std::optional<double> value; ///< nullopt: no data then, which is not zero
        QString text; ///< with unit, or the words for no data
    };
    double at = 0.0; ///< milliseconds since the epoch, UTC
    QString time; ///< with its zone
    QList<Value> values; ///< one for every line
    QList<TimelineBand> bands; ///< what is behind the lines there
};

/// The chart of one metric of one channel, both legs overlaid: leg 0 solid in one colour, leg 1
/// dashed in another, on a ground that tells channel states, alerts and times nobody looked.
///
/// Nothing is drawn through a gap; lone points are dots; points too many for their pixels become
/// their mean with the spread behind it, so that a fortnight pans as smoothly as an hour. Wheel
/// zooms at the pointer, dragging pans, a click locks the cursor, a double click shows everything;
/// the keyboard does the same (Left, Right, +, -, Home, End, 0), moves the cursor (Shift with Left
/// or Right) and locks it (L; Escape lets go).
class HealthChart : public QChartView
{
    Q_OBJECT

public:
    /// \a theme outlives the chart.
    explicit HealthChart(const Theme &theme, QWidget *parent = nullptr);
    ~HealthChart() override;

    /// Shows \a content. With \a keepView a zoomed view stays where it is, and one that reached up
    /// to the newest point follows it; otherwise everything is shown.
    void setContent(const ChartContent &content, bool keepView);
    const ChartContent &content() const { return m_content; }
    void clearContent();
    /// Shows other limits behind what is shown already.
    void setThresholds(const QList<ChartThreshold> &thresholds);

    void setTimeZone(models::TimeZoneChoice zone);
    /// Starts the scale at zero (the default), or closely around the values.
    void setFromZero(bool fromZero);
    /// Charts above another one leave the times to it.
    void setTimeLabels(bool visible);
    /// What is visible, in milliseconds since the epoch.
    double visibleFrom() const { return m_span.from(); }
    double visibleTo() const { return m_span.to(); }
    bool isZoomed() const { return m_span.isZoomed(); }
    void setVisibleRange(double fromMsec, double toMsec);
    /// Shows 1 / \a factor of what is visible now, keeping \a atMsec in place.
    void zoom(double factor, double atMsec);
    /// Moves by \a share of what is visible; positive shows later times.
    void pan(double share);
    void resetZoom();

    /// Puts the cursor at a time, or takes it away.
    void setCursor(std::optional<double> atMsec);
    std::optional<double> cursor() const { return m_cursor; }
    /// A locked cursor stays where it is when the pointer moves or leaves.
    void setCursorLocked(bool locked);
    bool isCursorLocked() const { return m_locked; }
    /// The values at the cursor; nullopt without one.
    std::optional<ChartReadout> readout() const;

    /// How a line is drawn at present; \a line counts as in content().
    const ChartLineItems &lineItems(std::size_t line) const { return m_lines.at(line); }
    const ChartBandItem &bandItem() const { return *m_bandItem; }
    /// Title, newest, least and most of every leg, and the number of gaps, for screen readers.
    QString summary() const;

Q_SIGNALS:
    void visibleRangeChanged(double fromMsec, double toMsec);
    /// The user has moved the cursor, or taken it away (valid false).
    void cursorMoved(bool valid, double atMsec);
    /// The user has locked the cursor or let it go.
    void cursorLockChanged(bool locked);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void buildLines();
    void updateLayout();
    void updateView();
    void updateScale(const std::optional<models::ValueRange> &visible);
    void updateGrid();
    void updateCursor();
    void moveCursor(std::optional<double> atMsec);
    void stepCursor(int direction);
    void lockCursor(bool locked);
    void spanChanged();
    double msecAt(double x) const;
    double pixelOf(double msec) const;
    double pixelOfValue(double value) const;
    QRectF plot() const;

    const Theme &m_theme;
    ChartContent m_content;
    std::vector<ChartLineItems> m_lines;
    QValueAxis *m_timeAxis;
    QValueAxis *m_valueAxis;
    ChartBandItem *m_bandItem;
    ChartGridItem *m_grid;
    ChartCursorItem *m_cursorItem;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    ValueScale m_scale;
    ChartSpan m_span;
    std::optional<double> m_cursor;
    std::optional<double> m_dragX; // pointer position of the last drag step
    QPointF m_pressedAt;
    bool m_dragged = false;
    bool m_locked = false;
    bool m_lockedBeforeClick = false;
    bool m_fromZero = true;
    bool m_timeLabels = true;
};

} // namespace tallylight::ui
