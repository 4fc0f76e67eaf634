// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchart.h"

#include "core/metriccatalogue.h"
#include "ui/chartitems.h"
#include "ui/theme.h"

#include <QElapsedTimer>
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
// Up to four points are kept per column; more columns would not be seen, but would cost the frame.
constexpr int kFewestColumns = 100;
constexpr int kMostColumns = 600;
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
    , m_grid(new ChartGridItem(theme, chart()))
    , m_cursorItem(new ChartCursorItem(theme, chart()))
{
    setObjectName(u"healthChart"_s);
    setAccessibleName(tr("Chart"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setMinimumSize(40 * kGrid, 11 * kGrid);
    setToolTip(QString());
    setWhatsThis(tr("Wheel or + and - zoom, dragging or the arrow keys move, a double click or 0 "
                    "shows everything, Shift with an arrow key reads values."));
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis}) {
        chart()->addAxis(axis, axis == m_timeAxis ? Qt::AlignBottom : Qt::AlignLeft);
        axis->setVisible(false); // ChartGridItem draws what is seen of it
        axis->setRange(0.0, 1.0); // ChartLineItems scales
    }
    m_grid->setZValue(kGridZ);
    m_cursorItem->setZValue(kCursorZ);
    setBackgroundBrush(m_theme.base);
    clearContent();
}

HealthChart::~HealthChart() = default;

void HealthChart::setContent(const ChartContent &content, bool keepView)
{
    const bool wasZoomed = isZoomed();
    const bool followed = m_to >= msecOf(m_content.range.to);
    const bool sameLines
        = content.lines.size() == m_content.lines.size() && content.metric == m_content.metric;
    m_content = content;
    if (!sameLines || m_lines.empty())
        buildLines();
    const double first = msecOf(content.range.from);
    const double last = std::max(first + 1.0, msecOf(content.range.to));
    if (!keepView || !wasZoomed || m_from >= last || m_to <= first) {
        m_from = first;
        m_to = last;
    } else {
        const double span = std::min(m_to - m_from, last - first);
        m_from = std::clamp(followed ? last - span : m_from, first, last - span);
        m_to = m_from + span;
    }
    if (m_cursor && (*m_cursor < first || *m_cursor > last || !content.hasData()))
        m_cursor.reset();
    setAccessibleDescription(summary());
    updateLayout();
    updateView();
    Q_EMIT visibleRangeChanged(m_from, m_to);
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

void HealthChart::setShare(int charts)
{
    m_share = std::max(1, charts);
    updateView();
}

bool HealthChart::isZoomed() const
{
    return m_from > msecOf(m_content.range.from) || m_to < msecOf(m_content.range.to);
}

double HealthChart::minimumSpan() const
{
    const double all = msecOf(m_content.range.to) - msecOf(m_content.range.from);
    return std::min(all, 5.0 * 1000.0 * static_cast<double>(m_content.period.count()));
}

void HealthChart::setVisibleRange(double fromMsec, double toMsec)
{
    const double first = msecOf(m_content.range.from);
    const double last = std::max(first + 1.0, msecOf(m_content.range.to));
    const double span = std::clamp(toMsec - fromMsec, minimumSpan(), last - first);
    const double from = std::clamp(fromMsec, first, last - span);
    if (qFuzzyCompare(from, m_from) && qFuzzyCompare(from + span, m_to))
        return;
    m_from = from;
    m_to = from + span;
    updateView();
    Q_EMIT visibleRangeChanged(m_from, m_to);
}

void HealthChart::zoom(double factor, double atMsec)
{
    const double all = msecOf(m_content.range.to) - msecOf(m_content.range.from);
    const double span = std::clamp((m_to - m_from) / factor, minimumSpan(), all);
    const double share = (atMsec - m_from) / (m_to - m_from);
    const double from = atMsec - share * span;
    setVisibleRange(from, from + span);
}

void HealthChart::pan(double share)
{
    const double by = share * (m_to - m_from);
    setVisibleRange(m_from + by, m_to + by);
}

void HealthChart::resetZoom()
{
    setVisibleRange(msecOf(m_content.range.from), msecOf(m_content.range.to));
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
    return m_from + (x - plot().left()) / std::max(1.0, plot().width()) * (m_to - m_from);
}

double HealthChart::pixelOf(double msec) const
{
    return plot().left() + (msec - m_from) / (m_to - m_from) * plot().width();
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
    const bool hasUnit = !healthMetricInfo(m_content.metric).unit.isEmpty();
    const qreal top = hasUnit ? metrics.height() + kGrid / 2.0 : metrics.height() / 2.0 + 1.0;
    const qreal bottom = m_timeLabels ? 2 * metrics.height() + kGrid : metrics.height() / 2.0;
    chart()->setPlotArea(QRectF(left, top,
                                std::max<qreal>(1, viewport()->width() - left - 2 * kGrid),
                                std::max<qreal>(1, viewport()->height() - top - bottom)));
}

void HealthChart::updateView()
{
    QElapsedTimer watch;
    watch.start();
    updateScale();
    const int columns = std::clamp(static_cast<int>(plot().width()) / (2 * m_share), kFewestColumns,
                                   kMostColumns);
    const ChartLineItems::Scale scale{m_from, m_to, m_scale.minimum, m_scale.maximum,
                                      plot().size()};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ChartLine &line = m_content.lines.at(static_cast<qsizetype>(i));
        m_lines[i].show(models::downsample(line.segments, m_from, m_to, columns), scale);
    }
    updateGrid();
    updateCursor();
    m_updateTime = std::chrono::nanoseconds(watch.nsecsElapsed());
}

