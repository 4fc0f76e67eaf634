// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tokenbucket.h"

#include <QRandomGenerator>
#include <QTest>

#include <chrono>

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using namespace tallylight;

class TokenBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullBucketGivesItsBurstAtOnce();
    void tokensFlowInAtTheRate();
    void noMoreThanTheBurstIsKept();
    void waitingAsLongAsToldIsEnough_data();
    void waitingAsLongAsToldIsEnough();
    void theLongRunRateIsNeverExceeded_data();
    void theLongRunRateIsNeverExceeded();
    void aGreedyCallerGetsAlmostTheFullRate();
    void aPenaltyLetsNothingThrough();
    void aShorterPenaltyDoesNotEndALongerOne();
    void reconfiguringKeepsWhatWasCollected();
    void reconfiguringDoesNotOpenAClosedBucket();
    void timeThatStandsStillOrGoesBackGivesNothing();
    void senselessSettingsStillWork();
};

void TokenBucketTest::aFullBucketGivesItsBurstAtOnce()
{
    TokenBucket bucket(5.0, 30.0);
    for (int i = 0; i < 30; ++i)
        QVERIFY(bucket.tryTake(1000ms));
    QVERIFY(!bucket.tryTake(1000ms));
}

void TokenBucketTest::tokensFlowInAtTheRate()
{
    TokenBucket bucket(4.0, 1.0);
    QVERIFY(bucket.tryTake(0ms));
    QCOMPARE(bucket.waitTime(0ms), milliseconds(250));
    QVERIFY(!bucket.tryTake(249ms));
    QVERIFY(bucket.tryTake(250ms));
}

void TokenBucketTest::noMoreThanTheBurstIsKept()
{
    TokenBucket bucket(5.0, 3.0);
    while (bucket.tryTake(0ms)) { }
    int taken = 0;
    while (bucket.tryTake(1h))
        ++taken;
    QCOMPARE(taken, 3);
}

void TokenBucketTest::waitingAsLongAsToldIsEnough_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {0.1, 0.3, 1.0, 3.0, 4.9, 7.0, 333.0, 5000.0})
        QTest::addRow("%g/s", rate) << rate;
}

void TokenBucketTest::waitingAsLongAsToldIsEnough()
{
    // No caller may be sent round in circles by rounding.
    QFETCH(double, rate);
    TokenBucket bucket(rate, 2.0);
    milliseconds now = 123456789ms;
    for (int i = 0; i < 500; ++i) {
        now += bucket.waitTime(now);
        QVERIFY2(bucket.tryTake(now), qPrintable(QString::number(i)));
    }
}

void TokenBucketTest::theLongRunRateIsNeverExceeded_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TokenBucketTest::theLongRunRateIsNeverExceeded()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const double rate = 0.5 + random.bounded(10.0);
    const double burst = 1.0 + random.bounded(30);
    TokenBucket bucket(rate, burst);
    const milliseconds start(random.bounded(1000000));
    milliseconds now = start;
    QList<milliseconds> taken;
    for (int i = 0; i < 5000; ++i) {
        now += milliseconds(random.bounded(random.bounded(50) == 0 ? 20000 : 200));
        const int tries = random.bounded(8);
        for (int j = 0; j < tries; ++j) {
            if (bucket.tryTake(now))
                taken << now;
        }
        if (random.bounded(200) == 0)
            bucket.penalize(now, milliseconds(random.bounded(2000)));
    }
    QVERIFY(!taken.isEmpty());
    // In any window: at most the burst, and what flowed in meanwhile (with a hair for rounding).
    for (qsizetype first = 0; first < taken.size(); first += 7) {
        for (const qsizetype span : {1, 5, 30, 100, 1000}) {
            const qsizetype last = first + span;
            if (last >= taken.size())
                break;
            const double seconds
                = std::chrono::duration<double>(taken[last] - taken[first]).count();
            QVERIFY(static_cast<double>(span + 1) <= burst + rate * seconds + 0.01);
        }
    }
}

void TokenBucketTest::aGreedyCallerGetsAlmostTheFullRate()
{
    TokenBucket bucket(3.0, 5.0);
    int taken = 0;
    for (milliseconds now = 0ms; now < 100s; now += 10ms)
        taken += bucket.tryTake(now) ? 1 : 0;
    QVERIFY2(taken >= 300 && taken <= 305, qPrintable(QString::number(taken)));
}

void TokenBucketTest::aPenaltyLetsNothingThrough()
{
    TokenBucket bucket(5.0, 30.0);
    bucket.penalize(1s, 2s);
    QCOMPARE(bucket.waitTime(1s), milliseconds(2s));
    QVERIFY(!bucket.tryTake(1s));
    QVERIFY(!bucket.tryTake(2999ms));
    QVERIFY(bucket.tryTake(3s));
}

void TokenBucketTest::aShorterPenaltyDoesNotEndALongerOne()
{
    TokenBucket bucket(5.0, 30.0);
    bucket.penalize(0ms, 10s);
    bucket.penalize(1s, 1s);
    QVERIFY(!bucket.tryTake(9999ms));
    QVERIFY(bucket.tryTake(10s));
}

void TokenBucketTest::reconfiguringKeepsWhatWasCollected()
{
    TokenBucket bucket(5.0, 10.0);
    for (int i = 0; i < 8; ++i)
        QVERIFY(bucket.tryTake(0ms));
    bucket.reconfigure(1.0, 10.0, 0ms);
    QCOMPARE(bucket.ratePerSecond(), 1.0);
    QVERIFY(bucket.tryTake(0ms));
    QVERIFY(bucket.tryTake(0ms));
    QVERIFY(!bucket.tryTake(0ms));
    QVERIFY(!bucket.tryTake(999ms));
    QVERIFY(bucket.tryTake(1000ms));
    bucket.reconfigure(5.0, 100.0, 1000ms);
    QVERIFY(!bucket.tryTake(1000ms)); // a bigger bucket is not a fuller one
}

void TokenBucketTest::reconfiguringDoesNotOpenAClosedBucket()
{
    TokenBucket bucket(5.0, 10.0);
    bucket.penalize(0ms, 5s);
    bucket.reconfigure(50.0, 100.0, 1s);
    QVERIFY(!bucket.tryTake(4999ms));
}

void TokenBucketTest::timeThatStandsStillOrGoesBackGivesNothing()
{
    TokenBucket bucket(1.0, 1.0);
    QVERIFY(bucket.tryTake(100s));
    QVERIFY(!bucket.tryTake(100s));
    QVERIFY(!bucket.tryTake(50s));
    QVERIFY(!bucket.tryTake(100s)); // the way back up is not counted twice
    QVERIFY(bucket.tryTake(101s));
    QVERIFY(!bucket.tryTake(0s));
    QVERIFY(!bucket.tryTake(101s));

    TokenBucket two(0.1, 2.0);
    QVERIFY(two.tryTake(100s));
    QVERIFY(two.tryTake(1s)); // there was one more …
    QVERIFY(!two.tryTake(100s)); // … and the 99 s since then had been counted already
}

void TokenBucketTest::senselessSettingsStillWork()
{
    TokenBucket bucket(-1.0, 0.0);
    QVERIFY(bucket.tryTake(0ms));
    QVERIFY(!bucket.tryTake(0ms));
    QVERIFY(bucket.waitTime(0ms) > 0ms);
    QVERIFY(bucket.waitTime(0ms) < 24h);
}

QTEST_APPLESS_MAIN(TokenBucketTest)
#include "tst_tokenbucket.moc"
