// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialivejson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second), Qt::UTC);
}

const QByteArray kChannel = R"({
    "arn": "arn:aws:medialive:eu-central-1:111122223333:channel:1234567",
    "id": "1234567", "name": "News HD", "state": "RUNNING", "channelClass": "STANDARD",
    "logLevel": "WARNING", "roleArn": "arn:aws:iam::111122223333:role/Live", "pipelinesRunningCount": 2,
    "inputSpecification": {"codec": "AVC", "maximumBitrate": "MAX_20_MBPS", "resolution": "HD"},
    "cdiInputSpecification": {"resolution": "FHD"},
    "inputAttachments": [
        {"inputAttachmentName": "main", "inputId": "77", "inputSettings": {"x": [1]},
         "automaticInputFailoverSettings": {"secondaryInputId": "78", "inputPreference": "PRIMARY_INPUT_PREFERRED"}},
        {"inputId": "79"}],
    "egressEndpoints": [{"sourceIp": "192.0.2.1"}, {"sourceIp": "192.0.2.2"}, {}],
    "maintenance": {"maintenanceDay": "TUESDAY", "maintenanceStartTime": "02:00",
                    "maintenanceDeadline": "2026-04-01T02:00:00Z", "maintenanceScheduledDate": "2026-03-24T02:00:00.000Z"},
    "channelEngineVersion": {"version": "20.1", "expirationDate": "2026-12-31T00:00:00Z"},
    "usedChannelEngineVersions": [{"version": "20.0"}],
    "anywhereSettings": {"clusterId": "c-1", "channelPlacementGroupId": "g"},
    "tags": {"team": "sport", "tier": "1"},
    "destinations": [
        {"id": "d1", "settings": [{"url": "rtmp://cdn.example/app", "streamName": "news"},
                                  {"url": "https://user:hunter2@cdn.example/b"}, {}]},
        {"id": "d2", "mediaPackageSettings": [{"channelId": "mp1"},
            {"channelGroup": "g", "channelName": "n", "channelEndpointId": "1"}]},
        {"id": "d3", "multiplexSettings": {"multiplexId": "m1", "programName": "p1"}},
        {"id": "d4", "srtSettings": [{"url": "srt://srt.example:9000", "streamId": "s1"},
                                     {"connectionMode": "LISTENER", "listenerPort": 5000}]},
        {"id": "d5", "mediaConnectRouterSettings": [{}, {"encryptionType": "AUTOMATIC"}]}],
    "somethingNew": {"a": [true]}
})";

const QByteArray kDescribed = R"({
    "id": "1234567", "state": "RUNNING",
    "encoderSettings": {"outputGroups": [{"name": "HLS", "outputs": []}, {"outputs": []}, {"name": "Archive"}],
                        "videoDescriptions": []},
    "pipelineDetails": [
        {"pipelineId": "0", "activeInputAttachmentName": "main", "activeInputSwitchActionName": "to main",
         "channelEngineVersion": {"version": "20.1"}},
        {"pipelineId": "1", "activeInputAttachmentName": "backup", "channelEngineVersion": {"version": "20.1"}}]
})";

const QByteArray kInput = R"({
    "arn": "arn:aws:medialive:eu-central-1:111122223333:input:77", "id": "77", "name": "Studio", "state": "ATTACHED",
    "type": "SRT_CALLER", "inputClass": "STANDARD", "inputSourceType": "STATIC", "inputNetworkLocation": "AWS",
    "roleArn": "arn:aws:iam::111122223333:role/In", "attachedChannels": ["1", "2"],
    "sources": [{"url": "https://bob:p@w@src.example/a.m3u8", "username": "bob", "passwordParam": "/live/pw"}],
    "srtSettings": {"srtCallerSources": [{"srtListenerAddress": "198.51.100.7", "srtListenerPort": "9000"},
                                         {"srtListenerAddress": "198.51.100.8", "srtListenerPort": 9001}]},
    "multicastSettings": {"sources": [{"url": "udp://239.1.1.1:5000", "sourceIp": "10.0.0.1"}]},
    "destinations": [{"ip": "192.0.2.9", "port": "1935", "url": "rtmp://192.0.2.9:1935/a",
                      "vpc": {"availabilityZone": "eu-central-1a", "networkInterfaceId": "eni-1"}},
                     {"url": "rtp://10.1.1.1:5000", "network": "net-1", "networkRoutes": [{"cidr": "10.0.0.0/8"}]}],
    "securityGroups": ["sg1"], "mediaConnectFlows": [{"flowArn": "arn:flow"}], "inputDevices": [{"id": "hd-1"}],
    "inputPartnerIds": ["78"], "sdiSources": ["sdi-1"], "tags": {"k": "v"}
})";

