// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include <memory>

namespace tallylight::ui {

namespace Ui {
class SettingsDialog;
}

/// What the operator decides about the program as a whole: pages with a list beside them. Not
/// modal, so that monitoring goes on in sight; what is changed on a page takes effect at once.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// Adds \a page, which belongs to the dialog from then on, under \a title. Long pages scroll.
    void addPage(const QString &title, QWidget *page);
    /// Shows the page that was added with \a title, if there is one.
    void showPage(const QString &title);

private:
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace tallylight::ui
