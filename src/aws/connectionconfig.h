// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/proxy.h"
#include "core/profile.h"
#include "core/region.h"
#include "core/retrypolicy.h"

#include <QString>
#include <QUrl>

#include <chrono>

namespace tallylight::aws {

/// Where a connection goes and how patient it is.
struct ConnectionConfig
{
    Service service = Service::MediaLive;
    QString region; ///< also the region that is signed for
    QUrl endpoint; ///< scheme, host and port only
    ProxySetting proxy; ///< the system's proxies are not used for loopback hosts
    ProxyQuestion systemProxy; ///< instead of the system, for tests; called in a thread
    ProxyPasswordQuestion proxyPassword; ///< for a manual proxy with a user; null for none
    QString caFile; ///< PEM, trusted besides the system's authorities; empty for those alone
    std::chrono::milliseconds timeout{15000}; ///< without a byte; eight times that in all
    RetryPolicy retry;
    qint64 maxReplyBytes = qint64(64) * 1024 * 1024; ///< after decompression
};

/// What \a profile says about the way to \a service: region, endpoint, proxy and CA file. The
/// password of a proxy is not known here; see monitor/profileconnection.h.
ConnectionConfig connectionConfig(const Profile &profile, Service service);

} // namespace tallylight::aws
