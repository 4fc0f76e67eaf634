// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metriccatalogue.h"
#include "core/settings.h"
#include "models/timeformat.h"
#include "ui/chartchannel.h"
#include "ui/chartloader.h"
#include "ui/chartsheet.h"
#include "ui/dialogs.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

class QScrollArea;
class QStackedWidget;

namespace tallylight::models {
class HealthModel;
}

namespace tallylight::monitor {
class MonitorHub;
class RegionMonitor;
} // namespace tallylight::monitor

namespace tallylight::ui {

class ChartFoot;
class ChartGrid;
class ChartSaver;
class HealthChartBar;
class HealthChartTile;
class NoticeBar;
class PageNotice;
struct Theme;

/// History of the channels selected in Channels Health: all chosen metrics of one channel as small
/// multiples, or one metric of several channels, each chart with both legs overlaid, all with one
/// time range, one zoom and one cursor.
///
/// Loads only the charts that can be seen, only while the window can be seen, a moment after the
/// selection has settled, and says how many metrics a load asks CloudWatch for, because AWS bills
/// them.
class HealthChartPanel : public QWidget
{
    Q_OBJECT

public:
    /// All references outlive the panel.
    HealthChartPanel(monitor::MonitorHub &hub, const Clock &clock, const Theme &theme,
                     Settings &settings, QWidget *parent = nullptr);
    /// With another place to load from than a hub; readingsArrived() then says when there is
    /// something new.
    HealthChartPanel(ChartLoader::Source source, const Clock &clock, const Theme &theme,
                     Settings &settings,
                     const MetricCatalogue &catalogue = MetricCatalogue::builtIn(),
                     QWidget *parent = nullptr);
    ~HealthChartPanel() override;

    /// The channels of \a rows; the same channels again, with newer readings, change nothing.
    void setSelection(const QList<models::HealthRow> &rows);
    void setTimeZone(models::TimeZoneChoice zone);
    /// Shows the limits of the rules \a model judges by, and follows them; it outlives the panel.
    void followRules(const models::HealthModel &model);
    std::chrono::seconds range() const;
    HealthChartBar &bar() { return *m_bar; }
    ChartGrid &grid() { return *m_grid; }
    /// Another way to ask for a file than the desktop's dialog; \a dialogs outlives the panel.
    void setDialogs(Dialogs &dialogs);

    /// True from a new selection or choice until its charts are there.
    qsizetype keptPoints() const { return m_loader.keptPoints(); }
    bool isLoading() const { return m_loader.isLoading() || m_loadTimer.isActive(); }
    const QList<HealthChartTile *> &tiles() const;
    /// Loads the charts in view again, whatever has been loaded before.
    void reload();
    void cancelLoading();
    void resetZoom();

Q_SIGNALS:
    /// The charts want the room of what stands above them, or give it back.
    void fullHeightWanted(bool on);

public Q_SLOTS:
    /// Newer readings of a profile are there, so the charts may be out of date.
    void readingsArrived(const QString &profileId, const QList<tallylight::PipelineHealth> &rows);
    void setFullHeight(bool on);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What a tile is about; in the order of the tiles.
    struct Subject
    {
        ChartChannel channel;
        QString metric;
    };

    void build();
    void connectParts();
    void watchRegion(monitor::RegionMonitor *region);
    QList<Subject> subjects() const;
    ChartLoader::Target targetOf(const Subject &subject) const;
    bool canBeSeen() const;
    void scheduleLoad();
    QList<HealthChartTile *> tilesInView() const;
    void loadMore();
    void load(ChartLoader::Freshness freshness);
    void syncTiles();
    void takeResult(const ChartLoader::Target &target, const monitor::HistoryResult &result);
    void loadFinished();
    void noticeAction(const QString &action);
    void updateState();
    void updateProgress();
    void updateFoot();
    void updateNote();
    QString costText() const;
    ChartSheet sheet() const;

    ChartLoader m_loader;
    const Clock &m_clock;
    const Theme &m_theme;
    const MetricCatalogue m_catalogue;
    QtDialogs m_dialogs;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QList<ChartChannel> m_selected; // as many as can be shown
    QList<Subject> m_subjects; // one for every tile
    std::chrono::seconds m_range{0};
    int m_leftOut = 0; // selected beyond what can be shown
    bool m_showStopped = false;
    bool m_keepView = false; // the load under way only brings newer points
    bool m_loadWanted = false; // while it could not be seen
    bool m_cancelled = false;
    std::chrono::milliseconds m_loadedAt{0};
    QDateTime m_loadedTime;

    HealthChartBar *m_bar = nullptr;
    NoticeBar *m_saved = nullptr; // what became of a file
    QStackedWidget *m_stack = nullptr;
    PageNotice *m_notice = nullptr;
    QScrollArea *m_scroll = nullptr;
    ChartGrid *m_grid = nullptr;
    ChartFoot *m_foot = nullptr;
    QPointer<QWidget> m_watchedWindow;
    std::unique_ptr<ChartSaver> m_saver;
    QTimer m_loadTimer;
};

} // namespace tallylight::ui
