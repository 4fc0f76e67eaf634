// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace tallylight {

/// A rate limit as pure arithmetic: \a ratePerSecond tokens flow in, at most \a burst are kept.
///
/// MediaLive allows 5 requests/s with a burst of 30 per account and region, shared with everyone
/// (aws-facts §8). Time is passed in (Clock::elapsed()), so nothing here waits or ticks.
class TokenBucket
{
public:
    TokenBucket(double ratePerSecond, double burst);

    double ratePerSecond() const { return m_rate; }
    /// Changes the flow from now on; what has been collected stays, up to the new burst.
    void reconfigure(double ratePerSecond, double burst, std::chrono::milliseconds now);

    /// Takes one token if there is one.
    bool tryTake(std::chrono::milliseconds now);
    /// How long until tryTake() can succeed; zero when it can now.
    std::chrono::milliseconds waitTime(std::chrono::milliseconds now) const;
    /// The service has said "slow down": empties the bucket and lets nothing through for \a pause.
    void penalize(std::chrono::milliseconds now, std::chrono::milliseconds pause);

private:
    double tokensAt(std::chrono::milliseconds now) const;

    double m_rate;
    double m_burst;
    double m_tokens;
    std::chrono::milliseconds m_updated{0};
    std::chrono::milliseconds m_closedUntil{0};
    bool m_started = false;
};

} // namespace tallylight
