// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/endpointprobe.h"

#include "aws/errorparser.h"
#include "aws/proxy.h"
#include "core/errorcodes.h"
#include "core/redact.h"

#include <QAuthenticator>
#include <QFutureWatcher>
#include <QHostInfo>
#include <QNetworkProxyQuery>
#include <QNetworkReply>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr int kTimeoutMs = 10000;

/// The name that has to resolve on this computer: the host's, or the proxy's where a proxy resolves
/// it.
QString nameToResolve(const EndpointProbe::Target &target, const QNetworkProxy &proxy)
{
    const bool viaProxy
        = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
    return viaProxy ? proxy.hostName() : target.endpoint.host();
}

} // namespace

EndpointProbe::EndpointProbe(const QList<Target> &targets, Kind kind, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_remaining(targets)
    , m_kind(kind)
    , m_clock(clock)
{
}

EndpointProbe::~EndpointProbe()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_reply)
        m_reply->disconnect(this);
}

void EndpointProbe::start()
{
    QTimer::singleShot(0, this, &EndpointProbe::next);
}

void EndpointProbe::cancel()
{
    ApiError cancelled;
    cancelled.category = ErrorCategory::Cancelled;
    QTimer::singleShot(0, this, [this, cancelled] { finish(cancelled); });
}

void EndpointProbe::next()
{
    if (m_done)
        return;
    if (m_remaining.isEmpty()) {
        finish(std::nullopt);
        return;
    }
    const Target target = m_remaining.takeFirst();
    if (target.caFile.isEmpty())
        findProxy(target);
    else
        findTrust(target);
}

void EndpointProbe::findTrust(const Target &target)
{
    auto *watcher = new QFutureWatcher<Trust>(this);
    connect(watcher, &QFutureWatcher<Trust>::finished, this, [this, watcher, target] {
        watcher->deleteLater();
        if (m_done || watcher->future().resultCount() == 0)
            return;
        m_trust = watcher->result();
        if (m_trust.problem.isEmpty()) {
            findProxy(target);
            return;
        }
        ApiError error;
        error.category = ErrorCategory::Tls;
        error.code = errorcodes::kCaFileUnusable;
        error.message = m_trust.problem;
        fail(target, error);
    });
    watcher->setFuture(lookUpTrust(target.caFile));
}

void EndpointProbe::findProxy(const Target &target)
{
    if (!asksSystem(target.proxy, target.endpoint)) {
        begin(target, proxyFor(target.proxy, target.endpoint));
        return;
    }
    // The system may have to run a script for its answer, which must not hold up the window.
    auto *watcher = new QFutureWatcher<QNetworkProxy>(this);
    connect(watcher, &QFutureWatcher<QNetworkProxy>::finished, this, [this, watcher, target] {
        watcher->deleteLater();
        if (!m_done && watcher->future().resultCount() > 0)
            begin(target, watcher->result());
    });
    watcher->setFuture(lookUpProxy(
        [setting = target.proxy](const QUrl &endpoint) { return proxyFor(setting, endpoint); },
        target.endpoint));
}

void EndpointProbe::begin(const Target &target, const QNetworkProxy &proxy)
{
    if (m_kind == Kind::Names)
        lookUp(target, proxy);
    else
        ask(target, proxy);
}

void EndpointProbe::lookUp(const Target &target, const QNetworkProxy &proxy)
{
    const QString name = nameToResolve(target, proxy);
    m_asked.append(name);
    m_lookup = QHostInfo::lookupHost(name, this, [this, target, name](const QHostInfo &info) {
        m_lookup = -1;
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty()) {
            next();
            return;
        }
        ApiError error;
        error.category = ErrorCategory::Network;
        error.code = u"HostNotFoundError"_s;
        error.message = name + u": "_s + info.errorString();
        fail(target, error);
    });
}

void EndpointProbe::ask(const Target &target, const QNetworkProxy &proxy)
{
    m_asked.append(target.endpoint.host());
    m_certificate = {};
    m_proxyQuestions = 0;
    m_network.setProxy(proxy);
    QUrl url = target.endpoint;
    url.setPath(u"/"_s);
    QNetworkRequest request(url);
    if (m_trust.tls)
        request.setSslConfiguration(*m_trust.tls);
    request.setTransferTimeout(kTimeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    QNetworkReply *reply = m_network.get(request);
    m_reply = reply;
    connect(&m_network, &QNetworkAccessManager::proxyAuthenticationRequired, reply,
            [this, target](const QNetworkProxy &, QAuthenticator *authenticator) {
                if (++m_proxyQuestions > 1 || target.proxyPassword.isEmpty())
                    return; // refused
                authenticator->setUser(target.proxy.url.userName(QUrl::FullyDecoded));
                authenticator->setPassword(QString::fromUtf8(target.proxyPassword.expose()));
            });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificate = certificateTrouble(errors); });
    connect(reply, &QNetworkReply::finished, this,
            [this, target, reply] { takeReply(target, reply); });
}

void EndpointProbe::takeReply(const Target &target, QNetworkReply *reply)
{
    reply->deleteLater();
    const QDateTime serverTime
        = serverDate(HttpResponse{0, {{"Date", reply->rawHeader("Date")}}, {}});
    if (serverTime.isValid())
        m_offset = m_clock.utcNow().secsTo(serverTime);
    const int questions = target.proxyPassword.isEmpty() ? 1 : 2; // the first is answered
    const bool refused = reply->error() == QNetworkReply::ProxyAuthenticationRequiredError
        || m_proxyQuestions >= questions;
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0 && !refused) {
        next(); // any answer means that the host is there
        return;
    }
    ApiError error = errorFromTransport(*reply, m_certificate);
    if (refused) {
        error.category = ErrorCategory::Network;
        error.code = target.proxyPassword.isEmpty() ? errorcodes::kProxyPasswordMissing
                                                    : errorcodes::kProxyPasswordRefused;
    } else if (error.code == "UnknownProxyError"_L1 && !target.proxyPassword.isEmpty()) {
        error.code = errorcodes::kProxyTunnelRefused;
    } else if (reply->error() == QNetworkReply::OperationCanceledError) {
        error.category = ErrorCategory::Timeout;
        error.message.clear();
    }
    const QString host = target.endpoint.host();
    error.message = error.message.isEmpty() ? host : host + u": "_s + error.message;
    fail(target, error);
}

void EndpointProbe::fail(const Target &target, ApiError error)
{
    error.service = signingName(target.service);
    error.message = redact(error.message);
    error.at = m_clock.utcNow();
    finish(error);
}

void EndpointProbe::finish(const std::optional<ApiError> &error)
{
    if (std::exchange(m_done, true))
        return;
    m_asked.removeDuplicates();
    Q_EMIT finished(error, m_asked.join(u", "_s), m_offset.value_or(0), m_offset.has_value());
    deleteLater();
}

} // namespace tallylight::aws
