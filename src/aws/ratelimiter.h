// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/tokenbucket.h"

#include <QList>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>

namespace tallylight::aws {

/// Who goes first when requests have to wait: what a user asked for, then lists, then details.
enum class Priority { User, List, Detail };

/// The one queue in front of a service's rate limit, shared by everything that talks to the same
/// account, region and service (aws-facts §8). Higher priorities go first, first come first served
/// within one, but every fourth token is for waiting details, so that nobody waits for ever.
///
/// Lives in one thread. Time is measured with the clock; a QTimer wakes the queue, so a test with a
/// manual clock calls refresh() after moving it.
class RateLimiter : public QObject
{
    Q_OBJECT

public:
    using Priority = tallylight::aws::Priority;

    RateLimiter(const Clock &clock, double ratePerSecond, double burst, QObject *parent = nullptr);

    /// Calls \a granted once, from the event loop and never from inside acquire(), when a token is
    /// there. \a context (not null) owns the place in the queue: destroying or releasing it gives
    /// the place up.
    void acquire(Priority priority, QObject *context, std::function<void()> granted);
    /// Takes a token at once when there is one and nobody waits; false otherwise.
    bool tryAcquire();
    /// Gives up every place \a context holds; safe for a context that holds none.
    void release(QObject *context);
    /// The service has said "slow down": nobody gets a token for \a pause, and the burst is gone.
    void throttled(std::chrono::milliseconds pause);

    /// Gives away what has been saved up: after a sleep nobody may burst (DESIGN §1.4).
    void drain();

    /// How many are in the queue.
    int waiting() const;
    double ratePerSecond() const { return m_bucket.ratePerSecond(); }
    double burst() const { return m_burst; }
    /// Changes the limit from now on; the queue stays.
    void reconfigure(double ratePerSecond, double burst);

    /// Looks at the clock now instead of when the timer thinks it is time.
    void refresh();

private:
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void()> granted;
        QMetaObject::Connection watch;
    };

    bool takeNext(Waiter *next);
    void schedule();

    const Clock &m_clock;
    TokenBucket m_bucket;
    double m_burst;
    static constexpr int kDetailShare = 4;
    std::array<QList<Waiter>, 3> m_queues; ///< by Priority
    int m_passedOver = 0; ///< tokens given to others in a row while details waited
    QTimer m_timer;
};

} // namespace tallylight::aws
