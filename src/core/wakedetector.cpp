// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wakedetector.h"

#include <utility>

namespace tallylight {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kClockTolerance = 5s;
// A busy computer may hold a program up; connections and ages survive that.
constexpr milliseconds kLate = 30s;

} // namespace

WakeDetector::WakeDetector(milliseconds interval)
    : m_interval(interval)
{
}

Awakening WakeDetector::tick(const ClockReading &now)
{
    const std::optional<ClockReading> last = std::exchange(m_last, now);
    if (!last)
        return {};
    const milliseconds wall(last->wall.msecsTo(now.wall));
    const milliseconds elapsed = now.elapsed - last->elapsed;
    // What really passed, as far as it can be known.
    milliseconds passed = elapsed;
    if (now.sinceBoot && last->sinceBoot)
        passed = *now.sinceBoot - *last->sinceBoot;
    const milliseconds asleep = passed - elapsed;
    if (asleep > kClockTolerance)
        return {Awakening::Kind::Slept, asleep};
    if (passed > m_interval + kLate)
        return {Awakening::Kind::Slept, passed - m_interval};
    const milliseconds jump = wall - passed;
    if (jump < -kClockTolerance)
        return {Awakening::Kind::ClockBack, -jump};
    if (jump > kClockTolerance)
        return {now.sinceBoot ? Awakening::Kind::ClockForward : Awakening::Kind::Slept, jump};
    return {};
}

} // namespace tallylight
