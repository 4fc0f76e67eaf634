// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tableview.h"

#include "models/export.h"
#include "ui/statedelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::SortLevel;

namespace {

constexpr std::chrono::milliseconds kSaveDelay = 400ms;
// Long enough to aim and click, short enough that bad rows are not kept from rising to the top.
constexpr std::chrono::milliseconds kHold = 2s;
constexpr int kAnchorCount = 20;

QString htmlTable(const QByteArray &tsv)
{
    QString html = u"<table>"_s;
    bool titles = true;
    const QStringList lines = QString::fromUtf8(tsv).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        html += u"<tr>"_s;
        const QStringList cells = line.split(u'\t');
        for (const QString &cell : cells)
            html += (titles ? u"<th>%1</th>"_s : u"<td>%1</td>"_s).arg(cell.toHtmlEscaped());
        html += u"</tr>"_s;
        titles = false;
    }
    return html + u"</table>"_s;
}

} // namespace

TableView::TableView(models::TableFilterProxy &proxy, const Theme &theme, Settings &settings,
                     const QString &layoutKey, const QList<SortLevel> &defaultSort, QWidget *parent)
    : QTableView(parent)
    , m_proxy(proxy)
    , m_theme(theme)
    , m_settings(settings)
    , m_layoutKey(layoutKey)
    , m_defaultSort(defaultSort)
    , m_header(new TableHeader(theme, this))
    , m_delegate(new StateDelegate(theme, proxy.tableModel()->columns(), this))
{
    setObjectName(u"table"_s);
    setFont(tabularFont(font()));
    setHorizontalHeader(m_header);
    // The table has just taken it away, because it is not to sort by itself.
    m_header->setSortIndicatorShown(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(8);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setModel(&m_proxy);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &TableView::saveLayout);
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setInterval(kHold);
    connect(&m_holdTimer, &QTimer::timeout, this, &TableView::holdTimePassed);
    for (const QScrollBar *bar : {verticalScrollBar(), horizontalScrollBar()}) {
        connect(bar, &QScrollBar::sliderPressed, this, &TableView::holdSorting);
        connect(bar, &QScrollBar::sliderMoved, this, &TableView::holdSorting);
        connect(bar, &QScrollBar::actionTriggered, this, &TableView::holdSorting);
    }

    updateRowHeight();
    restoreLayout();
    connect(m_header, &QHeaderView::sectionMoved, this, &TableView::layoutTouched);
    connect(m_header, &QHeaderView::sectionResized, this, &TableView::layoutTouched);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &TableView::applySort);
    connect(m_header, &TableHeader::sortLevelRequested, this, &TableView::addSort);
    connectPlaceHolding();
    connect(m_proxy.tableModel(), &models::TableModel::ticked, this, &TableView::repaintAges);
    connect(m_proxy.tableModel(), &models::TableModel::observationsRenewed, this,
            &TableView::repaintAges);
}

TableView::~TableView()
{
    m_proxy.setFrozen(false);
    if (m_saveTimer.isActive())
        saveLayout();
}

// What is looked at stays where it is.

void TableView::connectPlaceHolding()
{
    connect(&m_proxy, &QAbstractItemModel::rowsAboutToBeInserted, this, &TableView::holdPlace);
    connect(&m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, &TableView::holdPlace);
    connect(&m_proxy, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableView::holdPlace);
}

void TableView::holdPlace()
{
    if (m_holding)
        return;
    if (verticalScrollBar()->value() == 0)
        return; // at the top, where the worst rows are: newcomers are to be seen
    m_holding = true;
    m_anchors.clear();
    m_anchorOffsets.clear();
    const int top = rowAt(0);
    for (int row = top; row >= 0 && row < top + kAnchorCount && row < m_proxy.rowCount(); ++row) {
        m_anchors.append(m_proxy.index(row, 0));
        m_anchorOffsets.append(rowViewportPosition(row));
    }
    // Rows come in many small runs; the place is put right once, before the next repaint.
    QMetaObject::invokeMethod(this, &TableView::restorePlace, Qt::QueuedConnection);
}

void TableView::restorePlace()
{
    if (!m_holding)
        return;
    m_holding = false;
    executeDelayedItemsLayout();
    updateGeometries(); // the scroll bar has to know how many rows there are now
    QList<int> places;
    for (qsizetype i = 0; i < m_anchors.size(); ++i) {
        if (const QPersistentModelIndex &anchor = m_anchors.at(i); anchor.isValid())
            places.append(verticalHeader()->sectionPosition(anchor.row()) - m_anchorOffsets.at(i));
    }
    // Most rows in view keep their order. One that has moved away, and be it the selected one, does
    // not take the view along.
    if (!places.isEmpty()) {
        const auto middle = places.begin() + places.size() / 2;
        std::nth_element(places.begin(), middle, places.end());
        verticalScrollBar()->setValue(*middle);
    }
    m_anchors.clear();
    m_anchorOffsets.clear();
}

