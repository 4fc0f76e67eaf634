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
