// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "awsbench.h"
#include "core/errorcodes.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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

constexpr qint64 kMegabyte = 1024 * 1024;

/// "{"id":"1"}" and a lot of blanks, deflated: 1 MB in about 1 kB (made with zlib through
/// qCompress).
QByteArray deflatedMegabytes(int megabytes)
{
    const QByteArray plain = "{\"id\":\"1\"" + QByteArray(megabytes * kMegabyte, ' ') + '}';
    return qCompress(plain, 9).mid(4); // without Qt's length prefix this is a zlib stream
}

/// The most memory this process has used since the last forgetPeakMemory(), in bytes; nullopt
/// where the system does not tell.
std::optional<qint64> peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return std::nullopt;
}

bool forgetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

} // namespace

/// How a job deals with failure: retries, budget, throttling, limits.
class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passingTroubleIsRetried_data();
    void passingTroubleIsRetried();
    void lastingTroubleIsReportedAfterThreeAttempts();
    void finalAnswersAreNotRetried_data();
    void finalAnswersAreNotRetried();
    void emptyBudgetStopsRetries();
    void successRefillsTheBudget();
    void eachAttemptIsSignedAnew();
    void serverMayAskForALongerPause();
    void throttlingHoldsEveryone_data();
    void throttlingHoldsEveryone();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void oversizedRepliesAreCutOff_data();
    void oversizedRepliesAreCutOff();
    void compressedRepliesAreRead();
    void compressedRepliesCanNotFillTheMemory();
    void chunkedRepliesAreRead();
    void trickleEndsInATimeout();
    void garbageInsteadOfHttpIsAnError();
    void idsThatChangeThePathAreRefused_data();
    void idsThatChangeThePathAreRefused();
    void prioritiesDecideWhoGoesFirst();
    void priorityIsFixedOnceStarted();
    void statisticsAddUp();
    void manualProxyIsUsed();
    void secretsAreNotQuoted();
};

void TestJob::passingTroubleIsRetried_data()
{
    QTest::addColumn<ScriptedReply>("trouble");
    QTest::newRow("500") << ScriptedReply::status(500);
    QTest::newRow("502 HTML") << ScriptedReply::status(502, "<html>Bad Gateway</html>");
    QTest::newRow("503") << ScriptedReply::status(503);
    QTest::newRow("504 empty") << ScriptedReply::status(504);
    QTest::newRow("408") << ScriptedReply::status(408);
    QTest::newRow("hang up") << ScriptedReply::disconnect();
    QTest::newRow("cut short") << ScriptedReply::truncated(kGood, 4);
}

void TestJob::passingTroubleIsRetried()
{
    QFETCH(const ScriptedReply, trouble);
    AwsBench bench;
    bench.server.enqueue(trouble);
    bench.server.setHandler([](const RawRequest &) { return ScriptedReply::json(kGood); });
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QVERIFY(!bench.connection->stats().lastError);
    QCOMPARE_GE(bench.server.requests().size(),
                2); // Qt itself repeats a request that was hung up on
}

void TestJob::lastingTroubleIsReportedAfterThreeAttempts()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::status(503, "<html><title>Sorry</title></html>",
                                               {{"x-amzn-RequestId", "r-1"}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Server);
    QCOMPARE(watch.error->message, u"Sorry"_s);
    QCOMPARE(watch.error->requestId, u"r-1"_s);
    QCOMPARE(watch.error->httpStatus, 503);
    QCOMPARE(bench.server.requests().size(), 3);
}