QByteArray pageOf(const QByteArray &list, const QByteArray &items, const QByteArray &token = {})
{
    return "{\"" + list + "\":[" + items + "]"
        + (token.isEmpty() ? QByteArray() : ",\"nextToken\":\"" + token + '"') + '}';
}

} // namespace

class TestMediaLiveJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAChannel();
    void itemsOfAPageShareCommonTexts();
    void readsEveryKindOfDestination();
    void describedChannelHasPipelinesAndOutputGroups();
    void readsAnInput();
    void readsAlerts();
    void readsThumbnails();
    void pagesCarryTheToken();
    void onlyAnIdIsNeeded();
    void unknownEnumValuesAreKept();
    void oddMaintenanceDatesAreNoReasonToRefuse();
    void traitsAreUnknownUntilMediaLiveTellsThem_data();
    void traitsAreUnknownUntilMediaLiveTellsThem();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
    void mutilatedAnswersNeverCrash();
};

void TestMediaLiveJson::readsAChannel()
{
    const auto page = channelsFromJson(pageOf("channels", kChannel));
    QVERIFY2(page.hasValue(), page.hasValue() ? "" : qPrintable(page.error().message));
    QCOMPARE(page->items.size(), 1);
    const Channel &channel = page->items.first();
    QCOMPARE(channel.id, u"1234567"_s);
    QCOMPARE(channel.name, u"News HD"_s);
    QCOMPARE(channel.arn, u"arn:aws:medialive:eu-central-1:111122223333:channel:1234567"_s);
    QCOMPARE(channel.state, u"RUNNING"_s);
    QCOMPARE(channel.channelClass, u"STANDARD"_s);
    QCOMPARE(channel.logLevel, u"WARNING"_s);
    QCOMPARE(channel.roleArn, u"arn:aws:iam::111122223333:role/Live"_s);
    QCOMPARE(channel.pipelinesRunning, std::optional<int>(2));
    QCOMPARE(channel.inputCodec, u"AVC"_s);
    QCOMPARE(channel.inputBitrate, u"MAX_20_MBPS"_s);
    QCOMPARE(channel.inputResolution, u"HD"_s);
    QCOMPARE(channel.cdiResolution, u"FHD"_s);
    QCOMPARE(channel.inputAttachments.size(), 2);
    QCOMPARE(channel.inputAttachments.first(),
             (InputAttachment{u"main"_s, u"77"_s, u"78"_s, u"PRIMARY_INPUT_PREFERRED"_s}));
    QCOMPARE(channel.inputAttachments.last(), (InputAttachment{{}, u"79"_s, {}, {}}));
    QCOMPARE(channel.egressIps, (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}));
    QCOMPARE(
        channel.maintenance,
        (Maintenance{u"TUESDAY"_s, u"02:00"_s, utc(2026, 4, 1, 2, 0), utc(2026, 3, 24, 2, 0)}));
    QCOMPARE(channel.engine, (EngineVersion{u"20.1"_s, utc(2026, 12, 31, 0, 0)}));
    QCOMPARE(channel.usedEngines, (QList<EngineVersion>{{u"20.0"_s, {}}}));
    QCOMPARE(channel.anywhereClusterId, u"c-1"_s);
    QCOMPARE(channel.tags, (QMap<QString, QString>{{u"team"_s, u"sport"_s}, {u"tier"_s, u"1"_s}}));
    QVERIFY(channel.pipelineDetails.isEmpty());
}

