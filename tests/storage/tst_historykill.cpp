// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlconnection.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tallylight::storage;

namespace {

constexpr int kLanes = 10;
constexpr int kRounds = 10;
constexpr int kLongestLifeMs = 1700;
constexpr qint64 kMayBeLostMs = 1000;

/// A file and the process that writes into it.
struct Lane
{
    QString file;
    qint64 next = 1; ///< the number the next process starts with
    std::unique_ptr<QProcess> process;
    int lifeMs = 0;
    bool killed = false;
};

/// The newest number that was recorded at least a second before the last sign of life; 0 if none.
qint64 mustBeThere(const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    qint64 last = -1;
    // The last line may be cut, or empty.
    for (qsizetype i = lines.size() - 2; i >= 0; --i) {
        const QList<QByteArray> words = lines.at(i).split(' ');
        if (words.size() != 2)
            continue;
        const qint64 at = words.at(1).toLongLong();
        if (last < 0)
            last = at;
        if (at <= last - kMayBeLostMs)
            return words.at(0).toLongLong();
    }
    return 0;
}

} // namespace

class HistoryKillTest : public QObject
{
    Q_OBJECT

private:
    void startAll(std::vector<Lane> &lanes)
    {
        for (Lane &lane : lanes) {
            lane.process = std::make_unique<QProcess>();
            lane.process->setProcessChannelMode(QProcess::SeparateChannels);
            lane.lifeMs = m_random.bounded(kLongestLifeMs);
            lane.killed = false;
            lane.process->start(QStringLiteral(TALLYLIGHT_HISTORY_VICTIM),
                                {lane.file, QString::number(lane.next)});
        }
        for (Lane &lane : lanes) {
            QVERIFY(QTest::qWaitFor(
                [&lane] {
                    return lane.process->bytesAvailable() > 0
                        || lane.process->state() == QProcess::NotRunning;
                },
                60000));
            QCOMPARE(lane.process->state(), QProcess::Running);
        }
    }

    void killAll(std::vector<Lane> &lanes)
    {
        QElapsedTimer timer;
        timer.start();
        const bool all = QTest::qWaitFor(
            [&] {
                bool done = true;
                for (Lane &lane : lanes) {
                    if (!lane.killed && timer.elapsed() >= lane.lifeMs) {
                        lane.process->kill(); // SIGKILL
                        lane.killed = true;
                    }
                    done = done && lane.killed && lane.process->state() == QProcess::NotRunning;
                }
                return done;
            },
            60000);
        QVERIFY(all);
    }

    void check(Lane &lane)
    {
        const qint64 required = mustBeThere(lane.process->readAllStandardOutput());
        SqlConnection connection(lane.file);
        QVERIFY(connection.open(SqlConnection::Access::ReadWrite));
        const auto integrity = connection.value(u"PRAGMA integrity_check"_s);
        QVERIFY2(integrity, qPrintable(connection.trouble().detail));
        QCOMPARE(integrity->toString(), u"ok"_s);
        const auto count = connection.value(u"SELECT count(*) FROM alert"_s);
        const auto newest
            = connection.value(u"SELECT coalesce(max(CAST(alert_id AS INTEGER)), 0) FROM alert"_s);
        QVERIFY(count && newest);
        // No hole: what is there is everything up to some moment.
        QCOMPARE(count->toLongLong(), newest->toLongLong());
        QVERIFY2(newest->toLongLong() >= required,
                 qPrintable(u"has %1, must have %2"_s.arg(newest->toLongLong()).arg(required)));
        m_longLives += required > 0 ? 1 : 0;
        lane.next = newest->toLongLong() + 1;
    }

private Q_SLOTS:
    void aHundredKillsLoseNoMoreThanASecondAndCorruptNothing()
    {
        const QTemporaryDir folder;
        std::vector<Lane> lanes(kLanes);
        for (int i = 0; i < kLanes; ++i)
            lanes[static_cast<std::size_t>(i)].file = folder.filePath(u"%1.sqlite"_s.arg(i));
        for (int round = 0; round < kRounds; ++round) {
            startAll(lanes);
            if (QTest::currentTestFailed())
                return;
            killAll(lanes);
            for (Lane &lane : lanes) {
                check(lane);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        // Enough of them lived long enough for the promise to be put to the test.
        QVERIFY(m_longLives >= 10);
    }

private:
    QRandomGenerator m_random{20261125};
    int m_longLives = 0;
};

QTEST_GUILESS_MAIN(HistoryKillTest)
#include "tst_historykill.moc"
