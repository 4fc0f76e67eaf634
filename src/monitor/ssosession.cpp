// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/ssosession.h"

#include "aws/connection.h"
#include "aws/ssooidcclient.h"
#include "core/credentialplan.h"
#include "monitor/proxypasswords.h"
#include "storage/awsfiles.h"
#include "storage/ssocache.h"

#include <QProcessEnvironment>
#include <QSet>

#include <utility>

namespace tallylight::monitor {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr seconds kRenewBefore = 15min; // as the command line does (aws-facts §5.3)
constexpr seconds kRenewAgain = 60s; // after a failure, while the old token still works
constexpr std::chrono::milliseconds kLookAhead = 30s;

} // namespace

SsoSession::SsoSession(const SsoSessionId &id, const SsoRoute &route, storage::SsoCache &cache,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_route(route)
    , m_cache(cache)
    , m_clock(clock)
    , m_oidc(open(Service::SsoOidc))
    , m_portal(open(Service::SsoPortal))
{
    connect(&m_cache, &storage::SsoCache::tokenChanged, this, &SsoSession::cacheChanged);
    m_ahead.setInterval(kLookAhead);
    connect(&m_ahead, &QTimer::timeout, this, &SsoSession::renewAhead);
}

SsoSession::~SsoSession() = default;

std::unique_ptr<aws::Connection> SsoSession::open(Service service)
{
    aws::ConnectionConfig config;
    config.service = service;
    config.region = m_id.region;
    config.endpoint = ssoEndpoint(service, m_id);
    config.proxy = m_route.proxy;
    config.caFile = m_route.caFile;
    config.proxyPassword = m_route.proxyPassword;
    // Nothing here is signed, so there are no credentials to give.
    auto connection = std::make_unique<aws::Connection>(
        config, std::make_shared<StaticCredentialsProvider>(Credentials()),
        std::make_shared<aws::RateLimiter>(m_clock, 10.0, 20.0), m_clock);
    connect(connection.get(), &aws::Connection::callFinished, this, &SsoSession::finished);
    return connection;
}

bool SsoSession::isUsable() const
{
    return m_token && m_token->isValid(m_clock.utcNow()) && m_token->accessToken != m_refused;
}

bool SsoSession::isRenewable() const
{
    return m_token && m_token->isRenewable(m_clock.utcNow())
        && m_token->refreshToken != m_deadRefresh;
}

QDateTime SsoSession::expiresAt() const
{
    return m_token ? m_token->expiresAt : QDateTime();
}

SsoState SsoSession::state() const
{
    if (m_attempt && m_attempt->isUnderWay())
        return SsoState::SigningIn;
    if (isUsable())
        return SsoState::SignedIn;
    if (m_renewal || (m_looked && isRenewable()))
        return SsoState::Renewing;
    return m_looked ? SsoState::SignInNeeded : SsoState::Unknown;
}

void SsoSession::announce()
{
    const SsoState now = state();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT stateChanged();
}

/// True when the cache holds another token than is known.
bool SsoSession::load()
{
    if (!std::exchange(m_looked, true)) {
        m_cache.watch(m_id);
        m_ahead.start();
    }
    auto cached = m_cache.readToken(m_id);
    // A file that went away is a sign-out; one that can't be read just now says nothing.
    if (!cached) {
        if (cached.error().kind == storage::SsoCache::Trouble::Kind::NotFound && !m_isUnwritten)
            m_token.reset();
        return false;
    }
    if (m_token && *m_token == *cached)
        return false;
    // What could not be written is newer than what lies there.
    if (m_isUnwritten && m_token && m_token->expiresAt >= cached->expiresAt)
        return false;
    // The file has whole seconds only.
    if (m_token && m_token->accessToken == cached->accessToken
        && m_token->refreshToken == cached->refreshToken)
        return false;
    m_token = std::move(*cached);
    m_isUnwritten = false;
    return true;
}

void SsoSession::follow(const SsoRoute &route)
{
    const bool isSame = route.proxy == m_route.proxy && route.caFile == m_route.caFile
        && !route.proxyPassword && !m_route.proxyPassword;
    if (isSame || m_isReached || (m_attempt && m_attempt->isUnderWay()))
        return;
    dropAttempt(); // it knows the old way
    const bool wasRenewing = m_renewal;
    if (m_renewal)
        m_renewal->disconnect(this);
    m_renewal = nullptr;
    m_route = route;
    m_oidc = open(Service::SsoOidc);
    m_portal = open(Service::SsoPortal);
    if (wasRenewing)
        renew();
    announce();
}

void SsoSession::reconnect()
{
    for (aws::Connection *connection : {m_oidc.get(), m_portal.get()}) {
        connection->proxyPasswordChanged();
        connection->reconnect();
    }
}

void SsoSession::finished(const CallRecord &record)
{
    m_isReached = m_isReached || record.httpStatus != 0;
    Q_EMIT callFinished(record);
}

void SsoSession::look()
{
    load();
    announce();
}

void SsoSession::fetchToken(QObject *context, TokenDone done)
{
    if (!isUsable())
        load();
    if (isUsable()) {
        const Secret token = m_token->accessToken;
        announce();
        renewAhead();
        done(token);
        return;
    }
    if (!isRenewable()) {
        announce();
        done(Unexpected{ssoSignInNeeded()});
        return;
    }
    m_waiting.append({context, std::move(done)});
    renew();
    announce();
}

void SsoSession::refuse(const Secret &token)
{
    m_refused = token;
    announce();
}

void SsoSession::renewAhead()
{
    if (!m_token || !isRenewable())
        return;
    const bool isNear = m_token->expiresAt <= m_clock.utcNow().addSecs(kRenewBefore.count());
    const bool justTried = m_everRenewed && m_clock.elapsed() - m_renewedAt < kRenewAgain;
    if (isNear && !justTried)
        renew();
}

void SsoSession::renew()
{
    if (m_renewal)
        return;
    // Somebody else, such as the command line, may have done it already; a refresh token may be
    // good for one use only.
    if (load() && isUsable()) {
        take(*m_token);
        return;
    }
    if (!isRenewable()) {
        answerWaiting(Unexpected{ssoSignInNeeded()});
        return;
    }
    m_everRenewed = true;
    m_renewedAt = m_clock.elapsed();
    const SsoRegistration client = m_token->registration;
    const Secret refresh = m_token->refreshToken;
    auto *job = aws::SsoOidcClient(*m_oidc).renewToken(client, refresh, this);
    m_renewal = job;
    connect(job, &aws::Job::finished, this, [this, job, client, refresh] {
        m_renewal = nullptr;
        if (job->result())
            keep(ssoToken(*job->result(), client, refresh, m_clock.utcNow()));
        else
            renewalFailed(job->result().error());
    });
    job->start();
}

void SsoSession::renewalFailed(const ApiError &error)
{
    const bool refused = ssoRefusal(error) != SsoRefusal::None;
    if (refused && m_token)
        m_deadRefresh = m_token->refreshToken;
    if (load() && isUsable()) {
        take(*m_token);
        return;
    }
    if (isUsable())
        answerWaiting(m_token->accessToken);
    else
        answerWaiting(Unexpected{refused ? ssoSignInNeeded() : error});
    announce();
}

/// A token from the service: into the cache, where it counts for everybody.
void SsoSession::keep(const SsoToken &token)
{
    m_isUnwritten = m_cache.writeToken(m_id, token).has_value();
    take(token);
}

void SsoSession::take(const SsoToken &token)
{
    // Renewed in time, it is nothing to whoever has keys by it.
    const bool isNews = m_announced != SsoState::SignedIn;
    m_looked = true;
    m_token = token;
    const QPointer<SsoSession> alive(this);
    answerWaiting(m_token->accessToken);
    if (!alive)
        return;
    announce();
    if (alive && isNews)
        Q_EMIT signedIn();
}

void SsoSession::cacheChanged(const QString &key)
{
    if (key != ssoCacheKey(m_id))
        return;
    if (load() && isUsable())
        take(*m_token);
    else
        announce();
}

void SsoSession::answerWaiting(const TokenResult &result)
{
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(result);
    }
}

