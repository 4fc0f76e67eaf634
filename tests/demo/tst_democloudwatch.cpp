// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "democlient.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime &start()
{
    static const QDateTime time(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC);
    return time;
}

qint64 now()
{
    return start().toSecsSinceEpoch();
}

QJsonObject metric(const QString &name, const QString &channel, const QString &leg = u"0"_s)
{
    return {{u"Namespace"_s, u"AWS/MediaLive"_s},
            {u"MetricName"_s, name},
            {u"Dimensions"_s,
             QJsonArray{QJsonObject{{u"Name"_s, u"ChannelId"_s}, {u"Value"_s, channel}},
                        QJsonObject{{u"Name"_s, u"Pipeline"_s}, {u"Value"_s, leg}}}}};
}

QJsonObject query(const QString &id, const QJsonObject &of, int period = 60,
                  const QString &stat = u"Average"_s)
{
    return {{u"Id"_s, id},
            {u"MetricStat"_s,
             QJsonObject{{u"Metric"_s, of}, {u"Period"_s, period}, {u"Stat"_s, stat}}}};
}

QJsonObject request(const QJsonArray &queries, qint64 from, qint64 to)
{
    return {{u"MetricDataQueries"_s, queries}, {u"StartTime"_s, from}, {u"EndTime"_s, to}};
}

QString errorCode(const ClientReply &reply)
{
    return reply.json().value("__type"_L1).toString().section(u'#', -1);
}

} // namespace

/// CloudWatch's side of a demo region, over real HTTP.
class TestDemoCloudWatch : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        explicit Fixture(const QString &scenario = u"calm"_s)
            : clock(start())
            , region(optionsFor(scenario), clock)
            , started(region.start())
            , client(region, clock)
        {
            const QJsonArray channels
                = client.get(u"/prod/channels"_s).json().value("channels"_L1).toArray();
            for (const QJsonValue &item : channels) {
                const bool runs = item["state"_L1].toString() == "RUNNING"_L1;
                QString &slot = runs ? running : idle;
                if (slot.isEmpty())
                    slot = item["id"_L1].toString();
            }
        }
        static DemoOptions optionsFor(const QString &scenario)
        {
            DemoOptions options;
            options.limit = false;
            options.scenario = scenario;
            return options;
        }
        ManualClock clock;
        DemoRegion region;
        bool started;
        DemoClient client;
        QString running;
        QString idle;

        /// All pages of a GetMetricData call: per id, time and value in the order of arrival.
        QMap<QString, QList<std::pair<qint64, double>>> data(QJsonObject parameters,
                                                             int *pages = nullptr)
        {
            QMap<QString, QList<std::pair<qint64, double>>> points;
            QString token;
            do {
                if (!token.isEmpty())
                    parameters.insert(u"NextToken"_s, token);
                const ClientReply reply = client.cloudWatch(u"GetMetricData"_s, parameters);
                if (reply.status != 200)
                    return {};
                const QJsonObject json = reply.json();
                token = json.value("NextToken"_L1).toString();
                bool partial = false;
                const QJsonArray results = json.value("MetricDataResults"_L1).toArray();
                for (const QJsonValue &result : results) {
                    QList<std::pair<qint64, double>> &series = points[result["Id"_L1].toString()];
                    const QJsonArray times = result["Timestamps"_L1].toArray();
                    const QJsonArray values = result["Values"_L1].toArray();
                    if (times.size() != values.size())
                        return {};
                    for (qsizetype i = 0; i < times.size(); ++i)
                        series.append({times.at(i).toInteger(), values.at(i).toDouble()});
                    partial = partial || result["StatusCode"_L1].toString() == "PartialData"_L1;
                }
                if (partial == token.isEmpty())
                    return {}; // partial data and a token belong together
                if (pages)
                    ++*pages;
            } while (!token.isEmpty());
            return points;
        }
    };