void HealthChart::updateScale()
{
    if (isFlag(m_content.metric)) {
        m_scale = {-0.1,
                   1.1,
                   {{0.0, metricValueText(m_content.metric, 0.0, 0)},
                    {1.0, metricValueText(m_content.metric, 1.0, 0)}},
                   0};
        return;
    }
    std::optional<models::ValueRange> all;
    for (const ChartLine &line : m_content.lines) {
        const auto range = models::valueRange(line.segments, m_from, m_to);
        if (!range)
            continue;
        all = all ? models::ValueRange{std::min(all->minimum, range->minimum),
                                       std::max(all->maximum, range->maximum)}
                  : *range;
    }
    models::ValueRange range = all.value_or(models::ValueRange{0.0, 1.0});
    if (m_fromZero) {
        range.minimum = std::min(0.0, range.minimum);
        range.maximum = std::max(0.0, range.maximum);
    }
    if (range.maximum > 0.0)
        range.maximum *= kHeadroom;
    const int ticks = std::clamp(static_cast<int>(plot().height() / 32.0), 2, 8);
    m_scale = valueScale(range.minimum, range.maximum, ticks, isWhole(m_content.metric), locale());
}

std::chrono::microseconds HealthChart::lastFrameTime() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(m_updateTime + m_paintTime);
}

