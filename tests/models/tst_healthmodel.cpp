// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metriccatalogue.h"
#include "models/alertmodel.h"
#include "models/healthmodel.h"
#include "models/samples.h"
#include "models/words.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

using Column = HealthModel::Column;

struct Shown
{
    QString text;
    QVariant raw;
    QString toolTip;
    StateLevel level = StateLevel::None;
};

Shown cellOf(const HealthRow &row, Column column, std::chrono::seconds later = 0s)
{
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({row});
    clock.advance(later);
    const QModelIndex cell = model.index(0, int(column));
    return {cell.data().toString(), cell.data(RawRole), cell.data(Qt::ToolTipRole).toString(),
            StateLevel(cell.data(CellLevelRole).toInt())};
}

const QList<ReadingStatus> kWithoutValue{
    ReadingStatus::NotObserved,   ReadingStatus::Loading,    ReadingStatus::NoData,
    ReadingStatus::NotPublished,  ReadingStatus::NotRunning, ReadingStatus::Forbidden,
    ReadingStatus::Failed,        ReadingStatus::Throttled,  ReadingStatus::Starting,
    ReadingStatus::NotApplicable, ReadingStatus::NoInputYet, ReadingStatus::Late,
    ReadingStatus::OverBudget};

} // namespace

class TestHealthModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingReadingIsNeverZero_data();
    void aMissingReadingIsNeverZero();
    void everyStatusHasItsOwnWord();
    void zeroIsShownAsZero();
    void readingsCarryTheirUnits_data();
    void readingsCarryTheirUnits();
    void channelsThatDoNotRunSayNotRunning();
    void unknownStatesKeepTheirReadings();
    void notANumberIsNoData();
    void lockIsNotApplicableWithoutLocking();
    void alertsThatWereNotAskedForAreNotZero();
    void verdictsCarryTheirReasons();
    void nothingIsGreenUnlessFresh_data();
    void nothingIsGreenUnlessFresh();
    void staleReadingsNeitherAccuseNorAcquit();
    void theSearchTextFollowsTheVerdict();
    void cellsAreTrustedByTheirOwnPart();
    void theAgeIsThatOfTheOldestPart();
    void partsOfTheFreshnessAreRenewedApart();
    void theActiveInputIsRepaintedWhenItIsDoubted_data();
    void theActiveInputIsRepaintedWhenItIsDoubted();
    void metricColumnsFollowTheCatalogue();
    void alertsShowAndSortTheirTimes();
    void alertsThatComeAgainAreOtherRows();
};

void TestHealthModel::aMissingReadingIsNeverZero_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<ReadingStatus>("status");
    for (const HealthMetric metric : kHealthMetrics) {
        for (const ReadingStatus status : kWithoutValue) {
            QTest::addRow("%s %d", qPrintable(healthMetricInfo(metric).name), int(status))
                << int(Column::ActiveAlerts) + int(metric) << status;
        }
    }
}

void TestHealthModel::aMissingReadingIsNeverZero()
{
    QFETCH(int, column);
    QFETCH(ReadingStatus, status);
    HealthRow row = measuredRow(u"1"_s);
    const HealthMetric metric = *HealthModel::metricOf(column);
    row.health.reading(metric) = {status, 0.0, start()};
    const ReadingStatus shown = readingStatus(row.health, metric, false);
    const Shown cell = cellOf(row, Column(column));
    QVERIFY(!cell.raw.isValid());
    QCOMPARE(cell.text, readingWord(shown));
    QVERIFY(!cell.text.isEmpty());
    QVERIFY2(!cell.text.contains(u'0'), qPrintable(cell.text));
    QVERIFY(cell.toolTip.startsWith(readingExplanation(shown)));
    QVERIFY(!cell.toolTip.isEmpty());
    QVERIFY(cell.level != StateLevel::Ok);
}

void TestHealthModel::everyStatusHasItsOwnWord()
{
    QSet<QString> words;
    QSet<QString> explanations;
    for (const ReadingStatus status : kWithoutValue) {
        words.insert(readingWord(status));
        explanations.insert(readingExplanation(status));
    }
    QCOMPARE(words.size(), kWithoutValue.size());
    QCOMPARE(explanations.size(), kWithoutValue.size());
    QVERIFY(readingWord(ReadingStatus::Value).isEmpty());
}

