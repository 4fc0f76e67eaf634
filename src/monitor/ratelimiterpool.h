// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/profile.h"

#include <QHash>
#include <QString>

#include <memory>

namespace tallylight::aws {
class RateLimiter;
}

namespace tallylight::monitor {

/// One rate limiter per account, region and API, shared by every profile that watches it, because
/// AWS counts that way (DESIGN §1.4). A limiter lives as long as somebody uses it.
class RateLimiterPool
{
public:
    explicit RateLimiterPool(const Clock &clock);
    ~RateLimiterPool();

    /// The limiter for \a profile's calls to \a service. \a owner is the account id, or what stands
    /// for it until STS has named it. Two profiles that disagree about the rate get the lower one.
    std::shared_ptr<aws::RateLimiter> limiter(const Profile &profile, Service service,
                                              const QString &owner);

    /// Empties every bucket, so that nobody bursts.
    void drain();

private:
    const Clock &m_clock;
    QHash<QString, std::weak_ptr<aws::RateLimiter>> m_limiters;
};

} // namespace tallylight::monitor
