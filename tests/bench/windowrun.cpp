// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "models/healthmodel.h"
#include "models/roles.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
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
#include <ctime>

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

const QAbstractItemModel &rowsOf(const ui::MainWindow &window, const QString &pageName)
{
    for (const ui::TablePage *page : window.findChildren<ui::TablePage *>()) {
        if (page->spec().name == pageName)
            return page->proxy();
    }
    qFatal("no page %s", qPrintable(pageName));
}

/// User and system time of this process.
double processorSeconds()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

} // namespace

WindowRun::WindowRun(const DemoProcess &demo, const QString &historyFile)
    : WindowRun(demo, demo.profile(1000.0), historyFile)
{
}

WindowRun::WindowRun(const DemoProcess &demo, Profile profile, const QString &historyFile)
    : m_profile(std::move(profile))
    , m_historyFile(historyFile)
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

void WindowRun::openHistory()
{
    if (m_historyFile.isEmpty() || m_recorder)
        return;
    m_recorder = std::make_unique<monitor::Recorder>(m_historyFile, m_clock);
    m_recorder->setSettings({});
    m_hub->setRecorder(m_recorder.get());
}

WindowRun::CachedStart WindowRun::startFromHistory(int channels, int inputs, StallMeter &meter)
{
    // Nothing listens there, so that every row comes from the history.
    const QUrl nowhere(u"http://127.0.0.1:9"_s);
    m_profile.endpoints = {nowhere, nowhere, nowhere};
    CachedStart start;
    QElapsedTimer timer;
    timer.start();
    openHistory();
    m_hub->setProfiles({m_profile});
    start.usableMs = static_cast<double>(timer.nsecsElapsed()) / 1e6 + showMs();
    meter.start();
    const bool filled = fill(channels, inputs);
    meter.stop();
    start.rowsMs = filled ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1.0;
    return start;
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

/// Waits until both tables hold all their rows and are painted; false when that takes too long.
bool WindowRun::fill(int channels, int inputs)
{
    // Looked for once: doing so after every event would be a good part of what is measured.
    const QAbstractItemModel &channelRows = rowsOf(*m_window, u"channels"_s);
    const QAbstractItemModel &inputRows = rowsOf(*m_window, u"inputs"_s);
    const bool filled = runUntil(
        [&] { return channelRows.rowCount() >= channels && inputRows.rowCount() >= inputs; },
        120000);
    QCoreApplication::processEvents(); // paint the last of them
    return filled;
}

double WindowRun::fillMs(int channels, int inputs)
{
    openHistory();
    QElapsedTimer timer;
    timer.start();
    m_hub->setProfiles({m_profile});
    const bool filled = fill(channels, inputs);
    return filled ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1.0;
}

double WindowRun::turnToInputsMs()
{
    QElapsedTimer timer;
    timer.start();
    m_window->showPage(ui::Page::Inputs);
    QCoreApplication::processEvents();
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    m_window->showPage(ui::Page::Channels);
    QCoreApplication::processEvents();
    return ms;
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

qint64 WindowRun::cloudWatchCalls() const
{
    return region()->status().cloudwatch.calls;
}

int WindowRun::runningChannels() const
{
    return region()->status().runningCount;
}

double WindowRun::alertTurn() const
{
    const auto turn = region()->status().alertTurn;
    return turn ? static_cast<double>(turn->count()) / 1e3 : -1.0;
}

bool WindowRun::isRed(const QString &channelId, const QString &pipeline) const
{
    for (const ui::TablePage *page : m_window->findChildren<ui::TablePage *>()) {
        const auto *model = qobject_cast<const models::HealthModel *>(page->proxy().sourceModel());
        if (!model)
            continue;
        const int row = model->rowOf(models::healthKey(m_profile.id, channelId, pipeline));
        if (row < 0)
            return false;
        return model->index(row, 0).data(models::LevelRole).toInt()
            == static_cast<int>(models::StateLevel::Critical);
    }
    return false;
}

AlertDelays WindowRun::alertDelays(double minutes)
{
    // The first turn finds what was set before anybody looked; it does not count.
    runUntil([this] { return region()->status().alertTurn.has_value(); }, 300000);
    const QDateTime from = m_clock.utcNow();
    AlertStopwatch watch(from);
    runUntil(
        [&] {
            const QDateTime now = m_clock.utcNow();
            for (const Channel &channel : region()->channels()) {
                for (const AlertRecord &record : region()->alertRecords(channel.id)) {
                    const ChannelAlert &alert = record.alert;
                    if (!isCriticalAlert(alert.alertType))
                        continue;
                    watch.look(models::alertKey(m_profile.id, alert), alert.setAt,
                               record.isSet() && isRed(channel.id, alert.pipelineId), now);
                }
            }
            return from.msecsTo(now) > static_cast<qint64>(minutes * 60e3);
        },
        static_cast<int>(minutes * 60e3) + 5000);
    return watch.delays(m_clock.utcNow(), kAlertBudgetSeconds);
}

double WindowRun::idlePercent(bool health, int seconds)
{
    m_window->showPage(health ? ui::Page::Health : ui::Page::Channels);
    const auto pass = [](int ms) {
        QEventLoop loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    };
    pass(15000); // let the page settle
    const double before = processorSeconds();
    pass(seconds * 1000);
    return (processorSeconds() - before) / seconds * 100.0;
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
