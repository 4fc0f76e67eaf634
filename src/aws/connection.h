// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/connectionconfig.h"
#include "aws/httpmessage.h"
#include "aws/ratelimiter.h"
#include "aws/trust.h"
#include "core/callrecord.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "core/retrypolicy.h"
#include "core/secret.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

class QAuthenticator;
class QNetworkAccessManager;
class QNetworkReply;

namespace tallylight::aws {

/// One way to one service in one region with one set of credentials: what all jobs of it share.
///
/// Owns the network access manager (no cookies, no cache, no redirects, HTTP/1.1), the retry budget
/// and the clock offset, and a thread that long answers are decoded in. The clock must outlive it.
/// Jobs that are under way when it dies finish as Cancelled.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(ConnectionConfig config, std::shared_ptr<CredentialsProvider> credentials,
               std::shared_ptr<RateLimiter> limiter, const Clock &clock, QObject *parent = nullptr);
    ~Connection() override;

    const ConnectionConfig &config() const { return m_config; }
    const Clock &clock() const { return m_clock; }
    const std::shared_ptr<CredentialsProvider> &credentials() const { return m_credentials; }
    const std::shared_ptr<RateLimiter> &limiter() const { return m_limiter; }
    /// Jobs made from now on wait here: for when the account turns out to be another connection's
    /// too.
    void setLimiter(std::shared_ptr<RateLimiter> limiter) { m_limiter = std::move(limiter); }
    RetryBudget &retryBudget() { return m_budget; }

    /// Everything called over this connection so far.
    CallStats stats() const { return m_stats; }

    /// Server time minus this computer's; zero until a service refused a signature because of the
    /// clock.
    std::chrono::seconds clockOffset() const { return m_clockOffset; }
    void setClockOffset(std::chrono::seconds offset) { m_clockOffset = offset; }
    /// The time to sign with: the clock, corrected by the offset. UTC.
    QDateTime signingTime() const;

    /// Where back-off jitter comes from: numbers in [0, 1). Tests replace it.
    void setRandomSource(std::function<double()> random);
    double random() const { return m_random(); }

    /// False until the proxy, its password and the CA file are known; nothing can be sent before.
    bool isReady() const { return m_proxyKnown && m_passwordKnown && m_trustKnown; }
    /// False until the system has told which proxy to use. It is asked in a thread, so that a slow
    /// proxy script never holds up the window, again after reconnect(), and now and then behind the
    /// scenes. When it does not answer in ten seconds, what it said last goes on to count; at first
    /// that is "none".
    bool isProxyKnown() const { return m_proxyKnown; }
    /// Why nothing can be sent although it isReady(): the CA file can't be used. The file is looked
    /// at again for the next call. Empty when there is nothing wrong.
    QString takeTrustProblem();
    /// True when there is a password to give to the proxy.
    bool hasProxyPassword() const { return !m_proxyPassword.isEmpty(); }
    /// How often the proxy has turned down what it was given, or could not be given anything.
    int proxyRefusals() const { return m_proxyRefusals; }
    /// The proxy has refused a request for want of a (right) password: it is asked for again before
    /// the next call, because it may have been out of reach or changed.
    void proxyRefused();
    /// A new password has been stored: asks for it and sends everything through the proxy with it.
    void proxyPasswordChanged();
    /// "host:port" of the proxy in use; empty for none.
    QString proxyName() const;
    /// Lets go of every open TCP connection, which may have died without a word (after a sleep, or
    /// when the network changed); requests under way are sent again at once. The CA file is read
    /// anew.
    void reconnect();

    /// Sends a request that is ready, signed where it has to be; for Job. The caller owns the reply. sslErrors are never ignored.
    QNetworkReply *send(const HttpRequest &request);
    /// Runs \a work in a thread of this connection, and then what it answers in the connection's
    /// own thread, from the event loop; for Job. Works come one after another. \a work may use its
    /// own copies of values only. Destroying the connection waits for a work that is under way and
    /// drops those that wait and their answers.
    void runAside(std::function<std::function<void()>()> work);
    /// Enters a finished job into the statistics and announces it; for Job.
    void report(const CallRecord &record);

Q_SIGNALS:
    /// Once for every job that was started or cancelled, also when it is destroyed unfinished.
    void callFinished(const tallylight::CallRecord &record);
    /// isReady() has become true.
    void ready();
    /// What is under way won't be answered any more and has to be asked again.
    void reconnecting();
    /// The connection is about to die; it is still whole.
    void closing();

private:
    void lookUpProxy();
    void useProxy(const QNetworkProxy &proxy);
    void askProxyPassword();
    void answerProxy(QAuthenticator *authenticator);
    void takeProxyPassword(const Secret &password);
    void readTrust();
    void tellIfReady();

    ConnectionConfig m_config;
    std::shared_ptr<CredentialsProvider> m_credentials;
    std::shared_ptr<RateLimiter> m_limiter;
    const Clock &m_clock;
    QNetworkAccessManager *m_network; ///< child
    RetryBudget m_budget;
    CallStats m_stats;
    std::chrono::seconds m_clockOffset{0};
    std::function<double()> m_random;
    QThreadPool m_aside; ///< one thread, ended when there was nothing to do for a while
    QFutureWatcher<QNetworkProxy> m_proxyLookup;
    QTimer m_proxyPatience;
    std::chrono::milliseconds m_proxyAskedAt{0};
    Secret m_proxyPassword;
    int m_proxyRefusals = 0;
    bool m_proxyAnswered = false; ///< since m_proxyPassword is known; a second question refuses it
    QFutureWatcher<Trust> m_trustLookup;
    Trust m_trust;
    bool m_proxyKnown = false;
    bool m_passwordKnown = true;
    bool m_trustKnown = true;
    bool m_toldReady = false;
};

} // namespace tallylight::aws
