// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthassembly.h"

namespace tallylight::monitor {

namespace {

PipelineHealth channelPart(const Channel &channel)
{
    PipelineHealth row;
    row.channelId = channel.id;
    row.channelName = channel.name;
    row.channelArn = channel.arn;
    row.channelState = channel.state;
    row.channelClass = channel.channelClass;
    row.pipelinesRunning = channel.pipelinesRunning;
    row.pipelinesExpected = channel.pipelinesExpected();
    row.lockingExpected = channel.pipelinesExpected().value_or(1) > 1;
    return row;
}

void addAlerts(PipelineHealth &row, const Observed<QList<ChannelAlert>> &alerts)
{
    if (!alerts.freshness.observedAt.isValid())
        return;
    int count = 0;
    for (const ChannelAlert &alert : alerts.value) {
        // An alert without a pipeline concerns the whole channel.
        if (!alert.isSet() || (!alert.pipelineId.isEmpty() && alert.pipelineId != row.pipeline))
            continue;
        ++count;
        const bool critical = isCriticalAlert(alert.alertType);
        if (row.worstAlert.isEmpty() || (critical && !row.criticalAlert))
            row.worstAlert = alert.alertType;
        row.criticalAlert |= critical;
    }
    row.setAlerts = count;
}

} // namespace

QList<PipelineHealth> assembleHealth(const Channel &channel,
                                     const Observed<QList<ChannelAlert>> &alerts,
                                     const ReadingsOf &readings)
{
    PipelineHealth row = channelPart(channel);
    if (!channel.isRunning()) {
        row.readings.fill({ReadingStatus::NotRunning, 0.0, {}});
        return {row};
    }
    QList<PipelineHealth> rows;
    for (int leg = 0; leg < channel.pipelinesExpected().value_or(2); ++leg) {
        PipelineHealth one = row;
        one.pipeline = QString::number(leg);
        addAlerts(one, alerts);
        one.readings = readings(one.pipeline);
        rows.append(one);
    }
    return rows;
}

Freshness withRegionError(Freshness own, const Freshness &region)
{
    if (region.error && (!own.observedAt.isValid() || region.error->at >= own.observedAt))
        own.error = region.error;
    return own;
}

QString healthKey(const PipelineHealth &row)
{
    return row.channelId + u'/' + row.pipeline;
}

} // namespace tallylight::monitor
