// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthassembly.h"

#include <algorithm>

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
    row.traits = channel.traits;
    return row;
}

/// Attachments are named by the operator; a pair's primary one is the one that names a secondary
/// input, and the secondary attachment the one that brings that input.
bool isSecondary(const Channel &channel, const QString &attachmentName)
{
    const auto &all = channel.inputAttachments;
    const auto active
        = std::find_if(all.begin(), all.end(), [&attachmentName](const InputAttachment &one) {
              return one.name == attachmentName;
          });
    if (active == all.end() || active->inputId.isEmpty() || !active->secondaryInputId.isEmpty())
        return false;
    return std::any_of(all.begin(), all.end(), [&active](const InputAttachment &one) {
        return one.secondaryInputId == active->inputId;
    });
}

void addActiveInput(PipelineHealth &row, const Channel &channel)
{
    for (const PipelineDetail &leg : channel.pipelineDetails) {
        if (leg.pipelineId == row.pipeline)
            row.activeInput = leg.activeInputAttachment;
    }
    if (row.activeInput.isEmpty())
        return;
    row.onSecondaryInput = isSecondary(channel, row.activeInput);
    for (const PipelineDetail &leg : channel.pipelineDetails) {
        row.activeInputDiffers |= leg.pipelineId != row.pipeline
            && !leg.activeInputAttachment.isEmpty() && leg.activeInputAttachment != row.activeInput;
    }
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
        if (row.worstAlert.isEmpty() || (critical && !row.criticalAlert)) {
            row.worstAlert = alert.alertType;
            row.worstAlertAt = alert.setAt;
        } else if (critical == row.criticalAlert && alert.setAt < row.worstAlertAt) {
            row.worstAlertAt
                = alert.setAt; // of those that are as bad, the one that has been longest
        }
        row.criticalAlert |= critical;
    }
    row.setAlerts = count;
}

} // namespace

Channel withDescription(Channel channel, const Observed<ChannelDescription> &description)
{
    if (!description.freshness.observedAt.isValid())
        return channel;
    channel.outputGroups = description.value.outputGroups;
    if (channel.isRunning())
        channel.pipelineDetails = description.value.pipelineDetails;
    // The attachments in the list are newer.
    const ChannelTraits listed = channel.traits;
    channel.traits = description.value.traits;
    if (listed.hasFailoverPair) {
        channel.traits.hasFailoverPair = listed.hasFailoverPair;
        channel.traits.primaryPreferred = listed.primaryPreferred;
    }
    return channel;
}

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
        addActiveInput(one, channel);
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

bool isInTrouble(const Channel &channel, const QList<ChannelAlert> &alerts)
{
    if (!channel.isRunning())
        return false;
    const bool redundancyLost = channel.pipelinesRunning && channel.pipelinesExpected()
        && *channel.pipelinesRunning < *channel.pipelinesExpected();
    return redundancyLost
        || std::any_of(alerts.begin(), alerts.end(),
                       [](const ChannelAlert &alert) { return alert.isSet(); });
}

QString healthKey(const PipelineHealth &row)
{
    return row.channelId + u'/' + row.pipeline;
}

} // namespace tallylight::monitor
