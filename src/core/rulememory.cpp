// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rulememory.h"

#include <algorithm>

namespace tallylight {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

// Readings come every minute and a little late; beyond this nothing is known of what was met.
constexpr seconds kUnknownForgiven = 5min;

/// True when it has been met for long enough.
bool noteMet(RuleTiming &timing, const RuleSight &sight, seconds forAtLeast)
{
    if (!timing.metFrom.isValid() || sight.from < timing.metFrom)
        timing.metFrom = sight.from;
    if (!timing.metTo.isValid() || sight.to > timing.metTo)
        timing.metTo = sight.to;
    return timing.metFrom.secsTo(timing.metTo) >= forAtLeast.count();
}

/// It counted, and is not met (long enough), or not known, any more.
void hold(RuleTiming &timing, seconds heldFor, const QDateTime &utcNow)
{
    const QDateTime latest = utcNow.addSecs(heldFor.count());
    // A clock that was set back must not make it last longer.
    if (!timing.heldUntil.isValid() || timing.heldUntil > latest)
        timing.heldUntil = latest;
    timing.counts = utcNow < timing.heldUntil;
}

} // namespace

void RuleMemory::note(const QString &rule, const RuleSight &sight, seconds forAtLeast,
                      seconds heldFor, const QDateTime &utcNow)
{
    auto found = std::find_if(m_timings.begin(), m_timings.end(),
                              [&rule](const RuleTiming &timing) { return timing.rule == rule; });
    if (found == m_timings.end()) {
        if (sight.met != RuleSight::Met::Yes)
            return;
        m_timings.append({rule, {}, {}, {}, {}, false});
        found = m_timings.end() - 1;
    }
    RuleTiming &timing = *found;
    bool proven = false;
    if (sight.met == RuleSight::Met::Yes)
        proven = noteMet(timing, sight, forAtLeast);
    const bool lasts = sight.met == RuleSight::Met::Unknown
        && timing.seenAt.secsTo(utcNow) <= (kUnknownForgiven + forAtLeast).count();
    if (sight.met == RuleSight::Met::No || (sight.met == RuleSight::Met::Unknown && !lasts)) {
        timing.metFrom = {};
        timing.metTo = {};
    }
    if (sight.met != RuleSight::Met::Unknown)
        timing.seenAt = utcNow;
    if (proven) {
        timing.counts = true;
        timing.heldUntil = {};
    } else if (timing.counts) {
        hold(timing, heldFor, utcNow);
    }
    if (!timing.counts && !timing.metFrom.isValid()) {
        m_timings.erase(found);
        return;
    }
    if (timing.counts)
        due(timing.heldUntil);
    if (!proven && sight.met == RuleSight::Met::Yes && sight.to >= utcNow)
        due(timing.metFrom.addSecs(forAtLeast.count())); // a fact goes on by itself
}

void RuleMemory::forget(const QString &rule)
{
    m_timings.removeIf([&rule](const RuleTiming &timing) { return timing.rule == rule; });
}

bool RuleMemory::counts(const QString &rule) const
{
    return std::any_of(m_timings.begin(), m_timings.end(), [&rule](const RuleTiming &timing) {
        return timing.rule == rule && timing.counts;
    });
}

void RuleMemory::due(const QDateTime &at)
{
    if (at.isValid() && (!m_dueAt.isValid() || at < m_dueAt))
        m_dueAt = at;
}

} // namespace tallylight
