// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;

namespace {

QDateTime at(qint64 epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC);
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

MetricQuery query(const QString &name, const QString &pipeline)
{
    MetricQuery result;
    result.metric.name = name;
    result.metric.dimensions = {{u"ChannelId"_s, u"1234567"_s}, {u"Pipeline"_s, pipeline}};
    result.statistic = u"Maximum"_s;
    return result;
}

} // namespace

class TestCloudWatchJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForMetricData();
    void fractionsOfSecondsWidenTheRange();
    void readsMetricData();
    void readsValuesJsonCantWrite();
    void everyStatusIsKnownOrPartial_data();
    void everyStatusIsKnownOrPartial();
    void pointsComeInOrder();
    void asksForMetrics();
    void readsMetrics();
    void asksForAlarms();
    void readsAlarms();
    void knowsWhichAlarmsConcernMediaLive();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
    void asksForOneSeriesAndItsStatistic();
    void putsStatisticsInOrder();
    void badStatisticsAreNamed_data();
    void badStatisticsAreNamed();
};

void TestCloudWatchJson::asksForMetricData()
{
    MetricQuery percentile = query(u"FillMsec"_s, u"1"_s);
    percentile.statistic = u"p90"_s;
    percentile.period = 10s;
    const QJsonObject request = parsed(metricDataRequest(
        {query(u"ActiveAlerts"_s, u"0"_s), percentile}, {at(1767225600), at(1767225900)}, {}));
    const QJsonObject expected
        = parsed(R"({"StartTime":1767225600,"EndTime":1767225900,"ScanBy":"TimestampAscending",
        "MetricDataQueries":[
          {"Id":"m0","MetricStat":{"Metric":{"Namespace":"AWS/MediaLive","MetricName":"ActiveAlerts","Dimensions":
            [{"Name":"ChannelId","Value":"1234567"},{"Name":"Pipeline","Value":"0"}]},"Period":60,"Stat":"Maximum"},
           "ReturnData":true},
          {"Id":"m1","MetricStat":{"Metric":{"Namespace":"AWS/MediaLive","MetricName":"FillMsec","Dimensions":
            [{"Name":"ChannelId","Value":"1234567"},{"Name":"Pipeline","Value":"1"}]},"Period":10,"Stat":"p90"},
           "ReturnData":true}]})");
    QCOMPARE(request, expected);
    const QJsonObject next
        = parsed(metricDataRequest({query(u"A"_s, u"0"_s)}, {at(0), at(60)}, u"token+/="_s));
    QCOMPARE(next.value("NextToken"_L1).toString(), u"token+/="_s);
}

void TestCloudWatchJson::fractionsOfSecondsWidenTheRange()
{
    const QJsonObject request
        = parsed(metricDataRequest({}, {at(100).addMSecs(900), at(200).addMSecs(1)}, {}));
    QCOMPARE(request.value("StartTime"_L1).toInteger(), 100);
    QCOMPARE(request.value("EndTime"_L1).toInteger(), 201);
}

void TestCloudWatchJson::readsMetricData()
{
    const auto page = metricDataFromJson(
        R"({"Messages":[{"Code":"MaxMetricsExceeded","Value":"too many"}],"NextToken":"n","Unknown":1,
            "MetricDataResults":[{"Id":"m0","Label":"ActiveAlerts","StatusCode":"Complete",
              "Timestamps":[1767225600,1.76722566E9],"Values":[0.0,2],"Messages":[{"Value":"only text"},{}]},
             {"Id":"m1","StatusCode":"PartialData"}]})");
    QVERIFY2(page.hasValue(), page.hasValue() ? "" : qPrintable(page.error().message));
    QCOMPARE(page->nextToken, u"n"_s);
    QCOMPARE(page->messages, QStringList{u"MaxMetricsExceeded: too many"_s});
    QCOMPARE(page->results.size(), 2);
    QCOMPARE(page->results.first(),
             (MetricDataResult{u"m0"_s,
                               {{at(1767225600), 0.0}, {at(1767225660), 2.0}},
                               SeriesStatus::Complete,
                               {u"only text"_s}}));
    QVERIFY(page->results.last().points.isEmpty());
    QVERIFY(metricDataFromJson("{}")->results.isEmpty());
}

