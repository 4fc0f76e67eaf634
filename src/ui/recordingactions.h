// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace tallylight {
class Settings;
}

namespace tallylight::monitor {
class ProfileService;
class Recorder;
} // namespace tallylight::monitor

namespace tallylight::ui {

class MessageBar;
class SettingsActions;

/// Says in the message bar when recording does not work, and gives the settings their page about
/// it.
class RecordingActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the actions. With a null \a recorder there is nothing to say and no page.
    RecordingActions(monitor::Recorder *recorder, monitor::ProfileService &profiles,
                     Settings &settings, MessageBar &messages, SettingsActions &dialog,
                     QObject *parent);
    ~RecordingActions() override;

private:
    void showStatus();

    monitor::Recorder *m_recorder;
    MessageBar &m_messages;
    SettingsActions &m_dialog;
};

} // namespace tallylight::ui
