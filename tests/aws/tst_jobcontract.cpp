// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awsbench.h"
#include "signedkinds.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

/// A job of the row's kind with everything needed to watch it.
struct Case
{
    explicit Case(const Kind &row, const std::function<void(ConnectionConfig *)> &adjust = {})
        : bench(row.service, adjust)
        , calls(bench.connection.get(), &Connection::callFinished)
        , good(row.good)
        , owner(std::make_unique<QObject>())
        , job(row.make(*bench.connection, owner.get()))
        , watch(job)
    {
    }
    ~Case() { gate->release(); }

    /// Keeps the connection's decoding thread busy until the gate is opened.
    void block()
    {
        bench.connection->runAside([gate = gate]() -> std::function<void()> {
            gate->acquire();
            return [] {
            };
        });
    }

    std::shared_ptr<QSemaphore> gate = std::make_shared<QSemaphore>();
    AwsBench bench;
    QSignalSpy calls;
    QByteArray good;
    std::unique_ptr<QObject> owner;
    QPointer<Job> job;
    JobWatch watch;
};

/// Lets everything that is on its way arrive: deferred deletions, queued calls, socket closures.
void drain()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

Q_DECLARE_METATYPE(Kind)

/// The contract of aws::Job, held against every job there is.
class TestJobContract : public QObject
{
    Q_OBJECT

private:
    static void rows();
    static void rowsTimesStates();
    /// Brings \a c into the state the row names; false when it did not get there.
    static bool reach(Case *c, Job::State state);
    static void prepare(Case *c, Job::State state);
    /// finished() came exactly once, the call was recorded once, the job is gone, nothing is left
    /// over.
    static void verifyOver(Case *c, ErrorCategory expected);

private Q_SLOTS:
    void success_data() { rows(); }
    void success();
    void httpError_data() { rows(); }
    void httpError();
    void garbage_data() { rows(); }
    void garbage();
    void emptyBody_data() { rows(); }
    void emptyBody();
    void truncatedBody_data() { rows(); }
    void truncatedBody();
    void timeout_data() { rows(); }
    void timeout();
    void stalledBodyTimesOut_data() { rows(); }
    void stalledBodyTimesOut();
    void refusedConnection_data() { rows(); }
    void refusedConnection();
    void hangUp_data() { rows(); }
    void hangUp();
    void noCredentials_data() { rows(); }
    void noCredentials();
    void cancelBeforeStart_data() { rows(); }
    void cancelBeforeStart();
    void cancelRightAfterStart_data() { rows(); }
    void cancelRightAfterStart();
    void cancelUnderWay_data() { rowsTimesStates(); }
    void cancelUnderWay();
    void ownerDestroyedUnderWay_data() { rowsTimesStates(); }
    void ownerDestroyedUnderWay();
    void ownerDestroyedBeforeStart_data() { rows(); }
    void ownerDestroyedBeforeStart();
    void connectionDestroyedUnderWay_data() { rowsTimesStates(); }
    void connectionDestroyedUnderWay();
    void connectionDestroyedBeforeStart_data() { rows(); }
    void connectionDestroyedBeforeStart();
    void everythingDestroyedUnderWay_data() { rowsTimesStates(); }
    void everythingDestroyedUnderWay();
    void startedTwice_data() { rows(); }
    void startedTwice();
    void deletedInsideFinished_data() { rows(); }
    void deletedInsideFinished();
    void connectionDeletedInsideFinished_data() { rows(); }
    void connectionDeletedInsideFinished();
    void cancelledInsideProgressed_data() { rows(); }
    void cancelledInsideProgressed();
    void deletedInsideProgressed_data() { rows(); }
    void deletedInsideProgressed();
    void deletedInsideCallFinished_data() { rows(); }
    void deletedInsideCallFinished();
};

void TestJobContract::rows()
{
    QTest::addColumn<Kind>("kind");
    const QList<Kind> kinds = signedKinds() + signInKinds();
    for (const Kind &kind : kinds)
        QTest::newRow(kind.name.constData()) << kind;
}

