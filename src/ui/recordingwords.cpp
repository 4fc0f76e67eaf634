// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using Kind = RecordingTrouble::Kind;

namespace {

struct Recording
{
    Q_DECLARE_TR_FUNCTIONS(Recording)
};

QString whatToDo(const RecordingTrouble &trouble)
{
    const QString file = QDir::toNativeSeparators(trouble.file);
    const QString folder = QDir::toNativeSeparators(QFileInfo(trouble.file).absolutePath());
    switch (trouble.kind) {
    case Kind::Unwritable:
        return Recording::tr("%1 can't be written. Check the access rights of its folder.")
            .arg(file);
    case Kind::DiskFull:
        return Recording::tr("The disk with %1 is full. Make room; recording then goes on by "
                             "itself.")
            .arg(folder);
    case Kind::Locked:
        return Recording::tr("Another program has %1 open, perhaps another Tallylight. Close it; "
                             "recording then starts by itself.")
            .arg(file);
    case Kind::Corrupt:
        return trouble.keptAs.isEmpty()
            ? Recording::tr("%1 is damaged and can't be moved out of the way.").arg(file)
            : Recording::tr("%1 was damaged. It has been kept as %2, and a new history begun.")
                  .arg(file, QDir::toNativeSeparators(trouble.keptAs));
    case Kind::NewerVersion:
        return Recording::tr("%1 was written by a newer Tallylight and is left untouched. Update "
                             "this one, or use another folder with --config.")
            .arg(file);
    case Kind::NoDriver:
        return Recording::tr("Qt's SQLite driver is missing. Install it (libqt6sql6-sqlite).");
    case Kind::Failed:
        break;
    }
    return Recording::tr("%1 can't be written.").arg(file);
}

} // namespace

std::optional<Message> recordingMessage(const RecordingStatus &status)
{
    if (!status.trouble)
        return std::nullopt;
    Message message;
    message.key = u"recording/trouble"_s;
    message.level = StateLevel::Warning;
    message.details = status.trouble->detail;
    message.text = whatToDo(*status.trouble);
    if (status.phase == RecordingStatus::Phase::Trouble) {
        message.title = Recording::tr("Nothing is being recorded; watching goes on");
        message.actions = {{u"tryAgain"_s, Recording::tr("Try again")},
                           {u"settings"_s, Recording::tr("Settings…")}};
    } else {
        message.title = Recording::tr("The history had to be started afresh");
    }
    return message;
}

QString recordingPhaseText(const RecordingStatus &status)
{
    switch (status.phase) {
    case RecordingStatus::Phase::Off:
        return Recording::tr("Off: nothing is kept beyond this run.");
    case RecordingStatus::Phase::Opening:
        return Recording::tr("Opening the history…");
    case RecordingStatus::Phase::Recording:
        return Recording::tr("Recording.");
    case RecordingStatus::Phase::Trouble:
        break;
    }
    return status.trouble ? whatToDo(*status.trouble) : QString();
}

} // namespace tallylight::ui