void TestJob::finalAnswersAreNotRetried_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("400") << refused("BadRequestException", {}, "bad", 400)
                         << ErrorCategory::BadRequest;
    QTest::newRow("403") << refused("AccessDeniedException") << ErrorCategory::Forbidden;
    QTest::newRow("404") << refused("NotFoundException", {}, "gone", 404)
                         << ErrorCategory::NotFound;
    QTest::newRow("404 HTML") << ScriptedReply::status(404, "<html>x</html>")
                              << ErrorCategory::Malformed;
    QTest::newRow("404 without a word") << ScriptedReply::status(404) << ErrorCategory::Malformed;
    QTest::newRow("404 of another API")
        << ScriptedReply::status(404, "{\"error\":\"no route\"}") << ErrorCategory::BadRequest;
    QTest::newRow("409") << refused("ConflictException", {}, "busy", 409)
                         << ErrorCategory::BadRequest;
    QTest::newRow("422") << refused("UnprocessableEntityException", {}, "no", 422)
                         << ErrorCategory::BadRequest;
    QTest::newRow("key") << refused("UnrecognizedClientException") << ErrorCategory::Credentials;
    QTest::newRow("secret") << refused("InvalidSignatureException") << ErrorCategory::Credentials;
    QTest::newRow("401") << ScriptedReply::status(401, {},
                                                  {{"WWW-Authenticate", "Basic realm=\"x\""}})
                         << ErrorCategory::Credentials;
    QTest::newRow("malformed") << ScriptedReply::json("{\"id\":[]}") << ErrorCategory::Malformed;
    QTest::newRow("204") << ScriptedReply::status(204) << ErrorCategory::Malformed;
}

void TestJob::finalAnswersAreNotRetried()
{
    QFETCH(const ScriptedReply, answer);
    QFETCH(const ErrorCategory, category);
    AwsBench bench;
    bench.server.enqueue(answer);
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), category);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestJob::emptyBudgetStopsRetries()
{
    AwsBench bench;
    while (bench.connection->retryBudget().tryTake(ErrorCategory::Server)) { }
    bench.server.enqueue(ScriptedReply::status(500));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Server);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestJob::successRefillsTheBudget()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::status(500));
    bench.server.enqueue(ScriptedReply::json(kGood));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(bench.connection->retryBudget().available(), 500 - 5 + 1);
}

void TestJob::eachAttemptIsSignedAnew()
{
    AwsBench bench;
    bench.server.setHandler([&bench](const RawRequest &) {
        bench.clock.advance(90s);
        return bench.server.requests().size() < 3 ? ScriptedReply::status(500)
                                                  : ScriptedReply::json(kGood);
    });
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(bench.credentials->fetches, 3);
    QCOMPARE(bench.server.requests().at(0).header("X-Amz-Date"), QByteArray("20260301T120000Z"));
    QCOMPARE(bench.server.requests().at(2).header("X-Amz-Date"), QByteArray("20260301T120300Z"));
}

void TestJob::serverMayAskForALongerPause()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::status(503, {}, {{"x-amz-retry-after", "80"}}));
    bench.server.enqueue(ScriptedReply::json(kGood));
    Job *job = describe(&bench);
    JobWatch watch(job);
    QElapsedTimer elapsed;
    elapsed.start();
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE_GE(elapsed.elapsed(), 70); // a coarse timer may be 5 % early
}

void TestJob::throttlingHoldsEveryone_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    QTest::newRow("429") << refused("TooManyRequestsException:http://x/", {}, "slow", 429);
    QTest::newRow("bare 429") << ScriptedReply::status(429);
    QTest::newRow("HTTP 400") << ScriptedReply::status(400, "{\"__type\":\"ThrottlingException\"}");
    QTest::newRow("query error") << ScriptedReply::status(
        400, "{\"__type\":\"x#y\"}", {{"x-amzn-query-error", "Throttling;Sender"}});
}

