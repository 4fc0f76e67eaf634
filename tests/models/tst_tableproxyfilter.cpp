// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a table is shown and counted, whatever its order.

#include "models/channelmodel.h"
#include "models/namedrows.h"
#include "models/samples.h"
#include "models/tablefilterproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

class TestTableProxyFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersByProfileLevelAndTag();
    void aRowThatTurnsStaleLeavesTheGreenFilter();
    void ageFiltersFollowTheClock();
    void settingTheSameFilterDoesNothing();
    void countsFollowFilterAndRows();
};

void TestTableProxyFilter::filtersByProfileLevelAndTag()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, kFatal);
    ChannelRow tagged = channelRow(u"1"_s, u"tagged"_s);
    tagged.channel.tags = {{u"team"_s, u"sport"_s}, {u"tier"_s, u"1"_s}};
    model.upsert({tagged, channelRow(u"2"_s, u"idle"_s, u"IDLE"_s),
                  channelRow(u"3"_s, u"other"_s, u"RUNNING"_s, u"p2"_s)});
    TableFilter filter;
    filter.profiles = {u"p2"_s};
    proxy.setFilter(filter);
    QCOMPARE(namesOf(proxy), QStringList{u"other"_s});
    filter = {};
    filter.levels = {StateLevel::Idle, StateLevel::Critical};
    proxy.setFilter(filter);
    QCOMPARE(namesOf(proxy), QStringList{u"idle"_s});
    filter = {};
    filter.tags = {u"team=sport"_s};
    proxy.setFilter(filter);
    QCOMPARE(namesOf(proxy), QStringList{u"tagged"_s});
    filter.tags = {u"team=news"_s, u"tier"_s};
    proxy.setFilter(filter);
    QCOMPARE(namesOf(proxy), QStringList{u"tagged"_s});
    filter.tags = {u"team=news"_s};
    proxy.setFilter(filter);
    QCOMPARE(proxy.shownCount(), 0);
    proxy.setFilter({});
    QCOMPARE(proxy.shownCount(), 3);
}

void TestTableProxyFilter::aRowThatTurnsStaleLeavesTheGreenFilter()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(named({u"a"_s}));
    TableFilter filter;
    filter.levels = {StateLevel::Ok};
    proxy.setFilter(filter);
    QCOMPARE(proxy.shownCount(), 1);
    clock.advance(26s);
    model.clockTicked();
    QCOMPARE(proxy.shownCount(), 0);
    model.updateFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(proxy.shownCount(), 1);
}

void TestTableProxyFilter::ageFiltersFollowTheClock()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(named({u"a"_s}));
    TableFilter filter;
    filter.quick = u"age:>5"_s;
    proxy.setFilter(filter);
    QCOMPARE(proxy.shownCount(), 0);
    clock.advance(6s);
    model.clockTicked();
    QCOMPARE(proxy.shownCount(), 1);
    model.updateFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(proxy.shownCount(), 0);
}

void TestTableProxyFilter::settingTheSameFilterDoesNothing()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(named({u"a"_s, u"b"_s}));
    QSignalSpy filterChanged(&proxy, &TableFilterProxy::filterChanged);
    TableFilter filter;
    filter.quick = u"a"_s;
    proxy.setFilter(filter);
    proxy.setFilter(filter);
    QCOMPARE(filterChanged.size(), 1);
}

void TestTableProxyFilter::countsFollowFilterAndRows()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QSignalSpy counts(&proxy, &TableFilterProxy::countsChanged);
    model.upsert({channelRow(u"1"_s, u"a"_s)});
    model.upsert({channelRow(u"2"_s, u"b"_s, u"IDLE"_s)});
    QTRY_COMPARE(counts.size(), 1); // both together
    TableFilter filter;
    filter.quick = u"b"_s;
    filter.columns.insert(u"name"_s, {ColumnFilter::Op::Equals, {u"B"_s}});
    proxy.setFilter(filter);
    QCOMPARE(counts.size(), 2);
    QTRY_COMPARE(counts.size(), 3); // for the row that went
    QCOMPARE(proxy.shownCount(), 1);
    QCOMPARE(proxy.totalCount(), 2);
    QCOMPARE(proxy.levelCounts()[StateLevel::Idle], 1);
    QCOMPARE(proxy.levelCounts()[StateLevel::Ok], 0);
    model.upsert({channelRow(u"3"_s, u"hidden"_s)});
    QTRY_COMPARE(counts.size(), 4);
    QCOMPARE(proxy.totalCount(), 3);
    clock.advance(26s);
    model.clockTicked();
    QTRY_COMPARE(counts.size(), 5);
    QCOMPARE(proxy.levelCounts()[StateLevel::Unknown], 1);
}

QTEST_GUILESS_MAIN(TestTableProxyFilter)
#include "tst_tableproxyfilter.moc"
