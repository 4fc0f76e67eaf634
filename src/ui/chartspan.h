// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tallylight::ui {

/// Which part of the loaded time a chart shows; all in milliseconds since the epoch, UTC. Never
/// leaves what is loaded and never gets shorter than what can be read.
class ChartSpan
{
public:
    double from() const { return m_from; }
    double to() const { return m_to; }
    double length() const { return m_to - m_from; }
    double first() const { return m_first; }
    double last() const { return m_last; }
    double loadedLength() const { return m_last - m_first; }
    bool isZoomed() const { return m_from > m_first || m_to < m_last; }
    bool holds(double at) const { return at >= m_from && at <= m_to; }

    /// Another time is loaded. With \a keep a zoomed view stays where it is, and one that reached
    /// up to the end follows it; otherwise everything is shown. \a shortest is the least that may
    /// be shown.
    void setLoaded(double first, double last, double shortest, bool keep);
    /// These return whether anything has changed.
    bool show(double from, double to);
    /// Shows 1 / \a factor of what is shown now, keeping \a at in place.
    bool zoom(double factor, double at);
    /// Moves by \a share of what is shown; positive goes to later times.
    bool pan(double share);
    bool showAll() { return show(m_first, m_last); }

private:
    double m_first = 0.0;
    double m_last = 1.0;
    double m_shortest = 1.0;
    double m_from = 0.0;
    double m_to = 1.0;
};

} // namespace tallylight::ui
