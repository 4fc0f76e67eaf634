// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileconnection.h"

#include "monitor/proxypasswords.h"

#include <QObject>

#include <utility>

namespace tallylight::monitor {

aws::ConnectionConfig connectionConfig(const Profile &profile, Service service,
                                       storage::SecretStore &secrets)
{
    aws::ConnectionConfig config = aws::connectionConfig(profile, service);
    if (!wantsPassword(config.proxy))
        return config;
    config.proxyPassword = [profileId = profile.id, proxy = config.proxy, service,
                            &secrets](QObject *context, std::function<void(const Secret &)> done) {
        readProxyPassword(secrets, profileId, service, proxy, context, std::move(done));
    };
    return config;
}

aws::ConnectionConfig connectionConfig(const Profile &profile, Service service,
                                       const Secret &proxyPassword)
{
    aws::ConnectionConfig config = aws::connectionConfig(profile, service);
    if (wantsPassword(config.proxy) && !proxyPassword.isEmpty()) {
        config.proxyPassword
            = [proxyPassword](QObject *, const std::function<void(const Secret &)> &done) {
                  done(proxyPassword);
              };
    }
    return config;
}

} // namespace tallylight::monitor
