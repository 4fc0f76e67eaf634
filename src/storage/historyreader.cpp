// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyreader.h"

#include "storage/historyschema.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

HistoryReader::HistoryReader(const QString &file, std::shared_ptr<const std::atomic<bool>> giveUp)
    : m_connection(file)
{
    m_connection.setGiveUp(std::move(giveUp));
}

void HistoryReader::run(const std::function<void(SqlConnection &)> &job)
{
    if (ensureOpen())
        job(m_connection);
}

void HistoryReader::close()
{
    m_connection.close();
}

void HistoryReader::stop()
{
    m_stopped = true;
    close();
}

bool HistoryReader::ensureOpen()
{
    if (m_stopped)
        return false;
    if (m_connection.isOpen())
        return true;
    if (!QFileInfo::exists(m_connection.file()))
        return false;
    // Read-only where it can be; a file in write-ahead mode sometimes needs its index written.
    const bool opened = m_connection.open(SqlConnection::Access::ReadWrite)
        && m_connection.run(u"PRAGMA query_only = ON"_s);
    const auto version = opened ? m_connection.value(u"PRAGMA user_version"_s) : std::nullopt;
    // Only the schema the queries are written for; the writer brings older ones to it first.
    if (version && version->toInt() == historyMigrations().size())
        return true;
    m_connection.close();
    return false;
}

} // namespace tallylight::storage
