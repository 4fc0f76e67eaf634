// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include <memory>

namespace tallylight::ui {

struct Theme;

namespace Ui {
class AboutDialog;
}

/// Version, licence, and the libraries in use with theirs.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the dialog.
    explicit AboutDialog(const Theme &theme, QWidget *parent = nullptr);
    ~AboutDialog() override;

    /// Versions of everything and of the system, one a line, for a report of trouble.
    static QString versions();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLibraries();
    void applyLook();

    bool m_ready = false; // first, because events may come while the rest is made
    const Theme &m_theme;
    std::unique_ptr<Ui::AboutDialog> m_ui;
};

} // namespace tallylight::ui
