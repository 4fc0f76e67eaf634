// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/endpointprobe.h"

#include "aws/errorparser.h"
#include "aws/proxy.h"
#include "core/redact.h"

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
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            fail(target, ErrorCategory::Network, name + u": "_s + info.errorString());
        else
            next();
    });
}

void EndpointProbe::ask(const Target &target, const QNetworkProxy &proxy)
{
    m_asked.append(target.endpoint.host());
    m_tlsProblems.clear();
    m_network.setProxy(proxy);
    QUrl url = target.endpoint;
    url.setPath(u"/"_s);
    QNetworkRequest request(url);
    request.setTransferTimeout(kTimeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    QNetworkReply *reply = m_network.get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems.append(error.errorString());
    });
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
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0) {
        next(); // any answer means that the host is there
        return;
    }
    const QString host = target.endpoint.host();
    if (!m_tlsProblems.isEmpty() || reply->error() == QNetworkReply::SslHandshakeFailedError) {
        const QString why
            = m_tlsProblems.isEmpty() ? reply->errorString() : m_tlsProblems.join(u"; "_s);
        fail(target, ErrorCategory::Tls, host + u": "_s + why);
    } else if (reply->error() == QNetworkReply::OperationCanceledError) {
        fail(target, ErrorCategory::Timeout, host);
    } else {
        fail(target, ErrorCategory::Network, host + u": "_s + reply->errorString());
    }
}

void EndpointProbe::fail(const Target &target, ErrorCategory category, const QString &message)
{
    ApiError error;
    error.category = category;
    error.service = signingName(target.service);
    error.message = redact(message);
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
