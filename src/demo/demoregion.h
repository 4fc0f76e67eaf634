// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/credentials.h"
#include "demo/demooptions.h"
#include "demo/faultplan.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QUrl>

namespace tallylight::demo {

class DemoServer;

/// A simulated AWS region: MediaLive, CloudWatch, STS and IAM Identity Center behind one loopback port, with signatures
/// checked, limits enforced and a story going on (see DemoOptions).
///
/// The server works in a thread of its own, so painting and JSON never hold up a window in the same
/// process, and a test may wait for an answer with a plain event loop. One process can hold several
/// regions. All functions may be called from the thread the region lives in; those of faults() from
/// any.
class DemoRegion : public QObject
{
    Q_OBJECT

public:
    /// \a clock must outlive the region and bear being read from another thread (SystemClock and
    /// ManualClock do).
    DemoRegion(const DemoOptions &options, const Clock &clock, QObject *parent = nullptr);
    /// Breaks all connections, closes the port and ends the thread before it returns.
    ~DemoRegion() override;

    /// Opens the port. False when that fails, with the system's words in \a error.
    bool start(QString *error = nullptr);

    /// 0 until started.
    quint16 port() const { return m_port; }
    /// "http://127.0.0.1:PORT" for all three services; empty until started.
    QUrl endpoint() const;
    QString region() const { return m_options.region; }
    const DemoOptions &options() const { return m_options; }
    /// What opens it right now.
    Credentials credentials() const { return m_faults.credentials(); }

    /// What is to go wrong, and the counters.
    FaultPlan &faults() { return m_faults; }
    const FaultPlan &faults() const { return m_faults; }
    /// Goes offline or back: open connections break at once, new ones are closed without an answer.
    void setOffline(bool offline);

private:
    DemoOptions m_options;
    FaultPlan m_faults;
    const Clock &m_clock;
    QThread m_thread;
    DemoServer *m_server = nullptr; ///< lives in m_thread, which deletes it
    quint16 m_port = 0;
};

} // namespace tallylight::demo
