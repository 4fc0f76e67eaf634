// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingactions.h"

#include "monitor/recorder.h"
#include "ui/messagebar.h"
#include "ui/recordingpage.h"
#include "ui/recordingwords.h"
#include "ui/settingsdialog.h"

#include <QAction>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

RecordingActions::RecordingActions(monitor::Recorder *recorder, monitor::ProfileService &profiles,
                                   Settings &settings, MessageBar &messages, QAction &openSettings,
                                   QWidget *window)
    : QObject(window)
    , m_recorder(recorder)
    , m_profiles(profiles)
    , m_settings(settings)
    , m_messages(messages)
    , m_window(window)
{
    openSettings.setVisible(recorder);
    openSettings.setEnabled(recorder);
    if (!recorder)
        return;
    connect(&openSettings, &QAction::triggered, this, &RecordingActions::openSettings);
    connect(recorder, &monitor::Recorder::statusChanged, this, &RecordingActions::showStatus);
    connect(&messages, &MessageBar::actionTriggered, this,
            [this](const QString &key, const QString &actionId) {
                if (!key.startsWith("recording/"_L1))
                    return;
                if (actionId == "tryAgain"_L1)
                    m_recorder->tryAgain();
                else
                    this->openSettings();
            });
    showStatus();
}

RecordingActions::~RecordingActions() = default;

void RecordingActions::openSettings()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->addPage(tr("Recording"), new RecordingPage(*m_recorder, m_profiles, m_settings));
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RecordingActions::showStatus()
{
    const std::optional<Message> message = recordingMessage(m_recorder->status());
    m_messages.setGroup(u"recording/"_s, message ? QList<Message>{*message} : QList<Message>());
}

} // namespace tallylight::ui
