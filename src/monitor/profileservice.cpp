// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileservice.h"

#include "monitor/credentialorigin.h"
#include "monitor/secretoutcome.h"
#include "storage/awsfiles.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"

#include <QPointer>
#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

namespace {

ProfileFileTrouble troubleOf(const storage::ProfileFileError &error)
{
    using From = storage::ProfileFileError::Kind;
    using To = ProfileFileTrouble::Kind;
    To kind = To::Unreadable;
    switch (error.kind) {
    case From::NotReadable:
        kind = To::Unreadable;
        break;
    case From::NotWritable:
        kind = To::Unwritable;
        break;
    case From::Corrupt:
        kind = To::Corrupt;
        break;
    case From::NewerVersion:
        kind = To::NewerVersion;
        break;
    case From::ChangedOnDisk:
        kind = To::ChangedOnDisk;
        break;
    }
    return {kind, error.file, error.detail, error.keptAs};
}

ProfileService::SecretOutcome outcomeOf(const storage::SecretResult &result)
{
    return {problemOf(result.outcome), result.backendMessage};
}

/// Keeps an origin until it has answered, or nobody waits for that any more.
struct Attempt : QObject
{
    using QObject::QObject;
    std::unique_ptr<storage::SessionSecretStore> secrets; // with what has only been typed
    std::shared_ptr<CredentialOrigin> origin;
};

/// Puts \a password where the connections of an attempt look for that of the proxy to \a service.
void keepForAttempt(storage::SessionSecretStore &secrets, const Profile &profile, Service service,
                    const Secret &password)
{
    if (password.isEmpty() || !wantsPassword(profile.proxy(service)))
        return;
    Credentials entry;
    entry.accessKeyId = proxyAddress(profile.proxy(service));
    entry.secretAccessKey = password;
    secrets.keepForThisRun(proxySecretId(profile.id, service), entry);
}

} // namespace

ProfileService::ProfileService(storage::ProfileStore &profiles,
                               storage::SessionSecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_store(profiles)
    , m_secrets(secrets)
    , m_access(secrets)
{
}

std::optional<ProfileFileTrouble> ProfileService::load()
{
    const auto loaded = m_store.load();
    if (!loaded.hasValue())
        return troubleOf(loaded.error());
    m_profiles = loaded.value();
    for (const Profile &profile : std::as_const(m_profiles))
        m_maybeStored.insert(profile.id);
    Q_EMIT profilesChanged(m_profiles);
    return std::nullopt;
}

std::optional<ProfileFileTrouble> ProfileService::commit(const QList<Profile> &profiles)
{
    if (const auto error = m_store.save(profiles))
        return troubleOf(*error);
    m_profiles = profiles;
    Q_EMIT profilesChanged(m_profiles);
    return std::nullopt;
}

std::optional<ProfileFileTrouble> ProfileService::save(const Profile &profile)
{
    QList<Profile> changed = m_profiles;
    const auto found
        = std::find_if(changed.begin(), changed.end(),
                       [&profile](const Profile &other) { return other.id == profile.id; });
    if (found != changed.end())
        *found = profile;
    else
        changed.append(profile);
    return commit(changed);
}

std::optional<ProfileFileTrouble> ProfileService::remove(const QString &profileId, QObject *context,
                                                         SecretDone done)
{
    forgetProxyPasswords(profileId);
    QList<Profile> changed = m_profiles;
    changed.removeIf([&profileId](const Profile &profile) { return profile.id == profileId; });
    const std::optional<ProfileFileTrouble> trouble = commit(changed);
    // The secret goes even when the file can't be written: the user asked for it to be gone.
    m_secrets.remove(
        profileId, context,
        [done = std::move(done)](const storage::SecretResult &result) { done(outcomeOf(result)); });
    if (!trouble)
        Q_EMIT profileRemoved(profileId);
    return trouble;
}

void ProfileService::forgetProxyPasswords(const QString &profileId)
{
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (profile.id != profileId)
            continue;
        ProxyPasswordChange gone;
        if (wantsPassword(profile.medialiveProxy))
            gone.medialive = Secret();
        if (wantsPassword(profile.monitoringProxy))
            gone.monitoring = Secret();
        if (!gone.isEmpty())
            changeProxyPasswords(m_secrets, profile, gone, this,
                                 [](SecretProblem, const QString &) {});
    }
}

std::optional<ProfileFileTrouble> ProfileService::move(qsizetype from, qsizetype to)
{
    const qsizetype count = m_profiles.size();
    if (from == to || from < 0 || to < 0 || from >= count || to >= count)
        return std::nullopt;
    QList<Profile> changed = m_profiles;
    changed.move(from, to);
    return commit(changed);
}

void ProfileService::rememberAccount(const QString &profileId, const QString &accountId)
{
    const auto found
        = std::find_if(m_profiles.begin(), m_profiles.end(),
                       [&profileId](const Profile &profile) { return profile.id == profileId; });
    if (found == m_profiles.end() || found->accountId == accountId)
        return;
    Profile changed = *found;
    changed.accountId = accountId;
    // Not being able to write it down loses nothing: STS is asked again at the next start.
    [[maybe_unused]] const auto trouble = save(changed);
}

void ProfileService::storeSecret(const QString &profileId, const Credentials &credentials,
                                 SecretKeeping keeping, QObject *context, SecretDone done)
{
    if (keeping == SecretKeeping::ThisRunOnly) {
        m_secrets.keepForThisRun(profileId, credentials);
        Q_EMIT secretChanged(profileId);
        removeStoredSecret(profileId, context, std::move(done));
        return;
    }
    m_secrets.write(profileId, credentials, context,
                    [this, guard = QPointer<ProfileService>(this), profileId,
                     done = std::move(done)](const storage::SecretResult &result) {
                        const bool late = result.outcome == storage::SecretStore::Outcome::Timeout;
                        if (guard && (result.isOk() || late))
                            m_maybeStored.insert(profileId);
                        if (guard && result.isOk())
                            Q_EMIT secretChanged(profileId);
                        done(outcomeOf(result));
                    });
}

