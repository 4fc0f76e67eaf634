// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertstopwatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight::bench;

namespace {

const QDateTime kStart(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QDateTime at(int seconds)
{
    return kStart.addSecs(seconds);
}

} // namespace

class AlertStopwatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFromSetToFirstShown()
    {
        AlertStopwatch watch(kStart);
        watch.look(u"a"_s, at(10), false, at(12));
        watch.look(u"a"_s, at(10), true, at(15));
        watch.look(u"a"_s, at(10), false, at(20)); // it is over again
        watch.look(u"b"_s, at(30), true, at(32));
        const AlertDelays delays = watch.delays(at(600), 15.0);
        QCOMPARE(delays.seconds, (QList<double>{2.0, 5.0}));
        QCOMPARE(delays.neverShown, 0);
    }

    void whatWasSetBeforeDoesNotCount()
    {
        AlertStopwatch watch(kStart);
        watch.look(u"a"_s, at(-1), true, at(1));
        QVERIFY(watch.delays(at(600), 15.0).seconds.isEmpty());
    }

    void whatWasNeverShownIsLate()
    {
        AlertStopwatch watch(kStart);
        watch.look(u"a"_s, at(10), true, at(12));
        watch.look(u"never"_s, at(100), false, at(101));
        const AlertDelays delays = watch.delays(at(600), 15.0);
        QCOMPARE(delays.seconds, (QList<double>{2.0, 500.0}));
        QCOMPARE(delays.neverShown, 1);
    }

    void whatMayStillBeInTimeIsLeftOut()
    {
        AlertStopwatch watch(kStart);
        watch.look(u"young"_s, at(590), false, at(599));
        QVERIFY(watch.delays(at(600), 15.0).seconds.isEmpty());
        QCOMPARE(watch.delays(at(605), 15.0).neverShown, 1);
    }
};

QTEST_GUILESS_MAIN(AlertStopwatchTest)
#include "tst_alertstopwatch.moc"