void TestMediaLiveJson::itemsOfAPageShareCommonTexts()
{
    const auto page = channelsFromJson(
        R"({"channels":[{"id":"1","state":"RUNNING","tags":{"team":"news"}},
                        {"id":"2","state":"RUNNING","tags":{"team":"news"}}]})");
    QVERIFY(page.hasValue());
    const Channel &a = page->items.at(0);
    const Channel &b = page->items.at(1);
    QCOMPARE(b.state, u"RUNNING"_s);
    QCOMPARE(b.tags, (QMap<QString, QString>{{u"team"_s, u"news"_s}}));
    QCOMPARE(a.state.constData(), b.state.constData()); // one text in memory
    QCOMPARE(a.tags.first().constData(), b.tags.first().constData());
}

void TestMediaLiveJson::readsEveryKindOfDestination()
{
    const auto channel = channelFromJson(kChannel);
    QVERIFY(channel.hasValue());
    const QList<ChannelDestination> expected{
        {u"d1"_s, {u"rtmp://cdn.example/app news"_s, u"https://user:***@cdn.example/b"_s}},
        {u"d2"_s, {u"MediaPackage mp1"_s, u"MediaPackage g/n/1"_s}},
        {u"d3"_s, {u"Multiplex m1/p1"_s}},
        {u"d4"_s, {u"srt://srt.example:9000 s1"_s, u"SRT listener, port 5000"_s}},
        {u"d5"_s, {u"MediaConnect router"_s, u"MediaConnect router"_s}},
    };
    QCOMPARE(channel->destinations, expected);
}

void TestMediaLiveJson::describedChannelHasPipelinesAndOutputGroups()
{
    const auto channel = channelFromJson(kDescribed);
    QVERIFY(channel.hasValue());
    QCOMPARE(channel->outputGroups, (QStringList{u"HLS"_s, u"Archive"_s}));
    QCOMPARE(channel->pipelineDetails,
             (QList<PipelineDetail>{{u"0"_s, u"main"_s, u"to main"_s}, {u"1"_s, u"backup"_s, {}}}));
    QCOMPARE(channel->usedEngines, (QList<EngineVersion>{{u"20.1"_s, {}}}));
}

