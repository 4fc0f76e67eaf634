// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cloudwatchrequest.h"

#include "demo/formtojson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

ApiFailure invalid(const QString &message)
{
    return {400, u"ValidationError"_s, message};
}

ApiFailure missing(const QString &parameter)
{
    return {400, u"MissingParameter"_s,
            "The request must contain the parameter "_L1 + parameter + u'.'};
}

std::optional<qint64> integerOf(const QJsonValue &value)
{
    if (value.isDouble() && std::abs(value.toDouble()) < 1e15)
        return static_cast<qint64>(value.toDouble());
    bool ok = false;
    const qint64 number = value.toString().toLongLong(&ok);
    return ok ? std::optional<qint64>(number) : std::nullopt;
}

bool booleanOf(const QJsonValue &value, bool fallback)
{
    if (value.isBool())
        return value.toBool();
    return value.isString() ? value.toString() == "true"_L1 : fallback;
}

/// Seconds since 1970, from a number as JSON sends it or from ISO 8601 as forms do.
std::optional<qint64> timeOf(const QJsonValue &value)
{
    if (const std::optional<qint64> seconds = integerOf(value))
        return seconds;
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional<qint64>(time.toSecsSinceEpoch()) : std::nullopt;
}

MetricId metricOf(const QJsonObject &object)
{
    MetricId metric;
    metric.nameSpace = object.value("Namespace"_L1).toString();
    metric.name = object.value("MetricName"_L1).toString();
    const QJsonArray dimensions = object.value("Dimensions"_L1).toArray();
    for (const QJsonValue &entry : dimensions) {
        const QJsonObject dimension = entry.toObject();
        metric.dimensions.insert(dimension.value("Name"_L1).toString(),
                                 dimension.value("Value"_L1).toString());
    }
    return metric;
}

std::variant<DataQuery, ApiFailure> readQuery(const QJsonObject &object)
{
    static const QRegularExpression idPattern(u"\\A[a-z][A-Za-z0-9_]{0,254}\\z"_s);
    DataQuery query;
    query.id = object.value("Id"_L1).toString();
    if (!idPattern.match(query.id).hasMatch())
        return invalid("The value '"_L1 + query.id
                       + "' for parameter MetricDataQueries Id is not matching the expected "
                         "pattern ^[a-z][a-zA-Z0-9_]*$."_L1);
    if (!object.value("Expression"_L1).toString().isEmpty())
        return invalid("Error in expression '"_L1 + query.id
                       + "': the demo region evaluates no expressions."_L1);
    const QJsonObject stat = object.value("MetricStat"_L1).toObject();
    query.metric = metricOf(stat.value("Metric"_L1).toObject());
    if (query.metric.name.isEmpty())
        return missing("MetricDataQueries.member."_L1 + query.id
                       + ".MetricStat.Metric.MetricName"_L1);
    const std::optional<qint64> period = integerOf(stat.value("Period"_L1));
    if (!period || !isValidPeriod(*period))
        return invalid("Invalid period for "_L1 + query.id
                       + ": it must be 1, 5, 10, 20, 30 or a multiple of 60."_L1);
    query.period = *period;
    const std::optional<Statistic> statistic = Statistic::parse(stat.value("Stat"_L1).toString());
    if (!statistic)
        return invalid("The value '"_L1 + stat.value("Stat"_L1).toString()
                       + "' for parameter Stat is not a statistic."_L1);
    query.statistic = *statistic;
    query.label = object.value("Label"_L1).toString(query.metric.name);
    query.returnData = booleanOf(object.value("ReturnData"_L1), true);
    return query;
}

std::optional<ApiFailure> readQueries(const QJsonArray &array, QList<DataQuery> &queries)
{
    QSet<QString> ids;
    for (const QJsonValue &entry : array) {
        const std::variant<DataQuery, ApiFailure> query = readQuery(entry.toObject());
        if (const auto *failure = std::get_if<ApiFailure>(&query))
            return *failure;
        queries << std::get<DataQuery>(query);
        if (ids.contains(queries.last().id))
            return invalid("The values for parameter Id in MetricDataQueries must be unique: "_L1
                           + queries.last().id);
        ids.insert(queries.last().id);
    }
    return std::nullopt;
}

} // namespace

std::variant<QJsonObject, ApiFailure> parametersOf(const ApiCall &call, const ApiRequest &request)
{
    if (call.protocol == Protocol::Query)
        return formToJson(request.body);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return ApiFailure{400, u"SerializationException"_s, error.errorString()};
    return document.object();
}

std::variant<DataRequest, ApiFailure> readDataRequest(const QJsonObject &parameters)
{
    DataRequest request;
    const QJsonArray queries = parameters.value("MetricDataQueries"_L1).toArray();
    if (queries.isEmpty())
        return missing(u"MetricDataQueries"_s);
    if (queries.size() > kMaxQueries)
        return invalid("The collection MetricDataQueries must not have a size greater than "_L1
                       + QString::number(kMaxQueries) + u'.');
    if (auto failure = readQueries(queries, request.queries))
        return *failure;
    const std::optional<qint64> from = timeOf(parameters.value("StartTime"_L1));
    const std::optional<qint64> to = timeOf(parameters.value("EndTime"_L1));
    if (!from || !to)
        return missing(!from ? u"StartTime"_s : u"EndTime"_s);
    if (*from >= *to)
        return invalid(u"The parameter StartTime must be less than the parameter EndTime."_s);
    request.from = *from;
    request.to = *to;
    const QString scanBy = parameters.value("ScanBy"_L1).toString();
    if (!scanBy.isEmpty() && scanBy != "TimestampAscending"_L1
        && scanBy != "TimestampDescending"_L1)
        return invalid("The value '"_L1 + scanBy + "' for parameter ScanBy is unknown."_L1);
    request.ascending = scanBy == "TimestampAscending"_L1;
    request.maxDatapoints = kMaxDatapoints;
    if (parameters.contains("MaxDatapoints"_L1)) {
        const std::optional<qint64> most = integerOf(parameters.value("MaxDatapoints"_L1));
        if (!most || *most < 1)
            return invalid(u"The parameter MaxDatapoints must be a positive number."_s);
        request.maxDatapoints = std::min(*most, kMaxDatapoints);
    }
    request.nextToken = parameters.value("NextToken"_L1).toString();
    return request;
}

