// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/secretprovider.h"

#include "monitor/secretoutcome.h"
#include "storage/secretstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

/// Whether asking again by itself would only bring up the keychain's prompt again; invalidate()
/// ends it.
bool isFinal(SecretProblem problem)
{
    return problem == SecretProblem::Denied || problem == SecretProblem::Locked
        || problem == SecretProblem::Timeout;
}

ApiError missing(const QString &detail)
{
    ApiError error;
    error.category = ErrorCategory::Credentials;
    error.code = u"NoCredentials"_s;
    error.message = detail;
    return error;
}

} // namespace

std::optional<Credentials> environmentCredentials()
{
    Credentials credentials;
    credentials.accessKeyId = qEnvironmentVariable("AWS_ACCESS_KEY_ID");
    credentials.secretAccessKey = Secret(qgetenv("AWS_SECRET_ACCESS_KEY"));
    credentials.sessionToken = Secret(qgetenv("AWS_SESSION_TOKEN"));
    if (!credentials.isComplete())
        return std::nullopt;
    return credentials;
}

SecretProvider::SecretProvider(const Profile &profile, storage::SecretStore &secrets,
                               QObject *parent)
    : QObject(parent)
    , m_profileId(profile.id)
    , m_source(profile.credentialSource)
    , m_secrets(secrets)
{
}

SecretProvider::~SecretProvider() = default;

QString SecretProvider::ownerHint() const
{
    return m_credentials ? m_credentials->accessKeyId : m_profileId;
}

void SecretProvider::invalidate()
{
    m_credentials.reset();
    m_problem = SecretProblem::None;
    m_problemDetail.clear();
}

void SecretProvider::fetch(QObject *context, Callback done)
{
    if (m_credentials) {
        done(*m_credentials);
        return;
    }
    if (isFinal(m_problem)) {
        done(Unexpected{missing(m_problemDetail)});
        return;
    }
    const bool alreadyAsking = !m_waiting.isEmpty();
    m_waiting.append({context, std::move(done)});
    if (alreadyAsking)
        return;
    switch (m_source) {
    case CredentialSource::Keychain:
        Q_EMIT stateChanged();
        readKeychain();
        break;
    case CredentialSource::Environment:
        readEnvironment();
        break;
    case CredentialSource::AwsProfile:
    case CredentialSource::Sso:
        settle(std::nullopt, SecretProblem::UnsupportedSource, {});
        break;
    }
}

void SecretProvider::readKeychain()
{
    m_secrets.read(m_profileId, this, [this](const storage::SecretResult &result) {
        settle(result.credentials, problemOf(result.outcome), result.backendMessage);
    });
}

void SecretProvider::readEnvironment()
{
    const std::optional<Credentials> found = environmentCredentials();
    settle(found, found ? SecretProblem::None : SecretProblem::EnvironmentMissing, {});
}

void SecretProvider::settle(const std::optional<Credentials> &credentials, SecretProblem problem,
                            const QString &detail)
{
    const bool usable = credentials && credentials->isComplete();
    m_credentials = usable ? credentials : std::nullopt;
    m_problem = usable ? SecretProblem::None
                       : (problem == SecretProblem::None ? SecretProblem::NotFound : problem);
    m_problemDetail = detail;

    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (!one.context)
            continue;
        if (usable) {
            one.done(*credentials);
            continue;
        }
        one.done(Unexpected{missing(detail)});
    }
    Q_EMIT stateChanged();
}

} // namespace tallylight::monitor