void ProfileService::removeStoredSecret(const QString &profileId, QObject *context, SecretDone done)
{
    // A keychain that has nothing of a profile is not to ask for its password because of it.
    if (!m_maybeStored.contains(profileId)) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done({}); });
        return;
    }
    m_secrets.removeBeneath(profileId, context,
                            [guard = QPointer<ProfileService>(this), profileId,
                             done = std::move(done)](const storage::SecretResult &result) {
                                if (guard && result.isOk())
                                    guard->m_maybeStored.remove(profileId);
                                done(outcomeOf(result));
                            });
}

void ProfileService::describeSecret(
    const QString &profileId, QObject *context,
    std::function<void(const SecretOutcome &, const QString &shortKeyId)> done)
{
    m_secrets.read(profileId, context,
                   [guard = QPointer<ProfileService>(this), profileId,
                    done = std::move(done)](const storage::SecretResult &result) {
                       if (guard)
                           guard->noteRead(profileId, result.isOk());
                       done(outcomeOf(result),
                            result.credentials ? shortenedKeyId(result.credentials->accessKeyId)
                                               : QString());
                   });
}

void ProfileService::noteRead(const QString &profileId, bool found)
{
    if (found && !m_secrets.isForThisRunOnly(profileId))
        m_maybeStored.insert(profileId);
}

void ProfileService::readSecret(
    const QString &profileId, QObject *context,
    std::function<void(const SecretOutcome &, const Credentials &)> done)
{
    m_secrets.read(profileId, context,
                   [guard = QPointer<ProfileService>(this), profileId,
                    done = std::move(done)](const storage::SecretResult &result) {
                       if (guard)
                           guard->noteRead(profileId, result.isOk());
                       done(outcomeOf(result), result.credentials.value_or(Credentials()));
                   });
}

QStringList ProfileService::awsProfiles() const
{
    return m_access.files ? m_access.files->config().profiles.keys() : QStringList();
}

CredentialObstacle ProfileService::awsObstacle(const Profile &profile) const
{
    if (!m_access.files)
        return {};
    const auto plan = credentialPlan(m_access.files->config(), profile.awsProfile,
                                     QProcessEnvironment::systemEnvironment());
    if (plan) {
        const auto refused = refusedEndpoint(*plan, profile.endpoints);
        return refused ? CredentialObstacle(*refused) : CredentialObstacle();
    }
    if (!m_access.files->errors().isEmpty())
        return m_access.files->errors().first();
    return plan.error();
}

QString ProfileService::awsRegion(const QString &awsProfile) const
{
    return m_access.files ? awsProfileSettings(m_access.files->config(), awsProfile).region
                          : QString();
}

void ProfileService::resolve(const Question &question, QObject *context, ResolveDone done)
{
    const Profile resolved = withSharedSettings(question.profile, m_access);
    auto *attempt = new Attempt(this);
    // On top of the stored ones, not a copy of them.
    attempt->secrets = std::make_unique<storage::SessionSecretStore>(
        static_cast<storage::SecretStore &>(m_secrets));
    for (const Service service : {Service::MediaLive, Service::CloudWatch})
        keepForAttempt(*attempt->secrets, resolved, service, question.proxies.of(service));
    CredentialAccess access = m_access;
    access.secrets = attempt->secrets.get();
    attempt->origin = makeCredentialOrigin(resolved, access, m_clock, question.typed);
    if (!question.mfaCode.isEmpty())
        attempt->origin->giveMfaCode(question.mfaCode);
    connect(context, &QObject::destroyed, attempt, &QObject::deleteLater);
    attempt->origin->fetch(
        attempt,
        [resolved, attempt, asked = QPointer(context),
         done = std::move(done)](const CredentialsProvider::Result &result) {
            // Later, because the origin may be in the middle of its own work.
            attempt->deleteLater();
            if (asked)
                done({resolved, result, attempt->origin->obstacle(), attempt->origin->mfaDevice()});
        });
}

void ProfileService::storeProxyPasswords(const Profile &profile, const ProxyPasswordChange &change,
                                         QObject *context, SecretDone done)
{
    changeProxyPasswords(m_secrets, profile, change, context,
                         [guard = QPointer<ProfileService>(this), profileId = profile.id,
                          done = std::move(done)](SecretProblem problem, const QString &detail) {
                             if (guard && problem == SecretProblem::None)
                                 Q_EMIT guard->proxyPasswordsChanged(profileId);
                             done({problem, detail});
                         });
}

void ProfileService::readProxyPasswords(const Profile &profile, QObject *context,
                                        std::function<void(const ProxyPasswords &)> done)
{
    readProxyPassword(m_secrets, profile.id, Service::MediaLive, profile.medialiveProxy, context,
                      [guard = QPointer<ProfileService>(this), profile, context,
                       done = std::move(done)](const Secret &medialive) {
                          if (!guard)
                              return;
                          readProxyPassword(guard->m_secrets, profile.id, Service::CloudWatch,
                                            profile.monitoringProxy, context,
                                            [medialive, done](const Secret &monitoring) {
                                                done({medialive, monitoring});
                                            });
                      });
}

bool ProfileService::isThisRunOnly(const QString &profileId) const
{
    return m_secrets.isForThisRunOnly(profileId);
}

} // namespace tallylight::monitor
