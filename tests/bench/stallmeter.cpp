// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stallmeter.h"

#include <QElapsedTimer>
#include <QSemaphore>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tallylight::bench {

StallMeter::StallMeter() = default;

StallMeter::~StallMeter()
{
    stop();
}

void StallMeter::start()
{
    m_delaysMs.clear();
    m_running = true;
    auto *worker = new QObject;
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(worker, [this] {
        QElapsedTimer total;
        total.start();
        // Shared with the answer, which may come after the meter has stopped listening.
        const auto answered = std::make_shared<QSemaphore>();
        while (m_running) {
            QElapsedTimer one;
            one.start();
            QMetaObject::invokeMethod(
                this, [answered] { answered->release(); }, Qt::QueuedConnection);
            bool heard = false;
            while (m_running && !heard)
                heard = answered->tryAcquire(1, 100);
            // The question that stop() interrupts waits for stop(), not for the window.
            if (heard)
                m_delaysMs.append(static_cast<double>(one.nsecsElapsed()) / 1e6);
            QThread::usleep(1000);
        }
        m_seconds = static_cast<double>(total.nsecsElapsed()) / 1e9;
    });
}

void StallMeter::stop()
{
    if (!m_thread.isRunning())
        return;
    m_running = false;
    m_thread.quit();
    m_thread.wait();
}

double StallMeter::longestMs() const
{
    return m_delaysMs.isEmpty() ? 0.0 : *std::max_element(m_delaysMs.begin(), m_delaysMs.end());
}

double StallMeter::percentileMs(double part) const
{
    if (m_delaysMs.isEmpty())
        return 0.0;
    QList<double> sorted = m_delaysMs;
    std::sort(sorted.begin(), sorted.end());
    // A stall of 50 ms keeps fifty times as many moments waiting as one of 1 ms; the moments
    // between two questions met an idle thread.
    const double all = m_seconds * 1000.0;
    double seen = all - std::accumulate(sorted.begin(), sorted.end(), 0.0);
    for (const double delay : sorted) {
        seen += delay;
        if (seen >= all * part)
            return delay;
    }
    return sorted.last();
}

} // namespace tallylight::bench
