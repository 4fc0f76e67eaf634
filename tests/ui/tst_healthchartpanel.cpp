// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartfoot.h"
#include "ui/chartgrid.h"
#include "ui/charthelpers.h"
#include "ui/healthchart.h"
#include "ui/healthchartbar.h"
#include "ui/healthchartpanel.h"
#include "ui/healthcharttile.h"
#include "ui/noticebar.h"
#include "ui/pagenotice.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using tests::chartEnd;
using tests::msecOf;
using ui::ChartMode;
using ui::HealthChartBar;
using ui::HealthChartPanel;

namespace {

models::HealthRow row(const QString &channelId, const QString &pipeline, int expected = 2)
{
    models::HealthRow row;
    row.profile = {u"p1"_s, u"Frankfurt"_s, u"eu-central-1"_s, {}, false};
    row.health.channelId = channelId;
    row.health.channelName = u"Channel "_s + channelId;
    row.health.pipeline = pipeline;
    row.health.pipelinesExpected = expected;
    return row;
}

/// Answers the question for a file at once.
class AnsweringDialogs final : public ui::Dialogs
{
public:
    explicit AnsweringDialogs(const QString &answer)
        : file(answer)
    {
    }

    void saveFile(QWidget *, const QString &, const QString &suggestedName, const QString &,
                  std::function<void(const QString &)> done) override
    {
        suggested = suggestedName;
        done(file);
    }

    QString file;
    QString suggested;
};

} // namespace

class HealthChartPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<tests::FakeHistory>();
        m_settings = std::make_unique<MemorySettings>();
        m_clock = std::make_unique<ManualClock>(chartEnd());
        makePanel();
        m_panel->bar().setMode(ChartMode::ByMetric);
        m_panel->show();
    }

    void withoutASelectionItSaysWhatToDo()
    {
        QCOMPARE(notice().title, u"No channel selected"_s);
        QVERIFY(m_history->asked.isEmpty());
    }

    void oneSelectedLegLoadsBothLegsOnce()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s), row(u"1001"_s, u"1"_s)});
        QVERIFY(m_panel->isLoading());
        QTRY_COMPARE(m_history->asked.size(), 1);
        const tests::FakeHistory::Asked &asked = m_history->asked.first();
        QCOMPARE(asked.profileId, u"p1"_s);
        QCOMPARE(asked.spec.channelId, u"1001"_s);
        QCOMPARE(asked.spec.pipelines, (QStringList{u"0"_s, u"1"_s}));
        QCOMPARE(asked.spec.length, std::chrono::seconds(1h));
        QCOMPARE(asked.spec.metrics, QStringList{u"InputVideoFrameRate"_s});
        m_history->answerAll([](int) { return 25.0; });
        QVERIFY(!m_panel->isLoading());
        QCOMPARE(m_panel->tiles().size(), 1);
        QVERIFY(m_panel->tiles().first()->readoutText().contains(u"25 fps"_s));
        QVERIFY(foot().contains(u"Newest"_s) && foot().contains(u"UTC"_s));
    }

    void aSinglePipelineChannelHasOneLine()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s, 1)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.pipelines, QStringList{u"0"_s});
    }

    void theSameSelectionWithNewerReadingsLoadsNothing()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        models::HealthRow newer = row(u"1001"_s, u"0"_s);
        newer.health.reading(HealthMetric::NetworkIn) = MetricReading::of(3.0, chartEnd());
        m_panel->setSelection({newer});
        QVERIFY(!m_panel->isLoading());
        QCOMPARE(m_panel->tiles().size(), 1);
    }

    void walkingThroughRowsLoadsOnlyTheLast()
    {
        for (int i = 0; i < 20; ++i)
            m_panel->setSelection({row(QString::number(1000 + i), u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.channelId, u"1019"_s);
    }

    void everyRangeAsksForItsLength_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("period");
        QTest::newRow("3 h") << u"range3h"_s << 3 << u"10 s"_s;
        QTest::newRow("24 h") << u"range24h"_s << 24 << u"1 min"_s;
        QTest::newRow("7 d") << u"range7d"_s << 24 * 7 << u"1 min"_s;
        QTest::newRow("14 d") << u"range14d"_s << 24 * 14 << u"1 min"_s;
        QTest::newRow("63 d") << u"range63d"_s << 24 * 63 << u"5 min"_s;
    }

    void everyRangeAsksForItsLength()
    {
        QFETCH(QString, button);
        QFETCH(int, hours);
        QFETCH(QString, period);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        find<QAbstractButton>(button)->click();
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.length,
                 std::chrono::seconds(std::chrono::hours(hours)));
        m_history->answerAll();
        const double span = m_panel->tiles().first()->chart().visibleTo()
            - m_panel->tiles().first()->chart().visibleFrom();
        QCOMPARE(span, hours * 3600000.0);
        QVERIFY2(note().contains(u"per "_s + period), qPrintable(note()));
    }

    void controlsTakeASecondLineInANarrowPanel()
    {
        const auto *mode = find<QAbstractButton>(u"chartByChannel"_s);
        const auto *save = find<QAbstractButton>(u"chartFullHeight"_s);
        const auto lineOf = [this](const QWidget *button) {
            return button->mapTo(m_panel.get(), QPoint()).y();
        };
        m_panel->resize(1600, 400);
        m_panel->show();
        QTRY_COMPARE(lineOf(save), lineOf(mode));
        QVERIFY(m_panel->minimumSizeHint().width() < 800);
        m_panel->resize(800, 400);
        QTRY_VERIFY(lineOf(save) > lineOf(mode));
    }

    void theNoteSaysWhatALoadHasCost_data()
    {
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<bool>("free");
        QTest::addColumn<QString>("words");
        QTest::newRow("billed") << false << false << u"2 metric(s), which AWS bills"_s;
        QTest::newRow("free requests") << false << true << u"2 metric(s) with free requests"_s;
        QTest::newRow("all recorded") << true << false << u"nothing asked of CloudWatch"_s;
    }

    void theNoteSaysWhatALoadHasCost()
    {
        QFETCH(bool, recorded);
        QFETCH(bool, free);
        QFETCH(QString, words);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        QVERIFY2(note().contains(u"a load asks CloudWatch for 2 metric(s)"_s), qPrintable(note()));
        m_history->answerWith([&](const monitor::HistorySpec &spec) {
            monitor::HistoryResult result = tests::resultOf(spec, [](int) { return 5.0; });
            result.askedFree = free;
            if (recorded)
                result.asked.clear();
            return result;
        });
        QVERIFY2(note().contains(words), qPrintable(note()));
    }

    void everyMetricCanBeChosen()
    {
        QComboBox *box = find<QComboBox>(u"chartMetric"_s);
        for (const MetricInfo &info : MetricCatalogue::builtIn().metrics())
            QCOMPARE(box->findData(info.name) >= 0, info.group != MetricGroup::Link);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        m_panel->bar().setMetric(u"NetworkOut"_s);
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.metrics, QStringList{u"NetworkOut"_s});
    }

    void metricsThisVersionDoesNotKnowCanBeChosenOnceTheyArePublished()
    {
        m_panel->bar().offer({MetricCatalogue::builtIn().infoFor(u"BrandNewMetric"_s)});
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        m_panel->bar().setMetric(u"BrandNewMetric"_s);
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.metrics, QStringList{u"BrandNewMetric"_s});
        m_history->answerAll();
        QVERIFY(m_panel->tiles().first()->chart().content().hasData());
    }

    void aChannelsMetricsStandSideBySideAndCostOneRequest()
    {
        m_panel->bar().setMode(ChartMode::ByChannel);
        m_panel->resize(1000, 700);
        m_panel->setSelection({row(u"1001"_s, u"0"_s), row(u"1002"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.channelId, u"1001"_s);
        QCOMPARE(m_history->asked.first().spec.metrics, m_panel->bar().metrics());
        QCOMPARE(m_panel->tiles().size(), 8);
        QCOMPARE(m_panel->grid().columnCount(), 2);
        m_history->answerAll([](int) { return 7.0; });
        for (const ui::HealthChartTile *tile : m_panel->tiles()) {
            QVERIFY(tile->chart().content().hasData());
            QCOMPARE(tile->chart().content().metric.name, tile->metric().name);
        }
        QVERIFY2(note().contains(u"16 metric"_s), qPrintable(note()));
        QVERIFY2(note().contains(u"first of 2"_s), qPrintable(note()));
        // One more metric costs one more, not all again.
        m_panel->bar().setMetrics(m_panel->bar().metrics() << u"RtpPacketsLost"_s);
        Q_EMIT m_panel->bar().choiceChanged();
        QTRY_COMPARE(m_history->asked.size(), 2);
        QCOMPARE(m_history->asked.last().spec.metrics, QStringList{u"RtpPacketsLost"_s});
    }

    void chartsOutOfSightAreLoadedWhenTheyAreScrolledTo()
    {
        m_panel->bar().setMode(ChartMode::ByChannel);
        m_panel->resize(500, 300);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        const QStringList first = m_history->asked.first().spec.metrics;
        QVERIFY2(first.size() < 4, qPrintable(first.join(u' ')));
        m_history->answerAll();
        find<QScrollArea>(u"chartScroll"_s)->verticalScrollBar()->setValue(10000);
        QTRY_COMPARE(m_history->asked.size(), 2);
        for (const QString &metric : m_history->asked.last().spec.metrics)
            QVERIFY(!first.contains(metric));
    }

    void plotsAreAlignedAndOnlyTheLowestChartsHaveTimes()
    {
        m_panel->bar().setMode(ChartMode::ByChannel);
        m_panel->resize(1000, 700);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        QCoreApplication::processEvents();
        const QRectF plot = m_panel->tiles().first()->chart().chart()->plotArea();
        for (ui::HealthChartTile *tile : m_panel->tiles()) {
            QCOMPARE(tile->chart().chart()->plotArea().left(), plot.left());
            QCOMPARE(tile->chart().chart()->plotArea().width(), plot.width());
            QVERIFY(std::abs(tile->chart().chart()->plotArea().height() - plot.height()) < 2.0);
        }
    }

    void aLockedCursorIsSharedAndTellsAlertsInWords()
    {
        m_panel->bar().setMode(ChartMode::ByChannel);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerWith([](const monitor::HistorySpec &spec) {
            monitor::HistoryResult result = tests::resultOf(spec, [](int) { return 1.0; });
            result.bands = {tests::alertBand(u"1"_s, 1200, 0)};
            return result;
        });
        ui::HealthChart &first = m_panel->tiles().first()->chart();
        QTest::keyClick(&first, Qt::Key_L);
        QVERIFY(m_panel->grid().isCursorLocked());
        QCOMPARE(m_panel->tiles().at(1)->chart().cursor(), first.cursor());
        QVERIFY(m_panel->tiles().at(1)->chart().isCursorLocked());
        QVERIFY2(
            foot().contains(u"Alert on leg 1: Video Not Detected, set 2026-11-23 14:10:00 UTC, "
                            "still set"_s),
            qPrintable(foot()));
        QVERIFY(find<ui::ChartFoot>(u"chartFoot"_s)->legendWords().contains(u"Alert"_s));
        QTest::keyClick(&first, Qt::Key_Escape);
        QVERIFY(!m_panel->grid().isCursorLocked());
        QVERIFY(!m_panel->tiles().at(1)->chart().cursor());
    }

    void upAndDownGoToTheNextChart()
    {
        m_panel->bar().setMode(ChartMode::ByChannel);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->activateWindow();
        m_panel->tiles().at(0)->chart().setFocus();
        QTest::keyClick(&m_panel->tiles().at(0)->chart(), Qt::Key_Down);
        const int columns = m_panel->grid().columnCount();
        QVERIFY(m_panel->tiles().at(columns)->chart().hasFocus());
        QTest::keyClick(&m_panel->tiles().at(columns)->chart(), Qt::Key_Up);
        QVERIFY(m_panel->tiles().at(0)->chart().hasFocus());
    }

    void aMetricTheChannelDoesNotPublishSaysSo()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        m_panel->bar().setMetric(u"PrimaryInputActive"_s);
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerWith([](const monitor::HistorySpec &spec) {
            monitor::HistoryResult result = tests::resultOf(spec, [](int) { return 1.0; });
            result.series.clear();
            result.unpublished = spec.metrics;
            return result;
        });
        ui::NoticeBar *bar = m_panel->tiles().first()->findChild<ui::NoticeBar *>();
        QCOMPARE(bar->title(), u"Not published by this channel"_s);
        QVERIFY(!bar->text().isEmpty());
        QVERIFY(m_panel->tiles().first()->chart().isHidden());
    }

    void chartsAreNotRenewedWhileTheWindowIsMinimised()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->showMinimized();
        m_clock->advance(61s);
        PipelineHealth news = row(u"1001"_s, u"0"_s).health;
        news.reading(HealthMetric::InputVideoFrameRate) = MetricReading::of(25.0, chartEnd());
        m_panel->readingsArrived(u"p1"_s, {news});
        m_panel->setSelection({row(u"1002"_s, u"0"_s)});
        QTRY_VERIFY(!m_panel->isLoading());
        QCOMPARE(m_history->asked.size(), 1);
        m_panel->showNormal();
        QTRY_COMPARE(m_history->asked.size(), 2);
        QCOMPARE(m_history->asked.last().spec.channelId, u"1002"_s);
    }

    void fullHeightIsAskedForByKeyAndButton()
    {
        QSignalSpy wanted(m_panel.get(), &HealthChartPanel::fullHeightWanted);
        QTest::keyClick(m_panel.get(), Qt::Key_F);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last().first().toBool(), true);
        m_panel->setFullHeight(false);
        QCOMPARE(wanted.last().first().toBool(), false);
    }

    void chartsAreSavedAndSaidToBe()
    {
        QTemporaryDir folder;
        AnsweringDialogs dialogs(folder.filePath(u"chart.svg"_s));
        m_panel->setDialogs(dialogs);
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        find<QAction>(u"saveSvgLight"_s)->trigger();
        QVERIFY(QFile::exists(dialogs.file));
        QCOMPARE(dialogs.suggested, u"Frame-rate-in-fps_20261123T1330Z_20261123T1430Z.svg"_s);
        QCOMPARE(find<ui::NoticeBar>(u"chartSaved"_s)->title(), u"Saved"_s);
        dialogs.file = folder.filePath(u"missing/chart.svg"_s);
        find<QAction>(u"saveValues"_s)->trigger();
        QCOMPARE(find<ui::NoticeBar>(u"chartSaved"_s)->title(), u"Not saved"_s);
        QVERIFY(find<ui::NoticeBar>(u"chartSaved"_s)->text().contains(dialogs.file));
    }

    void itSaysHowManyMetricsALoadAsksFor()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s), row(u"1002"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 2);
        QVERIFY2(note().contains(u"4 metric"_s), qPrintable(note()));
        // Two output groups on each leg: twice as many as assumed.
        m_history->answerWith([](const monitor::HistorySpec &spec) {
            monitor::HistoryResult result = tests::resultOf(spec, [](int) { return 1.0; });
            result.series += result.series;
            result.asked += result.asked;
            return result;
        });
        QVERIFY2(note().contains(u"8 metric"_s), qPrintable(note()));
        QVERIFY(note().contains(u"AWS bills"_s));
    }

    void moreThanFourChannelsAreLeftOutAndThatIsSaid()
    {
        QList<models::HealthRow> rows;
        for (int i = 0; i < 6; ++i)
            rows << row(QString::number(1000 + i), u"0"_s);
        m_panel->setSelection(rows);
        QTRY_COMPARE(m_history->asked.size(), 4);
        m_history->answerAll();
        QCOMPARE(m_panel->tiles().size(), 4);
        QVERIFY2(note().contains(u"first 4"_s), qPrintable(note()));
    }

    void aStoppedChannelIsSaidToBeStoppedAndIsNotLoaded()
    {
        m_panel->setSelection({row(u"1001"_s, QString())});
        QCOMPARE(notice().title, u"The channel is not running"_s);
        find<QAbstractButton>(u"noticeAction_showStopped"_s)->click();
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll([](int) { return std::numeric_limits<double>::quiet_NaN(); });
        ui::NoticeBar *bar = m_panel->tiles().first()->findChild<ui::NoticeBar *>();
        QCOMPARE(bar->title(), u"No data in this range"_s);
        QVERIFY(bar->text().contains(u"not running"_s));
        QVERIFY(m_panel->tiles().first()->readoutText().contains(u"no data"_s));
        QVERIFY(!m_panel->tiles().first()->readoutText().contains(u"0 fps"_s));
    }

    void anErrorIsSaidInPlaceWithWhatToDo()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerWith([](const monitor::HistorySpec &spec) {
            monitor::HistoryResult result;
            result.spec = spec;
            result.error = ApiError{};
            result.error->category = ErrorCategory::Forbidden;
            result.error->service = u"monitoring"_s;
            result.error->operation = u"GetMetricData"_s;
            return result;
        });
        ui::NoticeBar *bar = m_panel->tiles().first()->findChild<ui::NoticeBar *>();
        QVERIFY(bar->isVisibleTo(m_panel.get()));
        QVERIFY(bar->text().contains(u"cloudwatch:GetMetricData"_s));
        // It is tried again when asked to.
        find<QAbstractButton>(u"chartReload"_s)->click();
        QTRY_COMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        QVERIFY(!bar->isVisibleTo(m_panel.get()));
    }

    void loadingShowsProgressAndCanBeCancelled()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        find<QAbstractButton>(u"chartCancel"_s)->click();
        QVERIFY(!m_panel->isLoading());
        QCOMPARE(notice().title, u"Loading was cancelled"_s);
        find<QAbstractButton>(u"noticeAction_load"_s)->click();
        QTRY_COMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        // With a chart on show, the progress stands beside it.
        m_panel->reload();
        Q_EMIT m_history->asked.last().request->progressed(40);
        QCOMPARE(find<QProgressBar>(u"chartProgress"_s)->value(), 40);
        QVERIFY(find<QProgressBar>(u"chartProgress"_s)->isVisible());
        find<QAbstractButton>(u"chartCancel"_s)->click();
        QVERIFY(!find<QProgressBar>(u"chartProgress"_s)->isVisible());
        QVERIFY(m_panel->tiles().first()->chart().content().hasData());
    }

    void goingBackToAMetricJustLoadedCostsNothing()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->bar().setMetric(u"FillMsec"_s);
        QTRY_COMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        m_panel->bar().setMetric(u"InputVideoFrameRate"_s);
        QTRY_VERIFY(!m_panel->isLoading());
        QCOMPARE(m_panel->tiles().first()->chart().content().metric.name, u"InputVideoFrameRate"_s);
        QCOMPARE(m_history->asked.size(), 2);
        m_clock->advance(2min);
        m_panel->bar().setMetric(u"FillMsec"_s);
        QTRY_COMPARE(m_history->asked.size(), 3);
    }

    void newReadingsRenewTheChartButNotMoreThanOnceAMinute()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->tiles().first()->chart().zoom(4.0, msecOf(chartEnd().addSecs(-1800)));
        const double from = m_panel->tiles().first()->chart().visibleFrom();
        PipelineHealth news = row(u"1001"_s, u"0"_s).health;
        news.reading(HealthMetric::InputVideoFrameRate) = MetricReading::of(25.0, chartEnd());
        m_panel->readingsArrived(u"p1"_s, {news});
        QCOMPARE(m_history->asked.size(), 1);
        m_clock->advance(61s);
        m_panel->readingsArrived(u"p2"_s, {news});
        QCOMPARE(m_history->asked.size(), 1);
        m_panel->readingsArrived(u"p1"_s, {news});
        QCOMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        QCOMPARE(m_panel->tiles().first()->chart().visibleFrom(), from);
    }

    void aHiddenPanelLoadsNothingUntilItIsShown()
    {
        m_panel->hide();
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_VERIFY(!m_panel->isLoading());
        QVERIFY(m_history->asked.isEmpty());
        m_panel->show();
        QTRY_COMPARE(m_history->asked.size(), 1);
    }

    void chartsShareTheirViewAndCursor()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s), row(u"1002"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        ui::HealthChart &first = m_panel->tiles().at(0)->chart();
        ui::HealthChart &second = m_panel->tiles().at(1)->chart();
        first.zoom(3.0, msecOf(chartEnd().addSecs(-1800)));
        QCOMPARE(second.visibleFrom(), first.visibleFrom());
        QTest::keyClick(&first, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(second.readout());
        QCOMPARE(second.readout()->at, first.readout()->at);
        m_panel->resetZoom();
        QVERIFY(!second.isZoomed());
    }

    void theChoiceIsRemembered()
    {
        m_panel->bar().setMetric(u"SvqTime"_s);
        m_panel->bar().setRange(24h);
        makePanel();
        QCOMPARE(m_panel->bar().mode(), ChartMode::ByMetric);
        QCOMPARE(m_panel->bar().metric(), u"SvqTime"_s);
        QCOMPARE(m_panel->range(), std::chrono::seconds(24h));
    }

    void everyControlCanBeReachedAndHasAName()
    {
        for (const QWidget *widget : m_panel->bar().findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QComboBox *>(widget);
            if (!control)
                continue;
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }

private:
    void makePanel()
    {
        m_panel = std::make_unique<HealthChartPanel>(m_history->source(), *m_clock, m_theme,
                                                     *m_settings);
        m_panel->resize(1000, 500);
    }

    template<typename T> T *find(const QString &name)
    {
        T *found = m_panel->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    const ui::PageNotice::Content &notice()
    {
        return find<ui::PageNotice>(u"chartPanelNotice"_s)->content();
    }

    QString foot() { return find<ui::ChartFoot>(u"chartFoot"_s)->readoutText(); }

    QString note() { return find<QLabel>(u"chartNote"_s)->text(); }

    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    std::unique_ptr<tests::FakeHistory> m_history;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthChartPanel> m_panel;
};

QTEST_MAIN(HealthChartPanelTest)
#include "tst_healthchartpanel.moc"