void TestMediaLiveJson::readsAnInput()
{
    const auto page = inputsFromJson(pageOf("inputs", kInput));
    QVERIFY2(page.hasValue(), page.hasValue() ? "" : qPrintable(page.error().message));
    const Input &input = page->items.first();
    QCOMPARE(input, *inputFromJson(kInput));
    QCOMPARE(input.id, u"77"_s);
    QCOMPARE(input.name, u"Studio"_s);
    QCOMPARE(input.state, u"ATTACHED"_s);
    QCOMPARE(input.type, u"SRT_CALLER"_s);
    QCOMPARE(input.inputClass, u"STANDARD"_s);
    QCOMPARE(input.sourceType, u"STATIC"_s);
    QCOMPARE(input.networkLocation, u"AWS"_s);
    QCOMPARE(input.attachedChannels, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(input.sources,
             (QList<InputSource>{{u"https://bob:***@src.example/a.m3u8"_s, u"bob"_s, u"/live/pw"_s},
                                 {u"srt://198.51.100.7:9000"_s, {}, {}},
                                 {u"srt://198.51.100.8:9001"_s, {}, {}},
                                 {u"udp://239.1.1.1:5000"_s, {}, {}}}));
    QCOMPARE(input.destinations,
             (QList<InputDestination>{
                 {u"192.0.2.9"_s, u"1935"_s, u"rtmp://192.0.2.9:1935/a"_s, {}, u"eu-central-1a"_s},
                 {{}, {}, u"rtp://10.1.1.1:5000"_s, u"net-1"_s, {}}}));
    QCOMPARE(input.securityGroups, QStringList{u"sg1"_s});
    QCOMPARE(input.mediaConnectFlows, QStringList{u"arn:flow"_s});
    QCOMPARE(input.inputDevices, QStringList{u"hd-1"_s});
    QCOMPARE(input.partnerInputIds, QStringList{u"78"_s});
    QCOMPARE(input.sdiSources, QStringList{u"sdi-1"_s});
    QCOMPARE(input.tags.value(u"k"_s), u"v"_s);
}

void TestMediaLiveJson::readsAlerts()
{
    const auto page = alertsFromJson(
        R"({"alerts":[{"id":"a1","alertType":"Video Not Detected","message":"long","pipelineId":"0","state":"CLEARED",
            "setTimestamp":"2026-03-01T12:00:00Z","clearedTimestamp":"2026-03-01T12:05:30.500Z"},{"id":"a2","state":"SET"}],
            "nextToken":"t"})",
        u"1234567"_s);
    QVERIFY(page.hasValue());
    QCOMPARE(page->nextToken, u"t"_s);
    QCOMPARE(page->items.first(),
             (ChannelAlert{u"1234567"_s, u"a1"_s, u"Video Not Detected"_s, u"long"_s, u"0"_s,
                           u"CLEARED"_s, utc(2026, 3, 1, 12, 0),
                           utc(2026, 3, 1, 12, 5, 30).addMSecs(500)}));
    QVERIFY(page->items.last().isSet());
    QVERIFY(!page->items.last().setAt.isValid());
    QCOMPARE(page->items.last().channelId, u"1234567"_s);
}

void TestMediaLiveJson::readsThumbnails()
{
    const auto thumbnails = thumbnailsFromJson(
        R"({"thumbnailDetails":[{"pipelineId":"1","thumbnails":[
            {"body":"/9j/\n4AAQ","contentType":"image/jpeg","thumbnailType":"CURRENT_ACTIVE","timeStamp":"2026-03-01T12:00:00Z"},
            {"body":"","contentType":"image/jpeg"},{}]}, {"pipelineId":"0"}]})");
    QVERIFY(thumbnails.hasValue());
    QCOMPARE(thumbnails->size(), 1);
    QCOMPARE(thumbnails->first(),
             (Thumbnail{u"1"_s, u"CURRENT_ACTIVE"_s, u"image/jpeg"_s,
                        QByteArray("\xff\xd8\xff\xe0\x00\x10", 6), utc(2026, 3, 1, 12, 0)}));
    QVERIFY(thumbnailsFromJson("{}").hasValue());
    QVERIFY(thumbnailsFromJson("{\"thumbnailDetails\":[]}")->isEmpty());
}

void TestMediaLiveJson::pagesCarryTheToken()
{
    const auto page
        = channelsFromJson(pageOf("channels", "{\"id\":\"1\"},{\"id\":\"2\"}", "a+b/="));
    QVERIFY(page.hasValue());
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->nextToken, u"a+b/="_s);
    QCOMPARE(inputsFromJson("{\"inputs\":[],\"nextToken\":null}")->nextToken, QString());
    QVERIFY(inputsFromJson("{}")->items.isEmpty());
}

void TestMediaLiveJson::onlyAnIdIsNeeded()
{
    Channel channel;
    channel.id = u"1"_s;
    QCOMPARE(*channelFromJson("{\"id\":\"1\"}"), channel);
    QCOMPARE(
        *channelFromJson("{\"id\":1,\"tags\":null,\"destinations\":null,\"maintenance\":null}"),
        channel);
    Input input;
    input.id = u"1"_s;
    QCOMPARE(*inputFromJson("{\"id\":\"1\"}"), input);
}

void TestMediaLiveJson::unknownEnumValuesAreKept()
{
    const auto channel
        = channelFromJson("{\"id\":\"1\",\"state\":\"HIBERNATING\",\"channelClass\":\"TRIPLE\"}");
    QVERIFY(channel.hasValue());
    QCOMPARE(channel->state, u"HIBERNATING"_s);
    QVERIFY(!channel->pipelinesExpected());
    QVERIFY(!channel->isRunning());
}

