// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/freshness.h"
#include "core/rulememory.h"
#include "models/roles.h"

#include <QDateTime>
#include <QStringList>

#include <array>

namespace tallylight::models {

/// What follows from a row and the time; kept until the row or the trust in it changes.
struct RowVerdict
{
    Trust trust = Trust::NotObserved; ///< in the row as a whole
    StateLevel level = StateLevel::Unknown;
    QStringList reasons{}; ///< rule ids, worst first; health only
    QDateTime
        since{}; ///< UTC; from when the level is what it is; invalid where that is not followed
    bool changeSeen = false; ///< otherwise the level was so at since, or before
    RuleMemory memory{}; ///< for how long rules have been met; health only

    /// When the verdict may change though nothing new is seen, UTC; invalid for never.
    QDateTime dueAt() const { return memory.dueAt(); }
    bool operator==(const RowVerdict &) const = default;
};

/// The trust in each part of a row, in declaration order; while it is unchanged, so are the verdict
/// and the look of the cells.
struct TrustMark
{
    Trust main = Trust::NotObserved;
    Trust alerts = Trust::NotObserved; ///< health only
    Trust metrics = Trust::NotObserved; ///< health only
    Trust description = Trust::NotObserved; ///< health only
    int other = 0; ///< whatever else the verdict follows; health counts starts and changed rules

    bool operator==(const TrustMark &) const = default;
};

/// Freshness::trust() at one moment for many rows: neighbours usually share one freshness, so the
/// last answer is remembered.
class TrustMemo
{
public:
    explicit TrustMemo(const QDateTime &utcNow);

    /// \a part is the member's place in TrustMark; each part has its own memory.
    Trust of(const Freshness &freshness, std::size_t part = 0);
    const QDateTime &now() const { return m_now; }

private:
    struct Answer
    {
        Freshness freshness;
        Trust trust = Trust::NotObserved;
    };

    QDateTime m_now;
    std::array<Answer, 4> m_last;
};

} // namespace tallylight::models
