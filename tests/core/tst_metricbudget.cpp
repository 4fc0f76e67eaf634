// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricbudget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;
using namespace tallylight;

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

QString listed(const QList<double> &days)
{
    QStringList texts;
    for (const double day : days)
        texts << QString::number(day, 'f', 3);
    return texts.join(u' ');
}

/// A month of an operator who always has \a series series on screen, with \a budget dollars, minute
/// by minute.
struct Month
{
    double spentUsd = 0.0;
    QList<double> perDayUsd;
    Slowing worst = Slowing::None;
    Slowing firstHour = Slowing::None;
};

Month simulate(qint64 series, double budget, DemandKind kind)
{
    const PriceTable &prices = PriceTable::builtIn();
    Month month;
    CostMeter meter;
    QDateTime asked;
    double daysBefore = 0.0;
    const QDateTime start = utc(u"2026-11-01T00:00:00Z"_s);
    for (int minute = 0; minute < 30 * 24 * 60; ++minute) {
        const QDateTime now = start.addSecs(minute * 60);
        BudgetState state{budget, prices.metricsUsd(meter.thisMonth(now).metrics),
                          prices.metricsUsd(meter.lastDayThisMonth(now).metrics)};
        const Slowing slowing = slowingFor(state, now);
        month.worst = std::max(month.worst, slowing);
        if (minute < 60)
            month.firstHour = std::max(month.firstHour, slowing);
        const auto interval = slowedInterval(60s, kind, slowing);
        if (interval && (!asked.isValid() || asked.secsTo(now) >= interval->count())
            && prices.metricsUsd(series) <= state.leftUsd()) {
            meter.add({series, 0}, now);
            asked = now;
        }
        month.spentUsd = prices.metricsUsd(meter.thisMonth(now).metrics);
        if (minute % (24 * 60) == 24 * 60 - 1) {
            month.perDayUsd << month.spentUsd - daysBefore;
            daysBefore = month.spentUsd;
        }
    }
    return month;
}

} // namespace

class MetricBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowsByWhatIsLeftOfTheDaysShare_data()
    {
        QTest::addColumn<double>("shareSpent");
        QTest::addColumn<Slowing>("slowing");
        QTest::newRow("nothing spent") << 0.0 << Slowing::None;
        QTest::newRow("almost half") << 0.49 << Slowing::None;
        QTest::newRow("more than half") << 0.51 << Slowing::Double;
        QTest::newRow("three quarters") << 0.76 << Slowing::Quadruple;
        QTest::newRow("seven eighths") << 0.88 << Slowing::Eightfold;
        QTest::newRow("almost all") << 0.95 << Slowing::Slowest;
        QTest::newRow("hardly anything left") << 0.98 << Slowing::AlarmingOnly;
        QTest::newRow("all") << 1.01 << Slowing::Nothing;
    }
    void slowsByWhatIsLeftOfTheDaysShare()
    {
        QFETCH(double, shareSpent);
        QFETCH(Slowing, slowing);
        // A day ago eleven days and eleven dollars were left: a dollar a day.
        const QDateTime now = utc(u"2026-11-21T00:00:00Z"_s);
        const BudgetState state{26.0, 15.0 + shareSpent, shareSpent};
        QVERIFY(qFuzzyCompare(dayShareUsd(state, now), 1.0));
        QCOMPARE(slowingFor(state, now), slowing);
    }

    void nothingIsAskedWithoutABudgetOrAfterIt_data()
    {
        QTest::addColumn<double>("budget");
        QTest::addColumn<double>("spent");
        QTest::newRow("no budget") << 0.0 << 0.0;
        QTest::newRow("spent") << 25.0 << 25.0;
        QTest::newRow("overspent") << 25.0 << 30.0;
        QTest::newRow("lowered below what is spent") << 1.0 << 2.0;
    }
    void nothingIsAskedWithoutABudgetOrAfterIt()
    {
        QFETCH(double, budget);
        QFETCH(double, spent);
        QCOMPARE(slowingFor({budget, spent, 0.0}, utc(u"2026-11-10T12:00:00Z"_s)),
                 Slowing::Nothing);
    }

    void theLastDayOfTheMonthMaySpendWhatIsLeft()
    {
        QCOMPARE(slowingFor({25.0, 15.0, 0.8}, utc(u"2026-11-30T23:00:00Z"_s)), Slowing::None);
    }

    void theImportantIsSlowedLast_data()
    {
        QTest::addColumn<DemandKind>("kind");
        QTest::addColumn<QList<int>>("intervals"); // for every Slowing; -1 for not at all
        QTest::newRow("visible") << DemandKind::Visible
                                 << QList<int>{60, 120, 240, 480, 900, -1, -1};
        QTest::newRow("selected") << DemandKind::Selected
                                  << QList<int>{60, 60, 120, 240, 480, -1, -1};
        QTest::newRow("pinned") << DemandKind::Pinned << QList<int>{60, 60, 120, 240, 480, -1, -1};
        QTest::newRow("alarming") << DemandKind::Alarming
                                  << QList<int>{60, 60, 60, 120, 240, 480, -1};
    }
    void theImportantIsSlowedLast()
    {
        QFETCH(DemandKind, kind);
        QFETCH(QList<int>, intervals);
        for (int i = 0; i <= static_cast<int>(Slowing::Nothing); ++i) {
            const auto interval = slowedInterval(60s, kind, static_cast<Slowing>(i));
            QCOMPARE(interval ? static_cast<int>(interval->count()) : -1, intervals.at(i));
        }
    }

    void anIntervalLongerThanTheSlowestStays()
    {
        QCOMPARE(slowedInterval(3600s, DemandKind::Visible, Slowing::Eightfold), 3600s);
        QCOMPARE(slowedInterval(600s, DemandKind::Visible, Slowing::Double), 900s);
    }

    void aMonthNeverCostsMoreThanItsBudget_data()
    {
        QTest::addColumn<int>("series");
        QTest::addColumn<double>("budget");
        QTest::addColumn<DemandKind>("kind");
        QTest::newRow("one channel, room enough") << 26 << 25.0 << DemandKind::Visible;
        QTest::newRow("a screenful") << 390 << 25.0 << DemandKind::Visible;
        QTest::newRow("a big screen") << 1300 << 25.0 << DemandKind::Visible;
        QTest::newRow("all alarming") << 2600 << 25.0 << DemandKind::Alarming;
        QTest::newRow("a cent") << 26 << 0.01 << DemandKind::Visible;
    }
    void aMonthNeverCostsMoreThanItsBudget()
    {
        QFETCH(int, series);
        QFETCH(double, budget);
        QFETCH(DemandKind, kind);
        const Month month = simulate(series, budget, kind);
        QVERIFY2(month.spentUsd <= budget + 1e-9, qPrintable(QString::number(month.spentUsd)));
        if (series == 26 && budget > 1.0) { // $11.23 a month at full pace
            QCOMPARE(month.worst, Slowing::None);
            return;
        }
        // It lasts: no day goes without, and what there is gets used.
        for (const double day : month.perDayUsd)
            QVERIFY2(budget < 1.0 || day > budget / 30 * 0.5, qPrintable(listed(month.perDayUsd)));
        QVERIFY(budget < 1.0 || month.spentUsd > 0.8 * budget);
    }

    void anHourOfLookingCloselyIsNotSlowed()
    {
        QCOMPARE(simulate(390, 25.0, DemandKind::Visible).firstHour, Slowing::None);
    }

    void freeRequestsAreSharedOutOverTheMonth_data()
    {
        QTest::addColumn<int>("perRound");
        QTest::addColumn<qint64>("month");
        QTest::addColumn<qint64>("day");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("fits");
        const QString first = u"2026-11-01T00:00:00Z"_s;
        QTest::newRow("first round") << 26 << qint64{0} << qint64{0} << first << true;
        QTest::newRow("day's share used") << 26 << qint64{26660} << qint64{26660} << first << false;
        QTest::newRow("margin") << 10 << qint64{799995} << qint64{0} << u"2026-11-30T00:00:00Z"_s
                                << false;
        QTest::newRow("last day") << 26 << qint64{500000} << qint64{100000}
                                  << u"2026-11-30T12:00:00Z"_s << true;
        QTest::newRow("beyond") << 1 << qint64{2000000} << qint64{0} << first << false;
    }
    void freeRequestsAreSharedOutOverTheMonth()
    {
        QFETCH(int, perRound);
        QFETCH(qint64, month);
        QFETCH(qint64, day);
        QFETCH(QString, now);
        QFETCH(bool, fits);
        QCOMPARE(fitsFreeRequests(perRound, {0, month}, {0, day}, PriceTable::builtIn(), utc(now)),
                 fits);
    }
};

QTEST_APPLESS_MAIN(MetricBudgetTest)
#include "tst_metricbudget.moc"
