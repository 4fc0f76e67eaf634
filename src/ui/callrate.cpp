// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/callrate.h"

namespace tallylight::ui {

namespace {

constexpr std::chrono::seconds kWindow{10};

}

void CallRate::add(std::chrono::milliseconds now, int requests)
{
    if (requests <= 0)
        return;
    m_calls.emplace_back(now, requests);
    m_total += requests;
    forget(now);
}

double CallRate::perSecond(std::chrono::milliseconds now)
{
    forget(now);
    return m_total / std::chrono::duration<double>(kWindow).count();
}

void CallRate::forget(std::chrono::milliseconds now)
{
    while (!m_calls.empty() && m_calls.front().first <= now - kWindow) {
        m_total -= m_calls.front().second;
        m_calls.pop_front();
    }
}

} // namespace tallylight::ui
