// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/connection.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kProxyPatience = 10s;
constexpr std::chrono::milliseconds kProxyAge = 60s; // settings change while the program runs

} // namespace

Connection::Connection(ConnectionConfig config, std::shared_ptr<CredentialsProvider> credentials,
                       std::shared_ptr<RateLimiter> limiter, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_credentials(std::move(credentials))
    , m_limiter(std::move(limiter))
    , m_clock(clock)
    , m_network(new QNetworkAccessManager(this))
    , m_random([] { return QRandomGenerator::global()->generateDouble(); })
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
    connect(m_network, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &, QAuthenticator *authenticator) {
                answerProxy(authenticator);
            });
    m_aside.setMaxThreadCount(1);
    m_proxyPatience.setSingleShot(true);
    connect(&m_proxyPatience, &QTimer::timeout, this, [this] {
        if (!m_proxyKnown)
            useProxy(m_network->proxy());
    });
    connect(&m_proxyLookup, &QFutureWatcher<QNetworkProxy>::finished, this, [this] {
        m_proxyPatience.stop();
        if (m_proxyLookup.future().resultCount() > 0)
            useProxy(m_proxyLookup.result());
    });
    connect(&m_trustLookup, &QFutureWatcher<Trust>::finished, this, [this] {
        if (m_trustLookup.future().resultCount() > 0)
            m_trust = m_trustLookup.result();
        m_trustKnown = true;
        tellIfReady();
    });
    m_network->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    readTrust();
    askProxyPassword();
    if (asksSystem(m_config.proxy, m_config.endpoint))
        lookUpProxy();
    else
        useProxy(proxyFor(m_config.proxy, m_config.endpoint));
}

Connection::~Connection()
{
    Q_EMIT closing();
    m_aside.clear();
    m_aside.waitForDone(); // it posts its answer to this object
}

QDateTime Connection::signingTime() const
{
    return m_clock.utcNow().addSecs(m_clockOffset.count());
}

void Connection::setRandomSource(std::function<double()> random)
{
    m_random = std::move(random);
}

void Connection::lookUpProxy()
{
    if (m_proxyLookup.isRunning())
        return; // its answer is on the way
    m_proxyAskedAt = m_clock.elapsed();
    m_proxyPatience.start(kProxyPatience);
    ProxyQuestion question = m_config.systemProxy;
    if (!question) {
        question = [setting = m_config.proxy](const QUrl &endpoint) {
            return proxyFor(setting, endpoint);
        };
    }
    m_proxyLookup.setFuture(aws::lookUpProxy(question, m_config.endpoint));
}

void Connection::useProxy(const QNetworkProxy &proxy)
{
    if (m_network->proxy() != proxy)
        m_network->setProxy(proxy);
    m_proxyKnown = true;
    tellIfReady();
}

/// Qt asks once, remembers an answer that worked, and asks again about one that did not; without
/// this flag it would go on like that until the account at the proxy is locked.
void Connection::answerProxy(QAuthenticator *authenticator)
{
    if (m_proxyPassword.isEmpty() || m_proxyAnswered) {
        ++m_proxyRefusals;
        return;
    }
    m_proxyAnswered = true;
    authenticator->setUser(m_config.proxy.url.userName(QUrl::FullyDecoded));
    authenticator->setPassword(QString::fromUtf8(m_proxyPassword.expose()));
}

void Connection::takeProxyPassword(const Secret &password)
{
    m_passwordKnown = true;
    if (!(password == m_proxyPassword)) {
        m_proxyPassword = password;
        m_proxyAnswered = false;
        m_network->clearAccessCache(); // it remembers what the proxy accepted or refused
    }
    tellIfReady();
}

void Connection::askProxyPassword()
{
    if (!m_config.proxyPassword)
        return;
    m_passwordKnown = false;
    m_toldReady = false;
    m_config.proxyPassword(this, [this](const Secret &password) { takeProxyPassword(password); });
}

void Connection::proxyRefused()
{
    if (m_passwordKnown)
        askProxyPassword();
}

void Connection::proxyPasswordChanged()
{
    askProxyPassword();
}

QString Connection::proxyName() const
{
    const QNetworkProxy proxy = m_network->proxy();
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty())
        return {};
    return u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

void Connection::readTrust()
{
    if (m_config.caFile.isEmpty() || m_trustLookup.isRunning())
        return;
    m_trustKnown = false;
    m_toldReady = false;
    m_trustLookup.setFuture(lookUpTrust(m_config.caFile));
}

QString Connection::takeTrustProblem()
{
    const QString problem = m_trust.problem;
    if (!problem.isEmpty())
        readTrust();
    return problem;
}

void Connection::tellIfReady()
{
    if (isReady() && !std::exchange(m_toldReady, true))
        Q_EMIT ready();
}

void Connection::reconnect()
{
    // Another network may have another proxy; asked first, so that nothing goes to the old one.
    if (asksSystem(m_config.proxy, m_config.endpoint)) {
        m_proxyKnown = false;
        m_toldReady = false;
        lookUpProxy();
    }
    readTrust();
    Q_EMIT reconnecting();
    m_network->clearConnectionCache();
}

QNetworkReply *Connection::send(const HttpRequest &request)
{
    if (asksSystem(m_config.proxy, m_config.endpoint)
        && m_clock.elapsed() - m_proxyAskedAt > kProxyAge)
        lookUpProxy();
    QNetworkRequest wire(request.url);
    if (m_trust.tls)
        wire.setSslConfiguration(*m_trust.tls);
    for (const HttpHeader &header : request.headers)
        wire.setRawHeader(header.name, header.value);
    if (!request.bearerToken.isEmpty())
        wire.setRawHeader("x-amz-sso_bearer_token", request.bearerToken.expose());
    wire.setRawHeader("User-Agent", "Tallylight/" TALLYLIGHT_VERSION);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    // HTTP/2 writes host and header names its own way; what is signed must be what is sent.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // The job caps what it reads, and Qt inflates no more than a few megabytes ahead of it. Qt's
    // own check goes by the ratio and would refuse harmless, well compressed JSON.
    wire.setDecompressedSafetyCheckThreshold(-1);
    if (request.method == "GET")
        return m_network->get(wire);
    return m_network->sendCustomRequest(wire, request.method, request.body);
}

void Connection::runAside(std::function<std::function<void()>()> work)
{
    m_aside.start([this, work = std::move(work)] {
        QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection);
    });
}

void Connection::report(const CallRecord &record)
{
    m_stats.add(record);
    Q_EMIT callFinished(record);
}

} // namespace tallylight::aws
