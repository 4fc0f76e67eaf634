// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rowverdict.h"

namespace tallylight::models {

TrustMemo::TrustMemo(const QDateTime &utcNow)
    : m_now(utcNow)
{
}

Trust TrustMemo::of(const Freshness &freshness, std::size_t part)
{
    // The initial answer is right for the initial freshness: never observed.
    Answer &last = m_last[part];
    if (!(last.freshness == freshness))
        last = {freshness, freshness.trust(m_now)};
    return last.trust;
}

} // namespace tallylight::models
