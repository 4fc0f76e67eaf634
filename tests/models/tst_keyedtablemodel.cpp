// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/alertmodel.h"
#include "models/channelmodel.h"
#include "models/healthmodel.h"
#include "models/inputmodel.h"
#include "models/samples.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

using Reference = QMap<QString, ChannelRow>;

QList<ChannelRow> randomRows(QRandomGenerator &random, const QString &profileId, int population,
                             int count)
{
    static const QStringList states{u"RUNNING"_s, u"IDLE"_s, u"STOPPING"_s};
    QList<ChannelRow> rows;
    for (int i = 0; i < count; ++i) {
        const QString id = QString::number(random.bounded(population));
        rows << channelRow(id, u"Name "_s + QString::number(random.bounded(3)),
                           states.at(random.bounded(int(states.size()))), profileId);
    }
    return rows;
}

void removeAllBut(Reference &reference, const QString &profileId, const QSet<QString> &keys)
{
    reference.removeIf([&](const auto &entry) {
        return entry.value().profile.id == profileId && !keys.contains(entry.key());
    });
}

/// One random operation on both, and what it was.
void mutate(QRandomGenerator &random, ChannelModel &model, Reference &reference, int population)
{
    const QString profileId = u"p"_s + QString::number(random.bounded(3));
    const QList<ChannelRow> rows
        = randomRows(random, profileId, population, random.bounded(population));
    QSet<QString> keys;
    for (const ChannelRow &row : rows)
        keys.insert(rowKey(row));
    switch (random.bounded(5)) {
    case 0:
    case 1:
        model.upsert(rows);
        for (const ChannelRow &row : rows)
            reference.insert(rowKey(row), row);
        break;
    case 2:
        model.retain(profileId, keys);
        removeAllBut(reference, profileId, keys);
        break;
    case 3:
        model.applySnapshot(profileId, rows);
        removeAllBut(reference, profileId, keys);
        for (const ChannelRow &row : rows)
            reference.insert(rowKey(row), row);
        break;
    default:
        if (random.bounded(4) == 0) {
            model.removeProfile(profileId);
            removeAllBut(reference, profileId, {});
        }
        break;
    }
}

void compareWithReference(const ChannelModel &model, const Reference &reference)
{
    QCOMPARE(model.rowCount(), int(reference.size()));
    for (auto it = reference.begin(); it != reference.end(); ++it) {
        const int row = model.rowOf(it.key());
        QVERIFY2(row >= 0, qPrintable(it.key()));
        QCOMPARE(model.keyAt(row), it.key());
        QVERIFY(sameContent(*model.rowAt(row), *it));
        QCOMPARE(model.textAt(row, int(ChannelModel::Column::Name)), it->channel.name);
    }
}

} // namespace

class TestKeyedTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomSnapshotsMatchAReference_data();
    void randomSnapshotsMatchAReference();
    void unchangedRowsEmitNothing();
    void aChangedRowEmitsItsRowOnly();
    void manyScatteredChangesBecomeOneSpan();
    void upToAHundredRunsStayRuns();
    void manyScatteredRemovalsKeepPersistentIndexes();
    void ofDuplicatesTheLastCounts();
    void emptyToFullAndBack();
    void selectionSurvivesARefresh();
    void newerObservationsEmitOneSignal();
    void updateFreshnessNeverMakesARowOlder();
    void aNewErrorIsTold();
    void tickingTellsWhatBecameStaleOnce();
    void tickingOverFreshRowsIsSilent();
    void otherProfilesAreLeftAlone();
    void removeIdsTakesOnlyTheRowsNamed();
    void renamedProfilesShowAtOnce();
    void namesAreToldWhenNewOrChanged();
    void toolTipsNeverBecomeRichText();
    void timesFollowTheZone();
    void everyModelPassesTheTester();
};

void TestKeyedTableModel::randomSnapshotsMatchAReference_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("population");
    QTest::addColumn<int>("steps");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("small %u", seed) << seed << 12 << 100;
    QTest::newRow("beyond the run cap") << 77u << 500 << 12;
}

void TestKeyedTableModel::randomSnapshotsMatchAReference()
{
    QFETCH(quint32, seed);
    QFETCH(int, population);
    QFETCH(int, steps);
    ManualClock clock(start());
    ChannelModel model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    QRandomGenerator random(seed);
    Reference reference;
    for (int step = 0; step < steps; ++step) {
        QHash<QString, QPersistentModelIndex> watched;
        for (int row = 0; row < model.rowCount(); ++row)
            watched.insert(model.keyAt(row), model.index(row, row % model.columnCount()));
        mutate(random, model, reference, population);
        compareWithReference(model, reference);
        if (QTest::currentTestFailed())
            return;
        for (auto it = watched.begin(); it != watched.end(); ++it) {
            QCOMPARE(it->isValid(), reference.contains(it.key()));
            if (it->isValid())
                QCOMPARE(it->data(KeyRole).toString(), it.key());
        }
    }
}

