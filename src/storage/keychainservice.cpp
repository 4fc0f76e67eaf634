// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/keychainservice.h"

#ifdef TALLYLIGHT_SESSION_BUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QStringList>

#include <algorithm>
#endif

namespace tallylight::storage {

#ifdef TALLYLIGHT_SESSION_BUS

using namespace Qt::StringLiterals;

namespace {

bool busKnowsAKeychain(const QDBusConnection &bus)
{
    if (!bus.isConnected())
        return false;
    const QStringList keychains{u"org.freedesktop.secrets"_s, u"org.kde.kwalletd6"_s,
                                u"org.kde.kwalletd5"_s};
    const QDBusReply<QStringList> running = bus.interface()->registeredServiceNames();
    const QDBusReply<QStringList> startable = bus.interface()->activatableServiceNames();
    if (!running.isValid() || !startable.isValid())
        return true; // a bus that says nothing leaves it open
    return std::any_of(keychains.begin(), keychains.end(), [&](const QString &name) {
        return running.value().contains(name) || startable.value().contains(name);
    });
}

} // namespace

bool keychainServiceMayAnswer()
{
    // A connection of its own: the shared one remembers for good that there was no bus once.
    const QString name = u"tallylight-keychain-check"_s;
    const bool known
        = busKnowsAKeychain(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name));
    QDBusConnection::disconnectFromBus(name);
    return known;
}

#else

bool keychainServiceMayAnswer()
{
    return true;
}

#endif

} // namespace tallylight::storage
