// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/connection.h"
#include "aws/connectionconfig.h"
#include "core/profile.h"
#include "core/secret.h"

namespace tallylight::storage {
class SecretStore;
}

namespace tallylight::monitor {

/// How to reach \a service as \a profile says, with the password of its proxy from \a secrets,
/// which outlives every connection made with it.
aws::ConnectionConfig connectionConfig(const Profile &profile, Service service,
                                       storage::SecretStore &secrets);

/// The same without a password.
inline aws::ConnectionConfig connectionConfig(const Profile &profile, Service service)
{
    return aws::connectionConfig(profile, service);
}

/// The same with a password that is known already; for a profile that may not be stored yet.
aws::ConnectionConfig connectionConfig(const Profile &profile, Service service,
                                       const Secret &proxyPassword);

} // namespace tallylight::monitor