void TestJobContract::rowsTimesStates()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Job::State>("state");
    const QList<Kind> kinds = signedKinds() + signInKinds();
    for (const Kind &kind : kinds) {
        for (const auto &[name, state] :
             {std::pair("waiting for credentials", Job::State::WaitingForCredentials),
              std::pair("queued", Job::State::Queued), std::pair("in flight", Job::State::InFlight),
              std::pair("decoding", Job::State::Decoding),
              std::pair("backing off", Job::State::BackingOff)}) {
            // It puts answers together call by call and decodes them at once.
            if (state == Job::State::Decoding && kind.name == "GetMetricData")
                continue;
            if (state == Job::State::WaitingForCredentials && !kind.isSigned)
                continue;
            QTest::addRow("%s, %s", kind.name.constData(), name) << kind << state;
        }
    }
}

void TestJobContract::prepare(Case *c, Job::State state)
{
    switch (state) {
    case Job::State::WaitingForCredentials:
        c->bench.credentials->answers = false;
        break;
    case Job::State::Queued:
        c->bench.limiter->throttled(1h);
        break;
    case Job::State::InFlight:
        c->bench.server.enqueue(ScriptedReply::silence());
        break;
    case Job::State::Decoding:
        c->block();
        c->bench.server.enqueue(ScriptedReply::json(c->good + QByteArray(5000, ' ')));
        break;
    case Job::State::BackingOff:
        c->bench.server.enqueue(ScriptedReply::status(500));
        break;
    case Job::State::Idle:
    case Job::State::Finished:
        break;
    }
}

bool TestJobContract::reach(Case *c, Job::State state)
{
    prepare(c, state);
    c->job->start();
    return QTest::qWaitFor([c, state] {
        const bool arrived = state != Job::State::InFlight || !c->bench.server.requests().isEmpty();
        const bool asked
            = state != Job::State::WaitingForCredentials || c->bench.credentials->fetches > 0;
        return c->job->state() == state && arrived && asked;
    });
}

void TestJobContract::verifyOver(Case *c, ErrorCategory expected)
{
    QTRY_COMPARE(c->watch.finished(), 1);
    QTRY_VERIFY(c->job.isNull());
    drain();
    QCOMPARE(c->watch.finished(), 1);
    QVERIFY(c->watch.wasFinished);
    QCOMPARE(c->watch.category(), expected);
    QCOMPARE(c->calls.count(), 1);
    QCOMPARE(c->bench.limiter->waiting(), 0);
    if (c->bench.connection)
        QVERIFY(c->bench.connection->findChildren<QNetworkReply *>().isEmpty());
}

void TestJobContract::success()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good, {{"x-amzn-RequestId", "request-1"}}));
    QVERIFY(!c.job->isFinished());
    c.job->start();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::None);
    QCOMPARE(c.watch.progressed(), 1);
    const auto record = c.calls.first().first().value<CallRecord>();
    QCOMPARE(record.operation.toLatin1(), kind.name);
    QCOMPARE(record.service, kind.service);
    QCOMPARE(record.attempts, 1);
    QCOMPARE(record.httpStatus, 200);
    QCOMPARE(record.bytesReceived, kind.good.size());
    QCOMPARE(record.requestId, u"request-1"_s);
    QVERIFY(!record.error);
    QCOMPARE(c.bench.connection->stats().calls, 1);
    QCOMPARE(c.bench.connection->stats().lastSuccess, c.bench.clock.utcNow());
}

void TestJobContract::httpError()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::status(
        403, "{\"message\":\"no\"}", {{"x-amzn-ErrorType", "AccessDeniedException:http://x/"}}));
    c.job->start();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::Forbidden);
    QCOMPARE(c.watch.error->code, u"AccessDeniedException"_s);
    QCOMPARE(c.watch.error->message, u"no"_s);
    QCOMPARE(c.watch.error->httpStatus, 403);
    QCOMPARE(c.watch.error->operation.toLatin1(), kind.name);
    QCOMPARE(c.watch.error->service, signingName(kind.service));
    QCOMPARE(c.watch.error->at, c.bench.clock.utcNow());
    QCOMPARE(c.bench.server.requests().size(), 1);
    QCOMPARE(c.bench.connection->stats().failures, 1);
}

