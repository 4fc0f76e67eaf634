// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historystore.h"

#include "storage/historyanswers.h"
#include "storage/historyreader.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <array>
#include <atomic>
#include <cstdlib>
#include <utility>
#include <vector>

namespace tallylight::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kStopWait{2};
constexpr std::chrono::seconds kExitWait{10};

} // namespace

/// The threads and all that they use, which stays until the last of them has ended, if need be
/// without the store.
struct HistoryStore::Parts
{
    Parts(const HistoryOptions &options, const Clock &clock)
        : writer(options, queue, clock)
        , charts(options.file, giveUp)
        , counting(options.file, giveUp)
    {
        start(writer, writerThread, u"history-writer"_s);
        start(charts, chartsThread, u"history-reader"_s);
        start(counting, countingThread, u"history-counter"_s);
    }
    static void start(QObject &worker, QThread &thread, const QString &name)
    {
        thread.setObjectName(name);
        worker.moveToThread(&thread);
        thread.start();
    }
    std::array<QThread *, 3> threads() { return {&writerThread, &chartsThread, &countingThread}; }
    bool haveEnded() const
    {
        return writerThread.isFinished() && chartsThread.isFinished()
            && countingThread.isFinished();
    }

    const std::shared_ptr<std::atomic<bool>> giveUp = std::make_shared<std::atomic<bool>>(false);
    HistoryQueue queue;
    QThread writerThread;
    QThread chartsThread;
    QThread countingThread;
    HistoryWriter writer;
    HistoryReader charts;
    HistoryReader counting;
    HistoryAnswers answers;
    std::shared_ptr<Parts> self; ///< set when the store has gone first
};

/// What stores that were slow to stop have left behind. When the program ends, Qt closes its
/// database connections whoever is using them, and SQLite would crash in a thread that still
/// writes. So this, made later and therefore destroyed earlier, waits for the threads once more;
/// and where a disk hangs for good it ends the process without more ado.
class HistoryStore::Stragglers
{
public:
    static void add(const std::shared_ptr<Parts> &parts)
    {
        static Stragglers all;
        all.m_parts.push_back(parts);
    }
    ~Stragglers()
    {
        const QDeadlineTimer deadline(kExitWait);
        for (const std::weak_ptr<Parts> &weak : m_parts) {
            const std::shared_ptr<Parts> parts = weak.lock();
            if (!parts)
                continue;
            for (QThread *thread : parts->threads())
                thread->wait(deadline);
            if (!parts->haveEnded())
                std::_Exit(EXIT_FAILURE);
        }
    }

private:
    std::vector<std::weak_ptr<Parts>> m_parts;
};

HistoryStore::HistoryStore(const HistoryOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_shared<Parts>(options, clock))
{
    qRegisterMetaType<RecordingStatus>();
    HistoryWriter *writer = &m_parts->writer;
    connect(writer, &HistoryWriter::statusChanged, this, &HistoryStore::statusChanged);
    connect(writer, &HistoryWriter::roomFreed, this, &HistoryStore::roomFreed);
    for (const HistoryReader *reader : {&m_parts->charts, &m_parts->counting})
        connect(writer, &HistoryWriter::fileReplaced, reader, &HistoryReader::close);
    QMetaObject::invokeMethod(writer, &HistoryWriter::start);
}

void HistoryStore::close()
{
    if (std::exchange(m_closing, true))
        return;
    *m_parts->giveUp = true;
    for (const QThread *thread : m_parts->threads()) {
        connect(thread, &QThread::finished, this, [this] {
            if (--m_threadsLeft == 0)
                Q_EMIT closed();
        });
        ++m_threadsLeft;
    }
    // Each thread ends itself after its last event: quit() from here could overtake it, and a
    // reader could end before the writer has passed on what it is to answer.
    HistoryWriter *writer = &m_parts->writer;
    const std::array readers{&m_parts->charts, &m_parts->counting};
    QMetaObject::invokeMethod(writer, [writer, readers] {
        writer->stop();
        for (HistoryReader *reader : readers) {
            QMetaObject::invokeMethod(reader, [reader] {
                reader->stop();
                QThread::currentThread()->quit();
            });
        }
        QThread::currentThread()->quit();
    });
}

HistoryStore::~HistoryStore()
{
    close();
    const QDeadlineTimer deadline(kStopWait);
    for (QThread *thread : m_parts->threads())
        thread->wait(deadline);
    if (m_parts->haveEnded()) {
        m_parts->answers.finishAllLater();
        return;
    }
    // A disk that hangs must not keep the program from going on or ending. What its threads use
    // stays until they end; if that is never, the process takes it all with it.
    m_parts->self = m_parts;
    Stragglers::add(m_parts);
    const auto tidy = [weak = std::weak_ptr(m_parts)] {
        const std::shared_ptr<Parts> parts = weak.lock();
        if (parts && parts->haveEnded()) {
            parts->answers.finishAllLater();
            parts->self.reset();
        }
    };
    for (const QThread *thread : m_parts->threads())
        connect(thread, &QThread::finished, QCoreApplication::instance(), tidy);
    QMetaObject::invokeMethod(QCoreApplication::instance(), tidy, Qt::QueuedConnection);
}

void HistoryStore::push(HistoryEvent event)
{
    m_parts->queue.push(std::move(event));
}

void HistoryStore::setRetention(const Retention &retention)
{
    HistoryWriter *writer = &m_parts->writer;
    QMetaObject::invokeMethod(writer, [writer, retention] { writer->setRetention(retention); });
}

void HistoryStore::tryAgain()
{
    QMetaObject::invokeMethod(&m_parts->writer, &HistoryWriter::tryAgain);
}

void HistoryStore::read(Lane lane, ReadJob job, QObject *context, std::function<void()> done)
{
    HistoryWriter *writer = &m_parts->writer;
    HistoryReader *reader = lane == Lane::Charts ? &m_parts->charts : &m_parts->counting;
    HistoryAnswers *answers = &m_parts->answers;
    const int ticket = answers->expect(context, std::move(done));
    QMetaObject::invokeMethod(writer, [writer, reader, answers, ticket, job = std::move(job)] {
        writer->commit();
        QMetaObject::invokeMethod(reader, [reader, answers, ticket, job] {
            reader->run(job);
            QMetaObject::invokeMethod(answers, [answers, ticket] { answers->finish(ticket); });
        });
    });
}

} // namespace tallylight::storage
