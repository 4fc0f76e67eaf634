// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "aws/medialivejson.h"
#include "awsbench.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

QByteArray page(int first, int count, const QByteArray &token = {})
{
    QByteArrayList items;
    for (int i = first; i < first + count; ++i)
        items.append("{\"id\":\"" + QByteArray::number(i) + "\"}");
    return "{\"channels\":[" + items.join(',') + "],\"nextToken\":\"" + token + "\"}";
}

/// What the job had when it finished, taken in the slot as everyone has to.
struct Outcome
{
    bool hasValue = false;
    qsizetype resultSize = -1;
    QStringList ids;
    int pages = 0;
};

} // namespace

class TestPagedJob : public QObject
{
    Q_OBJECT

private:
    /// Starts \a job and waits for its end.
    static Outcome run(JobWatch *watch, PagedJob<Channel> *job);

private Q_SLOTS:
    void collectsAllPages();
    void progressComesWithEachPage();
    void emptyPageWithATokenIsFollowed();
    void repeatedTokenEndsTheJob();
    void tokensInACircleEndTheJob();
    void pageCapEndsTheJob();
    void errorKeepsWhatHadArrived();
    void retriesStartAnewWithEachPage();
    void cancelBetweenPagesKeepsWhatHadArrived();
    void theNextPageIsAskedForWhileOneIsShown();
    void anEmptyBucketMakesTheNextPageWait();
    void longPagesAreDecodedInAnotherThread_data();
    void longPagesAreDecodedInAnotherThread();
    void aMalformedLongPageEndsTheJob();
    void metricsAreListedOnce();
    void onlyAlarmsOfMediaLiveAreKept();
};

Outcome TestPagedJob::run(JobWatch *watch, PagedJob<Channel> *job)
{
    Outcome outcome;
    watch->onFinished = [&outcome, job] {
        outcome.hasValue = job->result().hasValue();
        if (outcome.hasValue)
            outcome.resultSize = job->result()->size();
        for (const Channel &channel : job->items())
            outcome.ids.append(channel.id);
        outcome.pages = job->pages();
    };
    job->start();
    [watch] {
        QTRY_COMPARE(watch->finished(), 1);
    }();
    watch->onFinished = {};
    return outcome;
}

void TestPagedJob::collectsAllPages()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2, "t1")));
    bench.server.enqueue(ScriptedReply::json(page(2, 2, "t2")));
    bench.server.enqueue(ScriptedReply::json(page(4, 1)));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr, 2);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QVERIFY(outcome.hasValue);
    QCOMPARE(outcome.resultSize, 5);
    QCOMPARE(outcome.ids, (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(outcome.pages, 3);
    QCOMPARE(bench.server.requests().at(0).query(), QByteArray("maxResults=2"));
    QCOMPARE(bench.server.requests().at(2).query(), QByteArray("maxResults=2&nextToken=t2"));
    QCOMPARE(bench.connection->stats().calls, 3);
}

void TestPagedJob::progressComesWithEachPage()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2, "t1")));
    bench.server.enqueue(ScriptedReply::json(page(2, 1)));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    QList<qsizetype> sizes;
    connect(job, &Job::progressed, job, [&sizes, job] {
        sizes.append(job->lastPage().size());
        sizes.append(job->items().size());
    });
    JobWatch watch(job);
    run(&watch, job);
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1, 3}));
}

void TestPagedJob::emptyPageWithATokenIsFollowed()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 0, "t1")));
    bench.server.enqueue(ScriptedReply::json("{\"nextToken\":\"t2\"}"));
    bench.server.enqueue(ScriptedReply::json(page(0, 1)));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QVERIFY(outcome.hasValue);
    QCOMPARE(outcome.resultSize, 1);
    QCOMPARE(outcome.pages, 3);
}

