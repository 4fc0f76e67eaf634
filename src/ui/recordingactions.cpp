// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingactions.h"

#include "core/settings.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "ui/messagebar.h"
#include "ui/recordingpage.h"
#include "ui/recordingwords.h"
#include "ui/settingsactions.h"

namespace tallylight::ui {

using namespace Qt::StringLiterals;

RecordingActions::RecordingActions(monitor::Recorder *recorder, monitor::ProfileService &profiles,
                                   Settings &settings, MessageBar &messages,
                                   SettingsActions &dialog, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_messages(messages)
    , m_dialog(dialog)
{
    if (!recorder)
        return;
    dialog.addPage(tr("Recording"), [recorder, &profiles, &settings] {
        return new RecordingPage(*recorder, profiles, settings);
    });
    connect(recorder, &monitor::Recorder::statusChanged, this, &RecordingActions::showStatus);
    connect(&messages, &MessageBar::actionTriggered, this,
            [this](const QString &key, const QString &actionId) {
                if (!key.startsWith("recording/"_L1))
                    return;
                if (actionId == "tryAgain"_L1)
                    m_recorder->tryAgain();
                else
                    m_dialog.open(tr("Recording"));
            });
    showStatus();
}

RecordingActions::~RecordingActions() = default;

void RecordingActions::showStatus()
{
    const std::optional<Message> message = recordingMessage(m_recorder->status());
    m_messages.setGroup(u"recording/"_s, message ? QList<Message>{*message} : QList<Message>());
}

} // namespace tallylight::ui
