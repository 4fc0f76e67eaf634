// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace tallylight {

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::optional<std::chrono::milliseconds> SystemClock::sinceBoot() const
{
#ifdef Q_OS_LINUX
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
    }
#endif
    return std::nullopt;
}

ManualClock::ManualClock(const QDateTime &start)
    : m_nowMsec(start.toMSecsSinceEpoch())
{
}

QDateTime ManualClock::utcNow() const
{
    return QDateTime::fromMSecsSinceEpoch(m_nowMsec, Qt::UTC);
}

std::chrono::milliseconds ManualClock::elapsed() const
{
    return std::chrono::milliseconds(m_elapsedMsec);
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    m_nowMsec += by.count();
    m_elapsedMsec += by.count();
}

void ManualClock::jump(std::chrono::milliseconds by)
{
    m_nowMsec += by.count();
}

} // namespace tallylight
