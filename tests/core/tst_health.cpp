// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/health.h"
#include "core/healthrules.h"
#include "core/metriccatalogue.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using M = HealthMetric;
using S = ReadingStatus;
using L = HealthLevel;

namespace {

const QDateTime kNow(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);
const Freshness kFresh{kNow, 10s, std::nullopt};
const Freshness kOld{kNow.addSecs(-3600), 10s, std::nullopt};

/// A running pipeline with nothing wrong and every reading in.
PipelineHealth goodRow()
{
    PipelineHealth row;
    row.channelId = u"1234567"_s;
    row.channelState = u"RUNNING"_s;
    row.channelClass = u"STANDARD"_s;
    row.pipeline = u"0"_s;
    row.pipelinesRunning = 2;
    row.pipelinesExpected = 2;
    row.setAlerts = 0;
    for (const HealthMetric metric : kHealthMetrics)
        row.reading(metric) = MetricReading::of(0.0, kNow);
    row.reading(M::InputVideoFrameRate).value = 25.0;
    row.reading(M::NetworkIn).value = 12.0;
    row.reading(M::NetworkOut).value = 30.0;
    row.reading(M::ActiveOutputs).value = 4.0;
    row.reading(M::PrimaryInputActive).value = 1.0;
    row.reading(M::PipelinesLocked).value = 1.0;
    row.reading(M::MinMqcs).value = 100.0;
    return row;
}

HealthVerdict judged(const PipelineHealth &row, const Freshness &inventory = kFresh,
                     const Freshness &alerts = kFresh)
{
    return judge(row, inventory, alerts, kNow);
}

} // namespace

class HealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWrongIsOk();
    void badValues_data();
    void badValues();
    void missingValuesAreNeverOk_data();
    void missingValuesAreNeverOk();
    void valuesThatAreNoNumbersAreMissing_data();
    void valuesThatAreNoNumbersAreMissing();
    void channelStates_data();
    void channelStates();
    void pipelineCounts_data();
    void pipelineCounts();
    void alerts_data();
    void alerts();
    void staleInventoryIsUnknownWhateverElseIsSeen();
    void withoutAlertsOrMetricsNothingIsOk();
    void metricsNobodyAskedForAreNotHeldAgainstARow();
    void theWorstReasonComesFirst();
    void noReasonIsNamedTwice();
    void reasonsOfOneLevelKeepTheirOrder();
    void levelsAreOrderedByBadness();
    void criticalAlertsAreKnownByType_data();
    void criticalAlertsAreKnownByType();
    void theCatalogueIsInColumnOrder();
    void aFreshStartIsForgivenButNeverOk();
    void afterTheGraceNothingIsForgiven();
    void everyAnswerHasOneMeaning_data();
    void everyAnswerHasOneMeaning();
    void aLockThatReadsZeroIsReadWithTheConfiguration_data();
    void aLockThatReadsZeroIsReadWithTheConfiguration();
    void whatMustLastCountsWhenItHas();
    void anotherCatalogueHasOtherMeanings();
    void listAlertsWinsOverCloudWatchsOlderCount();
    void whateverIsUnknownTheRowIsNeverOk();
};

void HealthTest::nothingWrongIsOk()
{
    QCOMPARE(judged(goodRow()), (HealthVerdict{L::Ok, {}}));
}

void HealthTest::badValues_data()
{
    QTest::addColumn<HealthMetric>("metric");
    QTest::addColumn<double>("value");
    QTest::addColumn<HealthLevel>("level");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, M metric, double value, L level, const QString &reason) {
        QTest::newRow(name) << metric << value << level << reason;
    };
    row("no outputs", M::ActiveOutputs, 0.0, L::Critical, u"activeOutputs"_s);
    row("one output", M::ActiveOutputs, 1.0, L::Ok, {});
    row("no frames", M::InputVideoFrameRate, 0.0, L::Critical, u"frameRate"_s);
    row("few frames", M::InputVideoFrameRate, 0.5, L::Ok, {});
    row("some fill", M::FillMsec, 1.0, L::Warning, u"fill"_s);
    row("almost a minute of fill", M::FillMsec, 59999.0, L::Warning, u"fill"_s);
    row("a minute of fill", M::FillMsec, 60000.0, L::Critical, u"fill"_s);
    row("an active alert", M::ActiveAlerts, 1.0, L::Warning, u"alertMetric"_s);
    row("input loss", M::InputLossSeconds, 0.5, L::Warning, u"inputLoss"_s);
    row("dropped frames", M::DroppedFrames, 1.0, L::Warning, u"droppedFrames"_s);
    row("svq", M::SvqTime, 0.1, L::Warning, u"svq"_s);
    row("4xx", M::Output4xxErrors, 1.0, L::Warning, u"output4xx"_s);
    row("5xx", M::Output5xxErrors, 1.0, L::Warning, u"output5xx"_s);
    row("on the secondary input", M::PrimaryInputActive, 0.0, L::Warning, u"primaryInput"_s);
    row("lost packets", M::RtpPacketsLost, 1.0, L::Warning, u"rtpLost"_s);
    row("input errors", M::ChannelInputErrorSeconds, 1.0, L::Warning, u"inputErrors"_s);
    row("bad quality", M::MinMqcs, 74.0, L::Warning, u"mediaQuality"_s);
    row("fair quality", M::MinMqcs, 75.0, L::Ok, {});
    row("not locked is no verdict", M::PipelinesLocked, 0.0, L::Ok, {});
    row("no traffic is no verdict", M::NetworkIn, 0.0, L::Ok, {});
}

