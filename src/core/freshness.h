// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace tallylight {

/// Whether what is shown can be believed right now.
enum class Trust {
    NotObserved, ///< never seen: nothing is known
    Fresh, ///< seen within the expected time, and nothing has failed since
    Stale, ///< seen once, but too long ago, or a newer attempt failed
};

/// What happened after an observation that makes it worthless at once, however young it seems.
enum class Doubt {
    None,
    Asleep, ///< the computer, or this program, did not run for a while
    ClockChanged, ///< ages can't be computed any more
    NetworkLost, ///< nothing can be renewed
};

/// When something was last observed and what has gone wrong since. Age and staleness are computed
/// from it and the clock, never stored (DESIGN §3).
struct Freshness
{
    QDateTime observedAt; ///< UTC; invalid when never observed
    std::chrono::seconds expectedEvery{10}; ///< the polling interval it should be renewed at
    std::optional<ApiError> error; ///< the newest failure after observedAt, if any
    Doubt doubt = Doubt::None; ///< ends with the next observation

    bool operator==(const Freshness &) const = default;

    /// One missed interval is forgiven (plus five seconds for the answer to arrive); an error newer
    /// than the observation is believed at once when it means "no access", and after the same grace
    /// otherwise, because one lost packet is no reason to turn a wall amber. An observation from
    /// the future (the clock was set back) is Stale.
    Trust trust(const QDateTime &utcNow) const;
    /// Takes note of an observation at \a at, which ends errors and doubts.
    void observe(const QDateTime &at);
    /// Time since the observation, clamped at zero for clocks that jump; nullopt when never
    /// observed.
    std::optional<std::chrono::seconds> age(const QDateTime &utcNow) const;
};

/// A value together with when it was observed and why it can't be trusted, if it can't.
template<typename T> struct Observed
{
    T value{};
    Freshness freshness;

    bool operator==(const Observed &) const = default;
};

} // namespace tallylight