void TableView::repaintAges()
{
    for (int column = 0; column < m_header->count(); ++column) {
        if (m_proxy.tableModel()->column(column).kind == models::ColumnKind::Age
            && !m_header->isSectionHidden(column))
            viewport()->update(columnViewportPosition(column), 0, columnWidth(column),
                               viewport()->height());
    }
}

// Selection and clipboard.

QStringList TableView::selectedKeys() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList keys;
    keys.reserve(rows.size());
    for (const QModelIndex &index : std::as_const(rows))
        keys.append(m_proxy.keyAt(index.row()));
    return keys;
}

int TableView::selectKeys(const QStringList &keys)
{
    QItemSelection selection;
    QModelIndex first;
    int found = 0;
    const QList<int> columns = shownColumns();
    for (const QString &key : keys) {
        const QModelIndex index = m_proxy.indexOfKey(key, columns.value(0));
        if (!index.isValid())
            continue;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
        ++found;
    }
    if (!first.isValid())
        return 0;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_holding = false; // this is the place that is wanted now
    scrollTo(first, QAbstractItemView::PositionAtCenter);
    return found;
}

void TableView::scrollToSelection()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QModelIndex first = *std::min_element(
        rows.begin(), rows.end(),
        [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    m_holding = false; // a place that was to be restored is not wanted any more
    scrollTo(first.siblingAtColumn(shownColumns().first()), QAbstractItemView::PositionAtCenter);
}

void TableView::copySelection() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    const QByteArray tsv = models::toTsv(m_proxy, shownColumns(), rows);
    auto *mime = new QMimeData;
    mime->setText(QString::fromUtf8(tsv));
    mime->setHtml(htmlTable(tsv));
    QApplication::clipboard()->setMimeData(mime);
}

void TableView::copyCell() const
{
    if (currentIndex().isValid())
        QApplication::clipboard()->setText(currentIndex().data(Qt::DisplayRole).toString());
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedKeysChanged();
}

// Input.

bool TableView::isOnLink(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!m_delegate->isLink(index))
        return false;
    QRect text = m_delegate->textRect(visualRect(index), index);
    text.setWidth(
        std::min(text.width(),
                 QFontMetrics(font()).horizontalAdvance(index.data(Qt::DisplayRole).toString())));
    return text.contains(position);
}

void TableView::follow(const QModelIndex &index)
{
    Q_EMIT linkActivated(index.data(models::ProfileIdRole).toString(),
                         index.data(models::LinkRole).toStringList(), index.column());
}

// What is pointed at, dragged over or scrolled stays in its place for a moment.

void TableView::holdSorting()
{
    m_holdTimer.start();
    if (m_proxy.isFrozen())
        return;
    m_proxy.setFrozen(true);
    Q_EMIT sortingHeldChanged(true);
}

void TableView::releaseSorting()
{
    m_holdTimer.stop();
    if (!m_proxy.isFrozen())
        return;
    m_proxy.setFrozen(false);
    Q_EMIT sortingHeldChanged(false);
}

void TableView::holdTimePassed()
{
    const bool dragging = state() == DragSelectingState || verticalScrollBar()->isSliderDown()
        || horizontalScrollBar()->isSliderDown();
    if (dragging)
        m_holdTimer.start();
    else
        releaseSorting();
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    holdSorting();
    QTableView::mousePressEvent(event);
}

void TableView::wheelEvent(QWheelEvent *event)
{
    holdSorting();
    QTableView::wheelEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    holdSorting();
    const bool link = isOnLink(event->position().toPoint());
    m_delegate->setHoveredLink(link ? indexAt(event->position().toPoint()) : QModelIndex());
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
        && isOnLink(position) && indexAt(position) == currentIndex())
        follow(indexAt(position));
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton
        && !isOnLink(event->position().toPoint()))
        Q_EMIT rowActivated(m_proxy.keyAt(index.row()));
}

void TableView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    if (!verticalScrollBar()->isSliderDown() && !horizontalScrollBar()->isSliderDown())
        releaseSorting();
    m_delegate->setHoveredLink({});
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (sortByKey(event)) {
        event->accept();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        if (m_delegate->isLink(currentIndex()))
            follow(currentIndex());
        else
            Q_EMIT rowActivated(m_proxy.keyAt(currentIndex().row()));
        event->accept();
        return;
    }
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown
        || key == Qt::Key_Home || key == Qt::Key_End)
        holdSorting();
    QTableView::keyPressEvent(event);
}

/// Alt with the arrows up and down sorts by the column of the current cell, with Shift as one more.
bool TableView::sortByKey(const QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool more = modifiers == (Qt::AltModifier | Qt::ShiftModifier);
    if ((!up && event->key() != Qt::Key_Down) || (!more && modifiers != Qt::AltModifier)
        || !currentIndex().isValid())
        return false;
    const int column = currentIndex().column();
    const Qt::SortOrder order = up ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (!more) {
        sortBy(column, order);
        return true;
    }
    const auto sorted = [this, column, order] {
        return m_header->sortedColumns().contains(std::pair(column, order));
    };
    for (int turn = 0; turn < 2 && !sorted(); ++turn)
        addSort(column);
    return true;
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateRowHeight();
}

} // namespace tallylight::ui
