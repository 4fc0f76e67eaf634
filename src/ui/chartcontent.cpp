// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartcontent.h"

#include "models/timeformat.h"
#include "models/words.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

struct ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(HealthChart)
};

SeriesStatus worseStatus(SeriesStatus a, SeriesStatus b)
{
    return std::max(a, b); // declared from good to bad
}

double combined(MetricCombine how, double a, double b)
{
    switch (how) {
    case MetricCombine::Minimum:
        return std::min(a, b);
    case MetricCombine::Maximum:
        return std::max(a, b);
    case MetricCombine::Sum:
        break;
    }
    return a + b;
}

/// Adds what another output group had at the same time.
void addPoint(Datapoint &sum, const Datapoint &one, MetricCombine how)
{
    if (sum.spread || one.spread) {
        const ValueSpread a = sum.spread.value_or(ValueSpread{sum.value, sum.value});
        const ValueSpread b = one.spread.value_or(ValueSpread{one.value, one.value});
        sum.spread = ValueSpread{combined(how, a.low, b.low), combined(how, a.high, b.high)};
    }
    sum.value = combined(how, sum.value, one.value);
}

/// What the output groups had at one time.
struct Together
{
    Datapoint point;
    qsizetype groups = 0;
};

// A group without points for longer than this is no gap any more: it was added, removed or renamed.
constexpr qint64 kGroupGapMs = qint64{15} * 60 * 1000;

/// The time in which an output group should have points, ms since 1970; empty for one without any.
struct Life
{
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = std::numeric_limits<qint64>::min();

    bool has(qint64 at) const { return at >= from && at <= to; }
};

Life lifeOf(const MetricSeries &series)
{
    Life life;
    const qint64 gap = std::max(kGroupGapMs, qint64{2000} * series.query.period.count());
    for (const Datapoint &point : series.points) {
        if (!std::isfinite(point.value))
            continue;
        const qint64 at = point.at.toMSecsSinceEpoch();
        life.from = std::min(life.from, at - gap);
        life.to = std::max(life.to, at + gap);
    }
    return life;
}

bool isWhole(const MetricInfo &info)
{
    return info.kind == MetricKind::Count || info.kind == MetricKind::Flag;
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
    QMap<qint64, Together> byTime;
    QList<Life> lives;
    for (const MetricSeries &one : series) {
        all.status = worseStatus(all.status, one.status);
        all.messages += one.messages;
        lives.append(lifeOf(one));
        for (const Datapoint &point : one.points) {
            if (!std::isfinite(point.value))
                continue;
            Together &together = byTime[point.at.toMSecsSinceEpoch()];
            if (together.groups++ == 0)
                together.point = point;
            else
                addPoint(together.point, point, info.combine);
        }
    }
    for (auto it = byTime.cbegin(); it != byTime.cend(); ++it) {
        const auto expected = std::count_if(
            lives.begin(), lives.end(), [at = it.key()](const Life &life) { return life.has(at); });
        if (it->groups >= expected)
            all.points.append(it->point);
    }
    return all;
}

ChartContent chartContent(const monitor::HistoryResult &result, const MetricInfo &info,
                          const HealthRules &rules)
{
    ChartContent content;
    content.metric = info;
    content.range = result.range;
    // Some metrics have no finer points than a minute, however short the range.
    content.period = std::max(result.period, info.finestPeriod);
    content.thresholds = thresholdsOf(info, rules);
    for (const TimelineBand &band : result.bands) {
        if (band.touches(result.range))
            content.bands.append(band);
    }
    for (const QString &pipeline : result.spec.pipelines) {
        QList<MetricSeries> own;
        for (const MetricSeries &series : result.series) {
            if (series.query.metric.name.compare(info.name, Qt::CaseInsensitive) == 0
                && series.query.metric.pipeline() == pipeline)
                own.append(series);
        }
        content.lines.append(
            {pipeline, models::segments(combinedSeries(own, info), content.period)});
    }
    return content;
}

QString metricTitle(const MetricInfo &info)
{
    const QString title = info.title.in();
    return title.isEmpty() ? info.name : title;
}

QString metricExplanation(const MetricInfo &info)
{
    QStringList lines{info.explanation.in()};
    if (!info.zeroMeaning.isEmpty())
        //: What a value of zero of a metric means; %1 is a sentence
        lines << ChartWords::tr("Zero: %1").arg(info.zeroMeaning.in());
    if (!info.noDataMeaning.isEmpty())
        //: What it means that a metric has no data; %1 is a sentence
        lines << ChartWords::tr("No data: %1").arg(info.noDataMeaning.in());
    //: %1 is the name of a metric as Amazon CloudWatch has it
    lines << ChartWords::tr("CloudWatch: %1").arg(info.name);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString statisticText(const MetricInfo &metric, std::chrono::seconds period)
{
    const QString every = models::formatAge(period);
    if (metric.chartStatistic == u"Sum")
        //: What each point of a chart is; %1 is a length of time such as "10 s"
        return ChartWords::tr("sum per %1").arg(every);
    if (metric.chartStatistic == u"Average")
        return ChartWords::tr("average per %1").arg(every);
    if (metric.chartStatistic == u"Minimum")
        return ChartWords::tr("lowest per %1").arg(every);
    if (metric.chartStatistic == u"Maximum")
        return ChartWords::tr("highest per %1").arg(every);
    //: %1 is one of CloudWatch's statistics, such as p90
    return ChartWords::tr("%1 per %2").arg(metric.chartStatistic, every);
}

QString metricTitleWithUnit(const MetricInfo &info)
{
    //: A metric and its unit: "Network in (Mbit/s)"
    return info.unit.isEmpty() ? metricTitle(info)
                               : ChartWords::tr("%1 (%2)").arg(metricTitle(info), info.unit);
}

QString metricValueText(const MetricInfo &info, double value, int decimals)
{
    if (info.kind == MetricKind::Flag)
        return value > 0.0 ? ChartWords::tr("yes") : ChartWords::tr("no");
    return models::formatQuantity(value, info.unit, isWhole(info) ? 0 : decimals);
}

} // namespace tallylight::ui
