// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricbudget.h"
#include "core/metriccatalogue.h"
#include "demofixture.h"
#include "monitor/historyrequest.h"
#include "monitor/monitorhub.h"
#include "monitor/recorder.h"
#include "monitor/regionmonitor.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;
using tallylight::tests::DemoFixture;

namespace {

/// What the program puts together, with its history in a folder of the test's.
struct Run
{
    Run(DemoFixture &demo, const QString &file)
        : recorder(file, demo.clock())
        , hub(demo.secrets(), demo.clock())
    {
        recorder.setSettings({});
        hub.setRecorder(&recorder);
    }
    LastKnown lastKnown(const QString &profile)
    {
        LastKnown known;
        bool done = false;
        QObject context;
        recorder.loadLastKnown(profile, &context, [&](const LastKnown &answer) {
            known = answer;
            done = true;
        });
        if (!QTest::qWaitFor([&done] { return done; }, 20000))
            qFatal("the history does not answer");
        return known;
    }

    Recorder recorder;
    MonitorHub hub;
};

} // namespace

class RegionHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasKnownIsThereAtOnceAndNotBelieved()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.sqlite"_s);
        DemoFixture demo;
        {
            Run run(demo, file);
            run.hub.setProfiles({demo.profile()});
            RegionMonitor *region = run.hub.regions().first();
            QTRY_VERIFY(region->status().channels.observedAt.isValid()
                        && region->status().inputs.observedAt.isValid());
            QTRY_COMPARE(run.lastKnown(demo.profile().id).channels.size(), 24);
        }
        demo.region().setOffline(true);
        Run run(demo, file);
        run.hub.setProfiles({demo.profile()});
        RegionMonitor *region = run.hub.regions().first();
        QTRY_COMPARE(region->channels().size(), 24);
        QTRY_VERIFY(region->status().inputCount > 0);
        for (const Channel &channel : region->channels()) {
            const Freshness freshness = region->channelFreshness(channel.id);
            QVERIFY(freshness.observedAt.isValid());
            QCOMPARE(freshness.trust(demo.clock().utcNow()), Trust::Stale);
            QCOMPARE(region->stateSince(channel.id).state, channel.state);
        }
        QVERIFY(!region->status().channels.observedAt.isValid()); // no sweep of this run

        demo.region().setOffline(false);
        region->refreshNow();
        QTRY_VERIFY_WITH_TIMEOUT(region->status().channels.observedAt.isValid(), 30000);
        const QString id = region->channels().first().id;
        QCOMPARE(region->channelFreshness(id).trust(demo.clock().utcNow()), Trust::Fresh);
    }

    void aFirstLookDoesNotClaimToHaveSeenTheChange()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        run.hub.setProfiles({demo.profile()});
        RegionMonitor *region = run.hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        for (const Channel &channel : region->channels()) {
            const StateSince since = region->stateSince(channel.id);
            QCOMPARE(since.state, channel.state);
            QVERIFY(!since.changeSeen);
            QVERIFY(since.at.isValid());
        }
    }

    void aProfileThatLeadsElsewhereForgets()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        run.hub.setProfiles({demo.profile()});
        QTRY_COMPARE(run.lastKnown(demo.profile().id).channels.size(), 24);
        Profile renamed = demo.profile();
        renamed.name = u"Other name"_s;
        run.hub.setProfiles({renamed});
        QCOMPARE(run.lastKnown(demo.profile().id).channels.size(), 24);
        demo.region().setOffline(true);
        renamed.region = u"ap-southeast-2"_s;
        run.hub.setProfiles({renamed});
        QTRY_VERIFY(run.lastKnown(demo.profile().id).isEmpty());
    }

    void watchingGoesOnWithoutAPlaceForTheHistory()
    {
        DemoFixture demo;
        Run run(demo, u"/nonexistent/folder/history.sqlite"_s);
        run.hub.setProfiles({demo.profile()});
        QTRY_COMPARE(run.hub.regions().first()->status().channelCount, 24);
        QTRY_COMPARE(run.recorder.status().phase, RecordingStatus::Phase::Trouble);
        QCOMPARE(run.recorder.status().trouble->kind, RecordingTrouble::Kind::Unwritable);
        QVERIFY(run.lastKnown(demo.profile().id).isEmpty());
    }

    void switchedOffNothingIsKeptAndEveryQuestionIsAnswered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.sqlite"_s);
        DemoFixture demo;
        Recorder recorder(file, demo.clock());
        RecordingSettings off;
        off.enabled = false;
        recorder.setSettings(off);
        QCOMPARE(recorder.status().phase, RecordingStatus::Phase::Off);
        recorder.recordWatched(u"p"_s, demo.clock().utcNow(), 10s);
        int answers = 0;
        MetricQuery query;
        recorder.loadSeries(u"p"_s, {query}, {}, this, [&](const QList<RecordedSeries> &series) {
            QCOMPARE(series.size(), 1);
            ++answers;
        });
        recorder.loadTimeline(u"p"_s, u"1"_s, {}, this, [&](const auto &bands) {
            QVERIFY(bands.isEmpty());
            ++answers;
        });
        recorder.loadSizes(this, [&](const HistorySizes &) { ++answers; });
        QCOMPARE(answers, 0); // never from inside the call
        QTRY_COMPARE(answers, 3);
        QVERIFY(!QFile::exists(file));
    }

    void switchedOffAndOnAgainItGoesOnRecording()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        QTRY_COMPARE(run.recorder.status().phase, RecordingStatus::Phase::Recording);
        RecordingSettings off;
        off.enabled = false;
        QList<RecordingStatus::Phase> phases;
        connect(&run.recorder, &Recorder::statusChanged, this,
                [&] { phases.append(run.recorder.status().phase); });
        run.recorder.setSettings(off);
        run.recorder.setSettings({}); // while the file is still being closed
        QTRY_COMPARE(run.recorder.status().phase, RecordingStatus::Phase::Recording);
        using Phase = RecordingStatus::Phase;
        QCOMPARE(phases, (QList<Phase>{Phase::Off, Phase::Opening, Phase::Recording}));
        run.hub.setProfiles({demo.profile()});
        QTRY_COMPARE(run.lastKnown(demo.profile().id).channels.size(), 24);
    }

    void theNewestMinutesAreNotYetCovered()
    {
        const QTemporaryDir folder;
        ManualClock clock(QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC));
        Recorder recorder(folder.filePath(u"history.sqlite"_s), clock);
        recorder.setSettings({});
        MetricSeries series;
        series.query.metric.name = u"NetworkIn"_s;
        series.query.statistic = u"Average"_s;
        const QDateTime now = clock.utcNow();
        series.points = {{now.addSecs(-1200), 1.0}};
        recorder.recordPoints(u"p"_s, {series}, {now.addSecs(-3600), now});
        MetricSeries other = series;
        other.query.metric.name = u"NetworkOut"_s;
        other.points = {{now.addSecs(-120), 1.0}};
        recorder.recordPoints(u"p"_s, {other}, {now.addSecs(-3600), now});
        QList<RecordedSeries> back;
        recorder.loadSeries(u"p"_s, {series.query, other.query}, {now.addSecs(-7200), now}, this,
                            [&back](const QList<RecordedSeries> &answer) { back = answer; });
        QTRY_COMPARE(back.size(), 2);
        QCOMPARE(back.at(0).points.size(), 1);
        QCOMPARE(back.at(0).coveredExactly(),
                 (QList<TimeRange>{{now.addSecs(-3600), now.addSecs(-300)}}));
        QCOMPARE(back.at(1).coveredExactly(),
                 (QList<TimeRange>{{now.addSecs(-3600), now.addSecs(-60)}}));
    }

    void aChartAsksOnlyForWhatTheHistoryLacks()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        RegionMonitor *region = watchBilled(run, demo, 25.0);
        const HistoryResult first = chart(region, 1h);
        QVERIFY(!first.error);
        QCOMPARE(first.asked.size(), 2);
        QVERIFY(pointsOf(first) > 500);
        const qint64 before = demo.region().faults().counts().metricsRequested;
        const HistoryResult again = chart(region, 1h);
        QVERIFY(!again.error);
        QVERIFY(again.asked.isEmpty());
        QVERIFY(pointsOf(again) > 500);
        QCOMPARE(demo.region().faults().counts().metricsRequested, before);
    }

    void aChartShowsWhatIsRecordedWhenNothingCanBeAsked_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("the region can't be reached") << true;
        QTest::newRow("the budget is spent") << false;
    }
    void aChartShowsWhatIsRecordedWhenNothingCanBeAsked()
    {
        QFETCH(bool, offline);
        const QTemporaryDir folder;
        DemoFixture demo;
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        RegionMonitor *region = watchBilled(run, demo, 25.0);
        const qsizetype recorded = pointsOf(chart(region, 1h));
        QVERIFY(recorded > 500);
        if (offline)
            demo.region().setOffline(true);
        else
            region = watchBilled(run, demo, 0.0);
        // Two hours before it and a moment after it are lacking, so all of it would be asked anew.
        const HistoryResult longer = chart(region, 3h);
        QVERIFY(longer.error.has_value());
        QCOMPARE(longer.error->code == kOverBudget, !offline);
        QVERIFY(pointsOf(longer) >= recorded - 40);
    }

    void aChartFallsBackWhenThePolicyLacksTheFreeCall()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        demo.region().faults().setForbidden(u"GetMetricStatistics"_s);
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        run.hub.setProfiles({demo.profile()});
        RegionMonitor *region = run.hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);
        for (int i = 0; i < 2; ++i) {
            const HistoryResult result = chart(region, i == 0 ? 1h : 3h);
            QVERIFY(!result.error);
            QVERIFY(!result.askedFree);
            QVERIFY(pointsOf(result) > 500);
        }
        // Refused once, the free call is not tried again.
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"GetMetricStatistics"_s),
                 m_triedAtOnce);
    }

    void aMetricByTheMinuteIsAskedByTheMinute()
    {
        const QTemporaryDir folder;
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListMetrics"_s); // so that anything may exist
        Run run(demo, folder.filePath(u"history.sqlite"_s));
        RegionMonitor *region = watchBilled(run, demo, 25.0);
        const QString slow = u"OutputVideoFrameRate"_s;
        const std::chrono::seconds finest = MetricCatalogue::builtIn().infoFor(slow).finestPeriod;
        const HistoryResult result = chart(region, 1h, slow);
        QVERIFY(!result.series.isEmpty());
        QCOMPARE(result.period, 10s);
        QCOMPARE(finest, 60s);
        for (const MetricSeries &series : result.series)
            QCOMPARE(series.query.period, finest);
    }

