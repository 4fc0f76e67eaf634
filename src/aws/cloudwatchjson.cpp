// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchjson.h"

#include "aws/decodeobject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray dimensionsJson(const QMap<QString, QString> &dimensions)
{
    QJsonArray array;
    for (auto it = dimensions.begin(); it != dimensions.end(); ++it) {
        QJsonObject dimension{{u"Name"_s, it.key()}};
        if (!it.value().isEmpty())
            dimension.insert(u"Value"_s, it.value());
        array.append(dimension);
    }
    return array;
}

QJsonObject queryJson(const MetricQuery &query, qsizetype index)
{
    const QJsonObject metric{{u"Namespace"_s, query.metric.nameSpace},
                             {u"MetricName"_s, query.metric.name},
                             {u"Dimensions"_s, dimensionsJson(query.metric.dimensions)}};
    const QJsonObject stat{{u"Metric"_s, metric},
                           {u"Period"_s, qint64(query.period.count())},
                           {u"Stat"_s, query.statistic}};
    return {
        {u"Id"_s, u'm' + QString::number(index)}, {u"MetricStat"_s, stat}, {u"ReturnData"_s, true}};
}

/// CloudWatch wants whole seconds; an exclusive end is rounded up so that nothing is lost.
qint64 epochSeconds(const QDateTime &time, bool roundUp)
{
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    return roundUp ? (milliseconds + 999) / 1000 : milliseconds / 1000;
}

/// A double, which JSON can't write when it isn't finite.
std::optional<double> doubleFromJson(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QString text = value.toString();
    if (text == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity"_L1)
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity"_L1)
        return -std::numeric_limits<double>::infinity();
    return std::nullopt;
}

QJsonArray arrayOf(const JsonReader &json, QLatin1StringView key)
{
    const QJsonValue value = json.json().value(key);
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        json.reportProblem(key, u"expected an array, found "_s + jsonTypeName(value));
    return value.toArray();
}

QList<Datapoint> pointsFrom(const JsonReader &json)
{
    const QJsonArray times = arrayOf(json, "Timestamps"_L1);
    const QJsonArray values = arrayOf(json, "Values"_L1);
    if (times.size() != values.size()) {
        json.reportProblem("Values"_L1,
                           u"%1 values for %2 timestamps"_s.arg(values.size()).arg(times.size()));
        return {};
    }
    QList<Datapoint> points;
    points.reserve(times.size());
    for (qsizetype i = 0; i < times.size(); ++i) {
        const QDateTime at = timeFromJson(times.at(i));
        const std::optional<double> value = doubleFromJson(values.at(i));
        if (!at.isValid())
            json.reportProblem("Timestamps"_L1, u"entry %1 is no time"_s.arg(i));
        else if (!value)
            json.reportProblem("Values"_L1, u"entry %1 is no number"_s.arg(i));
        else
            points.append({at, *value});
    }
    const auto earlier = [](const Datapoint &a, const Datapoint &b) {
        return a.at < b.at;
    };
    if (!std::is_sorted(points.begin(), points.end(), earlier))
        std::stable_sort(points.begin(), points.end(), earlier);
    return points;
}

/// "Code: Value", or what there is of it.
QStringList messagesFrom(const JsonReader &json)
{
    QStringList messages;
    json.objects("Messages"_L1, [&messages](const JsonReader &message) {
        QStringList parts{message.string("Code"_L1), message.string("Value"_L1)};
        parts.removeAll(QString());
        if (!parts.isEmpty())
            messages.append(parts.join(u": "_s));
    });
    return messages;
}

/// One of the five that GetMetricStatistics takes in "Statistics"; percentiles have a field of
/// their own.
bool isPlainStatistic(const QString &statistic)
{
    static const QStringList plain{u"SampleCount"_s, u"Average"_s, u"Sum"_s, u"Minimum"_s,
                                   u"Maximum"_s};
    return plain.contains(statistic);
}

SeriesStatus statusFrom(const QString &text)
{
    if (text == "Complete"_L1)
        return SeriesStatus::Complete;
    if (text == "InternalError"_L1)
        return SeriesStatus::InternalError;
    if (text == "Forbidden"_L1)
        return SeriesStatus::Forbidden;
    return SeriesStatus::Partial; // PartialData, absent, or a status this version doesn't know
}

MetricId metricFrom(const JsonReader &json)
{
    MetricId metric;
    metric.nameSpace = json.string("Namespace"_L1);
    metric.name = json.string("MetricName"_L1);
    json.objects("Dimensions"_L1, [&metric](const JsonReader &dimension) {
        metric.dimensions.insert(dimension.requiredString("Name"_L1), dimension.string("Value"_L1));
    });
    return metric;
}

void addNameSpace(MetricAlarm *alarm, const QString &nameSpace)
{
    if (!nameSpace.isEmpty() && !alarm->nameSpaces.contains(nameSpace))
        alarm->nameSpaces.append(nameSpace);
}

MetricAlarm alarmFrom(const JsonReader &json, bool composite)
{
    MetricAlarm alarm;
    alarm.name = json.requiredString("AlarmName"_L1);
    alarm.arn = json.string("AlarmArn"_L1);
    alarm.description = json.string("AlarmDescription"_L1);
    alarm.state = json.string("StateValue"_L1);
    alarm.stateReason = json.string("StateReason"_L1);
    alarm.stateUpdatedAt = json.time("StateUpdatedTimestamp"_L1);
    alarm.composite = composite;
    alarm.metric = metricFrom(json);
    addNameSpace(&alarm, alarm.metric.nameSpace);
    json.objects("Metrics"_L1, [&alarm](const JsonReader &query) {
        if (const auto stat = query.object("MetricStat"_L1)) {
            if (const auto metric = stat->object("Metric"_L1))
                addNameSpace(&alarm, metric->string("Namespace"_L1));
        }
    });
    return alarm;
}

} // namespace

