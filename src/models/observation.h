// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/freshness.h"
#include "core/health.h"

#include <QChar>
#include <QDateTime>
#include <QString>

#include <array>

namespace tallylight::models {

/// How a cell stands with what was observed: believed, or why it can't be. Every state has a mark,
/// a word and an explanation of its own.
enum class Observation {
    Fresh,
    Loading, ///< asked for, no answer yet
    Stale, ///< too old, and nobody has said why
    Paused, ///< stale, because watching is paused
    Slowed, ///< stale, because the CloudWatch budget has it asked for more rarely
    Asleep, ///< stale, because the computer slept
    NetworkLost, ///< stale, because there was no network
    EarlierRun, ///< remembered from before the program was started
    ClockChanged, ///< stale, because the clock was set
    NotRunning,
    Starting,
    NotApplicable,
    NotPublished,
    NoInputYet,
    NoData, ///< no recent datapoints, which is normal for the metric
    Late, ///< no recent datapoints, though there should be some
    Throttled,
    Forbidden,
    Failed,
    OverBudget, ///< the CloudWatch budget has no room for it
    NotObserved,
};

/// All of them, in the order of a legend.
inline constexpr std::array kObservations{
    Observation::Fresh,        Observation::Loading,    Observation::Stale,
    Observation::Paused,       Observation::Slowed,     Observation::Asleep,
    Observation::NetworkLost,  Observation::EarlierRun, Observation::ClockChanged,
    Observation::NotRunning,   Observation::Starting,   Observation::NotApplicable,
    Observation::NotPublished, Observation::NoInputYet, Observation::NoData,
    Observation::Late,         Observation::Throttled,  Observation::Forbidden,
    Observation::Failed,       Observation::OverBudget, Observation::NotObserved,
};

/// How something observed like \a freshness stands at \a utcNow.
Observation observationOf(const Freshness &freshness, const QDateTime &utcNow);
/// The same for a reading; Fresh for one with a value.
Observation observationOf(ReadingStatus status);

/// "stale", "notRunning", …: the same in every language and version, for exports.
QString observationId(Observation observation);
/// The word in the user's language: "stale", "not running".
QString observationWord(Observation observation);
/// A sentence on what it means and what makes it end.
QString observationExplanation(Observation observation);
/// The sign inside of the "unknown" shape, so that two states never look the same.
QChar observationSign(Observation observation);

} // namespace tallylight::models