private Q_SLOTS:
    void datapointsComeNewestFirstUnlessAsked()
    {
        Fixture f;
        QVERIFY(f.started);
        const QJsonArray queries{query(u"a"_s, metric(u"NetworkIn"_s, f.running))};
        QJsonObject parameters = request(queries, now() - 600, now());
        auto descending = f.data(parameters).value(u"a"_s);
        QCOMPARE(descending.size(), 10);
        QCOMPARE(descending.first().first, now() - 60);
        QCOMPARE(descending.last().first, now() - 600);
        parameters.insert(u"ScanBy"_s, u"TimestampAscending"_s);
        const auto ascending = f.data(parameters).value(u"a"_s);
        std::reverse(descending.begin(), descending.end());
        QCOMPARE(ascending, descending);
    }

    void endIsExclusiveAndStartInclusive()
    {
        Fixture f;
        const QJsonArray queries{query(u"a"_s, metric(u"NetworkIn"_s, f.running))};
        const auto points = f.data(request(queries, now() - 600, now() - 300)).value(u"a"_s);
        QCOMPARE(points.size(), 5);
        QCOMPARE(points.first().first, now() - 360);
        QCOMPARE(points.last().first, now() - 600);
        // A start within a minute is rounded down to it.
        QCOMPARE(f.data(request(queries, now() - 570, now() - 300)).value(u"a"_s), points);
    }

    void aDatapointAppearsWhenItsPeriodIsOver()
    {
        Fixture f;
        const QJsonArray queries{query(u"a"_s, metric(u"NetworkIn"_s, f.running)),
                                 query(u"b"_s, metric(u"NetworkIn"_s, f.running), 10)};
        const auto newest = [&](const QString &id) {
            return f.data(request(queries, now() - 600, now() + 3600)).value(id).first().first;
        };
        f.clock.advance(59s);
        QCOMPARE(newest(u"a"_s), now() - 60);
        QCOMPARE(newest(u"b"_s), now() + 40);
        f.clock.advance(1s);
        QCOMPARE(newest(u"a"_s), now());
        QCOMPARE(newest(u"b"_s), now() + 50);
    }

    void pagesAddUpToTheWhole_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("order");
        QTest::newRow("7, descending") << 7 << u"TimestampDescending"_s;
        QTest::newRow("7, ascending") << 7 << u"TimestampAscending"_s;
        QTest::newRow("10, at the seam") << 10 << u"TimestampDescending"_s;
        QTest::newRow("1") << 1 << u"TimestampAscending"_s;
    }
    void pagesAddUpToTheWhole()
    {
        QFETCH(int, most);
        QFETCH(QString, order);
        Fixture f;
        const QJsonArray queries{query(u"a"_s, metric(u"NetworkIn"_s, f.running)),
                                 query(u"b"_s, metric(u"NetworkOut"_s, f.running)),
                                 query(u"nothing"_s, metric(u"NetworkOut"_s, f.idle)),
                                 query(u"c"_s, metric(u"FillMsec"_s, f.running), 10, u"Maximum"_s)};
        QJsonObject parameters = request(queries, now() - 600, now());
        parameters.insert(u"ScanBy"_s, order);
        int pages = 0;
        const auto whole = f.data(parameters, &pages);
        QCOMPARE(pages, 1);
        QCOMPARE(whole.value(u"a"_s).size(), 10);
        QCOMPARE(whole.value(u"c"_s).size(), 60);
        QVERIFY(whole.contains(u"nothing"_s) && whole.value(u"nothing"_s).isEmpty());
        parameters.insert(u"MaxDatapoints"_s, most);
        pages = 0;
        QCOMPARE(f.data(parameters, &pages), whole);
        QVERIFY(pages >= 80 / most);
    }

    void aPageHoldsNoMoreThanTheServiceAllows()
    {
        Fixture f;
        QJsonArray queries;
        for (int i = 0; i < 6; ++i)
            queries.append(query(u"q"_s + QString::number(i), metric(u"NetworkIn"_s, f.running)));
        // 6 × 14 days of minutes are 120,960 datapoints.
        const QJsonObject parameters = request(queries, now() - 14 * 86'400, now());
        const ClientReply first = f.client.cloudWatch(u"GetMetricData"_s, parameters);
        qsizetype points = 0;
        const QJsonArray results = first.json().value("MetricDataResults"_L1).toArray();
        for (const QJsonValue &result : results)
            points += result["Values"_L1].toArray().size();
        QCOMPARE(points, 100'800);
        QVERIFY(first.json().contains("NextToken"_L1));
        QCOMPARE(f.region.faults().counts().metricsRequested, 6);
        QCOMPARE(f.region.faults().counts().datapoints, 100'800);
        QCOMPARE(f.data(parameters).value(u"q5"_s).size(), 14 * 1440);
    }

    void statisticsAgreeWithMetricDataButComeInNoOrder()
    {
        Fixture f;
        const qint64 to = now();
        const auto data
            = f.data(request({query(u"a"_s, metric(u"NetworkIn"_s, f.running))}, to - 600, to));
        QJsonObject parameters = metric(u"NetworkIn"_s, f.running);
        parameters.insert(u"StartTime"_s, to - 600);
        parameters.insert(u"EndTime"_s, to);
        parameters.insert(u"Period"_s, 60);
        parameters.insert(u"Statistics"_s, QJsonArray{u"Average"_s, u"Maximum"_s});
        const ClientReply reply = f.client.cloudWatch(u"GetMetricStatistics"_s, parameters);
        QCOMPARE(reply.status, 200);
        QMap<qint64, double> points;
        QList<qint64> order;
        const QJsonArray datapoints = reply.json().value("Datapoints"_L1).toArray();
        for (const QJsonValue &point : datapoints) {
            order << point["Timestamp"_L1].toInteger();
            points.insert(order.last(), point["Average"_L1].toDouble());
            QVERIFY(point["Maximum"_L1].toDouble() >= point["Average"_L1].toDouble());
        }
        QVERIFY(!std::is_sorted(order.begin(), order.end()));
        QCOMPARE(points.size(), data.value(u"a"_s).size());
        for (const auto &[at, value] : data.value(u"a"_s))
            QCOMPARE(points.value(at), value);
        QCOMPARE(f.region.faults().counts().metricsRequested, 1); // these are requests, not metrics
    }

    void statisticsAreRefusedLikeByTheService_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *tag, const QString &key, const QJsonValue &value,
                            const QString &code) {
            QTest::newRow(tag) << key << value << code;
        };
        row("too many points", u"StartTime"_s, now() - 60 * 1441, u"InvalidParameterCombination"_s);
        row("odd period", u"Period"_s, 7, u"ValidationError"_s);
        row("no statistic", u"Statistics"_s, QJsonArray{}, u"InvalidParameterCombination"_s);
        row("unknown statistic", u"Statistics"_s, QJsonArray{u"Median"_s}, u"ValidationError"_s);
        row("a percentile in the wrong place", u"Statistics"_s, QJsonArray{u"p90"_s},
            u"ValidationError"_s);
        row("no name", u"MetricName"_s, QString(), u"MissingParameter"_s);
        row("backwards", u"EndTime"_s, now() - 900, u"ValidationError"_s);
    }
    void statisticsAreRefusedLikeByTheService()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        Fixture f;
        QJsonObject parameters = metric(u"NetworkIn"_s, f.running);
        parameters.insert(u"StartTime"_s, now() - 600);
        parameters.insert(u"EndTime"_s, now());
        parameters.insert(u"Period"_s, 60);
        parameters.insert(u"Statistics"_s, QJsonArray{u"Average"_s});
        QCOMPARE(f.client.cloudWatch(u"GetMetricStatistics"_s, parameters).status, 200);
        parameters.insert(key, value);
        const ClientReply reply = f.client.cloudWatch(u"GetMetricStatistics"_s, parameters);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), code);
    }

    void aTokenNeedsTheSameRequest()
    {
        Fixture f;
        QJsonObject parameters
            = request({query(u"a"_s, metric(u"NetworkIn"_s, f.running))}, now() - 600, now());
        parameters.insert(u"MaxDatapoints"_s, 3);
        const ClientReply page = f.client.cloudWatch(u"GetMetricData"_s, parameters);
        parameters.insert(u"NextToken"_s, page.json().value("NextToken"_L1));
        QCOMPARE(f.client.cloudWatch(u"GetMetricData"_s, parameters).status, 200);
        parameters.insert(u"StartTime"_s, now() - 660);
        const ClientReply refused = f.client.cloudWatch(u"GetMetricData"_s, parameters);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorCode(refused), u"InvalidNextToken"_s);
        QCOMPARE(refused.header("x-amzn-query-error"), "InvalidNextToken;Sender");
    }

    void oldDataIsKeptOnlyCoarsely_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("oldestSeconds");
        QTest::newRow("10 s") << 10 << 1 << 3 * 3600;
        QTest::newRow("60 s") << 60 << 63 << 15 * 86'400;
        QTest::newRow("300 s") << 300 << 70 << 63 * 86'400;
        QTest::newRow("3600 s") << 3600 << 100 << 100 * 86'400;
    }
    void oldDataIsKeptOnlyCoarsely()
    {
        QFETCH(int, period);
        QFETCH(int, days);
        QFETCH(int, oldestSeconds);
        Fixture f;
        const QJsonArray queries{query(u"a"_s, metric(u"NetworkIn"_s, f.running), period)};
        const auto points
            = f.data(request(queries, now() - qint64(days) * 86'400, now())).value(u"a"_s);
        QCOMPARE(points.size(), oldestSeconds / period);
        QCOMPARE(points.last().first, now() - oldestSeconds);
    }

    void unknownAndIdleSeriesAreEmptyNotErrors()
    {
        Fixture f;
        QJsonObject subset = metric(u"NetworkIn"_s, f.running);
        subset.insert(u"Dimensions"_s, QJsonArray());
        const QJsonArray queries{query(u"idle"_s, metric(u"NetworkIn"_s, f.idle)),
                                 query(u"unknown"_s, metric(u"NoSuchThing"_s, f.running)),
                                 query(u"subset"_s, subset)};
        const ClientReply reply
            = f.client.cloudWatch(u"GetMetricData"_s, request(queries, now() - 600, now()));
        QCOMPARE(reply.status, 200);
        const QJsonArray results = reply.json().value("MetricDataResults"_L1).toArray();
        QCOMPARE(results.size(), 3);
        for (const QJsonValue &result : results) {
            QCOMPARE(result["StatusCode"_L1].toString(), u"Complete"_s);
            QVERIFY(result["Values"_L1].toArray().isEmpty());
        }
        QVERIFY(reply.json().value("Messages"_L1).isArray());
    }

    void aQueryMayKeepItsDataToItself()
    {
        Fixture f;
        QJsonObject hidden = query(u"a"_s, metric(u"NetworkIn"_s, f.running));
        hidden.insert(u"ReturnData"_s, false);
        const QJsonArray queries{hidden, query(u"b"_s, metric(u"NetworkIn"_s, f.running))};
        const auto data = f.data(request(queries, now() - 600, now()));
        QCOMPARE(data.keys(), QStringList{u"b"_s});
    }

    void badRequestsAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("code");
        const QJsonObject good = query(u"a"_s, metric(u"NetworkIn"_s, u"1234567"_s));
        const auto queries = [](const QJsonArray &list) {
            return QJsonObject{{u"MetricDataQueries"_s, list}};
        };
        const auto row = [](const char *name, const QJsonObject &change,
                            const QString &code = u"ValidationError"_s) {
            QTest::newRow(name) << change << code;
        };
        QJsonArray many;
        for (int i = 0; i < 501; ++i)
            many.append(query(u"m"_s + QString::number(i), metric(u"NetworkIn"_s, u"1234567"_s)));
        row("501 queries", queries(many));
        row("no queries", queries({}), u"MissingParameter"_s);
        row("same id twice", queries({good, good}));
        row("capital id", queries({query(u"A"_s, metric(u"NetworkIn"_s, u"1"_s))}));
        row("empty id", queries({query({}, metric(u"NetworkIn"_s, u"1"_s))}));
        row("odd period", queries({query(u"a"_s, metric(u"NetworkIn"_s, u"1"_s), 45)}));
        row("zero period", queries({query(u"a"_s, metric(u"NetworkIn"_s, u"1"_s), 0)}));
        row("unknown statistic",
            queries({query(u"a"_s, metric(u"NetworkIn"_s, u"1"_s), 60, u"Best"_s)}));
        row("no metric name", queries({query(u"a"_s, metric({}, u"1"_s))}), u"MissingParameter"_s);
        row("expression",
            queries({QJsonObject{{u"Id"_s, u"e"_s}, {u"Expression"_s, u"SUM(a)"_s}}}));
        row("not objects", queries({1, u"two"_s, QJsonValue()}));
        row("no start", {{u"StartTime"_s, QJsonValue()}}, u"MissingParameter"_s);
        row("no end", {{u"EndTime"_s, u"soon"_s}}, u"MissingParameter"_s);
        row("start after end", {{u"StartTime"_s, now() + 1}});
        row("start is end", {{u"StartTime"_s, now()}});
        row("unknown order", {{u"ScanBy"_s, u"Sideways"_s}});
        row("no datapoints", {{u"MaxDatapoints"_s, 0}});
        row("bad token", {{u"NextToken"_s, u"bm9wZQ=="_s}}, u"InvalidNextToken"_s);
    }
    void badRequestsAreRefused()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, code);
        Fixture f;
        QJsonObject parameters
            = request({query(u"a"_s, metric(u"NetworkIn"_s, f.running))}, now() - 600, now());
        QCOMPARE(f.client.cloudWatch(u"GetMetricData"_s, parameters).status, 200);
        for (auto it = change.begin(); it != change.end(); ++it)
            parameters.insert(it.key(), it.value());
        const ClientReply reply = f.client.cloudWatch(u"GetMetricData"_s, parameters);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), code);
        QVERIFY(!reply.json().value("message"_L1).toString().isEmpty());
    }

    void fiveHundredQueriesAreFine()
    {
        Fixture f;
        QJsonArray queries;
        for (int i = 0; i < 500; ++i)
            queries.append(query(u"m"_s + QString::number(i), metric(u"NetworkIn"_s, f.running)));
        QCOMPARE(f.data(request(queries, now() - 600, now())).size(), 500);
    }

    void whatIsListedCanBeFetched()
    {
        Fixture f;
        QJsonArray queries;
        const QJsonArray metrics
            = f.client
                  .cloudWatch(u"ListMetrics"_s,
                              {{u"Dimensions"_s,
                                QJsonArray{QJsonObject{{u"Name"_s, u"ChannelId"_s},
                                                       {u"Value"_s, f.running}}}}})
                  .json()
                  .value("Metrics"_L1)
                  .toArray();
        for (const QJsonValue &item : metrics)
            queries.append(query(u"m"_s + QString::number(queries.size()), item.toObject()));
        const auto data = f.data(request(queries, now() - 300, now()));
        QCOMPARE(data.size(), metrics.size());
        for (const auto &series : data)
            QCOMPARE(series.size(), 5);
    }

    void unknownOperationsAndBodiesAreRefused()
    {
        Fixture f;
        QCOMPARE(errorCode(f.client.cloudWatch(u"PutMetricData"_s, {})),
                 u"UnknownOperationException"_s);
        aws::HttpRequest broken{"POST", f.region.endpoint(), {}, "{\"MetricDataQueries\":["};
        broken.url.setPath(u"/"_s);
        broken.headers = {{"Content-Type", "application/x-amz-json-1.0"},
                          {"X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData"}};
        const ClientReply reply = f.client.send(broken, u"monitoring"_s);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), u"SerializationException"_s);
        QVERIFY(reply.header("x-amzn-query-error").isEmpty()); // not asked for
        const ClientReply form
            = f.client.form(u"monitoring"_s, "Action=DeleteAlarms&Version=2010-08-01");
        QCOMPARE(form.status, 400);
        QVERIFY(form.body.contains("<Code>InvalidAction</Code>"));
        const ClientReply cbor = [&] {
            aws::HttpRequest request{"POST", f.region.endpoint(), {}, "\xa0"};
            request.url.setPath(
                u"/service/GraniteServiceVersion20100801/operation/GetMetricData"_s);
            request.headers
                = {{"Content-Type", "application/cbor"}, {"smithy-protocol", "rpc-v2-cbor"}};
            return f.client.send(request, u"monitoring"_s);
        }();
        QCOMPARE(cbor.status, 400);
        QCOMPARE(errorCode(cbor), u"UnknownOperationException"_s);
    }

    void theQueryProtocolGivesTheSameAnswer()
    {
        Fixture f;
        const QByteArray form
            = "Action=GetMetricData&Version=2010-08-01&StartTime=2026-09-21T11%3A58%3A00Z"
              "&EndTime=2026-09-21T12%3A00%3A00Z&MetricDataQueries.member.1.Id=a"
              "&MetricDataQueries.member.1.MetricStat.Period=60"
              "&MetricDataQueries.member.1.MetricStat.Stat=Maximum"
              "&MetricDataQueries.member.1.MetricStat.Metric.Namespace=AWS%2FMediaLive"
              "&MetricDataQueries.member.1.MetricStat.Metric.MetricName=InputVideoFrameRate"
              "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=ChannelId"
              "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value="
            + f.running.toLatin1()
            + "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Name=Pipeline"
              "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value=0";
        const ClientReply xml = f.client.form(u"monitoring"_s, form);
        QCOMPARE(xml.status, 200);
        const QJsonArray queries{
            query(u"a"_s, metric(u"InputVideoFrameRate"_s, f.running), 60, u"Maximum"_s)};
        const auto json = f.data(request(queries, now() - 120, now())).value(u"a"_s);
        QCOMPARE(json.size(), 2);
        const QByteArray value = QByteArray::number(json.first().second);
        QVERIFY2(
            xml.body.contains("<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/"
                              "2010-08-01/\"><GetMetricDataResult><MetricDataResults><member>"
                              "<Id>a</Id>"),
            xml.body.constData());
        QVERIFY2(xml.body.contains("<Timestamps><member>2026-09-21T11:59:00Z</member><member>"
                                   "2026-09-21T11:58:00Z</member></Timestamps><Values><member>"
                                   + value + "</member>"),
                 xml.body.constData());
    }
};

QTEST_GUILESS_MAIN(TestDemoCloudWatch)
#include "tst_democloudwatch.moc"
