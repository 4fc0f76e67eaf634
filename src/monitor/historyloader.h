// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/history.h"
#include "core/metricplan.h"
#include "monitor/historyrequest.h"
#include "monitor/metricasker.h"
#include "monitor/metricoptions.h"

#include <QObject>

#include <memory>

namespace tallylight::aws {
class Connection;
}

namespace tallylight::monitor {

class CostBook;
class MetricLister;
class Recorder;

/// Loads the series a chart wants: what the history has of them comes from there, and CloudWatch is
/// asked for the rest. Each load is priced on screen and asked for by the operator, so it goes
/// ahead of everything else; but a budget that is spent ends it with kOverBudget and what is there.
class HistoryLoader : public QObject
{
    Q_OBJECT

public:
    /// The arguments outlive the loader. \a costs may be null, as for MetricService.
    HistoryLoader(aws::Connection &connection, MetricLister &lister, MetricOptions options,
                  const CostBook *costs, const Clock &clock, QObject *parent = nullptr);

    void setOptions(const MetricOptions &options);
    /// Where recorded points come from and fresh ones go to; it outlives the loader. Without one
    /// everything is asked for.
    void setRecorder(Recorder *recorder) { m_recorder = recorder; }

    /// The request belongs to \a parent and starts from the event loop; it hears of its end also
    /// when the loader dies first.
    HistoryRequest *load(const HistorySpec &spec, QObject *parent);

private:
    /// \a listError is why there is no list of metrics at all, if so.
    void begin(HistoryRequest *request, const HistorySpec &spec,
               const std::optional<ApiError> &listError);
    /// Also notes in \a result which metrics the channel does not publish, and \a result's error
    /// where it can't be known what to ask for.
    QList<MetricQuery> queriesFor(const HistorySpec &spec, HistoryResult &result) const;
    void recall(HistoryRequest *request, const HistoryResult &result,
                const QList<MetricQuery> &queries);

    /// The series of one load: what is recorded of each, what is asked for, and what has come.
    class Pieces;
    void ask(HistoryRequest *request, const HistoryResult &empty,
             const QList<RecordedSeries> &recorded);
    void askWith(MetricAsker::With way, HistoryRequest *request,
                 const std::shared_ptr<Pieces> &pieces, HistoryResult result);
    bool isOff() const { return m_costs && !(m_options.budgetUsdPerMonth > 0.0); }
    ApiError overBudget() const;
    MetricAsker::With cheapestWay(const QList<PlannedBatch> &batches) const;
    std::optional<ApiError> budgetError(const QList<PlannedBatch> &batches) const;

    aws::Connection &m_connection;
    MetricLister &m_lister;
    MetricOptions m_options;
    const CostBook *m_costs;
    const Clock &m_clock;
    Recorder *m_recorder = nullptr;
    bool m_freeRefused = false; ///< older policies don't allow GetMetricStatistics
};

} // namespace tallylight::monitor
