// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/proxy.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QPromise>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

bool asksSystem(const ProxySetting &setting, const QUrl &endpoint)
{
    return setting.mode == ProxySetting::Mode::System && !isLoopbackHost(endpoint.host());
}

QFuture<QNetworkProxy> lookUpProxy(const ProxyQuestion &question, const QUrl &endpoint)
{
    const auto promise = std::make_shared<QPromise<QNetworkProxy>>();
    promise->start();
    const QFuture<QNetworkProxy> future = promise->future();
    QThreadPool::globalInstance()->start([promise, question, endpoint] {
        promise->addResult(question(endpoint));
        promise->finish();
    });
    return future;
}

QNetworkProxy proxyFor(const ProxySetting &setting, const QUrl &endpoint)
{
    switch (setting.mode) {
    case ProxySetting::Mode::None:
        break;
    case ProxySetting::Mode::Manual: {
        const bool socks = setting.url.scheme() == u"socks5"_s;
        return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                             setting.url.host(),
                             static_cast<quint16>(setting.url.port(socks ? 1080 : 8080)));
    }
    case ProxySetting::Mode::System: {
        if (isLoopbackHost(endpoint.host()))
            break;
        const QList<QNetworkProxy> found
            = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(endpoint));
        if (!found.isEmpty())
            return found.first();
        break;
    }
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace tallylight::aws
