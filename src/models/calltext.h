// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/region.h"
#include "models/timeformat.h"

#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::models {

struct CallRow;

/// "MediaLive", "CloudWatch", "STS": AWS's names, the same in every language.
QString serviceTitle(Service service);

/// "OK", or what went wrong in a few words.
QString callResult(const CallRecord &record);

/// "312 ms", "4.2 s".
QString formatDuration(std::chrono::milliseconds duration);

/// Everything the inspector knows about a call, a fact a line, and below it what it means and what
/// can be done about it: plain text to read and to copy.
QString callDetails(const CallRow &row, TimeZoneChoice zone);

/// How far a server's clock is from this computer's, in words: "in step", "3 s ahead".
QString clockSkewText(std::optional<qint64> seconds);

} // namespace tallylight::models
