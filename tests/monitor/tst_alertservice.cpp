// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/awsbench.h"
#include "monitor/alertservice.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::AlertService;
using monitor::SweepChannel;
using test::RawRequest;
using test::ScriptedReply;

namespace {

const auto kChannel = u"1234567"_s;
const auto kOther = u"7654321"_s;

QByteArray isoTime(const QDateTime &utc)
{
    return utc.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1();
}

/// An alert as ListAlerts tells it, set at \a setAt and, if that is valid, cleared at \a clearedAt.
QByteArray alertBody(const QDateTime &setAt, const QDateTime &clearedAt = {})
{
    QByteArray body = R"({"alerts":[{"id":"7","alertType":"Video Not Detected","message":"m",)"
                      R"("pipelineId":"0","setTimestamp":")"
        + isoTime(setAt) + "\",";
    if (clearedAt.isValid())
        body += "\"clearedTimestamp\":\"" + isoTime(clearedAt) + "\",\"state\":\"CLEARED\"}]}";
    else
        body += R"("state":"SET"}]})";
    return body;
}

/// The service on a server that answers what each channel's alerts are to be.
struct Bench : test::AwsBench
{
    explicit Bench(std::chrono::milliseconds interval = 10s)
        : service(*connection, interval, clock)
    {
        server.setHandler([this](const RawRequest &request) {
            const QString id = QString::fromLatin1(request.path()).section(u'/', -2, -2);
            return status == 200 ? ScriptedReply::json(answers.value(id, R"({"alerts":[]})"))
                                 : ScriptedReply::status(status, R"({"message":"not now"})",
                                                         {{"x-amzn-ErrorType", code}});
        });
        QObject::connect(connection.get(), &aws::Connection::callFinished, &service, [this] {
            ++calls;
            callEnds.append(watch.elapsed());
        });
        watch.start();
    }

    void sweep(const QStringList &running, const QSet<QString> &existing)
    {
        QList<SweepChannel> channels;
        for (const QString &id : running)
            channels.append({id, u"RUNNING"_s, 2});
        service.setRunningChannels(channels, existing);
    }
    /// Lets the service see kChannel running with one alert.
    bool seesTheAlert()
    {
        setAt = clock.utcNow().addSecs(-60);
        answers[kChannel] = alertBody(setAt);
        sweep({kChannel}, {kChannel});
        service.start();
        return QTest::qWaitFor([this] { return ending() == AlertEnding::Set; });
    }
    std::optional<AlertEnding> ending() const
    {
        const QList<AlertRecord> records = service.records(kChannel);
        return records.isEmpty() ? std::nullopt : std::optional(records.first().ending);
    }
    /// True once a channel other than kChannel has been asked, so that nothing is left to do.
    bool asksOther()
    {
        clock.advance(30s);
        sweep({kOther}, {kChannel, kOther});
        return QTest::qWaitFor(
            [this] { return service.alerts(kOther).freshness.observedAt == clock.utcNow(); });
    }
    qsizetype timesAsked(const QString &id) const
    {
        return std::count_if(
            server.requests().begin(), server.requests().end(),
            [&id](const RawRequest &request) { return request.path().contains(id.toLatin1()); });
    }
    ChannelAlert recalled() const
    {
        ChannelAlert alert{kChannel, u"7"_s,   u"Video Not Detected"_s, u"m"_s,
                           u"0"_s,   u"SET"_s, clock.utcNow(),          {}};
        alert.setAt = setAt;
        return alert;
    }

    QHash<QString, QByteArray> answers;
    int status = 200;
    QByteArray code = "InternalServerErrorException"; // with a status other than 200
    int calls = 0;
    QList<qint64> callEnds; // milliseconds
    QElapsedTimer watch;
    QDateTime setAt;
    AlertService service;
};

} // namespace

class AlertServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChannelThatStopsIsLookedAtOnceMore_data()
    {
        QTest::addColumn<int>("clearedAfter"); // seconds after it was last seen running; 99: never
        QTest::addColumn<AlertEnding>("ending");
        QTest::newRow("recovered, then stopped") << -5 << AlertEnding::Recovered;
        QTest::newRow("cleared by the stop") << 5 << AlertEnding::ChannelStopped;
        QTest::newRow("still called set") << 99 << AlertEnding::ChannelStopped;
    }

    void aChannelThatStopsIsLookedAtOnceMore()
    {
        QFETCH(int, clearedAfter);
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.clock.advance(20s);
        bench.answers[kChannel] = R"({"alerts":[]})";
        bench.service.stop(); // so that the sweep does not see the end first
        bench.sweep({kChannel}, {kChannel});
        const QDateTime seenRunning = bench.clock.utcNow();
        bench.clock.advance(20s);
        bench.answers[kChannel] = clearedAfter == 99
            ? alertBody(bench.setAt)
            : alertBody(bench.setAt, seenRunning.addSecs(clearedAfter));
        bench.sweep({}, {kChannel});
        const qsizetype before = bench.timesAsked(kChannel);
        bench.service.start();
        QTRY_VERIFY(bench.ending() != AlertEnding::Set);
        QTEST(*bench.ending(), "ending");
        QVERIFY(bench.service.alerts(kChannel).value.isEmpty());
        QVERIFY(bench.asksOther());
        QCOMPARE(bench.timesAsked(kChannel), before + 1);
    }

    void aLastLookIsTriedThreeTimes()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.status = 500;
        const int before = bench.calls;
        bench.sweep({}, {kChannel});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ending(), AlertEnding::ChannelStopped, 20000);
        QCOMPARE(bench.calls, before + 3);
    }

    void aChannelThatRunsAgainNeedsNoLastLook()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.service.stop();
        bench.sweep({}, {kChannel});
        bench.sweep({kChannel}, {kChannel});
        bench.service.start();
        bench.clock.advance(30s);
        bench.service.refreshNow();
        QTRY_COMPARE(bench.service.alerts(kChannel).freshness.observedAt, bench.clock.utcNow());
        QCOMPARE(bench.ending(), AlertEnding::Set);
    }

    void whatAnEarlierRunKnewIsShownAndNotBelieved()
    {
        Bench bench;
        bench.setAt = bench.clock.utcNow().addSecs(-900);
        bench.answers[kChannel] = alertBody(bench.setAt);
        bench.service.recall({bench.recalled()}, bench.clock.utcNow().addSecs(-600));
        const auto known = bench.service.alerts(kChannel);
        QCOMPARE(known.value.size(), 1);
        QCOMPARE(known.freshness.trust(bench.clock.utcNow()), Trust::Stale);
        QCOMPARE(known.freshness.staleCause(bench.clock.utcNow()), StaleCause::EarlierRun);
        bench.sweep({kChannel}, {kChannel});
        QCOMPARE(bench.service.alerts(kChannel).value.size(), 1);
        bench.service.start();
        QTRY_COMPARE(bench.service.alerts(kChannel).freshness.trust(bench.clock.utcNow()),
                     Trust::Fresh);
        QCOMPARE(bench.service.alerts(kChannel).value.size(), 1);
        QCOMPARE(bench.service.records(kChannel).size(), 1);
    }

    void aStopThatNobodySawIsNoRecovery_data()
    {
        QTest::addColumn<bool>("sweptBefore"); // before the history had answered
        QTest::addColumn<int>("ahead"); // AWS's clock before this computer's, seconds
        QTest::newRow("first sweep") << false << 0;
        QTest::newRow("the history answers late") << true << 0;
        QTest::newRow("this computer's clock is fast") << false << -3600;
        QTest::newRow("this computer's clock is slow") << false << 3600;
    }

    void aStopThatNobodySawIsNoRecovery()
    {
        QFETCH(bool, sweptBefore);
        QFETCH(int, ahead);
        Bench bench;
        bench.connection->setClockOffset(std::chrono::seconds(ahead));
        const QDateTime awsNow = bench.clock.utcNow().addSecs(ahead);
        bench.setAt = awsNow.addSecs(-900);
        if (sweptBefore)
            bench.sweep({}, {kChannel});
        // Ten minutes ago an earlier run saw it; the channel stopped while nobody looked.
        bench.service.recall({bench.recalled()}, bench.clock.utcNow().addSecs(-600));
        bench.answers[kChannel] = alertBody(bench.setAt, awsNow.addSecs(-100));
        bench.sweep({}, {kChannel});
        bench.service.start();
        QTRY_VERIFY(bench.ending() != AlertEnding::Set);
        QCOMPARE(bench.ending(), AlertEnding::ChannelStopped);
    }

    void aDeletedChannelEndsItsAlertsAndIsForgotten()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        QList<AlertRecord> told;
        connect(&bench.service, &AlertService::alertChanged, this,
                [&told](const AlertRecord &record) { told.append(record); });
        bench.sweep({}, {});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().ending, AlertEnding::ChannelStopped);
        QVERIFY(bench.service.records(kChannel).isEmpty());
    }

    void aChannelDeletedLongAfterItsStopIsForgottenToo()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.sweep({}, {kChannel});
        QTRY_COMPARE(bench.ending(), AlertEnding::ChannelStopped);
        bench.sweep({}, {kChannel});
        QCOMPARE(bench.service.records(kChannel).size(), 1);
        bench.sweep({}, {kOther});
        QVERIFY(bench.service.records(kChannel).isEmpty());
    }

    void aChannelDeletedBetweenTwoSweepsIsNoFailure()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.status = 404;
        bench.code = "NotFoundException";
        bench.clock.advance(30s);
        bench.service.refreshNow();
        QTRY_COMPARE(bench.ending(), AlertEnding::ChannelStopped);
        const auto left = bench.service.alerts(kChannel);
        QVERIFY(left.value.isEmpty());
        QVERIFY(!left.freshness.observedAt.isValid());
        QVERIFY(!left.freshness.error);
    }

    void aFailureIsSaidAndWhatWasSeenStays()
    {
        Bench bench;
        QVERIFY(bench.seesTheAlert());
        bench.status = 403;
        bench.code = "ForbiddenException";
        bench.clock.advance(30s);
        bench.service.refreshNow();
        QTRY_VERIFY(bench.service.alerts(kChannel).freshness.error);
        QCOMPARE(bench.service.alerts(kChannel).freshness.error->category,
                 ErrorCategory::Forbidden);
        QCOMPARE(bench.service.alerts(kChannel).value.size(), 1);
        QCOMPARE(bench.ending(), AlertEnding::Set);
    }

    void aRegionInTroubleIsAskedMoreAndMoreGently()
    {
        Bench bench(0ms); // due at any time
        bench.status = 500;
        bench.sweep({kChannel}, {kChannel});
        bench.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.calls, 3, 20000);
        // A timer may be late, but never early by more than a twentieth.
        QVERIFY(bench.callEnds.at(1) - bench.callEnds.at(0) >= 950);
        QVERIFY(bench.callEnds.at(2) - bench.callEnds.at(1) >= 1900);
        // Whoever asks by hand does not wait for that.
        bench.status = 200;
        bench.service.refreshNow();
        QTRY_VERIFY(bench.service.freshness().observedAt.isValid());
    }

    void pausedNobodyIsAsked()
    {
        Bench bench;
        bench.service.setPaused(true);
        bench.sweep({kChannel}, {kChannel});
        bench.service.start();
        bench.service.refreshNow();
        QCoreApplication::processEvents();
        QCOMPARE(bench.server.requests().size(), 0);
        bench.service.setPaused(false);
        QTRY_COMPARE(bench.server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(AlertServiceTest)
#include "tst_alertservice.moc"
