// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchart.h"

#include "models/words.h"
#include "ui/chartbanditem.h"
#include "ui/chartitems.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kGridZ = 2.5; // above the chart's background, below its lines
constexpr qreal kCursorZ = 1000.0;
constexpr qreal kBandZ = 2.0; // below the grid
// A column of two pixels is as fine as can be seen, and half the cost of one.
constexpr double kColumnPixels = 2.0;
constexpr int kFewestColumns = 50;
constexpr int kMostColumns = 1000;
constexpr double kHeadroom = 1.04; // so that a line never lies on the upper edge
constexpr double kWheelZoom = 1.25;
constexpr double kKeyPan = 0.1;
constexpr int kWheelNotch = 120;

double msecOf(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch());
}

} // namespace

HealthChart::HealthChart(const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_timeAxis(new QValueAxis)
    , m_valueAxis(new QValueAxis)
    , m_bandItem(new ChartBandItem(theme, chart()))
    , m_grid(new ChartGridItem(theme, chart()))
    , m_cursorItem(new ChartCursorItem(theme, chart()))
{
    setObjectName(u"healthChart"_s);
    setAccessibleName(tr("Chart"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setMinimumSize(30 * kGrid, 8 * kGrid);
    setWhatsThis(tr("Wheel or + and - zoom, dragging or the arrow keys move, a double click or 0 "
                    "shows everything, Shift with an arrow key reads values, a click or L locks "
                    "the cursor and Escape lets it go."));
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis}) {
        chart()->addAxis(axis, axis == m_timeAxis ? Qt::AlignBottom : Qt::AlignLeft);
        axis->setVisible(false); // ChartGridItem draws what is seen of it
        axis->setRange(0.0, 1.0); // ChartLineItems scales
    }
    m_bandItem->setZValue(kBandZ);
    m_grid->setZValue(kGridZ);
    m_cursorItem->setZValue(kCursorZ);
    setBackgroundBrush(m_theme.base);
    clearContent();
}

HealthChart::~HealthChart() = default;

void HealthChart::setContent(const ChartContent &content, bool keepView)
{
    const bool sameLines = content.lines.size() == m_content.lines.size()
        && content.metric.name == m_content.metric.name;
    m_content = content;
    if (!sameLines || m_lines.empty())
        buildLines();
    m_span.setLoaded(msecOf(content.range.from), msecOf(content.range.to),
                     5000.0 * static_cast<double>(content.period.count()), keepView);
    if (m_cursor && (*m_cursor < m_span.first() || *m_cursor > m_span.last() || !content.hasData()))
        m_cursor.reset();
    setAccessibleDescription(summary());
    updateLayout();
    spanChanged();
}

void HealthChart::spanChanged()
{
    updateView();
    Q_EMIT visibleRangeChanged(m_span.from(), m_span.to());
}

void HealthChart::setThresholds(const QList<ChartThreshold> &thresholds)
{
    if (m_content.thresholds == thresholds)
        return;
    m_content.thresholds = thresholds;
    updateGrid();
}

void HealthChart::clearContent()
{
    ChartContent nothing;
    nothing.range = {QDateTime::fromMSecsSinceEpoch(0, Qt::UTC),
                     QDateTime::fromMSecsSinceEpoch(3600000, Qt::UTC)};
    m_cursor.reset();
    setContent(nothing, false);
}

void HealthChart::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    updateGrid();
}

void HealthChart::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    updateView();
}

void HealthChart::setTimeLabels(bool visible)
{
    m_timeLabels = visible;
    updateLayout();
    updateView();
}

void HealthChart::setVisibleRange(double fromMsec, double toMsec)
{
    if (m_span.show(fromMsec, toMsec))
        spanChanged();
}

void HealthChart::zoom(double factor, double atMsec)
{
    if (m_span.zoom(factor, atMsec))
        spanChanged();
}

void HealthChart::pan(double share)
{
    if (m_span.pan(share))
        spanChanged();
}

void HealthChart::resetZoom()
{
    if (m_span.showAll())
        spanChanged();
}

void HealthChart::buildLines()
{
    m_lines.clear();
    chart()->removeAllSeries();
    for (const ChartLine &line : m_content.lines)
        m_lines.emplace_back(*chart(), *m_timeAxis, *m_valueAxis, line.pipeline, m_theme);
}

