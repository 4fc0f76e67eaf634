// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "awsbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

const QDateTime kEnd(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QList<MetricQuery> queries(int count, std::chrono::seconds period = 60s)
{
    QList<MetricQuery> result;
    for (int i = 0; i < count; ++i) {
        MetricQuery query;
        query.metric.name = u"Metric%1"_s.arg(i);
        query.statistic = u"Average"_s;
        query.period = period;
        result.append(query);
    }
    return result;
}

TimeRange last(std::chrono::seconds length)
{
    return {kEnd.addSecs(-length.count()), kEnd};
}

QJsonArray queriesOf(const RawRequest &request)
{
    return QJsonDocument::fromJson(request.body).object().value("MetricDataQueries"_L1).toArray();
}

/// Answers each query of a request with one point whose value is the number in the metric's name.
ScriptedReply echo(const RawRequest &request)
{
    QJsonArray results;
    const QJsonArray asked = queriesOf(request);
    for (const QJsonValue &query : asked) {
        const QString name = query["MetricStat"_L1]["Metric"_L1]["MetricName"_L1].toString();
        results.append(QJsonObject{{u"Id"_s, query["Id"_L1]},
                                   {u"StatusCode"_s, u"Complete"_s},
                                   {u"Timestamps"_s, QJsonArray{1000}},
                                   {u"Values"_s, QJsonArray{name.mid(6).toDouble()}}});
    }
    return ScriptedReply::json(
        QJsonDocument(QJsonObject{{u"MetricDataResults"_s, results}}).toJson());
}

/// What the job had when it finished.
struct Outcome
{
    std::optional<QList<MetricSeries>> result;
    QList<MetricSeries> series;
    CallRecord record;
};

Outcome run(AwsBench *bench, MetricDataJob *job)
{
    Outcome outcome;
    QSignalSpy calls(bench->connection.get(), &Connection::callFinished);
    JobWatch watch(job);
    watch.onFinished = [&outcome, job] {
        if (job->result())
            outcome.result = *job->result();
        outcome.series = job->series();
    };
    job->start();
    if (!QTest::qWaitFor([&watch] { return watch.finished() == 1; }) || calls.count() != 1)
        qFatal("the job did not finish once");
    outcome.record = calls.first().first().value<CallRecord>();
    return outcome;
}

} // namespace

class TestMetricDataJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForAFewAndKeepsTheOrder();
    void splitsByQueries();
    void splitsByExpectedPoints();
    void oneHugeSeriesIsStillAsked();
    void pagesAreAppendedPerId();
    void overlappingPagesGiveEachPeriodOnce();
    void laterPagesMakePartialDataGood_data();
    void laterPagesMakePartialDataGood();
    void unansweredQueriesArePartial();
    void messagesAreKept();
    void strangersInTheAnswerAreIgnored();
    void nothingToAskNeedsNoCall_data();
    void nothingToAskNeedsNoCall();
    void invalidRangeIsRefused();
    void repeatedTokenEndsTheJob();
    void errorKeepsWhatHadArrived();
    void onlyAnsweredRequestsAreBilled();
    void progressGrows();
    void nanIsKept();
};

