// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/timeline.h"

#include <QList>

namespace tallylight::monitor {

/// A band for each alert, from when it was set until it was cleared; how bad it was as in
/// isCriticalAlert().
QList<TimelineBand> alertBands(const QList<ChannelAlert> &alerts);

/// \a bands and what of \a more is not in it yet. Two bands tell the same when kind, leg, text and
/// beginning agree; the one that knows the end is kept.
QList<TimelineBand> unitedBands(QList<TimelineBand> bands, const QList<TimelineBand> &more);

} // namespace tallylight::monitor
