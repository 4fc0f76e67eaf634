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

/// Why a value that was seen once can't be believed any more.
enum class StaleCause {
    None, ///< it can be believed, or was never seen
    TooOld, ///< nothing newer has come in the expected time, and nobody has said why
    Failed, ///< newer attempts failed; Freshness::error says how
    Paused, ///< watching was paused by the operator
    Slowed, ///< the budget has it asked for more rarely, or not at all
    Asleep, ///< the computer, or this program, did not run for a while
    NetworkLost, ///< nothing can be renewed
    EarlierRun, ///< remembered from before the program was started
    ClockChanged, ///< this computer's clock was set, so that no age can be told
};

/// When something was last observed and what has gone wrong since. Age and staleness are computed
/// from it and the clock, never stored (DESIGN §3).
struct Freshness
{
    QDateTime observedAt; ///< UTC; invalid when never observed
    std::chrono::seconds expectedEvery{10}; ///< the polling interval it should be renewed at
    std::optional<ApiError> error; ///< the newest failure after observedAt, if any
    /// What has kept it from being renewed since observedAt, when whoever renews it knows. Paused
    /// and Slowed leave it to age; everything else makes it Stale at once. Ends with observe().
    StaleCause heldBy = StaleCause::None;

    bool operator==(const Freshness &) const = default;

    /// One missed interval is forgiven (plus five seconds for the answer to arrive); an error newer
    /// than the observation is believed at once when it means "no access", and after the same grace
    /// otherwise, because one lost packet is no reason to turn a wall amber. An observation from
    /// the future (the clock was set back) is Stale, and so is one from before a sleep or an
    /// earlier run. A pause alone makes nothing stale: what it holds ages like anything else.
    Trust trust(const QDateTime &utcNow) const;
    /// Takes note of an observation at \a at, which ends errors and doubts.
    void observe(const QDateTime &at);
    /// Why trust() is Stale; None when it isn't.
    StaleCause staleCause(const QDateTime &utcNow) const;
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
