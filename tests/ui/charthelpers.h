// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/metriccatalogue.h"
#include "models/rows.h"
#include "monitor/historyrequest.h"
#include "ui/chartcontent.h"
#include "ui/chartloader.h"

#include <QPointer>

#include <functional>

namespace tallylight::tests {

/// When the charts of the tests end.
inline QDateTime chartEnd()
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, 30), Qt::UTC);
}

inline double msecOf(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch());
}

/// A leg's series of \a metric with a point every \a period, where \a value gives one
/// (NaN leaves it out).
inline MetricSeries seriesOf(const monitor::HistorySpec &spec, const QString &metric,
                             const QString &pipeline, std::chrono::seconds period,
                             const std::function<double(int index)> &value)
{
    MetricSeries series;
    series.query.metric.name = metric;
    series.query.metric.dimensions
        = {{QStringLiteral("ChannelId"), spec.channelId}, {QStringLiteral("Pipeline"), pipeline}};
    series.query.period = period;
    const auto count = static_cast<int>(spec.length.count() / period.count());
    for (int i = 0; i < count; ++i) {
        const double y = value(i);
        if (y == y)
            series.points.append({chartEnd().addSecs((i - count) * period.count()), y});
    }
    return series;
}

/// The answer to \a spec with both legs alike.
inline monitor::HistoryResult resultOf(const monitor::HistorySpec &spec,
                                       const std::function<double(int index)> &value,
                                       std::chrono::seconds period = std::chrono::seconds(0))
{
    monitor::HistoryResult result;
    result.spec = spec;
    result.period = period.count() > 0 ? period : periodForRange(spec.length);
    result.range = {chartEnd().addSecs(-spec.length.count()), chartEnd()};
    for (const QString &metric : spec.metrics) {
        for (const QString &pipeline : spec.pipelines)
            result.series.append(seriesOf(spec, metric, pipeline, result.period, value));
    }
    for (const MetricSeries &series : result.series)
        result.asked.append(series.query);
    return result;
}

/// What a chart of \a result's first metric shows.
inline ui::ChartContent contentOf(const monitor::HistoryResult &result)
{
    return ui::chartContent(result,
                            MetricCatalogue::builtIn().infoFor(result.spec.metrics.first()));
}

/// An alert on \a pipeline from \a from to \a to seconds before chartEnd(); to 0 is still set.
inline TimelineBand alertBand(const QString &pipeline, int from, int to,
                              const QString &text = QStringLiteral("Video Not Detected"))
{
    TimelineBand band;
    band.kind = TimelineBand::Kind::Alert;
    band.range.from = chartEnd().addSecs(-from);
    if (to > 0)
        band.range.to = chartEnd().addSecs(-to);
    band.pipeline = pipeline;
    band.text = text;
    band.level = HealthLevel::Critical;
    return band;
}

/// A place to load charts from that answers only when told.
class FakeHistory
{
public:
    struct Asked
    {
        QString profileId;
        monitor::HistorySpec spec;
        QPointer<monitor::HistoryRequest> request;
    };

    ui::ChartLoader::Source source()
    {
        return [this](const QString &profileId, const monitor::HistorySpec &spec, QObject *parent) {
            auto *request = new monitor::HistoryRequest(parent);
            asked.append({profileId, spec, request});
            return request;
        };
    }

    /// Answers everything that is still open with \a value on every leg.
    void answerAll(const std::function<double(int)> &value = [](int) { return 5.0; })
    {
        answerWith([&](const monitor::HistorySpec &spec) { return resultOf(spec, value); });
    }

    void
    answerWith(const std::function<monitor::HistoryResult(const monitor::HistorySpec &)> &answer)
    {
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const QPointer<monitor::HistoryRequest> request = asked.at(i).request;
            if (!request || answered.contains(i))
                continue;
            answered.append(i);
            Q_EMIT request->finished(answer(asked.at(i).spec));
            delete request;
        }
    }

    QList<Asked> asked;
    QList<qsizetype> answered;
};

} // namespace tallylight::tests
