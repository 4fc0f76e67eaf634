// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <chrono>
#include <optional>

namespace tallylight {

/// When a failed attempt is worth another one, and after how long: the AWS SDKs' "standard" mode
/// with full jitter (aws-facts §8). Pure: chance comes in as a number.
struct RetryPolicy
{
    int maxAttempts = 3;
    std::chrono::milliseconds baseDelay{1000};
    std::chrono::milliseconds maxDelay{20000};

    /// The delay before attempt \a failedAttempts + 1, or nullopt when it should stop.
    /// \a random is in [0, 1); \a serverAsked is what x-amz-retry-after or Retry-After said,
    /// honoured within five seconds above the computed delay.
    std::optional<std::chrono::milliseconds>
    delayAfter(int failedAttempts, ErrorCategory category, double random,
               std::optional<std::chrono::milliseconds> serverAsked = std::nullopt) const;
};

/// A client-wide allowance of retries, so that a service in trouble is not met with a storm: 500
/// tokens, 5 a retry, 10 after a timeout, one back on each success (aws-facts §8).
class RetryBudget
{
public:
    explicit RetryBudget(int capacity = 500);

    bool tryTake(ErrorCategory category);
    void succeeded();
    int available() const { return m_available; }

private:
    int m_capacity;
    int m_available;
};

} // namespace tallylight
