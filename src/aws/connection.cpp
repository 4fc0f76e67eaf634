// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/connection.h"

#include "aws/proxy.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

/// The system's proxies may change while the program runs, so they are looked up per request.
class CurrentProxy : public QNetworkProxyFactory
{
public:
    explicit CurrentProxy(ProxySetting setting)
        : m_setting(std::move(setting))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {proxyFor(m_setting, query.url())};
    }

private:
    ProxySetting m_setting;
};

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
    m_network->setProxyFactory(new CurrentProxy(m_config.proxy)); // owned by the manager
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
    m_aside.setMaxThreadCount(1);
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

QNetworkReply *Connection::send(const HttpRequest &request)
{
    QNetworkRequest wire(request.url);
    for (const HttpHeader &header : request.headers)
        wire.setRawHeader(header.name, header.value);
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
    // The job caps the reply itself; Qt's own check would refuse harmless, well compressed JSON.
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
