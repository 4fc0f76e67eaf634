// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keyedtablemodel.h"
#include "models/words.h"

#include <QCoreApplication>

#include <cmath>

// The half of KeyedTableModel that reads rows. Nobody but keyedtablemodel.cpp, which instantiates
// the template, includes it.

namespace tallylight::models {

namespace keyedtable {

/// What \a value, a number or a time, sorts by.
inline double sortNumber(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return static_cast<double>(value.toDateTime().toMSecsSinceEpoch());
    return value.toDouble();
}

} // namespace keyedtable

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
    return mark == entry.mark ? entry.verdict : judge(entry.row, mark, memo.now(), entry.verdict);
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
    QString all(u'\n');
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
        cell.number = keyedtable::sortNumber(raw);
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

} // namespace tallylight::models
