// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertstopwatch.h"
#include "core/clock.h"
#include "core/settings.h"
#include "demoprocess.h"
#include "stallmeter.h"

#include <QList>
#include <QTemporaryDir>

#include <memory>

namespace tallylight::monitor {
class MonitorHub;
class ProfileService;
class Recorder;
class RegionMonitor;
} // namespace tallylight::monitor
namespace tallylight::storage {
class MemorySecretStore;
class ProfileStore;
class SessionSecretStore;
} // namespace tallylight::storage
namespace tallylight::ui {
class MainWindow;
}

namespace tallylight::bench {

/// The real window on one demo region, put together as the program does it.
class WindowRun
{
public:
    /// With \a historyFile it records there, and shows at the start what is in it.
    explicit WindowRun(const DemoProcess &demo, const QString &historyFile = {});
    /// As above, watching with \a profile, one of \a demo's.
    WindowRun(const DemoProcess &demo, Profile profile, const QString &historyFile = {});
    ~WindowRun();

    /// Shows the window and starts watching; milliseconds until it is painted and takes events.
    double showMs();
    /// Milliseconds from start of watching until both tables hold all rows and have been painted;
    /// negative when that takes longer than two minutes.
    double fillMs(int channels, int inputs);
    /// What a start takes whose region can't be reached, so that only the history has rows.
    struct CachedStart
    {
        double usableMs = -1.0; ///< until the window is painted and takes events
        double rowsMs = -1.0; ///< until both tables hold all rows and have been painted
    };
    CachedStart startFromHistory(int channels, int inputs, StallMeter &meter);
    /// Milliseconds to turn to Inputs, shown for the first time since the rows came, until it is
    /// painted; Channels is open again afterwards.
    double turnToInputsMs();
    /// Lets the window run through \a sweeps further inventory sweeps, with the meter watching.
    void sweep(int sweeps, StallMeter &meter);
    qint64 calls() const;
    /// From the moment an alert was set to its red row in Channels Health, for every critical alert
    /// that is set within \a minutes, also for those that never got one.
    AlertDelays alertDelays(double minutes);
    qint64 cloudWatchCalls() const;
    int runningChannels() const;
    /// Seconds the last complete turn of the alert sweep took; negative before one.
    double alertTurn() const;
    /// Opens Channels or Channels Health and gives the program's share of one core, in percent,
    /// over \a seconds of doing nothing but watch.
    double idlePercent(bool health, int seconds);

private:
    monitor::RegionMonitor *region() const;
    bool isRed(const QString &channelId, const QString &pipeline) const;
    void openHistory();
    bool fill(int channels, int inputs);

    SystemClock m_clock;
    MemorySettings m_settings;
    QTemporaryDir m_folder;
    Profile m_profile;
    QString m_historyFile;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_file;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::Recorder> m_recorder;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// Resident memory of this process in MB.
double residentMb();

} // namespace tallylight::bench
