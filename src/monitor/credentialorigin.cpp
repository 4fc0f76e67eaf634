// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/credentialorigin.h"

#include "monitor/secretprovider.h"

#include <utility>

namespace tallylight::monitor {

bool CredentialQueue::add(QObject *context, CredentialsProvider::Callback done)
{
    m_waiting.append({context, std::move(done)});
    return m_waiting.size() == 1;
}

void CredentialQueue::answer(const CredentialsProvider::Result &result)
{
    const CredentialsProvider::Result copy = result; // the caller's may go while we are at it
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(copy);
    }
}

void EnvironmentSource::fetch(QObject *, Callback done)
{
    const std::optional<Credentials> found = environmentCredentials();
    if (found)
        done(*found);
    else
        done(Unexpected{credentialError(SecretProblem::EnvironmentMissing)});
}

FixedSource::FixedSource(Credentials credentials, QObject *parent)
    : CredentialOrigin(parent)
    , m_credentials(std::move(credentials))
{
}

void FixedSource::fetch(QObject *, Callback done)
{
    if (m_credentials.isComplete())
        done(m_credentials);
    else
        done(Unexpected{credentialError(SecretProblem::NotFound)});
}

RefusingSource::RefusingSource(SecretProblem problem, CredentialObstacle obstacle, QObject *parent)
    : CredentialOrigin(parent)
    , m_problem(problem)
    , m_obstacle(std::move(obstacle))
{
}

void RefusingSource::fetch(QObject *, Callback done)
{
    done(Unexpected{credentialError(m_problem)});
}

} // namespace tallylight::monitor
