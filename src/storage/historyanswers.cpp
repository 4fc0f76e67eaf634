// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyanswers.h"

#include <utility>

namespace tallylight::storage {

int HistoryAnswers::expect(QObject *context, Done done)
{
    const int ticket = m_nextTicket++;
    m_waiting.insert(ticket, {context, std::move(done)});
    return ticket;
}

void HistoryAnswers::finish(int ticket)
{
    const Waiting waiting = m_waiting.take(ticket);
    if (waiting.context)
        waiting.done();
}

void HistoryAnswers::finishAllLater()
{
    const QHash<int, Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting &waiting : all) {
        if (waiting.context)
            QMetaObject::invokeMethod(waiting.context.data(), waiting.done, Qt::QueuedConnection);
    }
}

} // namespace tallylight::storage
