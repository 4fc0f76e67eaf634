// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channelmodel.h"
#include "models/inputmodel.h"
#include "models/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

InputRow fullInput()
{
    InputRow row = inputRow(u"7001"_s, u"Studio feed"_s);
    Input &input = row.input;
    input.type = u"RTP_PUSH"_s;
    input.inputClass = u"SINGLE_PIPELINE"_s;
    input.sourceType = u"DYNAMIC"_s;
    input.attachedChannels = {u"1001"_s, u"1002"_s};
    input.sources = {{u"https://example.com/a.m3u8"_s, QString(), QString()},
                     {u"https://example.com/b.m3u8"_s, u"reader"_s, u"/parameter"_s}};
    input.destinations = {{u"192.0.2.10"_s, u"5000"_s, QString(), {}, {}},
                          {u"2001:db8::1"_s, u"5000"_s, QString(), {}, {}},
                          {u"192.0.2.11"_s, u"1935"_s, u"rtmp://192.0.2.11:1935/live"_s, {}, {}}};
    input.securityGroups = {u"sg-1"_s};
    input.mediaConnectFlows = {u"arn:aws:mediaconnect:eu-central-1:123456789012:flow:1"_s};
    input.inputDevices = {u"hd-1"_s};
    input.tags = {{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}};
    input.arn = u"arn:aws:medialive:eu-central-1:123456789012:input:7001"_s;
    return row;
}

ChannelRow fullChannel()
{
    ChannelRow row = channelRow(u"1001"_s, u"Sport"_s);
    Channel &channel = row.channel;
    channel.pipelinesRunning = 1;
    channel.inputCodec = u"AVC"_s;
    channel.inputResolution = u"HD"_s;
    channel.inputBitrate = u"MAX_20_MBPS"_s;
    channel.inputAttachments = {{u"main"_s, u"7001"_s, u"7002"_s, u"PRIMARY_INPUT_PREFERRED"_s},
                                {u"slate"_s, u"7003"_s, QString(), QString()}};
    channel.destinations = {{u"d1"_s, {u"rtmp://a"_s, u"rtmp://b"_s}}, {u"d2"_s, {}}};
    channel.egressIps = {u"192.0.2.1"_s, u"192.0.2.2"_s};
    channel.logLevel = u"WARNING"_s;
    channel.maintenance.day = u"TUESDAY"_s;
    channel.maintenance.startTime = u"02:00"_s;
    channel.maintenance.deadline = start().addDays(1);
    channel.engine = {u"v1"_s, start().addDays(2)};
    channel.tags = {{u"team"_s, u"sport"_s}};
    return row;
}

template<typename Model> QString text(const Model &model, typename Model::Column column)
{
    return model.index(0, int(column)).data().toString();
}

template<typename Model> QVariant raw(const Model &model, typename Model::Column column)
{
    return model.index(0, int(column)).data(RawRole);
}

} // namespace

class TestInventoryModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputColumnsShowTheInput();
    void inputValuesAreTyped();
    void channelColumnsShowTheChannel();
    void channelValuesAreTyped();
    void absentFieldsAreNothing();
    void unknownWordsAreShownAsTheyCame();
    void pipelinesThatAreNotKnownAreNotZero();
    void aChangeNobodySawIsOnlySaidToBeEarlier();
    void linkedNamesAppearWhenKnown();
    void onlyRowsWithTheNameAreReread();
    void bothModelsCanBeWiredTogether();
    void linksLeadToIds();
    void staleCellsSayWhy();
};

