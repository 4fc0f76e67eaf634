// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/historywriter.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace tallylight::storage {

class HistoryReader;

/// The history with its threads: one that writes, one that reads, and one that counts. Everything
/// here returns at once.
///
/// Lives on the thread that made it; results and signals arrive there.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    /// \a clock outlives the store.
    HistoryStore(const HistoryOptions &options, const Clock &clock, QObject *parent = nullptr);
    /// Writes what is waiting, for two seconds at most.
    ~HistoryStore() override;

    void push(HistoryEvent event);
    void setRetention(const Retention &retention);
    void tryAgain();

    using ReadJob = std::function<void(SqlConnection &)>;
    enum class Lane {
        Charts, ///< quick questions, in their order
        Counting, ///< what may take seconds
    };
    /// Runs \a job in a reading thread once everything pushed before is written, then \a done here,
    /// unless \a context is gone by then. Without a file, or when the store goes first, \a job is
    /// left out and \a done comes all the same.
    void read(Lane lane, ReadJob job, QObject *context, std::function<void()> done);

Q_SIGNALS:
    void statusChanged(const tallylight::RecordingStatus &status);
    void roomFreed();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> done;
    };
    struct Worker
    {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<HistoryReader> reader;
    };

    void finish(int ticket);
    Worker makeReader(const HistoryOptions &options, const QString &name);

    std::shared_ptr<HistoryQueue> m_queue;
    std::unique_ptr<QThread> m_writerThread;
    std::unique_ptr<HistoryWriter> m_writer;
    Worker m_charts;
    Worker m_counting;
    QHash<int, Waiting> m_waiting; // by ticket
    int m_nextTicket = 0;
};

} // namespace tallylight::storage