void TestMetricDataJob::asksOnceForAFewAndKeepsTheOrder()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricDataResults":[{"Id":"m2","StatusCode":"Complete","Timestamps":[1000],"Values":[2]},
            {"Id":"m0","StatusCode":"Complete","Timestamps":[1000],"Values":[0]},{"Id":"m1","StatusCode":"Complete"}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(3), last(600s), nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(*outcome.result, outcome.series);
    QCOMPARE(outcome.series.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(outcome.series.at(i).query, queries(3).at(i));
    QCOMPARE(outcome.series.at(0).points.first().value, 0.0);
    QVERIFY(outcome.series.at(1).points.isEmpty());
    QCOMPARE(outcome.series.at(1).status, SeriesStatus::Complete);
    QCOMPARE(outcome.series.at(2).points.first().value, 2.0);
    QCOMPARE(outcome.record.metricsRequested, 3);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.header("X-Amz-Target"),
             QByteArray("GraniteServiceVersion20100801.GetMetricData"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/x-amz-json-1.0"));
    QCOMPARE(request.header("x-amzn-query-mode"), QByteArray("true"));
}

void TestMetricDataJob::splitsByQueries()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.setHandler(echo);
    const Outcome outcome = run(
        &bench,
        CloudWatchClient(*bench.connection).getMetricData(queries(1201), last(600s), nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(bench.server.requests().size(), 3);
    QCOMPARE(queriesOf(bench.server.requests().at(0)).size(), 500);
    QCOMPARE(queriesOf(bench.server.requests().at(1)).size(), 500);
    QCOMPARE(queriesOf(bench.server.requests().at(2)).size(), 201);
    for (int i = 0; i < 1201; ++i)
        QCOMPARE(outcome.series.at(i).points.first().value, double(i));
    QCOMPARE(outcome.record.metricsRequested, 1201);
    QCOMPARE(outcome.record.attempts, 3);
}

void TestMetricDataJob::splitsByExpectedPoints()
{
    // A day at one minute is 1,440 points, so 70 series make exactly 100,800.
    AwsBench bench(Service::CloudWatch);
    bench.server.setHandler(echo);
    run(&bench, CloudWatchClient(*bench.connection).getMetricData(queries(71), last(24h), nullptr));
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(queriesOf(bench.server.requests().at(0)).size(), 70);
    QCOMPARE(queriesOf(bench.server.requests().at(1)).size(), 1);
}

void TestMetricDataJob::oneHugeSeriesIsStillAsked()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.setHandler(echo);
    const Outcome outcome = run(&bench,
                                CloudWatchClient(*bench.connection)
                                    .getMetricData(queries(2, 10s), last(24h * 14), nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestMetricDataJob::pagesAreAppendedPerId()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"NextToken":"t+/=","MetricDataResults":[{"Id":"m0","StatusCode":"PartialData","Timestamps":[100,160],"Values":[1,2]},
            {"Id":"m1","StatusCode":"Complete","Timestamps":[100],"Values":[9]}]})"));
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricDataResults":[{"Id":"m0","StatusCode":"Complete","Timestamps":[220],"Values":[3]}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(2), last(600s), nullptr));
    QVERIFY(outcome.result);
    QList<double> values;
    for (const Datapoint &point : outcome.series.at(0).points)
        values.append(point.value);
    QCOMPARE(values, (QList<double>{1, 2, 3}));
    QCOMPARE(outcome.series.at(0).status, SeriesStatus::Complete);
    QCOMPARE(outcome.series.at(1).points.size(), 1);
    QCOMPARE(outcome.series.at(1).status, SeriesStatus::Complete);

    // The second page repeats everything but adds the token.
    QJsonObject first = QJsonDocument::fromJson(bench.server.requests().at(0).body).object();
    const QJsonObject second = QJsonDocument::fromJson(bench.server.requests().at(1).body).object();
    first.insert(u"NextToken"_s, u"t+/="_s);
    QCOMPARE(second, first);
    QCOMPARE(outcome.record.metricsRequested, 4);
}

void TestMetricDataJob::overlappingPagesGiveEachPeriodOnce()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"NextToken":"t","MetricDataResults":[{"Id":"m0","StatusCode":"PartialData","Timestamps":[160,220],"Values":[2,3]}]})"));
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricDataResults":[{"Id":"m0","StatusCode":"Complete","Timestamps":[100,160],"Values":[1,20]}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), last(600s), nullptr));
    QList<double> values;
    for (const Datapoint &point : outcome.series.at(0).points)
        values.append(point.value);
    QCOMPARE(values, (QList<double>{1, 20, 3}));
}

void TestMetricDataJob::laterPagesMakePartialDataGood_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second"); // empty: the id does not come back
    QTest::addColumn<SeriesStatus>("status");
    QTest::newRow("partial, complete")
        << QByteArray("PartialData") << QByteArray("Complete") << SeriesStatus::Complete;
    QTest::newRow("partial, never again")
        << QByteArray("PartialData") << QByteArray() << SeriesStatus::Partial;
    QTest::newRow("internal error, complete")
        << QByteArray("InternalError") << QByteArray("Complete") << SeriesStatus::Complete;
    QTest::newRow("internal error, never again")
        << QByteArray("InternalError") << QByteArray() << SeriesStatus::InternalError;
    QTest::newRow("complete, internal error")
        << QByteArray("Complete") << QByteArray("InternalError") << SeriesStatus::InternalError;
    QTest::newRow("forbidden stays")
        << QByteArray("Forbidden") << QByteArray("Complete") << SeriesStatus::Forbidden;
}

void TestMetricDataJob::laterPagesMakePartialDataGood()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    const auto result = [](const QByteArray &status) {
        return "\"MetricDataResults\":["
            + (status.isEmpty() ? QByteArray()
                                : "{\"Id\":\"m0\",\"StatusCode\":\"" + status + "\"}")
            + ']';
    };
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json("{\"NextToken\":\"t\"," + result(first) + '}'));
    bench.server.enqueue(ScriptedReply::json('{' + result(second) + '}'));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), last(600s), nullptr));
    QVERIFY(outcome.result);
    QTEST(outcome.series.first().status, "status");
}