void TestHealthModel::zeroIsShownAsZero()
{
    const Shown cell = cellOf(measuredRow(u"1"_s), Column::DroppedFrames);
    QCOMPARE(cell.text, u"0"_s);
    QCOMPARE(cell.raw, QVariant(0.0));
    QCOMPARE(cell.level, StateLevel::Ok);
    QVERIFY(cell.toolTip.contains(u"02:57:44 UTC"_s));
}

void TestHealthModel::readingsCarryTheirUnits_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVariant>("raw");
    QTest::addColumn<StateLevel>("level");
    const auto row = [](const char *name, HealthMetric metric, double value, const QString &text,
                        const QVariant &raw, StateLevel level) {
        QTest::newRow(name) << int(metric) << value << text << raw << level;
    };
    row("frames", HealthMetric::InputVideoFrameRate, 29.97, u"29.97 fps"_s, 29.97, StateLevel::Ok);
    row("no frames", HealthMetric::InputVideoFrameRate, 0.0, u"0 fps"_s, 0.0, StateLevel::Critical);
    row("traffic", HealthMetric::NetworkIn, 4.25, u"4.25 Mbit/s"_s, 4.25, StateLevel::Ok);
    row("fill", HealthMetric::FillMsec, 1500.0, u"1,500 ms"_s, 1500.0, StateLevel::Warning);
    row("full fill", HealthMetric::FillMsec, 60000.0, u"60,000 ms"_s, 60000.0,
        StateLevel::Critical);
    row("svq", HealthMetric::SvqTime, 12.5, u"12.5 %"_s, 12.5, StateLevel::Warning);
    row("loss", HealthMetric::InputLossSeconds, 3.0, u"3 s"_s, 3.0, StateLevel::Warning);
    row("outputs", HealthMetric::ActiveOutputs, 0.0, u"0"_s, 0.0, StateLevel::Critical);
    row("locked", HealthMetric::PipelinesLocked, 1.0, u"locked"_s, true, StateLevel::Ok);
    row("not locked", HealthMetric::PipelinesLocked, 0.0, u"not locked"_s, false,
        StateLevel::Warning);
    row("lost", HealthMetric::RtpPacketsLost, 3.0, u"3"_s, 3.0, StateLevel::Warning);
    row("quality", HealthMetric::MinMqcs, 97.5, u"97.5"_s, 97.5, StateLevel::Ok);
    row("primary", HealthMetric::PrimaryInputActive, 1.0, u"primary"_s, true, StateLevel::Ok);
    row("backup", HealthMetric::PrimaryInputActive, 0.0, u"backup"_s, false, StateLevel::Warning);
}

void TestHealthModel::readingsCarryTheirUnits()
{
    QFETCH(int, metric);
    QFETCH(double, value);
    QFETCH(QString, text);
    QFETCH(QVariant, raw);
    QFETCH(StateLevel, level);
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric(metric)).value = value;
    const Shown cell = cellOf(row, Column(int(Column::ActiveAlerts) + metric));
    QCOMPARE(cell.text, text);
    QCOMPARE(cell.raw, raw);
    QCOMPARE(cell.level, level);
}

void TestHealthModel::channelsThatDoNotRunSayNotRunning()
{
    HealthRow row = measuredRow(u"1"_s, QString());
    row.health.channelState = u"IDLE"_s;
    row.health.setAlerts = 0;
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({row});
    for (int column = int(Column::Alerts); column <= int(Column::MinMqcs); ++column) {
        const QModelIndex cell = model.index(0, column);
        QCOMPARE(cell.data().toString(), u"not running"_s);
        QVERIFY(!cell.data(RawRole).isValid());
        QCOMPARE(cell.data(CellLevelRole).toInt(), int(StateLevel::Idle));
    }
    QCOMPARE(model.index(0, int(Column::Health)).data().toString(), u"Idle"_s);
    QCOMPARE(model.index(0, int(Column::Reasons)).data().toString(), u"not running"_s);
    QCOMPARE(model.index(0, int(Column::Pipeline)).data().toString(), QString());
}

void TestHealthModel::unknownStatesKeepTheirReadings()
{
    HealthRow row = measuredRow(u"1"_s);
    row.health.channelState = u"HIBERNATING"_s;
    QCOMPARE(cellOf(row, Column::InputVideoFrameRate).text, u"25 fps"_s);
    QCOMPARE(cellOf(row, Column::State).text, u"HIBERNATING"_s);
    QCOMPARE(cellOf(row, Column::Health).level, StateLevel::Unknown);
}

