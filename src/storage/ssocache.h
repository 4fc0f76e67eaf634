// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ssotoken.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace tallylight::storage {

/// The cache of signed-in sessions that is shared with the AWS command line (aws-facts §5.1): what
/// `aws sso login` writes is found here, and what is written here the command line uses.
///
/// It is the one place outside the keychain where this program writes a secret, because the format
/// and the place are the command line's own. Files are replaced as a whole and can be read by their
/// owner alone.
class SsoCache : public QObject
{
    Q_OBJECT

public:
    /// Why there is no token.
    struct Trouble
    {
        enum class Kind {
            NotFound, ///< nobody has signed in yet
            Unreadable, ///< the system refuses; detail holds its words
            Malformed, ///< not what the command line writes; detail quotes no value
            Unwritable,
        };
        Kind kind = Kind::NotFound;
        QString detail;
    };

    /// \a folder need not exist; it is made when something is written.
    explicit SsoCache(const QString &folder, QObject *parent = nullptr);
    ~SsoCache() override;

    /// "~/.aws/sso/cache", whatever other variables say: the command line knows no other place.
    static QString standardFolder();

    /// The file of \a session's token.
    QString tokenFile(const SsoSessionId &session) const;
    Expected<SsoToken, Trouble> readToken(const SsoSessionId &session) const;
    std::optional<Trouble> writeToken(const SsoSessionId &session, const SsoToken &token);

    /// This program's own registration for \a session, apart from the command line's: signing in
    /// takes other grants there in newer versions.
    QString registrationFile(const SsoSessionId &session) const;
    Expected<SsoRegistration, Trouble> readRegistration(const SsoSessionId &session) const;
    std::optional<Trouble> writeRegistration(const SsoSessionId &session,
                                             const SsoRegistration &registration);

    /// From now on tokenChanged() tells when somebody writes \a session's token, also where neither
    /// file nor folder exists yet.
    void watch(const SsoSessionId &session);

Q_SIGNALS:
    /// The file is another one now, or gone; also after writeToken().
    void tokenChanged(const QString &cacheKey);

private:
    void look();
    void rearm();

    QString m_folder;
    QHash<QString, QString> m_watched; ///< cache key to a mark of the file's present state
    QFileSystemWatcher m_watcher;
    QTimer m_again; ///< some file systems tell of no changes
};

} // namespace tallylight::storage
