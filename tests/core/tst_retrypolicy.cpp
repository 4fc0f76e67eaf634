// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retrypolicy.h"

#include <QTest>

#include <chrono>

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using namespace tallylight;
using C = ErrorCategory;

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysGrowAndAreCapped_data();
    void delaysGrowAndAreCapped();
    void jitterCoversTheWholeRange();
    void itStopsAfterTheLastAttempt();
    void hopelessFailuresAreNotRetried_data();
    void hopelessFailuresAreNotRetried();
    void theServerIsHeardWithinLimits_data();
    void theServerIsHeardWithinLimits();
    void manyFailuresDoNotOverflow();
    void theBudgetRunsOut();
    void timeoutsCostMore();
    void successesFillTheBudgetUpToItsSize();
};

void RetryPolicyTest::delaysGrowAndAreCapped_data()
{
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("ceilingMs");
    QTest::newRow("1") << 1 << 1000;
    QTest::newRow("2") << 2 << 2000;
    QTest::newRow("3") << 3 << 4000;
    QTest::newRow("5") << 5 << 16000;
    QTest::newRow("6") << 6 << 20000;
    QTest::newRow("20") << 20 << 20000;
}

void RetryPolicyTest::delaysGrowAndAreCapped()
{
    QFETCH(int, failed);
    QFETCH(int, ceilingMs);
    RetryPolicy policy;
    policy.maxAttempts = 100;
    QCOMPARE(policy.delayAfter(failed, C::Server, 0.5), milliseconds(ceilingMs / 2));
}

void RetryPolicyTest::jitterCoversTheWholeRange()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delayAfter(1, C::Network, 0.0), milliseconds(0));
    QCOMPARE(policy.delayAfter(1, C::Network, 0.999), milliseconds(999));
    // Chance that is none is made harmless.
    QCOMPARE(policy.delayAfter(1, C::Network, -3.0), milliseconds(0));
    QCOMPARE(policy.delayAfter(1, C::Network, 7.0), milliseconds(1000));
}

void RetryPolicyTest::itStopsAfterTheLastAttempt()
{
    const RetryPolicy policy;
    QVERIFY(policy.delayAfter(2, C::Throttled, 0.5));
    QVERIFY(!policy.delayAfter(3, C::Throttled, 0.5)); // throttling counts like anything else
    QVERIFY(!policy.delayAfter(4, C::Throttled, 0.5));
}

void RetryPolicyTest::hopelessFailuresAreNotRetried_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("forbidden") << C::Forbidden;
    QTest::newRow("credentials") << C::Credentials;
    QTest::newRow("TLS") << C::Tls;
    QTest::newRow("malformed") << C::Malformed;
    QTest::newRow("cancelled") << C::Cancelled;
    QTest::newRow("bad request") << C::BadRequest;
}

void RetryPolicyTest::hopelessFailuresAreNotRetried()
{
    QFETCH(ErrorCategory, category);
    QVERIFY(!RetryPolicy().delayAfter(1, category, 0.5));
}

void RetryPolicyTest::theServerIsHeardWithinLimits_data()
{
    QTest::addColumn<qint64>("askedMs");
    QTest::addColumn<qint64>("delayMs");
    QTest::newRow("less than ours") << qint64(100) << qint64(500);
    QTest::newRow("more") << qint64(3000) << qint64(3000);
    QTest::newRow("far too much") << qint64(3600000) << qint64(5500);
    QTest::newRow("negative") << qint64(-5) << qint64(500);
}

void RetryPolicyTest::theServerIsHeardWithinLimits()
{
    QFETCH(qint64, askedMs);
    QFETCH(qint64, delayMs);
    QCOMPARE(RetryPolicy().delayAfter(1, C::Throttled, 0.5, milliseconds(askedMs)),
             milliseconds(delayMs));
}

void RetryPolicyTest::manyFailuresDoNotOverflow()
{
    RetryPolicy policy;
    policy.maxAttempts = 1000000;
    QCOMPARE(policy.delayAfter(999999, C::Server, 1.0), milliseconds(20000));
    QVERIFY(policy.delayAfter(0, C::Server, 0.5));
}

void RetryPolicyTest::theBudgetRunsOut()
{
    RetryBudget budget(12);
    QVERIFY(budget.tryTake(C::Server));
    QVERIFY(budget.tryTake(C::Throttled));
    QVERIFY(!budget.tryTake(C::Server));
    QCOMPARE(budget.available(), 2);
}

void RetryPolicyTest::timeoutsCostMore()
{
    RetryBudget budget;
    QCOMPARE(budget.available(), 500);
    QVERIFY(budget.tryTake(C::Timeout));
    QCOMPARE(budget.available(), 490);
    QVERIFY(budget.tryTake(C::Network));
    QCOMPARE(budget.available(), 485);
    RetryBudget little(9);
    QVERIFY(!little.tryTake(C::Timeout));
    QCOMPARE(little.available(), 9);
}

void RetryPolicyTest::successesFillTheBudgetUpToItsSize()
{
    RetryBudget budget(10);
    QVERIFY(budget.tryTake(C::Server));
    for (int i = 0; i < 100; ++i)
        budget.succeeded();
    QCOMPARE(budget.available(), 10);
}

QTEST_APPLESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
