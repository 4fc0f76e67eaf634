// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyhelpers.h"
#include "storage/historyqueries.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::tests;

class HistoryStoreTest : public QObject
{
    Q_OBJECT

private:
    struct Bench
    {
        Bench() { reopen(); }
        void reopen()
        {
            store.reset();
            HistoryOptions options;
            options.file = folder.filePath(u"history.sqlite"_s);
            store = std::make_unique<HistoryStore>(options, clock);
        }
        template<typename T> void push(const T &what) { store->push({u"p1"_s, what}); }
        LastKnown lastKnown(const QString &profile = u"p1"_s)
        {
            return readFrom(*store, [profile](SqlConnection &connection) {
                return readLastKnown(connection, profile);
            });
        }
        QList<TimelineBand> timeline(const TimeRange &range, const QString &channel = u"1"_s)
        {
            return readFrom(*store, [=, now = clock.utcNow()](SqlConnection &connection) {
                return readTimeline(connection, u"p1"_s, channel, range, now);
            });
        }
        RecordedSeries series(const MetricQuery &query, const TimeRange &range)
        {
            return readFrom(*store,
                            [=](SqlConnection &connection) {
                                return readSeries(connection, u"p1"_s, {query}, range);
                            })
                .first();
        }

        QTemporaryDir folder;
        ManualClock clock{historyTime(7200)};
        std::unique_ptr<HistoryStore> store;
    };

    static QList<TimelineBand> ofKind(const QList<TimelineBand> &bands, TimelineBand::Kind kind)
    {
        QList<TimelineBand> found;
        for (const TimelineBand &band : bands) {
            if (band.kind == kind)
                found.append(band);
        }
        return found;
    }

    /// A job of a reading thread that lasts until it is told to go on.
    struct LongRead
    {
        explicit LongRead(HistoryStore &store)
        {
            store.read(
                HistoryStore::Lane::Counting,
                [this](SqlConnection &connection) {
                    begun.release();
                    goOn.acquire();
                    failed = !connection.value(u"SELECT 1"_s);
                },
                &context, [this] { answered = true; });
        }
        bool hasBegun() { return begun.tryAcquire(1, 20000); }

        QObject context;
        QSemaphore begun;
        QSemaphore goOn;
        std::atomic<bool> failed = false;
        bool answered = false;
    };

private Q_SLOTS:
    void whatWasKnownComesBackAfterARestart()
    {
        Bench bench;
        Channel channel = recordedChannel(u"1"_s, u"RUNNING"_s);
        channel.tags = {{u"team"_s, u"news"_s}};
        channel.maintenance.deadline = historyTime(99999);
        channel.inputAttachments = {{u"in"_s, u"77"_s, u"78"_s, {}}};
        Input input;
        input.id = u"77"_s;
        input.name = u"Ünïcode"_s;
        input.sources = {{u"srt://host:1"_s, {}, {}}};
        bench.push(ChannelsSeen{{channel, recordedChannel(u"2"_s, u"IDLE"_s)}, historyTime(0)});
        bench.push(InputsSeen{{input}, historyTime(0)});
        bench.push(StateEntered{u"1"_s, {u"RUNNING"_s, 2, historyTime(0), true, {}}});
        bench.push(SweepDone{ItemKind::Channel, {u"1"_s}, historyTime(60)});
        bench.push(Watched{historyTime(60)});
        bench.reopen();
        const LastKnown known = bench.lastKnown();
        QCOMPARE(known.channels.size(), 1); // the other one was deleted
        QCOMPARE(known.channels.first().value, channel);
        QCOMPARE(known.channels.first().freshness.observedAt, historyTime(60));
        QCOMPARE(known.inputs.size(), 1);
        QCOMPARE(known.inputs.first().value, input);
        QCOMPARE(known.inputs.first().freshness.observedAt, historyTime(0));
        QCOMPARE(known.states.value(u"1"_s),
                 (StateSince{u"RUNNING"_s, 2, historyTime(0), true, {}}));
        QCOMPARE(known.watchedUntil, historyTime(60));
        QVERIFY(bench.lastKnown(u"other"_s).isEmpty());
    }

