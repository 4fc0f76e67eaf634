// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channelmodel.h"
#include "models/healthmodel.h"
#include "models/namedrows.h"
#include "models/samples.h"
#include "models/tablefilterproxy.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
using Column = ChannelModel::Column;

QStringList keysOf(const TableFilterProxy &proxy)
{
    QStringList keys;
    for (int row = 0; row < proxy.rowCount(); ++row)
        keys << proxy.keyAt(row);
    return keys;
}

/// Many equal values and many missing ones, so that ties and gaps are common.
QList<ChannelRow> variedRows(quint32 seed, int count)
{
    static const QStringList states{u"RUNNING"_s, u"IDLE"_s, u"CREATE_FAILED"_s, u"WEIRD"_s, {}};
    static const QStringList names{u"Cam 2"_s, u"cam 10"_s, u"Émile"_s, u"emile"_s, u"Zoë"_s, {}};
    QRandomGenerator random(seed);
    QList<ChannelRow> rows;
    for (int i = 0; i < count; ++i) {
        ChannelRow row = channelRow(QString::number(i), names.at(random.bounded(int(names.size()))),
                                    states.at(random.bounded(int(states.size()))),
                                    u"p"_s + QString::number(random.bounded(2)));
        row.channel.pipelinesRunning
            = random.bounded(4) == 0 ? std::nullopt : std::optional<int>(random.bounded(3));
        row.channel.channelClass = random.bounded(2) ? u"STANDARD"_s : u"OTHER"_s;
        if (random.bounded(2))
            row.channel.maintenance.deadline = start().addDays(random.bounded(3));
        if (random.bounded(2))
            row.channel.tags = {{u"team"_s, QString::number(random.bounded(12))}};
        row.freshness
            = random.bounded(5) ? seenAt(start().addSecs(-random.bounded(40))) : Freshness();
        rows << row;
    }
    return rows;
}

/// What the order of two cells must be, written down independently of the proxy: -1, 0 or 1.
int expectedOrder(const QModelIndex &a, const QModelIndex &b, ColumnKind kind)
{
    const auto sign = [](auto x, auto y) {
        return x < y ? -1 : x > y ? 1 : 0;
    };
    const QVariant left = a.data(RawRole);
    const QVariant right = b.data(RawRole);
    switch (kind) {
    case ColumnKind::Number:
    case ColumnKind::Age:
    case ColumnKind::Flag:
        return sign(left.toDouble(), right.toDouble());
    case ColumnKind::Time:
        return sign(left.toDateTime(), right.toDateTime());
    case ColumnKind::State:
        if (const int byLevel = sign(a.data(CellLevelRole).toInt(), b.data(CellLevelRole).toInt()))
            return byLevel;
        break;
    default:
        break;
    }
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    return sign(collator.compare(a.data().toString(), b.data().toString()), 0);
}

bool isNothing(const QModelIndex &index, ColumnKind kind)
{
    const bool text = kind == ColumnKind::Text || kind == ColumnKind::State
        || kind == ColumnKind::List || kind == ColumnKind::Link;
    return text ? index.data().toString().isEmpty() : !index.data(RawRole).isValid();
}

/// The sum of the conditions every sorted table must meet.
void verifySorted(const TableFilterProxy &proxy, int column, Qt::SortOrder order)
{
    const ColumnKind kind = proxy.tableModel()->column(column).kind;
    for (int row = 0; row + 1 < proxy.rowCount(); ++row) {
        const QModelIndex above = proxy.index(row, column);
        const QModelIndex below = proxy.index(row + 1, column);
        if (isNothing(above, kind)) {
            QVERIFY2(isNothing(below, kind), "a cell with nothing in it is not last");
            continue;
        }
        if (isNothing(below, kind))
            continue;
        const int found = expectedOrder(above, below, kind);
        const bool right = order == Qt::AscendingOrder ? found <= 0 : found >= 0;
        QVERIFY2(
            right,
            qPrintable(u"%1 above %2"_s.arg(above.data().toString(), below.data().toString())));
    }
}

} // namespace

class TestTableFilterProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsSortInNaturalOrder();
    void everyColumnSortsTotally_data();
    void everyColumnSortsTotally();
    void statesSortByBadness();
    void healthSortsByBadness();
    void nothingComesLastInBothDirections();
    void earlierColumnsBreakTies();
    void sortLevelsRoundTrip();
    void largeBatchesAreSortedInAtOnce();
    void sortingByAgeFollowsObservations();
    void randomOperationsKeepOrderAndPersistentIndexes_data();
    void randomOperationsKeepOrderAndPersistentIndexes();
    void selectionSurvivesSortingAndRefreshes();
    void severalRowsChangingAtOnceLandWhereTheyBelong();
    void heldRowsStayAndCatchUp_data();
    void heldRowsStayAndCatchUp();
    void keysLeadToRowsAndBack();
};

void TestTableFilterProxy::textsSortInNaturalOrder()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, kFatal);
    model.upsert(named({u"Cam 10"_s, u"cam 2"_s, u"Cam 1"_s, u"Äther"_s, u"Zebra"_s, u"Beta"_s}));
    proxy.sort(int(Column::Name));
    QCOMPARE(namesOf(proxy),
             (QStringList{u"Äther"_s, u"Beta"_s, u"Cam 1"_s, u"cam 2"_s, u"Cam 10"_s, u"Zebra"_s}));
}

void TestTableFilterProxy::everyColumnSortsTotally_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    for (int column = 0; column < int(ChannelModel::columnSpecs().size()); ++column) {
        const char *id = ChannelModel::columnSpecs()[std::size_t(column)].id;
        QTest::addRow("%s ascending", id) << column << Qt::AscendingOrder;
        QTest::addRow("%s descending", id) << column << Qt::DescendingOrder;
    }
}

void TestTableFilterProxy::everyColumnSortsTotally()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    ManualClock clock(start());
    QList<ChannelRow> rows = variedRows(7, 80);
    std::mt19937 shuffler(11);
    QStringList sequence;
    for (int round = 0; round < 4; ++round) {
        ChannelModel model(clock);
        TableFilterProxy proxy(&model);
        model.upsert(rows);
        proxy.sort(column, order);
        QCOMPARE(proxy.rowCount(), 80);
        verifySorted(proxy, column, order);
        if (round == 0)
            sequence = keysOf(proxy);
        QCOMPARE(keysOf(proxy), sequence); // a total order does not depend on where rows came from
        std::shuffle(rows.begin(), rows.end(), shuffler);
    }
}

void TestTableFilterProxy::statesSortByBadness()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    ChannelRow oneLeg = channelRow(u"2"_s, u"one leg"_s);
    oneLeg.channel.pipelinesRunning = 1;
    ChannelRow unseen = channelRow(u"3"_s, u"unseen"_s);
    unseen.freshness = {};
    model.upsert({channelRow(u"1"_s, u"idle"_s, u"IDLE"_s), channelRow(u"4"_s, u"fine"_s), unseen,
                  oneLeg, channelRow(u"5"_s, u"recovering"_s, u"RECOVERING"_s)});
    proxy.sort(int(Column::State));
    QCOMPARE(namesOf(proxy),
             (QStringList{u"recovering"_s, u"one leg"_s, u"unseen"_s, u"fine"_s, u"idle"_s}));
}

