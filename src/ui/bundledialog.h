// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/diagnostics.h"

#include <QDialog>
#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tallylight::ui {

class Dialogs;
struct Theme;

/// Shows what a diagnostics bundle would hold, letter for letter, before anything is written; parts
/// can be left out. Not modal: monitoring goes on behind it.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    using Collect = std::function<QList<monitor::DiagnosticsPart>()>;
    /// Shows a folder in the desktop's file manager.
    using OpenFolder = std::function<void(const QString &folder)>;

    /// All outlive the dialog. \a collect is called now and for "Collect again".
    BundleDialog(Collect collect, const Clock &clock, Dialogs &dialogs, const Theme &theme,
                 QWidget *parent = nullptr);

    /// Instead of the desktop's file manager, for tests.
    void setOpenFolder(OpenFolder open) { m_openFolder = std::move(open); }
    /// What is ticked, as it would be written.
    QList<monitor::DiagnosticsPart> chosen() const;

private:
    QWidget *makeContent();
    QWidget *makeButtons();
    void collect();
    void showPart();
    void updateSummary();
    void save();
    void saved(const QString &file);

    Collect m_collect;
    const Clock &m_clock;
    Dialogs &m_dialogs;
    const Theme &m_theme;
    OpenFolder m_openFolder;
    QList<monitor::DiagnosticsPart> m_parts;
    QString m_file; ///< what was written last
    QListWidget *m_list = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_folder = nullptr;
};

} // namespace tallylight::ui