    void onlyChangesOfTheInventoryAreKept()
    {
        Bench bench;
        for (int i = 0; i < 5; ++i)
            bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(i * 10)});
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"RUNNING"_s)}, historyTime(60)});
        const auto count = [](SqlConnection &connection) {
            return connection.value(u"SELECT count(*) FROM snapshot"_s)->toInt();
        };
        QCOMPARE(readFrom(*bench.store, count), 1);
        QCOMPARE(bench.lastKnown().channels.first().value.state, u"RUNNING"_s);
    }

    void aTimelineHasStatesAlertsAndUnobservedTimes()
    {
        Bench bench;
        bench.push(Watched{historyTime(0)});
        bench.push(Watched{historyTime(50)});
        bench.push(Watched{historyTime(600)}); // nobody looked for nine minutes
        bench.push(Watched{historyTime(610)});
        bench.push(StateEntered{u"1"_s, {u"IDLE"_s, 0, historyTime(0), false, {}}});
        bench.push(StateEntered{u"1"_s, {u"RUNNING"_s, 2, historyTime(20), true, {}}});
        bench.push(StateEntered{u"1"_s, {u"RECOVERING"_s, 1, historyTime(605), true, {}}});
        ChannelAlert alert{u"1"_s, u"7"_s,   u"Video Not Detected"_s, u"no video"_s,
                           u"0"_s, u"SET"_s, historyTime(30),         {}};
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(31)});
        alert.clearedAt = historyTime(45);
        bench.push(AlertSeen{alert, AlertEnding::Recovered, historyTime(46)});
        alert.setAt = historyTime(608); // the same id again, a new alert
        alert.clearedAt = {};
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(609)});
        bench.clock.advance(610s - 7200s);

        const QList<TimelineBand> bands = bench.timeline({historyTime(0), historyTime(3600)});
        const auto states = ofKind(bands, TimelineBand::Kind::ChannelState);
        QCOMPARE(states.size(), 2);
        QCOMPARE(states.at(0).text, u"IDLE"_s);
        QCOMPARE(states.at(0).range, (TimeRange{historyTime(0), historyTime(20)}));
        QCOMPARE(states.at(1).text, u"RECOVERING"_s);
        QCOMPARE(states.at(1).level, HealthLevel::Critical);
        QVERIFY(states.at(1).isOpen());
        const auto alerts = ofKind(bands, TimelineBand::Kind::Alert);
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts.at(0).range, (TimeRange{historyTime(30), historyTime(45)}));
        QCOMPARE(alerts.at(0).detail, u"no video"_s);
        QCOMPARE(alerts.at(0).pipeline, u"0"_s);
        QVERIFY(alerts.at(1).isOpen());
        const auto unseen = ofKind(bands, TimelineBand::Kind::NotObserved);
        QCOMPARE(unseen.size(), 1);
        QCOMPARE(unseen.first().range, (TimeRange{historyTime(50), historyTime(600)}));
    }

    void aStateSeenAgainAfterAPauseEndsAtTheLastLook()
    {
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(0)});
        bench.push(StateEntered{u"1"_s, {u"IDLE"_s, 0, historyTime(0), false, {}}});
        bench.push(SweepDone{ItemKind::Channel, {u"1"_s}, historyTime(100)});
        // Within a minute, it goes on.
        bench.push(StateEntered{u"1"_s, {u"IDLE"_s, 0, historyTime(130), false, {}}});
        QCOMPARE(bench.lastKnown().states.value(u"1"_s).at, historyTime(0));
        // After an hour it does not, but that it was so before is known.
        bench.push(StateEntered{u"1"_s, {u"IDLE"_s, 0, historyTime(3700), false, {}}});
        const StateSince since = bench.lastKnown().states.value(u"1"_s);
        QCOMPARE(since.at, historyTime(3700));
        QCOMPARE(since.earlier, historyTime(0));
        QVERIFY(!since.changeSeen);
        const auto bands = ofKind(bench.timeline({historyTime(0), historyTime(7200)}),
                                  TimelineBand::Kind::ChannelState);
        QCOMPARE(bands.size(), 2);
        QCOMPARE(bands.first().range.to, historyTime(100));
    }

    void howAnAlertEndedIsNotUnlearnt()
    {
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"RUNNING"_s)}, historyTime(0)});
        ChannelAlert alert{u"1"_s, u"7"_s, u"Any"_s, {}, {}, u"SET"_s, historyTime(30), {}};
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(31)});
        QCOMPARE(bench.lastKnown().alerts.size(), 1);
        bench.push(AlertSeen{alert, AlertEnding::ChannelStopped, historyTime(40)});
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(41)}); // an answer that was late
        QCOMPARE(bench.lastKnown().alerts.size(), 0);
        const auto ending = [](SqlConnection &connection) {
            return connection.value(u"SELECT ending FROM alert"_s)->toInt();
        };
        QCOMPARE(readFrom(*bench.store, ending), static_cast<int>(AlertEnding::ChannelStopped));
        bench.push(AlertSeen{alert, AlertEnding::Recovered, historyTime(42)}); // a stop clears, too
        QCOMPARE(readFrom(*bench.store, ending), static_cast<int>(AlertEnding::ChannelStopped));
    }

    void aSetAlertThatWasMissingForAWhileIsSetAgain_data()
    {
        QTest::addColumn<AlertEnding>("ending");
        QTest::newRow("vanished") << AlertEnding::Unknown;
        QTest::newRow("ended unseen") << AlertEnding::Gone;
        QTest::newRow("taken back") << AlertEnding::Recovered;
    }

    void aSetAlertThatWasMissingForAWhileIsSetAgain()
    {
        QFETCH(AlertEnding, ending);
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"RUNNING"_s)}, historyTime(0)});
        ChannelAlert alert{u"1"_s, u"7"_s, u"Any"_s, {}, {}, u"SET"_s, historyTime(30), {}};
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(31)});
        bench.push(AlertSeen{alert, ending, historyTime(40)});
        QCOMPARE(bench.lastKnown().alerts.size(), 0);
        bench.push(AlertSeen{alert, AlertEnding::Set, historyTime(50)});
        bench.reopen();
        QCOMPARE(bench.lastKnown().alerts.size(), 1);
        const auto bands = ofKind(bench.timeline({historyTime(0), historyTime(3600)}),
                                  TimelineBand::Kind::Alert);
        QCOMPARE(bands.size(), 1);
        QVERIFY(bands.first().isOpen());
    }

    void absentPointsDifferFromUnaskedOnes()
    {
        Bench bench;
        const MetricQuery query = recordedQuery(u"1"_s, 60s);
        const TimeRange asked{historyTime(0), historyTime(600)};
        MetricSeries series = recordedPoints(query, historyTime(60), 3);
        series.points[1].value = std::numeric_limits<double>::quiet_NaN();
        bench.push(PointsAsked{{series}, asked});
        const RecordedSeries back = bench.series(query, {historyTime(0), historyTime(1200)});
        QCOMPARE(back.points.size(), 3);
        QCOMPARE(back.points.at(0).at, historyTime(60));
        QCOMPARE(back.points.at(0).value, 1.0);
        QVERIFY(std::isnan(back.points.at(1).value));
        QCOMPARE(back.coveredExactly(), (QList<TimeRange>{asked}));

        // Another range joins; an incomplete answer gives points but covers nothing.
        bench.push(PointsAsked{{recordedPoints(query, historyTime(600), 2)},
                               {historyTime(600), historyTime(720)}});
        MetricSeries partial = recordedPoints(query, historyTime(900), 1);
        partial.status = SeriesStatus::Partial;
        bench.push(PointsAsked{{partial}, {historyTime(900), historyTime(960)}});
        const RecordedSeries more = bench.series(query, {historyTime(0), historyTime(1200)});
        QCOMPARE(more.points.size(), 6);
        QCOMPARE(more.coveredExactly(), (QList<TimeRange>{{historyTime(0), historyTime(720)}}));
    }

    void aCoarserQuestionIsAnsweredFromFinerPoints()
    {
        Bench bench;
        bench.push(PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 7)},
                               {historyTime(0), historyTime(420)}});
        const RecordedSeries back
            = bench.series(recordedQuery(u"1"_s, 300s), {historyTime(0), historyTime(600)});
        // The second five minutes were not asked for as a whole.
        QCOMPARE(back.points, (QList<RecordedPoint>{{historyTime(0), 3.0, 1.0, 5.0, 300s}}));
        QCOMPARE(back.coveredExactly(), (QList<TimeRange>{{historyTime(0), historyTime(300)}}));
    }

    void profilesDoNotMix()
    {
        Bench bench;
        bench.push(PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 7)},
                               {historyTime(0), historyTime(420)}});
        const auto other = readFrom(*bench.store, [](SqlConnection &connection) {
            return readSeries(connection, u"p2"_s, {recordedQuery(u"1"_s, 60s)},
                              {historyTime(0), historyTime(600)});
        });
        QCOMPARE(other.size(), 1);
        QVERIFY(other.first().points.isEmpty());
        QVERIFY(other.first().covered.isEmpty());
    }

    void aForgottenProfileIsGoneAtOnceAndMayComeBack()
    {
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(0)});
        bench.push(ProfileForgotten{});
        QVERIFY(bench.lastKnown().isEmpty());
        bench.push(ChannelsSeen{{recordedChannel(u"2"_s, u"IDLE"_s)}, historyTime(10)});
        const LastKnown known = bench.lastKnown();
        QCOMPARE(known.channels.size(), 1);
        QCOMPARE(known.channels.first().value.id, u"2"_s);
    }

    void sizesAreCountedPerProfile()
    {
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(50)});
        bench.push(PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 7)},
                               {historyTime(0), historyTime(420)}});
        bench.push(CallDone{Service::MediaLive, ErrorCategory::Throttled, historyTime(5), 2, 0});
        const HistorySizes sizes = readFrom(
            *bench.store, [](SqlConnection &connection) { return readSizes(connection); });
        QCOMPARE(sizes.profiles.size(), 1);
        QCOMPARE(sizes.profiles.first().profileId, u"p1"_s);
        QCOMPARE(sizes.profiles.first().points, 7);
        QCOMPARE(sizes.profiles.first().events, 2);
        QCOMPARE(sizes.profiles.first().oldest, historyTime(0));
    }

    void callsAreCountedPerHourAndCategory()
    {
        Bench bench;
        bench.push(CallDone{Service::MediaLive, ErrorCategory::None, historyTime(5), 1, 0});
        bench.push(CallDone{Service::MediaLive, ErrorCategory::Throttled, historyTime(6), 3, 0});
        bench.push(CallDone{Service::MediaLive, ErrorCategory::Cancelled, historyTime(7), 1, 0});
        bench.push(CallDone{Service::CloudWatch, ErrorCategory::None, historyTime(3605), 1, 26});
        const auto rows = readFrom(*bench.store, [](SqlConnection &connection) {
            QStringList lines;
            connection.read(u"SELECT service, hour, calls, requests, failures, throttled, metrics "
                            u"FROM call_hour"
                            " ORDER BY service, hour"_s,
                            {}, [&lines](const SqlRow &row) {
                                lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(row.integer(0))
                                                 .arg(row.integer(2))
                                                 .arg(row.integer(3))
                                                 .arg(row.integer(4))
                                                 .arg(row.integer(5))
                                                 .arg(row.integer(6)));
                            });
            return lines;
        });
        QCOMPARE(rows,
                 (QStringList{u"%1 2 4 1 1 0"_s.arg(static_cast<int>(Service::MediaLive)),
                              u"%1 1 1 0 0 26"_s.arg(static_cast<int>(Service::CloudWatch))}));
    }

    void aReaderThatGoesAwayIsNotCalled()
    {
        Bench bench;
        bool called = false;
        auto context = std::make_unique<QObject>();
        bench.store->read(
            HistoryStore::Lane::Charts, [](SqlConnection &) {}, context.get(),
            [&called] { called = true; });
        context.reset();
        bench.lastKnown();
        QVERIFY(!called);
    }

    void whoeverWaitsHearsFromAStoreThatIsClosed()
    {
        Bench bench;
        bool called = false;
        QObject context;
        bench.store->read(
            HistoryStore::Lane::Charts, [](SqlConnection &) {}, &context,
            [&called] { called = true; });
        bench.store.reset();
        QTRY_VERIFY(called);
    }

    void closingDoesNotWaitForAReadAndMakesItFail()
    {
        Bench bench;
        bench.lastKnown();
        LongRead read(*bench.store);
        QVERIFY(read.hasBegun());
        const QSignalSpy closed(bench.store.get(), &HistoryStore::closed);
        bench.store->close(); // waiting for the read here would never end
        QVERIFY(!read.answered);
        read.goOn.release();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(read.answered);
        QVERIFY(read.failed);
    }

    void whatWasPushedBeforeClosingIsWritten()
    {
        Bench bench;
        bench.push(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(0)});
        const QSignalSpy closed(bench.store.get(), &HistoryStore::closed);
        bench.store->close();
        QTRY_COMPARE(closed.size(), 1);
        bench.reopen();
        QCOMPARE(bench.lastKnown().channels.size(), 1);
    }

    void aReadThatOutlivesTheStoreIsAnsweredAllTheSame()
    {
        Bench bench;
        bench.lastKnown();
        LongRead read(*bench.store);
        QVERIFY(read.hasBegun());
        bench.store.reset(); // after two seconds
        QVERIFY(!read.answered);
        read.goOn.release();
        QTRY_VERIFY(read.answered);
        QVERIFY(read.failed);
    }
};

QTEST_GUILESS_MAIN(HistoryStoreTest)
#include "tst_historystore.moc"
