// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channelspage.h"
#include "ui/filterbar.h"
#include "ui/tableview.h"
#include "ui/viewsbutton.h"
#include "uirows.h"

#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using Column = models::ChannelModel::Column;

class TestViewsButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aViewBringsFiltersColumnsAndSortingBack();
    void viewsAreRemembered();
    void aChangedViewIsCalledSoAndCanBeSavedAgain();
    void renamingKeepsTheView();
    void aTakenOrEmptyNameIsRefused();
    void deletingCanBeUndone();
    void keysSwitchQuickly();
    void savingAsksForAName();
    void nonsenseInTheSettingsIsSkipped();

private:
    void makePage();
    void look(const QString &quick, Column sortedBy, bool arnShown);
    ViewsButton &button() const { return *m_page->savedViews(); }
    QAction *entry(const QString &objectName) const;
    QStringList names() const;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<FakeDialogs> m_dialogs;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::ChannelModel> m_model;
    std::unique_ptr<ChannelsPage> m_page;
};

void TestViewsButton::init()
{
    m_clock = std::make_unique<ManualClock>(startTime());
    m_settings = std::make_unique<MemorySettings>();
    m_dialogs = std::make_unique<FakeDialogs>();
    m_theme = std::make_unique<Theme>(themeFor(ThemeChoice::Dark, {}));
    m_model = std::make_unique<models::ChannelModel>(*m_clock);
    m_model->upsert({channelRow(tag(u"a"_s), u"1"_s, u"News"_s),
                     channelRow(tag(u"a"_s), u"2"_s, u"Sport"_s),
                     channelRow(tag(u"a"_s), u"3"_s, u"Sport 2"_s)});
    makePage();
}

void TestViewsButton::makePage()
{
    m_page.reset();
    m_page = std::make_unique<ChannelsPage>(
        *m_model, PageContext{*m_theme, *m_settings, *m_dialogs, *m_clock});
    m_page->setProfiles({tag(u"a"_s)});
    m_page->setProgress({1, false, 0, true});
    m_page->resize(1200, 500);
    m_page->show();
}

void TestViewsButton::cleanup()
{
    m_page.reset();
    m_model.reset();
}

void TestViewsButton::look(const QString &quick, Column sortedBy, bool arnShown)
{
    models::TableFilter filter;
    filter.quick = quick;
    m_page->filters()->setFilter(filter);
    m_page->view()->sortBy(static_cast<int>(sortedBy), Qt::DescendingOrder);
    m_page->view()->setColumnShown(static_cast<int>(Column::Arn), arnShown);
}

QAction *TestViewsButton::entry(const QString &objectName) const
{
    auto *menu = m_page->findChild<QMenu *>(u"viewsMenu"_s);
    Q_EMIT menu->aboutToShow();
    return menu->findChild<QAction *>(objectName);
}

QStringList TestViewsButton::names() const
{
    QStringList all;
    for (const SavedView &view : button().views().all())
        all.append(view.name);
    return all;
}

void TestViewsButton::aViewBringsFiltersColumnsAndSortingBack()
{
    look(u"sport"_s, Column::Name, true);
    button().saveAs(u"Sport"_s);
    const QList<int> columns = m_page->view()->shownColumns();
    look({}, Column::Id, false);
    button().saveAs(u"All"_s);
    QCOMPARE(m_page->proxy().rowCount(), 3);
    QVERIFY(button().apply(u"Sport"_s));
    QCOMPARE(m_page->proxy().rowCount(), 2);
    QCOMPARE(m_page->view()->shownColumns(), columns);
    QCOMPARE(m_page->proxy().sortLevels().first(),
             (models::SortLevel{u"name"_s, Qt::DescendingOrder}));
    QVERIFY(button().text().contains(u"Sport"_s));
    QVERIFY(!button().apply(u"No such view"_s));
}

void TestViewsButton::viewsAreRemembered()
{
    look(u"sport"_s, Column::Name, true);
    button().saveAs(u"Sport"_s);
    look({}, Column::Id, false);
    makePage();
    QCOMPARE(names(), QStringList{u"Sport"_s});
    QVERIFY(button().apply(u"Sport"_s));
    QCOMPARE(m_page->proxy().rowCount(), 2);
    makePage(); // and the last look itself, too
    QCOMPARE(m_page->proxy().rowCount(), 2);
    QCOMPARE(button().text(), u"View: Sport"_s);
}