void HealthTest::badValues()
{
    QFETCH(HealthMetric, metric);
    QFETCH(double, value);
    QFETCH(HealthLevel, level);
    QFETCH(QString, reason);
    PipelineHealth row = goodRow();
    row.reading(metric).value = value;
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, level);
    QCOMPARE(verdict.reasons, reason.isEmpty() ? QStringList() : QStringList{reason});

    // The same number behind any other status is no value, and missing is not zero.
    row.reading(metric).status = S::NotPublished;
    QVERIFY(!judged(row).reasons.contains(reason) || reason.isEmpty());
}

void HealthTest::missingValuesAreNeverOk_data()
{
    QTest::addColumn<HealthMetric>("metric");
    QTest::addColumn<ReadingStatus>("status");
    QTest::addColumn<HealthLevel>("level");
    for (const HealthMetric metric : kHealthMetrics) {
        const MetricInfo &info = healthMetricInfo(metric);
        QTest::addRow("%s no data", qPrintable(info.name))
            << metric << S::NoData << (info.isOptional() ? L::Ok : L::Unknown);
        QTest::addRow("%s forbidden", qPrintable(info.name))
            << metric << S::Forbidden << L::Unknown;
        QTest::addRow("%s failed", qPrintable(info.name)) << metric << S::Failed << L::Unknown;
        QTest::addRow("%s throttled", qPrintable(info.name))
            << metric << S::Throttled << L::Unknown;
        QTest::addRow("%s not published", qPrintable(info.name))
            << metric << S::NotPublished << L::Ok;
    }
}

void HealthTest::missingValuesAreNeverOk()
{
    QFETCH(HealthMetric, metric);
    QFETCH(ReadingStatus, status);
    QFETCH(HealthLevel, level);
    PipelineHealth row = goodRow();
    row.reading(metric) = {status, 0.0, {}};
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, level);
    const bool noInput = metric == M::InputVideoFrameRate && status == S::NoData;
    const QString reason = noInput ? u"noInputYet"_s : u"noData"_s;
    QCOMPARE(verdict.reasons, level == L::Ok ? QStringList() : QStringList{reason});
}

void HealthTest::valuesThatAreNoNumbersAreMissing_data()
{
    QTest::addColumn<HealthMetric>("metric");
    for (const HealthMetric metric : kHealthMetrics)
        QTest::newRow(qPrintable(healthMetricInfo(metric).name)) << metric;
}

void HealthTest::valuesThatAreNoNumbersAreMissing()
{
    QFETCH(HealthMetric, metric);
    PipelineHealth row = goodRow();
    row.reading(metric).value = std::numeric_limits<double>::quiet_NaN();
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, L::Unknown);
    QCOMPARE(verdict.reasons, QStringList{u"noData"_s});
}

void HealthTest::channelStates_data()
{
    QTest::addColumn<HealthLevel>("level");
    QTest::addColumn<QString>("reason");
    QTest::newRow("RUNNING") << L::Ok << QString();
    for (const char *state : {"RECOVERING", "CREATE_FAILED", "UPDATE_FAILED"})
        QTest::newRow(state) << L::Critical << u"state"_s;
    for (const char *state : {"IDLE", "CREATING", "STOPPING", "UPDATING", "DELETING", "DELETED"})
        QTest::newRow(state) << L::Idle << u"notRunning"_s;
    QTest::newRow("STARTING") << L::Idle << u"starting"_s;
    // Nothing may look harmless because this version doesn't know it.
    QTest::newRow("") << L::Unknown << u"state"_s;
    QTest::newRow("ON_FIRE") << L::Unknown << u"state"_s;
    QTest::newRow("running") << L::Unknown << u"state"_s;
}

