// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablepagebench.h"
#include "ui/columnfiltereditor.h"
#include "ui/tableheader.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using models::StateLevel;

class TestTablePage : public QObject, private TablePageBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void quickFilterNarrowsTheTableAfterAMoment();
    void brokenExpressionIsSaidInPlaceAndHidesNothing();
    void stateMenuFilters();
    void profileMenuFiltersUntilAScopeIsSet();
    void columnFilterIsMarkedInTheHeaderAndCanBeRemoved();
    void clearFiltersTakesEverythingAway();
    void filterIsRemembered();
    void deletedProfileStopsHidingTheOthers();
    void badRowsComeFirst();
    void clickedColumnSortsAndTheLastOneBreaksTies();
    void columnsSortAndWidthsAreRemembered();
    void resetBringsTheColumnsBack();
    void lastColumnCanNotBeHidden();
    void copyPutsTitlesAndSelectedRowsOnTheClipboard();
    void exportWritesTheRowsShown();
    void failedExportIsSaidInPlace();
    void linkFollowsByMouseAndByKey();
    void returnOpensTheRow();
    void revealClearsAFilterThatHidesTheRow();
    void noProfileTeaches();
    void loadingCanBeCancelled();
    void filteredOutOffersToClear();
    void nothingKnownIsNotNothingThere();
    void dismissedProblemStaysAwayUntilItChanges();
    void retryNamesTheRegion();
    void arrowDownLeadsFromTheFilterIntoTheTable();
    void interactiveWidgetsHaveNames();
};

// Filters.

void TestTablePage::quickFilterNarrowsTheTableAfterAMoment()
{
    addRows(20);
    QTest::keyClicks(child<QLineEdit>(u"quickFilter"_s), u"0007"_s);
    QCOMPARE(m_page->proxy().rowCount(), 20); // not while typing
    QTRY_COMPARE(m_page->proxy().rowCount(), 1);
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Cam 0007"_s);
    QTest::keyClick(child<QLineEdit>(u"quickFilter"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_page->proxy().rowCount(), 20);
}

void TestTablePage::brokenExpressionIsSaidInPlaceAndHidesNothing()
{
    addRows(3);
    auto *problem = child<QLabel>(u"filterProblem"_s);
    QVERIFY(problem->isHidden());
    child<QLineEdit>(u"quickFilter"_s)->setText(u"/[/"_s);
    QTRY_VERIFY(!problem->isHidden());
    QVERIFY(!problem->text().isEmpty());
    QCOMPARE(m_page->proxy().rowCount(), 3);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"/cam/"_s);
    QTRY_VERIFY(problem->isHidden());
}

void TestTablePage::stateMenuFilters()
{
    addRows(2);
    m_model->upsert({channelRow(tag(u"a"_s), u"9"_s, u"Idle one"_s, u"IDLE"_s)});
    QAction *idle = menuAction(u"stateFilterMenu"_s, u"Idle"_s);
    QVERIFY(idle);
    QVERIFY(idle->text().contains(u'1'));
    idle->setChecked(true);
    QCOMPARE(m_page->proxy().rowCount(), 1);
    QVERIFY(child<QPushButton>(u"stateFilter"_s)->text().contains(u"Idle"_s));
}

void TestTablePage::profileMenuFiltersUntilAScopeIsSet()
{
    m_model->upsert({channelRow(tag(u"a"_s), u"1"_s, u"One"_s),
                     channelRow(tag(u"b"_s, u"Oregon"_s), u"2"_s, u"Two"_s)});
    menuAction(u"profileFilterMenu"_s, u"Oregon"_s)->setChecked(true);
    QCOMPARE(m_page->proxy().rowCount(), 1);
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Two"_s);
    m_page->setScope(u"a"_s);
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"One"_s);
    QVERIFY(!child<QPushButton>(u"profileFilter"_s)->isEnabled());
    m_page->setScope({});
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Two"_s);
}

