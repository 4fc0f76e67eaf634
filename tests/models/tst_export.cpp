// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/alertmodel.h"
#include "models/channelmodel.h"
#include "models/export.h"
#include "models/healthmodel.h"
#include "models/samples.h"
#include "models/tablefilterproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

QList<int> columnsOf(const TableModel &model, const QStringList &ids)
{
    QList<int> columns;
    for (const QString &id : ids)
        columns << model.columnOf(id);
    return columns;
}

/// A one-channel model whose name is \a name.
QByteArray nameAsCsv(const QString &name)
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, name)});
    return toCsv(model, columnsOf(model, {u"name"_s}), {0})
        .split('\n')
        .at(1)
        .mid(qstrlen("Profile p1,eu-central-1,"));
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsTyped();
    void csvTitlesAreForPeople();
    void csvQuotesAndGuards_data();
    void csvQuotesAndGuards();
    void numbersAreNeverGuarded();
    void tsvShowsWhatTheCellsShow();
    void jsonIsTyped();
    void jsonTextKeepsProfileAndRegionFirst();
    void missingReadingsAreNullNotZero();
    void proxiesExportWhatTheyShow();
    void nothingToExportIsStillWellFormed();
};

void TestExport::csvIsTyped()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1001"_s, u"Sport, \"live\""_s);
    row.channel.egressIps = {u"192.0.2.1"_s, u"192.0.2.2"_s};
    row.channel.maintenance.deadline = start();
    model.upsert({row, channelRow(u"1002"_s, u"Zoë"_s, u"IDLE"_s, u"p2"_s)});
    model.setTimeZone(TimeZoneChoice::Local);
    const QByteArray csv
        = toCsv(model,
                columnsOf(model,
                          {u"id"_s, u"name"_s, u"state"_s, u"pipelinesRunning"_s, u"egressIps"_s,
                           u"maintenanceDeadline"_s, u"region"_s, u"age"_s}),
                {0, 1});
    QCOMPARE(csv,
             QByteArray("profile,region,id,name,state,pipelinesRunning,egressIps,"
                        "maintenanceDeadline,age\r\n"
                        "Profile p1,eu-central-1,1001,\"Sport, \"\"live\"\"\",RUNNING,2,"
                        "192.0.2.1; 192.0.2.2,2026-11-23T02:57:44Z,0\r\n"
                        "Profile p2,eu-central-1,1002,Zo\xc3\xab,IDLE,0,,,0\r\n"));
}

void TestExport::csvTitlesAreForPeople()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    const QByteArray csv
        = toCsv(model, columnsOf(model, {u"id"_s, u"pipelinesRunning"_s}), {}, CsvHeader::Titles);
    QCOMPARE(csv, QByteArray("Profile,Region,Id,Pipelines\r\n"));
}

void TestExport::csvQuotesAndGuards_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("plain") << u"News 24"_s << QByteArray("News 24\r");
    QTest::newRow("empty") << QString() << QByteArray("\r");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"\r");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"\r");
    QTest::newRow("outer blanks") << u" a "_s << QByteArray("\" a \"\r");
    QTest::newRow("semicolon") << u"a;b"_s << QByteArray("a;b\r");
    QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1\r");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1\r");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1\r");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)\r");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1\r");
    QTest::newRow("formula with quotes")
        << u"=HYPERLINK(\"http://x\",\"y\")"_s
        << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r");
    QTest::newRow("formula inside") << u"a=1"_s << QByteArray("a=1\r");
}

void TestExport::csvQuotesAndGuards()
{
    QFETCH(QString, name);
    QTEST(nameAsCsv(name), "csv");
}

void TestExport::numbersAreNeverGuarded()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::NetworkIn).value = -1.5;
    row.health.reading(HealthMetric::FillMsec).value = 60000.0;
    row.health.reading(HealthMetric::SvqTime).value = 0.1;
    model.upsert({row});
    const QByteArray csv = toCsv(
        model,
        columnsOf(model, {u"networkIn"_s, u"fillMsec"_s, u"svqTime"_s, u"pipelinesLocked"_s}), {0});
    QCOMPARE(csv.split('\n').at(1), QByteArray("Profile p1,eu-central-1,-1.5,60000,0.1,true\r"));
}

