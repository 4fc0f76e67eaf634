// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <utility>
#include <vector>

namespace tallylight::models {

/// Neighbouring rows, first and last included.
struct RowRun
{
    int first = 0;
    int last = 0;

    bool operator==(const RowRun &) const = default;
};

/// \a rows, sorted and without duplicates, as runs.
inline std::vector<RowRun> rowRuns(const std::vector<int> &rows)
{
    std::vector<RowRun> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().last + 1 == row)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

/// What an operation is going to change.
///
/// Changes are applied just before they are told, because a sorting proxy finds the new place of a
/// row by comparing it with others, which must still be what the proxy believes they are.
template<typename EntryPointer> class RowChanges
{
public:
    enum class Kind {
        Replace, ///< by entry
        Rejudge, ///< the trust in it has changed
        Reread, ///< it reads differently, though its values are the same
    };
    struct Pending
    {
        int row = 0;
        Kind kind = Kind::Replace;
        EntryPointer entry; ///< for Replace
    };

    void replaceRow(int row, EntryPointer entry) { add({row, Kind::Replace, std::move(entry)}); }
    void rejudgeRow(int row) { add({row, Kind::Rejudge, nullptr}); }
    void rereadRow(int row) { add({row, Kind::Reread, nullptr}); }
    bool isPending(int row) const { return m_byRow.contains(row); }
    void addName(const QString &profileId, const std::pair<QString, QString> &idAndName)
    {
        if (!idAndName.first.isEmpty())
            m_names[profileId].insert(idAndName.first, idAndName.second);
    }
    void setRenewed() { m_renewed = true; }

    bool renewed() const { return m_renewed; }
    const QHash<QString, QHash<QString, QString>> &names() const { return m_names; }
    /// Sorted by row.
    std::vector<Pending> take()
    {
        std::sort(m_pending.begin(), m_pending.end(),
                  [](const Pending &a, const Pending &b) { return a.row < b.row; });
        m_byRow.clear();
        return std::exchange(m_pending, {});
    }

private:
    void add(Pending change)
    {
        const auto known = m_byRow.constFind(change.row);
        if (known != m_byRow.cend()) {
            m_pending[*known] = std::move(change);
            return;
        }
        m_byRow.insert(change.row, m_pending.size());
        m_pending.push_back(std::move(change));
    }

    std::vector<Pending> m_pending;
    QHash<int, std::size_t> m_byRow;
    QHash<QString, QHash<QString, QString>> m_names; // by profile, then id
    bool m_renewed = false;
};

} // namespace tallylight::models
