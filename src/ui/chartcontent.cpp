// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartcontent.h"

#include "core/metriccatalogue.h"
#include "models/columns.h"
#include "models/healthmodel.h"
#include "models/timeformat.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

const models::ColumnSpec &columnOf(HealthMetric metric)
{
    const auto first = static_cast<std::size_t>(models::HealthModel::Column::ActiveAlerts);
    return models::HealthModel::columnSpecs()[first + static_cast<std::size_t>(metric)];
}

SeriesStatus worseStatus(SeriesStatus a, SeriesStatus b)
{
    return std::max(a, b); // declared from good to bad
}

} // namespace

bool ChartContent::hasData() const
{
    return std::any_of(lines.begin(), lines.end(),
                       [](const ChartLine &line) { return !line.segments.isEmpty(); });
}

MetricSeries combinedSeries(const QList<MetricSeries> &series, const MetricInfo &info)
{
    if (series.isEmpty())
        return {};
    if (series.size() == 1)
        return series.first();
    MetricSeries all;
    all.query = series.first().query;
    QMap<qint64, double> byTime;
    for (const MetricSeries &one : series) {
        all.status = worseStatus(all.status, one.status);
        all.messages += one.messages;
        for (const Datapoint &point : one.points) {
            if (!std::isfinite(point.value))
                continue;
            const qint64 at = point.at.toMSecsSinceEpoch();
            const auto known = byTime.find(at);
            if (known == byTime.end())
                byTime.insert(at, point.value);
            else
                *known = info.combine == MetricCombine::Minimum ? std::min(*known, point.value)
                    : info.combine == MetricCombine::Maximum    ? std::max(*known, point.value)
                                                                : *known + point.value;
        }
    }
    all.points.reserve(byTime.size());
    for (auto it = byTime.constBegin(); it != byTime.constEnd(); ++it)
        all.points.append({QDateTime::fromMSecsSinceEpoch(it.key(), Qt::UTC), it.value()});
    return all;
}

ChartContent chartContent(const monitor::HistoryResult &result)
{
    ChartContent content;
    content.range = result.range;
    content.period = result.period;
    if (result.spec.metrics.isEmpty())
        return content;
    content.metric = result.spec.metrics.first();
    const MetricInfo &info = healthMetricInfo(content.metric);
    for (const QString &pipeline : result.spec.pipelines) {
        QList<MetricSeries> own;
        for (const MetricSeries &series : result.series) {
            if (series.query.metric.name == info.name
                && series.query.metric.pipeline() == pipeline)
                own.append(series);
        }
        content.lines.append(
            {pipeline, models::segments(combinedSeries(own, info), content.period)});
    }
    return content;
}

QString metricTitle(HealthMetric metric)
{
    return models::columnTitle(columnOf(metric));
}

QString metricExplanation(HealthMetric metric)
{
    return models::columnToolTip(columnOf(metric));
}

bool isFlag(HealthMetric metric)
{
    return metric == HealthMetric::PipelinesLocked || metric == HealthMetric::PrimaryInputActive;
}

bool isWhole(HealthMetric metric)
{
    switch (metric) {
    case HealthMetric::ActiveAlerts:
    case HealthMetric::DroppedFrames:
    case HealthMetric::ActiveOutputs:
    case HealthMetric::Output4xxErrors:
    case HealthMetric::Output5xxErrors:
    case HealthMetric::PipelinesLocked:
    case HealthMetric::PrimaryInputActive:
        return true;
    case HealthMetric::InputVideoFrameRate:
    case HealthMetric::NetworkIn:
    case HealthMetric::NetworkOut:
    case HealthMetric::FillMsec:
    case HealthMetric::SvqTime:
    case HealthMetric::InputLossSeconds:
        return false;
    }
    return false;
}

QString metricValueText(HealthMetric metric, double value, int decimals)
{
    if (isFlag(metric)) {
        return value > 0.0 ? QCoreApplication::translate("HealthChart", "yes")
                           : QCoreApplication::translate("HealthChart", "no");
    }
    return models::formatQuantity(value, healthMetricInfo(metric).unit,
                                  isWhole(metric) ? 0 : decimals);
}

QByteArray chartCsv(const ChartContent &content)
{
    QMap<qint64, QList<QString>> rows;
    for (qsizetype line = 0; line < content.lines.size(); ++line) {
        for (const models::ChartSegment &segment : content.lines.at(line).segments) {
            for (const QPointF &point : segment) {
                QList<QString> &row = rows[static_cast<qint64>(point.x())];
                row.resize(content.lines.size());
                row[line] = QString::number(point.y(), 'g', QLocale::FloatingPointShortest);
            }
        }
    }
    QString text = u"time"_s;
    for (const ChartLine &line : content.lines)
        text += u",pipeline"_s + line.pipeline;
    text += u"\r\n"_s;
    for (auto it = rows.constBegin(); it != rows.constEnd(); ++it) {
        text += QDateTime::fromMSecsSinceEpoch(it.key(), Qt::UTC).toString(Qt::ISODate) + u','
            + it->join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace tallylight::ui
