// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "core/secret.h"
#include "monitor/regionstatus.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace tallylight::storage {
class SecretStore;
class SessionSecretStore;
} // namespace tallylight::storage

namespace tallylight::monitor {

/// True for a manual proxy whose address names a user.
bool wantsPassword(const ProxySetting &proxy);

/// The address a stored password belongs to: "http://user@host:3128". A password is given to this
/// proxy only, so that nobody who can change the profile file can have it sent elsewhere.
QString proxyAddress(const ProxySetting &proxy);

/// The name of the secret of one of \a profileId's two proxies; MediaLive's serves STS, too.
QString proxySecretId(const QString &profileId, Service service);

/// Reads the password stored for \a proxy; empty when there is none for exactly this address, or
/// the keychain gives none. \a done is called once unless \a context dies first.
void readProxyPassword(storage::SecretStore &secrets, const QString &profileId, Service service,
                       const ProxySetting &proxy, QObject *context,
                       std::function<void(const Secret &)> done);

/// The passwords of a profile's proxies, as far as they are known.
struct ProxyPasswords
{
    Secret medialive; ///< also for STS
    Secret monitoring;

    const Secret &of(Service service) const
    {
        return service == Service::CloudWatch ? monitoring : medialive;
    }
};

/// What is to become of the passwords of a profile's proxies. Without a value one stays as it is;
/// an empty one goes.
struct ProxyPasswordChange
{
    std::optional<Secret> medialive;
    std::optional<Secret> monitoring;
    bool forThisRunOnly = false; ///< nothing goes to the keychain, and what is there goes

    bool isEmpty() const { return !medialive && !monitoring; }
};

/// Stores \a change for \a profile; passwords of proxies that want none are removed as well. \a
/// done is told the first problem, once, unless \a context dies first.
void changeProxyPasswords(storage::SessionSecretStore &secrets, const Profile &profile,
                          const ProxyPasswordChange &change, QObject *context,
                          std::function<void(SecretProblem, const QString &detail)> done);

} // namespace tallylight::monitor