void HealthTest::channelStates()
{
    QFETCH(HealthLevel, level);
    QFETCH(QString, reason);
    PipelineHealth row = goodRow();
    row.channelState = QString::fromLatin1(QTest::currentDataTag());
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, level);
    QCOMPARE(verdict.reasons.value(0), reason);
}

void HealthTest::pipelineCounts_data()
{
    QTest::addColumn<int>("running"); // -1 for not known
    QTest::addColumn<int>("expected");
    QTest::addColumn<HealthLevel>("level");
    QTest::newRow("2 of 2") << 2 << 2 << L::Ok;
    QTest::newRow("1 of 1") << 1 << 1 << L::Ok;
    QTest::newRow("1 of 2") << 1 << 2 << L::Warning;
    QTest::newRow("0 of 2") << 0 << 2 << L::Critical;
    QTest::newRow("0 of 1") << 0 << 1 << L::Critical;
    QTest::newRow("? of 2") << -1 << 2 << L::Unknown;
    QTest::newRow("1 of ?") << 1 << -1 << L::Unknown;
    QTest::newRow("0 of ?") << 0 << -1 << L::Critical;
}

void HealthTest::pipelineCounts()
{
    QFETCH(int, running);
    QFETCH(int, expected);
    QFETCH(HealthLevel, level);
    PipelineHealth row = goodRow();
    row.pipelinesRunning = running < 0 ? std::nullopt : std::optional(running);
    row.pipelinesExpected = expected < 0 ? std::nullopt : std::optional(expected);
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, level);
    QCOMPARE(verdict.reasons.contains(u"pipelines"_s), level != L::Ok);
}

void HealthTest::alerts_data()
{
    QTest::addColumn<int>("set"); // -1 for not known
    QTest::addColumn<bool>("critical");
    QTest::addColumn<bool>("fresh");
    QTest::addColumn<HealthLevel>("level");
    QTest::addColumn<QString>("first");
    QTest::newRow("none") << 0 << false << true << L::Ok << QString();
    QTest::newRow("one") << 1 << false << true << L::Warning << u"alert"_s;
    QTest::newRow("a critical one") << 1 << true << true << L::Critical << u"alert"_s;
    QTest::newRow("not swept yet") << -1 << false << true << L::Unknown << u"alertsUnknown"_s;
    QTest::newRow("swept long ago") << 0 << false << false << L::Unknown << u"alertsUnknown"_s;
    QTest::newRow("seen long ago") << 1 << true << false << L::Critical << u"alert"_s;
}

void HealthTest::alerts()
{
    QFETCH(int, set);
    QFETCH(bool, critical);
    QFETCH(bool, fresh);
    QFETCH(HealthLevel, level);
    QFETCH(QString, first);
    PipelineHealth row = goodRow();
    row.setAlerts = set < 0 ? std::nullopt : std::optional(set);
    row.criticalAlert = critical;
    const HealthVerdict verdict = judge(row, kFresh, fresh ? kFresh : kOld, kNow);
    QCOMPARE(verdict.level, level);
    QCOMPARE(verdict.reasons.value(0), first);
}

void HealthTest::staleInventoryIsUnknownWhateverElseIsSeen()
{
    for (const QString &state : {u"RUNNING"_s, u"IDLE"_s, u"RECOVERING"_s}) {
        PipelineHealth row = goodRow();
        row.channelState = state;
        QCOMPARE(judge(row, kOld, kFresh, kNow), (HealthVerdict{L::Unknown, {u"stale"_s}}));
        QCOMPARE(judge(row, Freshness(), kFresh, kNow), (HealthVerdict{L::Unknown, {u"stale"_s}}));
    }
}

void HealthTest::withoutAlertsOrMetricsNothingIsOk()
{
    PipelineHealth row;
    row.channelState = u"RUNNING"_s;
    QCOMPARE(judged(row).level, L::Unknown);
    QCOMPARE(judge(PipelineHealth(), kFresh, kFresh, kNow).level, L::Unknown);
}

