// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"
#include "core/metriccatalogue.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace tallylight::monitor {

/// Which metrics a region's channels really publish, and with which dimensions, as ListMetrics told
/// (aws-facts §3.2: "drive the chart catalogue from ListMetrics"). Pure.
class PublishedMetrics
{
public:
    /// What is known about one metric of one pipeline.
    struct Lookup
    {
        bool published = false;
        QList<MetricId> metrics; ///< several for metrics published per output group or sound track
    };

    PublishedMetrics() = default;
    explicit PublishedMetrics(const QList<MetricId> &metrics);

    bool isEmpty() const { return m_byKey.isEmpty(); }
    /// The names of everything published for any channel, sorted, each once.
    const QStringList &names() const { return m_names; }
    Lookup find(const QString &channelId, const QString &pipeline, const MetricInfo &info) const;
    /// True when the pipeline publishes anything at all.
    bool knows(const QString &channelId, const QString &pipeline) const;
    Lookup find(const QString &channelId, const QString &pipeline, HealthMetric metric) const
    {
        return find(channelId, pipeline, healthMetricInfo(metric));
    }
    /// What to ask for when ListMetrics is not allowed: the documented {ChannelId, Pipeline} set.
    /// Metrics per output group or sound track can't be guessed, because their names are not known.
    static Lookup assumed(const QString &channelId, const QString &pipeline,
                          const MetricInfo &info);
    static Lookup assumed(const QString &channelId, const QString &pipeline, HealthMetric metric)
    {
        return assumed(channelId, pipeline, healthMetricInfo(metric));
    }

private:
    QHash<QString, QList<MetricId>> m_byKey; // "channel/pipeline/metric"
    QSet<QString> m_pipelines; // "channel/pipeline"
    QStringList m_names;
};

} // namespace tallylight::monitor