QByteArray metricDataRequest(const QList<MetricQuery> &queries, const TimeRange &range,
                             const QString &nextToken)
{
    QJsonArray array;
    for (qsizetype i = 0; i < queries.size(); ++i)
        array.append(queryJson(queries.at(i), i));
    QJsonObject request{{u"StartTime"_s, epochSeconds(range.from, false)},
                        {u"EndTime"_s, epochSeconds(range.to, true)},
                        {u"ScanBy"_s, u"TimestampAscending"_s},
                        {u"MetricDataQueries"_s, array}};
    if (!nextToken.isEmpty())
        request.insert(u"NextToken"_s, nextToken);
    return compact(request);
}

Parsed<MetricDataPage> metricDataFromJson(const QByteArray &body)
{
    return decodeObject<MetricDataPage>(body, [](const JsonReader &json) {
        MetricDataPage page;
        json.objects("MetricDataResults"_L1, [&page](const JsonReader &result) {
            page.results.append({result.requiredString("Id"_L1), pointsFrom(result),
                                 statusFrom(result.string("StatusCode"_L1)), messagesFrom(result)});
        });
        page.messages = messagesFrom(json);
        page.nextToken = json.string("NextToken"_L1);
        return page;
    });
}

QByteArray metricStatisticsRequest(const MetricQuery &query, const TimeRange &range)
{
    const QLatin1StringView list
        = isPlainStatistic(query.statistic) ? "Statistics"_L1 : "ExtendedStatistics"_L1;
    return compact({{u"Namespace"_s, query.metric.nameSpace},
                    {u"MetricName"_s, query.metric.name},
                    {u"Dimensions"_s, dimensionsJson(query.metric.dimensions)},
                    {u"StartTime"_s, epochSeconds(range.from, false)},
                    {u"EndTime"_s, epochSeconds(range.to, true)},
                    {u"Period"_s, qint64(query.period.count())},
                    {list, QJsonArray{query.statistic}}});
}

Parsed<QList<Datapoint>> metricStatisticsFromJson(const QByteArray &body, const QString &statistic)
{
    return decodeObject<QList<Datapoint>>(body, [&statistic](const JsonReader &json) {
        QMap<qint64, Datapoint> byTime;
        json.objects("Datapoints"_L1, [&](const JsonReader &point) {
            const QDateTime at = point.time("Timestamp"_L1);
            const QJsonObject values = isPlainStatistic(statistic)
                ? point.json()
                : point.json().value("ExtendedStatistics"_L1).toObject();
            const std::optional<double> value = doubleFromJson(values.value(statistic));
            if (!at.isValid())
                point.reportProblem("Timestamp"_L1, u"is no time"_s);
            else if (!value)
                point.reportProblem("Datapoints"_L1, u"no number for "_s + statistic);
            else
                byTime.insert(at.toMSecsSinceEpoch(), {at, *value});
        });
        return byTime.values();
    });
}

QByteArray listMetricsRequest(const MetricFilter &filter, const QString &nextToken)
{
    QJsonObject request;
    if (!filter.nameSpace.isEmpty())
        request.insert(u"Namespace"_s, filter.nameSpace);
    if (!filter.metricName.isEmpty())
        request.insert(u"MetricName"_s, filter.metricName);
    if (!filter.dimensions.isEmpty())
        request.insert(u"Dimensions"_s, dimensionsJson(filter.dimensions));
    if (filter.recentlyActive)
        request.insert(u"RecentlyActive"_s, u"PT3H"_s);
    if (!nextToken.isEmpty())
        request.insert(u"NextToken"_s, nextToken);
    return compact(request);
}

Parsed<Page<MetricId>> metricsFromJson(const QByteArray &body)
{
    return decodeObject<Page<MetricId>>(body, [](const JsonReader &json) {
        Page<MetricId> page;
        json.objects("Metrics"_L1, [&page](const JsonReader &metric) {
            if (metric.requiredString("MetricName"_L1).isEmpty())
                return;
            page.items.append(metricFrom(metric));
        });
        page.nextToken = json.string("NextToken"_L1);
        return page;
    });
}

QByteArray describeAlarmsRequest(const QString &nextToken)
{
    QJsonObject request{{u"AlarmTypes"_s, QJsonArray{u"MetricAlarm"_s, u"CompositeAlarm"_s}},
                        {u"MaxRecords"_s, 100}};
    if (!nextToken.isEmpty())
        request.insert(u"NextToken"_s, nextToken);
    return compact(request);
}

Parsed<Page<MetricAlarm>> alarmsFromJson(const QByteArray &body)
{
    return decodeObject<Page<MetricAlarm>>(body, [](const JsonReader &json) {
        Page<MetricAlarm> page;
        json.objects("MetricAlarms"_L1, [&page](const JsonReader &alarm) {
            page.items.append(alarmFrom(alarm, false));
        });
        json.objects("CompositeAlarms"_L1, [&page](const JsonReader &alarm) {
            page.items.append(alarmFrom(alarm, true));
        });
        page.nextToken = json.string("NextToken"_L1);
        return page;
    });
}

bool concernsMediaLive(const MetricAlarm &alarm)
{
    return alarm.composite || alarm.nameSpaces.contains("AWS/MediaLive"_L1)
        || alarm.nameSpaces.contains("MediaLive"_L1);
}

} // namespace tallylight::aws
