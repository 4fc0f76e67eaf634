// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/callrecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

const QDateTime kStart(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

CallRecord call(int attempts, std::optional<ErrorCategory> error = std::nullopt)
{
    CallRecord record;
    record.operation = u"ListChannels"_s;
    record.startedAt = kStart;
    record.duration = 1500ms;
    record.attempts = attempts;
    if (error) {
        record.error = ApiError();
        record.error->category = *error;
    }
    return record;
}

} // namespace

class CallRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreCountedNotCalls();
    void successIsRememberedByItsEnd();
    void errorsAreCountedAndKept();
    void throttlingIsCountedApart();
    void cancellingIsNoFailure();
    void billedMetricsAddUpAlsoWhenTheCallFails();
};

void CallRecordTest::requestsAreCountedNotCalls()
{
    CallStats stats;
    stats.add(call(3));
    stats.add(call(0, ErrorCategory::Cancelled));
    QCOMPARE(stats.calls, 3);
    QCOMPARE(stats.lastOperation, u"ListChannels"_s);
}

void CallRecordTest::successIsRememberedByItsEnd()
{
    CallStats stats;
    QVERIFY(!stats.lastSuccess.isValid());
    stats.add(call(1));
    QCOMPARE(stats.lastSuccess, kStart.addMSecs(1500));
    stats.add(call(1, ErrorCategory::Server));
    QCOMPARE(stats.lastSuccess, kStart.addMSecs(1500));
}

void CallRecordTest::errorsAreCountedAndKept()
{
    CallStats stats;
    stats.add(call(3, ErrorCategory::Server));
    stats.add(call(1, ErrorCategory::Forbidden));
    stats.add(call(1));
    QCOMPARE(stats.failures, 2);
    QVERIFY(stats.lastError);
    QCOMPARE(stats.lastError->category, ErrorCategory::Forbidden);
}

void CallRecordTest::throttlingIsCountedApart()
{
    CallStats stats;
    stats.add(call(3, ErrorCategory::Throttled));
    stats.add(call(1, ErrorCategory::Network));
    QCOMPARE(stats.throttled, 1);
    QCOMPARE(stats.failures, 2);
}

void CallRecordTest::cancellingIsNoFailure()
{
    CallStats stats;
    stats.add(call(1));
    stats.add(call(1, ErrorCategory::Cancelled));
    QCOMPARE(stats.failures, 0);
    QVERIFY(!stats.lastError);
    QCOMPARE(stats.calls, 2);
}

void CallRecordTest::billedMetricsAddUpAlsoWhenTheCallFails()
{
    CallStats stats;
    CallRecord record = call(1);
    record.metricsRequested = 26;
    stats.add(record);
    record.error = ApiError();
    record.error->category = ErrorCategory::Malformed;
    stats.add(record);
    QCOMPARE(stats.metricsRequested, 52);
}

QTEST_APPLESS_MAIN(CallRecordTest)
#include "tst_callrecord.moc"