void TestViewsButton::aChangedViewIsCalledSoAndCanBeSavedAgain()
{
    look(u"sport"_s, Column::Name, true);
    button().saveAs(u"Mine"_s);
    QCOMPARE(button().text(), u"View: Mine"_s);
    QVERIFY(!entry(u"updateView"_s)->isEnabled());
    look(u"news"_s, Column::Name, true);
    QVERIFY(button().text() != u"View: Mine"_s);
    QAction *update = entry(u"updateView"_s);
    QVERIFY(update->isEnabled());
    update->trigger();
    QCOMPARE(button().text(), u"View: Mine"_s);
    QCOMPARE(button().views().find(u"Mine"_s)->filter.quick, u"news"_s);
    QCOMPARE(names().size(), 1);
}

void TestViewsButton::renamingKeepsTheView()
{
    look(u"sport"_s, Column::Name, true);
    button().saveAs(u"Mine"_s);
    const SavedView before = *button().views().find(u"Mine"_s);
    QVERIFY(button().renameView(u"Mine"_s, u" Yours "_s));
    QCOMPARE(names(), QStringList{u"Yours"_s});
    QCOMPARE(button().views().find(u"yours"_s)->filter, before.filter);
    QCOMPARE(button().text(), u"View: Yours"_s);
}

void TestViewsButton::aTakenOrEmptyNameIsRefused()
{
    button().saveAs(u"A"_s);
    button().saveAs(u"B"_s);
    QVERIFY(!button().renameView(u"A"_s, u"b"_s));
    QVERIFY(!button().renameView(u"A"_s, u"  "_s));
    QVERIFY(button().renameView(u"A"_s, u"a"_s)); // only its case
    button().saveAs(u"   "_s);
    QCOMPARE(names(), (QStringList{u"a"_s, u"B"_s}));
}

void TestViewsButton::deletingCanBeUndone()
{
    button().saveAs(u"A"_s);
    button().saveAs(u"B"_s);
    button().removeView(u"A"_s);
    QCOMPARE(names(), QStringList{u"B"_s});
    auto *undo = m_page->findChild<QPushButton *>(u"messageAction_undo"_s);
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s}));
    button().undoRemove(); // only once
    QCOMPARE(names().size(), 2);
}

void TestViewsButton::keysSwitchQuickly()
{
    look(u"sport"_s, Column::Name, true);
    button().saveAs(u"First"_s);
    look(u"news"_s, Column::Name, true);
    button().saveAs(u"Second"_s);
    m_page->activateWindow();
    m_page->view()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(m_page->view(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m_page->proxy().rowCount(), 2);
    QTest::keyClick(m_page->view(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_page->proxy().rowCount(), 1);
    QTest::keyClick(m_page->view(), Qt::Key_3, Qt::AltModifier); // there is none
    QCOMPARE(m_page->proxy().rowCount(), 1);
}

void TestViewsButton::savingAsksForAName()
{
    entry(u"saveView"_s)->trigger();
    auto *dialog = m_page->findChild<QInputDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal()); // whoever watches may turn back to the window first
    dialog->setTextValue(u"Night shift"_s);
    dialog->accept();
    QCOMPARE(names(), QStringList{u"Night shift"_s});
}

void TestViewsButton::nonsenseInTheSettingsIsSkipped()
{
    m_settings->setValue(u"views/channels"_s,
                         QVariantList{7, u"text"_s, QVariantMap{{u"name"_s, u""_s}},
                                      QVariantMap{{u"name"_s, u"Good"_s}, {u"layout"_s, 3}},
                                      QVariantMap{{u"name"_s, u"GOOD"_s}}});
    makePage();
    QCOMPARE(names(), QStringList{u"Good"_s});
    QVERIFY(button().apply(u"Good"_s));
    QVERIFY(!m_page->view()->shownColumns().isEmpty());
}

QTEST_MAIN(TestViewsButton)
#include "tst_viewsbutton.moc"
