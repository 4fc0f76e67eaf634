// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stateledger.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

namespace {

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000 + seconds, Qt::UTC);
}

Channel channel(const QString &state, int pipelines = 2)
{
    Channel channel;
    channel.id = u"1"_s;
    channel.state = state;
    channel.pipelinesRunning = pipelines;
    return channel;
}

} // namespace

class StateLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLookDoesNotTellWhenTheStateBegan()
    {
        StateLedger ledger;
        const auto first = ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        QVERIFY(first);
        QCOMPARE(*first, (StateSince{u"RUNNING"_s, 2, at(0), false, {}}));
        QVERIFY(!ledger.observe(channel(u"RUNNING"_s), at(10), 10s));
        QCOMPARE(ledger.since(u"1"_s), *first);
    }

    void aChangeThatWasSeenHasItsTime()
    {
        StateLedger ledger;
        ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        const auto recovering = ledger.observe(channel(u"RECOVERING"_s), at(10), 10s);
        QVERIFY(recovering);
        QCOMPARE(*recovering, (StateSince{u"RECOVERING"_s, 2, at(10), true, {}}));
    }

    void losingAPipelineIsAChange()
    {
        StateLedger ledger;
        ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        const auto fewer = ledger.observe(channel(u"RUNNING"_s, 1), at(10), 10s);
        QVERIFY(fewer);
        QVERIFY(fewer->changeSeen);
        QCOMPARE(fewer->pipelinesRunning, std::optional(1));
    }

    void aLongPauseHidesWhatHappenedInIt()
    {
        StateLedger ledger;
        ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        QVERIFY(!ledger.observe(channel(u"RUNNING"_s), at(60), 10s));
        const auto later = ledger.observe(channel(u"RUNNING"_s), at(121), 10s);
        QVERIFY(later);
        QCOMPARE(*later, (StateSince{u"RUNNING"_s, 2, at(121), false, at(0)}));
        const auto other = ledger.observe(channel(u"IDLE"_s), at(300), 10s);
        QVERIFY(other);
        QVERIFY(!other->changeSeen);
        QVERIFY(!other->earlier.isValid());
    }

    void aSlowRhythmIsNoPause()
    {
        QCOMPARE(watchTolerance(10s), 60s);
        QCOMPARE(watchTolerance(300s), 900s);
        StateLedger ledger;
        ledger.observe(channel(u"RUNNING"_s), at(0), 300s);
        QVERIFY(!ledger.observe(channel(u"RUNNING"_s), at(800), 300s));
    }

    void aQuickRestartGoesOn_data()
    {
        QTest::addColumn<bool>("recalledFirst");
        QTest::newRow("history before the first look") << true;
        QTest::newRow("history after the first look") << false;
    }
    void aQuickRestartGoesOn()
    {
        QFETCH(bool, recalledFirst);
        const StateSince before{u"RUNNING"_s, 2, at(-5000), true, {}};
        StateLedger ledger;
        if (recalledFirst)
            ledger.recall(u"1"_s, before, at(-30), 10s);
        ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        ledger.observe(channel(u"RUNNING"_s), at(10), 10s);
        if (!recalledFirst)
            ledger.recall(u"1"_s, before, at(-30), 10s);
        QCOMPARE(ledger.since(u"1"_s), before);
    }

    void aLateRestartSaysWhatWasSeenBefore_data() { aQuickRestartGoesOn_data(); }
    void aLateRestartSaysWhatWasSeenBefore()
    {
        QFETCH(bool, recalledFirst);
        const StateSince before{u"RUNNING"_s, 2, at(-5000), true, {}};
        StateLedger ledger;
        if (recalledFirst)
            ledger.recall(u"1"_s, before, at(-3000), 10s);
        ledger.observe(channel(u"RUNNING"_s), at(0), 10s);
        if (!recalledFirst)
            ledger.recall(u"1"_s, before, at(-3000), 10s);
        QCOMPARE(ledger.since(u"1"_s), (StateSince{u"RUNNING"_s, 2, at(0), false, at(-5000)}));
    }

    void historyNeverReplacesWhatThisRunHasSeen()
    {
        StateLedger ledger;
        ledger.observe(channel(u"IDLE"_s), at(0), 10s);
        ledger.observe(channel(u"RUNNING"_s), at(10), 10s);
        ledger.recall(u"1"_s, {u"RUNNING"_s, 2, at(-5000), true, {}}, at(-30), 10s);
        QCOMPARE(ledger.since(u"1"_s).at, at(10));
    }

    void aDeletedChannelIsForgotten()
    {
        StateLedger ledger;
        ledger.observe(channel(u"IDLE"_s), at(0), 10s);
        ledger.retain({});
        QVERIFY(ledger.since(u"1"_s).state.isEmpty());
    }

    void aChannelOnlyAnEarlierRunKnewIsForgotten()
    {
        StateLedger ledger;
        ledger.observe(channel(u"IDLE"_s), at(0), 10s);
        ledger.recall(u"9"_s, {u"RUNNING"_s, 2, at(-5000), true, {}}, at(-30), 10s);
        ledger.retain({u"1"_s});
        QVERIFY(ledger.since(u"9"_s).state.isEmpty());
        QCOMPARE(ledger.since(u"1"_s).state, u"IDLE"_s);
    }
};

QTEST_GUILESS_MAIN(StateLedgerTest)
#include "tst_stateledger.moc"
