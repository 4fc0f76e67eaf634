// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jumpsearch.h"
#include "uirows.h"

#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;

class TestJumpSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void emptyQueryOffersPagesAndRegions();
    void exactComesBeforeBeginningBeforeAnywhere();
    void namesAndIdsAreRanked_data();
    void namesAndIdsAreRanked();
    void equalsStayInOrder();
    void aPageComesBeforeAChannelOfTheSameName();
    void theBestIsFoundBehindManyOthers();
    void idFindsTheChannel();
    void allWordsMustOccur();
    void caseAndAccentsDoNotMatter();
    void limitIsKept();
    void resultsCarryTheirStateAndPlace();

private:
    QList<JumpTarget> find(const QString &query, int limit = 50) const
    {
        return findJumpTargets(query, {region(u"a"_s, u"Frankfurt"_s, startTime())}, *m_channels,
                               *m_inputs, limit);
    }

    ManualClock m_clock{startTime()};
    std::unique_ptr<models::ChannelModel> m_channels;
    std::unique_ptr<models::InputModel> m_inputs;
};

void TestJumpSearch::init()
{
    m_channels = std::make_unique<models::ChannelModel>(m_clock);
    m_inputs = std::make_unique<models::InputModel>(m_clock);
    m_channels->upsert({channelRow(tag(u"a"_s), u"101"_s, u"The News"_s),
                        channelRow(tag(u"a"_s), u"102"_s, u"News 24"_s),
                        channelRow(tag(u"a"_s), u"103"_s, u"News"_s, u"IDLE"_s),
                        channelRow(tag(u"a"_s), u"104"_s, u"Küstenfernsehen"_s)});
}

void TestJumpSearch::emptyQueryOffersPagesAndRegions()
{
    const QList<JumpTarget> found = find({});
    QCOMPARE(found.size(), allPages().size() + 1);
    QCOMPARE(found.last().kind, JumpTarget::Kind::Profile);
}

void TestJumpSearch::exactComesBeforeBeginningBeforeAnywhere()
{
    const QList<JumpTarget> found = find(u"news"_s);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).title, u"News"_s);
    QCOMPARE(found.at(1).title, u"News 24"_s);
    QCOMPARE(found.at(2).title, u"The News"_s);
}

void TestJumpSearch::namesAndIdsAreRanked_data()
{
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("betterId");
    QTest::addColumn<QString>("worse");
    QTest::addColumn<QString>("worseId");
    QTest::newRow("name, name prefix") << u"77"_s << u"501"_s << u"77 sport"_s << u"500"_s;
    QTest::newRow("name prefix, word") << u"77 sport"_s << u"501"_s << u"Cam 77"_s << u"500"_s;
    QTest::newRow("word, id") << u"Cam 77"_s << u"501"_s << u"Sport"_s << u"77"_s;
    QTest::newRow("id, id prefix") << u"A longer name"_s << u"77"_s << u"Sport"_s << u"771"_s;
    QTest::newRow("id prefix, name part") << u"Sport"_s << u"771"_s << u"Cam177"_s << u"500"_s;
    QTest::newRow("name part, id part") << u"Cam177 long"_s << u"501"_s << u"Sport"_s << u"5771"_s;
}

void TestJumpSearch::namesAndIdsAreRanked()
{
    QFETCH(const QString, better);
    QFETCH(const QString, betterId);
    QFETCH(const QString, worse);
    QFETCH(const QString, worseId);
    // The worse one comes first in the table.
    m_channels->upsert({channelRow(tag(u"a"_s), worseId, worse)});
    m_channels->upsert({channelRow(tag(u"a"_s), betterId, better)});
    const QList<JumpTarget> found = find(u"77"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).title, better);
    QCOMPARE(found.at(1).title, worse);
}

void TestJumpSearch::equalsStayInOrder()
{
    m_channels->upsert({channelRow(tag(u"a"_s), u"9"_s, u"Golf A"_s),
                        channelRow(tag(u"a"_s), u"8"_s, u"Golf B"_s),
                        channelRow(tag(u"a"_s), u"7"_s, u"Golf C"_s)});
    for (int i = 0; i < 2; ++i) {
        const QList<JumpTarget> found = find(u"golf"_s);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).id, u"9"_s);
        QCOMPARE(found.at(1).id, u"8"_s);
        QCOMPARE(found.at(2).id, u"7"_s);
    }
}

void TestJumpSearch::aPageComesBeforeAChannelOfTheSameName()
{
    m_channels->upsert({channelRow(tag(u"a"_s), u"9"_s, u"Inputs"_s),
                        channelRow(tag(u"a"_s), u"10"_s, u"Frankfurt"_s)});
    QCOMPARE(find(u"inputs"_s).first().kind, JumpTarget::Kind::Page);
    QCOMPARE(find(u"frankfurt"_s).first().kind, JumpTarget::Kind::Profile);
    QCOMPARE(find(u"frankfurt"_s).at(1).id, u"10"_s);
}

void TestJumpSearch::theBestIsFoundBehindManyOthers()
{
    QList<models::ChannelRow> rows;
    for (int i = 0; i < 1000; ++i)
        rows.append(channelRow(tag(u"a"_s), QString::number(2000 + i), u"Old Tennis %1"_s.arg(i)));
    rows.append(channelRow(tag(u"a"_s), u"9999"_s, u"Tennis"_s));
    m_channels->upsert(rows);
    QCOMPARE(find(u"tennis"_s, 5).first().title, u"Tennis"_s);
}

void TestJumpSearch::idFindsTheChannel()
{
    const QList<JumpTarget> found = find(u"102"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().id, u"102"_s);
    QCOMPARE(found.first().profileId, u"a"_s);
}

void TestJumpSearch::allWordsMustOccur()
{
    QCOMPARE(find(u"news 24"_s).size(), 1);
    QVERIFY(find(u"news 25"_s).isEmpty());
}

void TestJumpSearch::caseAndAccentsDoNotMatter()
{
    QCOMPARE(find(u"KUSTENFERN"_s).size(), 1);
}

void TestJumpSearch::limitIsKept()
{
    QCOMPARE(find(u"news"_s, 2).size(), 2);
}

void TestJumpSearch::resultsCarryTheirStateAndPlace()
{
    const QList<JumpTarget> found = find(u"103"_s);
    QCOMPARE(found.first().level, models::StateLevel::Idle);
    QVERIFY(found.first().subtitle.contains(u"Frankfurt"_s));
    QVERIFY(found.first().subtitle.contains(u"103"_s));
}

QTEST_GUILESS_MAIN(TestJumpSearch)
#include "tst_jumpsearch.moc"
