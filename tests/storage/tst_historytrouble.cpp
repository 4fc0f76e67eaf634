// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyhelpers.h"
#include "storage/historyfile.h"
#include "storage/historyqueries.h"
#include "storage/historyqueue.h"
#include "storage/historyschema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::tests;
using Kind = RecordingTrouble::Kind;
using Phase = RecordingStatus::Phase;

namespace {

/// A store that tries again quickly, and what it last said.
struct Bench
{
    explicit Bench(const QString &path, qint64 mostPages = 0)
    {
        HistoryOptions options;
        options.file = path;
        options.commitEvery = 20ms;
        options.retryEvery = 50ms;
        options.thinFirst = 60ms;
        options.thinEvery = 60ms;
        options.mostPages = mostPages;
        store = std::make_unique<HistoryStore>(options, clock);
        QObject::connect(store.get(), &HistoryStore::statusChanged, store.get(),
                         [this](const RecordingStatus &now) { status = now; });
    }
    bool reaches(Phase phase)
    {
        return QTest::qWaitFor([this, phase] { return status.phase == phase; }, 20000);
    }
    void record(const QString &channel)
    {
        store->push({u"p1"_s, ChannelsSeen{{recordedChannel(channel, u"IDLE"_s)}, historyTime(0)}});
    }
    void recordPoints(int minutes)
    {
        store->push(
            {u"p1"_s,
             PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), minutes)},
                         {historyTime(0), historyTime(60 * minutes)}}});
    }
    /// True once points too old to be kept, recorded now, are gone.
    bool thins()
    {
        const QDateTime old = clock.utcNow().addDays(-3651);
        const MetricQuery query = recordedQuery(u"1"_s, 60s);
        store->push({u"p1"_s, PointsAsked{{recordedPoints(query, old, 10)}, {old, old}}});
        const auto points = [old](SqlConnection &connection) {
            return connection
                .value(u"SELECT count(*) FROM point WHERE period = 60 AND at < ?"_s,
                       {old.addDays(1).toSecsSinceEpoch()})
                ->toInt();
        };
        return QTest::qWaitFor([&] { return readFrom(*store, points) == 0; }, 20000);
    }
    qsizetype channels()
    {
        return readFrom(
                   *store,
                   [](SqlConnection &connection) { return readLastKnown(connection, u"p1"_s); })
            .channels.size();
    }

    ManualClock clock{historyTime(0)};
    RecordingStatus status;
    std::unique_ptr<HistoryStore> store;
};

QByteArray digest(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
        : QByteArray();
}

} // namespace

class HistoryTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceThatCannotBeWrittenIsReportedAndUsedOnceItCan()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"data"_s);
        QFile inTheWay(place); // a file where the folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Bench bench(place + u"/history.sqlite"_s);
        QVERIFY(bench.reaches(Phase::Trouble));
        QCOMPARE(bench.status.trouble->kind, Kind::Unwritable);
        QCOMPARE(bench.status.trouble->file, place + u"/history.sqlite"_s);
        bench.record(u"1"_s);
        QVERIFY(inTheWay.remove());
        QVERIFY(QDir().mkpath(place));
        QVERIFY(bench.reaches(Phase::Recording));
        QVERIFY(!bench.status.trouble);
        QCOMPARE(bench.channels(), 1); // nothing of the meantime is lost
    }

    void aFullFileKeepsTheEventsAndDropsTheOldestPoints()
    {
        HistoryQueue queue(100, 3);
        queue.push(
            {u"a"_s,
             PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 59)}, {}}});
        queue.push({u"a"_s, Watched{}});
        queue.push(
            {u"b"_s,
             PointsAsked{{recordedPoints(recordedQuery(u"1"_s, 60s), historyTime(0), 59)}, {}}});
        QCOMPARE(queue.droppedPoints(), 60);
        QCOMPARE(queue.droppedEvents(), 0);
        queue.push({u"c"_s, ProfileForgotten{}});
        queue.push({u"d"_s, Watched{}});
        QCOMPARE(queue.droppedEvents(), 0);
        queue.push({u"e"_s, Watched{}});
        QCOMPARE(queue.droppedEvents(), 1);
        QStringList order;
        for (const HistoryEvent &event : queue.take(1000))
            order.append(event.profileId);
        QCOMPARE(order, (QStringList{u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QVERIFY(queue.isEmpty());
    }

    void whatCouldNotBeWrittenComesFirstAgain()
    {
        HistoryQueue queue;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            queue.push({name, Watched{}});
        auto taken = queue.take(2);
        QCOMPARE(taken.size(), std::size_t{2});
        queue.push({u"d"_s, Watched{}});
        queue.putBack(std::move(taken));
        QStringList order;
        for (const HistoryEvent &event : queue.take(1000))
            order.append(event.profileId);
        QCOMPARE(order, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void aFullDiskIsReportedAndLeavesTheFileWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        {
            Bench bench(path, 60);
            bench.record(u"1"_s);
            QVERIFY(bench.reaches(Phase::Recording));
            QCOMPARE(bench.channels(), 1);
            bench.recordPoints(20000);
            QVERIFY(bench.reaches(Phase::Trouble));
            QCOMPARE(bench.status.trouble->kind, Kind::DiskFull);
            QCOMPARE(bench.channels(), 1); // what was there can still be read
        }
        Bench roomier(path);
        roomier.record(u"2"_s);
        QVERIFY(roomier.reaches(Phase::Recording));
        QCOMPARE(roomier.channels(), 2);
    }

    void aRealFullDiskRecoversByItself()
    {
#ifdef Q_OS_LINUX
        const QTemporaryDir folder;
        const QByteArray place = QFile::encodeName(folder.path());
        if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=2m") != 0)
            QSKIP("a small disk can be mounted by root only");
        const auto unmount = qScopeGuard([&place] { ::umount2(place.constData(), MNT_DETACH); });
        QFile ballast(folder.filePath(u"ballast"_s));
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        Bench bench(folder.filePath(u"history.sqlite"_s));
        QVERIFY(bench.reaches(Phase::Recording));
        while (ballast.write(QByteArray(4096, 'x')) == 4096 && ballast.flush()) { }
        bench.record(u"1"_s);
        bench.recordPoints(50000);
        QVERIFY(bench.reaches(Phase::Trouble));
        QCOMPARE(bench.status.trouble->kind, Kind::DiskFull);
        QVERIFY(::mount("tmpfs", place.constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
        QVERIFY(bench.reaches(Phase::Recording));
        QCOMPARE(bench.channels(), 1);
        QCOMPARE(bench.status.droppedEvents, 0);
        QVERIFY(bench.thins());
#else
        QSKIP("needs Linux");
#endif
    }

    void aReadOnlyDiskIsReported()
    {
#ifdef Q_OS_LINUX
        const QTemporaryDir folder;
        const QByteArray place = QFile::encodeName(folder.path());
        if (::mount("tmpfs", place.constData(), "tmpfs", MS_RDONLY, "size=1m") != 0)
            QSKIP("a read-only disk can be mounted by root only");
        const auto unmount = qScopeGuard([&place] { ::umount2(place.constData(), MNT_DETACH); });
        Bench bench(folder.filePath(u"history.sqlite"_s));
        QVERIFY(bench.reaches(Phase::Trouble));
        QCOMPARE(bench.status.trouble->kind, Kind::Unwritable);
        bench.store.reset();
#else
        QSKIP("needs Linux");
#endif
    }

    void aFileThatAnotherProgramWritesIsWaitedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        Bench first(path);
        QVERIFY(first.reaches(Phase::Recording));
        first.record(u"1"_s);
        Bench second(path);
        QVERIFY(second.reaches(Phase::Trouble));
        QCOMPARE(second.status.trouble->kind, Kind::Locked);
        second.record(u"2"_s);
        first.store.reset();
        QVERIFY(second.reaches(Phase::Recording));
        QCOMPARE(second.channels(), 2);
    }

    void aTransactionOfAnotherProgramIsWaitedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        Bench bench(path);
        QVERIFY(bench.reaches(Phase::Recording));
        SqlConnection other(path);
        QVERIFY(other.open(SqlConnection::Access::ReadWrite));
        QVERIFY(other.begin());
        bench.record(u"1"_s);
        QVERIFY(bench.reaches(Phase::Trouble)); // after two seconds of patience
        QCOMPARE(bench.status.trouble->kind, Kind::Locked);
        other.rollback();
        QVERIFY(bench.reaches(Phase::Recording));
        QCOMPARE(bench.channels(), 1);
        QVERIFY(bench.thins()); // not only writing goes on
    }

    void aDamagedFileIsKeptAsideAndReported_data()
    {
        QTest::addColumn<bool>("wholly");
        QTest::newRow("no database at all") << true;
        QTest::newRow("damaged inside") << false;
    }
    void aDamagedFileIsKeptAsideAndReported()
    {
        QFETCH(bool, wholly);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        {
            Bench bench(path);
            bench.recordPoints(5000);
            QVERIFY(bench.reaches(Phase::Recording));
            bench.channels();
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 60000);
        QVERIFY(file.seek(wholly ? 0 : 20000));
        file.write(QByteArray(30000, '\x5a'));
        file.close();
        const QByteArray damaged = digest(path);

        Bench bench(path);
        bench.record(u"1"_s);
        QVERIFY(bench.reaches(Phase::Recording));
        QVERIFY(bench.status.trouble);
        QCOMPARE(bench.status.trouble->kind, Kind::Corrupt);
        QCOMPARE(digest(bench.status.trouble->keptAs), damaged);
        QCOMPARE(bench.channels(), 1);
    }

    void aNewerFileIsLeftUntouched()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        {
            SqlConnection connection(path);
            QVERIFY(connection.open(SqlConnection::Access::ReadWrite));
            QVERIFY(connection.run(u"CREATE TABLE future (x)"_s));
            QVERIFY(connection.run(u"PRAGMA user_version = 99"_s));
        }
        const QByteArray before = digest(path);
        Bench bench(path);
        bench.record(u"1"_s);
        QVERIFY(bench.reaches(Phase::Trouble));
        QCOMPARE(bench.status.trouble->kind, Kind::NewerVersion);
        QCOMPARE(bench.channels(), 0);
        bench.store.reset();
        QCOMPARE(digest(path), before);
    }

    void migrationsRunOnceInOrderAndWholly()
    {
        const QTemporaryDir folder;
        SqlConnection connection(folder.filePath(u"m.sqlite"_s));
        QVERIFY(connection.open(SqlConnection::Access::ReadWrite));
        const QList<Migration> first{{u"CREATE TABLE a (x)"_s}};
        QVERIFY(!migrate(connection, first));
        QVERIFY(!migrate(connection, first));
        const QList<Migration> broken{first.first(),
                                      {u"CREATE TABLE b (x)"_s, u"CREATE TABLE a (x)"_s}};
        QVERIFY(migrate(connection, broken));
        QCOMPARE(connection.value(u"PRAGMA user_version"_s)->toInt(), 1);
        QCOMPARE(connection.value(u"SELECT count(*) FROM sqlite_master"_s)->toInt(), 1);
        const QList<Migration> second{first.first(), {u"CREATE TABLE b (x)"_s}};
        QVERIFY(!migrate(connection, second));
        QCOMPARE(connection.value(u"PRAGMA user_version"_s)->toInt(), 2);
        QCOMPARE(migrate(connection, first)->kind, Kind::NewerVersion);
    }

    void onlyTheUserMayReadTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        HistoryFile file(path);
        QVERIFY(file.open());
        const auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(path + u"-wal"_s) & others));
    }
};

QTEST_GUILESS_MAIN(HistoryTroubleTest)
#include "tst_historytrouble.moc"