void TestCloudWatchJson::readsValuesJsonCantWrite()
{
    const auto page = metricDataFromJson(
        R"({"MetricDataResults":[{"Id":"m0","StatusCode":"Complete",
            "Timestamps":[10,20,30,"1970-01-01T00:00:40Z"],"Values":["NaN","Infinity","-Infinity",1e-7]}]})");
    QVERIFY(page.hasValue());
    const QList<Datapoint> points = page->results.first().points;
    QCOMPARE(points.size(), 4);
    QVERIFY(std::isnan(points.at(0).value));
    QVERIFY(std::isinf(points.at(1).value) && points.at(1).value > 0);
    QVERIFY(std::isinf(points.at(2).value) && points.at(2).value < 0);
    QCOMPARE(points.at(3), (Datapoint{at(40), 1e-7}));
}

void TestCloudWatchJson::everyStatusIsKnownOrPartial_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SeriesStatus>("status");
    QTest::newRow("Complete") << QByteArray("\"Complete\"") << SeriesStatus::Complete;
    QTest::newRow("PartialData") << QByteArray("\"PartialData\"") << SeriesStatus::Partial;
    QTest::newRow("InternalError")
        << QByteArray("\"InternalError\"") << SeriesStatus::InternalError;
    QTest::newRow("Forbidden") << QByteArray("\"Forbidden\"") << SeriesStatus::Forbidden;
    QTest::newRow("unknown") << QByteArray("\"Splendid\"") << SeriesStatus::Partial;
    QTest::newRow("absent") << QByteArray("null") << SeriesStatus::Partial;
}

void TestCloudWatchJson::everyStatusIsKnownOrPartial()
{
    QFETCH(const QByteArray, text);
    const auto page = metricDataFromJson(
        "{\"MetricDataResults\":[{\"Id\":\"m0\",\"StatusCode\":" + text + "}]}");
    QVERIFY(page.hasValue());
    QTEST(page->results.first().status, "status");
}

void TestCloudWatchJson::pointsComeInOrder()
{
    const auto page = metricDataFromJson(
        R"({"MetricDataResults":[{"Id":"m0","Timestamps":[300,100,200],"Values":[3,1,2]}]})");
    QVERIFY(page.hasValue());
    QCOMPARE(page->results.first().points,
             (QList<Datapoint>{{at(100), 1.0}, {at(200), 2.0}, {at(300), 3.0}}));
}

void TestCloudWatchJson::asksForMetrics()
{
    QCOMPARE(parsed(listMetricsRequest({}, {})), parsed(R"({"Namespace":"AWS/MediaLive"})"));
    MetricFilter filter;
    filter.nameSpace.clear();
    QCOMPARE(listMetricsRequest(filter, {}), QByteArray("{}"));
    filter
        = {u"MediaLive"_s, u"NetworkIn"_s, {{u"ChannelId"_s, u"1"_s}, {u"Pipeline"_s, {}}}, true};
    QCOMPARE(
        parsed(listMetricsRequest(filter, u"t"_s)),
        parsed(
            R"({"Namespace":"MediaLive","MetricName":"NetworkIn","RecentlyActive":"PT3H","NextToken":"t",
                        "Dimensions":[{"Name":"ChannelId","Value":"1"},{"Name":"Pipeline"}]})"));
}

void TestCloudWatchJson::readsMetrics()
{
    const auto page = metricsFromJson(
        R"({"Metrics":[{"Namespace":"AWS/MediaLive","MetricName":"NetworkIn",
              "Dimensions":[{"Name":"Pipeline","Value":"0"},{"Name":"ChannelId","Value":"1"}]},{"MetricName":"Bare"}],
            "NextToken":"n"})");
    QVERIFY(page.hasValue());
    QCOMPARE(page->nextToken, u"n"_s);
    QCOMPARE(page->items.first(),
             (MetricId{u"AWS/MediaLive"_s,
                       u"NetworkIn"_s,
                       {{u"ChannelId"_s, u"1"_s}, {u"Pipeline"_s, u"0"_s}}}));
    QCOMPARE(page->items.last(), (MetricId{{}, u"Bare"_s, {}}));
}

void TestCloudWatchJson::asksForAlarms()
{
    QCOMPARE(parsed(describeAlarmsRequest({})),
             parsed(R"({"AlarmTypes":["MetricAlarm","CompositeAlarm"],"MaxRecords":100})"));
    QCOMPARE(parsed(describeAlarmsRequest(u"t"_s)).value("NextToken"_L1).toString(), u"t"_s);
}

