// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profilestore.h"

#include "storage/paths.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

using Kind = ProfileFileError::Kind;

constexpr qint64 kMaxBytes = qint64{4} * 1024 * 1024;
constexpr int kLockWaitMs = 1000; // saving takes milliseconds; longer means that something hangs

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Makes the rename itself survive a power cut; QSaveFile flushes only the file.
void flushFolder(const QString &dir)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
#else
    Q_UNUSED(dir)
#endif
}

} // namespace

ProfileStore::ProfileStore(const QString &file)
    : m_file(QFileInfo(file).absoluteFilePath())
{
}

ProfileFileError ProfileStore::error(Kind kind, const QString &detail) const
{
    return {kind, m_file, detail, {}};
}

ProfileStore::Content ProfileStore::readFile() const
{
    Content content;
    const QFileInfo info(m_file);
    if (!info.exists() && !info.isSymLink())
        return content;
    content.exists = true;
    QFile file(m_file);
    if (info.isDir()) {
        content.error = error(Kind::NotReadable, u"is a folder"_s);
    } else if (!file.open(QIODevice::ReadOnly)) {
        content.error = error(Kind::NotReadable, file.errorString());
    } else {
        // One byte more than allowed, so that the reader can tell; never the whole of something
        // huge.
        content.bytes = file.read(kMaxBytes + 1);
        if (file.error() != QFileDevice::NoError)
            content.error = error(Kind::NotReadable, file.errorString());
    }
    return content;
}

Expected<QList<Profile>, ProfileFileError> ProfileStore::load(Corrupt corrupt)
{
    m_refusal.reset();
    m_unknownRoot = {};
    const Content content = readFile();
    m_seenExists = content.exists;
    m_seenDigest = digestOf(content.bytes);
    if (content.error) {
        m_refusal = content.error;
        return Unexpected{*content.error};
    }
    if (!content.exists)
        return QList<Profile>{};

    Expected<QList<Profile>, ProfileFileError> profiles = profilesFromJson(content.bytes);
    if (profiles) {
        m_unknownRoot = unknownRootFields(content.bytes);
        return profiles;
    }
    ProfileFileError failure = profiles.error();
    failure.file = m_file;
    if (failure.kind == Kind::Corrupt && corrupt == Corrupt::MoveAside)
        failure.keptAs = moveAside(m_file);
    if (failure.keptAs.isEmpty()) {
        m_refusal = failure;
    } else {
        m_seenExists = false;
        m_seenDigest = digestOf({});
    }
    return Unexpected{failure};
}

std::optional<ProfileFileError> ProfileStore::save(const QList<Profile> &profiles)
{
    if (m_refusal)
        return m_refusal;
    const QString dir = QFileInfo(m_file).absolutePath();
    if (!ensurePrivateFolder(dir))
        return error(Kind::NotWritable, u"the folder does not exist and can't be created"_s);
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockWaitMs)) {
        return error(Kind::NotWritable,
                     lock.error() == QLockFile::LockFailedError
                         ? u"another process is writing it"_s
                         : u"the folder can't be written to"_s);
    }

    const Content current = readFile();
    if (current.error)
        return current.error;
    if (current.exists != m_seenExists || digestOf(current.bytes) != m_seenDigest)
        return error(Kind::ChangedOnDisk, {});

    const QByteArray json = profilesToJson(profiles, m_unknownRoot);
    if (json.size() > kMaxBytes)
        return error(Kind::NotWritable, u"would be larger than 4 MB"_s);
    if (auto failure = write(json))
        return failure;
    m_seenExists = true;
    m_seenDigest = digestOf(json);
    return std::nullopt;
}

std::optional<ProfileFileError> ProfileStore::write(const QByteArray &json) const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return error(Kind::NotWritable, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(json) != json.size() || !file.commit())
        return error(Kind::NotWritable, file.errorString());
    flushFolder(QFileInfo(m_file).absolutePath());
    return std::nullopt;
}

} // namespace tallylight::storage
