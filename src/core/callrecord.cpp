// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/callrecord.h"

namespace tallylight {

void CallStats::add(const CallRecord &record)
{
    calls += record.attempts;
    metricsRequested += record.metricsRequested;
    lastOperation = record.operation;
    if (!record.error) {
        lastSuccess = record.startedAt.addMSecs(record.duration.count());
        return;
    }
    if (record.error->category == ErrorCategory::Cancelled)
        return;
    ++failures;
    if (record.error->category == ErrorCategory::Throttled)
        ++throttled;
    lastError = record.error;
}

} // namespace tallylight
