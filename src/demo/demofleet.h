// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "demo/demooptions.h"

#include <QList>
#include <QUrl>

namespace tallylight::demo {

/// The three regions that --demo opens: Frankfurt in production, Oregon in production, Tokyo for
/// staging, of different sizes and with different stories. An unknown \a scenario gives an empty
/// list.
QList<DemoOptions> demoFleet(const QString &scenario);

/// The profile that watches a region at \a endpoint: all three services overridden, no proxy, name,
/// colour and production mark as in \a options. The same options always give the same profile id,
/// so that a window remembers its layout from one demo to the next.
Profile demoProfile(const DemoOptions &options, const QUrl &endpoint);

} // namespace tallylight::demo