void TestJob::throttlingHoldsEveryone()
{
    QFETCH(const ScriptedReply, answer);
    AwsBench bench;
    bench.server.enqueue(answer);
    bench.server.enqueue(ScriptedReply::json(kGood));
    QPointer<Job> job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(bench.server.requests().size(), 1);
    QTRY_COMPARE(job->state(), Job::State::Queued);
    QPointer<Job> bystander = describe(&bench);
    JobWatch watchBystander(bystander);
    bystander->start();
    QTRY_COMPARE(bystander->state(), Job::State::Queued);
    QCOMPARE(bench.limiter->waiting(), 2);
    QCOMPARE(bench.server.requests().size(), 1);

    bench.clock.advance(1min);
    bench.limiter->refresh();
    QTRY_COMPARE(watch.finished(), 1);
    QTRY_COMPARE(watchBystander.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE(watchBystander.category(), ErrorCategory::None);
}

void TestJob::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestJob::redirectsAreNotFollowed()
{
    QFETCH(const int, status);
    AwsBench bench;
    LoopbackServer elsewhere;
    elsewhere.enqueue(ScriptedReply::json(kGood));
    bench.server.enqueue(
        ScriptedReply::status(status, {}, {{"Location", elsewhere.url().toEncoded() + "/x"}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Server);
    QCOMPARE(watch.error->httpStatus, status);
    QVERIFY(watch.error->message.contains("redirect not followed"_L1));
    QCOMPARE(elsewhere.requests().size(), 0);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestJob::oversizedRepliesAreCutOff_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    const QByteArray big = "{\"id\":\"1\"" + QByteArray(100000, ' ') + '}';
    QTest::newRow("declared") << ScriptedReply::json(big);
    QTest::newRow("undeclared") << ScriptedReply::raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                                                      + big);
    QTest::newRow("error body") << ScriptedReply::status(500, big);
    QTest::newRow("endless") << ScriptedReply::stalled(QByteArray(1000000, ' '), 80000);
    QTest::newRow("deflated") << ScriptedReply::json(deflatedMegabytes(1),
                                                     {{"Content-Encoding", "deflate"}});
}

void TestJob::oversizedRepliesAreCutOff()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QFETCH(const ScriptedReply, answer);
    AwsBench bench(Service::MediaLive,
                   [](ConnectionConfig *config) { config->maxReplyBytes = 50000; });
    bench.server.enqueue(answer);
    QSignalSpy calls(bench.connection.get(), &Connection::callFinished);
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QVERIFY(watch.error->message.contains("larger than 50000 bytes"_L1));
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE_LE(calls.first().first().value<CallRecord>().bytesReceived, 50000 + 64 * 1024);
}

void TestJob::compressedRepliesAreRead()
{
    AwsBench bench;
    bench.server.enqueue(
        ScriptedReply::json(deflatedMegabytes(1), {{"Content-Encoding", "deflate"}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
}

void TestJob::compressedRepliesCanNotFillTheMemory()
{
    AwsBench bench(Service::MediaLive,
                   [](ConnectionConfig *config) { config->maxReplyBytes = kMegabyte; });
    bench.server.enqueue(
        ScriptedReply::json(deflatedMegabytes(256), {{"Content-Encoding", "deflate"}}));
    const bool isMeasured = forgetPeakMemory();
    const std::optional<qint64> before = peakMemory();
    QSignalSpy calls(bench.connection.get(), &Connection::callFinished);
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QCOMPARE_LE(calls.first().first().value<CallRecord>().bytesReceived, kMegabyte + 64 * 1024);
    if (isMeasured && before) // otherwise this system does not tell
        QCOMPARE_LT(*peakMemory() - *before, 64 * kMegabyte);
}

void TestJob::chunkedRepliesAreRead()
{
    AwsBench bench;
    bench.server.enqueue({"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "4\r\n{\"id\r\n7\r\n\":\"1\"} \r\n0\r\n\r\n"});
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
}

void TestJob::trickleEndsInATimeout()
{
    AwsBench bench(Service::MediaLive, [](ConnectionConfig *config) {
        config->timeout = 50ms;
        config->retry.maxAttempts = 1;
    });
    // Never silent for as long as the timeout, yet never done either.
    bench.server.enqueue(ScriptedReply::dripping(QByteArray(100000, ' '), 2));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Timeout);
}

void TestJob::garbageInsteadOfHttpIsAnError()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::raw("SSH-2.0-OpenSSH_9.2\r\n\r\n\xff\xfe"));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    QCOMPARE(watch.error->code, u"RemoteHostClosedError"_s);
}

void TestJob::idsThatChangeThePathAreRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << u"."_s;
    QTest::newRow("dots") << u".."_s;
}

void TestJob::idsThatChangeThePathAreRefused()
{
    QFETCH(const QString, id);
    AwsBench bench;
    Job *job = MediaLiveClient(*bench.connection).listAlerts(id, AlertFilter::All, nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::BadRequest);
    QCOMPARE(watch.error->operation, u"ListAlerts"_s);
    QCOMPARE(bench.server.requests().size(), 0);
}

void TestJob::prioritiesDecideWhoGoesFirst()
{
    AwsBench bench;
    bench.server.setHandler([](const RawRequest &) { return ScriptedReply::json(kGood); });
    bench.limiter->reconfigure(1.0, 1.0);
    bench.limiter->throttled(1s);
    Job *detail = describe(&bench);
    Job *list = MediaLiveClient(*bench.connection).listChannels(nullptr);
    Job *user = MediaLiveClient(*bench.connection).describeInput(u"9"_s, nullptr);
    user->setPriority(Priority::User);
    for (Job *job : {detail, list, user})
        job->start();
    QTRY_COMPARE(bench.limiter->waiting(), 3);
    for (int served = 1; served <= 3; ++served) {
        bench.clock.advance(1s);
        bench.limiter->refresh();
        QTRY_COMPARE(bench.server.requests().size(), served);
    }
    QCOMPARE(bench.server.requests().at(0).path(), QByteArray("/prod/inputs/9"));
    QCOMPARE(bench.server.requests().at(1).path(), QByteArray("/prod/channels"));
    QCOMPARE(bench.server.requests().at(2).path(), QByteArray("/prod/channels/1"));
}

void TestJob::priorityIsFixedOnceStarted()
{
    AwsBench bench;
    bench.credentials->answers = false;
    const std::unique_ptr<Job> job(describe(&bench));
    QCOMPARE(job->priority(), Priority::Detail);
    job->start();
    job->setPriority(Priority::User);
    QCOMPARE(job->priority(), Priority::Detail);
}

void TestJob::statisticsAddUp()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(kGood));
    bench.server.enqueue(refused("AccessDeniedException"));
    bench.server.enqueue(ScriptedReply::status(500));
    bench.server.enqueue(ScriptedReply::json(kGood));
    for (int i = 0; i < 3; ++i) {
        Job *job = describe(&bench);
        JobWatch watch(job);
        job->start();
        QTRY_COMPARE(watch.finished(), 1);
    }
    const CallStats stats = bench.connection->stats();
    QCOMPARE(stats.calls, 4);
    QCOMPARE(stats.failures, 1);
    QVERIFY(stats.lastError);
    QCOMPARE(stats.lastError->category, ErrorCategory::Forbidden);
    QCOMPARE(stats.lastOperation, u"DescribeChannel"_s);
}