void TestPagedJob::repeatedTokenEndsTheJob()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 1, "same")));
    bench.server.enqueue(ScriptedReply::json(page(1, 1, "same")));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QCOMPARE(watch.error->message, u"a page token came twice"_s);
    QCOMPARE(outcome.ids.size(), 2);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestPagedJob::tokensInACircleEndTheJob()
{
    AwsBench bench;
    int asked = 0;
    bench.server.setHandler([&asked](const RawRequest &) {
        ++asked;
        return ScriptedReply::json(page(asked, 1, "t" + QByteArray::number(asked % 3)));
    });
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    run(&watch, job);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QCOMPARE(asked, 4);
}

void TestPagedJob::pageCapEndsTheJob()
{
    AwsBench bench;
    int asked = 0;
    bench.server.setHandler([&asked](const RawRequest &) {
        ++asked;
        return ScriptedReply::json(page(asked, 1, "t" + QByteArray::number(asked)));
    });
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    QCOMPARE(job->pageCap(), 2000);
    job->setPageCap(5);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QCOMPARE(watch.error->message, u"more than 5 pages"_s);
    QCOMPARE(asked, 5);
    QCOMPARE(outcome.ids.size(), 5);
}

void TestPagedJob::errorKeepsWhatHadArrived()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 3, "t1")));
    bench.server.enqueue(
        ScriptedReply::status(403, "{}", {{"x-amzn-ErrorType", "ForbiddenException"}}));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QVERIFY(!outcome.hasValue);
    QCOMPARE(watch.category(), ErrorCategory::Forbidden);
    QCOMPARE(outcome.ids.size(), 3);
    QCOMPARE(outcome.pages, 1);
}

void TestPagedJob::retriesStartAnewWithEachPage()
{
    AwsBench bench;
    for (int i = 0; i < 3; ++i) {
        bench.server.enqueue(ScriptedReply::status(500));
        bench.server.enqueue(ScriptedReply::status(503));
        const QByteArray token = i < 2 ? "t" + QByteArray::number(i) : QByteArray();
        bench.server.enqueue(ScriptedReply::json(page(i, 1, token)));
    }
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QVERIFY(outcome.hasValue);
    QCOMPARE(outcome.ids, (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(bench.server.requests().size(), 9);
    // A retry asks for the page that failed, not for the first one.
    QCOMPARE(bench.server.requests().at(8).query(), QByteArray("maxResults=100&nextToken=t1"));
}

void TestPagedJob::cancelBetweenPagesKeepsWhatHadArrived()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2, "t1")));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    connect(job, &Job::progressed, job, &Job::cancel);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QCOMPARE(watch.category(), ErrorCategory::Cancelled);
    QCOMPARE(outcome.ids.size(), 2);
    QCOMPARE(outcome.pages, 1);
    QCOMPARE_LE(bench.server.requests().size(), 2); // the next page may be on its way already
}

void TestPagedJob::theNextPageIsAskedForWhileOneIsShown()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2, "t1")));
    bench.server.enqueue(ScriptedReply::json(page(2, 1)));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    QList<Job::State> states;
    connect(job, &Job::progressed, job, [&states, job] { states.append(job->state()); });
    JobWatch watch(job);
    QVERIFY(run(&watch, job).hasValue);
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.first(), Job::State::InFlight);
}

