// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/healthrules.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

const QDateTime kNow(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

const HealthRules &builtIn()
{
    return HealthRules::builtIn();
}

PipelineHealth runningRow()
{
    PipelineHealth row;
    row.channelState = u"RUNNING"_s;
    row.pipeline = u"0"_s;
    row.lockingExpected = true;
    row.pipelinesRunning = 2;
    row.pipelinesExpected = 2;
    row.setAlerts = 0;
    return row;
}

QStringList reasonsOf(const HealthRules &rules, const PipelineHealth &row)
{
    QStringList reasons;
    rules.apply(row, false, kNow,
                [&reasons](HealthLevel, const QString &reason) { reasons << reason; });
    return reasons;
}

} // namespace

class HealthRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasATitleInEveryLanguage();
    void comparisonsAreAsWritten_data();
    void comparisonsAreAsWritten();
    void anOperatorsFileChangesStrictnessOnly();
    void aDisabledRuleFindsNothing();
    void lockingIsJudgedOnlyWhereItApplies();
    void inputTroubleAndQualityHaveRules_data();
    void inputTroubleAndQualityHaveRules();
    void readingsAreJudgedOneByOne();
    void anUnsteadyFrameRateIsAWarning_data();
    void anUnsteadyFrameRateIsAWarning();
    void theDifferenceMakesTheSameRulesAgain();
    void whatIsWrongIsReportedAndLeftOut_data();
    void whatIsWrongIsReportedAndLeftOut();
    void rulesWithoutSenseAreRefused();
};

void HealthRulesTest::everyRuleHasATitleInEveryLanguage()
{
    QVERIFY(builtIn().rules().size() >= 16);
    QCOMPARE(builtIn().grace(), 120s);
    for (const HealthRule &rule : builtIn().rules()) {
        QVERIFY2(rule.title.byLanguage().contains(u"en"_s), qPrintable(rule.id));
        QVERIFY2(rule.title.byLanguage().contains(u"de"_s), qPrintable(rule.id));
        QVERIFY(!rule.reason.isEmpty());
    }
}

void HealthRulesTest::comparisonsAreAsWritten_data()
{
    QTest::addColumn<RuleComparison>("comparison");
    QTest::addColumn<bool>("below");
    QTest::addColumn<bool>("equal");
    QTest::addColumn<bool>("above");
    QTest::newRow("above") << RuleComparison::Above << false << false << true;
    QTest::newRow("at least") << RuleComparison::AtLeast << false << true << true;
    QTest::newRow("below") << RuleComparison::Below << true << false << false;
    QTest::newRow("at most") << RuleComparison::AtMost << true << true << false;
}

void HealthRulesTest::comparisonsAreAsWritten()
{
    HealthRule rule;
    rule.threshold = 5.0;
    QFETCH(RuleComparison, comparison);
    rule.comparison = comparison;
    QTEST(rule.isMetBy(4.9), "below");
    QTEST(rule.isMetBy(5.0), "equal");
    QTEST(rule.isMetBy(5.1), "above");
    QVERIFY(!rule.isMetBy(std::numeric_limits<double>::quiet_NaN()));
}

void HealthRulesTest::anOperatorsFileChangesStrictnessOnly()
{
    const auto changed = builtIn().changedBy(R"({"version": 1, "graceSeconds": 30, "rules": [
        {"id": "svq", "threshold": 10, "level": "critical", "metric": "FillMsec",
         "comparison": "below", "title": {"en": "x"}}]})");
    QCOMPARE(changed.problems, QStringList());
    QCOMPARE(changed.rules.grace(), 30s);
    const HealthRule *rule = changed.rules.find(u"svq"_s);
    QCOMPARE(rule->threshold, 10.0);
    QCOMPARE(rule->level, HealthLevel::Critical);
    QCOMPARE(rule->metric, HealthMetric::SvqTime);
    QCOMPARE(rule->comparison, RuleComparison::Above);
    QCOMPARE(rule->title, builtIn().find(u"svq"_s)->title);

    PipelineHealth row = runningRow();
    row.reading(HealthMetric::SvqTime) = MetricReading::of(8.0, kNow);
    QCOMPARE(reasonsOf(builtIn(), row), QStringList{u"svq"_s});
    QCOMPARE(reasonsOf(changed.rules, row), QStringList());
}

void HealthRulesTest::aDisabledRuleFindsNothing()
{
    const auto changed = builtIn().changedBy(
        R"({"version": 1, "rules": [{"id": "pipelinesMissing", "enabled": false}]})");
    PipelineHealth row = runningRow();
    row.pipelinesRunning = 1;
    QCOMPARE(reasonsOf(builtIn(), row), QStringList{u"pipelines"_s});
    QCOMPARE(reasonsOf(changed.rules, row), QStringList());
}

