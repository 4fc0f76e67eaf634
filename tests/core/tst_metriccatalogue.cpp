// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metriccatalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Austria);

const MetricCatalogue &builtIn()
{
    return MetricCatalogue::builtIn();
}

} // namespace

class MetricCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedMetricIsIn_data();
    void everyDocumentedMetricIsIn();
    void everyMetricSaysEverythingInEveryLanguage_data();
    void everyMetricSaysEverythingInEveryLanguage();
    void theColumnsComeFirstInTheirOrder();
    void caseDoesNotMatter();
    void aMetricOfTomorrowStillHasATitleAndAStatistic_data();
    void aMetricOfTomorrowStillHasATitleAndAStatistic();
    void anotherLanguageFallsBackToEnglish();
    void anOperatorsFileChangesWhatItNames();
    void anOperatorsFileMayAddMetrics();
    void whatIsWrongInAnOperatorsFileIsReportedAndLeftOut_data();
    void whatIsWrongInAnOperatorsFileIsReportedAndLeftOut();
    void aCompleteCatalogueNeedsEveryColumn();
};

void MetricCatalogueTest::everyDocumentedMetricIsIn_data()
{
    QTest::addColumn<QString>("statistic");
    // aws-facts §3.2
    QTest::newRow("ActiveAlerts") << u"Maximum"_s;
    QTest::newRow("InputVideoFrameRate") << u"Maximum"_s;
    QTest::newRow("InputLossSeconds") << u"Sum"_s;
    QTest::newRow("ChannelInputErrorSeconds") << u"Sum"_s;
    QTest::newRow("RtpPacketsReceived") << u"Sum"_s;
    QTest::newRow("RtpPacketsRecoveredViaFec") << u"Sum"_s;
    QTest::newRow("RtpPacketsLost") << u"Sum"_s;
    QTest::newRow("FecRowPacketsReceived") << u"Sum"_s;
    QTest::newRow("FecColumnPacketsReceived") << u"Sum"_s;
    QTest::newRow("InputTimecodesPresent") << u"Minimum"_s;
    QTest::newRow("PrimaryInputActive") << u"Minimum"_s;
    QTest::newRow("NetworkIn") << u"Average"_s;
    QTest::newRow("NetworkOut") << u"Average"_s;
    QTest::newRow("ActiveOutputs") << u"Minimum"_s;
    QTest::newRow("FillMsec") << u"Maximum"_s;
    QTest::newRow("DroppedFrames") << u"Sum"_s;
    QTest::newRow("SvqTime") << u"Maximum"_s;
    QTest::newRow("Output4xxErrors") << u"Sum"_s;
    QTest::newRow("Output5xxErrors") << u"Sum"_s;
    QTest::newRow("OutputAudioLevelDbfs") << u"Maximum"_s;
    QTest::newRow("OutputAudioLevelLkfs") << u"Maximum"_s;
    QTest::newRow("PipelinesLocked") << u"Minimum"_s;
    QTest::newRow("MinMQCS") << u"Minimum"_s;
    QTest::newRow("MqcsBlackFrameDetected") << u"Minimum"_s;
    QTest::newRow("MqcsFreezeFrameDetected") << u"Minimum"_s;
    QTest::newRow("MqcsContinuityCounterErrors") << u"Minimum"_s;
    for (const char *flag : {"UsingSDI", "UsingHDMI", "InputLocked", "EncoderRunning",
                             "LinkedToStreamEndpoint", "Streaming", "Temperature"})
        QTest::newRow(flag) << u"Maximum"_s;
    for (const char *rate : {"ConfiguredBitrate", "EncoderBitrate", "ConfiguredBitrateAvailable"})
        QTest::newRow(rate) << u"p90"_s;
    for (const char *count :
         {"TotalPackets", "RecoveredPackets", "NotRecoveredPackets", "ErrorSeconds"})
        QTest::newRow(count) << u"Sum"_s;
}

