// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/wakewatch.h"

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTick = 2s;

} // namespace

WakeWatch::WakeWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_detector(kTick)
{
    m_timer.setInterval(kTick);
    m_timer.setTimerType(Qt::VeryCoarseTimer); // it may tick with whatever else wakes the program
    connect(&m_timer, &QTimer::timeout, this, &WakeWatch::look);
    m_timer.start();
    look();
}

void WakeWatch::look()
{
    const Awakening found
        = m_detector.tick({m_clock.utcNow(), m_clock.elapsed(), m_clock.sinceBoot()});
    switch (found.kind) {
    case Awakening::Kind::None:
        break;
    case Awakening::Kind::Slept:
        Q_EMIT interrupted(StaleCause::Asleep);
        break;
    case Awakening::Kind::ClockForward:
    case Awakening::Kind::ClockBack:
        Q_EMIT interrupted(StaleCause::ClockChanged);
        break;
    }
}

} // namespace tallylight::monitor
