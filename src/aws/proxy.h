// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "core/secret.h"

#include <QFuture>
#include <QNetworkProxy>
#include <QUrl>

#include <functional>

class QObject;

namespace tallylight::aws {

/// True when the system has to be asked, which may take long: a proxy script may have to be fetched
/// and run. Ask in a thread, see lookUpProxy().
bool asksSystem(const ProxySetting &setting, const QUrl &endpoint);

/// Asks the system about \a endpoint, or what stands for the system in a test; blocks.
using ProxyQuestion = std::function<QNetworkProxy(const QUrl &endpoint)>;

/// Asks for the password of a manual proxy. \a done is called once, possibly at once, with an empty
/// Secret when there is none to be had; never when \a context has been destroyed by then.
using ProxyPasswordQuestion
    = std::function<void(QObject *context, std::function<void(const Secret &)> done)>;

/// \a question's answer about \a endpoint, found in a thread of the global pool.
QFuture<QNetworkProxy> lookUpProxy(const ProxyQuestion &question, const QUrl &endpoint);

/// The proxy a connection to \a endpoint goes through right now. Loopback hosts are always reached
/// directly, whatever the system says: a proxy could only reach its own loopback. The user and
/// the password of a manual proxy are given to it when it asks, not here.
/// Blocks where asksSystem() says so.
QNetworkProxy proxyFor(const ProxySetting &setting, const QUrl &endpoint);

} // namespace tallylight::aws