void TestInventoryModels::inputColumnsShowTheInput()
{
    using Column = InputModel::Column;
    ManualClock clock(start());
    InputModel model(clock);
    model.upsert({fullInput()});
    clock.advance(65s);
    QCOMPARE(text(model, Column::Profile), u"Profile p1"_s);
    QCOMPARE(text(model, Column::Region), u"eu-central-1"_s);
    QCOMPARE(text(model, Column::Id), u"7001"_s);
    QCOMPARE(text(model, Column::Name), u"Studio feed"_s);
    QCOMPARE(text(model, Column::State), u"Attached"_s);
    QCOMPARE(text(model, Column::Type), u"RTP push"_s);
    QCOMPARE(raw(model, Column::Type), QVariant(u"RTP_PUSH"_s));
    QCOMPARE(text(model, Column::InputClass), u"Single pipeline"_s);
    QCOMPARE(text(model, Column::SourceType), u"Dynamic"_s);
    QCOMPARE(text(model, Column::Channels), u"1001, 1002"_s);
    QCOMPARE(text(model, Column::Sources),
             u"https://example.com/a.m3u8, reader @ https://example.com/b.m3u8"_s);
    QCOMPARE(text(model, Column::Destinations),
             u"192.0.2.10:5000, [2001:db8::1]:5000, rtmp://192.0.2.11:1935/live"_s);
    QCOMPARE(text(model, Column::SecurityGroups), u"sg-1"_s);
    QCOMPARE(text(model, Column::Flows),
             u"arn:aws:mediaconnect:eu-central-1:123456789012:flow:1"_s);
    QCOMPARE(text(model, Column::Devices), u"hd-1"_s);
    QCOMPARE(text(model, Column::Tags), u"a=1, b=2"_s);
    QCOMPARE(text(model, Column::Arn), u"arn:aws:medialive:eu-central-1:123456789012:input:7001"_s);
    QCOMPARE(text(model, Column::Age), u"1 min"_s);
}

void TestInventoryModels::inputValuesAreTyped()
{
    using Column = InputModel::Column;
    ManualClock clock(start());
    InputModel model(clock);
    model.upsert({fullInput()});
    clock.advance(65s);
    QCOMPARE(raw(model, Column::State), QVariant(u"ATTACHED"_s));
    QCOMPARE(raw(model, Column::InputClass), QVariant(u"SINGLE_PIPELINE"_s));
    QCOMPARE(raw(model, Column::Channels), QVariant(QStringList{u"1001"_s, u"1002"_s}));
    QCOMPARE(raw(model, Column::Tags), QVariant(QStringList{u"a=1"_s, u"b=2"_s}));
    QCOMPARE(raw(model, Column::Age), QVariant(qint64(65)));
}

void TestInventoryModels::channelColumnsShowTheChannel()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({fullChannel()});
    QCOMPARE(text(model, Column::State), u"Running"_s);
    QCOMPARE(text(model, Column::ChannelClass), u"Standard"_s);
    QCOMPARE(text(model, Column::PipelinesRunning), u"1 / 2"_s);
    QCOMPARE(text(model, Column::Inputs), u"main (7001), 7002, slate (7003)"_s);
    QCOMPARE(text(model, Column::InputSpecification), u"AVC, HD, ≤ 20 Mbit/s"_s);
    QCOMPARE(text(model, Column::Destinations), u"rtmp://a, rtmp://b, d2"_s);
    QCOMPARE(text(model, Column::EgressIps), u"192.0.2.1, 192.0.2.2"_s);
    QCOMPARE(text(model, Column::LogLevel), u"WARNING"_s);
    QCOMPARE(text(model, Column::MaintenanceWindow), u"Tuesday 02:00 UTC"_s);
    QCOMPARE(text(model, Column::MaintenanceDeadline), u"2026-11-24 02:57:44 UTC"_s);
    QCOMPARE(text(model, Column::EngineVersion), u"v1"_s);
    QCOMPARE(text(model, Column::EngineExpiry), u"2026-11-25 02:57:44 UTC"_s);
    QCOMPARE(text(model, Column::Tags), u"team=sport"_s);
    const QModelIndex destinations = model.index(0, int(Column::Destinations));
    QVERIFY(destinations.data(Qt::ToolTipRole)
                .toString()
                .startsWith(u"d1: rtmp://a, rtmp://b\nd2: \nObserved "_s));
    QCOMPARE(model.index(0, int(Column::State)).data(LevelRole).toInt(), int(StateLevel::Warning));
}

void TestInventoryModels::channelValuesAreTyped()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({fullChannel()});
    QCOMPARE(raw(model, Column::State), QVariant(u"RUNNING"_s));
    QCOMPARE(raw(model, Column::PipelinesRunning), QVariant(1));
    QCOMPARE(raw(model, Column::PipelinesExpected), QVariant(2));
    QCOMPARE(raw(model, Column::Inputs), QVariant(QStringList{u"7001"_s, u"7002"_s, u"7003"_s}));
    QCOMPARE(raw(model, Column::InputSpecification), QVariant(u"AVC HD MAX_20_MBPS"_s));
    QCOMPARE(raw(model, Column::MaintenanceWindow), QVariant(u"TUESDAY 02:00"_s));
    QCOMPARE(raw(model, Column::MaintenanceDeadline), QVariant(start().addDays(1)));
}