void TestHealthModel::notANumberIsNoData()
{
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::NetworkIn).value = qQNaN();
    const Shown cell = cellOf(row, Column::NetworkIn);
    QCOMPARE(cell.text, u"no data (late)"_s);
    QVERIFY(!cell.raw.isValid());
    QCOMPARE(cell.level, StateLevel::Unknown);
    QCOMPARE(cellOf(row, Column::Health).level, StateLevel::Unknown);
}

void TestHealthModel::lockIsNotApplicableWithoutLocking()
{
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::PipelinesLocked).value = 0.0;
    row.health.traits.lockingConfigured = false;
    const Shown cell = cellOf(row, Column::PipelinesLocked);
    QCOMPARE(cell.text, u"n/a"_s);
    QVERIFY(!cell.raw.isValid());
}

void TestHealthModel::alertsThatWereNotAskedForAreNotZero()
{
    HealthRow row = healthRow(u"1"_s);
    QCOMPARE(cellOf(row, Column::Alerts).text, u"0"_s);
    QCOMPARE(cellOf(row, Column::Alerts).raw, QVariant(0));
    QCOMPARE(cellOf(row, Column::Alerts).level, StateLevel::Ok);
    row.health.setAlerts = std::nullopt;
    const Shown cell = cellOf(row, Column::Alerts);
    QCOMPARE(cell.text, u"not observed"_s);
    QVERIFY(!cell.raw.isValid());
    QCOMPARE(cell.level, StateLevel::Unknown);
    QCOMPARE(cellOf(row, Column::Health).text, u"Unknown"_s);
}

void TestHealthModel::verdictsCarryTheirReasons()
{
    HealthRow row = measuredRow(u"1"_s);
    row.health.pipelinesRunning = 1;
    row.health.setAlerts = 2;
    row.health.criticalAlert = true;
    row.health.worstAlert = u"Video Not Detected"_s;
    const Shown health = cellOf(row, Column::Health);
    QCOMPARE(health.text, u"Critical"_s);
    QCOMPARE(health.raw, QVariant(u"critical"_s));
    QCOMPARE(health.level, StateLevel::Critical);
    QCOMPARE(cellOf(row, Column::Reasons).text,
             u"alert: Video Not Detected, 1 of 2 pipelines running"_s);
    QCOMPARE(cellOf(row, Column::Reasons).raw, QVariant(QStringList{u"alert"_s, u"pipelines"_s}));
    QCOMPARE(cellOf(row, Column::State).level, StateLevel::Warning);
    QCOMPARE(cellOf(measuredRow(u"1"_s), Column::Health).text, u"OK"_s);
    QVERIFY(cellOf(measuredRow(u"1"_s), Column::Reasons).text.isEmpty());
}

void TestHealthModel::nothingIsGreenUnlessFresh_data()
{
    QTest::addColumn<HealthRow>("row");
    QTest::addColumn<int>("laterSeconds");
    QTest::addColumn<bool>("green");
    const HealthRow fine = measuredRow(u"1"_s);
    QTest::newRow("fresh") << fine << 0 << true;
    QTest::newRow("fresh for two intervals") << fine << 25 << true;
    QTest::newRow("then no more") << fine << 26 << false;
    QTest::newRow("much later") << fine << 86400 << false;
    for (const auto &[name, part] :
         {std::pair{"inventory", &HealthRow::inventory}, std::pair{"alerts", &HealthRow::alerts},
          std::pair{"metrics", &HealthRow::metrics}}) {
        HealthRow row = fine;
        row.*part = Freshness();
        QTest::addRow("%s never observed", name) << row << 0 << false;
        row = fine;
        (row.*part).observedAt = start().addSecs(-60);
        QTest::addRow("%s old", name) << row << 0 << false;
        row = fine;
        (row.*part).error = forbidden(start().addSecs(1));
        QTest::addRow("%s forbidden", name) << row << 0 << false;
    }
    QTest::newRow("metrics never asked for") << healthRow(u"1"_s) << 0 << true;
}

void TestHealthModel::nothingIsGreenUnlessFresh()
{
    QFETCH(HealthRow, row);
    QFETCH(int, laterSeconds);
    QFETCH(bool, green);
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({row});
    clock.advance(std::chrono::seconds(laterSeconds));
    // With the next tick, and also before it.
    for (int ticks = 0; ticks < 2; ++ticks) {
        const QModelIndex health = model.index(0, int(Column::Health));
        QCOMPARE(health.data(LevelRole).toInt() == int(StateLevel::Ok), green);
        QCOMPARE(health.data(CellLevelRole).toInt() == int(StateLevel::Ok), green);
        QCOMPARE(health.data().toString() == u"OK"_s, green);
        if (row.inventory.trust(clock.utcNow()) != Trust::Fresh) {
            for (int column = 0; column < model.columnCount(); ++column) {
                QVERIFY2(model.index(0, column).data(CellLevelRole).toInt() != int(StateLevel::Ok),
                         model.column(column).id);
            }
        }
        model.clockTicked();
    }
    QCOMPARE(model.levelCounts()[StateLevel::Ok], green ? 1 : 0);
}

