// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartticks.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tallylight;
using models::TimeZoneChoice;
using ui::TimeTick;
using ui::ValueScale;

namespace {

double msec(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch());
}

QDateTime utc(int day, int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute, second), Qt::UTC);
}

QStringList labels(const QList<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks)
        texts << tick.label;
    return texts;
}

} // namespace

class ChartTicksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Half an hour beside the hour, so that local and UTC hours can't be confused.
        qputenv("TZ", "Asia/Kolkata");
    }

    void scaleIsRoundAndHoldsTheValues_data()
    {
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<double>("bottom");
        QTest::addColumn<double>("top");
        QTest::addColumn<int>("decimals");
        QTest::newRow("megabits") << 0.0 << 13.7 << false << 0.0 << 15.0 << 0;
        QTest::newRow("fractions") << 0.0 << 0.37 << false << 0.0 << 0.4 << 1;
        QTest::newRow("around a value") << 24.9 << 25.1 << false << 24.9 << 25.1 << 2;
        QTest::newRow("counts never get fractions") << 0.0 << 1.0 << true << 0.0 << 1.0 << 0;
        QTest::newRow("nothing but zero") << 0.0 << 0.0 << false << 0.0 << 1.0 << 1;
        QTest::newRow("below zero") << -40.0 << -12.0 << false << -40.0 << -10.0 << 0;
        QTest::newRow("one value") << 25.0 << 25.0 << false << 22.0 << 28.0 << 0;
    }

    void scaleIsRoundAndHoldsTheValues()
    {
        QFETCH(double, minimum);
        QFETCH(double, maximum);
        QFETCH(bool, whole);
        const ValueScale scale = ui::valueScale(minimum, maximum, 5, whole, QLocale(QLocale::C));
        QTEST(scale.minimum, "bottom");
        QTEST(scale.maximum, "top");
        QTEST(scale.decimals, "decimals");
        QVERIFY(scale.minimum <= minimum + 1e-9 && scale.maximum >= maximum - 1e-9);
        QCOMPARE(scale.ticks.first().value, scale.minimum);
        QCOMPARE(scale.ticks.last().value, scale.maximum);
        for (qsizetype i = 1; i < scale.ticks.size(); ++i)
            QVERIFY(scale.ticks.at(i).label != scale.ticks.at(i - 1).label);
    }

    void scaleSurvivesValuesThatAreNoNumbers()
    {
        const ValueScale scale = ui::valueScale(std::numeric_limits<double>::quiet_NaN(),
                                                std::numeric_limits<double>::infinity(), 5, false);
        QCOMPARE(scale.minimum, 0.0);
        QCOMPARE(scale.maximum, 1.0);
    }

    void timesAreRoundInUtc()
    {
        const QList<TimeTick> ticks = ui::timeTicks(msec(utc(23, 13, 32)), msec(utc(23, 14, 32)), 6,
                                                    TimeZoneChoice::Utc, QLocale(QLocale::C));
        QCOMPARE(
            labels(ticks),
            (QStringList{u"13:40"_s, u"13:50"_s, u"14:00"_s, u"14:10"_s, u"14:20"_s, u"14:30"_s}));
        QCOMPARE(ticks.first().day, u"Mon 23 Nov"_s);
        QVERIFY(ticks.at(1).day.isEmpty());
    }

    void timesAreRoundInTheZoneShown()
    {
        const QList<TimeTick> ticks = ui::timeTicks(msec(utc(23, 0, 0)), msec(utc(23, 6, 0)), 6,
                                                    TimeZoneChoice::Local, QLocale(QLocale::C));
        QCOMPARE(
            labels(ticks),
            (QStringList{u"06:00"_s, u"07:00"_s, u"08:00"_s, u"09:00"_s, u"10:00"_s, u"11:00"_s}));
        QCOMPARE(ticks.first().at, msec(utc(23, 0, 30)));
    }

    void aNewDayIsSaidOnce()
    {
        const QList<TimeTick> ticks = ui::timeTicks(msec(utc(22, 18, 0)), msec(utc(23, 12, 0)), 6,
                                                    TimeZoneChoice::Utc, QLocale(QLocale::C));
        QCOMPARE(labels(ticks),
                 (QStringList{u"18:00"_s, u"21:00"_s, u"00:00"_s, u"03:00"_s, u"06:00"_s,
                              u"09:00"_s, u"12:00"_s}));
        QStringList days;
        for (const TimeTick &tick : ticks) {
            if (!tick.day.isEmpty())
                days << tick.label + u' ' + tick.day;
        }
        QCOMPARE(days, (QStringList{u"18:00 Sun 22 Nov"_s, u"00:00 Mon 23 Nov"_s}));
    }

    void longRangesCountInDaysAndWeeks()
    {
        const QDateTime end = utc(23, 12, 0);
        const QList<TimeTick> week = ui::timeTicks(msec(end.addDays(-7)), msec(end), 8,
                                                   TimeZoneChoice::Utc, QLocale(QLocale::C));
        QCOMPARE(week.size(), 7);
        QCOMPARE(week.last().label, u"Mon 23 Nov"_s);
        const QList<TimeTick> months = ui::timeTicks(msec(end.addDays(-63)), msec(end), 10,
                                                     TimeZoneChoice::Utc, QLocale(QLocale::C));
        QVERIFY(months.size() >= 8);
        for (const TimeTick &tick : months)
            QVERIFY2(tick.label.startsWith(u"Mon"), qPrintable(tick.label));
    }

    void anEmptySpanHasNoTicks()
    {
        QVERIFY(ui::timeTicks(5.0, 5.0, 6, TimeZoneChoice::Utc).isEmpty());
        QVERIFY(ui::timeTicks(6.0, 5.0, 6, TimeZoneChoice::Utc).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ChartTicksTest)
#include "tst_chartticks.moc"