void TestJob::manualProxyIsUsed()
{
    LoopbackServer proxy;
    AwsBench bench(Service::MediaLive, [&proxy](ConnectionConfig *config) {
        config->endpoint = QUrl(u"https://medialive.example.invalid"_s);
        config->proxy.mode = ProxySetting::Mode::Manual;
        config->proxy.url = proxy.url();
        config->retry.maxAttempts = 1;
    });
    proxy.enqueue(ScriptedReply::status(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    QCOMPARE(watch.error->code, QString(errorcodes::kProxyPasswordMissing));
    QVERIFY(proxy.requests().first().head.startsWith("CONNECT medialive.example.invalid:443 "));
}

void TestJob::secretsAreNotQuoted()
{
    AwsBench bench;
    bench.server.setHandler([](const RawRequest &request) {
        return ScriptedReply::status(403, "You sent: " + request.head);
    });
    QSignalSpy calls(bench.connection.get(), &Connection::callFinished);
    Job *job = describe(&bench);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    const auto record = calls.first().first().value<CallRecord>();
    const QString all = watch.error->toLogLine() + record.error->toLogLine();
    QVERIFY(all.contains("You sent"_L1));
    QVERIFY(!all.contains("AKIATESTTEST"_L1));
    QVERIFY(!all.contains("session-token-of"_L1));
    QVERIFY(!all.contains("not/a/real"_L1));
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
