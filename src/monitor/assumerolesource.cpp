// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/assumerolesource.h"

#include "aws/ratelimiter.h"
#include "aws/stsclient.h"
#include "monitor/credentialaccess.h"
#include "monitor/profileconnection.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// STS has no published limit; this is far below what anybody noticed.
constexpr double kStsRate = 4.0;
constexpr double kStsBurst = 20.0;
// Keys that end sooner would end on their way.
constexpr qint64 kLeastLeftSeconds = 60;

} // namespace

AssumeRoleSource::AssumeRoleSource(AssumeRole role, QByteArray sessionPolicy,
                                   std::shared_ptr<CredentialOrigin> base, const Profile &profile,
                                   const CredentialAccess &access, const Clock &clock,
                                   QObject *parent)
    : CredentialOrigin(parent)
    , m_role(std::move(role))
    , m_sessionPolicy(std::move(sessionPolicy))
    , m_base(std::move(base))
    , m_clock(clock)
{
    m_sts = std::make_unique<aws::Connection>(
        connectionConfig(profile, Service::Sts, *access.secrets), m_base,
        std::make_shared<aws::RateLimiter>(clock, kStsRate, kStsBurst), clock);
    if (access.calls) {
        connect(m_sts.get(), &aws::Connection::callFinished, this,
                [calls = access.calls, profileId = profile.id](const CallRecord &record) {
                    calls(profileId, record);
                });
    }
    connect(m_base.get(), &CredentialOrigin::changed, this, [this] {
        m_credentials.reset(); // other keys may be somebody else's
        Q_EMIT changed();
    });
}

AssumeRoleSource::~AssumeRoleSource() = default;

bool AssumeRoleSource::hasGood() const
{
    return m_credentials && m_clock.utcNow().secsTo(m_credentials->expiresAt) > kLeastLeftSeconds;
}

bool AssumeRoleSource::baseWantsCode() const
{
    // A session of the base that lasts longer than this one's is not what ends first.
    if (m_base->mfaDevice().isEmpty())
        return false;
    const QDateTime end = m_base->endsAt();
    return m_role.mfaSerial.isEmpty() || !end.isValid() || end <= m_clock.utcNow();
}

QString AssumeRoleSource::mfaDevice() const
{
    return baseWantsCode() ? m_base->mfaDevice() : m_role.mfaSerial;
}

void AssumeRoleSource::giveMfaCode(const Secret &code)
{
    if (!baseWantsCode()) {
        m_code = code;
        return;
    }
    m_base->giveMfaCode(code);
    if (m_role.mfaSerial.isEmpty())
        m_credentials.reset(); // or the base would not be asked
}

void AssumeRoleSource::forget()
{
    m_credentials.reset();
    m_base->forget();
}

void AssumeRoleSource::reconnect()
{
    m_sts->proxyPasswordChanged();
    m_sts->reconnect();
    m_base->reconnect();
}

QDateTime AssumeRoleSource::endsAt() const
{
    const QDateTime base = m_base->endsAt();
    if (m_role.mfaSerial.isEmpty() || !m_credentials)
        return base;
    return base.isValid() ? std::min(base, m_credentials->expiresAt) : m_credentials->expiresAt;
}

void AssumeRoleSource::invalidate(const Credentials &refused)
{
    if (!m_credentials || m_credentials->accessKeyId != refused.accessKeyId)
        return;
    // A session that a code was given for can't be had back without another.
    if (!m_role.mfaSerial.isEmpty() && m_code.isEmpty() && hasGood())
        return;
    m_credentials.reset();
}

void AssumeRoleSource::fetch(QObject *context, Callback done)
{
    // A code is for a new session; the old one is kept until the code has proved right.
    if (hasGood() && m_code.isEmpty()) {
        const Credentials copy = *m_credentials;
        done(copy);
        return;
    }
    if (m_waiting.add(context, std::move(done)))
        ask();
}

void AssumeRoleSource::ask()
{
    if (!m_role.mfaSerial.isEmpty() && m_code.isEmpty()) {
        m_waiting.answer(Unexpected{credentialError(SecretProblem::MfaNeeded)});
        return;
    }
    const aws::AssumeRoleRequest request{m_role, std::exchange(m_code, {}), m_sessionPolicy};
    auto *job = aws::StsClient(*m_sts).assumeRole(request, this);
    connect(job, &aws::Job::finished, this, [this, job] {
        if (job->result()) {
            m_credentials = job->result()->credentials;
            const Credentials copy = *m_credentials;
            m_waiting.answer(copy);
        } else {
            m_waiting.answer(Unexpected{explained(job->result().error())});
        }
    });
    job->start();
}

/// A refusal here is not one of the call that waits for credentials.
ApiError AssumeRoleSource::explained(const ApiError &error) const
{
    if (secretProblemOf(error) != SecretProblem::None)
        return error; // of the base
    if (error.category == ErrorCategory::Expired)
        return credentialError(SecretProblem::Expired, error.message); // the base's keys
    const bool isRefusal = error.category == ErrorCategory::Forbidden
        || error.category == ErrorCategory::BadRequest || error.category == ErrorCategory::NotFound;
    if (!isRefusal)
        return error;
    const bool isCode = !m_role.mfaSerial.isEmpty()
        && (error.message.contains("MultiFactorAuthentication"_L1)
            || error.message.contains("tokenCode"_L1));
    return credentialError(isCode ? SecretProblem::MfaRefused : SecretProblem::RoleRefused,
                           error.message);
}

} // namespace tallylight::monitor
