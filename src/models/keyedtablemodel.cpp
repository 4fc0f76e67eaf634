// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyedtablemodel.h"

#include "models/keyedtablereading.h"
#include "models/rowchanges.h"

#include <algorithm>

namespace tallylight::models {

namespace {

/// More changed or removed runs than this are handed over as one, because every signal costs the
/// proxy a pass over its mapping.
constexpr std::size_t kMaxRuns = 100;

} // namespace

template<typename Row> void KeyedTableModel<Row>::dropTextCaches()
{
    for (const EntryPointer &entry : m_entries)
        dropCaches(*entry, false);
}

template<typename Row>
auto KeyedTableModel<Row>::makeEntry(const Row &row, const QString &key, TrustMemo &memo,
                                     const RowVerdict &before) const -> EntryPointer
{
    auto entry = std::make_unique<Entry>();
    entry->row = row;
    entry->key = key;
    entry->mark = trustMark(row, memo);
    entry->verdict = judge(row, entry->mark, memo.now(), before);
    return entry;
}

template<typename Row>
void KeyedTableModel<Row>::update(int rowNumber, const Row &row, TrustMemo &memo, Changes &changes)
{
    Entry &entry = entryAt(rowNumber);
    const bool same = sameContent(entry.row, row);
    if (same && !changes.isPending(rowNumber)) {
        if (sameObservation(entry.row, row))
            return;
        const bool trouble = !sameTrouble(entry.row, row);
        entry.row = row;
        renewed(rowNumber, trouble, memo, changes);
        return;
    }
    if (!same && idAndName(entry.row) != idAndName(row))
        changes.addName(row.profile.id, idAndName(row));
    changes.replaceRow(rowNumber, makeEntry(row, entry.key, memo, entry.verdict));
}

/// After the freshness of a row was renewed: finds out whether anything but its age follows from
/// that.
template<typename Row>
void KeyedTableModel<Row>::renewed(int rowNumber, bool trouble, TrustMemo &memo, Changes &changes)
{
    Entry &entry = entryAt(rowNumber);
    if (trouble || !(trustMark(entry.row, memo) == entry.mark)) {
        changes.rejudgeRow(rowNumber);
        return;
    }
    std::erase_if(entry.sortCells, [this](const auto &cell) { return isAge(cell.first); });
    changes.setRenewed();
}

/// Forgets what was cached of \a entry; after a new verdict alone, texts and what sorts by them
/// stay.
template<typename Row> void KeyedTableModel<Row>::dropCaches(Entry &entry, bool verdictOnly) const
{
    if (!verdictOnly || textFollowsVerdict()) {
        entry.searchText = QString();
        entry.sortCells.clear();
        return;
    }
    std::erase_if(entry.sortCells, [this](const auto &cell) {
        const ColumnKind kind = column(cell.first).kind;
        return kind == ColumnKind::State || kind == ColumnKind::Age;
    });
}

template<typename Row> void KeyedTableModel<Row>::rejudge(Entry &entry, TrustMemo &memo) const
{
    entry.mark = trustMark(entry.row, memo);
    entry.verdict = judge(entry.row, entry.mark, memo.now(), entry.verdict);
    dropCaches(entry, true);
}

template<typename Row> void KeyedTableModel<Row>::upsert(const QList<Row> &rows)
{
    Changes changes;
    TrustMemo memo(clock().utcNow());
    std::vector<EntryPointer> added;
    QHash<QString, std::size_t> addedByKey;
    for (const Row &row : rows) {
        const QString key = rowKey(row);
        if (const int known = rowOf(key); known >= 0) {
            update(known, row, memo, changes);
            continue;
        }
        changes.addName(row.profile.id, idAndName(row));
        const auto again = addedByKey.constFind(key);
        if (again != addedByKey.cend()) {
            added[*again] = makeEntry(row, key, memo);
        } else {
            addedByKey.insert(key, added.size());
            added.push_back(makeEntry(row, key, memo));
        }
    }
    applyPending(changes);
    append(std::move(added));
    tell(changes);
}

template<typename Row> void KeyedTableModel<Row>::append(std::vector<EntryPointer> added)
{
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (EntryPointer &entry : added) {
        m_rowByKey.insert(entry->key, rowCount());
        m_entries.push_back(std::move(entry));
    }
    endInsertRows();
}

template<typename Row> void KeyedTableModel<Row>::applyPending(Changes &changes)
{
    auto pending = changes.take();
    TrustMemo memo(clock().utcNow());
    std::vector<int> rows;
    rows.reserve(pending.size());
    for (const auto &change : pending)
        rows.push_back(change.row);
    std::vector<RowRun> runs = rowRuns(rows);
    if (runs.size() > kMaxRuns)
        runs = {{rows.front(), rows.back()}};
    auto next = pending.begin();
    for (const RowRun &run : runs) {
        for (; next != pending.end() && next->row <= run.last; ++next) {
            if (next->kind == Changes::Kind::Replace)
                m_entries[static_cast<std::size_t>(next->row)] = std::move(next->entry);
            else if (next->kind == Changes::Kind::Rejudge)
                rejudge(entryAt(next->row), memo);
            else
                dropCaches(entryAt(next->row), false);
        }
        Q_EMIT dataChanged(index(run.first, 0), index(run.last, columnCount() - 1));
    }
}

template<typename Row> void KeyedTableModel<Row>::tell(const Changes &changes)
{
    if (changes.renewed())
        Q_EMIT observationsRenewed();
    for (auto it = changes.names().begin(); it != changes.names().end(); ++it)
        Q_EMIT namesChanged(it.key(), it.value());
}

template<typename Row>
void KeyedTableModel<Row>::retain(const QString &profileId, const QSet<QString> &keys)
{
    std::vector<int> gone;
    for (int row = 0; row < rowCount(); ++row) {
        const Entry &entry = entryAt(row);
        if (entry.row.profile.id == profileId && !keys.contains(entry.key))
            gone.push_back(row);
    }
    removeRows(gone);
}

template<typename Row>
void KeyedTableModel<Row>::removeIds(const QString &profileId, const QSet<QString> &ids)
{
    std::vector<int> gone;
    for (const QString &id : ids) {
        if (const int row = rowOf(profileId + u'/' + id); row >= 0)
            gone.push_back(row);
    }
    std::sort(gone.begin(), gone.end());
    removeRows(gone);
}

/// Removes \a rows, sorted and without duplicates.
template<typename Row> void KeyedTableModel<Row>::removeRows(const std::vector<int> &rows)
{
    const std::vector<RowRun> runs = rowRuns(rows);
    if (runs.size() > kMaxRuns) {
        removeScattered(rows);
        return;
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        removeRun(run->first, run->last);
}

template<typename Row> void KeyedTableModel<Row>::removeRun(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
    m_indexStale = true;
    endRemoveRows();
}

/// Moves \a rows to the end as one change of layout and removes them there at once.
template<typename Row> void KeyedTableModel<Row>::removeScattered(const std::vector<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<int> newRows(m_entries.size());
    std::vector<EntryPointer> kept;
    std::vector<EntryPointer> gone;
    const auto keptCount = static_cast<int>(m_entries.size() - rows.size());
    auto next = rows.begin();
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (next != rows.end() && *next == row) {
            newRows[at] = keptCount + static_cast<int>(gone.size());
            gone.push_back(std::move(m_entries[at]));
            ++next;
        } else {
            newRows[at] = static_cast<int>(kept.size());
            kept.push_back(std::move(m_entries[at]));
        }
    }
    m_entries = std::move(kept);
    std::move(gone.begin(), gone.end(), std::back_inserter(m_entries));
    m_indexStale = true;
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from)
        to << index(newRows[static_cast<std::size_t>(old.row())], old.column());
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
    removeRun(keptCount, rowCount() - 1);
}

