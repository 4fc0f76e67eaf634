// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlconnection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

// Long enough for a checkpoint of somebody else's, short enough to notice a lock that stays.
constexpr int kBusyTimeoutMs = 2000;

/// SQLite's primary result codes (sqlite3.h); extended ones carry more in the higher bits.
RecordingTrouble::Kind kindOf(int code)
{
    using Kind = RecordingTrouble::Kind;
    switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Kind::Locked;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return Kind::Unwritable;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Kind::Corrupt;
    case 13: // SQLITE_FULL
        return Kind::DiskFull;
    default:
        return Kind::Failed;
    }
}

} // namespace

SqlRow::SqlRow(const QSqlQuery &query)
    : m_query(query)
{
}

bool SqlRow::isNull(int column) const
{
    return m_query.isNull(column);
}

QString SqlRow::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray SqlRow::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 SqlRow::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

double SqlRow::real(int column) const
{
    return m_query.value(column).toDouble();
}

QDateTime SqlRow::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

std::optional<int> SqlRow::number(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(static_cast<int>(integer(column)));
}

QVariant sqlTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

SqlConnection::SqlConnection(QString file)
    : m_file(std::move(file))
{
}

SqlConnection::~SqlConnection()
{
    close();
}

bool SqlConnection::open(Access access)
{
    close();
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s)) {
        m_trouble = {RecordingTrouble::Kind::NoDriver, m_file, {}, {}};
        return false;
    }
    m_name = u"tallylight-history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool opened = false;
    QSqlError error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs);
        if (access == Access::ReadOnly)
            options += u";QSQLITE_OPEN_READONLY"_s;
        database.setConnectOptions(options);
        database.setDatabaseName(m_file);
        opened = database.open();
        error = database.lastError();
    }
    if (!opened) {
        close();
        return fail(error.nativeErrorCode(), error.text());
    }
    return true;
}

void SqlConnection::close()
{
    if (m_name.isEmpty())
        return;
    m_statements.clear(); // before the connection they belong to
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

void SqlConnection::setGiveUp(std::shared_ptr<const std::atomic<bool>> giveUp)
{
    m_giveUp = std::move(giveUp);
}

bool SqlConnection::fail(const QString &nativeCode, const QString &text)
{
    const int code = nativeCode.toInt() & 0xff;
    m_trouble = {kindOf(code), m_file, text, {}};
    // SQLITE_ERROR, _TOOBIG, _CONSTRAINT, _MISMATCH, _RANGE
    m_refusal = code == 1 || (code >= 18 && code <= 20) || code == 25;
    return false;
}

QSqlQuery *SqlConnection::prepared(const QString &sql)
{
    if (m_name.isEmpty() || givesUp()) {
        fail({}, m_name.isEmpty() ? u"not open"_s : u"given up"_s);
        return nullptr;
    }
    const auto found = m_statements.constFind(sql);
    if (found != m_statements.constEnd())
        return found->get();
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        fail(query->lastError().nativeErrorCode(), query->lastError().text());
        return nullptr;
    }
    m_statements.insert(sql, query);
    return query.get();
}

bool SqlConnection::execute(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (query.exec())
        return true;
    const QSqlError error = query.lastError();
    query.finish();
    return fail(error.nativeErrorCode(), error.text());
}

bool SqlConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = prepared(sql);
    if (!query || !execute(*query, values))
        return false;
    m_changedRows = query->numRowsAffected();
    m_lastInsertId = query->lastInsertId().toLongLong();
    query->finish();
    return true;
}

bool SqlConnection::read(const QString &sql, const QVariantList &values,
                         const std::function<void(const SqlRow &)> &row)
{
    QSqlQuery *query = prepared(sql);
    if (!query || !execute(*query, values))
        return false;
    const SqlRow current(*query);
    while (!givesUp() && query->next())
        row(current);
    const QSqlError error = query->lastError();
    query->finish();
    if (givesUp())
        return fail({}, u"given up"_s);
    return error.isValid() ? fail(error.nativeErrorCode(), error.text()) : true;
}

std::optional<QVariant> SqlConnection::value(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = prepared(sql);
    if (!query || !execute(*query, values))
        return std::nullopt;
    const QVariant found = query->next() ? query->value(0) : QVariant();
    const QSqlError error = query->lastError();
    query->finish();
    if (error.isValid()) {
        fail(error.nativeErrorCode(), error.text());
        return std::nullopt;
    }
    return found;
}

bool SqlConnection::begin()
{
    return run(u"BEGIN IMMEDIATE"_s);
}

bool SqlConnection::commit()
{
    return run(u"COMMIT"_s);
}

void SqlConnection::rollback()
{
    // SQLite may have rolled back by itself, on a full disk for example; the reason to report is
    // the one that led here.
    const RecordingTrouble reason = m_trouble;
    const bool refusal = m_refusal;
    run(u"ROLLBACK"_s);
    m_trouble = reason;
    m_refusal = refusal;
}

} // namespace tallylight::storage