void TestCloudWatchJson::readsAlarms()
{
    const auto page = alarmsFromJson(
        R"({"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn:a","AlarmDescription":"d","StateValue":"ALARM",
              "StateReason":"because","StateUpdatedTimestamp":1767225600.5,"Namespace":"AWS/MediaLive",
              "MetricName":"ActiveAlerts","Dimensions":[{"Name":"ChannelId","Value":"1"}]},
             {"AlarmName":"math","Metrics":[{"Id":"e","Expression":"m*2"},
              {"Id":"m","MetricStat":{"Metric":{"Namespace":"MediaLive","MetricName":"X"},"Period":60,"Stat":"Sum"}}]}],
            "CompositeAlarms":[{"AlarmName":"c","StateValue":"OK"}],"NextToken":"n"})");
    QVERIFY2(page.hasValue(), page.hasValue() ? "" : qPrintable(page.error().message));
    QCOMPARE(page->nextToken, u"n"_s);
    QCOMPARE(page->items.size(), 3);
    const MetricAlarm &alarm = page->items.at(0);
    QCOMPARE(alarm.name, u"a"_s);
    QCOMPARE(alarm.arn, u"arn:a"_s);
    QCOMPARE(alarm.description, u"d"_s);
    QCOMPARE(alarm.state, u"ALARM"_s);
    QCOMPARE(alarm.stateReason, u"because"_s);
    QCOMPARE(alarm.stateUpdatedAt, at(1767225600).addMSecs(500));
    QCOMPARE(alarm.metric,
             (MetricId{u"AWS/MediaLive"_s, u"ActiveAlerts"_s, {{u"ChannelId"_s, u"1"_s}}}));
    QCOMPARE(alarm.nameSpaces, QStringList{u"AWS/MediaLive"_s});
    QCOMPARE(page->items.at(1).nameSpaces, QStringList{u"MediaLive"_s});
    QCOMPARE(page->items.at(1).metric.name, QString());
    QVERIFY(page->items.at(2).composite);
}

void TestCloudWatchJson::knowsWhichAlarmsConcernMediaLive()
{
    MetricAlarm alarm;
    alarm.nameSpaces = QStringList{u"AWS/EC2"_s};
    QVERIFY(!concernsMediaLive(alarm));
    alarm.nameSpaces.append(u"MediaLive"_s);
    QVERIFY(concernsMediaLive(alarm));
    alarm.nameSpaces = QStringList{u"AWS/MediaLive"_s};
    QVERIFY(concernsMediaLive(alarm));
    alarm.nameSpaces.clear();
    QVERIFY(!concernsMediaLive(alarm));
    alarm.composite = true;
    QVERIFY(concernsMediaLive(alarm));
}

void TestCloudWatchJson::badAnswersAreNamed_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QString>("message");
    QTest::newRow("no id") << QByteArray("{}") << u"MetricDataResults[0].Id: is missing"_s;
    QTest::newRow("uneven") << QByteArray(R"({"Id":"m0","Timestamps":[1,2],"Values":[1]})")
                            << u"MetricDataResults[0].Values: 1 values for 2 timestamps"_s;
    QTest::newRow("odd value") << QByteArray(R"({"Id":"m0","Timestamps":[1],"Values":["many"]})")
                               << u"MetricDataResults[0].Values: entry 0 is no number"_s;
    QTest::newRow("odd time") << QByteArray(R"({"Id":"m0","Timestamps":[1e300],"Values":[1]})")
                              << u"MetricDataResults[0].Timestamps: entry 0 is no time"_s;
    QTest::newRow("values of the wrong type")
        << QByteArray(R"({"Id":"m0","Timestamps":[],"Values":{}})")
        << u"MetricDataResults[0].Values: expected an array, found an object"_s;
    QTest::newRow("messages of the wrong type")
        << QByteArray(R"({"Id":"m0","Messages":"x"})")
        << u"MetricDataResults[0].Messages: expected an array, found a string"_s;
}

void TestCloudWatchJson::badAnswersAreNamed()
{
    QFETCH(const QByteArray, result);
    QFETCH(const QString, message);
    const auto page = metricDataFromJson("{\"MetricDataResults\":[" + result + "]}");
    QVERIFY(!page.hasValue());
    QVERIFY2(page.error().message.contains(message), qPrintable(page.error().message));
}

