// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyedtablemodel.h"

#include "models/rowchanges.h"
#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

/// More changed or removed runs than this are handed over as one, because every signal costs the
/// proxy a pass over its mapping.
constexpr std::size_t kMaxRuns = 100;

double sortNumber(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return static_cast<double>(value.toDateTime().toMSecsSinceEpoch());
    return value.toDouble();
}

} // namespace

template<typename Row> int KeyedTableModel<Row>::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

template<typename Row> QVariant KeyedTableModel<Row>::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    const Entry &entry = entryAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return this->column(column).kind == ColumnKind::State && !isCommon(column)
            ? text(entry.row, verdictNow(entry), column)
            : textAt(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(fullToolTip(entry, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(static_cast<int>(this->column(column).alignment()));
    case RawRole:
        return valueAt(row, column);
    case KeyRole:
        return entry.key;
    case LevelRole:
        return static_cast<int>(verdictNow(entry).level);
    case CellLevelRole:
        return static_cast<int>(cellLevelOf(entry, verdictNow(entry), column));
    case ProfileIdRole:
        return entry.row.profile.id;
    case ProfileColorRole:
        return entry.row.profile.color;
    case ProductionRole:
        return entry.row.profile.production;
    case SearchRole:
        return searchTextAt(row);
    case LinkRole:
        return isCommon(column) ? QStringList() : links(entry.row, column);
    case TrustRole:
        return static_cast<int>(freshnessOf(entry, column).trust(clock().utcNow()));
    case ReasonRole:
        return distrustReason(cellObservation(entry.row, column), freshnessOf(entry, column),
                              clock().utcNow());
    case ObservationRole:
        return static_cast<int>(
            cellObservation(entry.row, column)
                .value_or(observationOf(freshnessOf(entry, column), clock().utcNow())));
    default:
        return {};
    }
}

template<typename Row> bool KeyedTableModel<Row>::isCommon(int column) const
{
    return column == kProfileColumn || column == kRegionColumn || isAge(column);
}

template<typename Row>
const Freshness &KeyedTableModel<Row>::freshnessOf(const Entry &entry, int column) const
{
    return isCommon(column) ? entry.row.*kMainFreshness<Row> : cellFreshness(entry.row, column);
}

template<typename Row>
StateLevel KeyedTableModel<Row>::cellLevelOf(const Entry &entry, const RowVerdict &verdict,
                                             int column) const
{
    return isCommon(column) ? StateLevel::None : cellLevel(entry.row, verdict, column);
}

/// The verdict as of this moment: what is green may have become stale since the clock last ticked.
template<typename Row> RowVerdict KeyedTableModel<Row>::verdictNow(const Entry &entry) const
{
    if (entry.verdict.level != StateLevel::Ok)
        return entry.verdict;
    TrustMemo memo(clock().utcNow());
    const TrustMark mark = trustMark(entry.row, memo);
    return mark == entry.mark ? entry.verdict : judge(entry.row, mark, memo.now());
}

template<typename Row>
QString KeyedTableModel<Row>::fullToolTip(const Entry &entry, int column) const
{
    QStringList lines;
    if (isAge(column)) {
        lines << observedText(observedAt(entry.row));
    } else if (column == kProfileColumn) {
        lines << entry.row.profile.name;
        if (entry.row.profile.production)
            lines << QCoreApplication::translate("Columns", "Marked as production");
    } else if (column != kRegionColumn) {
        lines << toolTip(entry.row, entry.verdict, column);
    }
    const Freshness &freshness = freshnessOf(entry, column);
    lines << (isAge(column) ? staleReason(freshness, clock().utcNow())
                            : observationLine(freshness, clock().utcNow()));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

template<typename Row> const Row *KeyedTableModel<Row>::rowAt(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &entryAt(row).row;
}

template<typename Row> const Row *KeyedTableModel<Row>::find(const QString &key) const
{
    return rowAt(rowOf(key));
}

template<typename Row> QString KeyedTableModel<Row>::keyAt(int row) const
{
    return entryAt(row).key;
}

template<typename Row> int KeyedTableModel<Row>::rowOf(const QString &key) const
{
    if (m_indexStale)
        rebuildIndex();
    return m_rowByKey.value(key, -1);
}

template<typename Row> void KeyedTableModel<Row>::rebuildIndex() const
{
    m_rowByKey.clear();
    m_rowByKey.reserve(static_cast<qsizetype>(m_entries.size()));
    for (int row = 0; row < rowCount(); ++row)
        m_rowByKey.insert(entryAt(row).key, row);
    m_indexStale = false;
}

template<typename Row> const ProfileTag &KeyedTableModel<Row>::profileAt(int row) const
{
    return entryAt(row).row.profile;
}

template<typename Row> const RowVerdict &KeyedTableModel<Row>::verdictAt(int row) const
{
    return entryAt(row).verdict;
}

template<typename Row> QStringList KeyedTableModel<Row>::tagsAt(int row) const
{
    return tagTexts(tags(entryAt(row).row));
}

template<typename Row> QString KeyedTableModel<Row>::textAt(int row, int column) const
{
    const Entry &entry = entryAt(row);
    if (column == kProfileColumn)
        return entry.row.profile.name;
    if (column == kRegionColumn)
        return entry.row.profile.region;
    if (!isAge(column))
        return text(entry.row, entry.verdict, column);
    const QDateTime at = observedAt(entry.row);
    //: in the Age column: not observed since the program started
    return at.isValid() ? formatAge(std::chrono::seconds(secondsSince(at)))
                        : QCoreApplication::translate("Columns", "never");
}

template<typename Row> QVariant KeyedTableModel<Row>::valueAt(int row, int column) const
{
    const Entry &entry = entryAt(row);
    if (column == kProfileColumn)
        return entry.row.profile.name;
    if (column == kRegionColumn)
        return entry.row.profile.region;
    if (!isAge(column))
        return value(entry.row, entry.verdict, column);
    const QDateTime at = observedAt(entry.row);
    return at.isValid() ? QVariant(secondsSince(at)) : QVariant();
}

template<typename Row> const QString &KeyedTableModel<Row>::searchTextAt(int row) const
{
    const Entry &entry = entryAt(row);
    if (!entry.searchText.isNull())
        return entry.searchText;
    QString all = u"\n"_s;
    for (int column = 0; column < columnCount(); ++column) {
        if (isAge(column))
            continue; // changes every second
        const QString shown = textAt(row, column);
        if (shown.isEmpty())
            continue;
        appendFolded(all, shown);
        all += u'\n';
        const ColumnKind kind = this->column(column).kind;
        if ((kind == ColumnKind::State || kind == ColumnKind::Text) && !isCommon(column)) {
            const QString wire = valueAt(row, column).toString();
            if (wire != shown) {
                appendFolded(all, wire);
                all += u'\n';
            }
        }
    }
    all.squeeze();
    entry.searchText = all;
    return entry.searchText;
}

template<typename Row> const SortCell &KeyedTableModel<Row>::sortCellAt(int row, int column) const
{
    const Entry &entry = entryAt(row);
    for (const auto &[known, cell] : entry.sortCells) {
        if (known == column)
            return cell;
    }
    entry.sortCells.emplace_back(column, makeSortCell(entry, row, column));
    return entry.sortCells.back().second;
}

template<typename Row>
SortCell KeyedTableModel<Row>::makeSortCell(const Entry &entry, int row, int column) const
{
    SortCell cell;
    switch (this->column(column).kind) {
    case ColumnKind::Number:
    case ColumnKind::Flag:
    case ColumnKind::Time: {
        const QVariant raw = valueAt(row, column);
        cell.number = sortNumber(raw);
        cell.nothing = !raw.isValid() || std::isnan(cell.number);
        return cell;
    }
    case ColumnKind::Age: {
        // By the moment, not by the age, which moves while sorting.
        const QDateTime at = observedAt(entry.row);
        cell.nothing = !at.isValid();
        cell.number = cell.nothing ? 0.0 : -static_cast<double>(at.toMSecsSinceEpoch());
        return cell;
    }
    case ColumnKind::State:
        cell.number = static_cast<double>(cellLevelOf(entry, entry.verdict, column));
        break;
    case ColumnKind::Text:
    case ColumnKind::List:
    case ColumnKind::Link:
        break;
    }
    const QString shown = textAt(row, column);
    cell.nothing = shown.isEmpty();
    if (!cell.nothing)
        cell.text = collator().sortKey(shown);
    return cell;
}

template<typename Row> void KeyedTableModel<Row>::dropTextCaches()
{
    for (const EntryPointer &entry : m_entries)
        dropCaches(*entry, false);
}

template<typename Row>
auto KeyedTableModel<Row>::makeEntry(const Row &row, const QString &key, TrustMemo &memo) const
    -> EntryPointer
{
    auto entry = std::make_unique<Entry>();
    entry->row = row;
    entry->key = key;
    entry->mark = trustMark(row, memo);
    entry->verdict = judge(row, entry->mark, memo.now());
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
    changes.replaceRow(rowNumber, makeEntry(row, entry.key, memo));
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
    entry.verdict = judge(entry.row, entry.mark, memo.now());
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
    if (gone.empty())
        return;
    const std::vector<RowRun> runs = rowRuns(gone);
    if (runs.size() > kMaxRuns) {
        removeScattered(gone);
        return;
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        removeRun(run->first, run->last);
}

template<typename Row>
void KeyedTableModel<Row>::retainIds(const QString &profileId, const QSet<QString> &ids)
{
    const bool allThere = std::all_of(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        return entry->row.profile.id != profileId
            || ids.contains(entry->key.sliced(profileId.size() + 1));
    });
    if (allThere)
        return; // the usual end of a sweep
    QSet<QString> keys;
    keys.reserve(ids.size());
    for (const QString &id : ids)
        keys.insert(profileId + u'/' + id);
    retain(profileId, keys);
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
        changes.replaceRow(row, makeEntry(renamed, entry.key, memo));
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
        if (!(trustMark(entry.row, memo) == entry.mark))
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
