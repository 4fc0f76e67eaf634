// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ratelimiter.h"

#include <algorithm>
#include <utility>

namespace tallylight::aws {

using std::chrono::milliseconds;

RateLimiter::RateLimiter(const Clock &clock, double ratePerSecond, double burst, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_bucket(ratePerSecond, burst)
    , m_burst(burst)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RateLimiter::refresh);
}

void RateLimiter::acquire(Priority priority, QObject *context, std::function<void()> granted)
{
    Waiter waiter{context, std::move(granted), {}};
    waiter.watch = connect(context, &QObject::destroyed, this, &RateLimiter::release);
    m_queues[static_cast<std::size_t>(priority)].append(std::move(waiter));
    schedule();
}

bool RateLimiter::tryAcquire()
{
    return waiting() == 0 && m_bucket.tryTake(m_clock.elapsed());
}

void RateLimiter::release(QObject *context)
{
    for (QList<Waiter> &queue : m_queues) {
        // From destroyed() the QPointer is already null, so a null context is a place given up,
        // too.
        const auto gone
            = std::remove_if(queue.begin(), queue.end(), [context](const Waiter &waiter) {
                  const bool matches = waiter.context.isNull() || waiter.context == context;
                  if (matches)
                      QObject::disconnect(waiter.watch);
                  return matches;
              });
        queue.erase(gone, queue.end());
    }
    if (waiting() == 0)
        m_timer.stop();
}

void RateLimiter::throttled(milliseconds pause)
{
    m_bucket.penalize(m_clock.elapsed(), pause);
    schedule();
}

void RateLimiter::drain()
{
    throttled(milliseconds(0));
}

int RateLimiter::waiting() const
{
    qsizetype count = 0;
    for (const QList<Waiter> &queue : m_queues)
        count += queue.size();
    return static_cast<int>(count);
}

void RateLimiter::reconfigure(double ratePerSecond, double burst)
{
    m_bucket.reconfigure(ratePerSecond, burst, m_clock.elapsed());
    m_burst = burst;
    schedule();
}

bool RateLimiter::takeNext(Waiter *next)
{
    // Every fourth token goes to details that wait, or long lists would leave alerts without any.
    QList<Waiter> &details = m_queues[static_cast<std::size_t>(Priority::Detail)];
    const bool waiting = !details.isEmpty();
    m_passedOver = waiting ? m_passedOver + 1 : 0;
    if (waiting && m_passedOver >= kDetailShare) {
        m_passedOver = 0;
        *next = details.takeFirst();
        return true;
    }
    for (QList<Waiter> &queue : m_queues) {
        if (!queue.isEmpty()) {
            *next = queue.takeFirst();
            return true;
        }
    }
    return false;
}

void RateLimiter::refresh()
{
    const QPointer<RateLimiter> alive(this);
    while (alive && waiting() > 0 && m_bucket.tryTake(m_clock.elapsed())) {
        Waiter next;
        if (!takeNext(&next))
            break;
        QObject::disconnect(next.watch);
        next.granted(); // may do anything, deleting this limiter included
    }
    if (alive)
        schedule();
}

void RateLimiter::schedule()
{
    if (waiting() > 0)
        m_timer.start(m_bucket.waitTime(m_clock.elapsed()));
}

} // namespace tallylight::aws
