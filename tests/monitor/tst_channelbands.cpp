// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/channelbands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::alertBands;
using monitor::unitedBands;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, minute), Qt::UTC);
}

} // namespace

class ChannelBandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alertsLastUntilTheyAreCleared()
    {
        ChannelAlert set;
        set.alertType = u"Video Not Detected"_s;
        set.message = u"No video"_s;
        set.pipelineId = u"1"_s;
        set.state = u"SET"_s;
        set.setAt = at(10);
        ChannelAlert cleared = set;
        cleared.alertType = u"Some Notice"_s;
        cleared.state = u"CLEARED"_s;
        cleared.clearedAt = at(12);
        const QList<TimelineBand> bands = alertBands({set, cleared});
        QCOMPARE(bands.size(), 2);
        QCOMPARE(bands.first().kind, TimelineBand::Kind::Alert);
        QVERIFY(bands.first().isOpen());
        QCOMPARE(bands.first().level, HealthLevel::Critical);
        QCOMPARE(bands.first().pipeline, u"1"_s);
        QCOMPARE(bands.first().detail, u"No video"_s);
        QCOMPARE(bands.last().range, (TimeRange{at(10), at(12)}));
        QCOMPARE(bands.last().level, HealthLevel::Warning);
    }

    void whatTwoSourcesTellIsThereOnceAndItsEndIsKept()
    {
        TimelineBand open;
        open.kind = TimelineBand::Kind::Alert;
        open.text = u"A"_s;
        open.range.from = at(10);
        TimelineBand ended = open;
        ended.range.to = at(12);
        TimelineBand other = open;
        other.pipeline = u"1"_s;
        QCOMPARE(unitedBands({open}, {ended, other}), (QList<TimelineBand>{ended, other}));
        QCOMPARE(unitedBands({ended}, {open}), QList<TimelineBand>{ended});
    }
};

QTEST_GUILESS_MAIN(ChannelBandsTest)
#include "tst_channelbands.moc"
