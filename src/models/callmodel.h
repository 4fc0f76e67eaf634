// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "models/columns.h"
#include "models/roles.h"
#include "models/timeformat.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSortFilterProxyModel>
#include <QString>

#include <span>

namespace tallylight::models {

/// A finished call as the call inspector shows it.
struct CallRow
{
    quint64 serial = 0; ///< of the ledger; rises
    QString profileId;
    QString profileName;
    QString profileColor; ///< "#rrggbb"; empty for none
    bool production = false;
    CallRecord record;
};

/// How a call ended: Ok, Warning for what may pass or was cancelled by trouble, Critical for what
/// somebody has to cure, Idle for cancelled.
StateLevel callLevel(const CallRecord &record);

/// The calls of all profiles, oldest first. Holds no colours or widgets, and nothing secret: a
/// CallRecord has none.
class CallModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Time, ///< when it was started
        Profile,
        Service,
        Operation,
        Result,
        Status, ///< HTTP
        Duration, ///< milliseconds, waiting for the rate limit and retries included
        Attempts,
        Size, ///< bytes received
        RequestId,
        Address, ///< host and path, without the query
    };
    Q_ENUM(Column)

    explicit CallModel(QObject *parent = nullptr);

    static std::span<const ColumnSpec> columnSpecs();

    void append(const CallRow &row);
    void append(const QList<CallRow> &rows);
    /// Nothing happens for an unknown one.
    void remove(quint64 serial);
    void clear();
    void setTimeZone(TimeZoneChoice zone);

    /// The row must exist.
    const CallRow &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CallRow &row, Column column) const;
    QVariant value(const CallRow &row, Column column) const;

    QList<CallRow> m_rows;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
};

/// Which calls are shown, and in which order.
class CallFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CallFilter(QObject *parent = nullptr);

    /// Words that all have to occur in a row, whatever their case.
    void setText(const QString &text);
    void setProblemsOnly(bool only);
    /// Empty for all.
    void setProfile(const QString &profileId);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    QString m_profileId;
    bool m_problemsOnly = false;
};

} // namespace tallylight::models