void TestMetricDataJob::unansweredQueriesArePartial()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(
        ScriptedReply::json(R"({"MetricDataResults":[{"Id":"m1","StatusCode":"Complete"}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(2), last(600s), nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(outcome.series.at(0).status, SeriesStatus::Partial);
    QCOMPARE(outcome.series.at(1).status, SeriesStatus::Complete);
}

void TestMetricDataJob::messagesAreKept()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"Messages":[{"Code":"MaxMetricsExceeded","Value":"Maximum number of allowed metrics exceeded"}],"NextToken":"t",
            "MetricDataResults":[{"Id":"m0","StatusCode":"Forbidden","Messages":[{"Code":"Denied","Value":"other account"}]},
                                 {"Id":"m1","StatusCode":"Complete"}]})"));
    bench.server.enqueue(ScriptedReply::json(
        R"({"Messages":[{"Code":"MaxMetricsExceeded","Value":"Maximum number of allowed metrics exceeded"}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(2), last(600s), nullptr));
    const QString whole = u"MaxMetricsExceeded: Maximum number of allowed metrics exceeded"_s;
    QCOMPARE(outcome.series.at(0).messages, (QStringList{u"Denied: other account"_s, whole}));
    QCOMPARE(outcome.series.at(1).messages, QStringList{whole});
    QCOMPARE(outcome.series.at(0).status, SeriesStatus::Forbidden);
}

void TestMetricDataJob::strangersInTheAnswerAreIgnored()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricDataResults":[{"Id":"m7","StatusCode":"Complete","Timestamps":[1],"Values":[1]},{"Id":"x0"},{"Id":"m-1"},
            {"Id":"m"},{"Id":"m99999999999999999999"},{"Id":"m0","StatusCode":"Complete","Timestamps":[1],"Values":[5]}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), last(600s), nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(outcome.series.first().points.size(), 1);
    QCOMPARE(outcome.series.first().points.first().value, 5.0);
}

void TestMetricDataJob::nothingToAskNeedsNoCall_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<TimeRange>("range");
    QTest::newRow("no queries") << 0 << last(600s);
    QTest::newRow("empty range") << 2 << TimeRange{kEnd, kEnd};
    QTest::newRow("reversed range") << 2 << TimeRange{kEnd, kEnd.addSecs(-60)};
}

void TestMetricDataJob::nothingToAskNeedsNoCall()
{
    QFETCH(const int, count);
    QFETCH(const TimeRange, range);
    AwsBench bench(Service::CloudWatch);
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(count), range, nullptr));
    QVERIFY(outcome.result);
    QCOMPARE(outcome.result->size(), count);
    QCOMPARE(bench.server.requests().size(), 0);
    QCOMPARE(outcome.record.attempts, 0);
    QCOMPARE(outcome.record.metricsRequested, 0);
}

void TestMetricDataJob::invalidRangeIsRefused()
{
    AwsBench bench(Service::CloudWatch);
    const Outcome outcome
        = run(&bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), {}, nullptr));
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.record.error->category, ErrorCategory::BadRequest);
    QCOMPARE(bench.server.requests().size(), 0);
}

void TestMetricDataJob::repeatedTokenEndsTheJob()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(R"({"NextToken":"same","MetricDataResults":[]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), last(600s), nullptr));
    QCOMPARE(outcome.record.error->category, ErrorCategory::Malformed);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestMetricDataJob::errorKeepsWhatHadArrived()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.setHandler([&bench](const RawRequest &request) {
        return bench.server.requests().size() == 1
            ? echo(request)
            : ScriptedReply::status(403, "{\"__type\":\"AccessDenied\"}");
    });
    const Outcome outcome
        = run(&bench,
              CloudWatchClient(*bench.connection).getMetricData(queries(501), last(600s), nullptr));
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.record.error->category, ErrorCategory::Forbidden);
    QCOMPARE(outcome.series.size(), 501);
    QCOMPARE(outcome.series.at(499).points.size(), 1);
    QVERIFY(outcome.series.at(500).points.isEmpty());
    QCOMPARE(outcome.record.metricsRequested, 500);
}

void TestMetricDataJob::onlyAnsweredRequestsAreBilled()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::status(500));
    bench.server.setHandler(echo);
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(4), last(600s), nullptr));
    QCOMPARE(outcome.record.attempts, 2);
    QCOMPARE(outcome.record.metricsRequested, 4);
    QCOMPARE(bench.connection->stats().metricsRequested, 4);
}

void TestMetricDataJob::progressGrows()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.setHandler(echo);
    MetricDataJob *job
        = CloudWatchClient(*bench.connection).getMetricData(queries(1000), last(600s), nullptr);
    QCOMPARE(job->progress(), 0.0);
    QList<double> steps;
    connect(job, &Job::progressed, job, [&steps, job] { steps.append(job->progress()); });
    connect(job, &Job::finished, job, [&steps, job] { steps.append(job->progress()); });
    run(&bench, job);
    QCOMPARE(steps, (QList<double>{0.5, 1.0, 1.0}));
}

void TestMetricDataJob::nanIsKept()
{
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json(
        R"({"MetricDataResults":[{"Id":"m0","StatusCode":"Complete","Timestamps":[1,2],"Values":["NaN",1]}]})"));
    const Outcome outcome = run(
        &bench, CloudWatchClient(*bench.connection).getMetricData(queries(1), last(600s), nullptr));
    QCOMPARE(outcome.series.first().points.size(), 2);
    QVERIFY(std::isnan(outcome.series.first().points.first().value));
}

QTEST_GUILESS_MAIN(TestMetricDataJob)
#include "tst_metricdatajob.moc"
