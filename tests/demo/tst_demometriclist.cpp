// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "democlient.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;

namespace {

/// A demo region with the first channel that runs and the first that does not.
struct Fixture
{
    explicit Fixture(const QString &scenario)
        : clock(QDateTime(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC))
        , region(optionsFor(scenario), clock)
        , started(region.start())
        , client(region, clock)
    {
        const QJsonArray channels
            = client.get(u"/prod/channels"_s).json().value("channels"_L1).toArray();
        for (const QJsonValue &item : channels) {
            QString &slot = item["state"_L1].toString() == "RUNNING"_L1 ? running : idle;
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
};

} // namespace

/// The lists of CloudWatch's side of a demo region, metrics and alarms, over real HTTP.
class TestDemoMetricList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listMetricsPagesByFiveHundred()
    {
        Fixture f(u"living"_s);
        QSet<QString> seen;
        QString token;
        QList<qsizetype> pages;
        do {
            QJsonObject parameters{{u"Namespace"_s, u"AWS/MediaLive"_s}};
            if (!token.isEmpty())
                parameters.insert(u"NextToken"_s, token);
            const QJsonObject json = f.client.cloudWatch(u"ListMetrics"_s, parameters).json();
            const QJsonArray metrics = json.value("Metrics"_L1).toArray();
            pages << metrics.size();
            for (const QJsonValue &item : metrics)
                seen << QString::fromUtf8(QJsonDocument(item.toObject()).toJson());
            token = json.value("NextToken"_L1).toString();
        } while (!token.isEmpty() && pages.size() < 20);
        qsizetype total = 0;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            total += pages.at(i);
            if (i + 1 < pages.size())
                QCOMPARE(pages.at(i), 500);
        }
        QVERIFY(pages.size() >= 2);
        QCOMPARE(seen.size(), total);
    }

    void listMetricsFilters()
    {
        Fixture f(u"living"_s);
        const auto list = [&](const QJsonObject &parameters) {
            return f.client.cloudWatch(u"ListMetrics"_s, parameters)
                .json()
                .value("Metrics"_L1)
                .toArray();
        };
        const auto dimension = [](const QString &name, const QString &value = {}) {
            QJsonObject object{{u"Name"_s, name}};
            if (!value.isNull())
                object.insert(u"Value"_s, value);
            return QJsonObject{{u"Dimensions"_s, QJsonArray{object}}};
        };
        const QJsonArray mine = list(dimension(u"ChannelId"_s, f.running));
        QVERIFY(mine.size() > 10);
        for (const QJsonValue &item : mine)
            QVERIFY(QJsonDocument(item.toObject()).toJson().contains(f.running.toLatin1()));
        for (const QJsonValue &item : list(dimension(u"OutputGroupName"_s)))
            QCOMPARE(item["Dimensions"_L1].toArray().size(), 3);
        const QJsonArray fills = list({{u"MetricName"_s, u"FillMsec"_s}});
        QVERIFY(!fills.isEmpty());
        for (const QJsonValue &item : fills)
            QCOMPARE(item["MetricName"_L1].toString(), u"FillMsec"_s);
        QVERIFY(list({{u"Namespace"_s, u"AWS/EC2"_s}}).isEmpty());
        QVERIFY(list(dimension(u"ChannelId"_s, u"7"_s)).isEmpty());
        // A channel that has never run has published nothing.
        QVERIFY(list(dimension(u"ChannelId"_s, f.idle)).isEmpty());
        QCOMPARE(f.client.cloudWatch(u"ListMetrics"_s, {{u"RecentlyActive"_s, u"PT9H"_s}}).status,
                 400);
        QCOMPARE(f.client.cloudWatch(u"ListMetrics"_s, {{u"RecentlyActive"_s, u"PT3H"_s}}).status,
                 200);
    }

    void alarmsPageAndFilter()
    {
        Fixture f(u"living"_s);
        const auto alarms = [&](const QJsonObject &parameters,
                                const QString &key = u"MetricAlarms"_s) {
            return f.client.cloudWatch(u"DescribeAlarms"_s, parameters).json().value(key).toArray();
        };
        const QJsonArray whole = alarms({});
        QCOMPARE(whole.size(), 7);
        QSet<QString> nameSpaces;
        for (const QJsonValue &alarm : whole)
            nameSpaces << alarm["Namespace"_L1].toString();
        QCOMPARE(nameSpaces, (QSet<QString>{u"AWS/MediaLive"_s, u"AWS/EC2"_s}));

        QJsonArray paged;
        QJsonObject parameters{{u"MaxRecords"_s, 2}};
        for (int page = 0; page < 10; ++page) {
            const QJsonObject json = f.client.cloudWatch(u"DescribeAlarms"_s, parameters).json();
            for (const QJsonValue &alarm : json.value("MetricAlarms"_L1).toArray())
                paged.append(alarm);
            if (!json.contains("NextToken"_L1))
                break;
            parameters.insert(u"NextToken"_s, json.value("NextToken"_L1));
        }
        QCOMPARE(paged, whole);

        const QString name = whole.first()["AlarmName"_L1].toString();
        QCOMPARE(alarms({{u"AlarmNames"_s, QJsonArray{name}}}).size(), 1);
        QCOMPARE(alarms({{u"AlarmNamePrefix"_s, u"medialive-"_s}}).size(), 6);
        for (const QString &state : {u"OK"_s, u"ALARM"_s, u"INSUFFICIENT_DATA"_s}) {
            for (const QJsonValue &alarm : alarms({{u"StateValue"_s, state}}))
                QCOMPARE(alarm["StateValue"_L1].toString(), state);
        }
        const QJsonObject composite{{u"AlarmTypes"_s, QJsonArray{u"CompositeAlarm"_s}}};
        QVERIFY(alarms({}, u"CompositeAlarms"_s).isEmpty());
        QCOMPARE(alarms(composite, u"CompositeAlarms"_s).size(), 1);
        QVERIFY(alarms(composite).isEmpty());
        QCOMPARE(f.client.cloudWatch(u"DescribeAlarms"_s, {{u"MaxRecords"_s, 101}}).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestDemoMetricList)
#include "tst_demometriclist.moc"
