// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/regionmonitor.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::bench {

namespace {

/// Runs the event loop until \a done says so, looking after every batch of events.
template<typename Done> bool runUntil(Done done, int timeoutMs)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake; // so that the loop never sleeps past the timeout
    wake.start(50);
    while (!done()) {
        if (timer.elapsed() > timeoutMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

int rowsOf(const ui::MainWindow &window, const QString &pageName)
{
    for (const ui::TablePage *page : window.findChildren<ui::TablePage *>()) {
        if (page->spec().name == pageName)
            return page->proxy().rowCount();
    }
    return -1;
}

} // namespace

WindowRun::WindowRun(const DemoProcess &demo)
    : m_profile(demo.profile())
    , m_keychain(std::make_unique<storage::MemorySecretStore>())
    , m_secrets(std::make_unique<storage::SessionSecretStore>(*m_keychain))
    , m_file(std::make_unique<storage::ProfileStore>(m_folder.filePath(u"profiles.json"_s)))
    , m_profiles(std::make_unique<monitor::ProfileService>(*m_file, *m_secrets))
{
    m_keychain->insert(m_profile.id, demo.credentials());
    [[maybe_unused]] const auto loaded = m_profiles->load();
    [[maybe_unused]] const auto saved = m_profiles->save(m_profile);
    m_hub = std::make_unique<monitor::MonitorHub>(*m_secrets, m_clock);
}

WindowRun::~WindowRun() = default;

monitor::RegionMonitor *WindowRun::region() const
{
    return m_hub->region(m_profile.id);
}

double WindowRun::showMs()
{
    QElapsedTimer timer;
    timer.start();
    m_window = std::make_unique<ui::MainWindow>(*m_hub, *m_profiles, m_settings, m_clock);
    m_window->resize(1280, 720);
    m_window->showPage(ui::Page::Channels);
    m_window->show();
    QCoreApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double WindowRun::fillMs(int channels, int inputs)
{
    QElapsedTimer timer;
    timer.start();
    m_hub->setProfiles({m_profile});
    const bool filled = runUntil(
        [&] {
            return rowsOf(*m_window, u"channels"_s) >= channels
                && rowsOf(*m_window, u"inputs"_s) >= inputs;
        },
        120000);
    QCoreApplication::processEvents(); // paint the last of them
    return filled ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1.0;
}

void WindowRun::sweep(int sweeps, StallMeter &meter)
{
    runUntil([this] { return !region()->status().refreshing; }, 60000);
    meter.start();
    for (int i = 0; i < sweeps; ++i) {
        const QDateTime before = region()->status().inputs.observedAt;
        const QDateTime beforeChannels = region()->status().channels.observedAt;
        region()->refreshNow();
        runUntil(
            [&] {
                const monitor::RegionStatus status = region()->status();
                return !status.refreshing && status.inputs.observedAt > before
                    && status.channels.observedAt > beforeChannels;
            },
            120000);
    }
    meter.stop();
}

qint64 WindowRun::calls() const
{
    return region()->status().medialive.calls;
}

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
    }
    return 0.0;
}

} // namespace tallylight::bench
