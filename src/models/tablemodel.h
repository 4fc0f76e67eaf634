// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/freshness.h"
#include "models/columns.h"
#include "models/roles.h"
#include "models/rows.h"
#include "models/rowverdict.h"
#include "models/timeformat.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QHash>
#include <QLocale>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <optional>
#include <span>

namespace tallylight::models {

/// How many rows there are of each level.
struct LevelCounts
{
    std::array<int, 6> perLevel{};

    int &operator[](StateLevel level) { return perLevel[static_cast<std::size_t>(level)]; }
    int operator[](StateLevel level) const { return perLevel[static_cast<std::size_t>(level)]; }
    bool operator==(const LevelCounts &) const = default;
};

/// What a cell sorts by: nothing (always last), then the number, then the text.
struct SortCell
{
    bool nothing = true;
    double number = 0.0;
    std::optional<QCollatorSortKey> text;
};

/// What all table models have in common; the rows are in KeyedTableModel.
///
/// Lives in the GUI thread. Holds no colours, icons or widgets.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a clock must outlive the model.
    TableModel(const Clock &clock, std::span<const ColumnSpec> columns, QObject *parent);
    ~TableModel() override;

    int columnCount(const QModelIndex &parent = {}) const final;
    /// Title, explanation and, as RawRole, the id of a column.
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;

    std::span<const ColumnSpec> columns() const { return m_columns; }
    const ColumnSpec &column(int column) const
    {
        return m_columns[static_cast<std::size_t>(column)];
    }
    /// The first two columns of every table.
    static constexpr int kProfileColumn = 0;
    static constexpr int kRegionColumn = 1;
    /// The column with \a id; -1 when there is none.
    int columnOf(const QString &id) const;

    const Clock &clock() const { return m_clock; }
    TimeZoneChoice timeZone() const { return m_timeZone; }
    /// Shows times in \a zone from now on.
    void setTimeZone(TimeZoneChoice zone);

    // Row access without QVariant, for the proxy, links and exports. Rows must exist.
    virtual QString keyAt(int row) const = 0;
    /// The row with \a key; -1 when there is none.
    virtual int rowOf(const QString &key) const = 0;
    virtual const ProfileTag &profileAt(int row) const = 0;
    virtual const RowVerdict &verdictAt(int row) const = 0;
    virtual QStringList tagsAt(int row) const = 0; ///< "key=value", sorted
    virtual const QString &
    searchTextAt(int row) const = 0; ///< SearchRole; cells are separated by line feeds
    virtual QString textAt(int row, int column) const = 0; ///< DisplayRole
    virtual QVariant valueAt(int row, int column) const = 0; ///< RawRole
    virtual const SortCell &sortCellAt(int row, int column) const = 0;

    /// All rows by level.
    LevelCounts levelCounts() const;

public Q_SLOTS:
    /// Time has passed: notices what has become stale. Meant to be called once a second; cheap when
    /// nothing has changed. Ages change without any signal; repaint the Age column to show them.
    virtual void clockTicked() = 0;

Q_SIGNALS:
    /// Some rows have been seen again, unchanged: only their age is new.
    void observationsRenewed();
    /// clockTicked() is done.
    void ticked();
    /// Rows of \a profileId got these names (id to name); for models that show the names of what
    /// they link to.
    void namesChanged(const QString &profileId, const QHash<QString, QString> &namesById);

protected:
    /// "name (id)", or the id alone when no name is known.
    static QString nameWithId(const QString &name, const QString &id);
    // RawRole values; invalid for nothing.
    static QVariant textValue(const QString &text);
    static QVariant listValue(const QStringList &texts);
    static QVariant timeValue(const QDateTime &time);
    /// Adds \a news to \a names and answers the ids whose name that changes.
    static QSet<QString> mergeNames(QHash<QString, QString> &names,
                                    const QHash<QString, QString> &news);
    /// "key=value" for each tag.
    static QStringList tagTexts(const QMap<QString, QString> &tags);
    /// \a text as a tool tip that shows it as it is: texts from AWS may look like HTML.
    static QString plainToolTip(const QString &text);
    /// Whole seconds from \a at to now, never negative.
    qint64 secondsSince(const QDateTime &at) const;
    const QCollator &collator() const { return m_collator; }
    const QLocale &locale() const { return m_locale; }
    QString time(const QDateTime &time) const { return formatTime(time, m_timeZone); }
    /// Forgets what was cached about how rows read and sort.
    virtual void dropTextCaches() = 0;
    /// Every row reads differently now: drops the text caches and tells the views in one span.
    void allTextsChanged();

private:
    const Clock &m_clock;
    std::span<const ColumnSpec> m_columns;
    QLocale m_locale;
    QCollator m_collator;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
};

/// \a text as the quick filter compares it: without case and diacritics.
QString foldedForSearch(const QString &text);
/// The same, added to \a folded.
void appendFolded(QString &folded, QStringView text);

} // namespace tallylight::models
