// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/connection.h"
#include "core/profile.h"

namespace tallylight::monitor {

/// How \a profile's connection to \a service is made; patience and retries are the usual ones.
aws::ConnectionConfig connectionConfig(const Profile &profile, Service service);

} // namespace tallylight::monitor
