// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyfile.h"

#include "storage/historyschema.h"
#include "storage/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

using Kind = RecordingTrouble::Kind;

// A file this small is checked as a whole when it is opened; damage in a larger one is found when
// it is met.
constexpr qint64 kCheckedBytes = qint64{32} * 1024 * 1024;

} // namespace

HistoryFile::HistoryFile(const QString &file, qint64 mostPages)
    : m_connection(file)
    , m_mostPages(mostPages)
{
}

HistoryFile::~HistoryFile()
{
    close();
}

bool HistoryFile::fail(const RecordingTrouble &trouble)
{
    m_connection.close();
    m_open = false;
    m_trouble = trouble;
    return false;
}

void HistoryFile::close()
{
    m_connection.close();
    m_open = false;
    m_lock.reset();
}

bool HistoryFile::open()
{
    m_trouble.reset();
    if (!lock())
        return false;
    if (openOnce())
        return true;
    if (m_trouble->kind == Kind::Corrupt)
        return replaceDamaged();
    m_lock.reset();
    return false;
}

bool HistoryFile::replaceDamaged()
{
    m_connection.close();
    m_open = false;
    const QString file = m_connection.file();
    const QString kept = moveAside(file);
    if (kept.isEmpty())
        return fail({Kind::Corrupt, file, u"it can't be moved out of the way"_s, {}});
    // The log belongs to the file it was written for; beside a new one it would be damage again.
    QFile::rename(file + u"-wal"_s, kept + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    const QString detail = m_connection.trouble().detail;
    if (!openOnce())
        return false;
    m_trouble = RecordingTrouble{Kind::Corrupt, file, detail, kept};
    return true;
}

bool HistoryFile::lock()
{
    if (m_lock)
        return true;
    m_lock = std::make_unique<QLockFile>(m_connection.file() + u".lock"_s);
    m_lock->setStaleLockTime(0); // it is held for days; the end of its process frees it
    if (m_lock->tryLock(0))
        return true;
    const bool held = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    return fail({held ? Kind::Locked : Kind::Unwritable, m_connection.file(), {}, {}});
}

bool HistoryFile::createPrivate()
{
    const QString name = m_connection.file();
    if (QFileInfo::exists(name))
        return true;
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return fail({Kind::Unwritable, name, file.errorString(), {}});
    // Its log and index get the same rights from SQLite.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

bool HistoryFile::openOnce()
{
    if (!createPrivate())
        return false;
    if (!m_connection.open(SqlConnection::Access::ReadWrite) || !prepare())
        return fail(m_trouble.value_or(m_connection.trouble()));
    m_open = true;
    return true;
}

bool HistoryFile::prepare()
{
    m_trouble.reset();
    // The version first, because even the journal mode is written into the file.
    const std::optional<QVariant> version = m_connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return false;
    if (version->toInt() <= historyMigrations().size()) {
        QStringList pragmas{
            u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
            u"PRAGMA foreign_keys = ON"_s,  u"PRAGMA temp_store = MEMORY"_s,
            u"PRAGMA cache_size = -8000"_s, u"PRAGMA journal_size_limit = 16777216"_s};
        if (version->toInt() == 0) // has to come before the first table, and writes every time
            pragmas.prepend(u"PRAGMA auto_vacuum = INCREMENTAL"_s);
        if (m_mostPages > 0)
            pragmas.append(u"PRAGMA max_page_count = %1"_s.arg(m_mostPages));
        for (const QString &pragma : std::as_const(pragmas)) {
            if (!m_connection.read(pragma, {}, [](const SqlRow &) {}))
                return false;
        }
    }
    if (QFileInfo(m_connection.file()).size() <= kCheckedBytes) {
        const std::optional<QVariant> check = m_connection.value(u"PRAGMA quick_check(1)"_s);
        if (!check)
            return false;
        if (check->toString() != u"ok") {
            m_trouble = RecordingTrouble{Kind::Corrupt, m_connection.file(), check->toString(), {}};
            return false;
        }
    }
    m_trouble = migrate(m_connection);
    return !m_trouble;
}

qint64 historyFileBytes(const QString &file)
{
    return QFileInfo(file).size() + QFileInfo(file + u"-wal"_s).size();
}

} // namespace tallylight::storage
