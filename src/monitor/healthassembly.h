// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/freshness.h"
#include "core/health.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tallylight::monitor {

/// Gives the readings of one pipeline ("0", "1") of the channel at hand.
using ReadingsOf = std::function<PipelineReadings(const QString &pipeline)>;

/// What only DescribeChannel tells about a channel and health has a use for.
struct ChannelDescription
{
    QList<PipelineDetail> pipelineDetails;
    QStringList outputGroups;
    ChannelTraits traits;

    static ChannelDescription of(const Channel &described)
    {
        return {described.pipelineDetails, described.outputGroups, described.traits};
    }
    bool operator==(const ChannelDescription &) const = default;
};

/// \a channel, as ListChannels gives it, completed by what DescribeChannel has told; a channel that
/// does not run has no active inputs.
Channel withDescription(Channel channel, const Observed<ChannelDescription> &description);

/// The health rows of one channel: one per expected pipeline while it runs, a single one that says
/// "not running" while it doesn't. Active inputs and traits are those of \a channel.
QList<PipelineHealth> assembleHealth(const Channel &channel,
                                     const Observed<QList<ChannelAlert>> &alerts,
                                     const ReadingsOf &readings);

/// A row's own observation with the region's newer error, if the region failed after it.
Freshness withRegionError(Freshness own, const Freshness &region);

/// True when a channel's metrics are worth having whoever looks: an alert is set, or fewer
/// pipelines run than should.
bool isInTrouble(const Channel &channel, const QList<ChannelAlert> &alerts);

/// "channelId/pipeline", the key of a health row within its profile.
QString healthKey(const PipelineHealth &row);

} // namespace tallylight::monitor
