// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/ssosignin.h"

#include "aws/connection.h"
#include "aws/ssooidcclient.h"
#include "storage/ssocache.h"

#include <algorithm>

namespace tallylight::monitor {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// A registration is good for months; one that ends within minutes would end in the middle.
constexpr seconds kClientMargin = std::chrono::minutes(15);

} // namespace

SsoSignIn::SsoSignIn(const SsoSessionId &session, aws::Connection &oidc, storage::SsoCache &cache,
                     const Clock &clock, const SsoPacing &pacing, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_oidc(oidc)
    , m_cache(cache)
    , m_clock(clock)
    , m_pacing(pacing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SsoSignIn::ask);
}

SsoSignIn::~SsoSignIn() = default;

void SsoSignIn::start()
{
    const auto known = m_cache.readRegistration(m_session);
    if (known && known->isUsable(m_clock.utcNow().addSecs(kClientMargin.count()))) {
        m_client = *known;
        authorize(false);
    } else {
        registerClient();
    }
}

void SsoSignIn::stop()
{
    m_timer.stop();
    if (m_job)
        m_job->disconnect(this);
    delete m_job;
}

void SsoSignIn::registerClient()
{
    auto *job = aws::SsoOidcClient(m_oidc).registerClient(u"Tallylight"_s, this);
    connect(job, &aws::Job::finished, this, [this, job] {
        if (!job->result()) {
            fail(job->result().error());
            return;
        }
        m_client = *job->result();
        // Not being able to keep it only means to register again the next time.
        m_cache.writeRegistration(m_session, m_client);
        authorize(true);
    });
    m_job = job;
    job->start();
}

void SsoSignIn::authorize(bool isFreshClient)
{
    auto *job
        = aws::SsoOidcClient(m_oidc).startDeviceAuthorization(m_client, m_session.startUrl, this);
    connect(job, &aws::Job::finished, this, [this, job, isFreshClient] {
        if (job->result())
            wait(*job->result());
        else if (!isFreshClient && ssoRefusal(job->result().error()) == SsoRefusal::InvalidClient)
            registerClient(); // the one that was kept is not known there any more
        else
            fail(job->result().error());
    });
    m_job = job;
    job->start();
}

void SsoSignIn::wait(const DeviceAuthorization &authorization)
{
    m_authorization = authorization;
    m_deadline = m_clock.elapsed() + authorization.expiresIn;
    m_interval = std::max<milliseconds>(authorization.interval, m_pacing.shortest);
    m_timer.start(m_interval);
    setState(State::Waiting);
}

void SsoSignIn::ask()
{
    if (timeLeft() <= seconds(0)) {
        setState(State::Expired);
        return;
    }
    auto *job = aws::SsoOidcClient(m_oidc).createToken(m_client, m_authorization.deviceCode, this);
    connect(job, &aws::Job::finished, this, [this, job] {
        if (!job->result()) {
            refused(job->result().error());
            return;
        }
        Q_EMIT granted(ssoToken(*job->result(), m_client, {}, m_clock.utcNow()));
        setState(State::Done);
    });
    m_job = job;
    job->start();
}

void SsoSignIn::refused(const ApiError &error)
{
    ApiError trouble;
    switch (ssoRefusal(error)) {
    case SsoRefusal::SlowDown:
        m_interval += m_pacing.slowDownStep;
        break;
    case SsoRefusal::Pending:
        break;
    case SsoRefusal::None:
        trouble = error;
        break;
    case SsoRefusal::Expired:
        setState(State::Expired);
        return;
    case SsoRefusal::Denied:
        setState(State::Denied);
        return;
    case SsoRefusal::InvalidGrant:
    case SsoRefusal::InvalidClient:
    case SsoRefusal::Other:
        fail(error);
        return;
    }
    m_timer.start(std::min<milliseconds>(m_interval, timeLeft()));
    if (trouble == m_error)
        return;
    m_error = trouble;
    Q_EMIT stateChanged();
}

std::chrono::seconds SsoSignIn::timeLeft() const
{
    const milliseconds left = m_deadline - m_clock.elapsed();
    return std::max(seconds(0), std::chrono::ceil<seconds>(left));
}

void SsoSignIn::setState(State state)
{
    m_state = state;
    if (state != State::Failed)
        m_error = {};
    Q_EMIT stateChanged();
}

void SsoSignIn::fail(const ApiError &error)
{
    m_error = error;
    setState(State::Failed);
}

} // namespace tallylight::monitor
