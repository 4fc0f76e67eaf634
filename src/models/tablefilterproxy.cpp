// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tablefilterproxy.h"

#include "models/compiledfilter.h"
#include "models/observation.h"
#include "models/words.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tallylight::models {

namespace {

/// More tie-breaks than anybody remembers having clicked only cost time.
constexpr qsizetype kMaxLevels = 4;

/// Counting takes a pass over the rows, and a refresh comes in many small changes.
constexpr std::chrono::milliseconds kCountsDelay{100};

/// New rows are put in one by one, each at the cost of a pass over the mapping. From so many on,
/// and from this part of the table on, sorting all of it once is cheaper.
constexpr int kLargeBatch = 150;
constexpr int kLargePart = 40;

int sign(bool less, bool greater)
{
    return less ? -1 : greater ? 1 : 0;
}

/// Negative when \a a comes first in ascending order; neither is nothing.
int compareCells(const SortCell &a, const SortCell &b)
{
    if (const int byNumber = sign(a.number<b.number, a.number> b.number); byNumber != 0)
        return byNumber;
    if (a.text && b.text)
        return a.text->compare(*b.text);
    return 0;
}

} // namespace

TableFilterProxy::TableFilterProxy(TableModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_compiled(std::make_unique<CompiledFilter>(m_filter, *model))
{
    setSortRole(RawRole);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) {
                m_appending = !isStill() && isLarge(last - first + 1);
                if (m_appending)
                    setDynamicSortFilter(false);
            });
    setSourceModel(model);
    // After the base class, which has put the rows at the end.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (std::exchange(m_appending, false))
            resort();
    });
    connect(model, &TableModel::observationsRenewed, this, &TableFilterProxy::observationsRenewed);
    connect(model, &TableModel::ticked, this, &TableFilterProxy::ticked);
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(kCountsDelay);
    connect(&m_countsTimer, &QTimer::timeout, this, &TableFilterProxy::countsChanged);
    const auto scheduleCounts = [this] {
        if (!m_countsTimer.isActive())
            m_countsTimer.start();
    };
    // The model's signals too: rows that are filtered away count in the total.
    for (QAbstractItemModel *origin :
         {static_cast<QAbstractItemModel *>(this), static_cast<QAbstractItemModel *>(model)}) {
        connect(origin, &QAbstractItemModel::rowsInserted, this, scheduleCounts);
        connect(origin, &QAbstractItemModel::rowsRemoved, this, scheduleCounts);
    }
    connect(this, &QAbstractItemModel::dataChanged, this, scheduleCounts);
}

TableFilterProxy::~TableFilterProxy() = default;

void TableFilterProxy::setFilter(const TableFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_compiled = std::make_unique<CompiledFilter>(m_filter, *m_model);
    invalidateRowsFilter();
    Q_EMIT filterChanged();
    Q_EMIT countsChanged();
}

QList<FilterProblem> TableFilterProxy::filterProblems() const
{
    return m_compiled->problems();
}

void TableFilterProxy::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_model->columnCount()) {
        m_levels.clear();
        QSortFilterProxyModel::sort(-1, order);
        return;
    }
    m_levels.removeIf([column](const Level &level) { return level.column == column; });
    m_levels.prepend({column, order});
    if (m_levels.size() > kMaxLevels)
        m_levels.resize(kMaxLevels);
    sortAllBy([this, column, order] { QSortFilterProxyModel::sort(column, order); });
}

QList<SortLevel> TableFilterProxy::sortLevels() const
{
    QList<SortLevel> levels;
    for (const Level &level : m_levels)
        levels << SortLevel{QString::fromLatin1(m_model->column(level.column).id), level.order};
    return levels;
}

void TableFilterProxy::setSortLevels(const QList<SortLevel> &levels)
{
    QList<Level> known;
    for (const SortLevel &level : levels) {
        const int column = m_model->columnOf(level.columnId);
        const bool repeated = std::any_of(known.begin(), known.end(), [column](const Level &other) {
            return other.column == column;
        });
        if (column >= 0 && !repeated && known.size() < kMaxLevels)
            known << Level{column, level.order};
    }
    if (known == m_levels)
        return;
    if (known.isEmpty()) {
        sort(-1);
        return;
    }
    m_levels = known;
    const bool samePrimary
        = known.first().column == sortColumn() && known.first().order == sortOrder();
    if (samePrimary) {
        resort();
        return;
    }
    const Level first = known.first();
    sortAllBy([this, first] { QSortFilterProxyModel::sort(first.column, first.order); });
}

void TableFilterProxy::addSortLevel(int column)
{
    if (column < 0 || column >= m_model->columnCount())
        return;
    QList<SortLevel> levels = sortLevels();
    const QString id = QString::fromLatin1(m_model->column(column).id);
    const auto known = std::find_if(levels.begin(), levels.end(),
                                    [&id](const SortLevel &level) { return level.columnId == id; });
    if (known != levels.end()) {
        known->order
            = known->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        if (levels.size() >= kMaxLevels)
            levels.removeLast();
        levels.append({id, Qt::AscendingOrder});
    }
    setSortLevels(levels);
}

void TableFilterProxy::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    followStillness();
}

void TableFilterProxy::setAsleep(bool asleep)
{
    if (m_asleep == asleep)
        return;
    m_asleep = asleep;
    followStillness();
}

