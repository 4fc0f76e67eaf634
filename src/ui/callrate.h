// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <deque>
#include <utility>

namespace tallylight::ui {

/// Requests per second over the last ten seconds. Time is passed in (Clock::elapsed()).
class CallRate
{
public:
    void add(std::chrono::milliseconds now, int requests);
    /// Requests per second.
    double perSecond(std::chrono::milliseconds now);

private:
    void forget(std::chrono::milliseconds now);

    std::deque<std::pair<std::chrono::milliseconds, int>> m_calls;
    int m_total = 0;
};

} // namespace tallylight::ui