void TestTablePage::columnFilterIsMarkedInTheHeaderAndCanBeRemoved()
{
    addRows(20);
    const int name = static_cast<int>(models::ChannelModel::Column::Name);
    m_page->filters()->editColumn(name);
    auto *editor = m_page->findChild<ColumnFilterEditor *>();
    QVERIFY(editor);
    auto *value = editor->findChild<QLineEdit *>(u"columnFilterValue"_s);
    QTest::keyClicks(value, u"0012"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QCOMPARE(m_page->proxy().rowCount(), 1);
    QCOMPARE(m_page->view()->header()->filteredColumns(), QSet<int>{name});
    QTest::mouseClick(editor->findChild<QPushButton *>(u"columnFilterRemove"_s), Qt::LeftButton);
    QCOMPARE(m_page->proxy().rowCount(), 20);
    QVERIFY(m_page->view()->header()->filteredColumns().isEmpty());
}

void TestTablePage::clearFiltersTakesEverythingAway()
{
    addRows(5);
    auto *clear = child<QPushButton>(u"clearFilters"_s);
    QVERIFY(clear->isHidden());
    child<QLineEdit>(u"quickFilter"_s)->setText(u"nothing like it"_s);
    m_page->filters()->editColumn(static_cast<int>(models::ChannelModel::Column::Name));
    QTRY_COMPARE(m_page->proxy().rowCount(), 0);
    QVERIFY(!clear->isHidden());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(m_page->proxy().rowCount(), 5);
    QCOMPARE(child<QLineEdit>(u"quickFilter"_s)->text(), QString());
    QVERIFY(clear->isHidden());
    QVERIFY(!m_page->findChild<ColumnFilterEditor *>());
}

void TestTablePage::filterIsRemembered()
{
    addRows(5);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"0003"_s);
    QTRY_COMPARE(m_page->proxy().rowCount(), 1);
    makePage();
    QCOMPARE(m_page->proxy().rowCount(), 1);
    QCOMPARE(child<QLineEdit>(u"quickFilter"_s)->text(), u"0003"_s);
    QVERIFY(!child<QPushButton>(u"clearFilters"_s)->isHidden());
}

void TestTablePage::deletedProfileStopsHidingTheOthers()
{
    addRows(3);
    menuAction(u"profileFilterMenu"_s, u"Oregon"_s)->setChecked(true);
    QCOMPARE(m_page->proxy().rowCount(), 0);
    m_page->setProfiles({tag(u"a"_s, u"Frankfurt"_s)});
    QCOMPARE(m_page->proxy().rowCount(), 3);
}

// Sorting and layout.

void TestTablePage::badRowsComeFirst()
{
    addRows(3);
    m_model->upsert({channelRow(tag(u"a"_s), u"z"_s, u"Zebra"_s, u"CREATE_FAILED"_s)});
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Zebra"_s);
}

void TestTablePage::clickedColumnSortsAndTheLastOneBreaksTies()
{
    m_model->upsert({channelRow(tag(u"b"_s, u"Oregon"_s), u"1"_s, u"Beta"_s),
                     channelRow(tag(u"a"_s), u"2"_s, u"Beta"_s),
                     channelRow(tag(u"a"_s), u"3"_s, u"Alpha"_s)});
    m_page->view()->sortBy(static_cast<int>(models::ChannelModel::Column::Name),
                           Qt::AscendingOrder);
    m_page->view()->sortBy(static_cast<int>(models::ChannelModel::Column::Profile),
                           Qt::DescendingOrder);
    QCOMPARE(text(0, models::ChannelModel::Column::Profile), u"Oregon"_s);
    QCOMPARE(text(1, models::ChannelModel::Column::Name), u"Alpha"_s);
    QCOMPARE(text(2, models::ChannelModel::Column::Name), u"Beta"_s);
}

void TestTablePage::columnsSortAndWidthsAreRemembered()
{
    addRows(5);
    const int name = static_cast<int>(models::ChannelModel::Column::Name);
    const int arn = static_cast<int>(models::ChannelModel::Column::Arn);
    TableView *view = m_page->view();
    view->header()->moveSection(view->header()->visualIndex(name), 0);
    view->header()->resizeSection(name, 333);
    view->setColumnShown(arn, !view->shownColumns().contains(arn));
    const QList<int> columns = view->shownColumns();
    view->sortBy(name, Qt::DescendingOrder);
    makePage();
    QCOMPARE(m_page->view()->shownColumns(), columns);
    QCOMPARE(m_page->view()->header()->sectionSize(name), 333);
    QVERIFY(m_page->view()->header()->isSortIndicatorShown());
    QCOMPARE(m_page->view()->header()->sortIndicatorSection(), name);
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Cam 0004"_s);
}

void TestTablePage::resetBringsTheColumnsBack()
{
    addRows(5);
    TableView *view = m_page->view();
    const QList<int> before = view->shownColumns();
    const int width = view->header()->sectionSize(0);
    view->header()->moveSection(0, 3);
    view->header()->resizeSection(0, width + 50);
    view->setColumnShown(1, false);
    QVERIFY(view->shownColumns() != before);
    m_page->resetLayout();
    QCOMPARE(view->shownColumns(), before);
    QCOMPARE(view->header()->sectionSize(0), width);
}

