// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/poller.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using tallylight::monitor::Poller;

class PollerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithARoundAtOnce()
    {
        Poller poller(1h);
        QSignalSpy due(&poller, &Poller::due);
        poller.start();
        QTRY_COMPARE(due.count(), 1);
        QVERIFY(poller.isRoundUnderWay());
        QVERIFY(poller.untilNext() < 0ms);
    }

    void asksAgainAfterItsInterval()
    {
        Poller poller(5ms);
        QSignalSpy due(&poller, &Poller::due);
        connect(&poller, &Poller::due, &poller, [&poller] { poller.roundFinished(true); });
        poller.start();
        QTRY_COMPARE_GE(due.count(), 4);
    }

    void neverStartsARoundWhileOneIsUnderWay()
    {
        Poller poller(1ms);
        QSignalSpy due(&poller, &Poller::due);
        poller.start();
        QTRY_COMPARE(due.count(), 1);
        poller.runNow();
        poller.runNow();
        QCoreApplication::processEvents();
        QCOMPARE(due.count(), 1);
        poller.roundFinished(true);
        QTRY_COMPARE(due.count(), 2); // the two requests made one round
        poller.setInterval(1h);
        poller.roundFinished(true);
        QVERIFY(poller.untilNext() > 50min);
    }

    void waitsLongerAfterEachFailure()
    {
        Poller poller(100s);
        QSignalSpy due(&poller, &Poller::due);
        poller.start();
        QTRY_COMPARE(due.count(), 1);
        poller.roundFinished(false);
        const auto first = poller.untilNext();
        QVERIFY(first > 85s && first < 115s);
        poller.runNow();
        QTRY_COMPARE(due.count(), 2);
        poller.roundFinished(false);
        QVERIFY(poller.untilNext() < 115s); // asking by hand forgives
    }

    void neverWaitsLongerThanFiveMinutesBecauseOfFailures()
    {
        Poller poller(10ms);
        int rounds = 0;
        connect(&poller, &Poller::due, &poller, [&] {
            ++rounds;
            poller.roundFinished(false);
        });
        poller.start();
        QTRY_COMPARE_GE(rounds, 5);
        QVERIFY(poller.untilNext() <= 5min + 30s);
        QVERIFY(poller.untilNext() > 40ms);
    }

    void pauseHoldsAndResumeAsksAtOnce()
    {
        Poller poller(1ms);
        int rounds = 0;
        connect(&poller, &Poller::due, &poller, [&] {
            ++rounds;
            poller.roundFinished(true);
        });
        poller.start();
        QTRY_COMPARE_GE(rounds, 1);
        poller.setPaused(true);
        const int before = rounds;
        QVERIFY(poller.untilNext() < 0ms);
        QCoreApplication::processEvents();
        QCOMPARE(rounds, before);
        poller.setPaused(false);
        QTRY_COMPARE_GE(rounds, before + 1);
    }

    void aRoundThatEndsWhilePausedPlansNothing()
    {
        Poller poller(1ms);
        QSignalSpy due(&poller, &Poller::due);
        poller.start();
        QTRY_COMPARE(due.count(), 1);
        poller.setPaused(true);
        poller.roundFinished(true);
        QVERIFY(poller.untilNext() < 0ms);
    }

    void stopEndsIt()
    {
        Poller poller(1ms);
        QSignalSpy due(&poller, &Poller::due);
        poller.start();
        QTRY_COMPARE(due.count(), 1);
        poller.stop();
        poller.roundFinished(true);
        QVERIFY(poller.untilNext() < 0ms);
        poller.runNow();
        QCoreApplication::processEvents();
        QCOMPARE(due.count(), 1);
    }
};

QTEST_GUILESS_MAIN(PollerTest)
#include "tst_poller.moc"
