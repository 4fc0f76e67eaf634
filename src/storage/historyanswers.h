// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace tallylight::storage {

/// Who waits for which answer of a reading thread. An object of its own, because a thread that
/// hangs outlives its HistoryStore, and what it posts at its end must still find somebody.
///
/// Lives on the thread that asks; finish() is to be invoked there.
class HistoryAnswers : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void()>;

    /// Remembers \a done, which is not called once \a context is gone; the ticket is for finish().
    int expect(QObject *context, Done done);
    /// The question of this ticket was answered or left out.
    void finish(int ticket);
    /// No thread will answer any more: everybody who still waits is called, but not from here.
    void finishAllLater();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };

    QHash<int, Waiting> m_waiting; // by ticket
    int m_nextTicket = 0;
};

} // namespace tallylight::storage
