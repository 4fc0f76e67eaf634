// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channelspage.h"
#include "ui/columnfiltereditor.h"
#include "ui/filterbar.h"
#include "ui/tableview.h"
#include "uirows.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using namespace std::chrono_literals;
using Column = models::ChannelModel::Column;
using Levels = QList<models::SortLevel>;

/// How a live table keeps its place, is sorted and is walked through by keys.
class TestTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void atTheTopItStaysAtTheTopWhateverIsSelected();
    void theViewDoesNotRunAfterASelectedRowThatMoves();
    void theViewDoesNotRunAfterItsFirstRow();
    void theSelectionSurvivesAndCanBeScrolledTo();
    void rowsHoldStillForAMomentAfterThePointer();
    void rowsHoldStillForAMomentAfterTheWheel();
    void rowsHoldStillWhileTheScrollBarIsDragged();
    void aClickHitsTheRowThatWasSeen();
    void thatSortingIsHeldIsSaid();
    void sortingOnPurposeEndsTheHold();
    void shiftClickSortsByOneColumnMore();
    void oneColumnTooManyTakesThePlaceOfTheLast();
    void altArrowsSortByTheCurrentColumn();
    void levelsAreRemembered();
    void tabLeadsFromTheFiltersThroughTheTable();
    void theFirstTabShowsWhereTheFocusIs();
    void escapeClearsTheFilterThenLeavesIt();

private:
    void addRows(int count);
    void fail(int number);
    QString key(int number) const { return models::channelKey(u"a"_s, QString::number(number)); }
    TableView &view() const { return *m_page->view(); }
    models::TableFilterProxy &proxy() const { return m_page->proxy(); }
    QScrollBar &bar() const { return *view().verticalScrollBar(); }
    void clickHeader(Column column, Qt::KeyboardModifiers modifiers = {});
    Levels levels() const { return proxy().sortLevels(); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<FakeDialogs> m_dialogs;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::ChannelModel> m_model;
    std::unique_ptr<ChannelsPage> m_page;
};

void TestTableView::init()
{
    m_clock = std::make_unique<ManualClock>(startTime());
    m_settings = std::make_unique<MemorySettings>();
    m_dialogs = std::make_unique<FakeDialogs>();
    m_theme = std::make_unique<Theme>(themeFor(ThemeChoice::Dark, {}));
    m_model = std::make_unique<models::ChannelModel>(*m_clock);
    m_page = std::make_unique<ChannelsPage>(
        *m_model, PageContext{*m_theme, *m_settings, *m_dialogs, *m_clock});
    m_page->setProfiles({tag(u"a"_s)});
    m_page->setProgress({1, false, 0, true});
    m_page->resize(1400, 500);
    m_page->show();
}

void TestTableView::cleanup()
{
    m_page.reset();
    m_model.reset();
}

void TestTableView::addRows(int count)
{
    QList<models::ChannelRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append(channelRow(tag(u"a"_s), QString::number(1000 + i),
                               u"Cam %1"_s.arg(i, 4, 10, QLatin1Char('0'))));
    m_model->upsert(rows);
    QCoreApplication::processEvents();
}

/// The channel turns critical, which puts it above all others.
void TestTableView::fail(int number)
{
    m_model->upsert(
        {channelRow(tag(u"a"_s), QString::number(number), u"Failed"_s, u"CREATE_FAILED"_s)});
    QCoreApplication::processEvents();
}

void TestTableView::clickHeader(Column column, Qt::KeyboardModifiers modifiers)
{
    const int section = static_cast<int>(column);
    const QPoint place(view().header()->sectionViewportPosition(section) + 16,
                       view().header()->height() / 2);
    QTest::mouseClick(view().header()->viewport(), Qt::LeftButton, modifiers, place);
}

// Places.

void TestTableView::atTheTopItStaysAtTheTopWhateverIsSelected()
{
    addRows(300);
    view().setFocus();
    view().setCurrentIndex(proxy().index(3, 0));
    QCOMPARE(bar().value(), 0);
    fail(1200);
    QCOMPARE(bar().value(), 0);
    QCOMPARE(proxy().keyAt(view().rowAt(1)), key(1200)); // in sight
    QCOMPARE(view().selectedKeys(), QStringList{key(1003)});
}

void TestTableView::theViewDoesNotRunAfterASelectedRowThatMoves()
{
    addRows(300);
    view().setFocus();
    bar().setValue(view().rowHeight(0) * 120);
    const int selected = view().rowAt(60);
    const QString selectedKey = proxy().keyAt(selected);
    const QString seen = proxy().keyAt(view().rowAt(200));
    view().setCurrentIndex(proxy().index(selected, 0));
    const int before = view().visualRect(proxy().indexOfKey(seen)).top();
    fail(selectedKey.section(u'/', 1).toInt());
    QCOMPARE(proxy().keyAt(0), selectedKey);
    QCOMPARE(view().visualRect(proxy().indexOfKey(seen)).top(), before);
    QCOMPARE(view().selectedKeys(), QStringList{selectedKey});
}

