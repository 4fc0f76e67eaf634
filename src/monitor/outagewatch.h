// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/clock.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace tallylight::monitor {

class MonitorHub;
class RegionMonitor;

/// Infers from the calls themselves that the network is gone and that it is back, for computers
/// that don't tell and for a VPN, whose end leaves every cable plugged in.
///
/// Gone means: no server has answered anything since calls to two different hosts failed for want
/// of a connection, within a minute. Back means: one has. While it is gone, one region is asked
/// now and then, so that the return is noticed soon without a burst. Hosts on this computer don't
/// count. Lives on the GUI thread.
class OutageWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the watch.
    OutageWatch(MonitorHub &hub, const Clock &clock, QObject *parent = nullptr);

    bool isLost() const { return m_lost; }
    /// How often one region is asked while the network is gone.
    void setProbeInterval(std::chrono::milliseconds interval) { m_probe.setInterval(interval); }
    /// A call has ended; regions of the hub report by themselves.
    void take(const CallRecord &record);

Q_SIGNALS:
    /// Both are sent while a call is still on the stack: connect them queued to whatever closes
    /// connections.
    void lost();
    void returned();

private:
    void watch(RegionMonitor *region);
    void probe();

    MonitorHub &m_hub;
    const Clock &m_clock;
    QHash<QString, std::chrono::milliseconds> m_failed; ///< since the last answer, by host
    QTimer m_probe;
    qsizetype m_nextProbe = 0;
    bool m_lost = false;
};

} // namespace tallylight::monitor
