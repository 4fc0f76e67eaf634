// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs.h"

#include <QFileDialog>

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

void showBeside(QDialog &dialog)
{
    dialog.setModal(false);
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

void QtDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QString &filter, std::function<void(const QString &)> done)
{
    const QString name = u"saveFileDialog"_s;
    // One question at a time; the newer one is meant.
    delete parent->findChild<QFileDialog *>(name, Qt::FindDirectChildrenOnly);
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [done = std::move(done)](const QString &file) { done(file); });
    showBeside(*dialog);
}

} // namespace tallylight::ui
