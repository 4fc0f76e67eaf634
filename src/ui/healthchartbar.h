// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/settings.h"

#include <QList>
#include <QWidget>

#include <chrono>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tallylight::ui {

struct Theme;

/// The controls above the charts: metric, length of time, scale, buttons, and a line that says what
/// is shown and how far a load has come. Remembers what was chosen.
class HealthChartBar : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the bar.
    HealthChartBar(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    HealthMetric metric() const;
    void setMetric(HealthMetric metric);
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

Q_SIGNALS:
    /// Another metric or length of time.
    void choiceChanged();
    void fromZeroChanged(bool fromZero);
    void resetRequested();
    void reloadRequested();
    void cancelRequested();
    void saveImageRequested();
    void saveValuesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addChoices(QHBoxLayout *line);
    void addButtons(QHBoxLayout *line);
    void addStatus(QHBoxLayout *line);
    void restore();
    void keepChoice();
    void applyColors();

    const Theme &m_theme;
    Settings &m_settings;
    QComboBox *m_metricBox = nullptr;
    QButtonGroup *m_rangeButtons = nullptr;
    QCheckBox *m_fromZero = nullptr;
    QToolButton *m_resetButton = nullptr;
    QToolButton *m_reloadButton = nullptr;
    QPushButton *m_saveButton = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancelButton = nullptr;
};

} // namespace tallylight::ui
