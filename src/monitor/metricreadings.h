// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/metric.h"
#include "core/metriccatalogue.h"
#include "core/metricplan.h"
#include "monitor/metricdemand.h"
#include "monitor/metriclister.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace tallylight::monitor {

/// One cell of Channels Health as series to ask for.
struct ReadingTarget
{
    QString leg; ///< legKey()
    HealthMetric metric = HealthMetric::ActiveAlerts;

    bool operator==(const ReadingTarget &) const = default;
};

/// The newest values of the pipelines that are or were lately asked for. Pure.
class MetricReadings
{
public:
    /// \a catalogue outlives the readings.
    explicit MetricReadings(const MetricCatalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    /// Takes over whose readings are wanted now; cells that were never read say Loading, those
    /// without a metric \a unpublished. A pipeline that is no longer wanted keeps its values for a
    /// while, and is then forgotten: old values would turn what is known for free into "unknown".
    void want(const QList<LegDemand> &legs, const MetricLister &lister, const QDateTime &utcNow);
    /// The series wanted for \a legs, and their cells by seriesKey().
    QList<SeriesDemand> series(const QList<LegDemand> &legs, const MetricLister &lister);

    /// What the budget keeps from being asked: cells that were to be loaded say so.
    /// The legs with a series that is slowed or left out.
    QSet<QString> holdBack(const QHash<QString, HeldBack> &series);

    /// The answers of a round, at the server's \a serverNow, observed at \a utcNow. A cell with
    /// several series is renewed only when all of them were answered.
    void take(const QList<MetricSeries> &answers, const QDateTime &serverNow,
              const QDateTime &utcNow);
    /// The series with a cell that waits for its first answer, by seriesKey(); of those that
    /// series() gave last.
    QSet<QString> unanswered() const;
    /// The round failed at \a utcNow: cells of \a legs that wait for an answer say why.
    void fail(const QList<LegDemand> &legs, ReadingStatus status, const QDateTime &utcNow);
    /// Forgets channels that no longer run, and what nobody has wanted, or the budget has had no
    /// room for, for longer than \a keep.
    void prune(const MetricDemand &demand, const QDateTime &utcNow, std::chrono::seconds keep);

    /// Nothing read so far says anything about now; each pipeline's next answer ends that for it.
    void doubtAll();
    bool isDoubted(const QString &leg) const;
    std::optional<PipelineReadings> find(const QString &leg) const;
    /// When the pipeline was answered, UTC; invalid for never. It shares one time, so that is the
    /// time of its oldest reading: one that is left out makes the others look older, never itself
    /// younger.
    QDateTime observedAt(const QString &leg) const { return m_legs.value(leg).observedAt; }
    bool isEmpty() const { return m_legs.isEmpty(); }
    void clear();

private:
    struct Leg
    {
        PipelineReadings readings{};
        std::array<QDateTime, kHealthMetricCount> answeredAt; ///< each reading, UTC
        QDateTime observedAt; ///< the oldest of those that are wanted
        QDateTime wantedAt;
        bool leftOut = false; ///< by the budget, in the last round
        std::array<bool, kHealthMetricCount> doubted{}; ///< each reading; see doubtAll()
    };

    const MetricCatalogue &m_catalogue;
    QHash<QString, Leg> m_legs;
    QHash<QString, QList<ReadingTarget>> m_targets; // by seriesKey()
};

} // namespace tallylight::monitor
