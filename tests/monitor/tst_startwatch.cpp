// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/startwatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::StartWatch;

namespace {

const QDateTime kNow(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

QList<Channel> channelIn(const QString &state)
{
    Channel channel;
    channel.id = u"1"_s;
    channel.state = state;
    return {channel};
}

} // namespace

class StartWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRanWhenFirstSeenHasNotStarted()
    {
        StartWatch watch;
        watch.take(channelIn(u"RUNNING"_s), kNow);
        watch.take(channelIn(u"RUNNING"_s), kNow.addSecs(10));
        QVERIFY(!watch.startedAt(u"1"_s).isValid());
    }

    void aStartIsTheFirstTimeItIsSeenRunning()
    {
        StartWatch watch;
        watch.take(channelIn(u"STARTING"_s), kNow);
        QVERIFY(!watch.startedAt(u"1"_s).isValid());
        watch.take(channelIn(u"RUNNING"_s), kNow.addSecs(10));
        watch.take(channelIn(u"RUNNING"_s), kNow.addSecs(20));
        QCOMPARE(watch.startedAt(u"1"_s), kNow.addSecs(10));
    }

    void aStopForgetsTheStart()
    {
        StartWatch watch;
        watch.take(channelIn(u"IDLE"_s), kNow);
        watch.take(channelIn(u"RUNNING"_s), kNow);
        watch.take(channelIn(u"STOPPING"_s), kNow);
        QVERIFY(!watch.startedAt(u"1"_s).isValid());
        watch.take(channelIn(u"RUNNING"_s), kNow.addSecs(60));
        QCOMPARE(watch.startedAt(u"1"_s), kNow.addSecs(60));
    }

    void aDeletedChannelIsForgotten()
    {
        StartWatch watch;
        watch.take(channelIn(u"IDLE"_s), kNow);
        watch.take(channelIn(u"RUNNING"_s), kNow);
        watch.forget({u"1"_s});
        QVERIFY(!watch.startedAt(u"1"_s).isValid());
    }
};

QTEST_APPLESS_MAIN(StartWatchTest)
#include "tst_startwatch.moc"