void HealthTest::metricsNobodyAskedForAreNotHeldAgainstARow()
{
    // State and alerts are free; metrics are asked for on demand.
    PipelineHealth row = goodRow();
    row.readings = {};
    QCOMPARE(judged(row).level, L::Ok);
    row.reading(M::FillMsec).status = S::Loading;
    QCOMPARE(judged(row).level, L::Ok);
}

void HealthTest::theWorstReasonComesFirst()
{
    PipelineHealth row = goodRow();
    row.pipelinesRunning = 1; // warning
    row.setAlerts.reset(); // unknown
    row.reading(M::SvqTime).value = 5.0; // warning
    row.reading(M::FillMsec).value = 90000.0; // critical
    row.reading(M::NetworkIn) = {S::NoData, 0.0, {}}; // unknown
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict.level, L::Critical);
    QCOMPARE(verdict.reasons,
             (QStringList{u"fill"_s, u"pipelines"_s, u"svq"_s, u"alertsUnknown"_s, u"noData"_s}));
}

void HealthTest::noReasonIsNamedTwice()
{
    PipelineHealth row = goodRow();
    row.setAlerts = 2;
    row.criticalAlert = true;
    row.reading(M::ActiveAlerts).value = 2.0;
    const HealthVerdict verdict = judged(row);
    QCOMPARE(verdict, (HealthVerdict{L::Critical, {u"alert"_s}}));
}

void HealthTest::reasonsOfOneLevelKeepTheirOrder()
{
    PipelineHealth row = goodRow();
    row.reading(M::ActiveOutputs).value = 0.0;
    row.reading(M::InputVideoFrameRate).value = 0.0;
    QCOMPARE(judged(row).reasons, (QStringList{u"activeOutputs"_s, u"frameRate"_s}));
}

void HealthTest::levelsAreOrderedByBadness()
{
    const QList<L> order{L::Critical, L::Warning, L::Unknown, L::Ok, L::Idle};
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (qsizetype j = i; j < order.size(); ++j) {
            QCOMPARE(worse(order[i], order[j]), order[i]);
            QCOMPARE(worse(order[j], order[i]), order[i]);
        }
    }
}

void HealthTest::criticalAlertsAreKnownByType_data()
{
    QTest::addColumn<bool>("critical");
    for (const char *type :
         {"Video Not Detected", "black video detected", " Stopped Receiving UDP Input ",
          "RTMP Stream Not Found", "Failed RTMP Connection", "Failed HTTP Post Output Request"})
        QTest::newRow(type) << true;
    for (const char *type :
         {"Audio Not Detected", "RTP Header Corruption", "Video", "Something New"})
        QTest::newRow(type) << false;
    QTest::newRow("") << false;
}

void HealthTest::criticalAlertsAreKnownByType()
{
    QFETCH(bool, critical);
    QCOMPARE(isCriticalAlert(QString::fromLatin1(QTest::currentDataTag())), critical);
}

void HealthTest::theCatalogueIsInColumnOrder()
{
    int position = 0;
    for (const HealthMetric metric : kHealthMetrics) {
        QCOMPARE(static_cast<int>(metric), position++);
        QCOMPARE(healthMetricInfo(metric).column, std::optional(metric));
    }
}

void HealthTest::aFreshStartIsForgivenButNeverOk()
{
    PipelineHealth row = goodRow();
    row.startedAt = kNow.addSecs(-30);
    row.reading(M::InputVideoFrameRate).value = 0.0;
    row.reading(M::ActiveOutputs).value = 0.0;
    row.reading(M::NetworkIn) = {S::NoData, 0.0, {}};
    row.pipelinesRunning = 1;
    QCOMPARE(judged(row), (HealthVerdict{L::Unknown, {u"starting"_s}}));
    // What is known without grace still counts.
    row.setAlerts = 1;
    QCOMPARE(judged(row).level, L::Warning);
    // With every reading there and good, the start is over.
    row = goodRow();
    row.startedAt = kNow.addSecs(-30);
    QCOMPARE(judged(row).level, L::Ok);
}

void HealthTest::afterTheGraceNothingIsForgiven()
{
    PipelineHealth row = goodRow();
    row.startedAt = kNow.addSecs(-120);
    row.reading(M::ActiveOutputs).value = 0.0;
    QCOMPARE(judged(row).level, L::Critical);
    // A start that lies in the future is no start: the clock was set back.
    row.startedAt = kNow.addSecs(30);
    QCOMPARE(judged(row).level, L::Critical);
}