void TestExport::tsvShowsWhatTheCellsShow()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"two\tcells\nand lines"_s), channelRow(u"2"_s, u"=1"_s)});
    const QByteArray tsv
        = toTsv(model, columnsOf(model, {u"name"_s, u"pipelinesRunning"_s, u"state"_s}), {1, 0});
    QCOMPARE(tsv,
             QByteArray("Name\tPipelines\tState\n"
                        "'=1\t2 / 2\tRunning\n"
                        "two cells and lines\t2 / 2\tRunning\n"));
}

void TestExport::jsonIsTyped()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1001"_s, u"Sport"_s);
    row.channel.egressIps = {u"192.0.2.1"_s};
    row.channel.engine.expiresAt = start();
    model.upsert({row});
    const QJsonArray json = toJson(model, allColumns(model), allRows(model));
    QCOMPARE(json.size(), 1);
    const QJsonObject object = json.first().toObject();
    QCOMPARE(object.size(), model.columnCount());
    QCOMPARE(object.value(u"id"_s), QJsonValue(u"1001"_s)); // digits, yet a name
    QCOMPARE(object.value(u"pipelinesRunning"_s), QJsonValue(2));
    QCOMPARE(object.value(u"egressIps"_s), QJsonValue(QJsonArray{u"192.0.2.1"_s}));
    QCOMPARE(object.value(u"tags"_s), QJsonValue(QJsonArray()));
    QCOMPARE(object.value(u"engineExpiry"_s), QJsonValue(u"2026-11-23T02:57:44Z"_s));
    QCOMPARE(object.value(u"maintenanceDeadline"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(object.value(u"logLevel"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(object.value(u"age"_s), QJsonValue(0));
}

void TestExport::jsonTextKeepsProfileAndRegionFirst()
{
    ManualClock clock(start());
    AlertModel model(clock);
    model.upsert({alertRow(u"9"_s, u"1"_s, u"SET"_s), alertRow(u"9"_s, u"2"_s, u"SET"_s)});
    const QByteArray text = toJsonText(model, columnsOf(model, {u"id"_s, u"setAt"_s}), {0, 1});
    QCOMPARE(text,
             QByteArray("[\n"
                        "{\"profile\":\"Profile p1\",\"region\":\"eu-central-1\",\"id\":\"1\","
                        "\"setAt\":\"2026-11-23T02:56:44Z\"},\n"
                        "{\"profile\":\"Profile p1\",\"region\":\"eu-central-1\",\"id\":\"2\","
                        "\"setAt\":\"2026-11-23T02:56:44Z\"}\n"
                        "]\n"));
    QCOMPARE(QJsonDocument::fromJson(toJsonText(model, allColumns(model), {0, 1})).array(),
             toJson(model, allColumns(model), {0, 1}));
}

void TestExport::missingReadingsAreNullNotZero()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::DroppedFrames) = {ReadingStatus::NoData, 0.0, {}};
    row.health.reading(HealthMetric::SvqTime).value = qQNaN();
    model.upsert({row});
    const QList<int> columns
        = columnsOf(model, {u"droppedFrames"_s, u"svqTime"_s, u"output4xxErrors"_s});
    const QJsonObject object = toJson(model, columns, {0}).first().toObject();
    QCOMPARE(object.value(u"droppedFrames"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(object.value(u"svqTime"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(object.value(u"output4xxErrors"_s), QJsonValue(0));
    QCOMPARE(toCsv(model, columns, {0}).split('\n').at(1),
             QByteArray("Profile p1,eu-central-1,,,0\r"));
}

void TestExport::proxiesExportWhatTheyShow()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(
        {channelRow(u"1"_s, u"b"_s), channelRow(u"2"_s, u"a"_s), channelRow(u"3"_s, u"x"_s)});
    TableFilter filter;
    filter.quick = u"-name:x"_s;
    proxy.setFilter(filter);
    proxy.sort(int(ChannelModel::Column::Name));
    QCOMPARE(toCsv(proxy, columnsOf(model, {u"name"_s}), allRows(proxy)),
             QByteArray("profile,region,name\r\nProfile p1,eu-central-1,a\r\n"
                        "Profile p1,eu-central-1,b\r\n"));
}

void TestExport::nothingToExportIsStillWellFormed()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QCOMPARE(toJsonText(model, allColumns(model), {}), QByteArray("[]\n"));
    QVERIFY(toJson(model, allColumns(model), {}).isEmpty());
    QCOMPARE(toCsv(model, {}, {}), QByteArray("profile,region\r\n"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