void MetricCatalogueTest::everyDocumentedMetricIsIn()
{
    const MetricInfo *info = builtIn().find(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(info);
    QTEST(info->statistic, "statistic");
}

void MetricCatalogueTest::everyMetricSaysEverythingInEveryLanguage_data()
{
    QTest::addColumn<QString>("name");
    for (const MetricInfo &info : builtIn().metrics())
        QTest::newRow(qPrintable(info.name)) << info.name;
}

void MetricCatalogueTest::everyMetricSaysEverythingInEveryLanguage()
{
    QFETCH(QString, name);
    const MetricInfo info = builtIn().infoFor(name);
    QVERIFY(info.known);
    QVERIFY(!info.chartStatistic.isEmpty());
    QVERIFY(info.finestPeriod.count() > 0);
    for (const LocalText &text :
         {info.title, info.zeroMeaning, info.noDataMeaning, info.explanation}) {
        QVERIFY(!text.in(kEnglish).isEmpty());
        QVERIFY(text.byLanguage().contains(u"de"_s));
        QVERIFY(!text.in(kGerman).isEmpty());
    }
    QVERIFY(info.explanation.in(kEnglish) != info.explanation.in(kGerman));
    const bool device = info.applies == MetricApplies::LinkDevice;
    for (const QStringList &set : info.dimensionSets) {
        QVERIFY(set.contains(device ? u"InputDeviceId"_s : u"ChannelId"_s));
        QVERIFY(std::is_sorted(set.begin(), set.end()));
    }
}

void MetricCatalogueTest::theColumnsComeFirstInTheirOrder()
{
    QCOMPARE(kHealthMetrics.size(), std::size_t{16});
    for (std::size_t i = 0; i < kHealthMetricCount; ++i) {
        const MetricInfo &info = builtIn().metrics().at(static_cast<qsizetype>(i));
        QCOMPARE(info.column, std::optional(kHealthMetrics[i]));
        QCOMPARE(&builtIn().info(kHealthMetrics[i]), &info);
    }
    QVERIFY(healthMetricInfo(HealthMetric::ActiveOutputs).perOutputGroup());
    QVERIFY(!healthMetricInfo(HealthMetric::NetworkIn).perOutputGroup());
    QCOMPARE(healthMetricInfo(HealthMetric::InputVideoFrameRate).noData, NoDataMeaning::NoInputYet);
}

void MetricCatalogueTest::caseDoesNotMatter()
{
    QVERIFY(builtIn().find(u"UsingSdi"_s));
    QCOMPARE(builtIn().find(u"UsingSdi"_s), builtIn().find(u"UsingSDI"_s));
    QVERIFY(!builtIn().find(u"Using"_s));
}

void MetricCatalogueTest::aMetricOfTomorrowStillHasATitleAndAStatistic_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("statistic");
    QTest::newRow("HologramErrors") << u"Hologram errors"_s << u"Sum"_s;
    QTest::newRow("MqcsFillFrame") << u"Mqcs fill frame"_s << u"Minimum"_s;
    QTest::newRow("SCTEPresent") << u"SCTE present"_s << u"Minimum"_s;
    QTest::newRow("x") << u"x"_s << u"Average"_s;
    QTest::newRow("") << QString() << u"Average"_s;
}

void MetricCatalogueTest::aMetricOfTomorrowStillHasATitleAndAStatistic()
{
    QFETCH(QString, title);
    const MetricInfo info = builtIn().infoFor(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!info.known);
    QCOMPARE(info.title.in(kGerman), title);
    QTEST(info.statistic, "statistic");
    QCOMPARE(info.chartStatistic, info.statistic);
    QVERIFY(info.isOptional());
    QVERIFY(!info.explanation.in(kGerman).isEmpty());
    QVERIFY(!info.column);
}

void MetricCatalogueTest::anotherLanguageFallsBackToEnglish()
{
    const LocalText &title = healthMetricInfo(HealthMetric::FillMsec).title;
    QCOMPARE(title.in(QLocale(QLocale::Finnish)), title.in(kEnglish));
    QVERIFY(title.in(kGerman) != title.in(kEnglish));
    QCOMPARE(LocalText({{u"fr"_s, u"bonjour"_s}}).in(kEnglish), u"bonjour"_s);
    QCOMPARE(LocalText().in(kEnglish), QString());
}

