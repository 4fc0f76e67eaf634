// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/ratelimiterpool.h"

#include "aws/ratelimiter.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

namespace {

struct Rate
{
    double perSecond;
    double burst;
};

// MediaLive's burst of 30 is shared with the console and everyone's automation, so only a third of
// it is ever used. CloudWatch allows 50 GetMetricData/s and 25 ListMetrics/s, STS far more than one
// would ask (aws-facts §2.5, §8).
Rate rateFor(const Profile &profile, Service service)
{
    switch (service) {
    case Service::MediaLive:
        return {profile.medialiveRequestsPerSecond,
                std::max(10.0, profile.medialiveRequestsPerSecond)};
    case Service::CloudWatch:
        return {10.0, 10.0};
    case Service::Sts:
    case Service::SsoOidc:
    case Service::SsoPortal:
        break;
    }
    return {5.0, 5.0};
}

} // namespace

RateLimiterPool::RateLimiterPool(const Clock &clock)
    : m_clock(clock)
{
}

RateLimiterPool::~RateLimiterPool() = default;

std::shared_ptr<aws::RateLimiter> RateLimiterPool::limiter(const Profile &profile, Service service,
                                                           const QString &owner)
{
    const Rate rate = rateFor(profile, service);
    const QString key = owner + u'|' + profile.region + u'|' + signingName(service) + u'|'
        + profile.endpoint(service).authority();
    if (std::shared_ptr<aws::RateLimiter> existing = m_limiters.value(key).lock()) {
        if (rate.perSecond < existing->ratePerSecond())
            existing->reconfigure(rate.perSecond, rate.burst);
        return existing;
    }
    auto created = std::make_shared<aws::RateLimiter>(m_clock, rate.perSecond, rate.burst);
    m_limiters.insert(key, created);
    return created;
}

void RateLimiterPool::drain()
{
    for (const std::weak_ptr<aws::RateLimiter> &entry : std::as_const(m_limiters)) {
        if (const std::shared_ptr<aws::RateLimiter> limiter = entry.lock())
            limiter->drain();
    }
}

} // namespace tallylight::monitor
