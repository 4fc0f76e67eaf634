// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialiveclient.h"
#include "awsbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

const QByteArray kGood = "{\"id\":\"1\",\"name\":\"ok\"}";

Job *describe(AwsBench *bench)
{
    return MediaLiveClient(*bench->connection).describeChannel(u"1"_s, nullptr);
}

ScriptedReply refused(const QByteArray &code, const ScriptedReply::Headers &headers = {},
                      const QByteArray &message = "no", int status = 403)
{
    ScriptedReply::Headers all{{"x-amzn-ErrorType", code}};
    all += headers;
    return ScriptedReply::status(status, "{\"message\":\"" + message + "\"}", all);
}

QByteArray amzDate(const QDateTime &utc)
{
    return utc.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

} // namespace

/// What a job does when its signature is refused: a wrong clock and an expired session get one more
/// try each.
class TestJobCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongClockIsCorrectedOnce_data();
    void wrongClockIsCorrectedOnce();
    void smallClockErrorIsNotTheReason();
    void clockComplaintThatStaysIsSkew();
    void wrongSecretBehindAWrongClockIsNamed();
    void clockComplaintWithoutADateIsSkew();
    void expiredSessionIsRenewedOnce();
    void sessionThatStaysExpiredIsReported();
    void specialRetriesCostNoBudget();
    void incompleteCredentialsAreAnError();
};

void TestJobCredentials::wrongClockIsCorrectedOnce_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("an hour behind") << 3600 << QByteArray("InvalidSignatureException");
    QTest::newRow("ten minutes ahead") << -600 << QByteArray("SignatureDoesNotMatch");
    QTest::newRow("four minutes") << 240 << QByteArray("AuthFailure");
    QTest::newRow("years") << 100000000 << QByteArray("RequestTimeTooSkewed");
}

void TestJobCredentials::wrongClockIsCorrectedOnce()
{
    QFETCH(const int, seconds);
    QFETCH(const QByteArray, code);
    AwsBench bench;
    const QDateTime serverTime = bench.clock.utcNow().addSecs(seconds);
    bench.server.enqueue(refused(code, {{"Date", httpDate(serverTime)}}));
    bench.server.enqueue(ScriptedReply::json(kGood));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE(bench.connection->clockOffset().count(), qint64(seconds));
    QCOMPARE(bench.server.requests().at(1).header("X-Amz-Date"), amzDate(serverTime));

    // The next job knows from the start.
    Job *next = describe(&bench);
    JobWatch watchNext(next);
    next->start();
    QTRY_COMPARE(watchNext.finished(), 1);
    QCOMPARE(bench.server.requests().size(), 3);
    QCOMPARE(bench.server.requests().at(2).header("X-Amz-Date"), amzDate(serverTime));
}

void TestJobCredentials::smallClockErrorIsNotTheReason()
{
    AwsBench bench;
    bench.server.enqueue(refused("InvalidSignatureException",
                                 {{"Date", httpDate(bench.clock.utcNow().addSecs(239))}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Credentials);
    QCOMPARE(watch.error->clockOffsetSeconds, 0);
    QCOMPARE(bench.connection->clockOffset().count(), 0);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestJobCredentials::clockComplaintThatStaysIsSkew()
{
    AwsBench bench;
    bench.server.enqueue(refused(
        "InvalidSignatureException", {{"Date", httpDate(bench.clock.utcNow().addSecs(3600))}},
        "Signature expired: 20260301T120000Z is now earlier than 20260301T125500Z"));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Skew);
    QCOMPARE(watch.error->clockOffsetSeconds, 3600);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestJobCredentials::wrongSecretBehindAWrongClockIsNamed()
{
    AwsBench bench;
    bench.server.enqueue(refused("InvalidSignatureException",
                                 {{"Date", httpDate(bench.clock.utcNow().addSecs(3600))}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Credentials);
    QCOMPARE(watch.error->clockOffsetSeconds, 3600);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestJobCredentials::clockComplaintWithoutADateIsSkew()
{
    AwsBench bench;
    bench.server.enqueue(refused("RequestTimeTooSkewed"));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Skew);
    QCOMPARE(watch.error->clockOffsetSeconds, 0);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestJobCredentials::expiredSessionIsRenewedOnce()
{
    AwsBench bench;
    bench.server.enqueue(refused("ExpiredTokenException", {}, "expired", 400));
    bench.server.enqueue(ScriptedReply::json(kGood));
    bench.credentials->onInvalidate = [&bench] {
        Credentials renewed = exampleCredentials();
        renewed.sessionToken = Secret(QByteArray("renewed-token"));
        bench.credentials->result = renewed;
    };
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE(bench.credentials->invalidations, 1);
    QCOMPARE(bench.credentials->lastRefused, exampleCredentials());
    QCOMPARE(bench.server.requests().at(1).header("X-Amz-Security-Token"),
             QByteArray("renewed-token"));
}

void TestJobCredentials::sessionThatStaysExpiredIsReported()
{
    AwsBench bench;
    bench.server.enqueue(refused("ExpiredToken"));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Expired);
    QCOMPARE(bench.credentials->invalidations, 1);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestJobCredentials::specialRetriesCostNoBudget()
{
    AwsBench bench(Service::MediaLive,
                   [](ConnectionConfig *config) { config->retry.maxAttempts = 1; });
    bench.server.enqueue(refused("ExpiredTokenException"));
    bench.server.enqueue(refused("InvalidSignatureException",
                                 {{"Date", httpDate(bench.clock.utcNow().addSecs(999))}}));
    bench.server.enqueue(ScriptedReply::json(kGood));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE(bench.connection->retryBudget().available(), 500);
    QCOMPARE(bench.connection->stats().calls, 3);
}

void TestJobCredentials::incompleteCredentialsAreAnError()
{
    AwsBench bench;
    bench.credentials->result = Credentials{};
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Credentials);
    QCOMPARE(bench.server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestJobCredentials)
#include "tst_jobcredentials.moc"