void HealthRulesTest::lockingIsJudgedOnlyWhereItApplies()
{
    PipelineHealth row = runningRow();
    row.reading(HealthMetric::PipelinesLocked) = MetricReading::of(0.0, kNow);
    QCOMPARE(reasonsOf(builtIn(), row), QStringList()); // nobody has told whether they are to be
    row.traits.lockingConfigured = true;
    QCOMPARE(reasonsOf(builtIn(), row), QStringList{u"pipelinesLocked"_s});
    row.traits.lockingConfigured = false;
    QCOMPARE(reasonsOf(builtIn(), row), QStringList());
    row.traits.lockingConfigured = true;
    row.pipelinesRunning = 1; // said by another rule
    QVERIFY(!reasonsOf(builtIn(), row).contains(u"pipelinesLocked"_s));
    row.pipelinesRunning = 2;
    row.lockingExpected = false;
    QCOMPARE(reasonsOf(builtIn(), row), QStringList());
}

void HealthRulesTest::inputTroubleAndQualityHaveRules_data()
{
    QTest::addColumn<HealthMetric>("metric");
    QTest::addColumn<double>("good");
    QTest::addColumn<double>("bad");
    QTest::addColumn<std::chrono::seconds>("forAtLeast");
    QTest::addColumn<std::chrono::seconds>("heldFor");
    QTest::newRow("rtpLost") << HealthMetric::RtpPacketsLost << 0.0 << 1.0 << 0s << 120s;
    QTest::newRow("inputErrors") << HealthMetric::ChannelInputErrorSeconds << 0.0 << 1.0 << 0s
                                 << 120s;
    QTest::newRow("mediaQuality") << HealthMetric::MinMqcs << 75.0 << 74.9 << 120s << 0s;
}

void HealthRulesTest::inputTroubleAndQualityHaveRules()
{
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    QFETCH(HealthMetric, metric);
    QFETCH(double, good);
    QFETCH(double, bad);
    const HealthRule *rule = builtIn().find(id);
    QVERIFY(rule && rule->enabled);
    QCOMPARE(rule->metric, metric);
    QCOMPARE(rule->level, HealthLevel::Warning);
    QTEST(rule->forAtLeast, "forAtLeast");
    QTEST(rule->heldFor, "heldFor");
    PipelineHealth row = runningRow();
    row.reading(metric) = MetricReading::of(good, kNow);
    QCOMPARE(reasonsOf(builtIn(), row), QStringList());
    row.reading(metric) = MetricReading::of(bad, kNow);
    QCOMPARE(reasonsOf(builtIn(), row), QStringList{id}); // a look that is the only one
    row.reading(metric) = {ReadingStatus::NoData, bad, {}};
    QCOMPARE(reasonsOf(builtIn(), row), QStringList());
}

void HealthRulesTest::readingsAreJudgedOneByOne()
{
    PipelineHealth row = runningRow();
    row.setAlerts = 1;
    row.reading(HealthMetric::FillMsec) = MetricReading::of(1.0, kNow);
    row.reading(HealthMetric::ActiveAlerts) = MetricReading::of(1.0, kNow);
    row.reading(HealthMetric::RtpPacketsLost) = MetricReading::of(1.0, kNow);
    const auto levelOf = [&row](HealthMetric metric, const RuleMemory *memory) {
        return builtIn().levelOfReading(row, metric, false, kNow, memory);
    };
    QCOMPARE(levelOf(HealthMetric::FillMsec, nullptr), HealthLevel::Warning);
    QCOMPARE(levelOf(HealthMetric::NetworkIn, nullptr), HealthLevel::Ok);
    QCOMPARE(levelOf(HealthMetric::ActiveAlerts, nullptr), HealthLevel::Warning);
    // What has periods counts as it is remembered.
    RuleMemory memory;
    QCOMPARE(levelOf(HealthMetric::RtpPacketsLost, &memory), HealthLevel::Ok);
    memory = builtIn().remember(memory, row, false, kNow, kNow);
    QCOMPARE(levelOf(HealthMetric::RtpPacketsLost, &memory), HealthLevel::Warning);
    memory = builtIn().remember(memory, row, true, kNow, kNow); // it starts: nothing counts
    QVERIFY(memory.isEmpty());
}