void TestTableFilterProxy::healthSortsByBadness()
{
    ManualClock clock(start());
    HealthModel model(clock);
    TableFilterProxy proxy(&model);
    HealthRow critical = healthRow(u"1"_s);
    critical.health.setAlerts = 1;
    critical.health.criticalAlert = true;
    HealthRow warning = measuredRow(u"2"_s);
    warning.health.reading(HealthMetric::DroppedFrames).value = 4;
    HealthRow unknown = healthRow(u"3"_s);
    unknown.health.setAlerts = std::nullopt;
    HealthRow idle = healthRow(u"5"_s, QString());
    idle.health.channelState = u"IDLE"_s;
    model.upsert({idle, healthRow(u"4"_s), warning, unknown, critical});
    proxy.sort(int(HealthModel::Column::Health));
    QCOMPARE(keysOf(proxy),
             (QStringList{u"p1/1/0"_s, u"p1/2/0"_s, u"p1/3/0"_s, u"p1/4/0"_s, u"p1/5/"_s}));
}

void TestTableFilterProxy::nothingComesLastInBothDirections()
{
    ManualClock clock(start());
    HealthModel model(clock);
    TableFilterProxy proxy(&model);
    HealthRow zero = measuredRow(u"1"_s);
    HealthRow five = measuredRow(u"2"_s);
    five.health.reading(HealthMetric::DroppedFrames).value = 5;
    HealthRow none = measuredRow(u"3"_s);
    none.health.reading(HealthMetric::DroppedFrames) = {ReadingStatus::NoData, 9.0, {}};
    HealthRow nan = measuredRow(u"4"_s);
    nan.health.reading(HealthMetric::DroppedFrames).value = qQNaN();
    model.upsert({none, nan, five, zero});
    proxy.sort(int(HealthModel::Column::DroppedFrames), Qt::AscendingOrder);
    QCOMPARE(keysOf(proxy), (QStringList{u"p1/1/0"_s, u"p1/2/0"_s, u"p1/3/0"_s, u"p1/4/0"_s}));
    proxy.sort(int(HealthModel::Column::DroppedFrames), Qt::DescendingOrder);
    QCOMPARE(keysOf(proxy), (QStringList{u"p1/2/0"_s, u"p1/1/0"_s, u"p1/3/0"_s, u"p1/4/0"_s}));
}

void TestTableFilterProxy::earlierColumnsBreakTies()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert({channelRow(u"1"_s, u"B"_s, u"IDLE"_s), channelRow(u"2"_s, u"A"_s),
                  channelRow(u"3"_s, u"A"_s, u"IDLE"_s), channelRow(u"4"_s, u"B"_s)});
    proxy.sort(int(Column::Name), Qt::DescendingOrder);
    proxy.sort(int(Column::State), Qt::AscendingOrder);
    QCOMPARE(keysOf(proxy), (QStringList{u"p1/4"_s, u"p1/2"_s, u"p1/1"_s, u"p1/3"_s}));
    proxy.sort(int(Column::State), Qt::DescendingOrder);
    QCOMPARE(keysOf(proxy), (QStringList{u"p1/1"_s, u"p1/3"_s, u"p1/4"_s, u"p1/2"_s}));
}

void TestTableFilterProxy::sortLevelsRoundTrip()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(variedRows(3, 40));
    const QList<SortLevel> levels{{u"state"_s, Qt::DescendingOrder}, {u"name"_s}};
    proxy.setSortLevels(levels);
    QCOMPARE(proxy.sortLevels(), levels);
    QCOMPARE(proxy.sortColumn(), int(Column::State));
    const QStringList byName = keysOf(proxy);
    proxy.setSortLevels({{u"state"_s, Qt::DescendingOrder}, {u"name"_s, Qt::DescendingOrder}});
    QVERIFY(keysOf(proxy) != byName);
    proxy.setSortLevels(
        {{u"nonsense"_s}, {u"state"_s, Qt::DescendingOrder}, {u"state"_s}, {u"name"_s}});
    QCOMPARE(proxy.sortLevels(), levels);
    QCOMPARE(keysOf(proxy), byName);
    proxy.setSortLevels({});
    QCOMPARE(proxy.sortColumn(), -1);
    QVERIFY(proxy.sortLevels().isEmpty());
}