void TestTablePage::lastColumnCanNotBeHidden()
{
    TableView *view = m_page->view();
    const QList<int> columns = view->shownColumns();
    for (const int column : columns)
        view->setColumnShown(column, false);
    QCOMPARE(view->shownColumns().size(), 1);
}

// Out of the table.

void TestTablePage::copyPutsTitlesAndSelectedRowsOnTheClipboard()
{
    addRows(5);
    TableView *view = m_page->view();
    view->selectKeys(
        {models::channelKey(u"a"_s, u"1003"_s), models::channelKey(u"a"_s, u"1001"_s)});
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.first().split(u'\t').size(), view->shownColumns().size());
    QVERIFY(lines.first().contains(u"Name"_s));
    QVERIFY(lines.at(1).contains(u"Cam 0001"_s)); // in the order shown
    QVERIFY(lines.at(2).contains(u"Cam 0003"_s));
    QCOMPARE(data->html().count(u"<tr>"_s), 3);
}

void TestTablePage::exportWritesTheRowsShown()
{
    addRows(5);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"0002"_s);
    QTRY_COMPARE(m_page->proxy().rowCount(), 1);
    QTemporaryDir dir;
    m_dialogs->answer = dir.filePath(u"out.csv"_s);
    QTest::mouseClick(child<QPushButton>(u"exportButton"_s), Qt::LeftButton);
    QCOMPARE(m_dialogs->asked, 1);
    QCOMPARE(m_dialogs->suggested, u"tallylight-channels-2026-03-14.csv"_s);
    QFile file(m_dialogs->answer);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.count("\r\n"), 2);
    QVERIFY(csv.contains("Cam 0002"));
    QVERIFY(!csv.contains("Cam 0001"));
}

void TestTablePage::failedExportIsSaidInPlace()
{
    addRows(1);
    m_dialogs->answer = u"/no/such/folder/out.csv"_s;
    m_page->exportCsv();
    auto *bar = child<MessageBar>(u"pageMessages"_s);
    QCOMPARE(bar->messages().size(), 1);
    QCOMPARE(bar->messages().first().level, StateLevel::Warning);
    QVERIFY(bar->messages().first().text.contains(u"out.csv"_s));
}

void TestTablePage::linkFollowsByMouseAndByKey()
{
    addRows(3);
    QSignalSpy spy(m_page.get(), &TablePage::goToInputs);
    TableView *view = m_page->view();
    const int column = static_cast<int>(models::ChannelModel::Column::Inputs);
    const QModelIndex index = m_page->proxy().index(1, column);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(index).topLeft() + QPoint(12, 8));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(0).toString(), u"a"_s);
    QCOMPARE(spy.first().at(1).toStringList(), QStringList{u"in-1001"_s});
    view->setFocus();
    view->setCurrentIndex(m_page->proxy().index(2, column));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.at(1).at(1).toStringList(), QStringList{u"in-1002"_s});
}

void TestTablePage::returnOpensTheRow()
{
    addRows(3);
    QSignalSpy spy(m_page.get(), &TablePage::goToHealth);
    m_page->view()->setFocus();
    m_page->view()->setCurrentIndex(
        m_page->proxy().index(1, static_cast<int>(models::ChannelModel::Column::Name)));
    QTest::keyClick(m_page->view(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(1).toStringList(), QStringList{u"1001"_s});
}

void TestTablePage::revealClearsAFilterThatHidesTheRow()
{
    addRows(10);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"0002"_s);
    QTRY_COMPARE(m_page->proxy().rowCount(), 1);
    const QString key = models::channelKey(u"a"_s, u"1007"_s);
    QVERIFY(m_page->reveal({key}));
    QCOMPARE(m_page->view()->selectedKeys(), QStringList{key});
    QCOMPARE(m_page->proxy().rowCount(), 10);
    QCOMPARE(child<MessageBar>(u"pageMessages"_s)->messages().size(), 1);
    QVERIFY(!m_page->reveal({u"no/such"_s}));
}

// Empty states.

void TestTablePage::noProfileTeaches()
{
    m_page->setProgress({0, false, 0, false});
    QSignalSpy add(m_page.get(), &TablePage::addRequested);
    QSignalSpy demo(m_page.get(), &TablePage::demoRequested);
    QVERIFY(noticeTitle()->isVisible());
    QTest::mouseClick(child<QPushButton>(u"noticeAction_add"_s), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>(u"noticeAction_demo"_s), Qt::LeftButton);
    QCOMPARE(add.size(), 1);
    QCOMPARE(demo.size(), 1);
}