template<typename Row>
void KeyedTableModel<Row>::applySnapshot(const QString &profileId, const QList<Row> &rows)
{
    QSet<QString> keys;
    QList<Row> own;
    own.reserve(rows.size());
    for (const Row &row : rows) {
        if (row.profile.id != profileId)
            continue;
        keys.insert(rowKey(row));
        own << row;
    }
    retain(profileId, keys);
    upsert(own);
}

template<typename Row> void KeyedTableModel<Row>::removeProfile(const QString &profileId)
{
    retain(profileId, {});
}

template<typename Row>
void KeyedTableModel<Row>::rereadRows(const QString &profileId,
                                      const std::function<bool(const Row &)> &affected)
{
    Changes changes;
    for (int row = 0; row < rowCount(); ++row) {
        const Row &known = entryAt(row).row;
        if (known.profile.id == profileId && affected(known))
            changes.rereadRow(row);
    }
    applyPending(changes);
}

template<typename Row> void KeyedTableModel<Row>::updateProfile(const ProfileTag &profile)
{
    Changes changes;
    TrustMemo memo(clock().utcNow());
    for (int row = 0; row < rowCount(); ++row) {
        const Entry &entry = entryAt(row);
        if (entry.row.profile.id != profile.id || entry.row.profile == profile)
            continue;
        Row renamed = entry.row;
        renamed.profile = profile;
        changes.replaceRow(row, makeEntry(renamed, entry.key, memo, entry.verdict));
    }
    applyPending(changes);
}

template<typename Row>
void KeyedTableModel<Row>::updateFreshness(const QString &profileId, const Freshness &freshness)
{
    renewFreshness(profileId, freshness, kMainFreshness<Row>);
}

template<typename Row>
void KeyedTableModel<Row>::renewFreshness(const QString &profileId, const Freshness &freshness,
                                          Freshness Row::*part)
{
    Changes changes;
    TrustMemo memo(clock().utcNow());
    for (int row = 0; row < rowCount(); ++row) {
        Entry &entry = entryAt(row);
        if (entry.row.profile.id != profileId)
            continue;
        const Freshness known = entry.row.*part;
        Freshness merged = freshness;
        if (!merged.observedAt.isValid()
            || (known.observedAt.isValid() && merged.observedAt < known.observedAt))
            merged.observedAt = known.observedAt;
        if (merged == known)
            continue;
        entry.row.*part = merged;
        renewed(row, !sameTrouble(merged, known), memo, changes);
    }
    applyPending(changes);
    tell(changes);
}

template<typename Row> void KeyedTableModel<Row>::clockTicked()
{
    Changes changes;
    TrustMemo memo(clock().utcNow());
    for (int row = 0; row < rowCount(); ++row) {
        const Entry &entry = entryAt(row);
        const QDateTime dueAt = entry.verdict.dueAt();
        if (!(trustMark(entry.row, memo) == entry.mark) || (dueAt.isValid() && dueAt <= memo.now()))
            changes.rejudgeRow(row);
    }
    applyPending(changes);
    Q_EMIT ticked();
}

template class KeyedTableModel<InputRow>;
template class KeyedTableModel<ChannelRow>;
template class KeyedTableModel<HealthRow>;
template class KeyedTableModel<AlertRow>;

} // namespace tallylight::models
