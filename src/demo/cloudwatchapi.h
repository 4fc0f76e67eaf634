// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/alertscript.h"
#include "demo/apimessage.h"
#include "demo/cloudwatchrequest.h"
#include "demo/medialiveapi.h"
#include "demo/metriccatalogue.h"
#include "demo/metricsimulation.h"
#include "demo/shapewriter.h"

#include <QHash>

namespace tallylight::demo {

/// What a GetMetricData call amounted to, for the counters.
struct DataUsage
{
    int metrics = 0;
    qint64 datapoints = 0;
};

/// CloudWatch's part of the region: GetMetricData, GetMetricStatistics, ListMetrics and
/// DescribeAlarms, over AWS JSON 1.0 and over the query protocol (aws-facts §2).
///
/// A datapoint appears when its period is over. Timestamps are whole multiples of the period.
class CloudWatchApi
{
public:
    /// The arguments must outlive this.
    CloudWatchApi(const Story &story, const AlertScript &alerts, const MetricCatalogue &catalogue,
                  const MetricSimulation &simulation);

    /// Answers \a call as of \a now; \a usage is filled in for GetMetricData.
    ApiResult answer(const ApiCall &call, const ApiRequest &request, const QString &requestId,
                     Moment now, DataUsage &usage) const;

private:
    /// How far a paged GetMetricData has come: the query, and the first period it has still to
    /// answer for.
    struct Position
    {
        qint64 query = 0;
        std::optional<qint64> period;
    };
    using Body = std::variant<std::monostate, ApiFailure>;

    Body metricData(ShapeWriter &out, const QJsonObject &parameters, Moment now,
                    DataUsage &usage) const;
    Body metricStatistics(ShapeWriter &out, const QJsonObject &parameters, Moment now) const;
    Body listMetrics(ShapeWriter &out, const QJsonObject &parameters, Moment now) const;
    Body describeAlarms(ShapeWriter &out, const QJsonObject &parameters, Moment now) const;

    /// The whole periods from \a from to before \a to that are over and still kept.
    struct Periods
    {
        qint64 first = 0; ///< start of the first, seconds since 1970
        qint64 last = 0; ///< start of the last; before first when there is none
    };
    static Periods periodsOf(qint64 from, qint64 to, qint64 period, qint64 nowSeconds);
    /// Where the values of \a metric come from in these periods; nullopt when there can be none.
    std::optional<MetricAddress> publisherOf(const MetricId &metric, const Periods &periods,
                                             qint64 period) const;
    std::variant<Position, ApiFailure> positionOf(const DataRequest &request) const;
    /// Writes one result; returns where it had to stop, if it had to.
    std::optional<qint64> writeResult(ShapeWriter &out, const DataRequest &request,
                                      const DataQuery &query, std::optional<qint64> resumeAt,
                                      qint64 nowSeconds, qint64 &budget) const;
    QList<MetricId> seriesOf(int resource, const ListRequest &request, Moment now) const;
    bool matches(const MetricId &metric, const ListRequest &request) const;
    void writeAlarm(ShapeWriter &out, int channel, Moment now) const;
    QString alarmState(int channel, Moment now) const;

    const Story &m_story;
    const AlertScript &m_alerts;
    const MetricCatalogue &m_catalogue;
    const MetricSimulation &m_simulation;
};

} // namespace tallylight::demo