void TestTablePage::loadingCanBeCancelled()
{
    m_page->setProgress({1, true, 1200, false});
    QSignalSpy cancel(m_page.get(), &TablePage::cancelRequested);
    QVERIFY(child<QWidget>(u"noticeProgress"_s)->isVisible());
    QTest::mouseClick(child<QPushButton>(u"noticeAction_cancel"_s), Qt::LeftButton);
    QCOMPARE(cancel.size(), 1);
    addRows(1);
    QVERIFY(m_page->view()->isVisible()); // rows show as they arrive
}

void TestTablePage::filteredOutOffersToClear()
{
    addRows(4);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"no such row"_s);
    QTRY_VERIFY(noticeTitle()->isVisible());
    QVERIFY(child<QLabel>(u"noticeText"_s)->text().contains(u'4'));
    QTest::mouseClick(child<QPushButton>(u"noticeAction_clear"_s), Qt::LeftButton);
    QVERIFY(m_page->view()->isVisible());
    QCOMPARE(m_page->proxy().rowCount(), 4);
}

void TestTablePage::nothingKnownIsNotNothingThere()
{
    m_page->setProgress({1, false, 0, false});
    const QString unknown = noticeTitle()->text();
    m_page->setProgress({1, false, 0, true});
    QCOMPARE(noticeTitle()->text(), m_page->spec().noneTitle);
    QVERIFY(unknown != noticeTitle()->text());
}

void TestTablePage::dismissedProblemStaysAwayUntilItChanges()
{
    auto *bar = child<MessageBar>(u"pageMessages"_s);
    const Message problem{u"a"_s,
                          StateLevel::Unknown,
                          u"Frankfurt: no connection"_s,
                          u"Check the network."_s,
                          {},
                          {{u"retry"_s, u"Try again"_s}},
                          true};
    m_page->setProblems({problem});
    QCOMPARE(bar->messages().size(), 1);
    QTest::mouseClick(bar->findChild<QPushButton *>(u"dismissMessage"_s), Qt::LeftButton);
    m_page->setProblems({problem});
    QVERIFY(bar->messages().isEmpty());
    Message other = problem;
    other.title = u"Frankfurt: access denied"_s;
    m_page->setProblems({other});
    QCOMPARE(bar->messages().size(), 1);
    m_page->setProblems({});
    QVERIFY(bar->messages().isEmpty());
    m_page->setProblems({problem}); // mended and broken again: worth saying again
    QCOMPARE(bar->messages().size(), 1);
}

void TestTablePage::retryNamesTheRegion()
{
    QSignalSpy retry(m_page.get(), &TablePage::retryRequested);
    m_page->setProblems(
        {{u"a"_s, StateLevel::Unknown, u"T"_s, u"X"_s, {}, {{u"retry"_s, u"Try again"_s}}, true}});
    QTest::mouseClick(child<QPushButton>(u"messageAction_retry"_s), Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.first().first().toString(), u"a"_s);
}

// Keyboard and screen readers.

void TestTablePage::arrowDownLeadsFromTheFilterIntoTheTable()
{
    addRows(3);
    m_page->activateWindow();
    m_page->focusFilter();
    QTRY_VERIFY(child<QLineEdit>(u"quickFilter"_s)->hasFocus());
    QTest::keyClick(child<QLineEdit>(u"quickFilter"_s), Qt::Key_Down);
    QTRY_VERIFY(m_page->view()->hasFocus());
    QCOMPARE(m_page->view()->currentIndex().row(), 0);
}

void TestTablePage::interactiveWidgetsHaveNames()
{
    addRows(3);
    m_page->filters()->editColumn(0);
    m_page->setProblems(
        {{u"a"_s, StateLevel::Unknown, u"T"_s, u"X"_s, {}, {{u"retry"_s, u"Try again"_s}}, true}});
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    int checked = 0;
    for (const QWidget *widget : widgets) {
        const bool interactive = widget->focusPolicy() & Qt::TabFocus;
        const bool internal = widget->objectName().startsWith(u"qt_"_s) || !widget->parentWidget()
            || qobject_cast<const QMenu *>(widget) || qobject_cast<const QScrollBar *>(widget)
            || widget->inherits("QComboBoxListView")
            || widget->inherits("QComboBoxPrivateContainer");
        if (!interactive || internal)
            continue;
        ++checked;
        QVERIFY2(!widget->accessibleName().isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
    QCOMPARE_GE(checked, 12);
}

QTEST_MAIN(TestTablePage)
#include "tst_tablepage.moc"
