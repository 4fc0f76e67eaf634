// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/jumpsearch.h"

#include <QObject>
#include <QStringList>

namespace tallylight::ui {

class HealthPage;
class MainWindow;
class MessageBar;
class TablePage;

/// What leads from a row, or from a place found by name, to the rows of another page. Selects the
/// rows there; says so when they aren't there. Belongs to the window.
class PageLinks final : public QObject
{
    Q_OBJECT

public:
    struct Pages
    {
        TablePage &inputs;
        TablePage &channels;
        HealthPage &health;
    };

    /// \a pages and \a messages are \a window's own.
    PageLinks(MainWindow &window, Pages pages, MessageBar &messages);

    void jumpTo(const JumpTarget &target);

private:
    void follow(TablePage &page);
    void goToRows(Page page, const QString &profileId, const QStringList &keys);

    MainWindow &m_window;
    const Pages m_pages;
    MessageBar &m_messages;
};

} // namespace tallylight::ui
