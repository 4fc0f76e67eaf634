// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/connectionconfig.h"

namespace tallylight::aws {

ConnectionConfig connectionConfig(const Profile &profile, Service service)
{
    ConnectionConfig config;
    config.service = service;
    config.region = profile.region;
    config.endpoint = profile.endpoint(service);
    config.proxy = profile.proxy(service);
    config.caFile = profile.caFile;
    return config;
}

} // namespace tallylight::aws
