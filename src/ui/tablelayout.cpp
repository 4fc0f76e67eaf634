// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TableView that is about columns, widths and sorting, and remembers them.

#include "ui/statedelegate.h"
#include "ui/tableview.h"

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::SortLevel;

namespace {

constexpr int kRowPadding = 7;

} // namespace

void TableView::applyDefaultLayout()
{
    const QFontMetrics metrics(font());
    const auto &columns = m_proxy.tableModel()->columns();
    for (int logical = 0; logical < static_cast<int>(columns.size()); ++logical) {
        const models::ColumnSpec &spec = columns[static_cast<std::size_t>(logical)];
        m_header->moveSection(m_header->visualIndex(logical), logical);
        const int content = spec.defaultWidth * metrics.horizontalAdvance(u'0');
        m_header->resizeSection(logical, content + m_delegate->roomBesideText(logical));
        m_header->setSectionHidden(logical, !spec.defaultVisible);
    }
    m_proxy.setSortLevels(m_defaultSort);
}

void TableView::restoreLayout()
{
    applyLayoutState({{u"columns"_s, m_settings.value(m_layoutKey + u"/columns"_s)},
                      {u"sort"_s, m_settings.value(m_layoutKey + u"/sort"_s)}});
}

void TableView::applyLayoutState(const QVariantMap &state)
{
    m_restoring = true;
    applyDefaultLayout();
    const QVariantList columns = state.value(u"columns"_s).toList();
    int visual = 0;
    for (const QVariant &entry : columns) {
        const QVariantMap saved = entry.toMap();
        const int logical = m_proxy.tableModel()->columnOf(saved.value(u"id"_s).toString());
        if (logical < 0)
            continue; // a column of another version
        m_header->moveSection(m_header->visualIndex(logical), visual++);
        if (const int width = saved.value(u"width"_s).toInt(); width > 0)
            m_header->resizeSection(logical, width);
        m_header->setSectionHidden(logical, saved.value(u"hidden"_s).toBool());
    }
    if (m_header->hiddenSectionCount() == m_header->count())
        m_header->showSection(0);
    QList<SortLevel> levels;
    const QVariantList sort = state.value(u"sort"_s).toList();
    for (const QVariant &entry : sort) {
        const QVariantMap saved = entry.toMap();
        levels.append(
            {saved.value(u"id"_s).toString(),
             saved.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (!levels.isEmpty())
        m_proxy.setSortLevels(levels);
    showSort();
    updateEdgeColumn();
    m_restoring = false;
}

void TableView::showSort()
{
    QList<std::pair<int, Qt::SortOrder>> levels;
    const QList<SortLevel> sorted = m_proxy.sortLevels();
    for (const SortLevel &level : sorted)
        levels.append({m_proxy.tableModel()->columnOf(level.columnId), level.order});
    m_header->setSortedColumns(levels);
    const QSignalBlocker blocker(m_header);
    if (!levels.isEmpty())
        m_header->setSortIndicator(levels.first().first, levels.first().second);
}

void TableView::saveLayout()
{
    m_saveTimer.stop();
    const QVariantMap state = layoutState();
    m_settings.setValue(m_layoutKey + u"/columns"_s, state.value(u"columns"_s));
    m_settings.setValue(m_layoutKey + u"/sort"_s, state.value(u"sort"_s));
}

QVariantMap TableView::layoutState() const
{
    QVariantList columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        const bool hidden = m_header->isSectionHidden(logical);
        QVariantMap entry{
            {u"id"_s, m_proxy.headerData(logical, Qt::Horizontal, models::RawRole).toString()},
            {u"hidden"_s, hidden}};
        if (!hidden) // a hidden section has no width of its own
            entry.insert(u"width"_s, m_header->sectionSize(logical));
        columns.append(entry);
    }
    QVariantList sort;
    const QList<SortLevel> levels = m_proxy.sortLevels();
    for (const SortLevel &level : levels)
        sort.append(QVariantMap{{u"id"_s, level.columnId},
                                {u"descending"_s, level.order == Qt::DescendingOrder}});
    return {{u"columns"_s, columns}, {u"sort"_s, sort}};
}

void TableView::resetLayout()
{
    m_saveTimer.stop();
    m_settings.removeGroup(m_layoutKey + u"/columns"_s);
    m_settings.removeGroup(m_layoutKey + u"/sort"_s);
    restoreLayout();
    scrollToTop();
    Q_EMIT layoutChangedByUser();
}

void TableView::layoutTouched()
{
    if (m_restoring)
        return;
    updateEdgeColumn();
    m_saveTimer.start();
    Q_EMIT layoutChangedByUser();
}

void TableView::setColumnShown(int column, bool shown)
{
    if (!shown && shownColumns().size() <= 1)
        return; // a table without columns could not be mended from its own header
    m_header->setSectionHidden(column, !shown);
    if (shown && m_header->sectionSize(column) < m_header->minimumSectionSize())
        m_header->resizeSection(column, m_header->defaultSectionSize());
    layoutTouched();
}

QList<int> TableView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(logical))
            columns.append(logical);
    }
    return columns;
}

void TableView::updateEdgeColumn()
{
    const QList<int> shown = shownColumns();
    m_delegate->setEdgeColumn(shown.isEmpty() ? 0 : shown.first());
    viewport()->update();
}

void TableView::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + kRowPadding);
}

void TableView::sortBy(int column, Qt::SortOrder order)
{
    m_header->setSortIndicator(column, order);
}

void TableView::applySort()
{
    releaseSorting();
    m_proxy.sort(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    sortedOnPurpose();
}

void TableView::addSort(int column)
{
    releaseSorting();
    m_proxy.addSortLevel(column);
    sortedOnPurpose();
}

void TableView::sortedOnPurpose()
{
    showSort();
    m_holding = false; // back to the top rather than after the old rows
    scrollToTop();
    layoutTouched();
}

} // namespace tallylight::ui
