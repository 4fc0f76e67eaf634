// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricfold.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;
using namespace tallylight;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

QDateTime at(int secondsFrom)
{
    return QDateTime(QDate(2026, 11, 10), QTime(12, 0), Qt::UTC).addSecs(secondsFrom);
}

/// \a values \a period apart, the first at twelve.
MetricSeries series(const QString &statistic, seconds period, const QList<double> &values)
{
    MetricSeries series;
    series.query = {{}, statistic, period};
    for (qsizetype i = 0; i < values.size(); ++i)
        series.points.append({at(static_cast<int>(i * period.count())), values.at(i)});
    return series;
}

} // namespace

class MetricFoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixPointsMakeAMinute_data()
    {
        QTest::addColumn<QString>("statistic");
        QTest::addColumn<double>("value");
        QTest::newRow("Sum") << u"Sum"_s << 27.0;
        QTest::newRow("SampleCount") << u"SampleCount"_s << 27.0;
        QTest::newRow("Average") << u"Average"_s << 4.5;
        QTest::newRow("Maximum") << u"Maximum"_s << 7.0;
        QTest::newRow("Minimum") << u"Minimum"_s << 2.0;
    }
    void sixPointsMakeAMinute()
    {
        QFETCH(QString, statistic);
        QFETCH(double, value);
        const auto minute
            = newestMinute(series(statistic, 10s, {900, 2, 3, 4, 5, 6, 7}), at(70), 5min);
        QVERIFY(minute);
        QCOMPARE(minute->value, value);
        QCOMPARE(minute->at, at(10));
        const bool adds = statistic == u"Sum" || statistic == u"SampleCount";
        QCOMPARE(minute->spread, adds ? std::nullopt : std::optional(ValueSpread{2.0, 7.0}));
        QVERIFY(!newestMinute(series(statistic, 60s, {900, 2}), at(120), 5min)->spread);
    }

    void aPeriodThatIsNotOverDoesNotCount()
    {
        const auto minute = newestMinute(series(u"Sum"_s, 60s, {5, 6, 1}), at(150), 5min);
        QVERIFY(minute);
        QCOMPARE(minute->value, 6.0);
        QCOMPARE(minute->at, at(60));
    }

    void missingPointsAreNotMadeUp()
    {
        MetricSeries gaps = series(u"Sum"_s, 10s, {1, 1, 1, 1, 1, 1});
        gaps.points.removeAt(2);
        gaps.points[0].value = kNan;
        const auto minute = newestMinute(gaps, at(60), 5min);
        QVERIFY(minute);
        QCOMPARE(minute->value, 4.0);
    }

    void whatIsTooOldSaysNothingAboutNow()
    {
        const MetricSeries one = series(u"Average"_s, 60s, {5});
        QVERIFY(newestMinute(one, at(299), 5min));
        QVERIFY(!newestMinute(one, at(301), 5min));
    }

    void nothingComesOfNothing_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("no points") << QList<double>{};
        QTest::newRow("no numbers") << QList<double>{kNan, kNan};
    }
    void nothingComesOfNothing()
    {
        QFETCH(QList<double>, values);
        QVERIFY(!newestMinute(series(u"Maximum"_s, 10s, values), at(60), 5min));
    }
};

QTEST_APPLESS_MAIN(MetricFoldTest)
#include "tst_metricfold.moc"