void TestKeyedTableModel::unchangedRowsEmitNothing()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    const QList<ChannelRow> rows{channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s)};
    model.upsert(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy renewed(&model, &TableModel::observationsRenewed);
    QSignalSpy named(&model, &TableModel::namesChanged);
    model.upsert(rows);
    model.applySnapshot(u"p1"_s, rows);
    QCOMPARE(changed.size() + inserted.size() + renewed.size() + named.size(), 0);
}

void TestKeyedTableModel::aChangedRowEmitsItsRowOnly()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert(
        {channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s), channelRow(u"3"_s, u"C"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.upsert({channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B2"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(1, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(1, model.columnCount() - 1));
}

void TestKeyedTableModel::manyScatteredChangesBecomeOneSpan()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QList<ChannelRow> rows;
    for (int i = 0; i < 400; ++i)
        rows << channelRow(QString::number(i), u"A"_s);
    model.upsert(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 2; i < 400; i += 2)
        rows[i].channel.name = u"B"_s;
    model.upsert(rows);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 398);
    QCOMPARE(model.textAt(398, int(ChannelModel::Column::Name)), u"B"_s);
}

void TestKeyedTableModel::upToAHundredRunsStayRuns()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QList<ChannelRow> rows;
    for (int i = 0; i < 400; ++i)
        rows << channelRow(QString::number(i), u"A"_s);
    model.upsert(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 200; i += 2)
        rows[i].channel.name = u"B"_s;
    model.upsert(rows);
    QCOMPARE(changed.size(), 100);
}

void TestKeyedTableModel::manyScatteredRemovalsKeepPersistentIndexes()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    QList<ChannelRow> rows;
    QSet<QString> kept;
    for (int i = 0; i < 600; ++i) {
        rows << channelRow(QString::number(i), u"A"_s);
        if (i % 2 == 1)
            kept.insert(rowKey(rows.last()));
    }
    model.upsert(rows);
    const QPersistentModelIndex stays = model.index(599, 3);
    const QPersistentModelIndex goes = model.index(598, 3);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.retain(u"p1"_s, kept);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 300);
    QVERIFY(!goes.isValid());
    QCOMPARE(stays.data(KeyRole).toString(), u"p1/599"_s);
    QCOMPARE(stays.column(), 3);
}

void TestKeyedTableModel::ofDuplicatesTheLastCounts()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    constexpr int kName = int(ChannelModel::Column::Name);
    model.upsert({channelRow(u"1"_s, u"first"_s), channelRow(u"2"_s, u"x"_s),
                  channelRow(u"1"_s, u"second"_s)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.textAt(0, kName), u"second"_s);
    model.upsert({channelRow(u"1"_s, u"third"_s), channelRow(u"1"_s, u"fourth"_s)});
    QCOMPARE(model.textAt(0, kName), u"fourth"_s);
    model.upsert({channelRow(u"1"_s, u"fifth"_s), channelRow(u"1"_s, u"fourth"_s)});
    QCOMPARE(model.textAt(0, kName), u"fourth"_s);
    QCOMPARE(model.rowCount(), 2);
}

void TestKeyedTableModel::emptyToFullAndBack()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    for (int round = 0; round < 3; ++round) {
        model.upsert({});
        QCOMPARE(model.rowCount(), 0);
        model.applySnapshot(u"p1"_s, {channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s)});
        QCOMPARE(model.rowCount(), 2);
        model.applySnapshot(u"p1"_s, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(u"p1/1"_s), -1);
        QCOMPARE(model.find(u"p1/1"_s), nullptr);
    }
}

void TestKeyedTableModel::selectionSurvivesARefresh()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QItemSelectionModel selection(&model);
    model.upsert(
        {channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s), channelRow(u"3"_s, u"C"_s)});
    selection.select(model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    selection.setCurrentIndex(model.index(1, 4), QItemSelectionModel::NoUpdate);
    model.applySnapshot(
        u"p1"_s,
        {channelRow(u"9"_s, u"New"_s), channelRow(u"3"_s, u"C2"_s), channelRow(u"2"_s, u"B"_s)});
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().data(KeyRole).toString(), u"p1/3"_s);
    QCOMPARE(selection.currentIndex().data(KeyRole).toString(), u"p1/2"_s);
    QCOMPARE(selection.currentIndex().column(), 4);
}

