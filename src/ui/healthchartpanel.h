// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/settings.h"
#include "models/rows.h"
#include "models/timeformat.h"
#include "ui/chartloader.h"
#include "ui/dialogs.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QStackedWidget;
class QVBoxLayout;

namespace tallylight::monitor {
class MonitorHub;
class RegionMonitor;
} // namespace tallylight::monitor

namespace tallylight::ui {

class HealthChartBar;
class HealthChartRow;
class PageNotice;
struct Theme;

/// History of the channels selected in Channels Health: one metric at a time, a chart per channel
/// with both legs overlaid, all with one time range and one cursor.
///
/// Loads only while it is visible, a moment after the selection has settled, and says how many
/// metrics a load asks CloudWatch for, because AWS bills them.
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
                     Settings &settings, QWidget *parent = nullptr);
    ~HealthChartPanel() override;

    /// The channels of \a rows; the same channels again, with newer readings, change nothing.
    void setSelection(const QList<models::HealthRow> &rows);
    void setTimeZone(models::TimeZoneChoice zone);

    HealthMetric metric() const;
    std::chrono::seconds range() const;
    HealthChartBar &bar() { return *m_bar; }

    /// True from a new selection or choice until its charts are there.
    bool isLoading() const { return m_loader.isLoading() || m_loadTimer.isActive(); }
    QList<HealthChartRow *> rows() const { return m_rows; }
    /// Loads again, whatever has been loaded before.
    void reload();
    void cancelLoading();
    void resetZoom();

public Q_SLOTS:
    /// Newer readings of a profile are there, so the chart may be out of date.
    void readingsArrived(const QString &profileId, const QList<tallylight::PipelineHealth> &rows);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A selected channel.
    struct ChartChannel
    {
        models::ProfileTag profile;
        QString id;
        QString name;
        QStringList pipelines;
        bool running = false;

        bool operator==(const ChartChannel &) const = default;
    };

    void watchRegion(monitor::RegionMonitor *region);
    static QList<ChartChannel> channelsOf(const QList<models::HealthRow> &rows);
    QList<ChartLoader::Target> targets() const;
    void scheduleLoad();
    void load(ChartLoader::Freshness freshness);
    void syncRows();
    void takeResult(int index, const monitor::HistoryResult &result);
    void loadFinished();
    void updateState();
    void updateProgress();
    void updateNote();
    bool hasContent() const;
    QString costText() const;
    void shareView(HealthChartRow *from);
    void saveImage();
    void saveValues();

    ChartLoader m_loader;
    const Clock &m_clock;
    const Theme &m_theme;
    QtDialogs m_dialogs;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QList<ChartChannel> m_selected; // as many as can be shown
    QList<ChartChannel> m_shown; // those that are charted: running ones, or all when asked for
    int m_leftOut = 0; // selected beyond what can be shown
    bool m_showStopped = false;
    bool m_keepView = false; // the load under way only brings newer points
    bool m_loadWanted = false; // while hidden
    bool m_cancelled = false;
    std::chrono::milliseconds m_loadedAt{0};
    QDateTime m_loadedTime;

    HealthChartBar *m_bar;
    QStackedWidget *m_stack;
    PageNotice *m_notice;
    QWidget *m_charts;
    QVBoxLayout *m_chartLayout;
    QList<HealthChartRow *> m_rows;
    QTimer m_loadTimer;
    bool m_sharing = false;
};

} // namespace tallylight::ui
