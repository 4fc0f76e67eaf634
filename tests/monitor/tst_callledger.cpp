// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/callledger.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::CallLedger;
using monitor::LedgerCall;

namespace {

CallRecord call(const QString &operation)
{
    CallRecord record;
    record.operation = operation;
    record.attempts = 1;
    record.httpStatus = 200;
    return record;
}

} // namespace

class CallLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachProfileKeepsItsLastCalls()
    {
        CallLedger ledger(3);
        QSignalSpy dropped(&ledger, &CallLedger::dropped);
        for (int i = 0; i < 5; ++i) {
            ledger.add(u"a"_s, call(u"A%1"_s.arg(i)));
            if (i < 2)
                ledger.add(u"b"_s, call(u"B%1"_s.arg(i)));
        }
        QStringList kept;
        quint64 last = 0;
        for (const LedgerCall &one : ledger.calls()) {
            kept << one.record.operation;
            QVERIFY(one.serial > last);
            last = one.serial;
        }
        QCOMPARE(kept, QStringList({u"B0"_s, u"B1"_s, u"A2"_s, u"A3"_s, u"A4"_s}));
        QCOMPARE(dropped.size(), 2);
        QCOMPARE(dropped.first().first().toULongLong(), 1u);
    }

    void aPauseKeepsTheListAndCountsWhatItMissed()
    {
        CallLedger ledger;
        ledger.add(u"a"_s, call(u"One"_s));
        ledger.setPaused(true);
        CallRecord late = call(u"Two"_s);
        late.clockSkewSeconds = 7;
        ledger.add(u"a"_s, late);
        QCOMPARE(ledger.calls().size(), 1);
        QCOMPARE(ledger.missed(), 1);
        QCOMPARE(ledger.clockSkewSeconds(u"a"_s), 7); // what is known of the clock goes on
        ledger.setPaused(false);
        ledger.add(u"a"_s, call(u"Three"_s));
        QCOMPARE(ledger.calls().size(), 2);
        ledger.clear();
        QVERIFY(ledger.calls().isEmpty());
        QCOMPARE(ledger.missed(), 0);
    }

    void theClockIsThatOfTheNewestAnswerThatToldIt()
    {
        CallLedger ledger;
        QVERIFY(!ledger.clockSkewSeconds(u"a"_s));
        CallRecord first = call(u"One"_s);
        first.clockSkewSeconds = -300;
        ledger.add(u"a"_s, first);
        ledger.add(u"a"_s, call(u"Two"_s));
        QCOMPARE(ledger.clockSkewSeconds(u"a"_s), -300);
        QVERIFY(!ledger.clockSkewSeconds(u"b"_s));
    }

    void whatLooksLikeASecretIsTakenOut()
    {
        CallLedger ledger;
        CallRecord refused = call(u"GetCallerIdentity"_s);
        refused.error = ApiError();
        refused.error->message = u"no such key AKIATALLYLIGHTSAMPLE, token=abcdefghijkl"_s;
        ledger.add(u"a"_s, refused);
        const QString kept = ledger.calls().first().record.error->message;
        QVERIFY2(!kept.contains(u"AKIATALLYLIGHTSAMPLE"_s) && !kept.contains(u"abcdefghijkl"_s),
                 qPrintable(kept));
    }

    void aProfileThatIsGoneTakesItsCallsAlong()
    {
        CallLedger ledger;
        ledger.add(u"a"_s, call(u"One"_s));
        ledger.add(u"b"_s, call(u"Two"_s));
        QSignalSpy dropped(&ledger, &CallLedger::dropped);
        ledger.forgetProfile(u"a"_s);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(ledger.calls().size(), 1);
        QCOMPARE(ledger.calls().first().profileId, u"b"_s);
    }
};

QTEST_GUILESS_MAIN(CallLedgerTest)
#include "tst_callledger.moc"
