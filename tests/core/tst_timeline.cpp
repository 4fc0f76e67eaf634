// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/timeline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, minute), Qt::UTC);
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBandTouchesWhatItOverlaps_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");
        QTest::addColumn<bool>("touches");
        QTest::newRow("inside") << at(12) << at(14) << true;
        QTest::newRow("around") << at(0) << at(59) << true;
        QTest::newRow("ends where the span starts") << at(0) << at(10) << false;
        QTest::newRow("starts where the span ends") << at(20) << at(30) << false;
        QTest::newRow("still lasts") << at(5) << QDateTime() << true;
        QTest::newRow("still lasts, from later on") << at(25) << QDateTime() << false;
        QTest::newRow("since before anybody looked") << QDateTime() << at(11) << true;
        QTest::newRow("over before the span") << QDateTime() << at(9) << false;
        QTest::newRow("always") << QDateTime() << QDateTime() << true;
    }

    void aBandTouchesWhatItOverlaps()
    {
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, to);
        TimelineBand band;
        band.range = {from, to};
        QTEST(band.touches({at(10), at(20)}), "touches");
        QCOMPARE(band.isOpen(), !to.isValid());
    }

    void aBandWithoutALegConcernsBoth()
    {
        TimelineBand band;
        QVERIFY(band.concerns(u"0"_s));
        QVERIFY(band.concerns(u"1"_s));
        band.pipeline = u"1"_s;
        QVERIFY(!band.concerns(u"0"_s));
        QVERIFY(band.concerns(u"1"_s));
    }
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
