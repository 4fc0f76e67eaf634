// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyqueue.h"

#include <QMutexLocker>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tallylight::storage {

qint64 HistoryEvent::weight() const
{
    qint64 weight = 1;
    if (const auto *points = std::get_if<PointsAsked>(&what)) {
        for (const MetricSeries &series : points->series)
            weight += series.points.size();
    } else if (const auto *channels = std::get_if<ChannelsSeen>(&what)) {
        weight = std::max<qint64>(1, channels->channels.size());
    } else if (const auto *inputs = std::get_if<InputsSeen>(&what)) {
        weight = std::max<qint64>(1, inputs->inputs.size());
    }
    return weight;
}

HistoryQueue::HistoryQueue(qint64 mostPoints, qint64 mostEvents)
    : m_mostPoints(mostPoints)
    , m_mostEvents(mostEvents)
{
}

qint64 &HistoryQueue::weightOf(const HistoryEvent &event)
{
    return event.isPoints() ? m_points : m_others;
}

void HistoryQueue::push(HistoryEvent event)
{
    const QMutexLocker lock(&m_mutex);
    weightOf(event) += event.weight();
    m_events.push_back(std::move(event));
    makeRoom();
}

std::deque<HistoryEvent> HistoryQueue::take(qint64 weight)
{
    const QMutexLocker lock(&m_mutex);
    std::deque<HistoryEvent> taken;
    qint64 sum = 0;
    while (!m_events.empty() && (taken.empty() || sum < weight)) {
        const qint64 one = m_events.front().weight();
        sum += one;
        weightOf(m_events.front()) -= one;
        taken.push_back(std::move(m_events.front()));
        m_events.pop_front();
    }
    return taken;
}

void HistoryQueue::putBack(std::deque<HistoryEvent> events)
{
    const QMutexLocker lock(&m_mutex);
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        weightOf(*it) += it->weight();
        m_events.push_front(std::move(*it));
    }
    makeRoom();
}

bool HistoryQueue::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_events.empty();
}

void HistoryQueue::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_events.clear();
    m_points = 0;
    m_others = 0;
}

qint64 HistoryQueue::droppedPoints() const
{
    const QMutexLocker lock(&m_mutex);
    return m_droppedPoints;
}

qint64 HistoryQueue::droppedEvents() const
{
    const QMutexLocker lock(&m_mutex);
    return m_droppedOthers;
}

void HistoryQueue::drop(std::deque<HistoryEvent>::iterator event)
{
    const qint64 weight = event->weight();
    weightOf(*event) -= weight;
    (event->isPoints() ? m_droppedPoints : m_droppedOthers) += weight;
    m_events.erase(event);
}

void HistoryQueue::makeRoom()
{
    // The newest event stays, however large it is.
    const auto oldest = [this](auto wanted) {
        return std::find_if(m_events.begin(), std::prev(m_events.end()), wanted);
    };
    while (m_points > m_mostPoints || m_others > m_mostEvents) {
        auto victim = oldest([](const HistoryEvent &event) { return event.isPoints(); });
        if (m_points <= m_mostPoints || victim == std::prev(m_events.end())) {
            // Points share no room with the rest, so that only what is too much goes. That a
            // profile is to be forgotten is never lost.
            victim = oldest([](const HistoryEvent &event) {
                return !event.isPoints() && !std::holds_alternative<ProfileForgotten>(event.what);
            });
            if (m_others <= m_mostEvents || victim == std::prev(m_events.end()))
                return;
        }
        drop(victim);
    }
}

} // namespace tallylight::storage
