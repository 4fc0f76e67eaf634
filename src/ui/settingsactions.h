// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace tallylight::ui {

class SettingsDialog;

/// Opens the settings, whose pages are made when they are first wanted.
class SettingsActions final : public QObject
{
    Q_OBJECT

public:
    /// \a open is hidden until there is a page. \a window is the dialog's parent and this one's.
    SettingsActions(QAction &open, QWidget *window);
    ~SettingsActions() override;

    /// A page called \a title, in the order of the calls. \a make is called each time the dialog is
    /// opened anew.
    void addPage(const QString &title, std::function<QWidget *()> make);
    /// Opens the dialog, or brings it to the front; with \a title on that page.
    void open(const QString &title = {});

private:
    struct Page
    {
        QString title;
        std::function<QWidget *()> make;
    };

    QAction &m_action;
    QWidget *m_window;
    QList<Page> m_pages;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace tallylight::ui
