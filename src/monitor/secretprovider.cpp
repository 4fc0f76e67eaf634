// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/secretprovider.h"

#include "monitor/secretoutcome.h"
#include "storage/secretstore.h"

#include <utility>

namespace tallylight::monitor {

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

SecretProvider::SecretProvider(const QString &profileId, storage::SecretStore &secrets,
                               QObject *parent)
    : CredentialOrigin(parent)
    , m_profileId(profileId)
    , m_secrets(secrets)
{
}

void SecretProvider::fetch(QObject *context, Callback done)
{
    if (!m_waiting.add(context, std::move(done)))
        return;
    m_secrets.read(m_profileId, this, [this](const storage::SecretResult &result) {
        const bool usable = result.credentials && result.credentials->isComplete();
        m_endsAt = usable ? result.credentials->expiresAt : QDateTime();
        if (usable) {
            m_waiting.answer(*result.credentials);
            return;
        }
        const SecretProblem problem = problemOf(result.outcome);
        m_waiting.answer(Unexpected{
            credentialError(problem == SecretProblem::None ? SecretProblem::NotFound : problem,
                            result.backendMessage)});
    });
}

} // namespace tallylight::monitor
