// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartgrid.h"

#include "models/bandtext.h"
#include "ui/healthcharttile.h"
#include "ui/theme.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

namespace {

// Two columns in a window 1280 wide with its side bar, four in one 2560 wide.
constexpr int kTileWidth = 58 * kGrid;
// As low as a line can be read: two rows fit below the table of a window 720 high.
constexpr int kTileHeight = 11 * kGrid;

} // namespace

ChartGrid::ChartGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("chartGrid"));
    setAccessibleName(tr("Charts"));
}

ChartGrid::~ChartGrid()
{
    // Charts let go of the cursor when they go, which is after everything here has gone.
    for (HealthChartTile *tile : std::as_const(m_tiles))
        tile->chart().disconnect(this);
}

HealthChartTile *ChartGrid::makeTile()
{
    auto *tile = new HealthChartTile(m_theme, this);
    tile->chart().setFromZero(m_fromZero);
    tile->setTimeZone(m_zone);
    tile->setRules(m_rules);
    tile->showLoading();
    connect(&tile->chart(), &HealthChart::visibleRangeChanged, this,
            [this, tile] { shareView(tile); });
    connect(&tile->chart(), &HealthChart::cursorMoved, this, [this, tile](bool valid, double at) {
        shareCursor(tile, valid ? std::optional(at) : std::nullopt);
    });
    connect(&tile->chart(), &HealthChart::cursorLockChanged, this,
            [this, tile](bool locked) { shareLock(tile, locked); });
    tile->show();
    return tile;
}

void ChartGrid::setTileCount(qsizetype count)
{
    if (count == m_tiles.size())
        return;
    while (m_tiles.size() > count)
        delete m_tiles.takeLast();
    while (m_tiles.size() < count)
        m_tiles.append(makeTile());
    arrange();
}

void ChartGrid::setMostColumns(int columns)
{
    if (std::exchange(m_mostColumns, std::max(1, columns)) != m_mostColumns)
        arrange();
}

int ChartGrid::columnCount() const
{
    const int fitting = std::clamp(width() / kTileWidth, 1, m_mostColumns);
    const auto count = static_cast<int>(m_tiles.size());
    if (count <= fitting)
        return std::max(1, count);
    // Five charts look better as three and two than as four and one.
    const int rows = (count + fitting - 1) / fitting;
    return (count + rows - 1) / rows;
}

int ChartGrid::labelHeight() const
{
    // What a chart with times needs more than one without, see HealthChart::updateLayout().
    return 3 * QFontMetrics(tabularFont(smallFont(font()))).height() / 2 + kGrid;
}

void ChartGrid::arrange()
{
    const auto count = static_cast<int>(m_tiles.size());
    if (count == 0) {
        setMinimumHeight(0);
        return;
    }
    const int columns = columnCount();
    const int rows = (count + columns - 1) / columns;
    setMinimumHeight(rows * kTileHeight + labelHeight());
    const int tileHeight = std::max(kTileHeight, (height() - labelHeight()) / rows);
    for (int i = 0; i < count; ++i) {
        const int row = i / columns;
        const int column = i % columns;
        const int left = column * width() / columns;
        const int right = (column + 1) * width() / columns;
        const bool lowest = i + columns >= count;
        HealthChartTile *tile = m_tiles.at(i);
        tile->chart().setTimeLabels(lowest);
        tile->setGeometry(left, row * tileHeight, right - left,
                          tileHeight + (lowest ? labelHeight() : 0));
    }
    Q_EMIT arranged();
}

void ChartGrid::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    for (HealthChartTile *tile : std::as_const(m_tiles))
        tile->setTimeZone(zone);
    Q_EMIT readoutChanged();
}

void ChartGrid::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    for (HealthChartTile *tile : std::as_const(m_tiles))
        tile->chart().setFromZero(fromZero);
}

void ChartGrid::setRules(const HealthRules &rules)
{
    m_rules = rules;
    for (HealthChartTile *tile : std::as_const(m_tiles))
        tile->setRules(rules);
}

void ChartGrid::showResult(HealthChartTile *tile, const monitor::HistoryResult &result,
                           bool running, bool keepView)
{
    m_sharing = true;
    HealthChart &chart = tile->chart();
    const bool keeps = keepView && chart.content().hasData();
    tile->showResult(result, running, keeps);
    if (keeps)
        m_view = chart.isZoomed() ? std::optional(View{chart.visibleFrom(), chart.visibleTo()})
                                  : std::nullopt;
    else if (m_view)
        chart.setVisibleRange(m_view->from, m_view->to);
    if (m_cursor && chart.content().hasData()) {
        chart.setCursor(m_cursor);
        chart.setCursorLocked(m_locked);
    }
    tile->updateReadout();
    m_sharing = false;
    Q_EMIT viewChanged();
    Q_EMIT readoutChanged();
}