void TestMediaLiveJson::oddMaintenanceDatesAreNoReasonToRefuse()
{
    const auto channel = channelFromJson(
        R"({"id":"1","maintenance":{"maintenanceDeadline":"soon","maintenanceScheduledDate":""}})");
    QVERIFY(channel.hasValue());
    QVERIFY(!channel->maintenance.deadline.isValid());
    QVERIFY(!channel->maintenance.scheduled.isValid());
}

void TestMediaLiveJson::badAnswersAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray() << u"the answer is empty"_s;
    QTest::newRow("blank") << QByteArray(" \r\n\t") << u"the answer is empty"_s;
    QTest::newRow("web page") << QByteArray("<html><title>Hotel login</title>")
                              << u"a web page, not JSON: Hotel login"_s;
    QTest::newRow("cut short") << QByteArray("{\"channels\":[{\"id\":\"1\"") << u"not JSON"_s;
    QTest::newRow("garbage") << QByteArray("\x1f\x8b\x08garbage") << u"not JSON"_s;
    QTest::newRow("array") << QByteArray("[]") << u"expected an object"_s;
    QTest::newRow("no id") << pageOf("channels", "{\"id\":\"1\"},{\"name\":\"n\"}")
                           << u"channels[1].id: is missing"_s;
    QTest::newRow("empty id") << pageOf("channels", "{\"id\":\"\"}")
                              << u"channels[0].id: is empty"_s;
    QTest::newRow("null id") << pageOf("channels", "{\"id\":null}")
                             << u"channels[0].id: is missing"_s;
    QTest::newRow("id of the wrong type") << pageOf("channels", "{\"id\":[1]}")
                                          << u"channels[0].id: expected a string, found an array"_s;
    QTest::newRow("item of the wrong type")
        << pageOf("channels", "7") << u"channels[0]: expected an object, found a number"_s;
    QTest::newRow("list of the wrong type")
        << QByteArray("{\"channels\":{}}") << u"channels: expected an array, found an object"_s;
    QTest::newRow("deep wrong type")
        << pageOf("channels", "{\"id\":\"1\",\"destinations\":[{\"settings\":[{\"url\":true}]}]}")
        << u"channels[0].destinations[0].settings[0].url: expected a string, found a boolean"_s;
    QTest::newRow("count as text")
        << pageOf("channels", "{\"id\":\"1\",\"pipelinesRunningCount\":\"2\"}")
        << u"channels[0].pipelinesRunningCount: expected a number, found a string"_s;
    QTest::newRow("tags of numbers")
        << pageOf("channels", "{\"id\":\"1\",\"tags\":{\"a\":1}}")
        << u"channels[0].tags: expected string values, found a number"_s;
    QTest::newRow("token of the wrong type") << QByteArray("{\"channels\":[],\"nextToken\":{}}")
                                             << u"nextToken: expected a string, found an object"_s;
    QTest::newRow("error as a success")
        << QByteArray("{\"message\":\"Internal server error\"}") << u"channels: is missing"_s;
    QTest::newRow("several problems")
        << pageOf("channels", "{},{},{}") << u"channels[0].id: is missing (and 2 more problems)"_s;
}

void TestMediaLiveJson::badAnswersAreNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const auto page = channelsFromJson(body);
    QVERIFY(!page.hasValue());
    QVERIFY2(page.error().message.contains(message), qPrintable(page.error().message));
}

void TestMediaLiveJson::mutilatedAnswersNeverCrash()
{
    // Every prefix, and every byte replaced by one that changes the structure: any verdict will do.
    const QByteArray page = pageOf("channels", kChannel.simplified());
    int refused = 0;
    for (qsizetype i = 0; i < page.size(); ++i) {
        refused += channelsFromJson(page.left(i)).hasValue() ? 0 : 1;
        for (const char c : {'\0', '"', '{', ']', '\xff'}) {
            QByteArray changed = page;
            changed[i] = c;
            refused += channelsFromJson(changed).hasValue() ? 0 : 1;
        }
    }
    QCOMPARE_GT(refused, page.size());
}

