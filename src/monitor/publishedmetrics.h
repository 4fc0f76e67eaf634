// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/metric.h"

#include <QHash>
#include <QList>
#include <QString>

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
        QList<MetricId> metrics; ///< several for metrics that are published per output group
    };

    PublishedMetrics() = default;
    explicit PublishedMetrics(const QList<MetricId> &metrics);

    bool isEmpty() const { return m_byKey.isEmpty(); }
    Lookup find(const QString &channelId, const QString &pipeline, HealthMetric metric) const;
    /// What to ask for when ListMetrics is not allowed: the documented {ChannelId, Pipeline} set.
    /// Metrics per output group can't be guessed, because their names are not known.
    static Lookup assumed(const QString &channelId, const QString &pipeline, HealthMetric metric);

private:
    QHash<QString, QList<MetricId>> m_byKey; // "channel/pipeline/metric"
};

} // namespace tallylight::monitor