void TestJobContract::garbage()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json("{\"channels\":[{\"id\":\xff\xfe \x01"));
    c.job->start();
    verifyOver(&c, ErrorCategory::Malformed);
    QCOMPARE(c.watch.progressed(), 0);
    QCOMPARE(c.watch.error->httpStatus, 200);
    QCOMPARE(c.bench.server.requests().size(), 1);
}

void TestJobContract::emptyBody()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(""));
    c.job->start();
    verifyOver(&c, ErrorCategory::Malformed);
    QCOMPARE(c.watch.error->message, u"the answer is empty"_s);
}

void TestJobContract::truncatedBody()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::truncated(kind.good, kind.good.size() / 2));
    c.job->start();
    verifyOver(&c, ErrorCategory::Network);
    QCOMPARE(c.calls.first().first().value<CallRecord>().attempts, 3);
}

void TestJobContract::timeout()
{
    QFETCH(const Kind, kind);
    Case c(kind, [](ConnectionConfig *config) { config->timeout = 20ms; });
    c.bench.server.enqueue(ScriptedReply::silence());
    c.job->start();
    verifyOver(&c, ErrorCategory::Timeout);
    QCOMPARE(c.calls.first().first().value<CallRecord>().attempts, 3);
}

void TestJobContract::stalledBodyTimesOut()
{
    QFETCH(const Kind, kind);
    Case c(kind, [](ConnectionConfig *config) { config->timeout = 20ms; });
    c.bench.server.enqueue(ScriptedReply::stalled(kind.good, 5));
    c.job->start();
    verifyOver(&c, ErrorCategory::Timeout);
}

void TestJobContract::refusedConnection()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.close();
    c.job->start();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::Network);
    QCOMPARE(c.watch.error->code, u"ConnectionRefusedError"_s);
}

void TestJobContract::hangUp()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::disconnect());
    c.job->start();
    verifyOver(&c, ErrorCategory::Network);
}

void TestJobContract::noCredentials()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    ApiError locked;
    locked.category = ErrorCategory::Storage;
    locked.message = u"the keychain is locked"_s;
    c.bench.credentials->result = Unexpected{locked};
    if (!kind.isSigned) {
        c.bench.server.enqueue(ScriptedReply::json(kind.good));
        c.job->start();
        verifyOver(&c, ErrorCategory::None);
        QCOMPARE(c.bench.credentials->fetches, 0);
        return;
    }
    c.job->start();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::Storage);
    QCOMPARE(c.watch.error->message, u"the keychain is locked"_s);
    QCOMPARE(c.bench.server.requests().size(), 0);
}

void TestJobContract::cancelBeforeStart()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.job->cancel();
    QCOMPARE(c.watch.finished(), 0);
    c.job->start();
    c.job->cancel();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::Cancelled);
    QCOMPARE(c.calls.first().first().value<CallRecord>().attempts, 0);
    QCOMPARE(c.bench.server.requests().size(), 0);
    QCOMPARE(c.bench.connection->stats().failures, 0);
}

void TestJobContract::cancelRightAfterStart()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.job->start();
    c.job->cancel();
    QCOMPARE(c.watch.finished(), 0);
    verifyOver(&c, ErrorCategory::Cancelled);
    QCOMPARE(c.bench.credentials->fetches, 0);
}

void TestJobContract::cancelUnderWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const Job::State, state);
    Case c(kind, [](ConnectionConfig *config) {
        config->retry.baseDelay = 60s;
        config->retry.maxDelay = 60s;
    });
    QVERIFY(reach(&c, state));
    c.job->cancel();
    c.job->cancel();
    QCOMPARE(c.watch.finished(), 0);
    c.bench.credentials->answer();
    c.gate->release();
    verifyOver(&c, ErrorCategory::Cancelled);
    QCOMPARE(c.watch.progressed(), 0);
    const bool wasSent = state == Job::State::InFlight || state == Job::State::Decoding
        || state == Job::State::BackingOff;
    QCOMPARE(c.calls.first().first().value<CallRecord>().attempts, wasSent ? 1 : 0);
    QCOMPARE(c.bench.server.requests().size(), wasSent ? 1 : 0);
}

