// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/awsfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargestAwsFile = qint64(4) * 1024 * 1024;
constexpr std::chrono::milliseconds kAwsFilesSettle = 150ms;

QString awsFileFrom(const char *variable, const QString &usual)
{
    QString path = qEnvironmentVariable(variable);
    if (path.isEmpty())
        return QDir::home().filePath(usual);
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        path.replace(0, 1, QDir::homePath());
    return QFileInfo(path).absoluteFilePath();
}

/// The nearest folder above \a path that exists.
QString existingFolderAbove(const QString &path)
{
    QDir folder = QFileInfo(path).dir();
    while (!folder.exists()) {
        const QString above = QFileInfo(folder.absolutePath()).absolutePath();
        if (above == folder.absolutePath())
            break;
        folder.setPath(above);
    }
    return folder.absolutePath();
}

} // namespace

AwsFileLocations standardAwsFiles()
{
    return {awsFileFrom("AWS_CONFIG_FILE", u".aws/config"_s),
            awsFileFrom("AWS_SHARED_CREDENTIALS_FILE", u".aws/credentials"_s)};
}

AwsFiles::AwsFiles(AwsFileLocations where, QObject *parent)
    : QObject(parent)
    , m_where(std::move(where))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(kAwsFilesSettle);
    connect(&m_settling, &QTimer::timeout, this, &AwsFiles::reload);
    const auto settle = [this] {
        m_settling.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

const AwsConfig &AwsFiles::config()
{
    readOnce();
    return m_config;
}

const QList<AwsFileError> &AwsFiles::errors()
{
    readOnce();
    return m_errors;
}

void AwsFiles::readOnce()
{
    if (std::exchange(m_isRead, true))
        return;
    // Watched first: what changes in between is then read twice, not missed.
    watch();
    read();
}

void AwsFiles::reload()
{
    m_isRead = true;
    watch();
    const AwsConfig before = m_config;
    const QList<AwsFileError> errorsBefore = m_errors;
    read();
    if (m_config != before || m_errors != errorsBefore)
        Q_EMIT changed();
}

void AwsFiles::read()
{
    m_errors.clear();
    const AwsConfig config = readFile(m_where.config, AwsFileKind::Config);
    m_config = mergedAwsConfig(config, readFile(m_where.credentials, AwsFileKind::Credentials));
}

AwsConfig AwsFiles::readFile(const QString &path, AwsFileKind kind)
{
    const QFileInfo info(path);
    const auto unusable = [this, &path](AwsFileError::Kind what, const QString &detail) {
        m_errors.append({what, path, 0, detail});
        return AwsConfig();
    };
    if (!info.exists())
        return {};
    // Anything else could block, or go on for ever.
    if (!info.isFile())
        return unusable(AwsFileError::Kind::Unreadable, u"not a file"_s);
    if (info.size() > kLargestAwsFile)
        return unusable(AwsFileError::Kind::TooLarge, {});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(AwsFileError::Kind::Unreadable, file.errorString());
    const QByteArray text = file.read(kLargestAwsFile + 1);
    if (file.error() != QFileDevice::NoError)
        return unusable(AwsFileError::Kind::Unreadable, file.errorString());
    auto parsed = parseAwsConfig(text, kind, path);
    if (!parsed) {
        m_errors.append(parsed.error());
        return {};
    }
    return std::move(*parsed);
}

void AwsFiles::watch()
{
    QSet<QString> wanted;
    for (const QString &path : {m_where.config, m_where.credentials}) {
        if (QFileInfo::exists(path))
            wanted.insert(path);
        // The folder tells of files that are replaced, and of those that are not there yet.
        wanted.insert(existingFolderAbove(path));
        // A file that is a link is replaced where it points to.
        const QString target = QFileInfo(path).canonicalFilePath();
        if (!target.isEmpty() && target != path)
            wanted.insert(existingFolderAbove(target));
    }
    // A file of the same name may be another one by now, which nobody watches yet.
    if (const QStringList files = m_watcher.files(); !files.isEmpty())
        m_watcher.removePaths(files);
    const QStringList known = m_watcher.directories();
    const QSet<QString> watched(known.begin(), known.end());
    const QSet<QString> gone = watched - wanted;
    if (!gone.isEmpty())
        m_watcher.removePaths(gone.values());
    const QSet<QString> added = wanted - watched;
    if (!added.isEmpty())
        m_watcher.addPaths(added.values());
}

} // namespace tallylight::storage
