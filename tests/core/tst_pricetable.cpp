// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pricetable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

class PriceTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInTableHasADateAndASource()
    {
        const PriceTable &table = PriceTable::builtIn();
        QVERIFY(table.asOf.isValid());
        QVERIFY(!table.source.isEmpty());
        QCOMPARE(table.metricsUsd(1000), 0.01); // aws-facts §2.8
        QCOMPARE(table.freeRequestsPerMonth, 1000000);
    }

    void anOverrideChangesOnlyWhatItNames()
    {
        const auto changed = PriceTable::builtIn().changedBy(
            R"({"asOf":"2027-01-31","source":"our contract","getMetricDataUsdPer1000Metrics":0.02})");
        QVERIFY(changed.hasValue());
        QCOMPARE(changed->asOf, QDate(2027, 1, 31));
        QCOMPARE(changed->source, u"our contract"_s);
        QCOMPARE(changed->metricsUsd(500), 0.01);
        QCOMPARE(changed->freeRequestsPerMonth, PriceTable::builtIn().freeRequestsPerMonth);
    }

    void whatWasEnteredComesBackFromTheFile()
    {
        PriceTable table = PriceTable::builtIn();
        table.usdPer1000Requests = 0.0125;
        table.source = u"\"quoted\" & more"_s;
        QCOMPARE(PriceTable::parse(table.toJson()).value(), table);
    }

    void badFilesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *tag, const QByteArray &json, const QString &named) {
            QTest::newRow(tag) << json << named;
        };
        row("empty", "", u"no JSON"_s);
        row("cut off", "{\"asOf\":\"2026-01-0", u"no JSON"_s);
        row("array", "[]", u"object"_s);
        row("no date", R"({"requestsUsdPer1000":0.01})", u"asOf"_s);
        row("no such date", R"({"asOf":"2026-02-30"})", u"asOf"_s);
        row("negative", R"({"asOf":"2026-01-01","getMetricDataUsdPer1000Metrics":-1})",
            u"getMetricDataUsdPer1000Metrics"_s);
        row("absurd", R"({"asOf":"2026-01-01","requestsUsdPer1000":1e300})",
            u"requestsUsdPer1000"_s);
        row("text", R"({"asOf":"2026-01-01","freeRequestsPerMonth":"many"})",
            u"freeRequestsPerMonth"_s);
        row("newer", R"({"version":2,"asOf":"2026-01-01"})", u"version"_s);
    }
    void badFilesChangeNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto changed = PriceTable::builtIn().changedBy(json);
        QVERIFY(!changed.hasValue());
        QVERIFY2(changed.error().join(u' ').contains(named),
                 qPrintable(changed.error().join(u' ')));
        QVERIFY(!PriceTable::parse(json).hasValue());
    }

    void aCompleteTableNeedsEveryPrice()
    {
        const auto table = PriceTable::parse(R"({"asOf":"2026-01-01","requestsUsdPer1000":0.01})");
        QVERIFY(!table.hasValue());
        QCOMPARE(table.error().size(), 2);
    }

    void requestsCostOnlyBeyondTheFreeOnesOfTheAccount_data()
    {
        QTest::addColumn<qint64>("own");
        QTest::addColumn<qint64>("account");
        QTest::addColumn<double>("usd");
        QTest::newRow("none") << qint64{0} << qint64{0} << 0.0;
        QTest::newRow("all free") << qint64{1000000} << qint64{1000000} << 0.0;
        QTest::newRow("beyond") << qint64{1100000} << qint64{1100000} << 1.0;
        QTest::newRow("shared") << qint64{550000} << qint64{1100000} << 0.5;
        QTest::newRow("account not known yet") << qint64{1100000} << qint64{0} << 1.0;
    }
    void requestsCostOnlyBeyondTheFreeOnesOfTheAccount()
    {
        QFETCH(qint64, own);
        QFETCH(qint64, account);
        QFETCH(double, usd);
        QCOMPARE(PriceTable::builtIn().usd({0, own}, account), usd);
    }
};

QTEST_APPLESS_MAIN(PriceTableTest)
#include "tst_pricetable.moc"