void SsoSession::signIn()
{
    if (m_attempt && m_attempt->isUnderWay())
        return;
    load(); // from now on the cache is watched
    dropAttempt();
    m_attempt = new SsoSignIn(m_id, *m_oidc, m_cache, m_clock, m_pacing, this);
    connect(m_attempt, &SsoSignIn::granted, this, &SsoSession::keep);
    connect(m_attempt, &SsoSignIn::stateChanged, this, [this] {
        m_announced = state();
        Q_EMIT stateChanged();
    });
    announce();
    m_attempt->start();
}

void SsoSession::cancelSignIn()
{
    dropAttempt();
    announce();
}

/// Later, because it may be what has just called.
void SsoSession::dropAttempt()
{
    if (!m_attempt)
        return;
    m_attempt->disconnect(this);
    m_attempt->stop();
    m_attempt->deleteLater();
    m_attempt = nullptr;
}

SsoSessions::SsoSessions(storage::SsoCache &cache, const Clock &clock)
    : m_cache(cache)
    , m_clock(clock)
{
}

SsoRoute SsoSessions::route(const Profile &profile, const Secret &typed) const
{
    SsoRoute route{profile.medialiveProxy, profile.caFile, {}};
    if (!wantsPassword(route.proxy))
        return route;
    // Each of the connections asks on its own, and again when the proxy has refused.
    route.proxyPassword = [secrets = m_secrets, id = profile.id, proxy = route.proxy, typed,
                           asked = std::make_shared<QSet<const QObject *>>()](
                              QObject *context, const std::function<void(const Secret &)> &done) {
        const bool isFirst = !asked->contains(context);
        asked->insert(context);
        if (!secrets || (isFirst && !typed.isEmpty()))
            done(typed);
        else
            readProxyPassword(*secrets, id, Service::MediaLive, proxy, context, done);
    };
    return route;
}