std::variant<StatisticsRequest, ApiFailure> readStatisticsRequest(const QJsonObject &parameters)
{
    StatisticsRequest request;
    request.metric = metricOf(parameters);
    if (request.metric.nameSpace.isEmpty() || request.metric.name.isEmpty())
        return missing(request.metric.name.isEmpty() ? u"MetricName"_s : u"Namespace"_s);
    const std::optional<qint64> period = integerOf(parameters.value("Period"_L1));
    if (!period || !isValidPeriod(*period))
        return invalid(u"The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60."_s);
    request.period = *period;
    const std::optional<qint64> from = timeOf(parameters.value("StartTime"_L1));
    const std::optional<qint64> to = timeOf(parameters.value("EndTime"_L1));
    if (!from || !to)
        return missing(!from ? u"StartTime"_s : u"EndTime"_s);
    request.from = *from;
    request.to = *to;
    if (*from >= *to)
        return invalid(u"The parameter StartTime must be less than the parameter EndTime."_s);
    if ((*to - *from) / *period > kMaxStatisticsDatapoints)
        return ApiFailure{400, u"InvalidParameterCombination"_s,
                          "You have requested up to "_L1 + QString::number((*to - *from) / *period)
                              + " datapoints, which exceeds the limit of 1,440."_L1};
    const auto read = [&parameters](QLatin1StringView key, QStringList *names) {
        const QJsonArray array = parameters.value(key).toArray();
        for (const QJsonValue &name : array) {
            const std::optional<Statistic> known = Statistic::parse(name.toString());
            const bool percentile = known && known->kind == Statistic::Kind::Percentile;
            if (!known || percentile != (key == "ExtendedStatistics"_L1))
                return false;
            names->append(name.toString());
        }
        return array.size() <= kMaxStatistics;
    };
    if (!read("Statistics"_L1, &request.statistics)
        || !read("ExtendedStatistics"_L1, &request.percentiles))
        return invalid(u"The parameter Statistics holds what is no statistic, or too much."_s);
    if (request.statistics.isEmpty() == request.percentiles.isEmpty())
        return ApiFailure{400, u"InvalidParameterCombination"_s,
                          u"Either Statistics or ExtendedStatistics must be given."_s};
    return request;
}

std::variant<ListRequest, ApiFailure> readListRequest(const QJsonObject &parameters)
{
    ListRequest request;
    request.nameSpace = parameters.value("Namespace"_L1).toString();
    request.metricName = parameters.value("MetricName"_L1).toString();
    const QJsonArray dimensions = parameters.value("Dimensions"_L1).toArray();
    for (const QJsonValue &entry : dimensions) {
        const QJsonObject object = entry.toObject();
        DimensionFilter filter;
        filter.name = object.value("Name"_L1).toString();
        if (filter.name.isEmpty())
            return missing(u"Dimensions.member.Name"_s);
        if (object.contains("Value"_L1))
            filter.value = object.value("Value"_L1).toString();
        request.dimensions << filter;
    }
    const QString active = parameters.value("RecentlyActive"_L1).toString();
    if (!active.isEmpty() && active != "PT3H"_L1)
        return invalid("The value '"_L1 + active
                       + "' for parameter RecentlyActive must be PT3H."_L1);
    request.recentlyActive = !active.isEmpty();
    request.nextToken = parameters.value("NextToken"_L1).toString();
    return request;
}

std::variant<AlarmsRequest, ApiFailure> readAlarmsRequest(const QJsonObject &parameters)
{
    AlarmsRequest request;
    const QJsonArray names = parameters.value("AlarmNames"_L1).toArray();
    for (const QJsonValue &name : names)
        request.names << name.toString();
    request.namePrefix = parameters.value("AlarmNamePrefix"_L1).toString();
    if (!request.names.isEmpty() && !request.namePrefix.isEmpty())
        return invalid(u"AlarmNames and AlarmNamePrefix exclude each other."_s);
    request.state = parameters.value("StateValue"_L1).toString();
    if (!request.state.isEmpty() && request.state != "OK"_L1 && request.state != "ALARM"_L1
        && request.state != "INSUFFICIENT_DATA"_L1)
        return invalid("The value '"_L1 + request.state
                       + "' for parameter StateValue is unknown."_L1);
    const QJsonArray types = parameters.value("AlarmTypes"_L1).toArray();
    if (!types.isEmpty()) {
        request.metricAlarms = types.contains(u"MetricAlarm"_s);
        request.compositeAlarms = types.contains(u"CompositeAlarm"_s);
    }
    if (parameters.contains("MaxRecords"_L1)) {
        const std::optional<qint64> most = integerOf(parameters.value("MaxRecords"_L1));
        if (!most || *most < 1 || *most > kMaxAlarmRecords)
            return invalid(u"The parameter MaxRecords must be between 1 and 100."_s);
        request.maxRecords = static_cast<int>(*most);
    }
    request.nextToken = parameters.value("NextToken"_L1).toString();
    return request;
}

} // namespace tallylight::demo