void HealthChart::updateGrid()
{
    ChartGridItem::State state;
    state.area = QRectF(viewport()->rect());
    state.plot = plot();
    state.fromMsec = m_from;
    state.toMsec = m_to;
    if (!m_content.lines.isEmpty())
        state.scale = m_scale;
    state.unit = healthMetricInfo(m_content.metric).unit;
    state.timeLabels = m_timeLabels;
    const auto newest = static_cast<qint64>(m_to);
    state.zone = m_zone == models::TimeZoneChoice::Utc
        ? u"UTC"_s
        : QDateTime::fromMSecsSinceEpoch(newest).timeZoneAbbreviation();
    if (m_content.lines.isEmpty()) {
        m_grid->setState(state); // nothing loaded: no times, and no scale to read from
        return;
    }
    const int labels = std::max(2, static_cast<int>(plot().width() / 88.0));
    state.times = timeTicks(m_from, m_to, labels, m_zone, locale());
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
        const std::optional<QPointF> point = models::nearestPoint(line.segments, *m_cursor, half);
        ChartReadout::Value value{line.pipeline, std::nullopt, tr("no data")};
        if (point) {
            value.value = point->y();
            value.text = metricValueText(m_content.metric, point->y(),
                                         std::clamp(m_scale.decimals + 1, 1, 3));
        }
        readout.values.append(value);
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
            if (point && std::abs(point->x() - wanted) < best) {
                best = std::abs(point->x() - wanted);
                atMsec = point->x();
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
    if (!m_cursor) {
        moveCursor(direction < 0 ? m_to : m_from);
        return;
    }
    std::optional<double> next;
    const auto consider = [&](double x) {
        const double ahead = (x - *m_cursor) * direction;
        if (ahead > 0.5 && (!next || ahead < (*next - *m_cursor) * direction))
            next = x;
    };
    const auto before = [](const QPointF &point, double x) {
        return point.x() < x;
    };
    for (const ChartLine &line : m_content.lines) {
        for (const models::ChartSegment &segment : line.segments) {
            const auto at = std::lower_bound(segment.begin(), segment.end(),
                                             *m_cursor + direction * 0.5, before);
            if (direction > 0 && at != segment.end())
                consider(at->x());
            if (direction < 0 && at != segment.begin())
                consider(std::prev(at)->x());
        }
    }
    if (!next)
        return;
    if (*next < m_from || *next > m_to)
        pan((*next < m_from ? -0.5 : 0.5));
    moveCursor(next);
}

void HealthChart::updateCursor()
{
    const std::optional<ChartReadout> values = readout();
    if (!values || values->at < m_from || values->at > m_to) {
        m_cursorItem->setState(plot(), std::nullopt, {});
        return;
    }
    QList<ChartCursorItem::Mark> marks;
    for (const ChartReadout::Value &value : values->values) {
        if (value.value)
            marks.append({{pixelOf(values->at), pixelOfValue(*value.value)},
                          legColor(value.pipeline, m_theme),
                          isSecondLeg(value.pipeline)});
    }
    m_cursorItem->setState(plot(), pixelOf(values->at), marks);
}

QString HealthChart::summary() const
{
    QStringList lines{metricTitle(m_content.metric)};
    for (const ChartLine &line : m_content.lines) {
        const auto range = models::valueRange(line.segments, msecOf(m_content.range.from),
                                              msecOf(m_content.range.to));
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
                     .arg(line.pipeline, text(line.segments.last().last().y()),
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
    QElapsedTimer watch;
    watch.start();
    QChartView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(m_theme.accent);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
    m_paintTime = std::chrono::nanoseconds(watch.nsecsElapsed());
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
        m_dragX = event->position().x();
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    event->accept();
}

void HealthChart::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_dragX && (event->buttons() & Qt::LeftButton)) {
        pan((*m_dragX - x) / std::max(1.0, plot().width()));
        m_dragX = x;
    }
    if (plot().adjusted(-1, 0, 1, 0).contains(event->position()))
        moveCursor(msecAt(x));
    else
        moveCursor(std::nullopt);
    event->accept();
}

void HealthChart::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragX.reset();
    viewport()->unsetCursor();
    event->accept();
}

void HealthChart::mouseDoubleClickEvent(QMouseEvent *event)
{
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
        = m_cursor && *m_cursor >= m_from && *m_cursor <= m_to ? *m_cursor : (m_from + m_to) / 2;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double all = msecOf(m_content.range.to) - msecOf(m_content.range.from);
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
        pan(-all / (m_to - m_from));
        break;
    case Qt::Key_End:
        pan(all / (m_to - m_from));
        break;
    case Qt::Key_0:
        resetZoom();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void HealthChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    moveCursor(std::nullopt);
}

void HealthChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    if (!underMouse())
        moveCursor(std::nullopt);
    viewport()->update();
}

} // namespace tallylight::ui