std::shared_ptr<SsoSession> SsoSessions::session(const SsoSessionId &id,
                                                 const std::optional<SsoRoute> &route)
{
    m_sessions.removeIf([](const std::weak_ptr<SsoSession> &one) { return one.expired(); });
    for (const std::weak_ptr<SsoSession> &one : std::as_const(m_sessions)) {
        const std::shared_ptr<SsoSession> open = one.lock();
        if (!open || open->id() != id)
            continue;
        if (route)
            open->follow(*route);
        return open;
    }
    auto made = std::make_shared<SsoSession>(id, route.value_or(SsoRoute()), m_cache, m_clock);
    if (m_calls) {
        QObject::connect(made.get(), &SsoSession::callFinished, made.get(),
                         [calls = m_calls](const CallRecord &record) { calls({}, record); });
    }
    m_sessions.append(made);
    return made;
}

std::shared_ptr<SsoSession> SsoSessions::sessionFor(const Profile &profile)
{
    if (profile.credentialSource == CredentialSource::Sso)
        return session(profile.sso.session(), route(profile));
    if (profile.credentialSource != CredentialSource::AwsProfile || !m_files)
        return nullptr;
    const AwsConfig &config = m_files->config();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto plan = credentialPlan(config, profile.awsProfile, environment);
    if (!plan || plan->base != CredentialPlan::Base::Sso)
        return nullptr;
    const AwsProfileSettings settings = awsProfileSettings(config, profile.awsProfile, environment);
    return session(plan->sso.session(), route(withAwsSettings(profile, settings)));
}

} // namespace tallylight::monitor
