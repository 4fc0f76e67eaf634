// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchjson.h"
#include "fuzz/fuzztarget.h"

#include <algorithm>

using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = bytesOf(data, size);
    if (const auto page = metricDataFromJson(body)) {
        for (const MetricDataResult &result : page->results) {
            const bool ascending = std::is_sorted(
                result.points.begin(), result.points.end(),
                [](const Datapoint &a, const Datapoint &b) { return a.at < b.at; });
            promise(ascending, "points ascend in time");
            for (const Datapoint &point : result.points)
                promise(point.at.isValid(), "a point has a time");
        }
    } else {
        promise(!page.error().message.isEmpty(), "an error has words");
        promise(page.error().message.size() < 2000, "an error is short");
    }
    if (const auto metrics = metricsFromJson(body)) {
        for (const MetricId &metric : metrics->items)
            promise(!metric.name.isEmpty(), "a metric has a name");
    }
    if (const auto alarms = alarmsFromJson(body)) {
        for (const MetricAlarm &alarm : alarms->items)
            concernsMediaLive(alarm);
    }
    return 0;
}
