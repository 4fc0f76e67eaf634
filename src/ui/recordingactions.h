// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace tallylight {
class Settings;
}

namespace tallylight::monitor {
class ProfileService;
class Recorder;
} // namespace tallylight::monitor

namespace tallylight::ui {

class MessageBar;
class SettingsDialog;

/// Says in the message bar when recording does not work, and opens the settings.
class RecordingActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the actions; \a recorder may be null, then there are no settings to open.
    /// \a window is the parent of the dialog and of this.
    RecordingActions(monitor::Recorder *recorder, monitor::ProfileService &profiles,
                     Settings &settings, MessageBar &messages, QAction &openSettings,
                     QWidget *window);
    ~RecordingActions() override;

    /// Opens the settings, or brings them to the front.
    void openSettings();

private:
    void showStatus();

    monitor::Recorder *m_recorder;
    monitor::ProfileService &m_profiles;
    Settings &m_settings;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace tallylight::ui
