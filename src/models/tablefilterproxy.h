// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tablefilter.h"
#include "models/tablemodel.h"

#include <QSortFilterProxyModel>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace tallylight::models {

class CompiledFilter;

/// Sorts and filters one table model.
///
/// Sorting is stable and total: by the column clicked, then by those clicked before it, finally by
/// key. Texts sort in natural order of the locale ("Cam 2" before "Cam 10"), states by badness, and
/// cells with nothing in them last in either direction.
class TableFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// \a model must outlive the proxy or be its child.
    explicit TableFilterProxy(TableModel *model, QObject *parent = nullptr);
    ~TableFilterProxy() override;

    TableModel *tableModel() const { return m_model; }

    const TableFilter &filter() const { return m_filter; }
    /// Shows only what passes \a filter; nothing happens when it is what it was.
    void setFilter(const TableFilter &filter);
    /// What of the filter could not be understood and is not applied.
    QList<FilterProblem> filterProblems() const;

    /// Sorts by \a column; the columns sorted by before become its tie-breaks. -1 forgets them all.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Sorts by \a column where those before it are equal: as a new last level, ascending, or, when
    /// it is one already, in its place and the other way round. A full list gives up its last
    /// level.
    void addSortLevel(int column);
    /// The current order, first level first; for settings.
    QList<SortLevel> sortLevels() const;
    /// Sorts by all of \a levels at once; unknown columns are skipped.
    void setSortLevels(const QList<SortLevel> &levels);

    /// While frozen, rows keep their place whatever happens to them (the pointer is over the
    /// table); catches up when released.
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }
    /// While asleep, because nobody looks, rows that change are neither sorted nor filtered again;
    /// new ones that pass the filter are added at the end. Catches up when woken.
    void setAsleep(bool asleep);

    int shownCount() const { return rowCount(); }
    int totalCount() const { return m_model->rowCount(); }
    /// Of the rows shown.
    LevelCounts levelCounts() const;
    /// Why shown rows are unknown, the most frequent first: "3 stale", "1 alerts not known".
    QStringList unknownReasons() const;

    QString keyAt(int row) const;
    /// The index of \a column in the row with \a key; invalid when it is not there or not shown.
    QModelIndex indexOfKey(const QString &key, int column = 0) const;

Q_SIGNALS:
    /// shownCount(), totalCount() or levelCounts() may have changed; at once after setFilter(),
    /// otherwise at most ten times a second.
    void countsChanged();
    void filterChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Level
    {
        int column = 0;
        Qt::SortOrder order = Qt::AscendingOrder;

        bool operator==(const Level &) const = default;
    };

    int compareRows(int left, int right) const;
    int rankOf(int row) const;
    void rankRows();
    void sortAllBy(const std::function<void()> &step);
    bool isLarge(int rows) const;
    bool isStill() const { return m_frozen || m_asleep; }
    void followStillness();
    void resort();
    void observationsRenewed();
    void ticked();
    bool sortsByAge() const;

    TableModel *m_model;
    TableFilter m_filter;
    std::unique_ptr<CompiledFilter> m_compiled;
    QList<Level> m_levels; ///< the primary one first
    std::vector<int> m_ranks; ///< by source row, -1 for others than those shown; empty unless all
                              ///< are being sorted
    QTimer m_countsTimer;
    bool m_frozen = false;
    bool m_asleep = false;
    bool m_appending = false; ///< a large batch is put at the end and sorted in afterwards
};

} // namespace tallylight::models