void HealthTest::everyAnswerHasOneMeaning_data()
{
    QTest::addColumn<HealthMetric>("metric");
    QTest::addColumn<ReadingStatus>("answer");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("starting");
    QTest::addColumn<ReadingStatus>("meaning");
    const auto row
        = [](const char *name, M metric, S answer, const QString &state, bool starting, S meaning) {
              QTest::newRow(name) << metric << answer << state << starting << meaning;
          };
    const QString runs = u"RUNNING"_s;
    row("late", M::NetworkIn, S::NoData, runs, false, S::Late);
    row("no input", M::InputVideoFrameRate, S::NoData, runs, false, S::NoInputYet);
    row("nothing to say", M::InputLossSeconds, S::NoData, runs, false, S::NoData);
    row("just started", M::NetworkIn, S::NoData, runs, true, S::Starting);
    row("just started, no input", M::InputVideoFrameRate, S::NoData, runs, true, S::Starting);
    row("not HTTP", M::Output4xxErrors, S::NotPublished, runs, false, S::NotApplicable);
    row("no failover", M::PrimaryInputActive, S::NotPublished, runs, false, S::NotApplicable);
    row("nobody knows why", M::SvqTime, S::NotPublished, runs, false, S::NotPublished);
    row("a starting channel", M::NetworkIn, S::NotRunning, u"STARTING"_s, true, S::Starting);
    row("an idle channel", M::NetworkIn, S::Value, u"IDLE"_s, false, S::NotRunning);
    row("refused", M::NetworkIn, S::Forbidden, runs, true, S::Forbidden);
    row("slowed down", M::NetworkIn, S::Throttled, runs, false, S::Throttled);
    row("a value", M::NetworkIn, S::Value, runs, true, S::Value);
    row("no budget", M::NetworkIn, S::OverBudget, runs, false, S::OverBudget);
    row("no RTP", M::RtpPacketsLost, S::NotPublished, runs, false, S::NotApplicable);
}

void HealthTest::everyAnswerHasOneMeaning()
{
    QFETCH(HealthMetric, metric);
    QFETCH(ReadingStatus, answer);
    QFETCH(QString, state);
    QFETCH(bool, starting);
    PipelineHealth row = goodRow();
    row.channelState = state;
    row.reading(metric).status = answer;
    QTEST(readingStatus(row, metric, starting), "meaning");
}

void HealthTest::aLockThatReadsZeroIsReadWithTheConfiguration_data()
{
    QTest::addColumn<int>("configured"); // -1 for not known
    QTest::addColumn<bool>("twoLegs");
    QTest::addColumn<double>("value");
    QTest::addColumn<ReadingStatus>("meaning");
    QTest::addColumn<HealthLevel>("level");
    QTest::newRow("not locked") << 1 << true << 0.0 << S::Value << L::Warning;
    QTest::newRow("locked") << 1 << true << 1.0 << S::Value << L::Ok;
    QTest::newRow("no locking") << 0 << true << 0.0 << S::NotApplicable << L::Ok;
    QTest::newRow("not described yet") << -1 << true << 0.0 << S::NotObserved << L::Ok;
    QTest::newRow("locked, whatever is described") << -1 << true << 1.0 << S::Value << L::Ok;
    QTest::newRow("one leg") << 1 << false << 0.0 << S::NotApplicable << L::Ok;
}

void HealthTest::aLockThatReadsZeroIsReadWithTheConfiguration()
{
    QFETCH(int, configured);
    QFETCH(bool, twoLegs);
    QFETCH(double, value);
    PipelineHealth row = goodRow();
    row.lockingExpected = twoLegs;
    if (configured >= 0)
        row.traits.lockingConfigured = configured == 1;
    row.reading(M::PipelinesLocked).value = value;
    QTEST(readingStatus(row, M::PipelinesLocked, false), "meaning");
    QTEST(judged(row).level, "level");
}

