// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metriccatalogue.h"
#include "models/healthmodel.h"
#include "models/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

using Column = HealthModel::Column;

} // namespace

/// How verdicts follow one another: since when one holds, and what must last to count.
class TestHealthVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sinceIsWhenTheVerdictBegan();
    void sinceIsKeptWhileTheVerdictHolds();
    void theFirstVerdictIsAsOldAsWhatItRestsOn_data();
    void theFirstVerdictIsAsOldAsWhatItRestsOn();
    void whatMustLastIsJudgedWhenItHas();
    void whatIsHeldEndsWithTheClock();
    void aSingleLookWaitsForNothing();
    void anotherCatalogueIsShownAtOnce();
};

void TestHealthVerdicts::sinceIsWhenTheVerdictBegan()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    model.upsert({row});
    const QModelIndex since = model.index(0, int(Column::Since));
    // Nobody knows for how long it has been fine.
    QCOMPARE(since.data(RawRole).toDateTime(), start());
    QCOMPARE(since.data().toString(), u"before 2026-11-23 02:57:44 UTC"_s);

    clock.advance(10s);
    row.health.reading(HealthMetric::FillMsec).value = 500.0;
    model.upsert({row});
    QCOMPARE(since.data(RawRole).toDateTime(), start().addSecs(10));
    QCOMPARE(since.data().toString(), u"2026-11-23 02:57:54 UTC"_s);
    QVERIFY(since.data(Qt::ToolTipRole).toString().contains(u"The change was seen at"_s));

    // An alert is as old as AWS says, but not older than what was seen before it.
    clock.advance(10s);
    row.health.reading(HealthMetric::FillMsec).value = 0.0;
    row.health.setAlerts = 1;
    row.health.criticalAlert = true;
    row.health.worstAlertAt = start().addSecs(14);
    row.inventory = row.alerts = row.metrics = seenAt(clock.utcNow());
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Critical);
    QCOMPARE(since.data(RawRole).toDateTime(), start().addSecs(14));

    // What has become old is unknown since then; out of it, the change was not seen.
    clock.advance(60s);
    model.clockTicked();
    QCOMPARE(model.verdictAt(0).level, StateLevel::Unknown);
    QCOMPARE(since.data(RawRole).toDateTime(), clock.utcNow());
    clock.advance(10s);
    row.health.setAlerts = 0;
    row.health.criticalAlert = false;
    row.inventory = row.alerts = row.metrics = seenAt(clock.utcNow());
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Ok);
    QVERIFY(!model.verdictAt(0).changeSeen);
}

void TestHealthVerdicts::sinceIsKeptWhileTheVerdictHolds()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    model.upsert({row});
    for (int i = 1; i <= 5; ++i) {
        clock.advance(10s);
        row.health.reading(HealthMetric::NetworkIn).value = i;
        row.inventory = row.alerts = row.metrics = seenAt(clock.utcNow());
        model.upsert({row});
        model.clockTicked();
    }
    QCOMPARE(model.verdictAt(0).since, start());
    ProfileTag renamed = row.profile;
    renamed.name = u"Other"_s;
    model.updateProfile(renamed);
    QCOMPARE(model.verdictAt(0).since, start());
    // Sorted by the moment.
    QCOMPARE(model.sortCellAt(0, int(Column::Since)).number, double(start().toMSecsSinceEpoch()));
}

void TestHealthVerdicts::theFirstVerdictIsAsOldAsWhatItRestsOn_data()
{
    QTest::addColumn<HealthRow>("row");
    QTest::addColumn<int>("secondsAgo");
    QTest::addColumn<bool>("seen");
    HealthRow row = measuredRow(u"1"_s);
    row.since = {u"RUNNING"_s, 2, start().addSecs(-3600), true, {}};
    QTest::newRow("fine since who knows when") << row << 0 << false;
    row.health.setAlerts = 1;
    row.health.worstAlertAt = start().addSecs(-300);
    QTest::newRow("an alert") << row << 300 << true;
    row.health.pipelinesRunning = 0;
    QTest::newRow("no pipeline") << row << 3600 << true;
    row.since.changeSeen = false;
    QTest::newRow("no pipeline, found so") << row << 3600 << false;
    row = measuredRow(u"1"_s, QString());
    row.health.channelState = u"IDLE"_s;
    row.since = {u"IDLE"_s, 0, start().addSecs(-7200), true, {}};
    QTest::newRow("idle") << row << 7200 << true;
    row.since = {};
    QTest::newRow("idle, not known") << row << 0 << false;
}