void TestCloudWatchJson::asksForOneSeriesAndItsStatistic()
{
    MetricQuery query{{u"AWS/MediaLive"_s, u"NetworkIn"_s, {{u"ChannelId"_s, u"1"_s}}},
                      u"Average"_s};
    query.period = std::chrono::seconds(10);
    const TimeRange range{at(1767225600), at(1767225600).addMSecs(60001)};
    QJsonObject body = QJsonDocument::fromJson(metricStatisticsRequest(query, range)).object();
    QCOMPARE(body.value("Namespace"_L1).toString(), u"AWS/MediaLive"_s);
    QCOMPARE(body.value("MetricName"_L1).toString(), u"NetworkIn"_s);
    QCOMPARE(body.value("Dimensions"_L1).toArray().first().toObject().value("Value"_L1).toString(),
             u"1"_s);
    QCOMPARE(body.value("StartTime"_L1).toInteger(), 1767225600);
    QCOMPARE(body.value("EndTime"_L1).toInteger(), 1767225661); // nothing is lost
    QCOMPARE(body.value("Period"_L1).toInt(), 10);
    QCOMPARE(body.value("Statistics"_L1).toArray(), QJsonArray{u"Average"_s});
    QVERIFY(!body.contains("ExtendedStatistics"_L1));
    QVERIFY(!body.contains("Unit"_L1)); // a wrong one finds nothing
    query.statistic = u"p90"_s;
    body = QJsonDocument::fromJson(metricStatisticsRequest(query, range)).object();
    QCOMPARE(body.value("ExtendedStatistics"_L1).toArray(), QJsonArray{u"p90"_s});
    QVERIFY(!body.contains("Statistics"_L1));
}

void TestCloudWatchJson::putsStatisticsInOrder()
{
    const auto points = metricStatisticsFromJson(
        R"({"Label":"x","Datapoints":[{"Timestamp":1767225660,"Sum":2,"Unit":"Count","New":1},)"
        R"({"Timestamp":1767225600,"Sum":1.5},{"Timestamp":1767225720,"Sum":"NaN"},)"
        R"({"Timestamp":1767225660,"Sum":3}]})",
        u"Sum"_s);
    QVERIFY(points.hasValue());
    QCOMPARE(points->size(), 3);
    QCOMPARE(points->at(0), (Datapoint{at(1767225600), 1.5}));
    QCOMPARE(points->at(1), (Datapoint{at(1767225660), 3.0}));
    QVERIFY(std::isnan(points->at(2).value));
    const auto percentile = metricStatisticsFromJson(
        R"({"Datapoints":[{"Timestamp":1767225600,"ExtendedStatistics":{"p90":7}}]})", u"p90"_s);
    QVERIFY(percentile.hasValue());
    QCOMPARE(percentile->first().value, 7.0);
    QVERIFY(metricStatisticsFromJson(R"({"Label":"x"})", u"Sum"_s)->isEmpty());
}

void TestCloudWatchJson::badStatisticsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *tag, const QByteArray &body, const QString &message) {
        QTest::newRow(tag) << body << message;
    };
    row("empty", "", u"empty"_s);
    row("array", "[]", u"array"_s);
    row("cut short", R"({"Datapoints":[{"Timesta)", u"not JSON"_s);
    row("list of the wrong type", R"({"Datapoints":{}})", u"Datapoints: expected an array"_s);
    row("entry of the wrong type", R"({"Datapoints":[7]})", u"Datapoints[0]"_s);
    row("no time", R"({"Datapoints":[{"Sum":1}]})", u"Datapoints[0].Timestamp: is no time"_s);
    row("absurd time", R"({"Datapoints":[{"Timestamp":1e300,"Sum":1}]})", u"Timestamp"_s);
    row("another statistic", R"({"Datapoints":[{"Timestamp":1767225600,"Average":1}]})",
        u"no number for Sum"_s);
    row("odd value", R"({"Datapoints":[{"Timestamp":1767225600,"Sum":"many"}]})",
        u"no number for Sum"_s);
}

void TestCloudWatchJson::badStatisticsAreNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const auto points = metricStatisticsFromJson(body, u"Sum"_s);
    QVERIFY(!points.hasValue());
    QVERIFY2(points.error().message.contains(message), qPrintable(points.error().message));
}

QTEST_GUILESS_MAIN(TestCloudWatchJson)
#include "tst_cloudwatchjson.moc"