void TestTableView::theViewDoesNotRunAfterItsFirstRow()
{
    addRows(300);
    bar().setValue(view().rowHeight(0) * 120);
    const QString first = proxy().keyAt(view().rowAt(1));
    const QString seen = proxy().keyAt(view().rowAt(200));
    const int before = view().visualRect(proxy().indexOfKey(seen)).top();
    fail(first.section(u'/', 1).toInt());
    QCOMPARE(proxy().keyAt(0), first);
    QCOMPARE(view().visualRect(proxy().indexOfKey(seen)).top(), before);
}

void TestTableView::theSelectionSurvivesAndCanBeScrolledTo()
{
    addRows(300);
    view().selectKeys({key(1250), key(1240)});
    bar().setValue(0);
    fail(1100);
    QCOMPARE(view().selectedKeys(), (QStringList{key(1240), key(1250)}));
    QCOMPARE(bar().value(), 0);
    m_page->activateWindow();
    view().setFocus();
    QTRY_VERIFY(view().hasFocus());
    QTest::keyClick(&view(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(view().viewport()->rect().contains(
        view().visualRect(proxy().indexOfKey(key(1240))).center()));
    view().clearSelection();
    const int place = bar().value();
    view().scrollToSelection(); // nothing to scroll to
    QCOMPARE(bar().value(), place);
}

// Holding still.

void TestTableView::rowsHoldStillForAMomentAfterThePointer()
{
    addRows(50);
    view().setHoldTime(100ms);
    QTest::mouseMove(view().viewport(), QPoint(40, 40));
    QTRY_VERIFY(view().isSortingHeld());
    const QString first = proxy().keyAt(0);
    fail(1030);
    if (view().isSortingHeld())
        QCOMPARE(proxy().keyAt(0), first);
    QTRY_VERIFY(!view().isSortingHeld());
    QCOMPARE(proxy().keyAt(0), key(1030));
}

void TestTableView::rowsHoldStillForAMomentAfterTheWheel()
{
    addRows(300);
    view().setHoldTime(1h);
    QWheelEvent wheel(QPointF(40, 40), view().viewport()->mapToGlobal(QPointF(40, 40)), {},
                      QPoint(0, -240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view().viewport(), &wheel);
    QVERIFY(view().isSortingHeld());
    QVERIFY(bar().value() > 0);
}

void TestTableView::rowsHoldStillWhileTheScrollBarIsDragged()
{
    addRows(300);
    view().setHoldTime(1ms);
    bar().setSliderDown(true);
    QVERIFY(view().isSortingHeld());
    QSignalSpy held(&view(), &TableView::sortingHeldChanged);
    bar().setSliderPosition(200);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(2ms);
    QTRY_VERIFY(ticks > 5); // many times the hold
    QVERIFY(view().isSortingHeld());
    QVERIFY(held.isEmpty());
    bar().setSliderDown(false);
    QTRY_VERIFY(!view().isSortingHeld());
}

void TestTableView::aClickHitsTheRowThatWasSeen()
{
    addRows(50);
    view().setHoldTime(1h);
    const QPoint place(60, view().rowViewportPosition(4) + 4);
    const QString seen = proxy().keyAt(4);
    QTest::mouseMove(view().viewport(), place);
    QTRY_VERIFY(view().isSortingHeld());
    fail(1030);
    fail(1031);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(view().selectedKeys(), QStringList{seen});
}

void TestTableView::thatSortingIsHeldIsSaid()
{
    addRows(50);
    view().setHoldTime(1h);
    auto *label = m_page->findChild<QLabel *>(u"sortingHeld"_s);
    QVERIFY(label && label->isHidden());
    QTest::mouseMove(view().viewport(), QPoint(40, 40));
    QTRY_VERIFY(label->isVisible());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&view(), &leave);
    QVERIFY(label->isHidden());
}

void TestTableView::sortingOnPurposeEndsTheHold()
{
    addRows(50);
    view().setHoldTime(1h);
    QTest::mouseMove(view().viewport(), QPoint(60, 60)); // elsewhere than any test before
    QTRY_VERIFY(view().isSortingHeld());
    view().sortBy(static_cast<int>(Column::Name), Qt::DescendingOrder);
    QVERIFY(!view().isSortingHeld());
    QCOMPARE(proxy().keyAt(0), key(1049));
}

// Sorting.

void TestTableView::shiftClickSortsByOneColumnMore()
{
    addRows(5);
    proxy().setSortLevels({{u"state"_s, Qt::DescendingOrder}});
    clickHeader(Column::Name, Qt::ShiftModifier);
    QCOMPARE(levels(),
             (Levels{{u"state"_s, Qt::DescendingOrder}, {u"name"_s, Qt::AscendingOrder}}));
    QCOMPARE(proxy().keyAt(0), key(1000));
    clickHeader(Column::Name, Qt::ShiftModifier); // the other way round, in its place
    QCOMPARE(levels(),
             (Levels{{u"state"_s, Qt::DescendingOrder}, {u"name"_s, Qt::DescendingOrder}}));
    QCOMPARE(proxy().keyAt(0), key(1004));
    QCOMPARE(view().header()->sortedColumns().size(), 2);
    QCOMPARE(view().header()->sortIndicatorSection(), static_cast<int>(Column::State));
    clickHeader(Column::Name); // without Shift it comes first
    QCOMPARE(levels().first().columnId, u"name"_s);
}

void TestTableView::oneColumnTooManyTakesThePlaceOfTheLast()
{
    addRows(5);
    proxy().setSortLevels({{u"state"_s}, {u"name"_s}, {u"class"_s}, {u"arn"_s}});
    view().addSort(static_cast<int>(Column::Id));
    QCOMPARE(levels(), (Levels{{u"state"_s}, {u"name"_s}, {u"class"_s}, {u"id"_s}}));
}

void TestTableView::altArrowsSortByTheCurrentColumn()
{
    addRows(5);
    view().setFocus();
    view().setCurrentIndex(proxy().index(0, static_cast<int>(Column::Name)));
    QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(levels().first(), (models::SortLevel{u"name"_s, Qt::DescendingOrder}));
    QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(levels().first(), (models::SortLevel{u"name"_s, Qt::AscendingOrder}));
    view().setCurrentIndex(proxy().index(0, static_cast<int>(Column::Id)));
    QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(levels().first().columnId, u"name"_s);
    QVERIFY(levels().contains(models::SortLevel{u"id"_s, Qt::DescendingOrder}));
}

void TestTableView::levelsAreRemembered()
{
    addRows(5);
    proxy().setSortLevels({{u"state"_s, Qt::DescendingOrder}});
    clickHeader(Column::Name, Qt::ShiftModifier);
    const Levels before = levels();
    m_page.reset();
    m_page = std::make_unique<ChannelsPage>(
        *m_model, PageContext{*m_theme, *m_settings, *m_dialogs, *m_clock});
    QCOMPARE(levels(), before);
    QCOMPARE(view().header()->sortedColumns().size(), 2);
}

// Keys.

void TestTableView::tabLeadsFromTheFiltersThroughTheTable()
{
    addRows(5);
    QTRY_VERIFY(view().isVisible());
    auto *detail = new QLineEdit;
    detail->setObjectName(u"detailField"_s);
    m_page->setLowerPanel(detail);
    m_page->filters()->editColumn(static_cast<int>(Column::Name));
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"exportButton"_s)->isEnabled());
    m_page->activateWindow();
    m_page->focusFilter();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QStringList visited;
    for (int i = 0; i < 20 && QApplication::focusWidget() != detail; ++i) {
        visited.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY2(QApplication::focusWidget() == detail, qPrintable(visited.join(u' ')));
    const QStringList order{u"quickFilter"_s,  u"stateFilter"_s,       u"viewsButton"_s,
                            u"exportButton"_s, u"columnFilterValue"_s, u"channelsTable"_s};
    QList<qsizetype> places;
    for (const QString &name : order)
        places.append(visited.indexOf(name));
    QVERIFY2(!places.contains(-1), qPrintable(visited.join(u' ')));
    QVERIFY2(std::is_sorted(places.begin(), places.end()), qPrintable(visited.join(u' ')));
}

void TestTableView::theFirstTabShowsWhereTheFocusIs()
{
    addRows(5);
    QTRY_VERIFY(view().isVisible());
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"exportButton"_s)->isEnabled());
    applyTheme(*qApp, *m_theme); // the program's own style draws the ring
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    const auto pixels = [this] {
        return m_page->grab().toImage();
    };
    m_page->setFocus();
    const QImage without = pixels();
    for (QWidget *widget :
         {m_page->findChild<QWidget *>(u"stateFilter"_s),
          m_page->findChild<QWidget *>(u"exportButton"_s), static_cast<QWidget *>(&view())}) {
        widget->setFocus(Qt::TabFocusReason);
        QVERIFY(widget->hasFocus());
        QVERIFY2(pixels() != without, qPrintable(widget->objectName()));
    }
    QVERIFY(view().currentIndex().isValid());
}

void TestTableView::escapeClearsTheFilterThenLeavesIt()
{
    addRows(5);
    m_page->activateWindow();
    m_page->focusFilter();
    auto *quick = m_page->findChild<QLineEdit *>(u"quickFilter"_s);
    QTRY_VERIFY(quick->hasFocus());
    QTest::keyClicks(quick, u"0003"_s);
    QTRY_COMPARE(proxy().rowCount(), 1);
    QTest::keyClick(quick, Qt::Key_Escape);
    QTRY_COMPARE(proxy().rowCount(), 5);
    QVERIFY(quick->hasFocus());
    QTest::keyClick(quick, Qt::Key_Escape);
    QTRY_VERIFY(view().hasFocus());
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
