// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/callrecord.h"
#include "core/clock.h"
#include "core/expected.h"
#include "core/profile.h"
#include "core/secret.h"
#include "core/ssotoken.h"
#include "monitor/ssosignin.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::storage {
class AwsFiles;
class SecretStore;
class SsoCache;
} // namespace tallylight::storage

namespace tallylight::monitor {

/// Where a session at IAM Identity Center stands.
enum class SsoState {
    Unknown, ///< nobody has asked yet
    SignedIn,
    Renewing, ///< the token has run out, and a new one is under way
    SignInNeeded, ///< only a person can go on
    SigningIn, ///< a person is asked to confirm
};

/// How Identity Center is reached.
struct SsoRoute
{
    ProxySetting proxy;
    QString caFile; ///< as in Profile
    /// As in aws::ConnectionConfig: asks for the password of a manual proxy; null for none.
    std::function<void(QObject *context, std::function<void(const Secret &)> done)> proxyPassword;
};

/// One signed-in session at an IAM Identity Center, shared by every profile that uses it. Its token
/// lies in the cache of the AWS command line, so that whoever signs in, there or here, has signed
/// in for both.
///
/// A token that can be renewed is renewed a quarter of an hour before its end, once however many
/// want it. Without a valid one everybody is told that a sign-in is needed; as soon as there is one
/// again, from here or from `aws sso login`, signedIn() says so.
class SsoSession : public QObject
{
    Q_OBJECT

public:
    using TokenResult = Expected<Secret, ApiError>;
    using TokenDone = std::function<void(const TokenResult &)>;

    /// \a cache and \a clock outlive the session.
    SsoSession(const SsoSessionId &id, const SsoRoute &route, storage::SsoCache &cache,
               const Clock &clock, QObject *parent = nullptr);
    ~SsoSession() override;

    const SsoSessionId &id() const { return m_id; }
    SsoState state() const;
    /// When the token ends, UTC; invalid without one.
    QDateTime expiresAt() const;
    /// True when the token can be renewed without a person.
    bool isRenewable() const;

    /// Goes another way from now on, unless something has answered on the present one.
    void follow(const SsoRoute &route);
    /// The network, or the password of a proxy, is another one: connections are made anew.
    void reconnect();
    /// Reads the cache, so that state() knows.
    void look();
    /// A valid access token, or ssoSignInNeeded(), or why a renewal failed. \a done is called once,
    /// possibly before returning, unless \a context is destroyed by then.
    void fetchToken(QObject *context, TokenDone done);
    /// The portal does not accept \a token: it is not given out any more.
    void refuse(const Secret &token);

    /// Starts to sign in, unless that is under way.
    void signIn();
    void cancelSignIn();
    /// The attempt under way, or how the last one ended; null when there was none or it was
    /// cancelled.
    const SsoSignIn *attempt() const { return m_attempt; }
    /// For the next attempts; tests are in a hurry.
    void setPacing(const SsoPacing &pacing) { m_pacing = pacing; }

    /// What answers for accounts, roles and credentials.
    aws::Connection &portal() { return *m_portal; }

Q_SIGNALS:
    /// state(), or what attempt() says, is another.
    void stateChanged();
    /// There is a valid token again, or another one.
    void signedIn();
    void callFinished(const tallylight::CallRecord &record);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        TokenDone done;
    };

    std::unique_ptr<aws::Connection> open(Service service);
    void finished(const CallRecord &record);
    bool isUsable() const;
    bool load();
    void take(const SsoToken &token);
    void keep(const SsoToken &token);
    void cacheChanged(const QString &key);
    void renew();
    void renewalFailed(const ApiError &error);
    void renewAhead();
    void answerWaiting(const TokenResult &result);
    void announce();
    void dropAttempt();

    const SsoSessionId m_id;
    SsoRoute m_route;
    bool m_isReached = false; ///< something has answered on m_route
    storage::SsoCache &m_cache;
    const Clock &m_clock;
    SsoPacing m_pacing;
    std::unique_ptr<aws::Connection> m_oidc;
    std::unique_ptr<aws::Connection> m_portal;
    std::optional<SsoToken> m_token;
    Secret m_refused; // by the portal
    Secret m_deadRefresh; // worth nothing any more
    bool m_looked = false;
    bool m_isUnwritten = false; // the cache could not be written; the token is in memory only
    QList<Waiting> m_waiting;
    QPointer<aws::Job> m_renewal;
    std::chrono::milliseconds m_renewedAt{0}; // when it was last tried, by Clock::elapsed()
    bool m_everRenewed = false;
    QPointer<SsoSignIn> m_attempt; // a child
    SsoState m_announced = SsoState::Unknown;
    QTimer m_ahead;
};

/// Gives everybody who means the same session the same object. Sessions live as long as somebody
/// holds them.
class SsoSessions
{
public:
    /// Both outlive this and every session.
    SsoSessions(storage::SsoCache &cache, const Clock &clock);

    /// \a route counts for a session that isn't open yet, or has nobody signed in
    /// (SsoSession::follow()).
    std::shared_ptr<SsoSession> session(const SsoSessionId &id,
                                        const std::optional<SsoRoute> &route = std::nullopt);
    /// As \a profile, which need not be saved, reaches MediaLive. The password of its proxy is \a
    /// typed at first, and what is stored whenever that is empty or has been refused.
    SsoRoute route(const Profile &profile, const Secret &typed = {}) const;
    /// The session \a profile's credentials come from, also by way of the shared AWS files; null
    /// when they come from elsewhere.
    std::shared_ptr<SsoSession> sessionFor(const Profile &profile);
    /// Where to look profiles of the shared AWS files up; outlives this.
    void setAwsFiles(storage::AwsFiles *files) { m_files = files; }
    /// Where passwords of proxies are; outlives this and every session.
    void setSecrets(storage::SecretStore *secrets) { m_secrets = secrets; }
    /// Who is told of the calls of sessions opened from now on.
    void setCallSink(const CallSink &calls) { m_calls = calls; }

private:
    storage::SsoCache &m_cache;
    const Clock &m_clock;
    storage::AwsFiles *m_files = nullptr;
    storage::SecretStore *m_secrets = nullptr;
    CallSink m_calls;
    QList<std::weak_ptr<SsoSession>> m_sessions;
};

} // namespace tallylight::monitor
