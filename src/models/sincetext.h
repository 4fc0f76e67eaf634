// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"
#include "models/timeformat.h"

#include <QDateTime>
#include <QString>

namespace tallylight::models {

/// "2026-11-23 02:57:44 UTC", or "before …" when the change at \a at (UTC) was not seen; empty for
/// an invalid time.
QString sinceText(const QDateTime &at, bool changeSeen, TimeZoneChoice zone);
/// The same in a sentence, in both time zones.
QString sinceToolTip(const QDateTime &at, bool changeSeen);
/// The same for a channel's state, with what an earlier run knew of it.
QString sinceToolTip(const StateSince &since);

} // namespace tallylight::models
