// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace tallylight {

using std::chrono::milliseconds;

TokenBucket::TokenBucket(double ratePerSecond, double burst)
    : m_rate(std::max(ratePerSecond, 0.001))
    , m_burst(std::max(burst, 1.0))
    , m_tokens(m_burst)
{
}

void TokenBucket::reconfigure(double ratePerSecond, double burst, milliseconds now)
{
    m_tokens = tokensAt(now);
    m_updated = now;
    m_started = true;
    m_rate = std::max(ratePerSecond, 0.001);
    m_burst = std::max(burst, 1.0);
    m_tokens = std::min(m_tokens, m_burst);
}

double TokenBucket::tokensAt(milliseconds now) const
{
    if (!m_started)
        return m_tokens;
    const double seconds = std::max(0.0, std::chrono::duration<double>(now - m_updated).count());
    return std::min(m_burst, m_tokens + seconds * m_rate);
}

bool TokenBucket::tryTake(milliseconds now)
{
    // The small allowance keeps a caller that waited exactly waitTime() from being turned away by
    // rounding.
    const double tokens = tokensAt(now);
    if (now < m_closedUntil || tokens < 1.0 - 1e-6)
        return false;
    m_tokens = std::max(0.0, tokens - 1.0);
    m_updated = m_started ? std::max(m_updated, now) : now;
    m_started = true;
    return true;
}

milliseconds TokenBucket::waitTime(milliseconds now) const
{
    const milliseconds closed = std::max(milliseconds(0), m_closedUntil - now);
    const double tokens = tokensAt(now);
    if (tokens >= 1.0 - 1e-6)
        return closed;
    const auto refill
        = milliseconds(static_cast<milliseconds::rep>(std::ceil((1.0 - tokens) / m_rate * 1000.0)));
    return std::max(closed, refill);
}

void TokenBucket::penalize(milliseconds now, milliseconds pause)
{
    m_tokens = 0.0;
    m_updated = now;
    m_started = true;
    m_closedUntil = std::max(m_closedUntil, now + pause);
}

} // namespace tallylight