void HealthTest::whatMustLastCountsWhenItHas()
{
    RuleMemory memory;
    const JudgedBy by{HealthRules::builtIn(), MetricCatalogue::builtIn(), &memory};
    PipelineHealth row = goodRow();
    row.reading(M::MinMqcs) = MetricReading::of(10.0, kNow.addSecs(-180));
    QCOMPARE(judge(row, kFresh, kFresh, kNow, by).level, L::Ok);
    row.reading(M::MinMqcs) = MetricReading::of(10.0, kNow.addSecs(-120));
    QCOMPARE(judge(row, kFresh, kFresh, kNow, by),
             (HealthVerdict{L::Warning, {u"mediaQuality"_s}}));
    row.reading(M::MinMqcs) = MetricReading::of(99.0, kNow.addSecs(-60));
    QCOMPARE(judge(row, kFresh, kFresh, kNow, by).level, L::Ok);

    // Lost packets count at once, and for two minutes more.
    row.reading(M::RtpPacketsLost).value = 3.0;
    QCOMPARE(judge(row, kFresh, kFresh, kNow, by).reasons, QStringList{u"rtpLost"_s});
    row.reading(M::RtpPacketsLost).value = 0.0;
    QCOMPARE(judge(row, kFresh, kFresh, kNow, by).reasons, QStringList{u"rtpLost"_s});
    const QDateTime later = kNow.addSecs(120);
    const Freshness fresh{later, kFresh.expectedEvery, std::nullopt};
    QCOMPARE(memory.dueAt(), later);
    QCOMPARE(judge(row, fresh, fresh, later, by).level, L::Ok);
}

void HealthTest::anotherCatalogueHasOtherMeanings()
{
    const MetricCatalogue::Changed changed = MetricCatalogue::builtIn().changedBy(
        R"({"version": 1, "metrics": [{"name": "NetworkIn", "noData": "mayBeAbsent"}]})");
    QCOMPARE(changed.problems, QStringList());
    PipelineHealth row = goodRow();
    row.reading(M::NetworkIn) = {S::NoData, 0.0, {}};
    QCOMPARE(judged(row).level, L::Unknown);
    QCOMPARE(judge(row, kFresh, kFresh, kNow,
                   JudgedBy{HealthRules::builtIn(), changed.catalogue, nullptr})
                 .level,
             L::Ok);
}

void HealthTest::listAlertsWinsOverCloudWatchsOlderCount()
{
    PipelineHealth row = goodRow();
    row.reading(M::ActiveAlerts) = MetricReading::of(1.0, kNow.addSecs(-90));
    QCOMPARE(judged(row).level, L::Ok); // asked for free since that minute ended
    row.reading(M::ActiveAlerts).at = kNow.addSecs(-30);
    QCOMPARE(judged(row), (HealthVerdict{L::Warning, {u"alertMetric"_s}}));
    row.setAlerts = 1;
    QCOMPARE(judged(row), (HealthVerdict{L::Warning, {u"alert"_s}}));
}

void HealthTest::whateverIsUnknownTheRowIsNeverOk()
{
    // Every combination of one unknown part with random other parts.
    QRandomGenerator random(20260102);
    const QList<S> statuses{S::NotObserved,  S::Loading,    S::Value,         S::NoData,
                            S::NotPublished, S::NotRunning, S::Forbidden,     S::Failed,
                            S::Throttled,    S::Starting,   S::NotApplicable, S::NoInputYet,
                            S::Late,         S::OverBudget};
    int unknown = 0;
    for (int round = 0; round < 20000; ++round) {
        PipelineHealth row = goodRow();
        for (const M metric : kHealthMetrics) {
            if (random.bounded(4) == 0)
                row.reading(metric).status = statuses.at(random.bounded(int(statuses.size())));
        }
        if (random.bounded(6) == 0)
            row.pipelinesRunning.reset();
        if (random.bounded(6) == 0)
            row.setAlerts.reset();
        if (random.bounded(6) == 0)
            row.startedAt = kNow.addSecs(-random.bounded(300));
        const Freshness &inventory = random.bounded(6) == 0 ? kOld : kFresh;
        const Freshness &alerts = random.bounded(6) == 0 ? kOld : kFresh;
        bool known
            = inventory == kFresh && alerts == kFresh && row.pipelinesRunning && row.setAlerts;
        for (const M metric : kHealthMetrics) {
            const S raw = row.reading(metric).status;
            known &= raw != S::Forbidden && raw != S::Failed && raw != S::Throttled
                && (raw != S::NoData || healthMetricInfo(metric).isOptional());
        }
        if (known)
            continue;
        ++unknown;
        const HealthVerdict verdict = judged(row, inventory, alerts);
        QVERIFY2(verdict.level != L::Ok && verdict.level != L::Idle,
                 qPrintable(verdict.reasons.join(u' ')));
        QVERIFY(!verdict.reasons.isEmpty());
    }
    QVERIFY(unknown > 5000);
}

QTEST_APPLESS_MAIN(HealthTest)
#include "tst_health.moc"