void TestInventoryModels::absentFieldsAreNothing()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow bare;
    bare.profile = profile();
    bare.channel.id = u"1"_s;
    model.upsert({bare});
    for (int column = int(Column::Name); column < model.columnCount(); ++column) {
        const QModelIndex cell = model.index(0, column);
        const ColumnKind kind = model.column(column).kind;
        if (kind == ColumnKind::List || kind == ColumnKind::Link)
            QCOMPARE(cell.data(RawRole), QVariant(QStringList()));
        else
            QVERIFY2(!cell.data(RawRole).isValid(), model.column(column).id);
        if (column != int(Column::Age))
            QVERIFY2(cell.data().toString().isEmpty(), model.column(column).id);
    }
    QCOMPARE(text(model, Column::Age), u"never"_s);
    QCOMPARE(model.index(0, 0).data(LevelRole).toInt(), int(StateLevel::Unknown));
}

void TestInventoryModels::unknownWordsAreShownAsTheyCame()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1"_s, u"A"_s, u"HIBERNATING"_s);
    row.channel.channelClass = u"TRIPLE"_s;
    row.channel.inputBitrate = u"MAX_90_GBPS"_s;
    row.channel.maintenance.day = u"SOMEDAY"_s;
    model.upsert({row});
    QCOMPARE(text(model, Column::State), u"HIBERNATING"_s);
    QCOMPARE(text(model, Column::ChannelClass), u"TRIPLE"_s);
    QCOMPARE(text(model, Column::InputSpecification), u"MAX_90_GBPS"_s);
    QCOMPARE(text(model, Column::MaintenanceWindow), u"SOMEDAY UTC"_s);
    QCOMPARE(model.index(0, 0).data(LevelRole).toInt(), int(StateLevel::Unknown));
}

void TestInventoryModels::pipelinesThatAreNotKnownAreNotZero()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1"_s, u"A"_s);
    row.channel.pipelinesRunning = std::nullopt;
    model.upsert({row});
    QCOMPARE(text(model, Column::PipelinesRunning), u"? / 2"_s);
    QVERIFY(!raw(model, Column::PipelinesRunning).isValid());
    QCOMPARE(model.index(0, 0).data(LevelRole).toInt(), int(StateLevel::Unknown));
    row.channel.pipelinesRunning = 0;
    model.upsert({row});
    QCOMPARE(text(model, Column::PipelinesRunning), u"0 / 2"_s);
    QCOMPARE(raw(model, Column::PipelinesRunning), QVariant(0));
    QCOMPARE(model.index(0, 0).data(LevelRole).toInt(), int(StateLevel::Critical));
}

void TestInventoryModels::aChangeNobodySawIsOnlySaidToBeEarlier()
{
    using Column = ChannelModel::Column;
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1"_s, u"A"_s);
    row.since = {u"RUNNING"_s, 2, start(), true, {}};
    model.upsert({row});
    const QString time = formatTime(start(), TimeZoneChoice::Utc);
    QCOMPARE(text(model, Column::Since), time);
    QCOMPARE(raw(model, Column::Since).toDateTime(), start());
    row.since.changeSeen = false;
    row.since.earlier = start().addDays(-3);
    model.upsert({row});
    QCOMPARE(text(model, Column::Since), u"before "_s + time);
    const QString toolTip = model.index(0, int(Column::Since)).data(Qt::ToolTipRole).toString();
    QVERIFY(toolTip.contains(u"when first seen"_s));
    QVERIFY(toolTip.contains(formatTime(row.since.earlier, TimeZoneChoice::Utc)));
    model.setTimeZone(TimeZoneChoice::Local);
    QVERIFY(text(model, Column::Since).contains(formatTime(start(), TimeZoneChoice::Local)));
}

