// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace tallylight::bench {

/// How long an event has to wait for the GUI thread: a second thread asks it for a sign of life
/// about every millisecond, always one question at a time, and notes how long the answer took.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    StallMeter();
    ~StallMeter() override;

    void start();
    /// Ends the measurement; the figures stay.
    void stop();

    double longestMs() const;
    /// The delay that \a part of all events of the period did not exceed, weighted by time: what a
    /// key press at a random moment would have met.
    double percentileMs(double part) const;
    double seconds() const { return m_seconds; }

private:
    QThread m_thread;
    std::atomic<bool> m_running{false};
    QList<double> m_delaysMs; // written by the meter's thread while running, read after stop()
    double m_seconds = 0.0;
};

} // namespace tallylight::bench