void TestHealthVerdicts::theFirstVerdictIsAsOldAsWhatItRestsOn()
{
    QFETCH(HealthRow, row);
    QFETCH(int, secondsAgo);
    ManualClock clock(start());
    HealthModel model(clock);
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).since, start().addSecs(-secondsAgo));
    QTEST(model.verdictAt(0).changeSeen, "seen");
}

void TestHealthVerdicts::whatMustLastIsJudgedWhenItHas()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::MinMqcs) = MetricReading::of(20.0, start());
    model.upsert({row});
    const QModelIndex cell = model.index(0, int(Column::MinMqcs));
    QCOMPARE(model.verdictAt(0).level, StateLevel::Ok);
    QCOMPARE(cell.data(CellLevelRole).toInt(), int(StateLevel::Ok));
    row.health.reading(HealthMetric::MinMqcs) = MetricReading::of(20.0, start().addSecs(60));
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Warning);
    QCOMPARE(cell.data(CellLevelRole).toInt(), int(StateLevel::Warning));
    QCOMPARE(model.index(0, int(Column::Reasons)).data().toString(), u"low media quality"_s);
}

void TestHealthVerdicts::whatIsHeldEndsWithTheClock()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.inventory.expectedEvery = row.alerts.expectedEvery = row.metrics.expectedEvery = 600s;
    row.health.reading(HealthMetric::RtpPacketsLost).value = 4.0;
    model.upsert({row});
    row.health.reading(HealthMetric::RtpPacketsLost).value = 0.0;
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Warning);
    clock.advance(119s);
    model.clockTicked();
    QCOMPARE(model.verdictAt(0).level, StateLevel::Warning);
    clock.advance(1s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.clockTicked();
    QCOMPARE(model.verdictAt(0).level, StateLevel::Ok);
    QCOMPARE(changed.size(), 1);
    model.clockTicked(); // and that is all
    QCOMPARE(changed.size(), 1);
}

void TestHealthVerdicts::aSingleLookWaitsForNothing()
{
    ManualClock clock(start());
    HealthModel model(clock);
    model.setSingleLook(true);
    HealthRow low = measuredRow(u"1"_s);
    low.health.reading(HealthMetric::MinMqcs).value = 20.0;
    HealthRow alerted = measuredRow(u"2"_s);
    alerted.health.setAlerts = 1;
    alerted.health.worstAlertAt = start().addSecs(-300);
    model.upsert({low, alerted});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Warning);
    QCOMPARE(model.index(0, int(Column::MinMqcs)).data(CellLevelRole).toInt(),
             int(StateLevel::Warning));
    QVERIFY(!model.index(0, int(Column::Since)).data(RawRole).isValid());
    QCOMPARE(model.index(1, int(Column::Since)).data(RawRole).toDateTime(), start().addSecs(-300));
}

void TestHealthVerdicts::anotherCatalogueIsShownAtOnce()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow row = measuredRow(u"1"_s);
    row.health.reading(HealthMetric::NetworkIn) = {ReadingStatus::NoData, 0.0, {}};
    model.upsert({row});
    QCOMPARE(model.verdictAt(0).level, StateLevel::Unknown);
    model.setCatalogue(MetricCatalogue::builtIn()
                           .changedBy(R"({"version": 1, "metrics": [
                {"name": "NetworkIn", "noData": "mayBeAbsent"},
                {"name": "NetworkOut", "unit": "Mbps"}]})")
                           .catalogue);
    QCOMPARE(model.verdictAt(0).level, StateLevel::Ok);
    QCOMPARE(model.index(0, int(Column::NetworkIn)).data().toString(), u"no data"_s);
    QCOMPARE(model.index(0, int(Column::NetworkOut)).data().toString(), u"0 Mbps"_s);
}

QTEST_GUILESS_MAIN(TestHealthVerdicts)
#include "tst_healthverdicts.moc"
