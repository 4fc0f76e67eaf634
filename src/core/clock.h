// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <atomic>
#include <chrono>
#include <optional>

namespace tallylight {

/// Where time comes from. Injected everywhere, so that tests and the demo region own it.
///
/// utcNow() is the wall clock and may jump (NTP, sleep); elapsed() never goes backwards and is what
/// durations, rate limits and intervals are measured with.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock in UTC.
    virtual QDateTime utcNow() const = 0;
    /// Time since some fixed moment of this run; only differences mean anything.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// As elapsed(), but certain to go on while the computer sleeps; nullopt where there is no such
    /// clock.
    virtual std::optional<std::chrono::milliseconds> sinceBoot() const { return std::nullopt; }

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

/// The computer's own clocks.
class SystemClock final : public Clock
{
public:
    QDateTime utcNow() const override;
    std::chrono::milliseconds elapsed() const override;
    std::optional<std::chrono::milliseconds> sinceBoot() const override;
};

/// A clock that moves only when told. Both times advance together unless jump() moves the wall
/// clock alone. May be read from other threads while it moves, as a demo region does.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &start);

    QDateTime utcNow() const override;
    std::chrono::milliseconds elapsed() const override;

    void advance(std::chrono::milliseconds by);
    /// A wall-clock correction: utcNow() changes, elapsed() does not.
    void jump(std::chrono::milliseconds by);

private:
    std::atomic<qint64> m_nowMsec; ///< since 1970
    std::atomic<qint64> m_elapsedMsec{0};
};

} // namespace tallylight
