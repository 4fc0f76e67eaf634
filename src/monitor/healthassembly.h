// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/freshness.h"
#include "core/health.h"

#include <QList>
#include <QString>

#include <functional>

namespace tallylight::monitor {

/// Gives the readings of one pipeline ("0", "1") of the channel at hand.
using ReadingsOf = std::function<PipelineReadings(const QString &pipeline)>;

/// The health rows of one channel: one per expected pipeline while it runs, a single one that says
/// "not running" while it doesn't.
QList<PipelineHealth> assembleHealth(const Channel &channel,
                                     const Observed<QList<ChannelAlert>> &alerts,
                                     const ReadingsOf &readings);

/// A row's own observation with the region's newer error, if the region failed after it.
Freshness withRegionError(Freshness own, const Freshness &region);

/// "channelId/pipeline", the key of a health row within its profile.
QString healthKey(const PipelineHealth &row);

} // namespace tallylight::monitor
