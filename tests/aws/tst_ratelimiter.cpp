// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ratelimiter.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;

namespace {

/// A limiter on a clock that stands still, and a note of who was let through.
struct Bench
{
    Bench(double rate, double burst)
        : limiter(std::make_unique<RateLimiter>(clock, rate, burst))
    {
    }

    void ask(Priority priority, const QString &name, QObject *context = nullptr)
    {
        limiter->acquire(priority, context != nullptr ? context : &owner,
                         [this, name] { granted.append(name); });
    }
    void advance(std::chrono::milliseconds by)
    {
        clock.advance(by);
        limiter->refresh();
    }

    ManualClock clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<RateLimiter> limiter;
    QObject owner;
    QStringList granted;
};

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverGrantsFromInsideAcquire();
    void aTokenCanBeTakenAtOnceWhenNobodyWaits();
    void burstGoesFirstThenTheRate();
    void importantOnesOvertake();
    void detailsAreNotStarvedByAnEndlessList();
    void firstComeFirstServedWithinAPriority();
    void destroyedContextGivesItsPlaceUp();
    void releasedContextGivesAllItsPlacesUp();
    void throttlingHoldsEveryone();
    void reconfigureKeepsTheQueue();
    void grantedMayAskAgain();
    void grantedMayDeleteTheLimiter();
    void grantedMayReleaseAnother();
    void timerWakesTheQueue();
};

void TestRateLimiter::neverGrantsFromInsideAcquire()
{
    Bench bench(5.0, 30.0);
    bench.ask(Priority::User, u"a"_s);
    QVERIFY(bench.granted.isEmpty());
    QCOMPARE(bench.limiter->waiting(), 1);
    QTRY_COMPARE(bench.granted, QStringList{u"a"_s});
    QCOMPARE(bench.limiter->waiting(), 0);
}

void TestRateLimiter::aTokenCanBeTakenAtOnceWhenNobodyWaits()
{
    Bench bench(1.0, 2.0);
    QVERIFY(bench.limiter->tryAcquire());
    bench.ask(Priority::Detail, u"waits"_s);
    QVERIFY(!bench.limiter->tryAcquire()); // there is a token, and somebody is waiting for it
    bench.advance(0ms);
    QCOMPARE(bench.granted, QStringList{u"waits"_s});
    QVERIFY(!bench.limiter->tryAcquire()); // nothing left
    bench.advance(1000ms);
    QVERIFY(bench.limiter->tryAcquire());
}

void TestRateLimiter::burstGoesFirstThenTheRate()
{
    Bench bench(2.0, 3.0);
    for (int i = 0; i < 6; ++i)
        bench.ask(Priority::List, QString::number(i));
    bench.limiter->refresh();
    QCOMPARE(bench.granted.size(), 3);
    bench.advance(499ms);
    QCOMPARE(bench.granted.size(), 3);
    bench.advance(1ms);
    QCOMPARE(bench.granted.size(), 4);
    bench.advance(500ms);
    QCOMPARE(bench.granted.size(), 5);
    bench.advance(10s);
    QCOMPARE(bench.granted.size(), 6);
    QCOMPARE(bench.limiter->ratePerSecond(), 2.0);
    QCOMPARE(bench.limiter->burst(), 3.0);
}

void TestRateLimiter::importantOnesOvertake()
{
    Bench bench(1.0, 1.0);
    bench.ask(Priority::Detail, u"detail"_s);
    bench.ask(Priority::List, u"list"_s);
    bench.ask(Priority::User, u"user"_s);
    bench.limiter->refresh();
    bench.advance(1s);
    bench.ask(Priority::User, u"late user"_s);
    bench.advance(1s);
    bench.advance(1s);
    QCOMPARE(bench.granted, (QStringList{u"user"_s, u"list"_s, u"late user"_s, u"detail"_s}));
}

void TestRateLimiter::detailsAreNotStarvedByAnEndlessList()
{
    Bench bench(1.0, 1.0);
    bench.ask(Priority::Detail, u"detail"_s);
    for (int i = 0; i < 12; ++i)
        bench.ask(Priority::List, u"list"_s);
    bench.limiter->refresh();
    for (int i = 0; i < 7; ++i)
        bench.advance(1s);
    QCOMPARE(bench.granted.size(), 8);
    QCOMPARE(bench.granted.indexOf(u"detail"_s), 3);
}

