// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/bandtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using models::bandText;
using models::TimeZoneChoice;
using Kind = TimelineBand::Kind;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, minute), Qt::UTC);
}

TimelineBand band(Kind kind, const TimeRange &range, const QString &text = {},
                  const QString &pipeline = {})
{
    TimelineBand made;
    made.kind = kind;
    made.range = range;
    made.text = text;
    made.pipeline = pipeline;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(TimelineBand)

class BandTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBandIsToldInOneLineWithTimesAndZone_data()
    {
        QTest::addColumn<TimelineBand>("what");
        QTest::addColumn<QString>("text");
        QTest::newRow("cleared alert")
            << band(Kind::Alert, {at(18), at(22)}, u"Video Not Detected"_s, u"1"_s)
            << u"Alert on leg 1: Video Not Detected, set 2026-11-23 14:18:00 UTC, cleared "
               "2026-11-23 14:22:00 UTC"_s;
        QTest::newRow("alert that is still set, leg not told")
            << band(Kind::Alert, {at(18), {}}, u"Stopped"_s)
            << u"Alert: Stopped, set 2026-11-23 14:18:00 UTC, still set"_s;
        QTest::newRow("alert without a type")
            << band(Kind::Alert, {{}, {}}) << u"Alert: of unknown type, still set"_s;
        QTest::newRow("state") << band(Kind::ChannelState, {at(1), at(2)}, u"RECOVERING"_s)
                               << u"Channel: Recovering, from 2026-11-23 14:01:00 UTC to "
                                  "2026-11-23 14:02:00 UTC"_s;
        QTest::newRow("state that lasts") << band(Kind::ChannelState, {at(1), {}}, u"IDLE"_s)
                                          << u"Channel: Idle, since 2026-11-23 14:01:00 UTC"_s;
        QTest::newRow("not observed before") << band(Kind::NotObserved, {{}, at(2)})
                                             << u"Not observed until 2026-11-23 14:02:00 UTC"_s;
    }

    void aBandIsToldInOneLineWithTimesAndZone()
    {
        QFETCH(TimelineBand, what);
        QTEST(bandText(what, TimeZoneChoice::Utc), "text");
    }

    void eventsAreSortedAndSafeInASpreadsheet()
    {
        TimelineBand late = band(Kind::Alert, {at(30), {}}, u"=HYPERLINK(1)"_s, u"0"_s);
        late.level = HealthLevel::Critical;
        late.detail = u"a, \"b\""_s;
        const TimelineBand early = band(Kind::NotObserved, {at(1), at(2)});
        QCOMPARE(
            models::bandsCsv({{u"News"_s, late}, {u"News"_s, early}}),
            QByteArray("channel,kind,level,pipeline,text,detail,from,to\r\n"
                       "News,notObserved,unknown,,,,2026-11-23T14:01:00Z,2026-11-23T14:02:00Z\r\n"
                       "News,alert,critical,0,'=HYPERLINK(1),\"a, \"\"b\"\"\","
                       "2026-11-23T14:30:00Z,\r\n"));
    }
};

QTEST_GUILESS_MAIN(BandTextTest)
#include "tst_bandtext.moc"