private:
    static RegionMonitor *watchBilled(Run &run, DemoFixture &demo, double budget)
    {
        demo.profile().useFreeMetricStatistics = false;
        demo.profile().cloudwatchBudgetUsdPerMonth = budget;
        run.hub.setProfiles({demo.profile()});
        RegionMonitor *region = run.hub.regions().first();
        if (!QTest::qWaitFor([&] { return region->status().channelCount == 24; }, 20000))
            qFatal("no channels");
        return region;
    }

    static HistoryResult chart(RegionMonitor *region, std::chrono::seconds length,
                               const QString &metric = u"NetworkIn"_s)
    {
        QString id;
        for (const Channel &channel : region->channels()) {
            if (channel.isRunning() && channel.pipelinesRunning == 2)
                id = channel.id;
        }
        QObject owner;
        QSignalSpy finished(region->loadHistory({id, {u"0"_s, u"1"_s}, {metric}, length}, &owner),
                            &HistoryRequest::finished);
        if (!QTest::qWaitFor([&finished] { return finished.count() == 1; }, 30000))
            qFatal("no history");
        return finished.first().first().value<HistoryResult>();
    }

    static qsizetype pointsOf(const HistoryResult &result)
    {
        qsizetype points = 0;
        for (const MetricSeries &series : result.series)
            points += series.points.size();
        return points;
    }

    // A chart asks for both legs before it hears the first refusal.
    static constexpr int m_triedAtOnce = 2;
};

QTEST_GUILESS_MAIN(RegionHistoryTest)
#include "tst_regionhistory.moc"
