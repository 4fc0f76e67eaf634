// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/operatordata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::OperatorData;

class OperatorDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFilesEverythingIsBuiltIn()
    {
        const OperatorData data = read();
        QVERIFY(!data.metricsFile.found);
        QVERIFY(!data.pricesFile.found);
        QCOMPARE(data.problems(), QStringList());
        QCOMPARE(data.catalogue, MetricCatalogue::builtIn());
        QCOMPARE(data.prices, PriceTable::builtIn());
    }

    void metricsAreChangedAndAdded()
    {
        write(u"metrics.json"_s, R"({"version": 1, "metrics": [
            {"name": "NetworkIn", "unit": "Mbps", "statistic": "Maximum", "title": "Inbound"},
            {"name": "CustomThing", "statistic": "Sum", "kind": "count", "group": "other",
             "dimensionSets": [["ChannelId", "Pipeline"]], "title": {"en": "Custom thing"}}]})");
        const OperatorData data = read();
        QCOMPARE(data.problems(), QStringList());
        QVERIFY(data.metricsFile.found);
        const MetricInfo &changed = data.catalogue.info(HealthMetric::NetworkIn);
        QCOMPARE(changed.unit, u"Mbps"_s);
        QCOMPARE(changed.statistic, u"Maximum"_s);
        QCOMPARE(changed.title.in(), u"Inbound"_s);
        QCOMPARE(changed.explanation, healthMetricInfo(HealthMetric::NetworkIn).explanation);
        const MetricInfo added = data.catalogue.infoFor(u"CustomThing"_s);
        QVERIFY(added.known);
        QCOMPARE(added.title.in(), u"Custom thing"_s);
    }

    void pricesTakeThePlaceOfTheOthers()
    {
        write(u"prices.json"_s, R"({"version": 1, "asOf": "2026-06-01", "source": "Our contract.",
                                    "getMetricDataUsdPer1000Metrics": 0.008})");
        const OperatorData data = read();
        QCOMPARE(data.problems(), QStringList());
        QCOMPARE(data.prices.asOf, QDate(2026, 6, 1));
        QCOMPARE(data.prices.usdPer1000Metrics, 0.008);
        QCOMPARE(data.prices.freeRequestsPerMonth, PriceTable::builtIn().freeRequestsPerMonth);
    }

    void whatIsWrongIsReportedAndTheRestGoesOn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("named");
        const QString metrics = u"metrics.json"_s;
        const QString prices = u"prices.json"_s;
        QTest::newRow("metrics: no JSON") << metrics << QByteArray("{") << u"at byte"_s;
        QTest::newRow("metrics: newer")
            << metrics << QByteArray(R"({"version": 9})") << u"version"_s;
        QTest::newRow("metrics: a bad statistic")
            << metrics
            << QByteArray(
                   R"({"version": 1, "metrics": [{"name": "SvqTime", "statistic": "Mode"}]})")
            << u"metrics[0].statistic"_s;
        QTest::newRow("metrics: huge")
            << metrics << QByteArray(2 * 1024 * 1024, ' ') << u"megabyte"_s;
        QTest::newRow("metrics: binary") << metrics << QByteArray("\0\xff\x80", 3) << QString();
        QTest::newRow("prices: no JSON") << prices << QByteArray("[") << u"no JSON"_s;
        QTest::newRow("prices: no date") << prices << QByteArray("{}") << u"asOf"_s;
        QTest::newRow("prices: less than nothing")
            << prices << QByteArray(R"({"asOf": "2026-06-01", "requestsUsdPer1000": -1})")
            << u"requestsUsdPer1000"_s;
    }

    void whatIsWrongIsReportedAndTheRestGoesOn()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, named);
        write(file, content);
        const OperatorData data = read();
        QVERIFY(!data.problems().isEmpty());
        QVERIFY2(data.problems().first().contains(named), qPrintable(data.problems().first()));
        QCOMPARE(data.metricsFile.problems.isEmpty(), file != u"metrics.json"_s);
        QCOMPARE(data.catalogue, MetricCatalogue::builtIn());
        QCOMPARE(data.prices, PriceTable::builtIn());
    }

    void oneBadMetricKeepsNoOtherOut()
    {
        write(u"metrics.json"_s, R"({"version": 1, "metrics": [
            {"name": "SvqTime", "statistic": "Mode"}, {"name": "NetworkIn", "unit": "Mbps"}]})");
        const OperatorData data = read();
        QCOMPARE(data.problems().size(), 1);
        QCOMPARE(data.catalogue.info(HealthMetric::NetworkIn).unit, u"Mbps"_s);
        QCOMPARE(data.catalogue.info(HealthMetric::SvqTime),
                 healthMetricInfo(HealthMetric::SvqTime));
    }

    void cleanup()
    {
        QFile::remove(m_folder.filePath(u"metrics.json"_s));
        QFile::remove(m_folder.filePath(u"prices.json"_s));
    }

private:
    OperatorData read() const
    {
        return monitor::readOperatorData(m_folder.filePath(u"metrics.json"_s),
                                         m_folder.filePath(u"prices.json"_s));
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(OperatorDataTest)
#include "tst_operatordata.moc"