void TestKeyedTableModel::newerObservationsEmitOneSignal()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QList<ChannelRow> rows{channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s)};
    model.upsert(rows);
    constexpr int kAge = int(ChannelModel::Column::Age);
    clock.advance(8s);
    QCOMPARE(model.textAt(0, kAge), u"8 s"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy renewed(&model, &TableModel::observationsRenewed);
    for (ChannelRow &row : rows)
        row.freshness = seenAt(clock.utcNow());
    model.upsert(rows);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(renewed.size(), 1);
    QCOMPARE(model.textAt(0, kAge), u"0 s"_s);
    model.updateFreshness(u"p1"_s, seenAt(clock.utcNow().addSecs(1)));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(renewed.size(), 2);
}

void TestKeyedTableModel::updateFreshnessNeverMakesARowOlder()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s)});
    model.updateFreshness(u"p1"_s, seenAt(start().addSecs(-100)));
    QCOMPARE(model.rowAt(0)->freshness.observedAt, start());
    QCOMPARE(model.verdictAt(0).trust, Trust::Fresh);
}

void TestKeyedTableModel::aNewErrorIsTold()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Freshness denied = seenAt(start());
    denied.error = forbidden(start().addSecs(1));
    model.updateFreshness(u"p1"_s, denied);
    QCOMPARE(changed.size(), 1);
    const QModelIndex cell = model.index(0, int(ChannelModel::Column::State));
    QCOMPARE(cell.data(TrustRole).toInt(), int(Trust::Stale));
    QCOMPARE(cell.data(LevelRole).toInt(), int(StateLevel::Unknown));
    QVERIFY(cell.data(ReasonRole).toString().contains(u"medialive:ListChannels"_s));
    // The same failure again, later, is no news.
    denied.error->at = start().addSecs(11);
    denied.error->requestId = u"another"_s;
    model.updateFreshness(u"p1"_s, denied);
    QCOMPARE(changed.size(), 1);
}

void TestKeyedTableModel::tickingTellsWhatBecameStaleOnce()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s)});
    QCOMPARE(model.levelCounts()[StateLevel::Ok], 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    clock.advance(26s);
    model.clockTicked();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.levelCounts()[StateLevel::Ok], 0);
    QCOMPARE(model.levelCounts()[StateLevel::Unknown], 2);
    clock.advance(1s);
    model.clockTicked();
    QCOMPARE(changed.size(), 1);
    model.updateFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.levelCounts()[StateLevel::Ok], 2);
}

void TestKeyedTableModel::tickingOverFreshRowsIsSilent()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy ticked(&model, &TableModel::ticked);
    clock.advance(20s);
    model.clockTicked();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(ticked.size(), 1);
}

void TestKeyedTableModel::otherProfilesAreLeftAlone()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s), channelRow(u"1"_s, u"A"_s, u"IDLE"_s, u"p2"_s)});
    QCOMPARE(model.rowCount(), 2);
    model.applySnapshot(u"p1"_s, {channelRow(u"7"_s, u"X"_s, u"IDLE"_s, u"p2"_s)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.keyAt(0), u"p2/1"_s);
    model.removeProfile(u"p1"_s);
    QCOMPARE(model.rowCount(), 1);
    model.removeProfile(u"p2"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestKeyedTableModel::removeIdsTakesOnlyTheRowsNamed()
{
    ManualClock clock(start());
    HealthModel model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    HealthRow elsewhere = healthRow(u"1"_s, u"0"_s);
    elsewhere.profile = profile(u"p2"_s);
    model.upsert({healthRow(u"1"_s, u"0"_s), healthRow(u"1"_s, u"1"_s), elsewhere,
                  healthRow(u"2"_s, u"0"_s)});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.removeIds(u"p1"_s, {u"1/1"_s, u"1/0"_s, u"7/0"_s});
    QCOMPARE(removed.size(), 1); // neighbours go together
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.find(healthKey(u"p2"_s, u"1"_s, u"0"_s)));
    QVERIFY(model.find(healthKey(u"p1"_s, u"2"_s, u"0"_s)));
    model.removeIds(u"p1"_s, {});
    QCOMPARE(model.rowCount(), 2);
}

void TestKeyedTableModel::renamedProfilesShowAtOnce()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"A"_s), channelRow(u"1"_s, u"A"_s, u"IDLE"_s, u"p2"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ProfileTag renamed = profile(u"p2"_s);
    renamed.name = u"Oregon"_s;
    renamed.production = true;
    model.updateProfile(renamed);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, 0).data().toString(), u"Oregon"_s);
    QCOMPARE(model.index(1, 0).data(ProductionRole).toBool(), true);
    QVERIFY(model.searchTextAt(1).contains(u"oregon"_s));
    QCOMPARE(model.index(0, 0).data().toString(), u"Profile p1"_s);
}

