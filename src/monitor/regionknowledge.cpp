// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RegionMonitor that answers what is known.

#include "aws/connection.h"
#include "monitor/alertservice.h"
#include "monitor/costbook.h"
#include "monitor/credentialsession.h"
#include "monitor/descriptionservice.h"
#include "monitor/healthassembly.h"
#include "monitor/inventoryservice.h"
#include "monitor/metricservice.h"
#include "monitor/regionhistory.h"
#include "monitor/regionmonitor.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;

RegionStatus RegionMonitor::status() const
{
    RegionStatus status;
    status.profileId = m_profile.id;
    status.credentials = m_credentials->state();
    status.secretProblem = status.credentials.problem;
    status.secretDetail = status.credentials.detail;
    if (!m_started)
        status.phase = Phase::Stopped;
    else if (status.secretProblem != SecretProblem::None)
        status.phase = Phase::CredentialsProblem;
    else if (isPaused())
        status.phase = Phase::Paused;
    else if (m_credentials->isWaiting())
        status.phase = Phase::WaitingForCredentials;
    else
        status.phase = Phase::Live;
    status.channels = m_inventory->channelFreshness();
    status.inputs = m_inventory->inputFreshness();
    status.alerts = m_alerts->freshness();
    status.alertTurn = m_alerts->lastTurn();
    status.metrics = m_metrics->freshness();
    status.metricPace = m_metrics->pace();
    status.cost = m_costs.summary(m_profile.id);
    status.budgetUsd = m_profile.cloudwatchBudgetUsdPerMonth;
    status.pricesAsOf = m_costs.prices().asOf;
    status.identity = m_identityFreshness;
    status.caller = m_caller;
    status.medialive = m_medialive->stats();
    status.cloudwatch = m_cloudwatch->stats();
    status.sts = m_sts->stats();
    status.clockOffsetSeconds = m_medialive->clockOffset().count();
    status.channelCount = static_cast<int>(m_inventory->channels().size());
    status.inputCount = static_cast<int>(m_inventory->inputs().size());
    status.runningCount = runningCount();
    status.refreshing = m_inventory->isRefreshing();
    status.refreshedItems = m_inventory->refreshedItems();
    const std::chrono::milliseconds next = m_inventory->untilNext();
    if (!status.refreshing && next >= 0ms)
        status.nextRefresh = m_clock.utcNow().addMSecs(next.count());
    return status;
}

QList<Channel> RegionMonitor::channels() const
{
    QList<Channel> all;
    all.reserve(m_inventory->channels().size());
    for (const Observed<Channel> &entry : m_inventory->channels())
        all.append(entry.value);
    return described(std::move(all));
}

QList<Channel> RegionMonitor::described(QList<Channel> channels) const
{
    const QDateTime now = m_clock.utcNow();
    for (Channel &channel : channels) {
        const Observed<ChannelDescription> known = m_descriptions->description(channel.id);
        channel = withDescription(std::move(channel), known);
        // These rows have one freshness, that of the list, so an old active input has no place
        // here.
        if (known.freshness.trust(now) != Trust::Fresh)
            channel.pipelineDetails.clear();
    }
    return channels;
}

QList<Input> RegionMonitor::inputs() const
{
    QList<Input> all;
    all.reserve(m_inventory->inputs().size());
    for (const Observed<Input> &entry : m_inventory->inputs())
        all.append(entry.value);
    return all;
}

std::optional<QList<PipelineHealth>> RegionMonitor::healthOf(const QString &channelId) const
{
    const auto found = m_inventory->channels().constFind(channelId);
    if (found == m_inventory->channels().constEnd())
        return {};
    return healthOf(found->value);
}

QList<PipelineHealth> RegionMonitor::healthOf(const Channel &channel) const
{
    QList<PipelineHealth> rows
        = assembleHealth(withDescription(channel, m_descriptions->description(channel.id)),
                         m_alerts->alerts(channel.id), [&](const QString &pipeline) {
                             return m_metrics->readings(channel.id, pipeline);
                         });
    for (PipelineHealth &row : rows)
        row.startedAt = m_starts.startedAt(channel.id);
    return rows;
}

QList<PipelineHealth> RegionMonitor::health()
{
    m_health.flush();
    QList<PipelineHealth> all;
    for (const Observed<Channel> &entry : m_inventory->channels())
        all += healthOf(entry.value);
    return all;
}

Freshness RegionMonitor::channelFreshness(const QString &channelId) const
{
    return withRegionError(m_inventory->channels().value(channelId).freshness,
                           m_inventory->channelFreshness());
}

Freshness RegionMonitor::inputFreshness(const QString &inputId) const
{
    return withRegionError(m_inventory->inputs().value(inputId).freshness,
                           m_inventory->inputFreshness());
}

Freshness RegionMonitor::alertFreshness(const QString &channelId) const
{
    return m_alerts->alerts(channelId).freshness;
}

Freshness RegionMonitor::descriptionFreshness(const QString &channelId) const
{
    return m_descriptions->description(channelId).freshness;
}

Freshness RegionMonitor::metricFreshness(const QString &channelId, const QString &pipeline) const
{
    return m_metrics->freshness(channelId, pipeline);
}

QList<ChannelAlert> RegionMonitor::alerts(const QString &channelId) const
{
    return m_alerts->alerts(channelId).value;
}

QList<AlertRecord> RegionMonitor::alertRecords(const QString &channelId) const
{
    return m_alerts->records(channelId);
}

QStringList RegionMonitor::publishedMetrics() const
{
    return m_metrics->lister().published().names();
}

} // namespace tallylight::monitor
