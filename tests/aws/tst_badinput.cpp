// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "awsbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

/// Whatever a server says on the second page of a list: a clear error, and the first page is not
/// lost.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedAndLosesNothing_data();
    void isNamedAndLosesNothing();
    void harmlessOdditiesAreAccepted_data();
    void harmlessOdditiesAreAccepted();
    void oddMetricAnswersAreNamed_data();
    void oddMetricAnswersAreNamed();
};

void TestBadInput::isNamedAndLosesNothing_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<QString>("message");

    const auto json = [](const QByteArray &body) {
        return ScriptedReply::json(body);
    };
    const auto row = [](const char *name, const ScriptedReply &answer, ErrorCategory category,
                        const QString &message) {
        QTest::newRow(name) << answer << category << message;
    };
    row("HTML with 200", json("<!doctype html><title>Welcome to the hotel</title>"),
        ErrorCategory::Malformed, u"web page, not JSON: Welcome to the hotel"_s);
    row("HTML with 403", ScriptedReply::status(403, "<html><h1>Forbidden</h1>"),
        ErrorCategory::Malformed, u"Forbidden"_s);
    row("HTML with 404", ScriptedReply::status(404, "<html><h1>Nowhere</h1>"),
        ErrorCategory::Malformed, u"Nowhere"_s);
    row("HTML with 500", ScriptedReply::status(500, "<html><title>Oops</title>"),
        ErrorCategory::Server, u"Oops"_s);
    row("empty with 200", json(""), ErrorCategory::Malformed, u"empty"_s);
    row("empty with 503", ScriptedReply::status(503), ErrorCategory::Server, u"HTTP 503"_s);
    row("JSON cut short", json("{\"channels\":[{\"id\":\"2\",\"na"), ErrorCategory::Malformed,
        u"not JSON"_s);
    row("body cut short", ScriptedReply::truncated("{\"channels\":[{\"id\":\"2\"}]}", 12),
        ErrorCategory::Network, u""_s);
    row("random bytes", json(QByteArray("\x93\x00\xff\xfe\x1f\x8b\x08 \x7f", 9)),
        ErrorCategory::Malformed, u"not JSON"_s);
    row("deep nesting", json(QByteArray(100000, '[')), ErrorCategory::Malformed, u"not JSON"_s);
    row("a string", json("\"channels\""), ErrorCategory::Malformed, u"not JSON"_s);
    row("an array", json("[{\"id\":\"2\"}]"), ErrorCategory::Malformed, u"array"_s);
    row("list of the wrong type", json("{\"channels\":\"none\"}"), ErrorCategory::Malformed,
        u"channels: expected an array, found a string"_s);
    row("field of the wrong type", json("{\"channels\":[{\"id\":\"2\",\"name\":{}}]}"),
        ErrorCategory::Malformed, u"channels[0].name: expected a string, found an object"_s);
    row("no id", json("{\"channels\":[{\"name\":\"x\"}]}"), ErrorCategory::Malformed,
        u"channels[0].id: is missing"_s);
    row("token repeated", json("{\"channels\":[],\"nextToken\":\"+/=&% \\u00fc\"}"),
        ErrorCategory::Malformed, u"token came twice"_s);
    row("error type without suffix",
        ScriptedReply::status(403, "{\"message\":\"not you\"}",
                              {{"x-amzn-ErrorType", "ForbiddenException"}}),
        ErrorCategory::Forbidden, u"not you"_s);
    row("error type with suffix",
        ScriptedReply::status(404, "{\"Message\":\"not here\"}",
                              {{"X-AMZN-ERRORTYPE", "NotFoundException:http://i/"}}),
        ErrorCategory::NotFound, u"not here"_s);
    row("405", ScriptedReply::status(405), ErrorCategory::BadRequest, u"HTTP 405"_s);
    row("a redirect", ScriptedReply::status(302, {}, {{"Location", "http://127.0.0.1:1/"}}),
        ErrorCategory::Server, u"redirect"_s);
    row("unknown status", ScriptedReply::status(799), ErrorCategory::Server, u"HTTP 799"_s);
}