void ChartGrid::forgetView()
{
    m_view.reset();
    m_cursor.reset();
    m_locked = false;
    for (HealthChartTile *tile : std::as_const(m_tiles)) {
        tile->chart().setCursor(std::nullopt);
        tile->chart().setCursorLocked(false);
    }
    Q_EMIT readoutChanged();
}

void ChartGrid::resetZoom()
{
    for (HealthChartTile *tile : std::as_const(m_tiles))
        tile->chart().resetZoom();
}

void ChartGrid::shareView(HealthChartTile *from)
{
    if (m_sharing)
        return;
    m_sharing = true;
    const HealthChart &chart = from->chart();
    m_view = chart.isZoomed() ? std::optional(View{chart.visibleFrom(), chart.visibleTo()})
                              : std::nullopt;
    for (HealthChartTile *tile : std::as_const(m_tiles)) {
        if (tile != from && tile->chart().content().hasData())
            tile->chart().setVisibleRange(chart.visibleFrom(), chart.visibleTo());
    }
    m_sharing = false;
    Q_EMIT viewChanged();
}

void ChartGrid::shareCursor(HealthChartTile *from, std::optional<double> at)
{
    m_active = from;
    m_cursor = at;
    for (HealthChartTile *tile : std::as_const(m_tiles)) {
        if (tile != from && tile->chart().content().hasData())
            tile->chart().setCursor(at);
        tile->updateReadout();
    }
    Q_EMIT readoutChanged();
}

void ChartGrid::shareLock(HealthChartTile *from, bool locked)
{
    m_locked = locked;
    for (HealthChartTile *tile : std::as_const(m_tiles)) {
        if (tile != from)
            tile->chart().setCursorLocked(locked);
    }
    Q_EMIT readoutChanged();
}

QList<HealthChartTile *> ChartGrid::tilesIn(const QRect &area) const
{
    QList<HealthChartTile *> found;
    for (HealthChartTile *tile : m_tiles) {
        if (tile->geometry().intersects(area))
            found.append(tile);
    }
    return found;
}

std::optional<ChartReadout> ChartGrid::readout() const
{
    if (m_active && m_tiles.contains(m_active.data())) {
        if (auto readout = m_active->chart().readout())
            return readout;
    }
    for (const HealthChartTile *tile : m_tiles) {
        if (auto readout = tile->chart().readout())
            return readout;
    }
    return std::nullopt;
}

QDateTime ChartGrid::newestAt() const
{
    QDateTime newest;
    for (const HealthChartTile *tile : m_tiles) {
        const QDateTime at = tile->newestAt();
        if (at.isValid() && (!newest.isValid() || at > newest))
            newest = at;
    }
    return newest;
}

QList<ChartMark> ChartGrid::legend() const
{
    QList<ChartMark> legs;
    QList<ChartMark> bands;
    bool spread = false;
    for (const HealthChartTile *tile : m_tiles) {
        const ChartContent &content = tile->chart().content();
        for (qsizetype i = 0; i < content.lines.size(); ++i) {
            ChartMark leg;
            leg.pipeline = content.lines.at(i).pipeline;
            //: A line of a chart; %1 is the number of a pipeline, 0 or 1
            leg.words = tr("Leg %1").arg(leg.pipeline);
            if (!legs.contains(leg))
                legs.append(leg);
            spread = spread
                || tile->chart().lineItems(static_cast<std::size_t>(i)).drawn().spreads > 0;
        }
        for (const TimelineBand &band : content.bands) {
            ChartMark mark{
                ChartMark::Kind::Band, {}, band.kind, band.level, models::bandKindWord(band.kind)};
            const auto known = std::find_if(bands.begin(), bands.end(), [&](const ChartMark &one) {
                return one.band == mark.band;
            });
            if (known == bands.end())
                bands.append(mark);
            else
                known->level = worse(known->level, mark.level);
        }
    }
    if (spread)
        //: What a wash behind a chart's line stands for: all values that one point of it sums up
        legs.append({ChartMark::Kind::Spread, {}, {}, {}, tr("Least to greatest")});
    std::sort(bands.begin(), bands.end(),
              [](const ChartMark &a, const ChartMark &b) { return a.band > b.band; });
    return legs + bands;
}

void ChartGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ChartGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        event->setAccepted(moveFocus(-columnCount()));
        return;
    case Qt::Key_Down:
        event->setAccepted(moveFocus(columnCount()));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ChartGrid::moveFocus(int by)
{
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        if (!m_tiles.at(i)->chart().hasFocus())
            continue;
        // A chart that has nothing to draw is hidden and can't have the focus.
        for (qsizetype next = i + by; next >= 0 && next < m_tiles.size(); next += by) {
            if (m_tiles.at(next)->chart().isHidden())
                continue;
            m_tiles.at(next)->chart().setFocus();
            Q_EMIT tileFocused(m_tiles.at(next));
            return true;
        }
        return false;
    }
    return false;
}

} // namespace tallylight::ui