void TestRateLimiter::firstComeFirstServedWithinAPriority()
{
    Bench bench(1.0, 10.0);
    QStringList expected;
    for (int i = 0; i < 10; ++i) {
        bench.ask(Priority::Detail, QString::number(i));
        expected.append(QString::number(i));
    }
    bench.limiter->refresh();
    QCOMPARE(bench.granted, expected);
}

void TestRateLimiter::destroyedContextGivesItsPlaceUp()
{
    Bench bench(1.0, 1.0);
    auto context = std::make_unique<QObject>();
    bench.ask(Priority::User, u"gone"_s, context.get());
    bench.ask(Priority::List, u"stays"_s);
    context.reset();
    QCOMPARE(bench.limiter->waiting(), 1);
    bench.limiter->refresh();
    QCOMPARE(bench.granted, QStringList{u"stays"_s});
}

void TestRateLimiter::releasedContextGivesAllItsPlacesUp()
{
    Bench bench(10.0, 10.0);
    QObject context;
    bench.ask(Priority::User, u"a"_s, &context);
    bench.ask(Priority::Detail, u"b"_s, &context);
    bench.ask(Priority::Detail, u"c"_s);
    bench.limiter->release(&context);
    bench.limiter->release(&context);
    bench.limiter->refresh();
    QCOMPARE(bench.granted, QStringList{u"c"_s});
}

void TestRateLimiter::throttlingHoldsEveryone()
{
    Bench bench(10.0, 10.0);
    bench.limiter->throttled(2s);
    bench.ask(Priority::User, u"a"_s);
    bench.ask(Priority::User, u"b"_s);
    bench.advance(1999ms);
    QVERIFY(bench.granted.isEmpty());
    bench.advance(1ms);
    QVERIFY(!bench.granted.isEmpty());
}

void TestRateLimiter::reconfigureKeepsTheQueue()
{
    Bench bench(1.0, 1.0);
    for (int i = 0; i < 5; ++i)
        bench.ask(Priority::List, QString::number(i));
    bench.limiter->refresh();
    QCOMPARE(bench.granted.size(), 1);
    bench.limiter->reconfigure(4.0, 4.0);
    QCOMPARE(bench.limiter->ratePerSecond(), 4.0);
    QCOMPARE(bench.limiter->waiting(), 4);
    bench.advance(1s);
    QCOMPARE(bench.granted.size(), 5);
}

void TestRateLimiter::grantedMayAskAgain()
{
    Bench bench(10.0, 3.0);
    std::function<void()> again = [&bench, &again] {
        bench.granted.append(u"x"_s);
        bench.limiter->acquire(Priority::User, &bench.owner, again);
    };
    bench.limiter->acquire(Priority::User, &bench.owner, again);
    bench.limiter->refresh();
    QCOMPARE(bench.granted.size(), 3); // the burst, then it has to wait
    QCOMPARE(bench.limiter->waiting(), 1);
}

void TestRateLimiter::grantedMayDeleteTheLimiter()
{
    Bench bench(10.0, 10.0);
    bench.limiter->acquire(Priority::User, &bench.owner, [&bench] { bench.limiter.reset(); });
    bench.ask(Priority::List, u"never"_s);
    bench.limiter->refresh();
    QVERIFY(!bench.limiter);
    QVERIFY(bench.granted.isEmpty());
}

void TestRateLimiter::grantedMayReleaseAnother()
{
    Bench bench(10.0, 10.0);
    QObject other;
    bench.limiter->acquire(Priority::User, &bench.owner,
                           [&bench, &other] { bench.limiter->release(&other); });
    bench.ask(Priority::User, u"released"_s, &other);
    bench.ask(Priority::User, u"next"_s);
    bench.limiter->refresh();
    QCOMPARE(bench.granted, QStringList{u"next"_s});
}

void TestRateLimiter::timerWakesTheQueue()
{
    const SystemClock clock;
    RateLimiter limiter(clock, 200.0, 1.0);
    QObject owner;
    int granted = 0;
    for (int i = 0; i < 4; ++i)
        limiter.acquire(Priority::List, &owner, [&granted] { ++granted; });
    QTRY_COMPARE(granted, 4);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
