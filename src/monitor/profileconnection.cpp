// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileconnection.h"

namespace tallylight::monitor {

aws::ConnectionConfig connectionConfig(const Profile &profile, Service service)
{
    aws::ConnectionConfig config;
    config.service = service;
    config.region = profile.region;
    config.endpoint = profile.endpoint(service);
    config.proxy = profile.proxy(service);
    return config;
}

} // namespace tallylight::monitor
