// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// A channel's chart with its headline: name, a sample of each leg's line with the value under the
/// cursor (or the newest one), and the time it belongs to. Says in place why there is nothing to
/// draw.
class HealthChartRow : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the row.
    explicit HealthChartRow(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &toolTip);
    QString title() const { return m_fullTitle; }
    /// \a running false makes missing data no surprise. \a keepView as in
    /// HealthChart::setContent().
    void showResult(const monitor::HistoryResult &result, bool running, bool keepView);
    /// Takes the old lines away while the first load of something new is under way.
    void showNothing();
    void setTimeZone(models::TimeZoneChoice zone);
    HealthChart &chart() { return *m_chart; }
    const HealthChart &chart() const { return *m_chart; }
    /// How many CloudWatch metrics the result on show has cost.
    int metricsRequested() const { return m_metricsRequested; }
    /// "Leg 0: 12.4 Mbit/s" for every leg, and the time, as the headline shows them.
    QString readoutText() const;

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
    void elideTitle();
    void applyColors();

    const Theme &m_theme;
    QLabel *m_title;
    QWidget *m_legBox;
    QLabel *m_time;
    NoticeBar *m_notice;
    HealthChart *m_chart;
    QList<LegLabels> m_legs;
    QString m_fullTitle;
    int m_metricsRequested = 0;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
};

} // namespace tallylight::ui
