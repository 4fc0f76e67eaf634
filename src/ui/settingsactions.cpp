// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsactions.h"

#include "ui/settingsdialog.h"

#include <QAction>

#include <utility>

namespace tallylight::ui {

SettingsActions::SettingsActions(QAction &open, QWidget *window)
    : QObject(window)
    , m_action(open)
    , m_window(window)
{
    m_action.setVisible(false);
    m_action.setEnabled(false);
    connect(&m_action, &QAction::triggered, this, [this] { this->open(); });
}

SettingsActions::~SettingsActions() = default;

void SettingsActions::addPage(const QString &title, std::function<QWidget *()> make)
{
    m_pages.append({title, std::move(make)});
    m_action.setVisible(true);
    m_action.setEnabled(true);
}

void SettingsActions::open(const QString &title)
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        for (const Page &page : std::as_const(m_pages))
            m_dialog->addPage(page.title, page.make());
    }
    if (!title.isEmpty())
        m_dialog->showPage(title);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace tallylight::ui
