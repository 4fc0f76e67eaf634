// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/metricinfo.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace tallylight {

/// Every metric MediaLive is known to publish: resources/metrics.json as a value. Which of them a
/// channel really publishes is another matter; ListMetrics tells (monitor/publishedmetrics.h), and
/// a name from there that is not in here still gets a sensible MetricInfo.
class MetricCatalogue
{
public:
    /// A catalogue changed by an operator's file, and what in that file could not be used.
    struct Changed;

    /// Reads a complete catalogue; every HealthMetric must be in it. The error lists what is wrong,
    /// a line each (English, technical: they name paths such as "metrics[3].statistic").
    static Expected<MetricCatalogue, QStringList> parse(const QByteArray &json);
    /// The catalogue this version comes with; parsed at first use, the same for ever.
    static const MetricCatalogue &builtIn();

    /// This catalogue with the metrics of \a json on top: same format, but a metric that is known
    /// needs only the fields that differ. What can't be used is reported and left out.
    Changed changedBy(const QByteArray &json) const;

    /// All, the columns of Channels Health first and in their order.
    const QList<MetricInfo> &metrics() const { return m_metrics; }
    /// Null when the name is not known. CloudWatch's documentation and its answers differ in case
    /// (UsingSdi, UsingSDI), so case is ignored.
    const MetricInfo *find(const QString &name) const;
    const MetricInfo &info(HealthMetric metric) const;
    /// What is known about \a name, or what can be guessed from it; then MetricInfo::known is
    /// false.
    MetricInfo infoFor(const QString &name) const;

    bool operator==(const MetricCatalogue &) const = default;

private:
    MetricCatalogue() = default;
    void take(const MetricInfo &info);
    void putColumnsFirst();

    QList<MetricInfo> m_metrics;
    QHash<QString, qsizetype> m_byName; // lower case
    std::array<qsizetype, kHealthMetricCount> m_columns{};
    MetricInfo m_unknown; // texts for names that are not known
};

struct MetricCatalogue::Changed
{
    MetricCatalogue catalogue;
    QStringList problems; ///< a line each, as parse() words them; empty when all could be used
};

/// The built-in catalogue's entry of a column.
inline const MetricInfo &healthMetricInfo(HealthMetric metric)
{
    return MetricCatalogue::builtIn().info(metric);
}

} // namespace tallylight