void TestKeyedTableModel::namesAreToldWhenNewOrChanged()
{
    using Names = QHash<QString, QString>;
    ManualClock clock(start());
    ChannelModel model(clock);
    QSignalSpy named(&model, &TableModel::namesChanged);
    model.upsert({channelRow(u"1"_s, u"A"_s), channelRow(u"2"_s, u"B"_s)});
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.at(0).at(0).toString(), u"p1"_s);
    QCOMPARE(named.at(0).at(1).value<Names>(), (Names{{u"1"_s, u"A"_s}, {u"2"_s, u"B"_s}}));
    model.upsert({channelRow(u"1"_s, u"A"_s, u"IDLE"_s), channelRow(u"2"_s, u"Bee"_s)});
    QCOMPARE(named.size(), 2);
    QCOMPARE(named.at(1).at(1).value<Names>(), (Names{{u"2"_s, u"Bee"_s}}));
}

void TestKeyedTableModel::toolTipsNeverBecomeRichText()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert({channelRow(u"1"_s, u"<img src='http://example.com/x.png'> &amp; <b>bold</b>"_s)});
    const QString tip
        = model.index(0, int(ChannelModel::Column::Name)).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<img"_s));
    QVERIFY(tip.contains(u"&lt;img"_s));
}

void TestKeyedTableModel::timesFollowTheZone()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    ChannelRow row = channelRow(u"1"_s, u"A"_s);
    row.channel.maintenance.deadline = start();
    model.upsert({row});
    const QModelIndex cell = model.index(0, int(ChannelModel::Column::MaintenanceDeadline));
    QCOMPARE(cell.data().toString(), u"2026-11-23 02:57:44 UTC"_s);
    QVERIFY(model.searchTextAt(0).contains(u"02:57:44"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setTimeZone(TimeZoneChoice::Local);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell.data().toString(), u"2026-11-23 04:57:44 EET"_s);
    QVERIFY(model.searchTextAt(0).contains(u"04:57:44"_s));
    QCOMPARE(cell.data(RawRole).toDateTime(), start());
    QCOMPARE(cell.data(RawRole).toDateTime().timeSpec(), Qt::UTC);
}

namespace {

template<typename Model, typename Row> void exercise(const QList<Row> &rows)
{
    ManualClock clock(start());
    Model model(clock);
    QAbstractItemModelTester tester(&model, kFatal);
    model.upsert(rows);
    QVERIFY(model.rowCount() > 0);
    QStringList ids;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString id = model.headerData(column, Qt::Horizontal, RawRole).toString();
        QVERIFY2(id.size() > 0 && id.front().isLower() && !id.contains(u' '), qPrintable(id));
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids << id;
        QCOMPARE(model.columnOf(id), column);
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        for (int role = Qt::UserRole; role <= ReasonRole; ++role)
            (void)model.index(0, column).data(role);
    }
    QCOMPARE(ids.first(), u"profile"_s);
    QCOMPARE(ids.at(1), u"region"_s);
    QCOMPARE(ids.last(), u"age"_s);
    QCOMPARE(model.columnOf(u"nonsense"_s), -1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    model.clockTicked();
    model.removeProfile(u"p1"_s);
    QCOMPARE(model.rowCount(), 0);
}

} // namespace

void TestKeyedTableModel::everyModelPassesTheTester()
{
    exercise<InputModel, InputRow>({inputRow(u"1"_s, u"A"_s), inputRow(u"2"_s, u"B"_s)});
    exercise<ChannelModel, ChannelRow>({channelRow(u"1"_s, u"A"_s)});
    exercise<HealthModel, HealthRow>({healthRow(u"1"_s), measuredRow(u"2"_s, u"1"_s)});
    exercise<AlertModel, AlertRow>({alertRow(u"1"_s, u"1"_s, u"SET"_s)});
}

int main(int argc, char *argv[])
{
    qputenv("TZ", "EET-2");
    QCoreApplication app(argc, argv);
    TestKeyedTableModel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyedtablemodel.moc"
