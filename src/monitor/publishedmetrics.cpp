// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/publishedmetrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

QString lookupKey(const QString &channelId, const QString &pipeline, const QString &name)
{
    return channelId + u'/' + pipeline + u'/' + name;
}

bool isWanted(const MetricId &metric)
{
    // The failover label splits the same numbers once more; the plain set is the whole (aws-facts
    // §3.1).
    return (metric.nameSpace == u"AWS/MediaLive"_s || metric.nameSpace == u"MediaLive"_s)
        && !metric.channelId().isEmpty() && !metric.pipeline().isEmpty()
        && !metric.dimensions.contains(u"ActiveInputFailoverLabel"_s);
}

constexpr auto kOutputGroup = "OutputGroupName"_L1;
constexpr auto kSoundTrack = "AudioDescriptionName"_L1;

bool perSoundTrack(const MetricInfo &info)
{
    return std::any_of(info.dimensionSets.begin(), info.dimensionSets.end(),
                       [](const QStringList &set) { return set.contains(kSoundTrack); });
}

} // namespace

PublishedMetrics::PublishedMetrics(const QList<MetricId> &metrics)
{
    for (const MetricId &metric : metrics) {
        if (!isWanted(metric))
            continue;
        m_byKey[lookupKey(metric.channelId(), metric.pipeline(), metric.name)].append(metric);
        m_pipelines.insert(metric.channelId() + u'/' + metric.pipeline());
        m_names.append(metric.name);
    }
    m_names.sort();
    m_names.erase(std::unique(m_names.begin(), m_names.end()), m_names.end());
}

bool PublishedMetrics::knows(const QString &channelId, const QString &pipeline) const
{
    return m_pipelines.contains(channelId + u'/' + pipeline);
}

PublishedMetrics::Lookup PublishedMetrics::find(const QString &channelId, const QString &pipeline,
                                                const MetricInfo &info) const
{
    const auto found = m_byKey.constFind(lookupKey(channelId, pipeline, info.name));
    if (found == m_byKey.constEnd())
        return {};
    QList<MetricId> fitting;
    for (const MetricId &candidate : *found) {
        if (candidate.dimensions.contains(QString(kOutputGroup)) == info.perOutputGroup()
            && candidate.dimensions.contains(QString(kSoundTrack)) == perSoundTrack(info))
            fitting.append(candidate);
    }
    // A metric published with other dimensions than documented is still better than none; one
    // series only, because sets of different depth must not be added up.
    if (fitting.isEmpty())
        fitting.append(found->first());
    return {true, fitting};
}

PublishedMetrics::Lookup PublishedMetrics::assumed(const QString &channelId,
                                                   const QString &pipeline, const MetricInfo &info)
{
    if (info.perOutputGroup() || perSoundTrack(info))
        return {};
    MetricId id;
    id.name = info.name;
    id.dimensions.insert(u"ChannelId"_s, channelId);
    id.dimensions.insert(u"Pipeline"_s, pipeline);
    return {true, {id}};
}

} // namespace tallylight::monitor
