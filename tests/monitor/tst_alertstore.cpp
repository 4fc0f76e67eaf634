// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/alertstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::AlertStore;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
const auto kChannel = u"1234567"_s;

ChannelAlert alert(const QString &id, int setSeconds = -60, int clearedSeconds = 1)
{
    ChannelAlert one;
    one.channelId = kChannel;
    one.id = id;
    one.alertType = u"Video Not Detected"_s;
    one.pipelineId = u"0"_s;
    one.setAt = kNow.addSecs(setSeconds);
    one.state = clearedSeconds > 0 ? u"SET"_s : u"CLEARED"_s;
    if (clearedSeconds <= 0)
        one.clearedAt = kNow.addSecs(clearedSeconds);
    return one;
}

AlertEnding endingOf(const AlertStore &store, const QString &id)
{
    for (const AlertRecord &record : store.records(kChannel)) {
        if (record.alert.id == id)
            return record.ending;
    }
    qFatal("no record of alert %s", qPrintable(id));
}

} // namespace

class AlertStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertIsToldOnceWhenItIsSetAndOnceWhenItEnds()
    {
        AlertStore store;
        QCOMPARE(store.take(kChannel, {alert(u"a"_s)}, kNow).size(), 1);
        QCOMPARE(store.take(kChannel, {alert(u"a"_s)}, kNow.addSecs(10)).size(), 0);
        QCOMPARE(store.setAlerts(kChannel).size(), 1);
        const auto ended = store.take(kChannel, {alert(u"a"_s, -60, 0)}, kNow.addSecs(20));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().ending, AlertEnding::Recovered);
        QCOMPARE(ended.first().lastSeenSet, kNow.addSecs(10));
        QCOMPARE(ended.first().endSeen, kNow.addSecs(20));
        QVERIFY(store.setAlerts(kChannel).isEmpty());
        QCOMPARE(store.take(kChannel, {alert(u"a"_s, -60, 0)}, kNow.addSecs(30)).size(), 0);
        // After five minutes AWS forgets; nothing of it changes here.
        QCOMPARE(store.take(kChannel, {}, kNow.addSecs(600)).size(), 0);
        QCOMPARE(endingOf(store, u"a"_s), AlertEnding::Recovered);
    }

    void howAVanishedAlertEndedDependsOnHowLongNobodyLooked_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<AlertEnding>("ending");
        QTest::newRow("AWS should have told") << 20 << AlertEnding::Unknown;
        QTest::newRow("still should") << 300 << AlertEnding::Unknown;
        QTest::newRow("nobody looked") << 301 << AlertEnding::Gone;
    }

    void howAVanishedAlertEndedDependsOnHowLongNobodyLooked()
    {
        QFETCH(int, seconds);
        AlertStore store;
        store.take(kChannel, {alert(u"a"_s)}, kNow);
        QCOMPARE(store.take(kChannel, {}, kNow.addSecs(seconds)).size(), 1);
        QTEST(endingOf(store, u"a"_s), "ending");
    }

    void recoveredIsNotChannelStopped_data()
    {
        QTest::addColumn<int>(
            "clearedSeconds"); // relative to when the channel last was seen running
        QTest::addColumn<bool>("running");
        QTest::addColumn<AlertEnding>("ending");
        QTest::newRow("runs on") << -5 << true << AlertEnding::Recovered;
        QTest::newRow("recovered, then stopped") << -5 << false << AlertEnding::Recovered;
        QTest::newRow("cleared by the stop") << 0 << false << AlertEnding::ChannelStopped;
    }

    void recoveredIsNotChannelStopped()
    {
        QFETCH(int, clearedSeconds);
        QFETCH(bool, running);
        AlertStore store;
        store.take(kChannel, {alert(u"a"_s)}, kNow.addSecs(-10));
        store.take(kChannel, {alert(u"a"_s, -60, clearedSeconds)}, kNow.addSecs(10),
                   running ? QDateTime() : kNow);
        QTEST(endingOf(store, u"a"_s), "ending");
    }

    void stoppingEndsWhatAwsStillCallsSet()
    {
        AlertStore store;
        store.take(kChannel, {alert(u"a"_s), alert(u"b"_s, -60, -30)}, kNow);
        const auto changed = store.channelStopped(kChannel, kNow.addSecs(5));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().ending, AlertEnding::ChannelStopped);
        QCOMPARE(endingOf(store, u"b"_s), AlertEnding::Recovered);
        QVERIFY(store.channelStopped(kChannel, kNow.addSecs(6)).isEmpty());
    }

    void anIdUsedAgainIsAnotherAlertAndMeansARestart()
    {
        AlertStore store;
        store.take(kChannel, {alert(u"1"_s, -600), alert(u"2"_s, -500)}, kNow);
        store.take(kChannel, {alert(u"1"_s, 20)}, kNow.addSecs(30));
        const QList<AlertRecord> records = store.records(kChannel);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0).alert.setAt, kNow.addSecs(20));
        QVERIFY(records.at(0).isSet());
        QCOMPARE(records.at(1).ending, AlertEnding::ChannelStopped);
        QCOMPARE(records.at(2).ending, AlertEnding::ChannelStopped);
    }

    void repeatedEntriesCountOnceAndClearedWins()
    {
        AlertStore store;
        const auto changed
            = store.take(kChannel, {alert(u"a"_s), alert(u"a"_s, -60, 0), alert(u"a"_s)}, kNow);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(endingOf(store, u"a"_s), AlertEnding::Recovered);
    }

    void awsTakingItBackMakesItSetAgain()
    {
        AlertStore store;
        store.take(kChannel, {alert(u"a"_s, -60, 0)}, kNow);
        QCOMPARE(store.take(kChannel, {alert(u"a"_s)}, kNow.addSecs(10)).size(), 1);
        QVERIFY(store.records(kChannel).first().isSet());
        QVERIFY(!store.records(kChannel).first().endSeen.isValid());
    }

    void aWrongClockChangesNothingAboutWhatIsSet()
    {
        AlertStore store;
        store.take(kChannel, {alert(u"future"_s, 86400), alert(u"past"_s, -864000)}, kNow);
        store.take(kChannel, {alert(u"future"_s, 86400), alert(u"past"_s, -864000)},
                   kNow.addDays(-3));
        QCOMPARE(store.setAlerts(kChannel).size(), 2);
    }

    void endedAlertsAreKeptADayAndNeverTooMany()
    {
        AlertStore store;
        QList<ChannelAlert> many;
        for (int i = 0; i < 500; ++i)
            many.append(alert(QString::number(i), -1000 + i, 0));
        many.append(alert(u"set"_s));
        store.take(kChannel, many, kNow);
        QCOMPARE(store.records(kChannel).size(), 201);
        QVERIFY(store.records(kChannel).first().isSet());
        store.take(kChannel, {alert(u"set"_s)}, kNow.addSecs(86401));
        QCOMPARE(store.records(kChannel).size(), 1);
        store.retain({kChannel});
        QCOMPARE(store.records(kChannel).size(), 1);
        store.retain({u"7654321"_s}); // the channel is deleted
        QVERIFY(store.records(kChannel).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AlertStoreTest)
#include "tst_alertstore.moc"
