// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartspan.h"

#include <QtGlobal>

#include <algorithm>

namespace tallylight::ui {

void ChartSpan::setLoaded(double first, double last, double shortest, bool keep)
{
    const bool zoomed = isZoomed();
    const bool followed = m_to >= m_last;
    m_first = first;
    m_last = std::max(first + 1.0, last);
    m_shortest = std::clamp(shortest, 1.0, loadedLength());
    if (!keep || !zoomed || m_from >= m_last || m_to <= m_first) {
        m_from = m_first;
        m_to = m_last;
        return;
    }
    const double span = std::min(length(), loadedLength());
    m_from = std::clamp(followed ? m_last - span : m_from, m_first, m_last - span);
    m_to = m_from + span;
}

bool ChartSpan::show(double from, double to)
{
    const double span = std::clamp(to - from, m_shortest, loadedLength());
    const double start = std::clamp(from, m_first, m_last - span);
    if (qFuzzyCompare(start, m_from) && qFuzzyCompare(start + span, m_to))
        return false;
    m_from = start;
    m_to = start + span;
    return true;
}

bool ChartSpan::zoom(double factor, double at)
{
    const double span = std::clamp(length() / factor, m_shortest, loadedLength());
    const double share = (at - m_from) / length();
    const double from = at - share * span;
    return show(from, from + span);
}

bool ChartSpan::pan(double share)
{
    const double by = share * length();
    return show(m_from + by, m_to + by);
}

} // namespace tallylight::ui
