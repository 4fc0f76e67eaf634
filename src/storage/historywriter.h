// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "storage/historyfile.h"
#include "storage/historyqueue.h"
#include "storage/historythinning.h"
#include "storage/historywrites.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tallylight::storage {

/// How the history is kept; the defaults are the program's, tests use others.
struct HistoryOptions
{
    QString file;
    Retention retention;
    std::chrono::milliseconds commitEvery{500}; ///< what the end of the process may cost at most
    std::chrono::milliseconds retryEvery{10'000}; ///< after trouble
    std::chrono::milliseconds thinEvery{600'000};
    std::chrono::milliseconds thinFirst{60'000}; ///< after opening
    qint64 mostPages = 0; ///< bound of the file's size; 0 for none
};

/// Writes what is in the queue, thins out what is old, and says how it goes. Trouble keeps the
/// queue (which is bounded) and is tried again from time to time; recording then goes on where it
/// stopped.
///
/// Lives in a thread of its own: construct it, move it, then invoke start().
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    /// Both references outlive the writer.
    HistoryWriter(HistoryOptions options, HistoryQueue &queue, const Clock &clock);
    ~HistoryWriter() override;

    // To be invoked in the writer's thread.
    void start();
    /// Writes everything in the queue now, if it can be written.
    void commit();
    void tryAgain();
    void setRetention(const Retention &retention);
    /// Writes the rest and closes the file.
    void stop();

Q_SIGNALS:
    void statusChanged(const tallylight::RecordingStatus &status);
    /// Another file has taken the place of a damaged one.
    void fileReplaced();
    /// Old rows were deleted.
    void roomFreed();

private:
    void open();
    bool writeBatch();
    void writeOneByOne(std::deque<HistoryEvent> batch);
    bool writeAll(const std::deque<HistoryEvent> &batch);
    void takeTrouble(const RecordingTrouble &trouble);
    void thin();
    void publish();

    const HistoryOptions m_options;
    HistoryQueue &m_queue;
    const Clock &m_clock;
    Retention m_retention;
    HistoryFile m_file;
    HistoryWrites m_writes;
    HistoryThinning m_thinning;
    RecordingStatus m_status;
    RecordingStatus m_published;
    QTimer m_commitTimer;
    QTimer m_retryTimer;
    QTimer m_thinTimer;
    bool m_thinningUnderWay = false;
};

} // namespace tallylight::storage