void TestBadInput::isNamedAndLosesNothing()
{
    QFETCH(const ScriptedReply, answer);
    QFETCH(const ErrorCategory, category);
    QFETCH(const QString, message);
    AwsBench bench;
    bench.server.enqueue(
        ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}],\"nextToken\":\"+/=&% \\u00fc\"}"));
    bench.server.enqueue(answer);
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    QList<Channel> kept;
    watch.onFinished = [&kept, job] {
        kept = job->items();
    };
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), category);
    QVERIFY2(watch.error->message.contains(message), qPrintable(watch.error->message));
    QVERIFY(!watch.error->message.isEmpty());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().id, u"1"_s);
}

void TestBadInput::harmlessOdditiesAreAccepted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown keys") << QByteArray(
        R"({"channels":[{"id":"1","new":{"a":[1]}}],"more":null})");
    QTest::newRow("unknown enum") << QByteArray(R"({"channels":[{"id":"1","state":"MELTING"}]})");
    QTest::newRow("absent fields") << QByteArray(R"({"channels":[{"id":"1"}]})");
    QTest::newRow("null fields") << QByteArray(
        R"({"channels":[{"id":"1","name":null,"tags":null}],"nextToken":null})");
    QTest::newRow("numeric id") << QByteArray(R"({"channels":[{"id":1}]})");
    QTest::newRow("blanks and BOM-less UTF-8")
        << QByteArray("\n {\"channels\" : [ {\"id\":\"1\",\"name\":\"\xc3\xbc\"} ] }\n");
    QTest::newRow("duplicate keys") << QByteArray(R"({"channels":[],"channels":[{"id":"1"}]})");
}

void TestBadInput::harmlessOdditiesAreAccepted()
{
    QFETCH(const QByteArray, body);
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::status(200, body, {{"Content-Type", "text"}}));
    PagedJob<Channel> *job = MediaLiveClient(*bench.connection).listChannels(nullptr);
    JobWatch watch(job);
    QString id;
    watch.onFinished = [&id, job] {
        id = job->items().value(0).id;
    };
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(!watch.error, watch.error ? qPrintable(watch.error->message) : "");
    QCOMPARE(id, u"1"_s);
}

void TestBadInput::oddMetricAnswersAreNamed_data()
{
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<QString>("code");
    QTest::newRow("XML refusal") << ScriptedReply::status(
        403,
        "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>m</Message></Error></"
        "ErrorResponse>") << ErrorCategory::Credentials
                                 << u"SignatureDoesNotMatch"_s;
    QTest::newRow("query error") << ScriptedReply::status(
        400, "{\"__type\":\"com.amazonaws.cloudwatch#InvalidNextToken\"}",
        {{"x-amzn-query-error", "InvalidNextToken;Sender"}})
                                 << ErrorCategory::BadRequest << u"InvalidNextToken"_s;
    QTest::newRow("denied") << ScriptedReply::status(
        400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"m\"}")
                            << ErrorCategory::Forbidden << u"AccessDeniedException"_s;
    QTest::newRow("wrong types") << ScriptedReply::json(
        "{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[{}],\"Values\":[1]}]}")
                                 << ErrorCategory::Malformed << QString();
}

void TestBadInput::oddMetricAnswersAreNamed()
{
    QFETCH(const ScriptedReply, answer);
    QFETCH(const ErrorCategory, category);
    QFETCH(const QString, code);
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(answer);
    MetricQuery query;
    query.metric.name = u"ActiveAlerts"_s;
    const QDateTime end = bench.clock.utcNow();
    Job *job = CloudWatchClient(*bench.connection)
                   .getMetricData({query}, {end.addSecs(-60), end}, nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), category);
    QCOMPARE(watch.error->code, code);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
