// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metricinfo.h"
#include "core/settings.h"
#include "ui/chartsaver.h"

#include <QList>
#include <QWidget>

#include <chrono>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tallylight::ui {

class CheckMenu;
struct Theme;

/// What the charts are about.
enum class ChartMode {
    ByChannel, ///< all chosen metrics of one channel
    ByMetric, ///< one metric of all selected channels
};

/// The controls above the charts: what they are about, length of time, scale, buttons, and a line
/// that says what is shown and how far a load has come. Remembers what was chosen.
class HealthChartBar : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the bar. \a metrics are what can be chosen, the important ones first.
    HealthChartBar(const Theme &theme, Settings &settings, const QList<MetricInfo> &metrics,
                   QWidget *parent = nullptr);

    ChartMode mode() const;
    void setMode(ChartMode mode);
    /// CloudWatch's name of the metric compared between channels.
    QString metric() const;
    /// A name that can't be chosen changes nothing.
    void setMetric(const QString &name);
    /// CloudWatch's names of the metrics shown for one channel, in the order they are offered.
    QStringList metrics() const;
    void setMetrics(const QStringList &names);
    /// Adds metrics that are not offered yet; what was chosen stays.
    void offer(const QList<MetricInfo> &metrics);
    /// The length of time shown, ending now.
    std::chrono::seconds range() const;
    /// One of ranges(); anything else changes nothing.
    void setRange(std::chrono::seconds range);
    static QList<std::chrono::seconds> ranges();
    bool fromZero() const;

    void setNote(const QString &text);
    /// nullopt while nothing is under way.
    void setProgress(std::optional<int> percent);
    /// Which of the buttons make sense now.
    void setPossible(bool reset, bool reload, bool save);
    void setFullHeight(bool on);
    void toggleFullHeight();
    /// Chooses the metrics that are shown until somebody chooses others.
    void showUsualMetrics();
    /// Opens the menu of what can be saved.
    void openSaveMenu();

Q_SIGNALS:
    /// Other metrics, another mode or length of time.
    void choiceChanged();
    void fromZeroChanged(bool fromZero);
    void resetRequested();
    void reloadRequested();
    void cancelRequested();
    void saveRequested(tallylight::ui::ChartSaver::What what);
    void fullHeightChanged(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addChoices(QHBoxLayout *line);
    void addButtons(QHBoxLayout *line);
    void addStatus(QHBoxLayout *line);
    void addSaveMenu();
    void addMetric(const MetricInfo &info);
    void orderMetricMenu();
    void restore();
    void keepChoice();
    void showMode();
    void applyColors();

    const Theme &m_theme;
    Settings &m_settings;
    QList<MetricInfo> m_offered;
    QButtonGroup *m_modeButtons = nullptr;
    QComboBox *m_metricBox = nullptr;
    QPushButton *m_metricsButton = nullptr;
    CheckMenu *m_metricsMenu = nullptr;
    QList<QAction *> m_metricActions; // one per offered metric
    QButtonGroup *m_rangeButtons = nullptr;
    QCheckBox *m_fromZero = nullptr;
    QToolButton *m_resetButton = nullptr;
    QToolButton *m_reloadButton = nullptr;
    QToolButton *m_fullButton = nullptr;
    QPushButton *m_saveButton = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancelButton = nullptr;
};

} // namespace tallylight::ui