void TestInventoryModels::linkedNamesAppearWhenKnown()
{
    ManualClock clock(start());
    InputModel inputs(clock);
    inputs.upsert({fullInput()});
    QSignalSpy changed(&inputs, &QAbstractItemModel::dataChanged);
    inputs.setChannelNames(u"p1"_s, {{u"1001"_s, u"Sport"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(inputs, InputModel::Column::Channels), u"Sport (1001), 1002"_s);
    QVERIFY(inputs.searchTextAt(0).contains(u"sport"_s));
    inputs.setChannelNames(u"p1"_s, {{u"1001"_s, u"Sports"_s}, {u"1002"_s, u"News"_s}});
    QCOMPARE(text(inputs, InputModel::Column::Channels), u"Sports (1001), News (1002)"_s);
    QVERIFY(inputs.searchTextAt(0).contains(u"news"_s));

    ChannelModel channels(clock);
    channels.upsert({fullChannel()});
    channels.setInputNames(u"p1"_s, {{u"7001"_s, u"Studio"_s}, {u"7002"_s, u"Backup"_s}});
    QCOMPARE(text(channels, ChannelModel::Column::Inputs),
             u"Studio (7001), Backup (7002), slate (7003)"_s);
}

void TestInventoryModels::onlyRowsWithTheNameAreReread()
{
    ManualClock clock(start());
    InputModel inputs(clock);
    InputRow other = fullInput();
    other.input.id = u"7002"_s;
    other.input.attachedChannels = {u"5"_s};
    InputRow elsewhere = fullInput();
    elsewhere.profile = profile(u"p2"_s);
    inputs.upsert({fullInput(), other, elsewhere});
    QSignalSpy changed(&inputs, &QAbstractItemModel::dataChanged);
    inputs.setChannelNames(u"p1"_s, {{u"5"_s, u"Kids"_s}, {u"6"_s, u"Nobody's"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    inputs.setChannelNames(u"p1"_s, {{u"5"_s, u"Kids"_s}});
    QCOMPARE(changed.size(), 1);
    // The same channel id means another channel in another profile.
    QCOMPARE(inputs.index(2, int(InputModel::Column::Channels)).data().toString(), u"1001, 1002"_s);
}

void TestInventoryModels::bothModelsCanBeWiredTogether()
{
    ManualClock clock(start());
    InputModel inputs(clock);
    ChannelModel channels(clock);
    connect(&channels, &TableModel::namesChanged, &inputs, &InputModel::setChannelNames);
    connect(&inputs, &TableModel::namesChanged, &channels, &ChannelModel::setInputNames);
    inputs.upsert({fullInput()});
    channels.upsert({fullChannel()});
    QCOMPARE(text(inputs, InputModel::Column::Channels), u"Sport (1001), 1002"_s);
    QCOMPARE(text(channels, ChannelModel::Column::Inputs),
             u"Studio feed (7001), 7002, slate (7003)"_s);
}

void TestInventoryModels::linksLeadToIds()
{
    ManualClock clock(start());
    InputModel inputs(clock);
    inputs.upsert({fullInput()});
    QCOMPARE(inputs.index(0, int(InputModel::Column::Channels)).data(LinkRole).toStringList(),
             (QStringList{u"1001"_s, u"1002"_s}));
    QVERIFY(inputs.index(0, int(InputModel::Column::Name)).data(LinkRole).toStringList().isEmpty());
    ChannelModel channels(clock);
    channels.upsert({fullChannel()});
    QCOMPARE(channels.index(0, int(ChannelModel::Column::Inputs)).data(LinkRole).toStringList(),
             (QStringList{u"7001"_s, u"7002"_s, u"7003"_s}));
}

void TestInventoryModels::staleCellsSayWhy()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({fullChannel()});
    const QModelIndex cell = model.index(0, int(ChannelModel::Column::State));
    QCOMPARE(cell.data(TrustRole).toInt(), int(Trust::Fresh));
    QVERIFY(cell.data(ReasonRole).toString().isEmpty());
    clock.advance(5min);
    QCOMPARE(cell.data(TrustRole).toInt(), int(Trust::Stale));
    const QString reason = cell.data(ReasonRole).toString();
    QVERIFY2(reason.contains(u"5 min"_s) && reason.contains(u"2026-11-23 02:57:44 UTC"_s),
             qPrintable(reason));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(reason));
    QCOMPARE(cell.data().toString(), u"Running"_s); // what was known stays
}

QTEST_GUILESS_MAIN(TestInventoryModels)
#include "tst_inventorymodels.moc"
