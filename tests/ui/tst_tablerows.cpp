// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the rows of a page stay and move while they change.

#include "tablepagebench.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;

class TestTableRows : public QObject, private TablePageBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void selectionSurvivesARefresh();
    void newRowsAboveDoNotMoveWhatIsLookedAt();
    void atTheTopNewBadRowsAreSeen();
    void rowsHoldStillUnderAMovingPointer();
    void aHiddenPageCatchesUpWhenItIsShown();
    void aRowThatLeftWhileNobodyLookedIsNotSelectedAnyMore();
    void aRowIsRevealedOnAPageThatWasScrolled();
};

void TestTableRows::selectionSurvivesARefresh()
{
    addRows(50);
    m_page->view()->selectKeys({models::channelKey(u"a"_s, u"1020"_s)});
    QList<models::ChannelRow> rows;
    for (int i = 0; i < 50; i += 2)
        rows.append(channelRow(tag(u"a"_s), QString::number(1000 + i), u"Renamed %1"_s.arg(99 - i),
                               u"IDLE"_s));
    m_model->upsert(rows);
    QCOMPARE(m_page->view()->selectedKeys(), QStringList{models::channelKey(u"a"_s, u"1020"_s)});
    m_model->retain(u"a"_s, {models::channelKey(u"a"_s, u"1020"_s)});
    QCOMPARE(m_page->view()->selectedKeys(), QStringList{models::channelKey(u"a"_s, u"1020"_s)});
}

void TestTableRows::newRowsAboveDoNotMoveWhatIsLookedAt()
{
    addRows(300);
    TableView *view = m_page->view();
    view->verticalScrollBar()->setValue(view->rowHeight(0) * 120 + 5);
    const QString key = m_page->proxy().keyAt(view->rowAt(view->viewport()->height() / 2));
    const auto top = [&] {
        return view->visualRect(m_page->proxy().indexOfKey(key)).top();
    };
    const int before = top();
    QList<models::ChannelRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.append(channelRow(tag(u"a"_s), u"n%1"_s.arg(i), u"Aaa %1"_s.arg(i),
                               i % 2 == 0 ? u"CREATE_FAILED"_s : u"RUNNING"_s));
    m_model->upsert(rows);
    QCoreApplication::processEvents();
    QCOMPARE(m_page->proxy().keyAt(0), models::channelKey(u"a"_s, u"n0"_s)); // they are above
    QCOMPARE(top(), before);
    m_model->retain(u"a"_s, [&] {
        QSet<QString> keep;
        for (int i = 0; i < 300; ++i)
            keep.insert(models::channelKey(u"a"_s, QString::number(1000 + i)));
        return keep;
    }());
    QCoreApplication::processEvents();
    QCOMPARE(top(), before);
}

void TestTableRows::atTheTopNewBadRowsAreSeen()
{
    addRows(300);
    TableView *view = m_page->view();
    QCOMPARE(view->verticalScrollBar()->value(), 0);
    m_model->upsert({channelRow(tag(u"a"_s), u"bad"_s, u"Bad"_s, u"CREATE_FAILED"_s)});
    QCoreApplication::processEvents();
    QCOMPARE(view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_page->proxy().keyAt(view->rowAt(1)), models::channelKey(u"a"_s, u"bad"_s));
}

void TestTableRows::rowsHoldStillUnderAMovingPointer()
{
    addRows(10);
    QSignalSpy layout(m_page->view(), &TableView::layoutChangedByUser);
    QTest::mouseMove(m_page->view()->viewport(), QPoint(40, 40));
    QTRY_VERIFY(m_page->proxy().isFrozen());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_page->view(), &leave);
    QVERIFY(!m_page->proxy().isFrozen());
    QCOMPARE(layout.size(), 0); // nobody has touched the columns
}

void TestTableRows::aHiddenPageCatchesUpWhenItIsShown()
{
    addRows(4, u"IDLE"_s);
    child<QLineEdit>(u"quickFilter"_s)->setText(u"running"_s);
    QTRY_VERIFY(noticeTitle()->isVisible());
    QSignalSpy layout(m_page->view(), &TableView::layoutChangedByUser);
    m_page->hide();
    addRows(2);
    m_model->upsert({channelRow(tag(u"a"_s), u"new"_s, u"Aaa"_s)});
    m_page->show();
    QCOMPARE(layout.size(), 0);
    QCOMPARE(m_page->proxy().rowCount(), 3);
    QCOMPARE(text(0, models::ChannelModel::Column::Name), u"Aaa"_s);
    QVERIFY(!noticeTitle()->isVisible());
    QVERIFY(m_page->view()->isVisible());
    m_page->hide();
    addRows(2, u"IDLE"_s);
    m_model->removeIds(u"a"_s, {u"new"_s});
    m_page->show();
    QVERIFY(noticeTitle()->isVisible());
}

void TestTableRows::aRowThatLeftWhileNobodyLookedIsNotSelectedAnyMore()
{
    addRows(4);
    m_model->upsert({channelRow(tag(u"a"_s), u"idle"_s, u"Idle"_s, u"IDLE"_s)});
    child<QLineEdit>(u"quickFilter"_s)->setText(u"running"_s);
    QTRY_COMPARE(m_page->proxy().rowCount(), 4);
    const QString key = models::channelKey(u"a"_s, u"1001"_s);
    QCOMPARE(m_page->view()->selectKeys({key}), 1);
    QSignalSpy selected(m_page.get(), &TablePage::selectedKeysChanged);
    m_page->hide();
    m_model->upsert({channelRow(tag(u"a"_s), u"1001"_s, u"Cam 0001"_s, u"IDLE"_s)});
    QCOMPARE(selected.size(), 0);
    m_page->show();
    QCOMPARE(m_page->proxy().rowCount(), 3);
    QVERIFY(selected.size() >= 1);
    QCOMPARE(selected.last().first().toStringList(), QStringList());
}

void TestTableRows::aRowIsRevealedOnAPageThatWasScrolled()
{
    addRows(300);
    TableView *view = m_page->view();
    view->verticalScrollBar()->setValue(view->rowHeight(0) * 200);
    QCoreApplication::processEvents();
    m_page->hide();
    const QString key = models::channelKey(u"a"_s, u"1003"_s);
    m_page->show();
    QVERIFY(m_page->reveal({key}));
    QCoreApplication::processEvents();
    const QRect row = view->visualRect(m_page->proxy().indexOfKey(key));
    QVERIFY(row.top() >= 0 && row.bottom() < view->viewport()->height());
}

QTEST_MAIN(TestTableRows)
#include "tst_tablerows.moc"
