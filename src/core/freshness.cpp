// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/freshness.h"

#include <algorithm>

namespace tallylight {

namespace {

constexpr std::chrono::seconds kAnswerGrace{5};

bool meansNoAccess(ErrorCategory category)
{
    return category == ErrorCategory::Credentials || category == ErrorCategory::Expired
        || category == ErrorCategory::Forbidden || category == ErrorCategory::Skew
        || category == ErrorCategory::Tls;
}

/// Whatever came after these, the observation says nothing about now, however young it seems.
bool endsTrust(StaleCause cause)
{
    return cause == StaleCause::Asleep || cause == StaleCause::NetworkLost
        || cause == StaleCause::EarlierRun || cause == StaleCause::ClockChanged;
}

bool failedSince(const Freshness &freshness)
{
    const std::optional<ApiError> &error = freshness.error;
    return error && (!error->at.isValid() || error->at >= freshness.observedAt);
}

} // namespace

Trust Freshness::trust(const QDateTime &utcNow) const
{
    if (!observedAt.isValid())
        return Trust::NotObserved;
    if (endsTrust(heldBy))
        return Trust::Stale;
    // After the clock was set back, an old observation lies in the future and would look fresh
    // until then.
    if (observedAt > utcNow.addSecs(kAnswerGrace.count()))
        return Trust::Stale;
    if (failedSince(*this) && meansNoAccess(error->category))
        return Trust::Stale;
    const auto limit = 2 * expectedEvery + kAnswerGrace;
    return *age(utcNow) > limit ? Trust::Stale : Trust::Fresh;
}

void Freshness::observe(const QDateTime &at)
{
    observedAt = at;
    error.reset();
    heldBy = StaleCause::None;
}

StaleCause Freshness::staleCause(const QDateTime &utcNow) const
{
    if (trust(utcNow) != Trust::Stale)
        return StaleCause::None;
    if (endsTrust(heldBy))
        return heldBy;
    if (observedAt > utcNow.addSecs(kAnswerGrace.count()))
        return StaleCause::ClockChanged;
    if (failedSince(*this))
        return StaleCause::Failed;
    return heldBy == StaleCause::None ? StaleCause::TooOld : heldBy;
}

std::optional<std::chrono::seconds> Freshness::age(const QDateTime &utcNow) const
{
    if (!observedAt.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(0, observedAt.secsTo(utcNow)));
}

} // namespace tallylight
