// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/publishedmetrics.h"

#include "core/metriccatalogue.h"

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
        && !metric.dimensions.contains(u"ActiveInputFailoverLabel"_s)
        && !metric.dimensions.contains(u"AudioDescriptionName"_s);
}

} // namespace

PublishedMetrics::PublishedMetrics(const QList<MetricId> &metrics)
{
    for (const MetricId &metric : metrics) {
        if (isWanted(metric))
            m_byKey[lookupKey(metric.channelId(), metric.pipeline(), metric.name)].append(metric);
    }
}

PublishedMetrics::Lookup PublishedMetrics::find(const QString &channelId, const QString &pipeline,
                                                HealthMetric metric) const
{
    const MetricInfo &info = healthMetricInfo(metric);
    const auto found = m_byKey.constFind(lookupKey(channelId, pipeline, info.name));
    if (found == m_byKey.constEnd())
        return {};
    const QString outputGroup = u"OutputGroupName"_s;
    QList<MetricId> fitting;
    for (const MetricId &candidate : *found) {
        if (candidate.dimensions.contains(outputGroup) == info.perOutputGroup())
            fitting.append(candidate);
    }
    // A metric published with other dimensions than documented is still better than none; one
    // series only, because sets of different depth must not be added up.
    if (fitting.isEmpty())
        fitting.append(found->first());
    return {true, fitting};
}

PublishedMetrics::Lookup PublishedMetrics::assumed(const QString &channelId,
                                                   const QString &pipeline, HealthMetric metric)
{
    const MetricInfo &info = healthMetricInfo(metric);
    if (info.perOutputGroup())
        return {};
    MetricId id;
    id.name = info.name;
    id.dimensions.insert(u"ChannelId"_s, channelId);
    id.dimensions.insert(u"Pipeline"_s, pipeline);
    return {true, {id}};
}

} // namespace tallylight::monitor
