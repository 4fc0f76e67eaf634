// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/profile.h"
#include "monitor/credentialaccess.h"
#include "monitor/proxypasswords.h"
#include "monitor/regionstatus.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace tallylight::storage {
class ProfileStore;
class SessionSecretStore;
} // namespace tallylight::storage

namespace tallylight::monitor {

class SsoSessions;

/// Why the profile file could not be read or written; the words are made in the window.
struct ProfileFileTrouble
{
    enum class Kind {
        Corrupt, ///< unreadable; kept aside under keptAs, the list starts empty
        NewerVersion, ///< written by a newer version; left untouched, nothing can be saved
        Unreadable,
        Unwritable,
        ChangedOnDisk, ///< another program changed it since it was read; nothing was overwritten
    };
    Kind kind = Kind::Unreadable;
    QString file;
    QString detail;
    QString keptAs;
};

/// How a profile's secret is to be kept.
enum class SecretKeeping { Keychain, ThisRunOnly };

/// The list of profiles and their secrets as one thing: what the profile dialog and the side bar
/// change. Every change is written to disk before it is announced; a failed write changes nothing.
class ProfileService : public QObject
{
    Q_OBJECT

public:
    /// Outcome of storing a secret; problem None means it is stored.
    struct SecretOutcome
    {
        SecretProblem problem = SecretProblem::None;
        QString detail; ///< the keychain's own words, redacted
    };
    using SecretDone = std::function<void(const SecretOutcome &)>;

    /// Both stores outlive the service.
    ProfileService(storage::ProfileStore &profiles, storage::SessionSecretStore &secrets,
                   QObject *parent = nullptr);

    /// Reads the file; trouble leaves the list as it was, at the start empty.
    std::optional<ProfileFileTrouble> load();
    const QList<Profile> &profiles() const { return m_profiles; }

    /// Adds the profile, or replaces the one with the same id.
    std::optional<ProfileFileTrouble> save(const Profile &profile);
    /// Removes the profile and, whatever the file says, its secrets.
    std::optional<ProfileFileTrouble> remove(const QString &profileId, QObject *context,
                                             SecretDone done);
    /// Moves the profile at \a from to \a to (positions in profiles()).
    std::optional<ProfileFileTrouble> move(qsizetype from, qsizetype to);
    /// STS has named the account of a profile.
    void rememberAccount(const QString &profileId, const QString &accountId);

    /// Stores \a credentials for the profile; \a done is called once unless \a context dies first.
    /// With ThisRunOnly they are in use at once and removeStoredSecret() follows; a problem then
    /// means that older keys may still be in the keychain.
    void storeSecret(const QString &profileId, const Credentials &credentials,
                     SecretKeeping keeping, QObject *context, SecretDone done);
    /// Removes what the keychain holds of the profile; keys kept for this run stay in use. Asks the
    /// keychain only when it may hold any.
    void noteRead(const QString &profileId, bool found);
    void removeStoredSecret(const QString &profileId, QObject *context, SecretDone done);
    /// What is stored, for an "unchanged" hint: only the shortened access key id, never a secret.
    void describeSecret(const QString &profileId, QObject *context,
                        std::function<void(const SecretOutcome &, const QString &shortKeyId)> done);
    /// The stored credentials themselves, for a connection test of an unchanged secret.
    void readSecret(const QString &profileId, QObject *context,
                    std::function<void(const SecretOutcome &, const Credentials &)> done);
    /// Where else than the keychain credentials can come from; before anything is resolved.
    void setCredentialAccess(const CredentialAccess &access) { m_access = access; }
    const CredentialAccess &credentialAccess() const { return m_access; }
    /// Where people sign in at IAM Identity Center; outlives the service. Null where nobody can.
    void setSsoSessions(SsoSessions *sessions) { m_ssoSessions = sessions; }
    SsoSessions *ssoSessions() const { return m_ssoSessions; }
    /// The profiles of the shared AWS files by name; empty where there are none to be used.
    QStringList awsProfiles() const;
    /// Why the AWS profile of \a profile leads to no credentials, or to an endpoint that can't be
    /// used; nothing when it serves.
    CredentialObstacle awsObstacle(const Profile &profile) const;
    /// The region a profile of the shared AWS files names; empty when it names none.
    QString awsRegion(const QString &awsProfile) const;
    /// What a profile leads to.
    struct Resolution
    {
        Profile profile; ///< as it would be watched
        CredentialsProvider::Result result;
        CredentialObstacle obstacle;
        QString mfaDevice; ///< whose code would help; empty when none would
    };
    using ResolveDone = std::function<void(const Resolution &)>;
    /// Who wants to know what a profile leads to.
    struct Question
    {
        Profile profile; ///< need not be saved
        std::optional<Credentials> typed; ///< instead of the stored ones
        ProxyPasswords proxies; ///< instead of the stored ones, where not empty
        Secret mfaCode; ///< for whoever asks for one; empty for none
    };
    /// The credentials a profile leads to, roles included. \a done is called once unless \a context
    /// dies first.
    void resolve(const Question &question, QObject *context, ResolveDone done);
    /// Changes the passwords of the profile's proxies; what is stored is in use at once.
    void storeProxyPasswords(const Profile &profile, const ProxyPasswordChange &change,
                             QObject *context, SecretDone done);
    /// The stored passwords of the profile's proxies; empty where there is none. \a done is called
    /// once, possibly at once, unless \a context dies first.
    void readProxyPasswords(const Profile &profile, QObject *context,
                            std::function<void(const ProxyPasswords &)> done);
    bool isThisRunOnly(const QString &profileId) const;

Q_SIGNALS:
    void profilesChanged(const QList<tallylight::Profile> &profiles);
    void secretChanged(const QString &profileId);
    /// Passwords of the profile's proxies have been stored or removed.
    void proxyPasswordsChanged(const QString &profileId);
    /// The operator has deleted the profile, and the file says so.
    void profileRemoved(const QString &profileId);

private:
    void forgetProxyPasswords(const QString &profileId);
    std::optional<ProfileFileTrouble> commit(const QList<Profile> &profiles);

    storage::ProfileStore &m_store;
    storage::SessionSecretStore &m_secrets;
    CredentialAccess m_access;
    SsoSessions *m_ssoSessions = nullptr;
    SystemClock m_clock; // of sessions that are only tried
    QList<Profile> m_profiles;
    QSet<QString> m_maybeStored; ///< read from the file, or sent to the keychain in this run
};

} // namespace tallylight::monitor