void TestPagedJob::anEmptyBucketMakesTheNextPageWait()
{
    AwsBench bench;
    bench.server.setHandler([&bench](const RawRequest &) {
        bench.limiter->throttled(std::chrono::hours(1));
        return ScriptedReply::json(page(0, 2, "t1"));
    });
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    QList<Job::State> states;
    connect(job, &Job::progressed, job, [&states, job] { states.append(job->state()); });
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(states.size(), 1); // shown all the same
    QCOMPARE(states.first(), Job::State::Queued);
    job->cancel();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestPagedJob::longPagesAreDecodedInAnotherThread_data()
{
    QTest::addColumn<int>("padding");
    QTest::addColumn<bool>("aside");
    QTest::newRow("short") << 0 << false;
    QTest::newRow("long") << 100000 << true;
}

void TestPagedJob::longPagesAreDecodedInAnotherThread()
{
    QFETCH(const int, padding);
    QFETCH(const bool, aside);
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2) + QByteArray(padding, ' ')));
    std::atomic<QThread *> decodedIn = nullptr;
    auto *job = new PagedJob<Channel>(
        *bench.connection, u"ListChannels"_s, Priority::List,
        [url = bench.server.url()](const QString &) -> Expected<HttpRequest, ApiError> {
            return HttpRequest{"GET", url, {}, {}};
        },
        [&decodedIn](const HttpResponse &response) {
            decodedIn = QThread::currentThread();
            return channelsFromJson(response.body);
        },
        nullptr);
    JobWatch watch(job);
    QThread *shownIn = nullptr;
    connect(job, &Job::progressed, job, [&shownIn] { shownIn = QThread::currentThread(); });
    const Outcome outcome = run(&watch, job);
    QVERIFY(outcome.hasValue);
    QCOMPARE(outcome.ids, (QStringList{u"0"_s, u"1"_s}));
    QCOMPARE(shownIn, QThread::currentThread());
    QCOMPARE(decodedIn.load() != QThread::currentThread(), aside);
}

void TestPagedJob::aMalformedLongPageEndsTheJob()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(page(0, 2, "t1")));
    bench.server.enqueue(
        ScriptedReply::json("{\"channels\":[{\"id\":7.5e" + QByteArray(100000, 'x')));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    const Outcome outcome = run(&watch, job);
    QCOMPARE(watch.category(), ErrorCategory::Malformed);
    QCOMPARE(watch.error->httpStatus, 200);
    QCOMPARE_LE(watch.error->message.size(), 1000);
    QCOMPARE(outcome.ids.size(), 2);
}

void TestPagedJob::metricsAreListedOnce()
{
    AwsBench bench(Service::CloudWatch);
    const QByteArray metric
        = R"({"Namespace":"AWS/MediaLive","MetricName":"A","Dimensions":[{"Name":"Pipeline","Value":"0"}]})";
    const QByteArray other
        = R"({"Namespace":"AWS/MediaLive","MetricName":"A","Dimensions":[{"Name":"Pipeline","Value":"1"}]})";
    bench.server.enqueue(
        ScriptedReply::json("{\"Metrics\":[" + metric + ',' + metric + "],\"NextToken\":\"t\"}"));
    bench.server.enqueue(ScriptedReply::json("{\"Metrics\":[" + metric + ',' + other + "]}"));
    PagedJob<MetricId> *job = CloudWatchClient(*bench.connection).listMetrics({}, nullptr);
    JobWatch watch(job);
    QStringList pipelines;
    watch.onFinished = [&pipelines, job] {
        for (const MetricId &id : job->items())
            pipelines.append(id.pipeline());
    };
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(pipelines, (QStringList{u"0"_s, u"1"_s}));
    QVERIFY(bench.server.requests().last().body.contains("\"NextToken\":\"t\""));
}

void TestPagedJob::onlyAlarmsOfMediaLiveAreKept()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricAlarms":[{"AlarmName":"ours","Namespace":"AWS/MediaLive"},{"AlarmName":"theirs","Namespace":"AWS/EC2"}],
            "CompositeAlarms":[{"AlarmName":"all"}]})"));
    PagedJob<MetricAlarm> *job = CloudWatchClient(*bench.connection).describeAlarms(nullptr);
    JobWatch watch(job);
    QStringList names;
    watch.onFinished = [&names, job] {
        for (const MetricAlarm &alarm : job->items())
            names.append(alarm.name);
    };
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(names, (QStringList{u"ours"_s, u"all"_s}));
}

QTEST_GUILESS_MAIN(TestPagedJob)
#include "tst_pagedjob.moc"
