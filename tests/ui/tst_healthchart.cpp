// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metriccatalogue.h"
#include "ui/chartbanditem.h"
#include "ui/charthelpers.h"
#include "ui/healthchart.h"
#include "ui/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using tests::alertBand;
using tests::chartEnd;
using tests::contentOf;
using tests::msecOf;
using tests::resultOf;
using ui::ChartContent;
using ui::HealthChart;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

monitor::HistorySpec spec(std::chrono::seconds length, const QString &metric = u"NetworkIn"_s)
{
    return {u"1001"_s, {u"0"_s, u"1"_s}, {metric}, length};
}

} // namespace

class HealthChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
        m_chart = std::make_unique<HealthChart>(m_theme);
        m_chart->resize(1000, 320);
        m_chart->show();
    }

    void outputGroupsAddUpOrGiveTheSmallest_data()
    {
        QTest::addColumn<HealthMetric>("metric");
        QTest::addColumn<double>("together");
        QTest::newRow("errors add up") << HealthMetric::Output4xxErrors << 7.0;
        QTest::newRow("outputs: the least") << HealthMetric::ActiveOutputs << 3.0;
    }

    void outputGroupsAddUpOrGiveTheSmallest()
    {
        QFETCH(HealthMetric, metric);
        const QDateTime first = chartEnd().addSecs(-120);
        const QDateTime second = chartEnd().addSecs(-60);
        MetricSeries one;
        one.points = {{first, 3.0}, {second, 3.0}};
        MetricSeries two;
        two.points = {{first, 4.0}, {second, kNone}};
        const MetricSeries all = ui::combinedSeries({one, two}, healthMetricInfo(metric));
        // What all of them had at the second time is not known, and least of all that it was 3.
        QCOMPARE(all.points.size(), 1);
        QTEST(all.points.first().value, "together");
    }

    void anOutputGroupThatIsAddedOrRemovedIsNoGap()
    {
        const QDateTime from = chartEnd().addSecs(-7200);
        MetricSeries stays;
        MetricSeries leaves;
        MetricSeries comes;
        MetricSeries silent; // none at all, so nothing of it is missing
        for (int minute = 0; minute < 120; ++minute) {
            const QDateTime at = from.addSecs(minute * 60);
            stays.points.append({at, 1.0});
            if (minute < 30)
                leaves.points.append({at, 10.0});
            if (minute >= 90)
                comes.points.append({at, 100.0});
        }
        const MetricSeries all = ui::combinedSeries(
            {stays, leaves, comes, silent}, healthMetricInfo(HealthMetric::Output4xxErrors));
        const auto valueAt = [&all, &from](int minute) -> std::optional<double> {
            for (const Datapoint &point : all.points) {
                if (point.at == from.addSecs(minute * 60))
                    return point.value;
            }
            return std::nullopt;
        };
        QCOMPARE(valueAt(0), 11.0);
        QCOMPARE(valueAt(29), 11.0);
        QCOMPARE(valueAt(30), std::nullopt); // for a while it may be late
        QCOMPARE(valueAt(60), 1.0);
        QCOMPARE(valueAt(89), std::nullopt);
        QCOMPARE(valueAt(90), 101.0);
        QCOMPARE(valueAt(119), 101.0);
    }

    void bothLegsAreDrawnInTheirColourAndLineStyle()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        QCOMPARE(m_chart->content().lines.size(), 2);
        const QPen first = m_chart->lineItems(0).pen();
        const QPen second = m_chart->lineItems(1).pen();
        QCOMPARE(first.color(), m_theme.leg0);
        QCOMPARE(second.color(), m_theme.leg1);
        QCOMPARE(first.style(), Qt::SolidLine);
        QCOMPARE(second.style(), Qt::CustomDashLine);
    }

    void nothingIsDrawnThroughAGap()
    {
        // Two stretches and a lone point between them.
        const auto value = [](int i) {
            return i < 100 || i == 150 || i >= 200 ? 5.0 : kNone;
        };
        m_chart->setContent(contentOf(resultOf(spec(1h), value)), false);
        const ui::ChartLineItems::Drawn drawn = m_chart->lineItems(0).drawn();
        QCOMPARE(drawn.polylines, 2);
        QCOMPARE(drawn.dots, 1);
        QCOMPARE(m_chart->lineItems(1).drawn().polylines, 2);
    }

    void aStretchThatGoesOutOfViewIsTakenAway()
    {
        const auto value = [](int i) {
            return i < 100 || i >= 200 ? 5.0 : kNone;
        };
        m_chart->setContent(contentOf(resultOf(spec(1h), value)), false);
        QCOMPARE(m_chart->lineItems(0).drawn().polylines, 2);
        m_chart->setVisibleRange(msecOf(chartEnd().addSecs(-900)), msecOf(chartEnd()));
        QCOMPARE(m_chart->lineItems(0).drawn().polylines, 1);
    }

    void shreddedDataAreDotsNotLines()
    {
        const auto value = [](int i) {
            return i % 3 < 2 ? 5.0 : kNone;
        };
        m_chart->setContent(contentOf(resultOf(spec(3h), value)), false);
        const ui::ChartLineItems::Drawn drawn = m_chart->lineItems(0).drawn();
        QCOMPARE(drawn.polylines, 0);
        QVERIFY(drawn.dots > 100);
    }

    void aFortnightAtOneMinuteIsCutDownToWhatCanBeSeen()
    {
        const auto value = [](int i) {
            return i == 9000 ? 100.0 : 50.0 + 40.0 * std::sin(i * 0.37);
        };
        m_chart->setContent(contentOf(resultOf(spec(24h * 14), value, 60s)), false);
        const ui::ChartLineItems::Drawn drawn = m_chart->lineItems(0).drawn();
        QVERIFY2(drawn.points <= 600, qPrintable(QString::number(drawn.points)));
        QVERIFY(drawn.points > 300);
        // What the mean of a column hides is in the spread behind it.
        QVERIFY2(drawn.spreads > 300, qPrintable(QString::number(drawn.spreads)));
        // The one peak among twenty thousand points is not lost: the scale has to hold it.
        QVERIFY(m_chart->summary().contains(u"100"));
        m_chart->zoom(300.0, msecOf(chartEnd().addDays(-7)));
        QCOMPARE(m_chart->lineItems(0).drawn().spreads, 0);
    }

    void pointsThatSumUpOthersShowTheirSpread()
    {
        monitor::HistoryResult result = resultOf(spec(1h), [](int) { return 5.0; });
        for (Datapoint &point : result.series[0].points)
            point.spread = ValueSpread{4.0, 80.0};
        m_chart->setContent(contentOf(result), false);
        QCOMPARE(m_chart->lineItems(0).drawn().spreads, result.series.first().points.size());
        QCOMPARE(m_chart->lineItems(1).drawn().spreads, 0);
    }

    void bandsStandBehindTheLinesAndAreToldByTheCursor()
    {
        monitor::HistoryResult result = resultOf(spec(1h), [](int) { return 5.0; });
        TimelineBand stopped;
        stopped.kind = TimelineBand::Kind::ChannelState;
        stopped.range = {chartEnd().addSecs(-3000), chartEnd().addSecs(-2400)};
        stopped.text = u"RECOVERING"_s;
        TimelineBand unseen;
        unseen.range = {chartEnd().addSecs(-7200), chartEnd().addSecs(-3500)};
        TimelineBand before = unseen;
        before.range.to = chartEnd().addSecs(-3600);
        result.bands = {alertBand(u"1"_s, 1200, 600), stopped, unseen, before};
        m_chart->setContent(contentOf(result), false);
        QCOMPARE(m_chart->content().bands.size(),
                 3); // the last one is over before the chart begins
        QVERIFY(m_chart->bandItem().spanCount() > 0);
        QVERIFY(m_chart->bandItem().zValue() < 3.0);

        m_chart->setCursor(msecOf(chartEnd().addSecs(-900)));
        QCOMPARE(m_chart->readout()->bands, QList{result.bands.first()});
        m_chart->setCursor(msecOf(chartEnd().addSecs(-2700)));
        QCOMPARE(m_chart->readout()->bands, QList{stopped});
        m_chart->setCursor(msecOf(chartEnd().addSecs(-1800)));
        QVERIFY(m_chart->readout()->bands.isEmpty());
        // A short alert within a point's period belongs to it.
        m_chart->setCursor(msecOf(chartEnd().addSecs(-1205)));
        QCOMPARE(m_chart->readout()->bands.size(), 1);
    }

    void aHundredAlertsAtOnceAreOneBand()
    {
        monitor::HistoryResult result = resultOf(spec(1h), [](int) { return 5.0; });
        for (int i = 0; i < 100; ++i)
            result.bands.append(alertBand(u"0"_s, 1200 + i, 600 - i));
        m_chart->setContent(contentOf(result), false);
        QCOMPARE(m_chart->bandItem().spanCount(), 2); // a wash, and a bar for the leg
        // On other legs they have other bars.
        result.bands.append(alertBand(u"1"_s, 1200, 600));
        m_chart->setContent(contentOf(result), false);
        QCOMPARE(m_chart->bandItem().spanCount(), 3);
    }

    void aClickLocksTheCursorAndEscapeLetsItGo()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        QSignalSpy locks(m_chart.get(), &HealthChart::cursorLockChanged);
        const QRectF plot = m_chart->chart()->plotArea();
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, plot.center().toPoint());
        QVERIFY(m_chart->isCursorLocked());
        const std::optional<double> at = m_chart->cursor();
        movePointer({plot.left() + 5, plot.center().y()}, Qt::NoButton);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_chart.get(), &leave);
        QCOMPARE(m_chart->cursor(), at);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->isCursorLocked());
        QVERIFY(!m_chart->cursor());
        QCOMPARE(locks.size(), 2);
        // The keyboard's way, on the newest point.
        QTest::keyClick(m_chart.get(), Qt::Key_L);
        QVERIFY(m_chart->isCursorLocked());
        QCOMPARE(*m_chart->cursor(), msecOf(chartEnd().addSecs(-10)));
    }

    void draggingLocksNothing()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        m_chart->zoom(4.0, msecOf(chartEnd().addSecs(-1800)));
        const QPoint from = m_chart->chart()->plotArea().center().toPoint();
        QTest::mousePress(m_chart->viewport(), Qt::LeftButton, {}, from);
        movePointer(QPointF(from) + QPointF(60, 0), Qt::LeftButton);
        QTest::mouseRelease(m_chart->viewport(), Qt::LeftButton, {}, from + QPoint(60, 0));
        QVERIFY(!m_chart->isCursorLocked());
    }

    void limitsAreThoseOfTheRules_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QStringList>("words");
        const QByteArray none = R"({"version": 1})";
        QTest::newRow("both rules of one metric")
            << none << u"FillMsec"_s
            << QStringList{u"critical from 60,000"_s, u"warning above 0"_s};
        QTest::newRow("below, for a while")
            << none << u"MinMQCS"_s << QStringList{u"warning below 75 for 2 min"_s};
        QTest::newRow("at") << none << u"ActiveOutputs"_s << QStringList{u"critical at 0"_s};
        QTest::newRow("locking") << none << u"PipelinesLocked"_s << QStringList{u"warning at 0"_s};
        QTest::newRow("not judged") << none << u"NetworkIn"_s << QStringList();
        QTest::newRow("edited") << QByteArray(
            R"({"version": 1, "rules": [{"id": "svq", "threshold": 12.5,
                               "level": "critical", "forSeconds": 300}]})")
                                << u"SvqTime"_s << QStringList{u"critical above 12.5 for 5 min"_s};
        QTest::newRow("switched off")
            << QByteArray(R"({"version": 1, "rules": [{"id": "svq", "enabled": false}]})")
            << u"SvqTime"_s << QStringList();
        QTest::newRow("up to") << QByteArray(
            R"({"version": 1, "rules": [{"id": "frameRate", "threshold": 20}]})")
                               << u"InputVideoFrameRate"_s << QStringList{u"critical up to 20"_s};
    }

    void limitsAreThoseOfTheRules()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, metric);
        const HealthRules::Changed changed = HealthRules::builtIn().changedBy(rules);
        QCOMPARE(changed.problems, QStringList());
        QStringList words;
        for (const ui::ChartThreshold &limit :
             ui::thresholdsOf(MetricCatalogue::builtIn().infoFor(metric), changed.rules))
            words << limit.words;
        QTEST(words, "words");
    }

    void theRulesLimitsAreLinesWithWords()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h, u"FillMsec"_s), [](int) { return 100.0; })),
                            false);
        QStringList words;
        for (const ui::ChartThreshold &limit : m_chart->content().thresholds)
            words << limit.words;
        QCOMPARE(words, (QStringList{u"critical from 60,000"_s, u"warning above 0"_s}));
        QVERIFY(contentOf(resultOf(spec(1h), [](int) { return 1.0; })).thresholds.isEmpty());
    }

    void aMetricThisVersionDoesNotKnowIsCharted()
    {
        m_chart->setContent(
            contentOf(resultOf(spec(1h, u"BrandNewMetric"_s), [](int) { return 3.5; })), false);
        QVERIFY(m_chart->content().hasData());
        m_chart->setCursor(msecOf(chartEnd().addSecs(-600)));
        QCOMPARE(m_chart->readout()->values.first().text, u"3.5"_s);
    }

    void hoverReadsEveryLegWithTimeAndZone()
    {
        monitor::HistoryResult result = resultOf(spec(1h), [](int i) { return i * 0.1; });
        result.series[1].points.removeIf(
            [](const Datapoint &p) { return p.at == chartEnd().addSecs(-600); });
        m_chart->setContent(contentOf(result), false);
        QSignalSpy moved(m_chart.get(), &HealthChart::cursorMoved);
        const QRectF plot = m_chart->chart()->plotArea();
        const double share = (3600.0 - 600.0) / 3600.0;
        movePointer({plot.left() + share * plot.width(), plot.center().y()}, Qt::NoButton);
        QCOMPARE(moved.size(), 1);
        const std::optional<ui::ChartReadout> readout = m_chart->readout();
        QVERIFY(readout);
        QCOMPARE(readout->time, u"2026-11-23 14:20:00 UTC"_s);
        QCOMPARE(readout->values.size(), 2);
        QCOMPARE(readout->values.at(0).value, std::optional(30.0));
        QVERIFY(readout->values.at(0).text.contains(u"Mbit/s"));
        QVERIFY(!readout->values.at(1).value);
        QCOMPARE(readout->values.at(1).text, u"no data"_s);
    }

    void leavingTakesTheCursorAway()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        m_chart->setCursor(msecOf(chartEnd().addSecs(-600)));
        QSignalSpy moved(m_chart.get(), &HealthChart::cursorMoved);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_chart.get(), &leave);
        QVERIFY(!m_chart->readout());
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().first().toBool(), false);
    }

    void theWheelZoomsWhereThePointerIs()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        const QRectF plot = m_chart->chart()->plotArea();
        const QPointF at(plot.left() + plot.width() * 0.25, plot.center().y());
        const double before = m_chart->visibleFrom() + 0.25 * 3600000.0;
        turnWheel(at, 3);
        const double span = m_chart->visibleTo() - m_chart->visibleFrom();
        QVERIFY(span < 3600000.0 * 0.6);
        QVERIFY(m_chart->isZoomed());
        QVERIFY(std::abs(m_chart->visibleFrom() + 0.25 * span - before) < 1000.0);
    }

    void zoomingNeverLeavesTheLoadedRange()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        const QPointF middle = m_chart->chart()->plotArea().center();
        turnWheel(middle, -5);
        QVERIFY(!m_chart->isZoomed());
        for (int i = 0; i < 60; ++i)
            turnWheel(middle, 5);
        // Five points stay visible, however often it is turned.
        QCOMPARE(m_chart->visibleTo() - m_chart->visibleFrom(), 50000.0);
        m_chart->pan(1000.0);
        QCOMPARE(m_chart->visibleTo(), msecOf(chartEnd()));
        m_chart->pan(-1000.0);
        QCOMPARE(m_chart->visibleFrom(), msecOf(chartEnd().addSecs(-3600)));
    }

    void draggingPansAndADoubleClickShowsAll()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        m_chart->zoom(4.0, msecOf(chartEnd().addSecs(-1800)));
        const double before = m_chart->visibleFrom();
        const QRectF plot = m_chart->chart()->plotArea();
        const QPoint from = plot.center().toPoint();
        QTest::mousePress(m_chart->viewport(), Qt::LeftButton, {}, from);
        movePointer(QPointF(from) + QPointF(plot.width() / 4.0, 0), Qt::LeftButton);
        QTest::mouseRelease(m_chart->viewport(), Qt::LeftButton);
        QVERIFY(std::abs(before - 900000.0 / 4.0 - m_chart->visibleFrom()) < 2000.0);
        QTest::mouseDClick(m_chart->viewport(), Qt::LeftButton, {}, from);
        QVERIFY(!m_chart->isZoomed());
    }

    void theKeyboardDoesAllThePointerCan()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->isZoomed());
        const double before = m_chart->visibleFrom();
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QVERIFY(m_chart->visibleFrom() < before);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->visibleTo(), msecOf(chartEnd()));
        QTest::keyClick(m_chart.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(m_chart->readout());
        const double first = m_chart->readout()->at;
        QTest::keyClick(m_chart.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(first - m_chart->readout()->at, 10000.0);
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QVERIFY(!m_chart->isZoomed());
    }

    void newerPointsKeepAZoomedViewAndFollowTheEnd()
    {
        const monitor::HistoryResult old = resultOf(spec(1h), [](int) { return 5.0; });
        monitor::HistoryResult newer = old;
        newer.range = {old.range.from.addSecs(60), old.range.to.addSecs(60)};
        m_chart->setContent(contentOf(old), false);
        m_chart->setVisibleRange(msecOf(chartEnd().addSecs(-1800)),
                                 msecOf(chartEnd().addSecs(-900)));
        m_chart->setContent(contentOf(newer), true);
        QCOMPARE(m_chart->visibleFrom(), msecOf(chartEnd().addSecs(-1800)));
        m_chart->setVisibleRange(msecOf(chartEnd().addSecs(-840)), msecOf(chartEnd().addSecs(60)));
        newer.range = {old.range.from.addSecs(120), old.range.to.addSecs(120)};
        m_chart->setContent(contentOf(newer), true);
        QCOMPARE(m_chart->visibleTo(), msecOf(chartEnd().addSecs(120)));
        QCOMPARE(m_chart->visibleFrom(), msecOf(chartEnd().addSecs(-780)));
    }

    void flagsAreYesAndNo()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h, u"PipelinesLocked"_s),
                                               [](int i) { return i < 180 ? 1.0 : 0.0; })),
                            false);
        m_chart->setCursor(msecOf(chartEnd().addSecs(-3600)));
        QCOMPARE(m_chart->readout()->values.first().text, u"yes"_s);
        m_chart->setCursor(msecOf(chartEnd().addSecs(-10)));
        QCOMPARE(m_chart->readout()->values.first().text, u"no"_s);
    }

    void aChartWithoutDataSaysSoAndSurvivesEverything()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return kNone; })), false);
        QVERIFY(!m_chart->content().hasData());
        QVERIFY(m_chart->summary().contains(u"no data"_s));
        turnWheel(m_chart->chart()->plotArea().center(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
        m_chart->clearContent();
        m_chart->resize(20, 20);
        m_chart->grab();
    }

    void anotherThemeRecoloursTheLines()
    {
        m_chart->setContent(contentOf(resultOf(spec(1h), [](int) { return 5.0; })), false);
        m_theme = ui::themeFor(ui::ThemeChoice::Light, {});
        m_chart->setPalette(m_theme.palette);
        QCOMPARE(m_chart->lineItems(0).pen().color(), m_theme.leg0);
        QCOMPARE(m_chart->backgroundBrush().color(), m_theme.base);
    }

private:
    void movePointer(const QPointF &to, Qt::MouseButtons buttons)
    {
        QMouseEvent move(QEvent::MouseMove, to, m_chart->viewport()->mapToGlobal(to), Qt::NoButton,
                         buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_chart->viewport(), &move);
    }

    void turnWheel(const QPointF &at, int notches)
    {
        QWheelEvent event(at, m_chart->viewport()->mapToGlobal(at), {}, {0, 120 * notches},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_chart->viewport(), &event);
    }

    ui::Theme m_theme;
    std::unique_ptr<HealthChart> m_chart;
};

QTEST_MAIN(HealthChartTest)
#include "tst_healthchart.moc"
