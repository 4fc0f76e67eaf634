// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventoryjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

Channel fullChannel()
{
    Channel channel;
    channel.id = u"1234567"_s;
    channel.name = u"News \"HD\" ü"_s;
    channel.arn = u"arn:aws:medialive:eu-central-1:123456789012:channel:1234567"_s;
    channel.state = u"RUNNING"_s;
    channel.channelClass = u"STANDARD"_s;
    channel.logLevel = u"ERROR"_s;
    channel.roleArn = u"arn:role"_s;
    channel.pipelinesRunning = 0;
    channel.inputCodec = u"AVC"_s;
    channel.inputBitrate = u"MAX_10_MBPS"_s;
    channel.inputResolution = u"HD"_s;
    channel.cdiResolution = u"FHD"_s;
    channel.inputAttachments = {{u"a"_s, u"1"_s, u"2"_s, u"PRIMARY_INPUT_PREFERRED"_s}, {}};
    channel.destinations = {{u"d"_s, {u"rtp://1"_s, u"rtp://2"_s}}};
    channel.egressIps = {u"192.0.2.1"_s, u"192.0.2.2"_s};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'800'000'000'123, Qt::UTC);
    channel.maintenance = {u"MONDAY"_s, u"02:00"_s, time, time.addDays(1)};
    channel.engine = {u"ENGINE-1"_s, time};
    channel.usedEngines = {{u"ENGINE-0"_s, {}}, {u"ENGINE-1"_s, time}};
    channel.anywhereClusterId = u"c1"_s;
    channel.tags = {{u"team"_s, u"news"_s}, {u"empty"_s, {}}};
    return channel;
}

Input fullInput()
{
    Input input;
    input.id = u"77"_s;
    input.name = u"in"_s;
    input.arn = u"arn"_s;
    input.state = u"ATTACHED"_s;
    input.type = u"SRT_CALLER"_s;
    input.inputClass = u"STANDARD"_s;
    input.sourceType = u"STATIC"_s;
    input.networkLocation = u"AWS"_s;
    input.roleArn = u"role"_s;
    input.attachedChannels = {u"1"_s, u"2"_s};
    input.sources = {{u"srt://h:1"_s, u"user"_s, u"/param"_s}};
    input.destinations = {{u"192.0.2.1"_s, u"5000"_s, u"rtp://"_s, u"n"_s, u"az"_s}, {}};
    input.securityGroups = {u"sg"_s};
    input.mediaConnectFlows = {u"flow"_s};
    input.inputDevices = {u"hd-1"_s};
    input.partnerInputIds = {u"78"_s};
    input.sdiSources = {u"sdi"_s};
    input.tags = {{u"a"_s, u"b"_s}};
    return input;
}

} // namespace

class InventoryJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAListTellsSurvives()
    {
        QCOMPARE(channelFromJson(channelToJson(fullChannel())), std::optional(fullChannel()));
        QCOMPARE(inputFromJson(inputToJson(fullInput())), std::optional(fullInput()));
    }

    void whatIsEmptyTakesNoRoomAndStaysEmpty()
    {
        Channel channel;
        channel.id = u"1"_s;
        QCOMPARE(channelToJson(channel), QByteArray(R"({"id":"1"})"));
        const auto back = channelFromJson(channelToJson(channel));
        QVERIFY(back);
        QCOMPARE(*back, channel);
        QVERIFY(!back->pipelinesRunning); // unknown is not zero
    }

    void whatOnlyADescriptionTellsIsNoChange()
    {
        Channel described = fullChannel();
        described.pipelineDetails = {{u"0"_s, u"a"_s, {}}};
        described.outputGroups = {u"hls"_s};
        QCOMPARE(contentHash(described), contentHash(fullChannel()));
        QCOMPARE(channelToJson(described), channelToJson(fullChannel()));
    }

    void anyOtherDifferenceChangesTheHash_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("state") << QByteArray(R"({"id":"1","state":"IDLE"})");
        QTest::newRow("no pipeline") << QByteArray(R"({"id":"1","pipelinesRunning":0})");
        QTest::newRow("name") << QByteArray(R"({"id":"1","name":"IDLE"})");
        QTest::newRow("one address") << QByteArray(R"({"id":"1","egressIps":["ab"]})");
        QTest::newRow("two addresses") << QByteArray(R"({"id":"1","egressIps":["a","b"]})");
        QTest::newRow("tag") << QByteArray(R"({"id":"1","tags":{"a":"b"}})");
        QTest::newRow("other tag") << QByteArray(R"({"id":"1","tags":{"b":"a"}})");
        QTest::newRow("time") << QByteArray(
            R"({"id":"1","maintenanceDeadline":"2026-01-01T00:00:00.000Z"})");
    }
    void anyOtherDifferenceChangesTheHash()
    {
        QFETCH(QByteArray, json);
        const auto channel = channelFromJson(json);
        QVERIFY(channel);
        Channel bare;
        bare.id = u"1"_s;
        QVERIFY(contentHash(*channel) != contentHash(bare));
        QCOMPARE(contentHash(*channel), contentHash(*channelFromJson(channelToJson(*channel))));
    }

    void badTextIsNothingOrLess_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("something");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("no JSON") << QByteArray("\xff\x00x", 3) << false;
        QTest::newRow("array") << QByteArray("[1]") << false;
        QTest::newRow("no id") << QByteArray(R"({"name":"x"})") << false;
        QTest::newRow("id of another type") << QByteArray(R"({"id":7})") << false;
        QTest::newRow("members of other types")
            << QByteArray(R"({"id":"1","name":7,"tags":[1],"inputAttachments":{"a":1},)"
                          R"("egressIps":[1,null],"pipelinesRunning":"2","new":{"x":[]}})")
            << true;
    }
    void badTextIsNothingOrLess()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, something);
        const auto channel = channelFromJson(json);
        QCOMPARE(channel.has_value(), something);
        QCOMPARE(inputFromJson(json).has_value(), something);
        if (something) {
            Channel bare;
            bare.id = u"1"_s;
            QCOMPARE(*channel, bare);
        }
    }
};

QTEST_GUILESS_MAIN(InventoryJsonTest)
#include "tst_inventoryjson.moc"
