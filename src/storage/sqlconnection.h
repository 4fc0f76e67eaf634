// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"

#include <QHash>
#include <QString>
#include <QVariantList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QSqlQuery;

namespace tallylight::storage {

/// The current row of a result.
class SqlRow
{
public:
    explicit SqlRow(const QSqlQuery &query);

    bool isNull(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    /// Milliseconds since 1970 as UTC; invalid for NULL.
    QDateTime time(int column) const;
    std::optional<int> number(int column) const;

private:
    const QSqlQuery &m_query;
};

/// One connection to an SQLite file. Every result is checked: a call that fails answers false and
/// leaves the reason in trouble(). Statements are prepared once and kept.
///
/// Belongs to the thread that opened it.
class SqlConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };

    explicit SqlConnection(QString file);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    bool open(Access access);
    void close();
    bool isOpen() const { return !m_name.isEmpty(); }
    const QString &file() const { return m_file; }
    /// Once \a giveUp is true, calls fail, and one that reads does so at its next row: SQLite's own
    /// interruption is out of reach behind Qt SQL.
    void setGiveUp(std::shared_ptr<const std::atomic<bool>> giveUp);

    /// Runs a statement that gives no rows.
    bool run(const QString &sql, const QVariantList &values = {});
    /// Runs a statement and calls \a row for each row of its result.
    bool read(const QString &sql, const QVariantList &values,
              const std::function<void(const SqlRow &)> &row);
    /// The first column of the first row; an invalid QVariant when there is no row, nullopt when it
    /// failed.
    std::optional<QVariant> value(const QString &sql, const QVariantList &values = {});
    qint64 lastInsertId() const { return m_lastInsertId; }
    /// Rows the last run() has changed.
    int changedRows() const { return m_changedRows; }

    bool begin();
    bool commit();
    void rollback();

    /// Why the last call failed.
    const RecordingTrouble &trouble() const { return m_trouble; }
    /// Whether it failed because of what was to be written, so that trying again can't help.
    bool isRefusal() const { return m_refusal; }

private:
    bool givesUp() const { return m_giveUp && *m_giveUp; }
    QSqlQuery *prepared(const QString &sql);
    bool execute(QSqlQuery &query, const QVariantList &values);
    bool fail(const QString &nativeCode, const QString &text);

    QString m_file;
    QString m_name; // of the connection; empty while closed
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::shared_ptr<const std::atomic<bool>> m_giveUp;
    RecordingTrouble m_trouble;
    qint64 m_lastInsertId = 0;
    int m_changedRows = 0;
    bool m_refusal = false;
};

/// \a time in milliseconds since 1970; NULL for an invalid time.
QVariant sqlTime(const QDateTime &time);

} // namespace tallylight::storage