void MetricCatalogueTest::anOperatorsFileChangesWhatItNames()
{
    const auto changed = builtIn().changedBy(R"({"version": 1, "metrics": [
        {"name": "svqtime", "statistic": "Average", "column": 1,
         "dimensionSets": [["Region", "Pipeline"]], "title": "Quality"}]})");
    QCOMPARE(changed.problems, QStringList());
    const MetricInfo &info = changed.catalogue.info(HealthMetric::SvqTime);
    QCOMPARE(info.name, u"SvqTime"_s);
    QCOMPARE(info.statistic, u"Average"_s);
    QCOMPARE(info.column, std::optional(HealthMetric::SvqTime));
    QCOMPARE(info.dimensionSets, (QList<QStringList>{{u"Pipeline"_s, u"Region"_s}}));
    QCOMPARE(info.title.in(kGerman), u"Quality"_s);
    QCOMPARE(info.unit, u"%"_s);
    QCOMPARE(changed.catalogue.metrics().size(), builtIn().metrics().size());
    QCOMPARE(builtIn().info(HealthMetric::SvqTime).statistic, u"Maximum"_s);
}

void MetricCatalogueTest::anOperatorsFileMayAddMetrics()
{
    const auto changed = builtIn().changedBy(R"({"version": 1, "metrics": [
        {"name": "Hologram", "statistic": "p99.5", "dimensionSets": [["ChannelId", "Pipeline"]],
         "title": {"en": "Hologram", "de": "Hologramm"}, "column": 3}]})");
    QCOMPARE(changed.problems, QStringList());
    const MetricInfo *info = changed.catalogue.find(u"Hologram"_s);
    QVERIFY(info);
    QCOMPARE(info->chartStatistic, u"p99.5"_s);
    QVERIFY(!info->column);
    QCOMPARE(changed.catalogue.metrics().size(), builtIn().metrics().size() + 1);
}

void MetricCatalogueTest::whatIsWrongInAnOperatorsFileIsReportedAndLeftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto metric = [](const char *fields) {
        return QByteArray(R"({"version": 1, "metrics": [{)") + fields + "}]}";
    };
    QTest::newRow("no JSON") << QByteArray("{") << u"at byte"_s;
    QTest::newRow("empty") << QByteArray() << u"at byte"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"object"_s;
    QTest::newRow("no version") << QByteArray("{}") << u"version"_s;
    QTest::newRow("newer") << QByteArray(R"({"version": 2})") << u"version"_s;
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, ' ') << u"larger"_s;
    QTest::newRow("no name") << metric(R"("unit": "x")") << u"metrics[0].name"_s;
    QTest::newRow("bad statistic")
        << metric(R"("name": "FillMsec", "statistic": "Median")") << u"metrics[0].statistic"_s;
    QTest::newRow("bad group") << metric(R"("name": "FillMsec", "group": "x")")
                               << u"metrics[0].group"_s;
    QTest::newRow("bad period") << metric(R"("name": "FillMsec", "finestPeriodSeconds": 0)")
                                << u"finestPeriodSeconds"_s;
    QTest::newRow("no dimension") << metric(R"("name": "FillMsec", "dimensionSets": [])")
                                  << u"dimensionSets"_s;
    QTest::newRow("dimensions of numbers")
        << metric(R"("name": "FillMsec", "dimensionSets": [[1]])") << u"dimensionSets"_s;
    QTest::newRow("new, but without a statistic")
        << metric(R"("name": "N", "title": "N", "dimensionSets": [["ChannelId"]])")
        << u"statistic"_s;
}

void MetricCatalogueTest::whatIsWrongInAnOperatorsFileIsReportedAndLeftOut()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto changed = builtIn().changedBy(json);
    QCOMPARE(changed.problems.size(), 1);
    QVERIFY2(changed.problems.first().contains(named), qPrintable(changed.problems.first()));
    QCOMPARE(changed.catalogue, builtIn());
}

void MetricCatalogueTest::aCompleteCatalogueNeedsEveryColumn()
{
    const auto parsed = MetricCatalogue::parse(R"({"version": 1, "metrics": []})");
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().size(), qsizetype(kHealthMetricCount));
}

QTEST_APPLESS_MAIN(MetricCatalogueTest)
#include "tst_metriccatalogue.moc"
