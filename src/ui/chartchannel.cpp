// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartchannel.h"

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

QList<ChartChannel> chartChannels(const QList<models::HealthRow> &rows)
{
    QList<ChartChannel> channels;
    for (const models::HealthRow &row : rows) {
        const PipelineHealth &health = row.health;
        const bool running = !health.pipeline.isEmpty();
        const auto known = std::find_if(channels.begin(), channels.end(), [&](const auto &channel) {
            return channel.profile.id == row.profile.id && channel.id == health.channelId;
        });
        if (known != channels.end()) {
            known->running = known->running || running;
            continue;
        }
        QStringList pipelines{u"0"_s};
        if (health.pipelinesExpected.value_or(2) > 1)
            pipelines << u"1"_s;
        channels.append({row.profile, health.channelId, health.channelName, pipelines, running});
    }
    return channels;
}

} // namespace tallylight::ui
