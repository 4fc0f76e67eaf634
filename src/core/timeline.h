// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/metric.h"

#include <QList>
#include <QString>

namespace tallylight {

/// A span of a channel's past that says how to read what was measured then: a state other than
/// running, an alert, or a time nobody looked.
struct TimelineBand
{
    enum class Kind {
        NotObserved, ///< nothing was asked, so neither an absent nor a last known value says much
        ChannelState, ///< text is AWS's channel state ("IDLE", "RECOVERING")
        Alert, ///< text is AWS's alert type
    };

    Kind kind = Kind::NotObserved;
    /// UTC. An invalid start: since before anybody looked; an invalid end: it still lasts.
    TimeRange range;
    QString pipeline; ///< "0", "1"; empty for the whole channel, and where AWS does not say
    QString text; ///< as AWS spells it, see Kind; empty for NotObserved
    QString detail; ///< the alert's message; may be empty
    HealthLevel level = HealthLevel::Unknown; ///< how bad it was

    bool operator==(const TimelineBand &) const = default;
    bool isOpen() const { return !range.to.isValid(); }
    /// Whether the band says something about leg \a pipelineId.
    bool concerns(const QString &pipelineId) const
    {
        return pipeline.isEmpty() || pipeline == pipelineId;
    }
    /// Whether the band holds some moment of \a span (both ends valid).
    bool touches(const TimeRange &span) const
    {
        return (!range.from.isValid() || range.from < span.to)
            && (!range.to.isValid() || range.to > span.from);
    }
};

} // namespace tallylight