void TestJobContract::ownerDestroyedUnderWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const Job::State, state);
    Case c(kind, [](ConnectionConfig *config) {
        config->retry.baseDelay = 60s;
        config->retry.maxDelay = 60s;
    });
    QVERIFY(reach(&c, state));
    c.owner.reset();
    QVERIFY(c.job.isNull());
    c.bench.credentials->answer();
    c.gate->release();
    drain();
    QCOMPARE(c.watch.finished(), 0);
    QCOMPARE(c.calls.count(), 1);
    const auto record = c.calls.first().first().value<CallRecord>();
    QVERIFY(record.error);
    QCOMPARE(record.error->category, ErrorCategory::Cancelled);
    QCOMPARE(c.bench.limiter->waiting(), 0);
    QTRY_VERIFY(c.bench.connection->findChildren<QNetworkReply *>().isEmpty());
}

void TestJobContract::ownerDestroyedBeforeStart()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.owner.reset();
    drain();
    QCOMPARE(c.watch.finished(), 0);
    QCOMPARE(c.calls.count(), 0);
}

void TestJobContract::connectionDestroyedUnderWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const Job::State, state);
    Case c(kind, [](ConnectionConfig *config) {
        config->retry.baseDelay = 60s;
        config->retry.maxDelay = 60s;
    });
    QVERIFY(reach(&c, state));
    c.gate->release(); // the connection waits for its thread
    c.bench.connection.reset();
    QCOMPARE(c.watch.finished(), 0);
    c.bench.credentials->answer();
    verifyOver(&c, ErrorCategory::Cancelled);
}

void TestJobContract::connectionDestroyedBeforeStart()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.connection.reset();
    drain();
    QCOMPARE(c.watch.finished(), 0);
    c.job->start();
    QCOMPARE(c.watch.finished(), 0);
    QTRY_COMPARE(c.watch.finished(), 1);
    QCOMPARE(c.watch.category(), ErrorCategory::Cancelled);
    QTRY_VERIFY(c.job.isNull());
    QCOMPARE(c.calls.count(), 0);
}

void TestJobContract::everythingDestroyedUnderWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const Job::State, state);
    Case c(kind, [](ConnectionConfig *config) {
        config->retry.baseDelay = 60s;
        config->retry.maxDelay = 60s;
    });
    c.job->setParent(c.bench.connection.get());
    QVERIFY(reach(&c, state));
    c.gate->release();
    c.bench.connection.reset();
    QVERIFY(c.job.isNull());
    c.bench.limiter.reset();
    c.bench.credentials->answer();
    drain();
    QCOMPARE(c.watch.finished(), 0);
    QCOMPARE(c.calls.count(), 1);
}

void TestJobContract::startedTwice()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    c.job->start();
    c.job->start();
    verifyOver(&c, ErrorCategory::None);
    QCOMPARE(c.bench.server.requests().size(), 1);
}

void TestJobContract::deletedInsideFinished()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    c.watch.onFinished = [&c] {
        delete c.job.data();
    };
    c.job->start();
    verifyOver(&c, ErrorCategory::None);
}

void TestJobContract::connectionDeletedInsideFinished()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    c.watch.onFinished = [&c] {
        c.bench.connection.reset();
    };
    c.job->start();
    verifyOver(&c, ErrorCategory::None);
}

void TestJobContract::cancelledInsideProgressed()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    connect(c.job, &Job::progressed, c.job, &Job::cancel);
    c.job->start();
    verifyOver(&c, ErrorCategory::Cancelled);
}

void TestJobContract::deletedInsideProgressed()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    connect(c.job, &Job::progressed, this, [&c] { delete c.job.data(); });
    c.job->start();
    QTRY_VERIFY(c.job.isNull());
    drain();
    QCOMPARE(c.watch.finished(), 0);
    QCOMPARE(c.calls.count(), 1);
}

void TestJobContract::deletedInsideCallFinished()
{
    QFETCH(const Kind, kind);
    Case c(kind);
    c.bench.server.enqueue(ScriptedReply::json(kind.good));
    connect(c.bench.connection.get(), &Connection::callFinished, this,
            [&c] { delete c.job.data(); });
    c.job->start();
    QTRY_VERIFY(c.job.isNull());
    drain();
    QCOMPARE(c.watch.finished(), 0);
    QCOMPARE(c.calls.count(), 1);
}

QTEST_GUILESS_MAIN(TestJobContract)
#include "tst_jobcontract.moc"
