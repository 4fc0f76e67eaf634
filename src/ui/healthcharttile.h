// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"
#include "core/metricinfo.h"
#include "models/timeformat.h"
#include "monitor/historyrequest.h"

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;

namespace tallylight::ui {

class HealthChart;
class NoticeBar;
struct Theme;

/// A chart with its headline: title, a sample of each leg's line with the value under the cursor
/// (or the newest one). Says in place why there is nothing to draw.
class HealthChartTile : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the tile.
    explicit HealthChartTile(const Theme &theme, QWidget *parent = nullptr);

    /// What the tile is about; \a metric also gives the words for having no data.
    void setSubject(const MetricInfo &metric, const QString &title, const QString &toolTip);
    QString title() const { return m_fullTitle; }
    const MetricInfo &metric() const { return m_metric; }
    /// The rules whose limits the chart shows; the built-in ones unless told.
    void setRules(const HealthRules &rules);
    /// \a running false makes missing data no surprise. \a keepView as in
    /// HealthChart::setContent().
    void showResult(const monitor::HistoryResult &result, bool running, bool keepView);
    /// Takes old lines away while the first load of something new is under way or to come.
    void showLoading();
    /// Loading was given up; lines that are there stay.
    void showCancelled();
    /// False until there is a result, be it an error.
    bool isLoaded() const { return m_loaded; }
    void setTimeZone(models::TimeZoneChoice zone);
    HealthChart &chart() { return *m_chart; }
    const HealthChart &chart() const { return *m_chart; }
    /// How many metrics CloudWatch was asked for, for the result on show.
    int metricsRequested() const { return m_metricsRequested; }
    /// They were asked for with requests that are free.
    bool wasFree() const { return m_wasFree; }
    /// "Leg 0: 12.4 Mbit/s" for every leg, as the headline shows it.
    QString readoutText() const;
    /// Start of the newest period any leg has a value for, UTC; invalid without data.
    QDateTime newestAt() const;

    /// Refreshes the headline from the chart's cursor.
    void updateReadout();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct LegLabels
    {
        QWidget *sample;
        QLabel *text;
    };

    void buildLegs();
    void showProblem(const monitor::HistoryResult &result, bool running);
    void showNoData(const monitor::HistoryResult &result, bool running);
    void elideTitle();
    void applyColors();

    const Theme &m_theme;
    QLabel *m_title;
    QWidget *m_legBox;
    NoticeBar *m_notice;
    HealthChart *m_chart;
    QList<LegLabels> m_legs;
    MetricInfo m_metric;
    HealthRules m_rules = HealthRules::builtIn();
    QString m_fullTitle;
    int m_metricsRequested = 0;
    bool m_wasFree = false;
    bool m_loaded = false;
};

} // namespace tallylight::ui
