// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/ssocache.h"

#include "storage/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

using CacheTrouble = SsoCache::Trouble::Kind;

constexpr qint64 kMostCacheBytes = 64 * 1024; // tokens have a few kilobytes
constexpr std::chrono::seconds kLookAgain{5};

QString sha1Hex(const QString &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex());
}

Expected<QByteArray, SsoCache::Trouble> cacheContent(const QString &name)
{
    if (!QFileInfo::exists(name))
        return Unexpected{SsoCache::Trouble{CacheTrouble::NotFound, {}}};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{SsoCache::Trouble{CacheTrouble::Unreadable, file.errorString()}};
    QByteArray content = file.read(kMostCacheBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected{SsoCache::Trouble{CacheTrouble::Unreadable, file.errorString()}};
    if (content.size() > kMostCacheBytes)
        return Unexpected{SsoCache::Trouble{CacheTrouble::Malformed, u"larger than 64 kB"_s}};
    return content;
}

std::optional<SsoCache::Trouble> replaceFile(const QString &name, const QByteArray &content)
{
    const QString folder = QFileInfo(name).absolutePath();
    if (!ensurePrivateFolder(folder))
        return SsoCache::Trouble{CacheTrouble::Unwritable, folder};
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return SsoCache::Trouble{CacheTrouble::Unwritable, file.errorString()};
    // Before anything is in it: a file that was there before may have been open to others.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(content) != content.size() || !file.commit())
        return SsoCache::Trouble{CacheTrouble::Unwritable, file.errorString()};
    return std::nullopt;
}

/// Tells one state of a file from another, without reading it.
QString stateMark(const QString &name)
{
    const QFileInfo info(name);
    if (!info.exists())
        return {};
    return QString::number(info.lastModified().toMSecsSinceEpoch()) + u'/'
        + QString::number(info.size());
}

} // namespace

SsoCache::SsoCache(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SsoCache::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SsoCache::look);
    m_again.setInterval(kLookAgain);
    connect(&m_again, &QTimer::timeout, this, &SsoCache::look);
}

SsoCache::~SsoCache() = default;

QString SsoCache::standardFolder()
{
    return QDir::homePath() + u"/.aws/sso/cache"_s;
}

QString SsoCache::tokenFile(const SsoSessionId &session) const
{
    return m_folder + u'/' + sha1Hex(ssoCacheKey(session)) + u".json"_s;
}

QString SsoCache::registrationFile(const SsoSessionId &session) const
{
    const QString key = QStringList{u"tallylight"_s, session.startUrl, session.region,
                                    u"sso:account:access"_s, session.name}
                            .join(u'\n');
    return m_folder + u'/' + sha1Hex(key) + u".json"_s;
}

Expected<SsoToken, SsoCache::Trouble> SsoCache::readToken(const SsoSessionId &session) const
{
    const auto content = cacheContent(tokenFile(session));
    if (!content)
        return Unexpected{content.error()};
    auto token = ssoTokenFromJson(*content);
    if (!token)
        return Unexpected{Trouble{CacheTrouble::Malformed, token.error()}};
    return std::move(*token);
}

std::optional<SsoCache::Trouble> SsoCache::writeToken(const SsoSessionId &session,
                                                      const SsoToken &token)
{
    const auto trouble = replaceFile(tokenFile(session), ssoTokenToJson(token, session));
    if (!trouble && m_watched.contains(ssoCacheKey(session)))
        QMetaObject::invokeMethod(this, &SsoCache::look, Qt::QueuedConnection);
    return trouble;
}

Expected<SsoRegistration, SsoCache::Trouble>
SsoCache::readRegistration(const SsoSessionId &session) const
{
    const auto content = cacheContent(registrationFile(session));
    if (!content)
        return Unexpected{content.error()};
    auto registration = ssoRegistrationFromJson(*content);
    if (!registration)
        return Unexpected{Trouble{CacheTrouble::Malformed, registration.error()}};
    return std::move(*registration);
}

std::optional<SsoCache::Trouble> SsoCache::writeRegistration(const SsoSessionId &session,
                                                             const SsoRegistration &registration)
{
    return replaceFile(registrationFile(session), ssoRegistrationToJson(registration));
}

void SsoCache::watch(const SsoSessionId &session)
{
    const QString key = ssoCacheKey(session);
    if (m_watched.contains(key))
        return;
    m_watched.insert(key, stateMark(tokenFile(session)));
    rearm();
    m_again.start();
}

void SsoCache::look()
{
    rearm();
    QStringList changed;
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        const QString mark = stateMark(m_folder + u'/' + sha1Hex(it.key()) + u".json"_s);
        if (mark == it.value())
            continue;
        it.value() = mark;
        changed.append(it.key());
    }
    for (const QString &key : std::as_const(changed))
        Q_EMIT tokenChanged(key);
}

/// A watch ends with its file, and a folder that isn't there can't have one: its nearest parent
/// that exists will tell when it comes.
void SsoCache::rearm()
{
    QStringList wanted;
    QString folder = m_folder;
    while (!QFileInfo(folder).isDir() && QFileInfo(folder).absolutePath() != folder)
        folder = QFileInfo(folder).absolutePath();
    wanted.append(folder);
    for (auto it = m_watched.constBegin(); it != m_watched.constEnd(); ++it) {
        const QString file = m_folder + u'/' + sha1Hex(it.key()) + u".json"_s;
        if (QFileInfo::exists(file))
            wanted.append(file);
    }
    const QStringList present = m_watcher.files() + m_watcher.directories();
    for (const QString &path : present) {
        if (!wanted.contains(path))
            m_watcher.removePath(path);
    }
    for (const QString &path : std::as_const(wanted)) {
        if (!present.contains(path))
            m_watcher.addPath(path);
    }
}

} // namespace tallylight::storage