void HealthRulesTest::anUnsteadyFrameRateIsAWarning_data()
{
    QTest::addColumn<std::optional<double>>("dip");
    QTest::addColumn<QStringList>("reasons");
    QTest::newRow("not known") << std::optional<double>() << QStringList();
    QTest::newRow("steady") << std::optional(0.0) << QStringList();
    QTest::newRow("as steady as cameras are") << std::optional(4.0) << QStringList();
    QTest::newRow("unsteady") << std::optional(6.0) << QStringList(u"frameRateUnstable"_s);
    QTest::newRow("gone for a while")
        << std::optional(100.0) << QStringList(u"frameRateUnstable"_s);
}

void HealthRulesTest::anUnsteadyFrameRateIsAWarning()
{
    QFETCH(std::optional<double>, dip);
    QFETCH(QStringList, reasons);
    PipelineHealth row = runningRow();
    MetricReading &reading = row.reading(HealthMetric::InputVideoFrameRate);
    reading = MetricReading::of(25.0, kNow);
    reading.dipPercent = dip;
    QCOMPARE(reasonsOf(builtIn(), row), reasons);
    QCOMPARE(builtIn().levelOfReading(row, HealthMetric::InputVideoFrameRate, false, kNow, nullptr),
             reasons.isEmpty() ? HealthLevel::Ok : HealthLevel::Warning);
    // While there is no video at all, that is what is said.
    reading.value = 0.0;
    reading.dipPercent.reset();
    QCOMPARE(reasonsOf(builtIn(), row), QStringList(u"frameRate"_s));
}

void HealthRulesTest::theDifferenceMakesTheSameRulesAgain()
{
    HealthRules rules = builtIn();
    HealthRule rule = *rules.find(u"fill"_s);
    rule.threshold = 500.5;
    rule.level = HealthLevel::Critical;
    rules.replace(rule);
    rule = *rules.find(u"output5xx"_s);
    rule.enabled = false;
    rules.replace(rule);
    rule = *rules.find(u"inputLoss"_s);
    rule.forAtLeast = 180s;
    rule.heldFor = 600s;
    rules.replace(rule);
    rule = *rules.find(u"rtpLost"_s);
    rule.heldFor = 0s;
    rules.replace(rule);
    rules.setGrace(45s);
    const auto again = builtIn().changedBy(rules.differenceTo(builtIn()));
    QCOMPARE(again.problems, QStringList());
    QCOMPARE(again.rules, rules);
    QCOMPARE(builtIn().changedBy(builtIn().differenceTo(builtIn())).rules, builtIn());
}

void HealthRulesTest::whatIsWrongIsReportedAndLeftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto rule = [](const char *fields) {
        return QByteArray(R"({"version": 1, "rules": [{)") + fields + "}]}";
    };
    QTest::newRow("no JSON") << QByteArray("{") << u"at byte"_s;
    QTest::newRow("newer") << QByteArray(R"({"version": 2})") << u"version"_s;
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, ' ') << u"larger"_s;
    QTest::newRow("endless grace")
        << QByteArray(R"({"version": 1, "graceSeconds": 1000000})") << u"graceSeconds"_s;
    QTest::newRow("no id") << rule(R"("level": "warning")") << u"rules[0].id"_s;
    QTest::newRow("no such rule") << rule(R"("id": "moon")") << u"rules[0].id"_s;
    QTest::newRow("never green") << rule(R"("id": "fill", "level": "ok")") << u"level"_s;
    QTest::newRow("longer than an hour")
        << rule(R"("id": "fill", "forSeconds": 3601)") << u"forSeconds"_s;
    QTest::newRow("held for less than nothing")
        << rule(R"("id": "fill", "holdSeconds": -1)") << u"holdSeconds"_s;
    QTest::newRow("a word for a number")
        << rule(R"("id": "fill", "threshold": "x")") << u"threshold"_s;
}

void HealthRulesTest::whatIsWrongIsReportedAndLeftOut()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto changed = builtIn().changedBy(json);
    QCOMPARE(changed.problems.size(), 1);
    QVERIFY2(changed.problems.first().contains(named), qPrintable(changed.problems.first()));
    QCOMPARE(changed.rules, builtIn());
}

void HealthRulesTest::rulesWithoutSenseAreRefused()
{
    QVERIFY(!HealthRules::parse(R"({"version": 1, "rules": []})"));
    QVERIFY(!HealthRules::parse(R"({"version": 1, "rules": [{"id": "a"}, {"id": "a"}]})"));
    QVERIFY(!HealthRules::parse(R"({"version": 1, "rules": [{"id": "a", "metric": "Moon"}]})"));
}

QTEST_APPLESS_MAIN(HealthRulesTest)
#include "tst_healthrules.moc"