void TestMediaLiveJson::traitsAreUnknownUntilMediaLiveTellsThem_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("pair"); // -1 unknown, 0 no, 1 yes
    QTest::addColumn<int>("primary");
    QTest::addColumn<int>("http");
    QTest::addColumn<int>("locking");
    const auto pair = [](const QByteArray &preference) -> QByteArray {
        return R"("inputAttachments": [{"inputId": "1", "automaticInputFailoverSettings":
            {"secondaryInputId": "2", "inputPreference": ")"
            + preference + R"("}}])";
    };
    const auto encoder = [](const QByteArray &settings) -> QByteArray {
        return "\"encoderSettings\": " + settings;
    };
    const auto groups = [&encoder](const QByteArray &kind) {
        return encoder(R"({"outputGroups": [{"outputGroupSettings": {"udpGroupSettings": {}}},
            {"outputGroupSettings": {")"
                       + kind + R"(": {}}}]})");
    };
    const auto locking = [&encoder](const QByteArray &mode) {
        return encoder(R"({"globalConfiguration": {"outputLockingMode": ")" + mode + "\"}}");
    };
    const QByteArray noPair = R"("inputAttachments": [{"inputId": "1"}])";
    QTest::newRow("nothing told") << QByteArray() << -1 << -1 << -1 << -1;
    QTest::newRow("no pair") << noPair << 0 << 0 << -1 << -1;
    QTest::newRow("primary") << pair("PRIMARY_INPUT_PREFERRED") << 1 << 1 << -1 << -1;
    QTest::newRow("equal") << pair("EQUAL_INPUT_PREFERENCE") << 1 << 0 << -1 << -1;
    QTest::newRow("new preference") << pair("LUCKY_INPUT") << 1 << -1 << -1 << -1;
    QTest::newRow("http") << groups("hlsGroupSettings") << -1 << -1 << 1 << 0;
    QTest::newRow("no http") << groups("rtmpGroupSettings") << -1 << -1 << 0 << 0;
    QTest::newRow("new kind of group") << groups("pigeonGroupSettings") << -1 << -1 << -1 << 0;
    QTest::newRow("locked") << locking("EPOCH_LOCKING") << -1 << -1 << -1 << 1;
    QTest::newRow("locking off") << locking("DISABLED") << -1 << -1 << -1 << 0;
    QTest::newRow("new mode") << locking("X") << -1 << -1 << -1 << -1;
    QTest::newRow("odd settings") << encoder("\"later\"") << -1 << -1 << -1 << -1;
    QTest::newRow("odd groups") << encoder(R"({"outputGroups": [1, null, {"name": 2}]})") << -1
                                << -1 << -1 << 0;
}

void TestMediaLiveJson::traitsAreUnknownUntilMediaLiveTellsThem()
{
    QFETCH(QByteArray, fields);
    const QByteArray comma = fields.isEmpty() ? "" : ",";
    const Parsed<Channel> channel = channelFromJson(R"({"id": "1")" + comma + fields + '}');
    QVERIFY2(channel.hasValue(), channel.hasValue() ? "" : qPrintable(channel.error().message));
    const auto number = [](const std::optional<bool> &trait) {
        return trait ? static_cast<int>(*trait) : -1;
    };
    const ChannelTraits &traits = channel->traits;
    QTEST(number(traits.hasFailoverPair), "pair");
    QTEST(number(traits.primaryPreferred), "primary");
    QTEST(number(traits.hasHttpOutput), "http");
    QTEST(number(traits.lockingConfigured), "locking");
}

QTEST_GUILESS_MAIN(TestMediaLiveJson)
#include "tst_medialivejson.moc"
