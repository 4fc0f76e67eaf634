// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QCheckBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace tallylight {
class Settings;
}

namespace tallylight::monitor {
class ProfileService;
class Recorder;
} // namespace tallylight::monitor

namespace tallylight::ui {

/// The settings page about the history: on or off, how long each resolution is kept, where the file
/// is, how much each region takes in it, and deleting a region's part.
class RecordingPage final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the page.
    RecordingPage(monitor::Recorder &recorder, monitor::ProfileService &profiles,
                  Settings &settings, QWidget *parent = nullptr);
    ~RecordingPage() override;

private:
    QLayout *makeSwitch();
    QLayout *makeRetention();
    QLayout *makePlace();
    QSpinBox *makeDays(const QString &name, int days);
    void apply();
    void showStatus();
    void askSizes();
    void showSizes(const HistorySizes &sizes);
    void addSizeRow(int row, const QString &name, const ProfileHistorySize &size, bool known);
    void confirmDelete(int row, const QString &profileId, const QString &name);

    monitor::Recorder &m_recorder;
    monitor::ProfileService &m_profiles;
    Settings &m_settings;
    QCheckBox *m_enabled;
    QLabel *m_status;
    std::array<QSpinBox *, 4> m_pointDays{};
    QSpinBox *m_eventDays = nullptr;
    QLabel *m_total;
    QWidget *m_sizes = nullptr;
    QGridLayout *m_sizesGrid;
    QTimer m_refresh;
};

} // namespace tallylight::ui