void TableFilterProxy::followStillness()
{
    if (isStill() == !dynamicSortFilter())
        return;
    if (isStill()) {
        setDynamicSortFilter(false);
        return;
    }
    // Not invalidate(), a change of layout of which a header believes that it concerns columns,
    // too.
    invalidateRowsFilter();
    resort();
}

/// Sorts all rows again though the sort column stays; enabling what is enabled does just that.
void TableFilterProxy::resort()
{
    if (!isStill())
        sortAllBy([this] { setDynamicSortFilter(true); });
}

/// Finds out where each row shown belongs. What is sorted already, in front of rows that are new,
/// is only merged with them.
void TableFilterProxy::rankRows()
{
    const int rows = rowCount();
    std::vector<int> order;
    order.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row)
        order.push_back(mapToSource(index(row, 0)).row());
    const auto above = [this](int left, int right) {
        return compareRows(left, right) < 0;
    };
    const auto sorted = std::is_sorted_until(order.begin(), order.end(), above);
    if (!std::is_sorted(sorted, order.end(), above)) // the base class has sorted what is new
        std::sort(sorted, order.end(), above);
    std::inplace_merge(order.begin(), sorted, order.end(), above);
    m_ranks.assign(static_cast<std::size_t>(m_model->rowCount()), -1);
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        m_ranks[static_cast<std::size_t>(order[rank])] = static_cast<int>(rank);
}

/// Runs \a step, in which the base class sorts all rows. It does so from scratch and asks for every
/// comparison through two indexes; comparing ranks found out before takes a fraction of the time.
void TableFilterProxy::sortAllBy(const std::function<void()> &step)
{
    m_ranks.clear(); // of a sort that has led to this one
    if (!m_levels.isEmpty() && !m_asleep)
        rankRows();
    step();
    m_ranks.clear();
}

bool TableFilterProxy::isLarge(int rows) const
{
    const int known = rowCount(); // an empty table is sorted once anyway
    return known > 0 && rows >= kLargeBatch && rows * kLargePart >= known;
}

bool TableFilterProxy::sortsByAge() const
{
    return std::any_of(m_levels.begin(), m_levels.end(), [this](const Level &level) {
        return m_model->column(level.column).kind == ColumnKind::Age;
    });
}

void TableFilterProxy::observationsRenewed()
{
    if (sortsByAge())
        resort();
    ticked();
}

void TableFilterProxy::ticked()
{
    if (!m_compiled->dependsOnAge() || isStill())
        return;
    invalidateRowsFilter();
}

LevelCounts TableFilterProxy::levelCounts() const
{
    LevelCounts counts;
    for (int row = 0; row < rowCount(); ++row)
        ++counts[m_model->verdictAt(mapToSource(index(row, 0)).row()).level];
    return counts;
}

QStringList TableFilterProxy::unknownReasons() const
{
    QMap<QString, int> counts;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex source = mapToSource(index(row, 0));
        const RowVerdict &verdict = m_model->verdictAt(source.row());
        if (verdict.level != StateLevel::Unknown)
            continue;
        const auto observation
            = static_cast<Observation>(m_model->data(source, ObservationRole).toInt());
        if (observation != Observation::Fresh)
            ++counts[observationWord(observation)];
        else if (!verdict.reasons.isEmpty())
            ++counts[reasonText(verdict.reasons.first(), PipelineHealth())];
    }
    QStringList words = counts.keys();
    std::stable_sort(words.begin(), words.end(), [&counts](const QString &a, const QString &b) {
        return counts.value(a) > counts.value(b);
    });
    for (QString &word : words) {
        //: %1 is a number of rows, %2 says why they are unknown: "3 stale"
        word = tr("%1 %2").arg(QLocale().toString(counts.value(word)), word);
    }
    return words;
}

QString TableFilterProxy::keyAt(int row) const
{
    const QModelIndex source = mapToSource(index(row, 0));
    return source.isValid() ? m_model->keyAt(source.row()) : QString();
}

QModelIndex TableFilterProxy::indexOfKey(const QString &key, int column) const
{
    const int row = m_model->rowOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_model->index(row, column));
}

bool TableFilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_compiled->accepts(sourceRow);
}

bool TableFilterProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // New rows are sorted by the base class even when it does not sort them in. While nobody looks
    // that would only cost time.
    const int order = m_asleep ? left.row() - right.row() : compareRows(left.row(), right.row());
    // The base class swaps the sides for descending order; compareRows() has taken that into
    // account.
    return sortOrder() == Qt::AscendingOrder ? order < 0 : order > 0;
}

int TableFilterProxy::rankOf(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return at < m_ranks.size() ? m_ranks[at] : -1;
}

/// Negative when the row \a left is to stand above \a right.
int TableFilterProxy::compareRows(int left, int right) const
{
    const int leftRank = rankOf(left);
    const int rightRank = rankOf(right);
    if (leftRank >= 0 && rightRank >= 0)
        return leftRank - rightRank;
    for (const Level &level : m_levels) {
        const SortCell &a = m_model->sortCellAt(left, level.column);
        const SortCell &b = m_model->sortCellAt(right, level.column);
        if (a.nothing != b.nothing)
            return a.nothing ? 1 : -1;
        if (a.nothing)
            continue;
        if (const int order = compareCells(a, b); order != 0)
            return level.order == Qt::AscendingOrder ? order : -order;
    }
    return m_model->keyAt(left).compare(m_model->keyAt(right));
}

} // namespace tallylight::models