QRectF HealthChart::plot() const
{
    return chart()->plotArea();
}

double HealthChart::msecAt(double x) const
{
    return m_span.from() + (x - plot().left()) / std::max(1.0, plot().width()) * m_span.length();
}

double HealthChart::pixelOf(double msec) const
{
    return plot().left() + (msec - m_span.from()) / m_span.length() * plot().width();
}

double HealthChart::pixelOfValue(double value) const
{
    return plot().bottom()
        - (value - m_scale.minimum) / (m_scale.maximum - m_scale.minimum) * plot().height();
}

void HealthChart::updateLayout()
{
    const QFont font = tabularFont(smallFont(this->font()));
    m_grid->setFont(font);
    const QFontMetricsF metrics(font);
    const qreal left = metrics.horizontalAdvance(u"0000000"_s) + 2 * kGrid;
    const qreal top = metrics.height() / 2.0 + 1.0;
    const qreal bottom = m_timeLabels ? 2 * metrics.height() + kGrid : metrics.height() / 2.0;
    chart()->setPlotArea(QRectF(left, top,
                                std::max<qreal>(1, viewport()->width() - left - 2 * kGrid),
                                std::max<qreal>(1, viewport()->height() - top - bottom)));
}

void HealthChart::updateView()
{
    const int columns = std::clamp(static_cast<int>(plot().width() / kColumnPixels), kFewestColumns,
                                   kMostColumns);
    QList<QList<models::ChartSegment>> visible;
    std::optional<models::ValueRange> all;
    for (const ChartLine &line : std::as_const(m_content.lines)) {
        visible.append(models::downsample(line.segments, m_span.from(), m_span.to(), columns));
        const auto range = models::valueRange(visible.last());
        if (range)
            all = all ? models::ValueRange{std::min(all->minimum, range->minimum),
                                           std::max(all->maximum, range->maximum)}
                      : *range;
    }
    updateScale(all);
    const ChartLineItems::Scale scale{m_span.from(), m_span.to(), m_scale.minimum, m_scale.maximum,
                                      plot()};
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i].show(visible.at(static_cast<qsizetype>(i)), scale);
    m_bandItem->setState(plot(), m_span.from(), m_span.to(), m_content.bands);
    updateGrid();
    updateCursor();
}

void HealthChart::updateScale(const std::optional<models::ValueRange> &visible)
{
    const MetricInfo &metric = m_content.metric;
    if (metric.kind == MetricKind::Flag) {
        m_scale = {-0.1,
                   1.1,
                   {{0.0, metricValueText(metric, 0.0, 0)}, {1.0, metricValueText(metric, 1.0, 0)}},
                   0};
        return;
    }
    models::ValueRange range = visible.value_or(models::ValueRange{0.0, 1.0});
    if (m_fromZero) {
        range.minimum = std::min(0.0, range.minimum);
        range.maximum = std::max(0.0, range.maximum);
    }
    if (range.maximum > 0.0)
        range.maximum *= kHeadroom;
    const int ticks = std::clamp(static_cast<int>(plot().height() / 32.0), 2, 8);
    m_scale = valueScale(range.minimum, range.maximum, ticks, metric.kind == MetricKind::Count,
                         locale());
}

void HealthChart::updateGrid()
{
    ChartGridItem::State state;
    state.area = QRectF(viewport()->rect());
    state.plot = plot();
    state.fromMsec = m_span.from();
    state.toMsec = m_span.to();
    state.timeLabels = m_timeLabels;
    if (m_content.lines.isEmpty()) {
        m_grid->setState(state); // nothing loaded: no times, and no scale to read from
        return;
    }
    state.scale = m_scale;
    for (const ChartThreshold &threshold : std::as_const(m_content.thresholds))
        state.limits.append({threshold.value, m_theme.stateColor(models::levelOf(threshold.level)),
                             threshold.words});
    state.zone = m_zone == models::TimeZoneChoice::Utc
        ? u"UTC"_s
        : QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_span.to())).timeZoneAbbreviation();
    const int labels = std::max(2, static_cast<int>(plot().width() / 88.0));
    state.times = timeTicks(m_span.from(), m_span.to(), labels, m_zone, locale());
    m_grid->setState(state);
}

