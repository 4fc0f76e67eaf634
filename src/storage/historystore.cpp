// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historystore.h"

#include "storage/historyreader.h"

#include <utility>

namespace tallylight::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStopWaitMs = 2000;

} // namespace

HistoryStore::HistoryStore(const HistoryOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_queue(std::make_shared<HistoryQueue>())
    , m_writerThread(std::make_unique<QThread>())
    , m_writer(std::make_unique<HistoryWriter>(options, *m_queue, clock))
    , m_charts(makeReader(options, u"history-reader"_s))
    , m_counting(makeReader(options, u"history-counter"_s))
{
    qRegisterMetaType<RecordingStatus>();
    m_writerThread->setObjectName(u"history-writer"_s);
    m_writer->moveToThread(m_writerThread.get());
    connect(m_writer.get(), &HistoryWriter::statusChanged, this, &HistoryStore::statusChanged);
    connect(m_writer.get(), &HistoryWriter::roomFreed, this, &HistoryStore::roomFreed);
    for (const Worker *worker : {&m_charts, &m_counting}) {
        connect(m_writer.get(), &HistoryWriter::fileReplaced, worker->reader.get(),
                &HistoryReader::close);
    }
    m_writerThread->start();
    QMetaObject::invokeMethod(m_writer.get(), &HistoryWriter::start);
}

HistoryStore::Worker HistoryStore::makeReader(const HistoryOptions &options, const QString &name)
{
    Worker worker{std::make_unique<QThread>(), std::make_unique<HistoryReader>(options.file)};
    worker.thread->setObjectName(name);
    worker.reader->moveToThread(worker.thread.get());
    worker.thread->start();
    return worker;
}

HistoryStore::~HistoryStore()
{
    // Each thread ends itself after its last event: quit() from here could overtake it.
    QMetaObject::invokeMethod(m_writer.get(), [writer = m_writer.get()] {
        writer->stop();
        QThread::currentThread()->quit();
    });
    for (const Worker *worker : {&m_charts, &m_counting}) {
        QMetaObject::invokeMethod(worker->reader.get(), [reader = worker->reader.get()] {
            reader->stop();
            QThread::currentThread()->quit();
        });
    }
    for (const Waiting &waiting : std::as_const(m_waiting)) {
        if (waiting.context)
            QMetaObject::invokeMethod(waiting.context.data(), waiting.done, Qt::QueuedConnection);
    }
    bool ended = m_writerThread->wait(kStopWaitMs);
    for (Worker *worker : {&m_charts, &m_counting})
        ended = worker->thread->wait(kStopWaitMs) && ended;
    if (ended)
        return;
    // A disk that hangs must not keep the program from ending; the process takes the threads with
    // it, and nothing they use may go before.
    for (Worker *worker : {&m_charts, &m_counting}) {
        [[maybe_unused]] const auto *reader = worker->reader.release();
        [[maybe_unused]] const auto *thread = worker->thread.release();
    }
    [[maybe_unused]] const auto *left = m_writer.release();
    [[maybe_unused]] const auto *thread = m_writerThread.release();
    [[maybe_unused]] const auto *queue = new std::shared_ptr<HistoryQueue>(m_queue);
}

void HistoryStore::push(HistoryEvent event)
{
    m_queue->push(std::move(event));
}

void HistoryStore::setRetention(const Retention &retention)
{
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(writer, [writer, retention] { writer->setRetention(retention); });
}

void HistoryStore::tryAgain()
{
    QMetaObject::invokeMethod(m_writer.get(), &HistoryWriter::tryAgain);
}

void HistoryStore::read(Lane lane, ReadJob job, QObject *context, std::function<void()> done)
{
    HistoryWriter *writer = m_writer.get();
    HistoryReader *reader = lane == Lane::Charts ? m_charts.reader.get() : m_counting.reader.get();
    const int ticket = m_nextTicket++;
    m_waiting.insert(ticket, {context, std::move(done)});
    QMetaObject::invokeMethod(writer, [this, writer, reader, ticket, job = std::move(job)] {
        writer->commit();
        QMetaObject::invokeMethod(reader, [this, reader, ticket, job] {
            reader->run(job);
            QMetaObject::invokeMethod(this, [this, ticket] { finish(ticket); });
        });
    });
}

void HistoryStore::finish(int ticket)
{
    const Waiting waiting = m_waiting.take(ticket);
    if (waiting.context)
        waiting.done();
}

} // namespace tallylight::storage
