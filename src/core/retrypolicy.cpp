// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retrypolicy.h"

#include <algorithm>

namespace tallylight {

using std::chrono::milliseconds;

std::optional<milliseconds> RetryPolicy::delayAfter(int failedAttempts, ErrorCategory category,
                                                    double random,
                                                    std::optional<milliseconds> serverAsked) const
{
    if (failedAttempts >= maxAttempts || !isRetryable(category))
        return std::nullopt;
    milliseconds ceiling = baseDelay;
    for (int i = 1; i < failedAttempts && ceiling < maxDelay; ++i)
        ceiling *= 2;
    ceiling = std::min(ceiling, maxDelay);
    const auto jittered = milliseconds(static_cast<milliseconds::rep>(
        static_cast<double>(ceiling.count()) * std::clamp(random, 0.0, 1.0)));
    if (!serverAsked)
        return jittered;
    return std::clamp(*serverAsked, jittered, jittered + milliseconds(5000));
}

RetryBudget::RetryBudget(int capacity)
    : m_capacity(capacity)
    , m_available(capacity)
{
}

bool RetryBudget::tryTake(ErrorCategory category)
{
    const int cost = category == ErrorCategory::Timeout ? 10 : 5;
    if (m_available < cost)
        return false;
    m_available -= cost;
    return true;
}

void RetryBudget::succeeded()
{
    m_available = std::min(m_capacity, m_available + 1);
}

} // namespace tallylight
