// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/monitorhub.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace tallylight::ui {
class MainWindow;
}

namespace tallylight::app {

/// Saves every page of a window as a PNG: waits until each page has what it shows (or has failed to
/// get it), selects something where a selection opens more, and grabs the window.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(ui::MainWindow &window, monitor::MonitorHub &hub, const Clock &clock,
                const QString &folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once. \a problem is empty when every page has been saved, else what is wrong, in the user's
    /// language.
    void finished(const QStringList &files, const QString &problem);

private:
    void step();
    bool pageIsReady();
    void nextPage();
    QString save(const QString &stem);

    ui::MainWindow &m_window;
    monitor::MonitorHub &m_hub;
    const Clock &m_clock;
    QString m_folder;
    QStringList m_files;
    QTimer m_timer;
    qsizetype m_page = 0; // in ui::allPages()
    int m_readyInARow = 0;
    std::chrono::milliseconds m_pageStarted{0};
};

} // namespace tallylight::app
