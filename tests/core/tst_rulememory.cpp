// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rulememory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using std::chrono::seconds;

namespace {

using Met = RuleSight::Met;

const QString kRule = u"rule"_s;

QDateTime moment(int second)
{
    return QDateTime(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC).addSecs(second);
}

/// A look two minutes after the minute that is seen, as CloudWatch's readings come.
void look(RuleMemory &memory, Met met, int minute, seconds forAtLeast, seconds heldFor)
{
    memory.beginLook();
    memory.note(kRule, {met, moment(60 * minute), moment(60 * minute + 60)}, forAtLeast, heldFor,
                moment(60 * minute + 120));
}

/// A look at something that is known all the time.
void lookAtFact(RuleMemory &memory, Met met, int second, seconds forAtLeast, seconds heldFor)
{
    memory.beginLook();
    memory.note(kRule, {met, moment(second), moment(second)}, forAtLeast, heldFor, moment(second));
}

} // namespace

class RuleMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A letter a minute: "x" met, "." not met, "?" unknown; and when it counts.
    void minutesDecideWhenItCounts_data()
    {
        QTest::addColumn<QString>("seen");
        QTest::addColumn<seconds>("forAtLeast");
        QTest::addColumn<seconds>("heldFor");
        QTest::addColumn<QString>("counts");
        QTest::newRow("at once") << u".x."_s << 0s << 0s << u".x."_s;
        QTest::newRow("one minute is a minute") << u".x."_s << 60s << 0s << u".x."_s;
        QTest::newRow("one minute is not two") << u".x.x."_s << 120s << 0s << u"....."_s;
        QTest::newRow("two minutes") << u".xxx."_s << 120s << 0s << u"..xx."_s;
        QTest::newRow("held") << u".x....."_s << 0s << 180s << u".xxxx.."_s;
        QTest::newRow("held from the end") << u".xx...."_s << 0s << 120s << u".xxxx.."_s;
        QTest::newRow("both") << u".xx..."_s << 120s << 120s << u"..xxx."_s;
        QTest::newRow("again while it is held") << u"x..x...."_s << 0s << 180s << u"xxxxxxx."_s;
        QTest::newRow("a gap ends nothing") << u"x?x"_s << 180s << 0s << u"..x"_s;
        QTest::newRow("a gap is not bad") << u"x??"_s << 120s << 0s << u"..."_s;
        QTest::newRow("a gap is held") << u"x???"_s << 0s << 120s << u"xxx."_s;
        QTest::newRow("a long gap ends it") << u"x?????????x"_s << 120s << 0s << u"..........."_s;
        QTest::newRow("never met") << u"..?.."_s << 0s << 180s << u"....."_s;
    }

    void minutesDecideWhenItCounts()
    {
        QFETCH(QString, seen);
        QFETCH(seconds, forAtLeast);
        QFETCH(seconds, heldFor);
        RuleMemory memory;
        QString counts;
        for (int minute = 0; minute < seen.size(); ++minute) {
            const QChar letter = seen.at(minute);
            look(memory,
                 letter == u'x'       ? Met::Yes
                     : letter == u'.' ? Met::No
                                      : Met::Unknown,
                 minute, forAtLeast, heldFor);
            counts += memory.counts(kRule) ? u'x' : u'.';
        }
        QTEST(counts, "counts");
    }

    void theSameMinuteSeenAgainProvesNoMore()
    {
        RuleMemory memory;
        for (int i = 0; i < 5; ++i)
            look(memory, Met::Yes, 7, 120s, 0s);
        QVERIFY(!memory.counts(kRule));
        QVERIFY(!memory.dueAt().isValid());
    }

    void aFactGoesOnByItselfAndIsDueThen()
    {
        RuleMemory memory;
        lookAtFact(memory, Met::Yes, 0, 30s, 10s);
        QVERIFY(!memory.counts(kRule));
        QCOMPARE(memory.dueAt(), moment(30));
        lookAtFact(memory, Met::Yes, 30, 30s, 10s);
        QVERIFY(memory.counts(kRule));
        QVERIFY(!memory.dueAt().isValid());
        lookAtFact(memory, Met::No, 40, 30s, 10s);
        QVERIFY(memory.counts(kRule));
        QCOMPARE(memory.dueAt(), moment(50));
        lookAtFact(memory, Met::No, 50, 30s, 10s);
        QVERIFY(!memory.counts(kRule));
        QVERIFY(memory.isEmpty()); // nothing is kept of what is over
    }

    void aClockThatIsSetBackHoldsNothingLonger()
    {
        RuleMemory memory;
        lookAtFact(memory, Met::Yes, 7200, 0s, 60s);
        lookAtFact(memory, Met::No, 7210, 0s, 60s);
        QCOMPARE(memory.dueAt(), moment(7270));
        lookAtFact(memory, Met::No, 0, 0s, 60s);
        QVERIFY(memory.counts(kRule));
        QCOMPARE(memory.dueAt(), moment(60));
        lookAtFact(memory, Met::No, 60, 0s, 60s);
        QVERIFY(!memory.counts(kRule));
    }

    void aStricterRuleIsObeyedAtTheNextLook()
    {
        RuleMemory memory;
        look(memory, Met::Yes, 0, 0s, 0s);
        QVERIFY(memory.counts(kRule));
        look(memory, Met::Yes, 1, 300s, 0s);
        QVERIFY(!memory.counts(kRule));
    }

    void rulesAreRememberedApart()
    {
        RuleMemory memory;
        look(memory, Met::Yes, 0, 0s, 60s);
        QVERIFY(!memory.counts(u"other"_s));
        memory.forget(kRule);
        QVERIFY(!memory.counts(kRule));
        QVERIFY(memory.isEmpty());
    }
};

QTEST_APPLESS_MAIN(RuleMemoryTest)
#include "tst_rulememory.moc"
