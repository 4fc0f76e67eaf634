// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/demofixture.h"
#include "monitor/ratelimiterpool.h"
#include "monitor/tablefetch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::ExportTable;
using monitor::TableContent;
using tests::DemoFixture;

class TableFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputsBringInputsAndTheNamesOfChannels()
    {
        DemoFixture demo;
        const TableContent content = fetch(demo, ExportTable::Inputs);
        QCOMPARE(content.inputs.size(), 30);
        QCOMPARE(content.channels.size(), 24);
        QVERIFY(content.errors.isEmpty());
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"ListAlerts"_s), 0);
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"GetMetricData"_s), 0);
    }

    void channelsAskForNothingElse()
    {
        DemoFixture demo;
        QCOMPARE(fetch(demo, ExportTable::Channels).channels.size(), 24);
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"ListInputs"_s), 0);
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"ListAlerts"_s), 0);
    }

    void alertsAreAskedOfEveryRunningChannelAndNoOther_data()
    {
        QTest::addColumn<ExportTable>("table");
        QTest::newRow("alerts") << ExportTable::Alerts;
        QTest::newRow("health, also where CloudWatch counts none") << ExportTable::Health;
    }
    void alertsAreAskedOfEveryRunningChannelAndNoOther()
    {
        QFETCH(ExportTable, table);
        DemoFixture demo;
        const TableContent content = fetch(demo, table);
        int running = 0;
        for (const Channel &channel : content.channels)
            running += channel.isRunning() ? 1 : 0;
        QCOMPARE(demo.region().faults().counts().byOperation.value(u"ListAlerts"_s), running);
    }

    void healthHasRowsReadingsAndAlertCounts()
    {
        DemoFixture demo;
        const TableContent content = fetch(demo, ExportTable::Health);
        QVERIFY(content.errors.isEmpty());
        QVERIFY(content.health.size() >= content.channels.size());
        for (const PipelineHealth &row : content.health) {
            if (row.pipeline.isEmpty())
                continue;
            QVERIFY(row.setAlerts.has_value());
            QVERIFY(row.reading(HealthMetric::NetworkOut).status != ReadingStatus::NotObserved);
            QVERIFY(row.reading(HealthMetric::NetworkOut).status != ReadingStatus::Loading);
        }
    }

    void aDeniedTableSaysWhy()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListChannels"_s);
        const TableContent content = fetch(demo, ExportTable::Channels);
        QVERIFY(!content.hasRows());
        QVERIFY(!content.answered);
        QCOMPARE(content.errors.size(), 1);
        QCOMPARE(content.errors.first().category, ErrorCategory::Forbidden);
    }

    void deniedMetricsLeaveTheRestOfHealth()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"GetMetricData"_s);
        const TableContent content = fetch(demo, ExportTable::Health);
        QVERIFY(!content.health.isEmpty());
        QCOMPARE(content.errors.size(), 1);
        for (const PipelineHealth &row : content.health) {
            if (!row.pipeline.isEmpty())
                QVERIFY(!row.reading(HealthMetric::NetworkOut).hasValue());
        }
    }

    void anEndpointWithoutAlertsIsNotARegionWithoutAlerts_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("errors"); // of each running channel
        QTest::newRow("a 404 of anybody") << QString() << 1;
        QTest::newRow("no such call") << u"UnknownOperationException"_s << 1;
        QTest::newRow("the channel is gone") << u"NotFoundException"_s << 0;
    }
    void anEndpointWithoutAlertsIsNotARegionWithoutAlerts()
    {
        QFETCH(QString, code);
        QFETCH(int, errors);
        DemoFixture demo;
        // Without metrics nothing but ListAlerts can say that a channel is quiet.
        demo.region().faults().setForbidden(u"GetMetricData"_s);
        demo.region().faults().failNext(1000, 404, code, u"ListAlerts"_s);
        const TableContent content = fetch(demo, ExportTable::Health);
        int running = 0;
        for (const Channel &channel : content.channels) {
            running += channel.isRunning() ? 1 : 0;
            QVERIFY(!content.alertFreshness.value(channel.id).observedAt.isValid());
        }
        QVERIFY(running > 0);
        QCOMPARE(content.errors.size(), 1 + errors * running);
        for (const PipelineHealth &row : content.health)
            QVERIFY(!row.setAlerts.has_value());
    }

    void noSecretIsAnErrorOfItsOwn()
    {
        DemoFixture demo;
        demo.secrets().discard(demo.profile().id);
        const TableContent content = fetch(demo, ExportTable::Channels);
        QCOMPARE(content.secretProblem, monitor::SecretProblem::NotFound);
        QCOMPARE(content.errors.first().category, ErrorCategory::Credentials);
    }

private:
    TableContent fetch(DemoFixture &demo, ExportTable table)
    {
        monitor::RateLimiterPool limiters(demo.clock());
        monitor::TableFetch fetch(demo.profile(), table, demo.secrets(), limiters, demo.clock());
        QSignalSpy finished(&fetch, &monitor::TableFetch::finished);
        fetch.start();
        return QTest::qWaitFor([&] { return finished.count() == 1; }, 30000) ? fetch.content()
                                                                             : TableContent();
    }
};

QTEST_GUILESS_MAIN(TableFetchTest)
#include "tst_tablefetch.moc"
