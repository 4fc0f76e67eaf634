// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricfold.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

using std::chrono::seconds;

namespace {

constexpr qint64 kMinuteSeconds = 60;

} // namespace

std::optional<Datapoint> newestMinute(const MetricSeries &series, const QDateTime &utcNow,
                                      seconds notOlderThan)
{
    const qint64 period = std::max<qint64>(series.query.period.count(), 1);
    const QString &statistic = series.query.statistic;
    const bool adds = statistic == u"Sum"_s || statistic == u"SampleCount"_s;
    QDateTime end; // of the minute, exclusive; invalid until its last point is found
    double value = 0.0;
    ValueSpread spread;
    QDateTime at;
    int count = 0;
    for (auto it = series.points.rbegin(); it != series.points.rend(); ++it) {
        const QDateTime over = it->at.addSecs(period);
        if (!std::isfinite(it->value) || over > utcNow)
            continue;
        if (!end.isValid())
            end = over;
        if (count > 0 && it->at < end.addSecs(-kMinuteSeconds))
            break;
        spread.low = count == 0 ? it->value : std::min(spread.low, it->value);
        spread.high = count == 0 ? it->value : std::max(spread.high, it->value);
        if (count == 0)
            value = it->value;
        else if (statistic == u"Minimum"_s)
            value = std::min(value, it->value);
        else if (statistic == u"Maximum"_s)
            value = std::max(value, it->value);
        else
            value += it->value;
        at = it->at;
        ++count;
    }
    if (count == 0 || at.secsTo(utcNow) > notOlderThan.count())
        return std::nullopt;
    if (!adds && statistic != u"Minimum"_s && statistic != u"Maximum"_s)
        value /= count;
    Datapoint minute{period < kMinuteSeconds ? end.addSecs(-kMinuteSeconds) : at, value};
    if (count > 1 && !adds)
        minute.spread = spread;
    return minute;
}

} // namespace tallylight
