// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/observation.h"
#include "models/rowchanges.h"
#include "models/rowverdict.h"
#include "models/tablemodel.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>
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
    /// Removes every row of \a profileId whose key is not in \a keys (rowKey()).
    void retain(const QString &profileId, const QSet<QString> &keys);
    /// Removes those rows of \a profileId; \a ids are keys without the leading "profileId/", known
    /// or not.
    void removeIds(const QString &profileId, const QSet<QString> &ids);
    /// Makes \a rows all there is of \a profileId; rows of other profiles in it are ignored.
    void applySnapshot(const QString &profileId, const QList<Row> &rows);
    void removeProfile(const QString &profileId);
    /// The profile was renamed, recoloured or marked as production.
    void updateProfile(const ProfileTag &profile);
    /// How all rows of \a profileId have been observed now; for health, the inventory part of it. A
    /// row that was seen later than that keeps its own time.
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
    /// Rows of \a profileId that are \a affected read differently, though their values are the
    /// same.
    void rereadRows(const QString &profileId, const std::function<bool(const Row &)> &affected);
    /// As updateFreshness(), for the \a part that is given.
    void renewFreshness(const QString &profileId, const Freshness &freshness, Freshness Row::*part);

    // What the concrete models say about a row. They are never asked for profile, region and age.
    virtual QString text(const Row &row, const RowVerdict &verdict, int column) const = 0;
    virtual QVariant value(const Row &row, const RowVerdict &verdict, int column) const = 0;
    virtual QString toolTip(const Row &row, const RowVerdict &verdict, int column) const = 0;
    /// When the oldest part of what the row shows was observed, UTC; the Age column counts from it.
    virtual QDateTime observedAt(const Row &row) const = 0;
    virtual QStringList links(const Row &row, int column) const = 0;
    virtual StateLevel cellLevel(const Row &row, const RowVerdict &verdict, int column) const = 0;
    /// What \a column's trust rests on.
    virtual const Freshness &cellFreshness(const Row &row, int column) const = 0;
    /// What stands in the way of a cell beyond the freshness of its part; nullopt for nothing, and
    /// for the columns all tables have.
    virtual std::optional<Observation> cellObservation(const Row &, int) const
    {
        return std::nullopt;
    }
    virtual TrustMark trustMark(const Row &row, TrustMemo &memo) const = 0;
    /// \a before is the row's last verdict; an initial one for a row that is new.
    virtual RowVerdict judge(const Row &row, const TrustMark &mark, const QDateTime &utcNow,
                             const RowVerdict &before) const = 0;
    /// True when texts other than the age depend on the verdict.
    virtual bool textFollowsVerdict() const { return false; }
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
    };
    using EntryPointer = std::unique_ptr<Entry>;
    using Changes = RowChanges<EntryPointer>;

    const Entry &entryAt(int row) const { return *m_entries[static_cast<std::size_t>(row)]; }
    Entry &entryAt(int row) { return *m_entries[static_cast<std::size_t>(row)]; }
    EntryPointer makeEntry(const Row &row, const QString &key, TrustMemo &memo,
                           const RowVerdict &before = {}) const;

    // Changing rows: what changed is collected first, applied and told run by run.
    void update(int rowNumber, const Row &row, TrustMemo &memo, Changes &changes);
    void renewed(int rowNumber, bool trouble, TrustMemo &memo, Changes &changes);
    void rejudge(Entry &entry, TrustMemo &memo) const;
    void dropCaches(Entry &entry, bool verdictOnly) const;
    void applyPending(Changes &changes);
    void tell(const Changes &changes);
    void append(std::vector<EntryPointer> added);
    void removeRows(const std::vector<int> &rows);
    void removeRun(int first, int last);
    void removeScattered(const std::vector<int> &rows);
    void rebuildIndex() const;

    // Reading rows.
    bool isAge(int column) const { return this->column(column).kind == ColumnKind::Age; }
    bool isCommon(int column) const;
    const Freshness &freshnessOf(const Entry &entry, int column) const;
    RowVerdict verdictNow(const Entry &entry) const;
    StateLevel cellLevelOf(const Entry &entry, const RowVerdict &verdict, int column) const;
    QString fullToolTip(const Entry &entry, int column) const;
    SortCell makeSortCell(const Entry &entry, int row, int column) const;

    std::vector<EntryPointer> m_entries;
    mutable QHash<QString, int> m_rowByKey;
    mutable bool m_indexStale = false; ///< rows have moved since m_rowByKey was built
};

extern template class KeyedTableModel<InputRow>;
extern template class KeyedTableModel<ChannelRow>;
extern template class KeyedTableModel<HealthRow>;
extern template class KeyedTableModel<AlertRow>;

} // namespace tallylight::models
