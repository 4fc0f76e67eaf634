// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historywriter.h"

#include <algorithm>
#include <utility>

namespace tallylight::storage {

using namespace std::chrono_literals;
using Phase = RecordingStatus::Phase;

namespace {

// Large enough to make a transaction worth it, small enough for thinning and readers not to wait.
constexpr qint64 kBatchWeight = 4000;
// Between slices of thinning, so that it never takes more than a part of the disk's time.
constexpr std::chrono::milliseconds kThinPause = 20ms;

} // namespace

HistoryWriter::HistoryWriter(HistoryOptions options, HistoryQueue &queue, const Clock &clock)
    : m_options(std::move(options))
    , m_queue(queue)
    , m_clock(clock)
    , m_retention(m_options.retention)
    , m_file(m_options.file, m_options.mostPages)
    , m_writes(m_file.connection())
    , m_thinning(m_file.connection(), clock)
    , m_commitTimer(this)
    , m_retryTimer(this)
    , m_thinTimer(this)
{
    m_commitTimer.setInterval(m_options.commitEvery);
    connect(&m_commitTimer, &QTimer::timeout, this, &HistoryWriter::commit);
    m_retryTimer.setInterval(m_options.retryEvery);
    connect(&m_retryTimer, &QTimer::timeout, this, &HistoryWriter::tryAgain);
    m_thinTimer.setSingleShot(true);
    connect(&m_thinTimer, &QTimer::timeout, this, &HistoryWriter::thin);
}

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::start()
{
    m_status.phase = Phase::Opening;
    publish();
    open();
    m_commitTimer.start();
}

void HistoryWriter::open()
{
    m_writes.forgetRowNumbers();
    if (!m_file.open()) {
        takeTrouble(*m_file.trouble());
        return;
    }
    m_retryTimer.stop();
    m_status.phase = Phase::Recording;
    m_status.trouble = m_file.trouble(); // a damaged file was kept aside
    if (m_status.trouble)
        Q_EMIT fileReplaced();
    m_thinTimer.start(m_options.thinFirst);
    publish();
}

void HistoryWriter::tryAgain()
{
    if (m_status.phase != Phase::Trouble)
        return;
    if (!m_file.isOpen()) {
        open();
    } else {
        m_status.phase = Phase::Recording; // believed until the next commit, which may take it back
        m_retryTimer.stop();
        m_thinTimer.start(m_options.thinFirst);
    }
    commit();
}

void HistoryWriter::commit()
{
    if (m_status.phase != Phase::Recording) {
        publish();
        return;
    }
    while (!m_queue.isEmpty()) {
        if (!writeBatch())
            return;
    }
    // A file that could be written to has no trouble any more, except for one that was replaced.
    if (m_status.trouble && m_status.trouble->keptAs.isEmpty())
        m_status.trouble.reset();
    publish();
}

bool HistoryWriter::writeBatch()
{
    std::deque<HistoryEvent> batch = m_queue.take(kBatchWeight);
    if (writeAll(batch)) {
        m_status.writtenAt = m_clock.utcNow();
        return true;
    }
    if (m_file.connection().isRefusal()) {
        writeOneByOne(std::move(batch));
        return m_status.phase == Phase::Recording;
    }
    m_queue.putBack(std::move(batch));
    takeTrouble(m_file.connection().trouble());
    return false;
}

bool HistoryWriter::writeAll(const std::deque<HistoryEvent> &batch)
{
    SqlConnection &connection = m_file.connection();
    const bool fine = connection.begin()
        && std::all_of(batch.begin(), batch.end(),
                       [this](const HistoryEvent &event) { return m_writes.apply(event); })
        && connection.commit();
    if (!fine) {
        connection.rollback();
        m_writes.forgetRowNumbers();
    }
    return fine;
}

void HistoryWriter::writeOneByOne(std::deque<HistoryEvent> batch)
{
    // One event that the file refuses must not keep the others out.
    while (!batch.empty()) {
        const std::deque<HistoryEvent> one{batch.front()};
        if (!writeAll(one) && !m_file.connection().isRefusal()) {
            m_queue.putBack(std::move(batch));
            takeTrouble(m_file.connection().trouble());
            return;
        }
        batch.pop_front();
    }
}

void HistoryWriter::takeTrouble(const RecordingTrouble &trouble)
{
    using Kind = RecordingTrouble::Kind;
    if (trouble.kind == Kind::Corrupt && m_file.isOpen() && m_file.replaceDamaged()) {
        m_writes.forgetRowNumbers();
        m_status.phase = Phase::Recording;
        m_status.trouble = m_file.trouble();
        Q_EMIT fileReplaced();
        publish();
        return;
    }
    m_status.phase = Phase::Trouble;
    m_status.trouble = trouble;
    m_thinTimer.stop();
    m_thinningUnderWay = false;
    // A full disk and a lock pass by themselves; anything else may need the file opened anew.
    if (trouble.kind != Kind::DiskFull && trouble.kind != Kind::Locked)
        m_file.close();
    m_retryTimer.start();
    publish();
}

void HistoryWriter::setRetention(const Retention &retention)
{
    if (m_retention == retention)
        return;
    m_retention = retention;
    m_thinningUnderWay = false;
    if (m_status.phase == Phase::Recording)
        m_thinTimer.start(kThinPause);
}

void HistoryWriter::thin()
{
    if (m_status.phase != Phase::Recording)
        return;
    if (!std::exchange(m_thinningUnderWay, true))
        m_thinning.begin(m_retention, m_clock.utcNow());
    switch (m_thinning.step()) {
    case HistoryThinning::Outcome::More:
        m_thinTimer.start(kThinPause);
        return;
    case HistoryThinning::Outcome::Done:
        if (m_thinning.hasFreed())
            Q_EMIT roomFreed();
        break;
    case HistoryThinning::Outcome::Failed:
        if (m_file.connection().trouble().kind == RecordingTrouble::Kind::Corrupt)
            takeTrouble(m_file.connection().trouble());
        break; // anything else will be said by the next commit, if it matters to it
    }
    // Row numbers of series and items that were deleted must not be used again.
    m_writes.forgetRowNumbers();
    m_thinningUnderWay = false;
    m_thinTimer.start(m_options.thinEvery);
}

void HistoryWriter::stop()
{
    m_commitTimer.stop();
    m_retryTimer.stop();
    m_thinTimer.stop();
    commit();
    m_file.close();
}

void HistoryWriter::publish()
{
    m_status.droppedPoints = m_queue.droppedPoints();
    m_status.droppedEvents = m_queue.droppedEvents();
    RecordingStatus comparable = m_status;
    // That something was written once more is no news by itself.
    comparable.writtenAt = m_published.writtenAt;
    if (comparable == m_published
        && m_published.writtenAt.isValid() == m_status.writtenAt.isValid())
        return;
    m_published = m_status;
    Q_EMIT statusChanged(m_status);
}

} // namespace tallylight::storage
