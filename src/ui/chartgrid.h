// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"
#include "models/timeformat.h"
#include "ui/chartsample.h"
#include "ui/healthchart.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <optional>

namespace tallylight::ui {

class HealthChartTile;
struct Theme;

/// Charts in as many columns as fit, all with one time range, one zoom and one cursor. Plots are
/// aligned: same width of axes, same height, times only below the lowest chart of each column.
class ChartGrid : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the grid.
    explicit ChartGrid(const Theme &theme, QWidget *parent = nullptr);
    ~ChartGrid() override;

    /// New tiles are empty and say that they are being loaded.
    void setTileCount(qsizetype count);
    const QList<HealthChartTile *> &tiles() const { return m_tiles; }
    /// No more than \a columns side by side, however wide the grid is.
    void setMostColumns(int columns);
    int columnCount() const;
    void setTimeZone(models::TimeZoneChoice zone);
    void setFromZero(bool fromZero);
    /// The rules whose limits the charts show.
    void setRules(const HealthRules &rules);

    /// Gives \a tile what was loaded for it without disturbing the others; it takes over their zoom
    /// and cursor. \a keepView as in HealthChart::setContent().
    void showResult(HealthChartTile *tile, const monitor::HistoryResult &result, bool running,
                    bool keepView);
    /// Something else is to be shown: no zoom and no cursor are kept.
    void forgetView();
    void resetZoom();
    bool isZoomed() const { return m_view.has_value(); }
    bool isCursorLocked() const { return m_locked; }

    /// The tiles whose geometry lies within \a area, in the grid's coordinates.
    QList<HealthChartTile *> tilesIn(const QRect &area) const;
    /// What is at the cursor, as the chart that has it tells; nullopt without a cursor.
    std::optional<ChartReadout> readout() const;
    /// Start of the newest period of all charts, UTC; invalid without data.
    QDateTime newestAt() const;
    /// Everything the charts show at present, each once.
    QList<ChartMark> legend() const;

Q_SIGNALS:
    void viewChanged();
    void readoutChanged();
    /// Tiles have other places than before.
    void arranged();
    /// The keyboard has moved to a chart, which should be scrolled into view.
    void tileFocused(tallylight::ui::HealthChartTile *tile);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct View
    {
        double from;
        double to;
    };

    HealthChartTile *makeTile();
    void arrange();
    int labelHeight() const;
    void shareView(HealthChartTile *from);
    void shareCursor(HealthChartTile *from, std::optional<double> at);
    void shareLock(HealthChartTile *from, bool locked);
    bool moveFocus(int by);

    const Theme &m_theme;
    QList<HealthChartTile *> m_tiles;
    QPointer<HealthChartTile> m_active; // has moved the cursor last
    std::optional<View> m_view; // while zoomed
    std::optional<double> m_cursor;
    HealthRules m_rules = HealthRules::builtIn();
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    int m_mostColumns = 8;
    bool m_locked = false;
    bool m_fromZero = true;
    bool m_sharing = false;
};

} // namespace tallylight::ui