void TestHealthModel::staleReadingsNeitherAccuseNorAcquit()
{
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::ActiveOutputs).value = 0.0;
    QCOMPARE(cellOf(row, Column::Health).level, StateLevel::Critical);
    row.metrics.observedAt = start().addSecs(-600);
    QCOMPARE(cellOf(row, Column::Health).level, StateLevel::Unknown);
    QCOMPARE(cellOf(row, Column::Reasons).text, u"readings out of date"_s);
    QCOMPARE(cellOf(row, Column::ActiveOutputs).level, StateLevel::Unknown);
    QCOMPARE(cellOf(row, Column::ActiveOutputs).text, u"0"_s);
    // What the free calls say still counts.
    row.health.setAlerts = 1;
    row.health.criticalAlert = true;
    QCOMPARE(cellOf(row, Column::Health).level, StateLevel::Critical);
}

void TestHealthModel::theSearchTextFollowsTheVerdict()
{
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({measuredRow(u"1"_s)});
    QVERIFY(model.searchTextAt(0).contains(u"\nok\n"_s));
    clock.advance(26s);
    model.clockTicked();
    QVERIFY(!model.searchTextAt(0).contains(u"\nok\n"_s));
    QVERIFY(model.searchTextAt(0).contains(u"not seen lately"_s));
}

void TestHealthModel::cellsAreTrustedByTheirOwnPart()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.alerts.observedAt = start().addSecs(-600);
    model.upsert({row});
    const auto trust = [&model](Column column) {
        return Trust(model.index(0, int(column)).data(TrustRole).toInt());
    };
    QCOMPARE(trust(Column::State), Trust::Fresh);
    QCOMPARE(trust(Column::NetworkIn), Trust::Fresh);
    QCOMPARE(trust(Column::Alerts), Trust::Stale);
    QVERIFY(!model.index(0, int(Column::Alerts)).data(ReasonRole).toString().isEmpty());
    row.metrics = Freshness();
    model.upsert({row});
    QCOMPARE(trust(Column::NetworkIn), Trust::NotObserved);
}

void TestHealthModel::theAgeIsThatOfTheOldestPart()
{
    HealthRow row = measuredRow(u"1"_s);
    row.inventory.observedAt = start().addSecs(-3);
    row.alerts.observedAt = start().addSecs(-12);
    row.metrics.observedAt = start().addSecs(-20);
    QCOMPARE(cellOf(row, Column::Age).text, u"20 s"_s);
    row.health.readings = {};
    QCOMPARE(cellOf(row, Column::Age).text, u"12 s"_s);
    row.health.channelState = u"IDLE"_s;
    QCOMPARE(cellOf(row, Column::Age).text, u"3 s"_s);
    row.inventory = Freshness();
    QCOMPARE(cellOf(row, Column::Age).text, u"never"_s);
}

void TestHealthModel::partsOfTheFreshnessAreRenewedApart()
{
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({measuredRow(u"1"_s)});
    clock.advance(30s);
    model.clockTicked();
    QCOMPARE(model.verdictAt(0).level, StateLevel::Unknown);
    model.updateFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(model.verdictAt(0).level, StateLevel::Unknown);
    model.updateAlertsFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(model.verdictAt(0).level, StateLevel::Unknown);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.updateMetricsFreshness(u"p1"_s, seenAt(clock.utcNow()));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.verdictAt(0).level, StateLevel::Ok);
}

void TestHealthModel::theActiveInputIsRepaintedWhenItIsDoubted_data()
{
    QTest::addColumn<bool>("refused");
    QTest::addColumn<StaleCause>("heldBy");
    QTest::newRow("it has aged") << false << StaleCause::None;
    QTest::newRow("DescribeChannel was refused") << true << StaleCause::None;
    QTest::newRow("the network is lost") << false << StaleCause::NetworkLost;
}

