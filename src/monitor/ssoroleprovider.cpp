// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/ssoroleprovider.h"

#include "aws/connection.h"
#include "aws/ssoportalclient.h"
#include "monitor/ssosession.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr seconds kFreshEnough = 15min; // aws-facts §5.1

/// A refusal here is about the account and the role, not about the call that waits for credentials.
CredentialsProvider::Result explained(const CredentialsProvider::Result &result)
{
    if (result)
        return result;
    const ApiError &error = result.error();
    const bool isRefusal = error.category == ErrorCategory::Forbidden
        || error.category == ErrorCategory::BadRequest || error.category == ErrorCategory::NotFound;
    if (!isRefusal)
        return result;
    return Unexpected{credentialError(SecretProblem::RoleNotAssigned, error.message)};
}

} // namespace

SsoRoleProvider::SsoRoleProvider(std::shared_ptr<SsoSession> session, const QString &accountId,
                                 const QString &roleName, const Clock &clock, QObject *parent)
    : CredentialOrigin(parent)
    , m_session(std::move(session))
    , m_accountId(accountId)
    , m_roleName(roleName)
    , m_clock(clock)
{
    connect(m_session.get(), &SsoSession::signedIn, this, &CredentialOrigin::changed);
}

SsoRoleProvider::~SsoRoleProvider() = default;

bool SsoRoleProvider::isFresh() const
{
    if (!m_credentials)
        return false;
    if (!m_credentials->expiresAt.isValid())
        return true;
    // Sessions may be as short as a quarter of an hour; those are used for three quarters of it.
    const seconds left(m_clock.utcNow().secsTo(m_credentials->expiresAt));
    return left > std::min(kFreshEnough, m_life / 4);
}

void SsoRoleProvider::fetch(QObject *context, Callback done)
{
    if (isFresh()) {
        done(*m_credentials);
        return;
    }
    if (!m_waiting.add(context, std::move(done)))
        return;
    m_retried = false;
    ask();
}

void SsoRoleProvider::ask()
{
    m_session->fetchToken(this, [this](const Expected<Secret, ApiError> &token) {
        if (token)
            askPortal(*token);
        else
            settle(Unexpected{token.error()});
    });
}

void SsoRoleProvider::askPortal(const Secret &token)
{
    auto *job = aws::SsoPortalClient(m_session->portal())
                    .getRoleCredentials(token, m_accountId, m_roleName, this);
    connect(job, &aws::Job::finished, this, [this, job, token] {
        if (!job->result() && isTokenRefused(job->result().error())) {
            m_session->refuse(token);
            if (!std::exchange(m_retried, true))
                ask();
            else
                settle(Unexpected{ssoSignInNeeded()});
            return;
        }
        settle(explained(job->result()));
    });
    job->start();
}

void SsoRoleProvider::reconnect()
{
    m_session->reconnect();
}

void SsoRoleProvider::settle(const Result &result)
{
    Result answer = result;
    if (result) {
        m_credentials = *result;
        m_lastEnd = result->expiresAt;
        m_life = seconds(m_clock.utcNow().secsTo(result->expiresAt));
    } else if (m_credentials && m_credentials->expiresAt > m_clock.utcNow()) {
        answer = *m_credentials; // not new, yet good
    } else {
        m_credentials.reset();
    }
    m_waiting.answer(answer);
}

void SsoRoleProvider::invalidate(const Credentials &refused)
{
    if (m_credentials && *m_credentials == refused)
        m_credentials.reset();
}

QDateTime SsoRoleProvider::endsAt() const
{
    if (m_session->isRenewable())
        return {};
    // What was got just before the session's end goes on for a while.
    return std::max(m_session->expiresAt(), m_lastEnd);
}

CredentialAccess::SsoMaker ssoMaker(SsoSessions &sessions, const Clock &clock)
{
    return [&sessions, &clock](const SsoSource &sso, const Profile &profile) {
        return std::make_shared<SsoRoleProvider>(
            sessions.session(sso.session(), sessions.route(profile)), sso.accountId, sso.roleName,
            clock);
    };
}

} // namespace tallylight::monitor
