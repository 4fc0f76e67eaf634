// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthassembly.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

Channel channel(const QString &state, const QString &channelClass, std::optional<int> running = 2)
{
    Channel one;
    one.id = u"1234567"_s;
    one.name = u"News"_s;
    one.state = state;
    one.channelClass = channelClass;
    one.pipelinesRunning = running;
    return one;
}

ChannelAlert alert(const QString &type, const QString &pipeline, const QString &state = u"SET"_s)
{
    ChannelAlert one;
    one.id = u"1"_s;
    one.alertType = type;
    one.pipelineId = pipeline;
    one.state = state;
    one.setAt = kNow;
    return one;
}

PipelineReadings noReadings(const QString &)
{
    return {};
}

Observed<QList<ChannelAlert>> observed(const QList<ChannelAlert> &alerts)
{
    return {alerts, {kNow, 10s, std::nullopt}};
}

} // namespace

class HealthAssemblyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningChannelGivesARowPerPipeline_data()
    {
        QTest::addColumn<QString>("channelClass");
        QTest::addColumn<QStringList>("pipelines");
        QTest::newRow("standard") << u"STANDARD"_s << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("single") << u"SINGLE_PIPELINE"_s << QStringList{u"0"_s};
        QTest::newRow("unknown class shows both") << u"TRIPLE"_s << QStringList{u"0"_s, u"1"_s};
    }
    void aRunningChannelGivesARowPerPipeline()
    {
        QFETCH(QString, channelClass);
        QFETCH(QStringList, pipelines);
        const auto rows = monitor::assembleHealth(channel(u"RUNNING"_s, channelClass), observed({}),
                                                  noReadings);
        QStringList found;
        for (const PipelineHealth &row : rows)
            found.append(row.pipeline);
        QCOMPARE(found, pipelines);
    }

    void aChannelThatDoesNotRunSaysSoInsteadOfZero_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state :
             {"IDLE", "STARTING", "STOPPING", "CREATE_FAILED", "UPDATING", "NEW"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }
    void aChannelThatDoesNotRunSaysSoInsteadOfZero()
    {
        QFETCH(QString, state);
        const auto rows
            = monitor::assembleHealth(channel(state, u"STANDARD"_s), observed({}), noReadings);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().pipeline.isEmpty());
        for (const MetricReading &reading : rows.first().readings) {
            QCOMPARE(reading.status, ReadingStatus::NotRunning);
            QVERIFY(!reading.hasValue());
        }
    }

    void alertsBelongToTheirLegOrToBoth()
    {
        const auto rows = monitor::assembleHealth(
            channel(u"RUNNING"_s, u"STANDARD"_s),
            observed({alert(u"Input Failed Over"_s, u"0"_s), alert(u"Video Not Detected"_s, u"1"_s),
                      alert(u"Something Else"_s, u""_s)}),
            noReadings);
        QCOMPARE(rows.at(0).setAlerts, 2);
        QCOMPARE(rows.at(1).setAlerts, 2);
        QVERIFY(!rows.at(0).criticalAlert);
        QVERIFY(rows.at(1).criticalAlert);
        QCOMPARE(rows.at(1).worstAlert, u"Video Not Detected"_s);
    }

    void clearedAlertsDontCount()
    {
        const auto rows = monitor::assembleHealth(
            channel(u"RUNNING"_s, u"STANDARD"_s),
            observed({alert(u"Video Not Detected"_s, u"0"_s, u"CLEARED"_s)}), noReadings);
        QCOMPARE(rows.at(0).setAlerts, 0);
    }

    void alertsNobodyAskedForAreUnknownNotZero()
    {
        const auto rows
            = monitor::assembleHealth(channel(u"RUNNING"_s, u"STANDARD"_s), {}, noReadings);
        QVERIFY(!rows.at(0).setAlerts.has_value());
    }

    void eachLegNamesItsInputAndSaysWhenItIsNotTheUsualOne_data()
    {
        QTest::addColumn<QString>("leg0");
        QTest::addColumn<QString>("leg1");
        QTest::addColumn<bool>("differs");
        QTest::addColumn<bool>("secondary0");
        QTest::newRow("both main") << u"main"_s << u"main"_s << false << false;
        QTest::newRow("both backup") << u"backup"_s << u"backup"_s << false << true;
        QTest::newRow("legs differ") << u"backup"_s << u"main"_s << true << true;
        QTest::newRow("other leg unknown") << u"main"_s << QString() << false << false;
        QTest::newRow("not told") << QString() << u"main"_s << false << false;
        QTest::newRow("unheard-of") << u"studio"_s << u"studio"_s << false << false;
    }

    void eachLegNamesItsInputAndSaysWhenItIsNotTheUsualOne()
    {
        QFETCH(QString, leg0);
        QFETCH(QString, leg1);
        Channel one = channel(u"RUNNING"_s, u"STANDARD"_s);
        one.inputAttachments = {{u"main"_s, u"10"_s, u"11"_s, u"PRIMARY_INPUT_PREFERRED"_s},
                                {u"backup"_s, u"11"_s, {}, {}}};
        monitor::ChannelDescription told;
        told.pipelineDetails = {{u"0"_s, leg0, {}}, {u"1"_s, leg1, {}}};
        told.traits.hasHttpOutput = true;
        const Channel described = monitor::withDescription(one, {told, {kNow, 60s, std::nullopt}});
        const auto rows = monitor::assembleHealth(described, {}, noReadings);
        QCOMPARE(rows.at(0).activeInput, leg0);
        QCOMPARE(rows.at(1).activeInput, leg1);
        QTEST(rows.at(0).activeInputDiffers, "differs");
        QTEST(rows.at(0).onSecondaryInput, "secondary0");
        QCOMPARE(rows.at(0).traits.hasHttpOutput, std::optional(true));
        QVERIFY(!rows.at(0).traits.lockingConfigured.has_value());
    }

    void whatWasNeverDescribedStaysUnknown()
    {
        const Channel one = channel(u"RUNNING"_s, u"STANDARD"_s);
        QCOMPARE(monitor::withDescription(one, {}), one);
        const auto rows = monitor::assembleHealth(one, {}, noReadings);
        QVERIFY(rows.at(0).activeInput.isEmpty());
        QCOMPARE(rows.at(0).traits, ChannelTraits());
    }

    void aStoppedChannelHasNoActiveInput()
    {
        monitor::ChannelDescription told;
        told.pipelineDetails = {{u"0"_s, u"main"_s, {}}};
        const Channel stopped = monitor::withDescription(channel(u"IDLE"_s, u"STANDARD"_s, 0),
                                                         {told, {kNow, 60s, std::nullopt}});
        QVERIFY(stopped.pipelineDetails.isEmpty());
    }

    void aRegionsNewerErrorReachesItsRows()
    {
        ApiError error;
        error.category = ErrorCategory::Network;
        error.at = kNow.addSecs(10);
        const Freshness own{kNow, 10s, std::nullopt};
        QVERIFY(monitor::withRegionError(own, {kNow, 10s, error}).error.has_value());
        error.at = kNow.addSecs(-10);
        QVERIFY(!monitor::withRegionError(own, {kNow, 10s, error}).error.has_value());
        QVERIFY(monitor::withRegionError({}, {kNow, 10s, error}).error.has_value());
    }
};

QTEST_GUILESS_MAIN(HealthAssemblyTest)
#include "tst_healthassembly.moc"
