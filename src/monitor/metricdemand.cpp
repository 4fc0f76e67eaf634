// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricdemand.h"

#include <algorithm>
#include <tuple>

namespace tallylight::monitor {

QString legKey(const QString &channelId, const QString &pipeline)
{
    return channelId + u'/' + pipeline;
}

void MetricDemand::setRunningChannels(const QList<Channel> &channels)
{
    m_pipelines.clear();
    for (const Channel &channel : channels)
        m_pipelines.insert(channel.id, channel.pipelinesExpected().value_or(2));
}

std::optional<DemandKind> MetricDemand::kindOf(const QString &channelId,
                                               const QString &pipeline) const
{
    if (m_alarming.contains(channelId)) {
        // On screen it is wanted as often as everything else there.
        const bool seen
            = m_watched && (!m_visible || m_visible->contains(legKey(channelId, pipeline)));
        if (!seen && !m_pinned.contains(channelId))
            return DemandKind::Alarming;
    }
    if (m_pinned.contains(channelId))
        return DemandKind::Pinned;
    if (!m_watched)
        return std::nullopt;
    if (m_selected.contains(channelId))
        return DemandKind::Selected;
    if (!m_visible || m_visible->contains(legKey(channelId, pipeline)))
        return DemandKind::Visible;
    return std::nullopt;
}

QSet<QString> MetricDemand::runningChannels() const
{
    return QSet<QString>(m_pipelines.keyBegin(), m_pipelines.keyEnd());
}

QList<LegDemand> MetricDemand::legs() const
{
    QList<LegDemand> legs;
    for (auto it = m_pipelines.constBegin(); it != m_pipelines.constEnd(); ++it) {
        for (int leg = 0; leg < it.value(); ++leg) {
            const QString pipeline = QString::number(leg);
            if (const auto kind = kindOf(it.key(), pipeline))
                legs.append({it.key(), pipeline, *kind});
        }
    }
    std::sort(legs.begin(), legs.end(), [](const LegDemand &a, const LegDemand &b) {
        return std::tie(a.channelId, a.pipeline) < std::tie(b.channelId, b.pipeline);
    });
    return legs;
}

} // namespace tallylight::monitor