void TestHealthModel::theActiveInputIsRepaintedWhenItIsDoubted()
{
    QFETCH(bool, refused);
    QFETCH(StaleCause, heldBy);
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.health.activeInput = u"main"_s;
    row.description = seenAt(start());
    model.upsert({row});
    const QModelIndex cell = model.index(0, int(Column::ActiveInput));
    QCOMPARE(Trust(cell.data(TrustRole).toInt()), Trust::Fresh);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    if (refused || heldBy != StaleCause::None) {
        if (refused)
            row.description.error = forbidden(clock.utcNow());
        row.description.heldBy = heldBy;
        model.upsert({row});
    } else {
        row.description.expectedEvery = 60s;
        model.upsert({row});
        clock.advance(200s);
        row.inventory = row.alerts = row.metrics = seenAt(clock.utcNow()); // all else is new
        model.upsert({row});
        model.clockTicked();
    }
    QCOMPARE(Trust(cell.data(TrustRole).toInt()), Trust::Stale);
    const bool repainted = std::any_of(changed.begin(), changed.end(), [&](const auto &one) {
        return one.at(0).toModelIndex().column() <= cell.column()
            && one.at(1).toModelIndex().column() >= cell.column();
    });
    QVERIFY(repainted);
}

void TestHealthModel::metricColumnsFollowTheCatalogue()
{
    ManualClock clock(start());
    HealthModel model(clock);
    for (const HealthMetric metric : kHealthMetrics) {
        QString id = healthMetricInfo(metric).name;
        id[0] = id.at(0).toLower();
        const int column = model.columnOf(id);
        QVERIFY2(column >= 0, qPrintable(id));
        QCOMPARE(HealthModel::metricOf(column), std::optional(metric));
    }
    QVERIFY(!HealthModel::metricOf(int(Column::Alerts)));
    QVERIFY(!HealthModel::metricOf(int(Column::ActiveInput)));
}

void TestHealthModel::alertsShowAndSortTheirTimes()
{
    using AlertColumn = AlertModel::Column;
    ManualClock clock(start());
    AlertModel model(clock);
    AlertRow cleared = alertRow(u"9"_s, u"2"_s, u"CLEARED"_s);
    cleared.alert.clearedAt = start();
    AlertRow mild = alertRow(u"9"_s, u"3"_s, u"SET"_s);
    mild.alert.alertType = u"Unlocked pipelines"_s;
    model.upsert({alertRow(u"9"_s, u"1"_s, u"SET"_s), cleared, mild});
    const auto cell = [&model](int row, AlertColumn column) {
        return model.index(row, int(column));
    };
    QCOMPARE(cell(0, AlertColumn::Channel).data().toString(), u"Channel 9"_s);
    QCOMPARE(cell(0, AlertColumn::Channel).data(LinkRole).toStringList(), QStringList{u"9"_s});
    QCOMPARE(cell(0, AlertColumn::Pipeline).data().toString(), u"Pipeline 0"_s);
    QCOMPARE(cell(0, AlertColumn::Pipeline).data(RawRole), QVariant(u"0"_s));
    QCOMPARE(cell(0, AlertColumn::State).data().toString(), u"Set"_s);
    QCOMPARE(cell(0, AlertColumn::SetAt).data().toString(), u"2026-11-23 02:56:44 UTC"_s);
    QVERIFY(!cell(0, AlertColumn::ClearedAt).data(RawRole).isValid());
    QCOMPARE(cell(1, AlertColumn::ClearedAt).data(RawRole).toDateTime(), start());
    QCOMPARE(cell(0, AlertColumn::State).data(LevelRole).toInt(), int(StateLevel::Critical));
    QCOMPARE(cell(1, AlertColumn::State).data(LevelRole).toInt(), int(StateLevel::Idle));
    QCOMPARE(cell(2, AlertColumn::State).data(LevelRole).toInt(), int(StateLevel::Warning));
    clock.advance(1h);
    model.clockTicked();
    QCOMPARE(model.levelCounts()[StateLevel::Unknown], 3);
}

void TestHealthModel::alertsThatComeAgainAreOtherRows()
{
    ManualClock clock(start());
    AlertModel model(clock);
    AlertRow again = alertRow(u"9"_s, u"1"_s, u"SET"_s);
    again.alert.setAt = start();
    model.upsert({alertRow(u"9"_s, u"1"_s, u"CLEARED"_s), again});
    QCOMPARE(model.rowCount(), 2);
}

QTEST_GUILESS_MAIN(TestHealthModel)
#include "tst_healthmodel.moc"
