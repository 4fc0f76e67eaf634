// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/poller.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLongestDelay = 5min;

milliseconds withJitter(milliseconds delay)
{
    const double factor = 0.9 + 0.2 * QRandomGenerator::global()->generateDouble();
    return milliseconds(
        static_cast<milliseconds::rep>(static_cast<double>(delay.count()) * factor));
}

} // namespace

Poller::Poller(milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_interval(interval)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Poller::begin);
}

void Poller::setInterval(milliseconds interval)
{
    if (m_interval == interval)
        return;
    m_interval = interval;
    if (m_timer.isActive())
        schedule(std::min(milliseconds(m_timer.remainingTime()), m_interval));
}

void Poller::start(milliseconds delay)
{
    if (m_running)
        return;
    m_running = true;
    m_failures = 0;
    if (!m_paused && !m_underWay)
        schedule(delay);
}

void Poller::stop()
{
    m_running = false;
    m_again = false;
    m_timer.stop();
}

void Poller::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (paused)
        m_timer.stop();
    else if (m_running && !m_underWay)
        schedule(0ms);
}

void Poller::runNow()
{
    if (!m_running || m_paused) // resuming asks at once anyway
        return;
    m_failures = 0;
    if (m_underWay)
        m_again = true;
    else
        schedule(0ms);
}

void Poller::roundFinished(bool succeeded)
{
    m_underWay = false;
    m_failures = succeeded ? 0 : m_failures + 1;
    if (!m_running)
        return;
    const bool again = std::exchange(m_again, false);
    if (m_paused)
        return;
    if (again) {
        schedule(0ms);
        return;
    }
    milliseconds delay = m_interval;
    for (int i = 1; i < m_failures && delay < kLongestDelay; ++i)
        delay *= 2;
    schedule(withJitter(std::min(delay, std::max(kLongestDelay, m_interval))));
}

milliseconds Poller::untilNext() const
{
    return m_timer.isActive() ? milliseconds(m_timer.remainingTime()) : milliseconds(-1);
}

void Poller::schedule(milliseconds delay)
{
    m_timer.start(delay);
}

void Poller::begin()
{
    if (m_underWay || !m_running)
        return;
    m_underWay = true;
    Q_EMIT due();
}

} // namespace tallylight::monitor
