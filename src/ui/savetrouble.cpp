// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savetrouble.h"

#include <QCoreApplication>
#include <QDir>

namespace tallylight::ui {

namespace {

struct SaveTrouble
{
    Q_DECLARE_TR_FUNCTIONS(SaveTrouble)
};

} // namespace

SaveTroubleText saveTroubleText(const monitor::ProfileFileTrouble &trouble)
{
    using Kind = monitor::ProfileFileTrouble::Kind;
    const QString file = QDir::toNativeSeparators(trouble.file);
    const QString title = SaveTrouble::tr("The region could not be saved");
    switch (trouble.kind) {
    case Kind::Corrupt:
        return {title,
                SaveTrouble::tr("The file %1 can't be understood. It was kept as %2.")
                    .arg(file, QDir::toNativeSeparators(trouble.keptAs))};
    case Kind::NewerVersion:
        return {title,
                SaveTrouble::tr("The file %1 was written by a newer Tallylight and is left "
                                "untouched. Start that one, or use another folder with --config.")
                    .arg(file)};
    case Kind::Unreadable:
        return {title,
                SaveTrouble::tr("The file %1 can't be read. Check its access rights.").arg(file)};
    case Kind::Unwritable:
        return {title,
                SaveTrouble::tr("The file %1 can't be written. Check that its folder may be "
                                "written to and the disk is not full.")
                    .arg(file)};
    case Kind::ChangedOnDisk:
        return {
            SaveTrouble::tr("Another program has changed the regions"),
            SaveTrouble::tr("Nothing was overwritten. Load the list again and save once more.")};
    }
    return {title, {}};
}

} // namespace tallylight::ui
