// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyhelpers.h"
#include "storage/historyfile.h"
#include "storage/historyqueries.h"
#include "storage/historythinning.h"
#include "storage/historywrites.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::tests;

namespace {

constexpr qint64 kDay = 86400;

/// A clock that can be told how long every slice takes.
class SlowClock final : public Clock
{
public:
    QDateTime utcNow() const override { return historyTime(0); }
    std::chrono::milliseconds elapsed() const override
    {
        return look > 0ms ? m_elapsed += look : m_real.elapsed();
    }

    std::chrono::milliseconds look{0}; ///< passes with every look; 0 for the computer's own time

private:
    SystemClock m_real;
    mutable std::chrono::milliseconds m_elapsed{0};
};

struct Bench
{
    Bench() { opened = file.open(); }

    template<typename T> bool write(const T &what)
    {
        return connection().begin() && writes.apply({u"p1"_s, what}) && connection().commit();
    }
    bool writePoints(const MetricQuery &query, qint64 from, int count)
    {
        return write(
            PointsAsked{{recordedPoints(query, historyTime(from), count)},
                        {historyTime(from), historyTime(from + count * query.period.count())}});
    }
    /// Thins everything out; false when a slice failed.
    bool thin(const QDateTime &now, const Retention &retention = {})
    {
        thinning.begin(retention, now);
        while (true) {
            QElapsedTimer timer;
            timer.start();
            const int rows = thinning.rowsASlice();
            const qint64 before = number(u"SELECT total_changes()"_s);
            const HistoryThinning::Outcome outcome = thinning.step();
            const qint64 changes = number(u"SELECT total_changes()"_s) - before;
            // A row that is merged is read and deleted, and six of them make one; the rest is for
            // what is covered.
            boundsKept = boundsKept && changes <= 2 * rows + 8;
            longestSliceMs = std::max(longestSliceMs, timer.elapsed());
            ++slices;
            if (outcome != HistoryThinning::Outcome::More)
                return outcome == HistoryThinning::Outcome::Done;
        }
    }
    qint64 number(const QString &sql) { return connection().value(sql)->toLongLong(); }
    RecordedSeries series(const MetricQuery &query, qint64 from, qint64 to)
    {
        return readSeries(connection(), u"p1"_s, {query}, {historyTime(from), historyTime(to)})
            .first();
    }
    SqlConnection &connection() { return file.connection(); }

    QTemporaryDir folder;
    HistoryFile file{folder.filePath(u"history.sqlite"_s)};
    HistoryWrites writes{file.connection()};
    SlowClock clock;
    HistoryThinning thinning{file.connection(), clock};
    bool boundsKept = true; ///< no slice has changed more rows than it may
    qint64 longestSliceMs = 0;
    int slices = 0;
    bool opened = false;
};

} // namespace

class HistoryThinningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldPointsAreMergedAndKeepTheirExtremes()
    {
        Bench bench;
        QVERIFY(bench.opened);
        const MetricQuery query = recordedQuery(u"1"_s, 10s);
        QVERIFY(bench.writePoints(query, 0, 12)); // 1 … 12
        QVERIFY(bench.thin(historyTime(4 * kDay)));
        QCOMPARE(bench.number(u"SELECT count(*) FROM point WHERE period = 10"_s), 0);
        const RecordedSeries minutes = bench.series(recordedQuery(u"1"_s, 60s), 0, 3600);
        QCOMPARE(minutes.points,
                 (QList<RecordedPoint>{{historyTime(0), 3.5, 1.0, 6.0, 60s},
                                       {historyTime(60), 9.5, 7.0, 12.0, 60s}}));
        QCOMPARE(minutes.coveredExactly(), (QList<TimeRange>{{historyTime(0), historyTime(120)}}));
        // Asked for in ten seconds, the minutes are what is left.
        QCOMPARE(bench.series(query, 0, 3600).points.size(), 2);
        QVERIFY(bench.series(query, 0, 3600).coveredExactly().isEmpty());

        QVERIFY(bench.thin(historyTime(70 * kDay)));
        const RecordedSeries hours = bench.series(recordedQuery(u"1"_s, 3600s), 0, 7200);
        QCOMPARE(hours.points, (QList<RecordedPoint>{{historyTime(0), 6.5, 1.0, 12.0, 3600s}}));
        QVERIFY(bench.thin(historyTime(500 * kDay)));
        QCOMPARE(bench.number(u"SELECT count(*) FROM point"_s), 0);
        QCOMPARE(bench.number(u"SELECT count(*) FROM coverage"_s), 0);
        QCOMPARE(bench.number(u"SELECT count(*) FROM series"_s), 0);
    }

    void youngPointsStay()
    {
        Bench bench;
        QVERIFY(bench.writePoints(recordedQuery(u"1"_s, 10s), 0, 12));
        QVERIFY(bench.thin(historyTime(2 * kDay)));
        QCOMPARE(bench.number(u"SELECT count(*) FROM point WHERE period = 10"_s), 12);
        QVERIFY(!bench.thinning.hasFreed());
    }

    void aValueFromCloudWatchIsKeptAndGainsTheExtremes()
    {
        Bench bench;
        QVERIFY(bench.writePoints(recordedQuery(u"1"_s, 10s), 0, 6)); // average 3.5
        MetricSeries minute = recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 1);
        minute.points[0].value = 3.25;
        QVERIFY(bench.write(PointsAsked{{minute}, {historyTime(0), historyTime(60)}}));
        QVERIFY(bench.thin(historyTime(4 * kDay)));
        QCOMPARE(bench.series(recordedQuery(u"1"_s, 60s), 0, 60).points,
                 (QList<RecordedPoint>{{historyTime(0), 3.25, 1.0, 6.0, 60s}}));
    }

    void oldEventsGoAndWhatStillHoldsStays()
    {
        Bench bench;
        ChannelAlert over{u"1"_s, u"1"_s, {}, {}, {}, {}, historyTime(10), historyTime(20)};
        ChannelAlert set{u"1"_s, u"2"_s, {}, {}, {}, {}, historyTime(10), {}};
        QVERIFY(bench.write(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(0)}));
        QVERIFY(bench.write(StateEntered{u"1"_s, {u"IDLE"_s, 0, historyTime(0), true, {}}}));
        QVERIFY(bench.write(ChannelsSeen{{recordedChannel(u"1"_s, u"RUNNING"_s)}, historyTime(9)}));
        QVERIFY(bench.write(StateEntered{u"1"_s, {u"RUNNING"_s, 2, historyTime(9), true, {}}}));
        QVERIFY(bench.write(AlertSeen{over, AlertEnding::Recovered, historyTime(20)}));
        QVERIFY(bench.write(AlertSeen{set, AlertEnding::Set, historyTime(20)}));
        QVERIFY(bench.write(Watched{historyTime(0)}));
        QVERIFY(bench.write(CallDone{Service::MediaLive, ErrorCategory::Timeout, historyTime(5)}));
        QVERIFY(bench.thin(historyTime(500 * kDay)));
        for (const QString &table :
             {u"snapshot"_s, u"state_span"_s, u"watch_span"_s, u"call_hour"_s, u"call_error"_s})
            QCOMPARE(bench.number(u"SELECT count(*) FROM %1"_s.arg(table)), 0);
        const LastKnown known = readLastKnown(bench.connection(), u"p1"_s);
        QCOMPARE(known.channels.size(), 1);
        QCOMPARE(known.states.value(u"1"_s).state, u"RUNNING"_s);
        QCOMPARE(known.alerts.size(), 1);
        QCOMPARE(known.alerts.first().id, u"2"_s);
    }

    void aForgottenProfileLeavesNothingBehind()
    {
        Bench bench;
        QVERIFY(bench.writePoints(recordedQuery(u"1"_s, 10s), 0, 3000));
        QVERIFY(bench.writePoints(recordedQuery(u"2"_s, 60s), 0, 30));
        QVERIFY(bench.write(ChannelsSeen{{recordedChannel(u"1"_s, u"IDLE"_s)}, historyTime(0)}));
        QVERIFY(bench.write(Watched{historyTime(0)}));
        QVERIFY(bench.write(ProfileForgotten{}));
        QVERIFY(bench.thin(historyTime(0)));
        QVERIFY(bench.thinning.hasFreed());
        for (const QString &table :
             {u"profile"_s, u"item"_s, u"series"_s, u"point"_s, u"coverage"_s, u"watch_span"_s})
            QCOMPARE(bench.number(u"SELECT count(*) FROM %1"_s.arg(table)), 0);
    }

    void slicesFollowHowLongTheyTake_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("took");
        QTest::addColumn<int>("rowsInTheEnd");
        QTest::newRow("quick") << 1ms << HistoryThinning::kMostRows;
        QTest::newRow("as it should be") << 10ms << 200;
        QTest::newRow("slow") << 60ms << HistoryThinning::kLeastRows;
    }

    void slicesFollowHowLongTheyTake()
    {
        Bench bench;
        QFETCH(std::chrono::milliseconds, took);
        bench.clock.look = took;
        for (int i = 0; i < 3; ++i)
            QVERIFY(bench.writePoints(recordedQuery(QString::number(i), 10s), 0, 6000));
        QVERIFY(bench.thin(historyTime(4 * kDay)));
        QTEST(bench.thinning.rowsASlice(), "rowsInTheEnd");
        QVERIFY(bench.boundsKept);
        // However they were cut, all of them have been merged.
        QCOMPARE(bench.number(u"SELECT count(*) FROM point WHERE period = 10"_s), 0);
        QCOMPARE(bench.number(u"SELECT count(*) FROM point WHERE period = 60"_s), 3000);
        QCOMPARE(bench.number(u"SELECT sum(count) FROM point"_s), 18000);
    }

    void slicesOfEveryKindAreBounded()
    {
        Bench bench;
        bench.clock.look = 60ms;
        for (int i = 0; i < 300; ++i) {
            const qint64 at = i * 3600;
            QVERIFY(bench.write(
                ChannelsSeen{{recordedChannel(QString::number(i), u"IDLE"_s)}, historyTime(at)}));
            QVERIFY(bench.write(StateEntered{
                u"1"_s, {i % 2 ? u"IDLE"_s : u"RUNNING"_s, 2, historyTime(at), true, {}}}));
            QVERIFY(
                bench.write(CallDone{Service::MediaLive, ErrorCategory::Timeout, historyTime(at)}));
            // A pause after each point, so that each is covered for itself.
            QVERIFY(bench.writePoints(recordedQuery(u"1"_s, 10s), at, 1));
        }
        QVERIFY(bench.thin(historyTime(500 * kDay)));
        QVERIFY(bench.boundsKept);
        for (const QString &table : {u"point"_s, u"coverage"_s, u"call_hour"_s, u"call_error"_s})
            QCOMPARE(bench.number(u"SELECT count(*) FROM %1"_s.arg(table)), 0);
        QVERIFY(bench.write(ProfileForgotten{}));
        QVERIFY(bench.thin(historyTime(0)));
        QVERIFY(bench.boundsKept);
        QCOMPARE(bench.number(u"SELECT count(*) FROM item"_s), 0);
        QCOMPARE(bench.number(u"SELECT count(*) FROM profile"_s), 0);
    }

    void aSimulatedYearStaysWithinBounds()
    {
        Bench bench;
        Retention retention;
        retention.pointDays = {1, 3, 10, 30};
        retention.eventDays = 30;
        constexpr int kSeries = 4;
        constexpr int kMinutesADay = 120; // two hours a day are watched
        qint64 largest = 0;
        qint64 afterTwoMonths = 0;
        for (int day = 0; day < 365; ++day) {
            const qint64 start = day * kDay;
            for (int i = 0; i < kSeries; ++i)
                QVERIFY(
                    bench.writePoints(recordedQuery(QString::number(i), 60s), start, kMinutesADay));
            QVERIFY(bench.write(StateEntered{
                u"1"_s, {day % 2 ? u"IDLE"_s : u"RUNNING"_s, 2, historyTime(start), true, {}}}));
            QVERIFY(bench.thin(historyTime(start + kDay), retention));
            const qint64 pages
                = bench.number(u"PRAGMA page_count"_s) - bench.number(u"PRAGMA freelist_count"_s);
            largest = std::max(largest, pages);
            if (day == 60)
                afterTwoMonths = largest;
        }
        // Minutes for three days, five minutes for seven more, hours for twenty more.
        const qint64 expected = kSeries * (4 * 120 + 8 * 24 + 21 * 2);
        QVERIFY(bench.number(u"SELECT count(*) FROM point"_s) <= expected);
        QVERIFY(bench.number(u"SELECT count(*) FROM state_span"_s) <= 31);
        QVERIFY2(
            largest <= afterTwoMonths + afterTwoMonths / 4,
            qPrintable(u"%1 pages after two months, at most %2 in the year"_s.arg(afterTwoMonths)
                           .arg(largest)));
        // The pages of what went are given back to the disk.
        QVERIFY(bench.number(u"PRAGMA freelist_count"_s) < 200);
        qInfo("%d slices, the longest took %lld ms", bench.slices,
              static_cast<long long>(bench.longestSliceMs));
    }
};

QTEST_GUILESS_MAIN(HistoryThinningTest)
#include "tst_historythinning.moc"
