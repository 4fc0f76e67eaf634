// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/paths.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

void createFolders(const Paths &paths)
{
    // A folder that can't be made is reported by whoever writes into it, with the file's name.
    for (const QString &dir : {paths.config, paths.cache, paths.data})
        ensurePrivateFolder(dir);
}

} // namespace

QString Paths::profilesFile() const
{
    return config + u"/profiles.json"_s;
}

QString Paths::settingsFile() const
{
    return config + u"/settings.ini"_s;
}

QString Paths::healthRulesFile() const
{
    return config + u"/healthrules.json"_s;
}

QString Paths::metricsFile() const
{
    return config + u"/metrics.json"_s;
}

QString Paths::pricesFile() const
{
    return config + u"/prices.json"_s;
}

QString Paths::historyFile() const
{
    return data + u"/history.sqlite"_s;
}

Paths standardPaths()
{
    // The generic locations don't depend on which names the application was given before this call.
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/tallylight"_s;
    };
    const Paths paths{place(QStandardPaths::GenericConfigLocation),
                      place(QStandardPaths::GenericCacheLocation),
                      place(QStandardPaths::GenericDataLocation)};
    createFolders(paths);
    return paths;
}

Paths pathsUnder(const QString &dir)
{
    const QString root = QDir(dir).absolutePath();
    const Paths paths{root, root + u"/cache"_s, root + u"/data"_s};
    createFolders(paths);
    return paths;
}

bool ensurePrivateFolder(const QString &dir)
{
    const QFileInfo info(dir);
    if (info.isDir())
        return true;
    if (dir.isEmpty() || info.exists())
        return false;
    const QString parent = info.absolutePath();
    if (parent == info.absoluteFilePath() || !ensurePrivateFolder(parent))
        return false;
    constexpr QFile::Permissions kOwnerOnly
        = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // Another process may have been quicker; then it is a folder all the same.
    return QDir().mkdir(info.absoluteFilePath(), kOwnerOnly) || QFileInfo(dir).isDir();
}

QString moveAside(const QString &file)
{
    const QString stem = file + u".corrupt-"_s
        + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    // QFile::rename() never overwrites; two corrupt files within a second get different names.
    for (int i = 1; i < 100; ++i) {
        const QString name = i == 1 ? stem : stem + u'-' + QString::number(i);
        if (!QFileInfo::exists(name) && QFile::rename(file, name))
            return name;
    }
    return {};
}

} // namespace tallylight::storage
