// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/freshness.h"
#include "core/thumbnail.h"

#include <QHash>
#include <QList>
#include <QMap>

namespace tallylight::ui {

/// Everything the detail of a channel shows, as a value: made by ChannelDetailPanel, shown by
/// ChannelDetailView.
struct ChannelDetail
{
    QString profileName;
    QString region;
    bool listed = false; ///< the inventory knows the channel
    bool paused = false; ///< nothing is asked for
    Channel channel; ///< of the inventory, until DescribeChannel has answered
    Freshness listing; ///< of the inventory
    bool described
        = false; ///< DescribeChannel has answered, so pipelineDetails and outputGroups are known
    Freshness description;
    QMap<QString, Thumbnail> thumbnails; ///< by pipeline id
    Freshness thumbnailFreshness;
    bool thumbnailsAsked = false; ///< every leg has been asked for at least once
    QList<AlertRecord> alerts; ///< set ones and those that ended lately
    Freshness alertFreshness;
    QHash<QString, QString> inputNames; ///< input id to name

    bool operator==(const ChannelDetail &) const = default;
};

} // namespace tallylight::ui
