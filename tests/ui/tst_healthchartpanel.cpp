// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charthelpers.h"
#include "ui/healthchart.h"
#include "ui/healthchartbar.h"
#include "ui/healthchartpanel.h"
#include "ui/healthchartrow.h"
#include "ui/noticebar.h"
#include "ui/pagenotice.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using tests::chartEnd;
using tests::msecOf;
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
        QCOMPARE(asked.spec.metrics, QList{HealthMetric::InputVideoFrameRate});
        m_history->answerAll([](int) { return 25.0; });
        QVERIFY(!m_panel->isLoading());
        QCOMPARE(m_panel->rows().size(), 1);
        QVERIFY(m_panel->rows().first()->readoutText().contains(u"25 fps"_s));
        QVERIFY(m_panel->rows().first()->readoutText().contains(u"UTC"_s));
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
        QCOMPARE(m_panel->rows().size(), 1);
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
        QTest::newRow("7 d") << u"range7d"_s << 24 * 7 << u"5 min"_s;
        QTest::newRow("14 d") << u"range14d"_s << 24 * 14 << u"5 min"_s;
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
        const double span = m_panel->rows().first()->chart().visibleTo()
            - m_panel->rows().first()->chart().visibleFrom();
        QCOMPARE(span, hours * 3600000.0);
        QVERIFY2(note().contains(u"per "_s + period), qPrintable(note()));
    }

    void everyMetricCanBeChosen()
    {
        QComboBox *box = find<QComboBox>(u"chartMetric"_s);
        QCOMPARE(box->count(), static_cast<int>(kHealthMetricCount));
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        box->setCurrentIndex(box->findData(static_cast<int>(HealthMetric::NetworkOut)));
        QTRY_COMPARE(m_history->asked.size(), 1);
        QCOMPARE(m_history->asked.first().spec.metrics, QList{HealthMetric::NetworkOut});
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
        QCOMPARE(m_panel->rows().size(), 4);
        QVERIFY2(note().contains(u"first 4"_s), qPrintable(note()));
    }

    void aStoppedChannelIsSaidToBeStoppedAndIsNotLoaded()
    {
        m_panel->setSelection({row(u"1001"_s, QString())});
        QCOMPARE(notice().title, u"The channel is not running"_s);
        find<QAbstractButton>(u"noticeAction_showStopped"_s)->click();
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll([](int) { return std::numeric_limits<double>::quiet_NaN(); });
        ui::NoticeBar *bar = m_panel->rows().first()->findChild<ui::NoticeBar *>();
        QCOMPARE(bar->title(), u"No data in this range"_s);
        QVERIFY(bar->text().contains(u"not running"_s));
        QVERIFY(m_panel->rows().first()->readoutText().contains(u"no data"_s));
        QVERIFY(!m_panel->rows().first()->readoutText().contains(u"0 fps"_s));
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
        ui::NoticeBar *bar = m_panel->rows().first()->findChild<ui::NoticeBar *>();
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
        QVERIFY(notice().busy);
        find<QAbstractButton>(u"noticeAction_cancel"_s)->click();
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
        QVERIFY(m_panel->rows().first()->chart().content().hasData());
    }

    void goingBackToAMetricJustLoadedCostsNothing()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->bar().setMetric(HealthMetric::FillMsec);
        QTRY_COMPARE(m_history->asked.size(), 2);
        m_history->answerAll();
        m_panel->bar().setMetric(HealthMetric::InputVideoFrameRate);
        QTRY_VERIFY(!m_panel->isLoading());
        QCOMPARE(m_panel->rows().first()->chart().content().metric,
                 HealthMetric::InputVideoFrameRate);
        QCOMPARE(m_history->asked.size(), 2);
        m_clock->advance(2min);
        m_panel->bar().setMetric(HealthMetric::FillMsec);
        QTRY_COMPARE(m_history->asked.size(), 3);
    }

    void newReadingsRenewTheChartButNotMoreThanOnceAMinute()
    {
        m_panel->setSelection({row(u"1001"_s, u"0"_s)});
        QTRY_COMPARE(m_history->asked.size(), 1);
        m_history->answerAll();
        m_panel->rows().first()->chart().zoom(4.0, msecOf(chartEnd().addSecs(-1800)));
        const double from = m_panel->rows().first()->chart().visibleFrom();
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
        QCOMPARE(m_panel->rows().first()->chart().visibleFrom(), from);
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
        ui::HealthChart &first = m_panel->rows().at(0)->chart();
        ui::HealthChart &second = m_panel->rows().at(1)->chart();
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
        m_panel->bar().setMetric(HealthMetric::SvqTime);
        m_panel->bar().setRange(24h);
        makePanel();
        QCOMPARE(m_panel->metric(), HealthMetric::SvqTime);
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

    QString note() { return find<QLabel>(u"chartNote"_s)->text(); }

    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    std::unique_ptr<tests::FakeHistory> m_history;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthChartPanel> m_panel;
};

QTEST_MAIN(HealthChartPanelTest)
#include "tst_healthchartpanel.moc"
