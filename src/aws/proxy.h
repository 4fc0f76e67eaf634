// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"

#include <QNetworkProxy>
#include <QUrl>

namespace tallylight::aws {

/// The proxy a connection to \a endpoint goes through right now. Loopback hosts are always reached
/// directly, whatever the system says: a proxy could only reach its own loopback.
QNetworkProxy proxyFor(const ProxySetting &setting, const QUrl &endpoint);

} // namespace tallylight::aws
