// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rowverdict.h"
#include "models/tablemodel.h"

#include <QList>
#include <QSet>

#include <functional>
#include <utility>
#include <vector>

namespace tallylight::models {

/// A table of \a Row values, each with a key, updated by difference so that selection, scroll
/// position and persistent indexes survive every refresh.
///
/// Rows that didn't change emit nothing. Changes come out as at most 100 dataChanged runs, or else
/// as one span over them all. New rows are appended; the order is the proxy's business. Observation
/// times alone never emit dataChanged.
template<typename Row> class KeyedTableModel : public TableModel
{
public:
    using TableModel::TableModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;

    /// Inserts new rows and updates known ones, for instance a decoded page at a time. Of rows with
    /// the same key the last one counts.
    void upsert(const QList<Row> &rows);
    /// The end of a complete sweep: removes every row of \a profileId whose key is not in \a keys
    /// (rowKey()).
    void retain(const QString &profileId, const QSet<QString> &keys);
    /// Makes \a rows all there is of \a profileId; rows of other profiles in it are ignored.
    void applySnapshot(const QString &profileId, const QList<Row> &rows);
    void removeProfile(const QString &profileId);
    /// The profile was renamed, recoloured or marked as production.
    void updateProfile(const ProfileTag &profile);
    /// How all rows of \a profileId have been observed now; for health, the inventory part of it.
    void updateFreshness(const QString &profileId, const Freshness &freshness);

    /// Null when there is no such row. Valid until the next change.
    const Row *rowAt(int row) const;
    const Row *find(const QString &key) const;

    QString keyAt(int row) const final;
    int rowOf(const QString &key) const final;
    const ProfileTag &profileAt(int row) const final;
    const RowVerdict &verdictAt(int row) const final;
    QStringList tagsAt(int row) const final;
    const QString &searchTextAt(int row) const final;
    QString textAt(int row, int column) const final;
    QVariant valueAt(int row, int column) const final;
    const SortCell &sortCellAt(int row, int column) const final;

    void clockTicked() final;

protected:
    /// Applies \a change to every row of \a profileId (every row when it is empty); it answers
    /// whether the row shows anything new. Emits what follows from that.
    void changeRows(const QString &profileId, const std::function<bool(Row &)> &change);
    /// As changeRows() for a renewed part of the freshness, picked by \a part.
    void renewFreshness(const QString &profileId, const Freshness &freshness, Freshness Row::*part);

    // What the concrete models say about a row.
    virtual QString text(const Row &row, const RowVerdict &verdict, int column) const = 0;
    virtual QVariant value(const Row &row, const RowVerdict &verdict, int column) const = 0;
    virtual QString toolTip(const Row &row, const RowVerdict &verdict, int column) const = 0;
    /// A number or text to sort by; invalid for nothing. By default the number in value(), or else
    /// text().
    virtual QVariant sortValue(const Row &row, const RowVerdict &verdict, int column) const;
    virtual QStringList links(const Row &row, int column) const = 0;
    virtual StateLevel cellLevel(const Row &row, const RowVerdict &verdict, int column) const = 0;
    /// What \a column's trust rests on.
    virtual const Freshness &cellFreshness(const Row &row, int column) const = 0;
    virtual TrustMark trustMark(const Row &row, TrustMemo &memo) const = 0;
    virtual RowVerdict judge(const Row &row, const TrustMark &mark,
                             const QDateTime &utcNow) const = 0;
    virtual QMap<QString, QString> tags(const Row &row) const = 0;
    /// Id and name for namesChanged(); an empty id for rows that have no name of their own.
    virtual std::pair<QString, QString> idAndName(const Row &row) const = 0;

    void dropTextCaches() final;

private:
    struct Entry
    {
        Row row;
        QString key;
        TrustMark mark;
        RowVerdict verdict;
        mutable QString searchText; ///< null until asked for
        mutable std::vector<std::pair<int, SortCell>> sortCells; ///< by column, those asked for

        void dropCaches() const;
    };
    class Changes;

    Entry makeEntry(const Row &row, QString key, TrustMemo &memo) const;
    bool replace(Entry &entry, const Row &row, TrustMemo &memo, Changes &changes);
    bool rejudge(Entry &entry, TrustMemo &memo);
    void emitChanges(const Changes &changes);
    void removeRowsAt(const std::vector<int> &rows);
    void removeScattered(const std::vector<int> &rows);
    void rebuildIndex() const;
    SortCell makeSortCell(const Entry &entry, int column) const;
    QVariant roleData(const Entry &entry, int column, int role) const;
    const Entry &entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    std::vector<Entry> m_entries;
    mutable QHash<QString, int> m_rowByKey;
    mutable bool m_indexStale = false; ///< rows have moved since m_rowByKey was built
};

extern template class KeyedTableModel<InputRow>;
extern template class KeyedTableModel<ChannelRow>;
extern template class KeyedTableModel<HealthRow>;
extern template class KeyedTableModel<AlertRow>;

} // namespace tallylight::models
