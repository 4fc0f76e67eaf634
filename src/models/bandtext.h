// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timeline.h"
#include "models/timeformat.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallylight::models {

/// "Alert", "Channel state", "Not observed": what the band's look stands for, for a legend.
QString bandKindWord(TimelineBand::Kind kind);

/// A band in one line: what it was, on which leg, and from when to when with the zone; an alert
/// that is still set and a beginning nobody saw are said to be so. "Alert on leg 1: Video Not
/// Detected, set 2026-11-23 14:18:02 UTC, cleared 2026-11-23 14:22:10 UTC".
QString bandText(const TimelineBand &band, TimeZoneChoice zone);

/// A band and the name of the channel it belongs to.
struct ChannelBand
{
    QString channel;
    TimelineBand band;

    bool operator==(const ChannelBand &) const = default;
};

/// CSV (RFC 4180) of bands in the order of time, with titles that are the same in every language:
/// channel, kind, level, pipeline, text, detail, from, to; times are ISO-8601 UTC and empty where
/// the beginning was not seen or the end has not come.
QByteArray bandsCsv(QList<ChannelBand> bands);

} // namespace tallylight::models
