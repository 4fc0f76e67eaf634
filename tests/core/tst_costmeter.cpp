// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/costmeter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

} // namespace

class CostMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursAndMonthsAreThoseOfUtc()
    {
        CostMeter meter;
        meter.add({100, 1}, utc(u"2026-11-30T22:59:59Z"_s));
        meter.add({200, 2}, utc(u"2026-11-30T23:00:00Z"_s));
        QCOMPARE(meter.thisHour(utc(u"2026-11-30T23:59:59Z"_s)), (CloudWatchUse{200, 2}));
        QCOMPARE(meter.thisMonth(utc(u"2026-11-30T23:59:59Z"_s)), (CloudWatchUse{300, 3}));
        QCOMPARE(meter.thisMonth(utc(u"2026-12-01T00:00:00Z"_s)), (CloudWatchUse{}));
        meter.add({5, 0}, utc(u"2026-12-01T00:10:00Z"_s));
        QCOMPARE(meter.thisMonth(utc(u"2026-12-01T00:10:00Z"_s)), (CloudWatchUse{5, 0}));
        QCOMPARE(meter.lastDay(utc(u"2026-12-01T00:10:00Z"_s)), (CloudWatchUse{305, 3}));
        QCOMPARE(meter.lastDayThisMonth(utc(u"2026-12-01T00:10:00Z"_s)), (CloudWatchUse{5, 0}));
    }

    void theLastDayForgetsWhatIsOlder()
    {
        CostMeter meter;
        const QDateTime start = utc(u"2026-11-10T08:00:00Z"_s);
        for (int hour = 0; hour < 100; ++hour)
            meter.add({1, 0}, start.addSecs(hour * 3600));
        QCOMPARE(meter.lastDay(start.addSecs(99 * 3600)).metrics, 24);
        QCOMPARE(meter.lastDay(start.addSecs(110 * 3600)).metrics, 13);
        QCOMPARE(meter.thisMonth(start.addSecs(110 * 3600)).metrics, 100);
        QVERIFY(meter.toJson().size() < 2000); // old hours are not kept
    }

    void aRestartForgetsNothing()
    {
        CostMeter meter;
        meter.add({1000, 7}, utc(u"2026-11-10T08:00:00Z"_s));
        meter.add({500, 3}, utc(u"2026-11-10T09:30:00Z"_s));
        QCOMPARE(CostMeter::fromJson(meter.toJson()), meter);
        QCOMPARE(CostMeter::fromJson(CostMeter().toJson()), CostMeter());
    }

    void damagedTextStartsAtNothingAndNeverBelow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("\x00\xff{");
        QTest::newRow("wrong types") << QByteArray(
            R"({"since":"2026-11-10T08:00:00Z","month":"x","metrics":[1],"hours":{"a":1}})");
        QTest::newRow("negative") << QByteArray(
            R"({"since":"2026-11-10T08:00:00Z","month":24322,"metrics":-5,"requests":-1,"hours":[[-1,-2,-3],[1]]})");
        QTest::newRow("absurd") << QByteArray(
            R"({"since":"2026-11-10T08:00:00Z","month":24322,"metrics":1e300})");
    }
    void damagedTextStartsAtNothingAndNeverBelow()
    {
        QFETCH(QByteArray, json);
        const QDateTime now = utc(u"2026-11-10T09:00:00Z"_s);
        CostMeter meter = CostMeter::fromJson(json);
        QCOMPARE(meter.thisMonth(now), CloudWatchUse{});
        QCOMPARE(meter.lastDay(now), CloudWatchUse{});
        meter.add({2, 0}, now);
        QCOMPARE(meter.thisMonth(now).metrics, 2);
    }

    void aClockSetBackForgetsNoSpending()
    {
        CostMeter meter;
        meter.add({700, 0}, utc(u"2026-11-10T08:00:00Z"_s));
        const QDateTime back = utc(u"2026-10-01T08:00:00Z"_s);
        QCOMPARE(meter.thisMonth(back).metrics, 700);
        meter.add({1, 0}, back);
        QCOMPARE(meter.thisMonth(utc(u"2026-11-10T08:00:00Z"_s)).metrics, 701);
    }

    void projectsTheLastDayToTheMonthsEnd()
    {
        CostMeter meter;
        const QDateTime start = utc(u"2026-11-01T00:00:00Z"_s);
        for (int hour = 0; hour < 48; ++hour)
            meter.add({10000, 0}, start.addSecs(hour * 3600));
        const QDateTime now = start.addSecs(48 * 3600 - 1);
        const CostSummary summary = summarize(meter, 0, PriceTable::builtIn(), now);
        QCOMPARE(summary.hourUsd, 0.1);
        QCOMPARE(summary.monthUsd, 4.8);
        // 28 days to come at $2.40.
        QVERIFY2(std::abs(summary.projectedUsd - (4.8 + 28 * 2.4)) < 0.1,
                 qPrintable(QString::number(summary.projectedUsd)));
    }

    void theFirstMinutesAreNotTakenForADay()
    {
        CostMeter meter;
        const QDateTime now = utc(u"2026-11-30T00:00:00Z"_s); // a day left
        meter.add({1000, 0}, now);
        QCOMPARE(meter.lastDayLength(now.addSecs(60)), 3600s);
        const CostSummary summary = summarize(meter, 0, PriceTable::builtIn(), now.addSecs(60));
        QVERIFY(summary.projectedUsd > 0.24 && summary.projectedUsd < 0.26); // as much each hour
    }

    void theMonthEndsAtMidnightUtc_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("left");
        QTest::newRow("last second") << u"2026-12-31T23:59:59Z"_s << 1;
        QTest::newRow("first second") << u"2026-02-01T00:00:00Z"_s << 28 * 86400;
        QTest::newRow("leap year") << u"2028-02-29T00:00:00Z"_s << 86400;
    }
    void theMonthEndsAtMidnightUtc()
    {
        QFETCH(QString, now);
        QFETCH(int, left);
        QCOMPARE(leftOfMonth(utc(now)).count(), left);
    }
};

QTEST_APPLESS_MAIN(CostMeterTest)
#include "tst_costmeter.moc"