std::optional<ChartReadout> HealthChart::readout() const
{
    if (!m_cursor)
        return std::nullopt;
    ChartReadout readout;
    readout.at = *m_cursor;
    readout.time = models::formatTime(
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(*m_cursor)), Qt::UTC),
        m_zone);
    const double half = 500.0 * static_cast<double>(m_content.period.count());
    for (const ChartLine &line : m_content.lines) {
        const auto point = models::nearestPoint(line.segments, *m_cursor, half);
        ChartReadout::Value value{line.pipeline, std::nullopt, tr("no data")};
        if (point) {
            value.value = point->value;
            value.text = metricValueText(m_content.metric, point->value,
                                         std::clamp(m_scale.decimals + 1, 1, 3));
        }
        readout.values.append(value);
    }
    const auto moment = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(*m_cursor), Qt::UTC);
    for (const TimelineBand &band : m_content.bands) {
        // A point stands for its whole period, and a short alert within it belongs to it.
        if (band.touches({moment, moment.addSecs(m_content.period.count())}))
            readout.bands.append(band);
    }
    return readout;
}

void HealthChart::setCursor(std::optional<double> atMsec)
{
    m_cursor = atMsec;
    updateCursor();
}

void HealthChart::moveCursor(std::optional<double> atMsec)
{
    if (atMsec) {
        // Stands on a point where there is one, so that what is read is what was measured.
        const double period = 1000.0 * static_cast<double>(m_content.period.count());
        double best = period;
        const double wanted = *atMsec;
        for (const ChartLine &line : m_content.lines) {
            const auto point = models::nearestPoint(line.segments, wanted, period);
            if (point && std::abs(point->at - wanted) < best) {
                best = std::abs(point->at - wanted);
                atMsec = point->at;
            }
        }
    }
    if (atMsec == m_cursor)
        return;
    setCursor(atMsec);
    Q_EMIT cursorMoved(atMsec.has_value(), atMsec.value_or(0.0));
}

void HealthChart::stepCursor(int direction)
{
    if (!m_content.hasData())
        return;
    // Without a cursor it comes in from the edge.
    const double start = m_cursor.value_or(direction < 0 ? m_span.to() + 1.0 : m_span.from() - 1.0);
    std::optional<double> next;
    const auto consider = [&](double x) {
        const double ahead = (x - start) * direction;
        if (ahead > 0.5 && (!next || ahead < (*next - start) * direction))
            next = x;
    };
    const auto before = [](const models::ChartPoint &point, double at) {
        return point.at < at;
    };
    for (const ChartLine &line : m_content.lines) {
        for (const models::ChartSegment &segment : line.segments) {
            const auto at
                = std::lower_bound(segment.begin(), segment.end(), start + direction * 0.5, before);
            if (direction > 0 && at != segment.end())
                consider(at->at);
            if (direction < 0 && at != segment.begin())
                consider(std::prev(at)->at);
        }
    }
    if (!next)
        return;
    if (!m_span.holds(*next))
        pan(*next < m_span.from() ? -0.5 : 0.5);
    moveCursor(next);
}

void HealthChart::updateCursor()
{
    const std::optional<ChartReadout> values = readout();
    if (!values || !m_span.holds(values->at)) {
        m_cursorItem->setState(plot(), std::nullopt, {}, false);
        return;
    }
    QList<ChartCursorItem::Mark> marks;
    for (const ChartReadout::Value &value : values->values) {
        if (value.value)
            marks.append({{pixelOf(values->at), pixelOfValue(*value.value)},
                          legColor(value.pipeline, m_theme),
                          isSecondLeg(value.pipeline)});
    }
    m_cursorItem->setState(plot(), pixelOf(values->at), marks, m_locked);
}

void HealthChart::setCursorLocked(bool locked)
{
    m_locked = locked && m_cursor.has_value();
    updateCursor();
}

void HealthChart::lockCursor(bool locked)
{
    if (locked == m_locked || (locked && !m_cursor))
        return;
    setCursorLocked(locked);
    if (!locked)
        moveCursor(std::nullopt);
    Q_EMIT cursorLockChanged(locked);
}

