// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/historyevents.h"

#include <QMutex>

#include <deque>
#include <optional>

namespace tallylight::storage {

/// Events on their way from the GUI thread to the writer, in their order. Bounded: when writing
/// can't keep up, the oldest metric points go first, because CloudWatch still has them, and only
/// then the oldest of the rest. What is dropped is counted.
///
/// Safe to use from both threads.
class HistoryQueue
{
public:
    static constexpr qint64 kMostPoints = 500'000;
    static constexpr qint64 kMostEvents = 60'000;

    explicit HistoryQueue(qint64 mostPoints = kMostPoints, qint64 mostEvents = kMostEvents);

    void push(HistoryEvent event);
    /// Up to \a weight of the oldest events, one at least if there is one; they are out of the
    /// queue then.
    std::deque<HistoryEvent> take(qint64 weight);
    /// Puts back what could not be written, before everything else.
    void putBack(std::deque<HistoryEvent> events);
    bool isEmpty() const;
    void clear();

    qint64 droppedPoints() const;
    /// Items other than points.
    qint64 droppedEvents() const;

private:
    void makeRoom();
    void drop(std::deque<HistoryEvent>::iterator event);
    qint64 &weightOf(const HistoryEvent &event);

    mutable QMutex m_mutex;
    const qint64 m_mostPoints;
    const qint64 m_mostEvents;
    std::deque<HistoryEvent> m_events;
    qint64 m_points = 0;
    qint64 m_others = 0;
    qint64 m_droppedPoints = 0;
    qint64 m_droppedOthers = 0;
};

} // namespace tallylight::storage
