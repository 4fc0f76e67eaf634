// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/historywriter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tallylight::storage {

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
    /// Writes what is waiting, for two seconds at most. Wait for closed() first where two seconds
    /// are too long.
    ~HistoryStore() override;

    /// Has what is waiting written and the threads end; closed() tells when. What is being read is
    /// given up at the next row. Nothing else may be called afterwards.
    void close();

    void push(HistoryEvent event);
    void setRetention(const Retention &retention);
    void tryAgain();

    using ReadJob = std::function<void(SqlConnection &)>;
    enum class Lane {
        Charts, ///< quick questions, in their order
        Counting, ///< what may take seconds
    };
    /// Runs \a job in a reading thread once everything pushed before is written, then \a done here,
    /// unless \a context is gone by then. Without a file, or when the store closes first, \a job is
    /// left out or fails, and \a done comes all the same.
    void read(Lane lane, ReadJob job, QObject *context, std::function<void()> done);

Q_SIGNALS:
    void statusChanged(const tallylight::RecordingStatus &status);
    void roomFreed();
    /// After close(): the file is closed and every reader has been answered.
    void closed();

private:
    struct Parts;
    class Stragglers;

    std::shared_ptr<Parts> m_parts;
    int m_threadsLeft = 0; ///< while closing
    bool m_closing = false;
};

} // namespace tallylight::storage
