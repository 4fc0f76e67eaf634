// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace tallylight {

/// The clocks, read at one moment.
struct ClockReading
{
    QDateTime wall; ///< UTC; goes on during sleep, jumps when somebody sets it
    std::chrono::milliseconds elapsed{0}; ///< Clock::elapsed(): never goes back; whether it goes on
                                          ///< during sleep depends on the system
    std::optional<std::chrono::milliseconds>
        sinceBoot; ///< goes on during sleep and never jumps, where a system has such a clock
};

/// What happened between two readings.
struct Awakening
{
    enum class Kind {
        None,
        Slept, ///< the computer slept, or the program was held up, for \a by
        ClockForward, ///< the wall clock was set forward by \a by
        ClockBack,
    };

    Kind kind = Kind::None;
    std::chrono::milliseconds by{0};

    bool operator==(const Awakening &) const = default;
};

/// Tells sleep and clock changes by comparing clocks that were read regularly. Pure arithmetic.
///
/// A clock that goes on during sleep decides where there is one. Otherwise: when both clocks are
/// late, nobody ran; when only the wall clock is ahead, the computer slept or somebody set it,
/// which look the same and are treated as sleep; when it is behind, it was set back. Corrections
/// that time servers make (below five seconds) are nothing.
class WakeDetector
{
public:
    /// Will be told the time every \a interval.
    explicit WakeDetector(std::chrono::milliseconds interval);

    /// What happened since the last reading; None for the first one.
    Awakening tick(const ClockReading &now);

private:
    std::chrono::milliseconds m_interval;
    std::optional<ClockReading> m_last;
};

} // namespace tallylight
