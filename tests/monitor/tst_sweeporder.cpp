// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/sweeporder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::SweepChannel;
using monitor::SweepOrder;
using std::chrono::milliseconds;

namespace {

QList<SweepChannel> running(int count)
{
    QList<SweepChannel> channels;
    for (int i = 0; i < count; ++i)
        channels.append({QString::number(1000 + i), u"RUNNING"_s, 2});
    return channels;
}

/// Asks at \a perSecond for \a span and gives the moments at which each channel was asked.
QHash<QString, QList<milliseconds>> sweep(SweepOrder &order, double perSecond, milliseconds span)
{
    QHash<QString, QList<milliseconds>> asked;
    const milliseconds gap(static_cast<int>(1000 / perSecond));
    milliseconds now = 0ms;
    while (now < span) {
        const SweepOrder::Next next = order.next(now);
        if (next.id.isEmpty())
            break;
        if (next.wait > 0ms) {
            now += next.wait;
            continue;
        }
        order.asked(next.id, now);
        asked[next.id].append(now);
        now += gap;
    }
    return asked;
}

milliseconds longestGap(const QList<milliseconds> &moments)
{
    milliseconds longest = 0ms;
    for (qsizetype i = 1; i < moments.size(); ++i)
        longest = std::max(longest, moments.at(i) - moments.at(i - 1));
    return longest;
}

} // namespace

class SweepOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyMeansNothingToAsk()
    {
        SweepOrder order(10s);
        QVERIFY(order.next(0ms).id.isEmpty());
        order.asked(u"1"_s, 0ms); // unknown: no harm
        QVERIFY(!order.lastTurn());
    }

    void fewChannelsAreLeftAloneForTheInterval()
    {
        SweepOrder order(10s);
        order.setChannels(running(3));
        const auto asked = sweep(order, 10, 35s);
        for (const QList<milliseconds> &moments : asked) {
            QCOMPARE(moments.size(), 4);
            QCOMPARE(longestGap(moments), 10000ms);
        }
        QCOMPARE(*order.lastTurn(), 200ms);
    }

    void aTurnIsBoundedWhateverIsUrgent()
    {
        constexpr int kCount = 50;
        SweepOrder order(10s);
        order.setChannels(running(kCount));
        for (int i = 0; i < kCount; i += 3)
            order.alertSeen(QString::number(1000 + i), 0ms);
        const auto asked = sweep(order, 3, 300s);
        QCOMPARE(asked.size(), kCount);
        const milliseconds bound(333 * (kCount * 3 / 2 + 2));
        for (const QList<milliseconds> &moments : asked)
            QVERIFY(longestGap(moments) <= bound);
    }

    void aChangedChannelIsAskedWithinThreeQuestions()
    {
        SweepOrder order(10s);
        QList<SweepChannel> channels = running(50);
        order.setChannels(channels);
        sweep(order, 3, 60s);
        channels[17].pipelinesRunning = 1;
        QVERIFY(order.setChannels(channels).isEmpty());
        milliseconds now = 60s;
        int questions = 0;
        for (QString id; id != channels.at(17).id; ++questions) {
            id = order.next(now).id;
            order.asked(id, now);
            now += 333ms;
            QVERIFY(questions < 3);
        }
    }

    void aChannelWithARecentAlertIsAskedMoreOften()
    {
        SweepOrder order(10s);
        order.setChannels(running(50));
        order.alertSeen(u"1030"_s, 0ms);
        const auto asked = sweep(order, 3, 120s);
        QVERIFY(asked.value(u"1030"_s).size() > 3 * asked.value(u"1031"_s).size());
        QVERIFY(longestGap(asked.value(u"1030"_s).mid(1)) < 7s);
    }

    void newcomersComeFirstAndLeaversAreNamed()
    {
        SweepOrder order(10s);
        order.setChannels(running(10));
        sweep(order, 10, 2s);
        QList<SweepChannel> channels = running(11);
        channels.removeFirst();
        QCOMPARE(order.setChannels(channels), QStringList{u"1000"_s});
        QCOMPARE(order.next(2s).id, u"1010"_s);
        QVERIFY(!order.contains(u"1000"_s));
    }

    void refreshingAsksEverybodyOnceWithoutWaiting()
    {
        SweepOrder order(10s);
        order.setChannels(running(5));
        sweep(order, 10, 1s);
        order.hurryAll(2s);
        QSet<QString> asked;
        for (int i = 0; i < 5; ++i) {
            const SweepOrder::Next next = order.next(2s);
            QCOMPARE(next.wait, 0ms);
            order.asked(next.id, 2s);
            asked.insert(next.id);
        }
        QCOMPARE(asked.size(), 5);
        QVERIFY(order.next(2s).wait > 0ms);
    }

    /// DESIGN §7: median 15 s from an alert to its row, 50 running channels at 3 requests/s, of
    /// which two lists take 0.2/s.
    void theMedianFromAlertToAnswerIsWithinTheBudget()
    {
        SweepOrder order(10s);
        order.setChannels(running(50));
        std::mt19937 random(4711);
        std::uniform_int_distribution<int> moment(0, 590'000);
        std::uniform_int_distribution<int> who(0, 49);
        struct Set
        {
            QString id;
            milliseconds at;
        };
        QList<Set> sets;
        for (int i = 0; i < 100; ++i)
            sets.append({QString::number(1000 + who(random)), milliseconds(moment(random))});
        for (int i = 0; i < 8; ++i) // some are known to be in trouble
            order.alertSeen(QString::number(1000 + 6 * i), 0ms);
        const auto asked = sweep(order, 2.8, 660s);
        QList<milliseconds> delays;
        for (const Set &set : sets) {
            const QList<milliseconds> moments = asked.value(set.id);
            const auto seen = std::lower_bound(moments.begin(), moments.end(), set.at);
            QVERIFY(seen != moments.end());
            delays.append(*seen - set.at);
        }
        std::sort(delays.begin(), delays.end());
        QVERIFY(delays.at(50) <= 15s);
        QVERIFY(delays.at(99) <= 30s);
    }
};

QTEST_GUILESS_MAIN(SweepOrderTest)
#include "tst_sweeporder.moc"