QString HealthChart::summary() const
{
    QStringList lines{metricTitle(m_content.metric)};
    for (const ChartLine &line : m_content.lines) {
        const auto range = models::valueRange(line.segments);
        if (!range) {
            //: %1 is the number of a pipeline, 0 or 1
            lines << tr("Leg %1: no data").arg(line.pipeline);
            continue;
        }
        const auto text = [&](double value) {
            return metricValueText(m_content.metric, value, std::clamp(m_scale.decimals + 1, 1, 3));
        };
        //: %1 is the number of a pipeline, 0 or 1; %2 to %4 are values with their unit
        lines << tr("Leg %1: newest %2, least %3, most %4, %n gap(s)", nullptr,
                    static_cast<int>(line.segments.size()) - 1)
                     .arg(line.pipeline, text(line.segments.last().last().value),
                          text(range->minimum), text(range->maximum));
    }
    return lines.join(u'\n');
}

void HealthChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    updateLayout();
    updateView();
}

void HealthChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(m_theme.accent);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void HealthChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setBackgroundBrush(m_theme.base);
        buildLines();
        updateLayout();
        updateView();
    }
}

void HealthChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressedAt = event->position();
        m_dragX = event->position().x();
        m_dragged = false;
        m_lockedBeforeClick = m_locked;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    event->accept();
}

void HealthChart::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_dragX && (event->buttons() & Qt::LeftButton)) {
        m_dragged = m_dragged
            || (event->position() - m_pressedAt).manhattanLength()
                >= QApplication::startDragDistance();
        pan((*m_dragX - x) / std::max(1.0, plot().width()));
        m_dragX = x;
    }
    if (!m_locked) {
        const bool inside = plot().adjusted(-1, 0, 1, 0).contains(event->position());
        moveCursor(inside ? std::optional(msecAt(x)) : std::nullopt);
    }
    event->accept();
}

void HealthChart::mouseReleaseEvent(QMouseEvent *event)
{
    const bool click = m_dragX && !m_dragged && event->button() == Qt::LeftButton;
    m_dragX.reset();
    viewport()->unsetCursor();
    if (click && plot().adjusted(-1, 0, 1, 0).contains(event->position())) {
        moveCursor(msecAt(event->position().x()));
        lockCursor(true);
    }
    event->accept();
}

void HealthChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    lockCursor(m_lockedBeforeClick); // its first half has locked
    m_dragX.reset();
    resetZoom();
    event->accept();
}

void HealthChart::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    // Shift turns the wheel sideways on some platforms and not on others.
    const bool sideways
        = std::abs(turn.x()) > std::abs(turn.y()) || (event->modifiers() & Qt::ShiftModifier);
    const double notches = (turn.x() + turn.y()) / static_cast<double>(kWheelNotch);
    if (sideways)
        pan(-notches * kKeyPan);
    else
        zoom(std::pow(kWheelZoom, notches), msecAt(event->position().x()));
    event->accept();
}

void HealthChart::keyPressEvent(QKeyEvent *event)
{
    const double middle
        = m_cursor && m_span.holds(*m_cursor) ? *m_cursor : (m_span.from() + m_span.to()) / 2.0;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double everything = m_span.loadedLength() / m_span.length();
    switch (event->key()) {
    case Qt::Key_Left:
        shift ? stepCursor(-1) : pan(-kKeyPan);
        break;
    case Qt::Key_Right:
        shift ? stepCursor(1) : pan(kKeyPan);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kWheelZoom, middle);
        break;
    case Qt::Key_Minus:
        zoom(1.0 / kWheelZoom, middle);
        break;
    case Qt::Key_Home:
        pan(-everything);
        break;
    case Qt::Key_End:
        pan(everything);
        break;
    case Qt::Key_0:
        resetZoom();
        break;
    case Qt::Key_L:
        if (!m_cursor)
            stepCursor(-1);
        lockCursor(!m_locked);
        break;
    case Qt::Key_Escape:
        if (m_locked) {
            lockCursor(false);
            break;
        }
        [[fallthrough]];
    default:
        event->ignore(); // the charts around it may know the key
        return;
    }
    event->accept();
}

void HealthChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!m_locked)
        moveCursor(std::nullopt);
}

void HealthChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    if (!underMouse() && !m_locked)
        moveCursor(std::nullopt);
    viewport()->update();
}

} // namespace tallylight::ui
