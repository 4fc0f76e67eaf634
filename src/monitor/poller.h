// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tallylight::monitor {

/// Decides when a service asks again: after its interval, later after repeated failures (doubling
/// up to five minutes, with jitter so that regions don't march in step), at once on demand, never
/// while a round is still under way, never while paused.
///
/// The owner answers due() by starting a round and calls roundFinished() when it ends.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(std::chrono::milliseconds interval, QObject *parent = nullptr);

    void setInterval(std::chrono::milliseconds interval);
    std::chrono::milliseconds interval() const { return m_interval; }

    /// Starts with a round after \a delay, by default at once.
    void start(std::chrono::milliseconds delay = std::chrono::milliseconds(0));
    void stop();
    void setPaused(bool paused);
    /// A round now; when one is under way, right after it.
    void runNow();
    void roundFinished(bool succeeded);

    bool isRoundUnderWay() const { return m_underWay; }
    /// Time until the next round; negative when none is planned.
    std::chrono::milliseconds untilNext() const;

Q_SIGNALS:
    void due();

private:
    void schedule(std::chrono::milliseconds delay);
    void begin();

    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    int m_failures = 0;
    bool m_running = false;
    bool m_paused = false;
    bool m_underWay = false;
    bool m_again = false;
};

} // namespace tallylight::monitor