void TestTableFilterProxy::largeBatchesAreSortedInAtOnce()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    const QAbstractItemModelTester tester(&proxy, kFatal);
    proxy.setSortLevels({{u"state"_s, Qt::DescendingOrder}, {u"name"_s}});
    const QList<ChannelRow> rows = variedRows(9, 600);
    model.upsert(rows.mid(0, 100));
    QSignalSpy inserted(&proxy, &QAbstractItemModel::rowsInserted);
    model.upsert(rows.mid(100));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(proxy.rowCount(), 600);
    verifySorted(proxy, int(Column::State), Qt::DescendingOrder);
}

void TestTableFilterProxy::sortingByAgeFollowsObservations()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, kFatal);
    QList<ChannelRow> rows = named({u"a"_s, u"b"_s, u"c"_s});
    rows[0].freshness = seenAt(start().addSecs(-3));
    rows[1].freshness = seenAt(start().addSecs(-1));
    rows[2].freshness = seenAt(start().addSecs(-2));
    model.upsert(rows);
    proxy.sort(int(Column::Age));
    QCOMPARE(namesOf(proxy), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    const QPersistentModelIndex a = proxy.index(2, 0);
    rows[0].freshness = seenAt(start());
    model.upsert({rows[0]});
    QCOMPARE(namesOf(proxy), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(a.row(), 0);
    proxy.sort(int(Column::Age), Qt::DescendingOrder);
    QCOMPARE(namesOf(proxy), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
}

void TestTableFilterProxy::randomOperationsKeepOrderAndPersistentIndexes_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("count");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("small %u", seed) << seed << 25;
    QTest::newRow("beyond the run cap") << 50u << 450;
}

void TestTableFilterProxy::randomOperationsKeepOrderAndPersistentIndexes()
{
    QFETCH(quint32, seed);
    QFETCH(int, count);
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, kFatal);
    QRandomGenerator random(seed);
    static const QStringList filters{QString(), u"cam"_s, u"-running"_s, u"emile"_s};
    bool asleep = false;
    for (int step = 0; step < (count > 100 ? 10 : 60); ++step) {
        QHash<QString, QPersistentModelIndex> watched;
        for (int row = 0; row < proxy.rowCount(); ++row)
            watched.insert(proxy.keyAt(row), proxy.index(row, row % proxy.columnCount()));

        const QList<ChannelRow> rows = variedRows(random.generate(), count);
        TableFilter filter = proxy.filter();
        bool rowsPersist = true;
        switch (random.bounded(8)) {
        case 0:
        case 1:
            model.upsert(rows.mid(random.bounded(count)));
            break;
        case 2:
            model.applySnapshot(u"p0"_s, rows);
            break;
        case 3:
            proxy.sort(random.bounded(proxy.columnCount()),
                       random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 4:
            filter.quick = filters.at(random.bounded(int(filters.size())));
            proxy.setFilter(filter);
            rowsPersist = false;
            break;
        case 5:
            model.updateFreshness(u"p1"_s, seenAt(clock.utcNow()));
            break;
        case 6:
            asleep = !asleep;
            proxy.setAsleep(asleep);
            rowsPersist = asleep;
            break;
        default:
            clock.advance(std::chrono::seconds(random.bounded(15)));
            model.clockTicked();
            break;
        }
        for (int row = 0; row < proxy.rowCount(); ++row) {
            const auto known = watched.constFind(proxy.keyAt(row));
            if (known != watched.cend() && rowsPersist)
                QVERIFY2(known->isValid(), qPrintable(proxy.keyAt(row)));
        }
        for (auto it = watched.begin(); it != watched.end(); ++it) {
            if (it->isValid())
                QCOMPARE(it->data(KeyRole).toString(), it.key());
        }
        if (asleep)
            continue;
        if (proxy.sortColumn() >= 0)
            verifySorted(proxy, proxy.sortColumn(), proxy.sortOrder());
        // An untouched proxy over the same model must show the same.
        TableFilterProxy fresh(&model);
        fresh.setSortLevels(proxy.sortLevels());
        fresh.setFilter(proxy.filter());
        QCOMPARE(keysOf(proxy), keysOf(fresh));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTableFilterProxy::selectionSurvivesSortingAndRefreshes()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QItemSelectionModel selection(&proxy);
    QList<ChannelRow> rows = named({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    model.upsert(rows);
    proxy.sort(int(Column::Name));
    selection.select(proxy.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    proxy.sort(int(Column::Name), Qt::DescendingOrder);
    rows[1].channel.name = u"zz"_s;
    rows.removeFirst();
    model.applySnapshot(u"p1"_s, rows);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().data(KeyRole).toString(), u"p1/2"_s);
    QCOMPARE(selection.selectedRows().first().row(), 0);
}

void TestTableFilterProxy::severalRowsChangingAtOnceLandWhereTheyBelong()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QList<ChannelRow> rows = named({u"b"_s, u"f"_s, u"d"_s, u"h"_s, u"j"_s});
    model.upsert(rows);
    proxy.sort(int(Column::Name));
    // Rows apart from each other, so that each is its own run, and a new one between them.
    rows[0].channel.name = u"z"_s;
    rows[2].channel.name = u"y"_s;
    rows[4].channel.name = u"a"_s;
    rows << channelRow(u"9"_s, u"g"_s);
    model.upsert(rows);
    QCOMPARE(namesOf(proxy), (QStringList{u"a"_s, u"f"_s, u"g"_s, u"h"_s, u"y"_s, u"z"_s}));
}

void TestTableFilterProxy::heldRowsStayAndCatchUp_data()
{
    QTest::addColumn<bool>("frozen");
    QTest::addColumn<bool>("asleep");
    QTest::newRow("pointed at") << true << false;
    QTest::newRow("nobody looks") << false << true;
    QTest::newRow("both") << true << true;
}

void TestTableFilterProxy::heldRowsStayAndCatchUp()
{
    QFETCH(bool, frozen);
    QFETCH(bool, asleep);
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, kFatal);
    QList<ChannelRow> rows = named({u"a keep"_s, u"b keep"_s, u"c keep"_s});
    model.upsert(rows);
    proxy.sort(int(Column::Name));
    TableFilter filter;
    filter.quick = u"keep"_s;
    proxy.setFilter(filter);
    proxy.setFrozen(frozen);
    proxy.setAsleep(asleep);
    const QPersistentModelIndex watched = proxy.index(2, 0);
    rows[0].channel.name = u"z keep"_s;
    rows[1].channel.name = u"b"_s;
    model.upsert(rows);
    const QStringList held{u"z keep"_s, u"b"_s, u"c keep"_s};
    const QStringList moved{u"c keep"_s, u"z keep"_s};
    QCOMPARE(namesOf(proxy), held);
    proxy.setAsleep(false);
    QCOMPARE(namesOf(proxy), frozen ? held : moved);
    proxy.setFrozen(false);
    QCOMPARE(namesOf(proxy), moved);
    QCOMPARE(watched.row(), 0);
}

void TestTableFilterProxy::keysLeadToRowsAndBack()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    TableFilterProxy proxy(&model);
    model.upsert(named({u"b"_s, u"a"_s}));
    proxy.sort(int(Column::Name));
    QCOMPARE(proxy.keyAt(0), u"p1/2"_s);
    QCOMPARE(proxy.keyAt(99), QString());
    QCOMPARE(proxy.indexOfKey(u"p1/1"_s, 3), proxy.index(1, 3));
    QVERIFY(!proxy.indexOfKey(u"p1/77"_s).isValid());
    TableFilter filter;
    filter.quick = u"name:a"_s;
    proxy.setFilter(filter);
    QVERIFY(!proxy.indexOfKey(u"p1/1"_s).isValid());
}

QTEST_GUILESS_MAIN(TestTableFilterProxy)
#include "tst_tablefilterproxy.moc"
