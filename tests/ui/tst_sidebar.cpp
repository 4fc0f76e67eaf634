// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar.h"
#include "ui/sidebarmodel.h"
#include "uirows.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using models::StateLevel;

class TestSideBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void choosingARegionNarrowsToIt();
    void selectionSurvivesReorderingAndRenaming();
    void deletedRegionFallsBackToAll();
    void unreadRegionShowsADashInsteadOfZero();
    void allRegionsMarkSumsThatAreIncomplete();
    void allRegionsHaveTheWorstLevel();
    void actionsFitTheSelection();
    void moveActionsAskForTheNewPlace();
    void draggingAsksForTheNewPlace_data();
    void draggingAsksForTheNewPlace();
    void rowsAreReadOutWithTheirState();

private:
    QList<RegionOverview> three() const
    {
        return {region(u"a"_s, u"Alpha"_s, startTime()), region(u"b"_s, u"Beta"_s, startTime()),
                region(u"c"_s, u"Gamma"_s, startTime())};
    }
    QModelIndex row(int row) const { return m_bar->list()->model()->index(row, 0); }
    QAction *action(const QString &name) const { return m_bar->findChild<QAction *>(name); }

    Theme m_theme = themeFor(ThemeChoice::Dark, {});
    std::unique_ptr<SideBar> m_bar;
};

void TestSideBar::init()
{
    m_bar = std::make_unique<SideBar>(m_theme);
    new QAbstractItemModelTester(
        m_bar->list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_bar.get());
    m_bar->setRegions(three());
}

void TestSideBar::choosingARegionNarrowsToIt()
{
    QCOMPARE(m_bar->selectedProfile(), QString());
    QSignalSpy spy(m_bar.get(), &SideBar::profileSelected);
    m_bar->list()->setCurrentIndex(row(2));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toString(), u"b"_s);
    m_bar->select({});
    QCOMPARE(spy.size(), 2);
    QCOMPARE(m_bar->selectedProfile(), QString());
}

void TestSideBar::selectionSurvivesReorderingAndRenaming()
{
    m_bar->select(u"b"_s);
    QSignalSpy spy(m_bar.get(), &SideBar::profileSelected);
    QList<RegionOverview> regions = three();
    regions.move(1, 2);
    regions[2].profile.name = u"Renamed"_s;
    m_bar->setRegions(regions);
    QCOMPARE(m_bar->selectedProfile(), u"b"_s);
    QCOMPARE(m_bar->list()->currentIndex().data().toString(), u"Renamed"_s);
    QVERIFY(spy.isEmpty());
}

void TestSideBar::deletedRegionFallsBackToAll()
{
    m_bar->select(u"b"_s);
    QSignalSpy spy(m_bar.get(), &SideBar::profileSelected);
    QList<RegionOverview> regions = three();
    regions.removeAt(1);
    m_bar->setRegions(regions);
    QCOMPARE(m_bar->selectedProfile(), QString());
    QCOMPARE(spy.size(), 1);
}

void TestSideBar::unreadRegionShowsADashInsteadOfZero()
{
    QList<RegionOverview> regions = three();
    regions[0].status.channels = {};
    regions[0].status.channelCount = 0;
    regions[0].status.runningCount = 0;
    m_bar->setRegions(regions);
    QVERIFY(!row(1).data(SidebarModel::CountRole).toString().contains(u'0'));
    QCOMPARE(row(2).data(SidebarModel::CountRole).toString(), u"3/4"_s);
}

void TestSideBar::allRegionsMarkSumsThatAreIncomplete()
{
    QCOMPARE(row(0).data(SidebarModel::CountRole).toString(), u"9/12"_s);
    QList<RegionOverview> regions = three();
    regions[0].status.channels = {};
    m_bar->setRegions(regions);
    QVERIFY(row(0).data(SidebarModel::CountRole).toString().contains(u'?'));
}

void TestSideBar::allRegionsHaveTheWorstLevel()
{
    QCOMPARE(row(0).data(SidebarModel::LevelRole).toInt(), static_cast<int>(StateLevel::Ok));
    QList<RegionOverview> regions = three();
    regions[1].level = StateLevel::Unknown;
    m_bar->setRegions(regions);
    QCOMPARE(row(0).data(SidebarModel::LevelRole).toInt(), static_cast<int>(StateLevel::Unknown));
}

void TestSideBar::actionsFitTheSelection()
{
    QVERIFY(!action(u"editRegion"_s)->isEnabled());
    QVERIFY(!action(u"deleteRegion"_s)->isEnabled());
    QVERIFY(action(u"refreshRegion"_s)->isEnabled());
    m_bar->select(u"a"_s);
    QVERIFY(action(u"editRegion"_s)->isEnabled());
    QVERIFY(!action(u"moveRegionUp"_s)->isEnabled());
    QVERIFY(action(u"moveRegionDown"_s)->isEnabled());
    m_bar->select(u"c"_s);
    QVERIFY(action(u"moveRegionUp"_s)->isEnabled());
    QVERIFY(!action(u"moveRegionDown"_s)->isEnabled());
    QSignalSpy edit(m_bar.get(), &SideBar::editRequested);
    action(u"editRegion"_s)->trigger();
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit.first().first().toString(), u"c"_s);
}

void TestSideBar::moveActionsAskForTheNewPlace()
{
    QSignalSpy move(m_bar.get(), &SideBar::moveRequested);
    m_bar->select(u"b"_s);
    action(u"moveRegionUp"_s)->trigger();
    QCOMPARE(move.takeFirst(), (QVariantList{1, 0}));
    action(u"moveRegionDown"_s)->trigger();
    QCOMPARE(move.takeFirst(), (QVariantList{1, 2}));
}

void TestSideBar::draggingAsksForTheNewPlace_data()
{
    QTest::addColumn<int>("dragged"); // row in the list
    QTest::addColumn<int>("before"); // row it is dropped before; -1 for behind the last
    QTest::addColumn<QVariantList>("asked");
    QTest::newRow("first to the end") << 1 << -1 << QVariantList{0, 2};
    QTest::newRow("last to the front") << 3 << 1 << QVariantList{2, 0};
    QTest::newRow("above All regions") << 2 << 0 << QVariantList{1, 0};
    QTest::newRow("one down") << 1 << 3 << QVariantList{0, 1};
    QTest::newRow("where it is") << 2 << 2 << QVariantList{};
    QTest::newRow("just behind itself") << 2 << 3 << QVariantList{};
}

void TestSideBar::draggingAsksForTheNewPlace()
{
    QFETCH(int, dragged);
    QFETCH(int, before);
    QFETCH(QVariantList, asked);
    QAbstractItemModel *model = m_bar->list()->model();
    QSignalSpy move(m_bar.get(), &SideBar::moveRequested);
    const std::unique_ptr<QMimeData> data(model->mimeData({row(dragged)}));
    model->dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
    QCOMPARE(move.isEmpty() ? QVariantList() : move.first(), asked);
    QCOMPARE(model->rowCount(), 4); // the profile service moves it, not the view
}

void TestSideBar::rowsAreReadOutWithTheirState()
{
    const QString read = row(1).data(Qt::AccessibleTextRole).toString();
    QVERIFY(read.contains(u"Alpha"_s));
    QVERIFY(read.contains(u"OK"_s));
    QVERIFY(read.contains(u"eu-central-1"_s));
}

QTEST_MAIN(TestSideBar)
#include "tst_sidebar.moc"
