// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cloudwatchapi.h"

#include "demo/demohash.h"
#include "demo/pagetoken.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr qint64 kHourSeconds = 3600;
constexpr qint64 kDaySeconds = 24 * kHourSeconds;
constexpr Moment kTwoWeeksMsec = 14 * kDaySeconds * 1000;
constexpr Moment kThreeHoursMsec = 3 * kHourSeconds * 1000;
// Every fourth channel has an alarm; beside them there is one of another service, for clients to
// ignore.
constexpr int kAlarmEvery = 4;

/// How CloudWatch rounds a start time down, by its age and the period (aws-facts §2.5).
qint64 alignedStart(qint64 from, qint64 period, qint64 now)
{
    qint64 grain = 60;
    if (now - from > 63 * kDaySeconds)
        grain = kHourSeconds;
    else if (now - from > 15 * kDaySeconds)
        grain = 300;
    else if (period < 60)
        grain = period;
    return from / grain * grain;
}

qint64 roundedUp(qint64 value, qint64 to)
{
    return (value + to - 1) / to * to;
}

quint64 fingerprintOf(const DataRequest &request)
{
    quint64 hash = hashOf(static_cast<quint64>(request.from), static_cast<quint64>(request.to),
                          static_cast<quint64>(request.ascending));
    for (const DataQuery &query : request.queries)
        hash = hashOf(hash, static_cast<quint64>(qHash(query.id, 7)),
                      static_cast<quint64>(query.period));
    return hash >> 2; // fits a token's signed number
}

void writeDimensions(ShapeWriter &out, const MetricId &metric)
{
    out.name("Dimensions"_L1);
    out.beginList();
    for (auto it = metric.dimensions.begin(); it != metric.dimensions.end(); ++it) {
        out.beginStructure();
        out.field("Name"_L1, it.key());
        out.field("Value"_L1, it.value());
        out.endStructure();
    }
    out.endList();
}

ApiFailure invalidToken()
{
    return {400, u"InvalidNextToken"_s, u"The next token specified is invalid."_s};
}

} // namespace

CloudWatchApi::CloudWatchApi(const Story &story, const AlertScript &alerts,
                             const MetricCatalogue &catalogue, const MetricSimulation &simulation)
    : m_story(story)
    , m_alerts(alerts)
    , m_catalogue(catalogue)
    , m_simulation(simulation)
{
}

ApiResult CloudWatchApi::answer(const ApiCall &call, const ApiRequest &request,
                                const QString &requestId, Moment now, DataUsage &usage) const
{
    const std::variant<QJsonObject, ApiFailure> parsed = parametersOf(call, request);
    if (const auto *failure = std::get_if<ApiFailure>(&parsed))
        return *failure;
    const QJsonObject &parameters = std::get<QJsonObject>(parsed);

    JsonShapeWriter json;
    XmlShapeWriter xml;
    const bool asXml = call.protocol == Protocol::Query;
    ShapeWriter &out = asXml ? static_cast<ShapeWriter &>(xml) : static_cast<ShapeWriter &>(json);
    const QByteArray result = call.operation.toLatin1() + "Result";
    if (asXml)
        out.name(QLatin1String(result));
    out.beginStructure();
    Body body;
    if (call.operation == "GetMetricData"_L1)
        body = metricData(out, parameters, now, usage);
    else if (call.operation == "GetMetricStatistics"_L1)
        body = metricStatistics(out, parameters, now);
    else if (call.operation == "ListMetrics"_L1)
        body = listMetrics(out, parameters, now);
    else
        body = describeAlarms(out, parameters, now);
    out.endStructure();
    if (const auto *failure = std::get_if<ApiFailure>(&body))
        return *failure;

    ApiReply reply;
    if (!asXml) {
        reply.contentType = "application/x-amz-json-1.0";
        reply.body = json.take();
        return reply;
    }
    const QByteArray root = call.operation.toLatin1() + "Response";
    reply.contentType = "text/xml";
    reply.body = '<' + root + " xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
        + xml.take() + "<ResponseMetadata><RequestId>" + xmlEscaped(requestId)
        + "</RequestId></ResponseMetadata></" + root + '>';
    return reply;
}

std::variant<CloudWatchApi::Position, ApiFailure>
CloudWatchApi::positionOf(const DataRequest &request) const
{
    Position position;
    if (request.nextToken.isEmpty())
        return position;
    const auto numbers = readPageToken(u"GetMetricData"_s, request.nextToken);
    // All other parameters must be repeated unchanged (aws-facts §2.6).
    if (!numbers || numbers->size() != 3
        || numbers->at(0) != static_cast<qint64>(fingerprintOf(request)))
        return invalidToken();
    position.query = numbers->at(1);
    position.period = numbers->at(2);
    return position;
}

CloudWatchApi::Body CloudWatchApi::metricData(ShapeWriter &out, const QJsonObject &parameters,
                                              Moment now, DataUsage &usage) const
{
    const std::variant<DataRequest, ApiFailure> checked = readDataRequest(parameters);
    if (const auto *failure = std::get_if<ApiFailure>(&checked))
        return *failure;
    const DataRequest &request = std::get<DataRequest>(checked);
    const std::variant<Position, ApiFailure> start = positionOf(request);
    if (const auto *failure = std::get_if<ApiFailure>(&start))
        return *failure;
    Position position = std::get<Position>(start);
    usage.metrics = static_cast<int>(request.queries.size());

    qint64 budget = request.maxDatapoints;
    QString nextToken;
    out.name("MetricDataResults"_L1);
    out.beginList();
    for (qint64 i = position.query; i < request.queries.size(); ++i) {
        const DataQuery &query = request.queries.at(i);
        const std::optional<qint64> resumeAt = i == position.query ? position.period : std::nullopt;
        const std::optional<qint64> stoppedAt
            = writeResult(out, request, query, resumeAt, now / 1000, budget);
        if (stoppedAt && nextToken.isEmpty())
            nextToken = pageToken(u"GetMetricData"_s,
                                  {static_cast<qint64>(fingerprintOf(request)), i, *stoppedAt});
    }
    out.endList();
    if (!nextToken.isEmpty())
        out.field("NextToken"_L1, nextToken);
    out.name("Messages"_L1);
    out.beginList();
    out.endList();
    usage.datapoints = request.maxDatapoints - budget;
    return {};
}

CloudWatchApi::Periods CloudWatchApi::periodsOf(qint64 from, qint64 to, qint64 period,
                                                qint64 nowSeconds)
{
    const qint64 oldest
        = std::max(alignedStart(from, period, nowSeconds), nowSeconds - retentionSeconds(period));
    return {roundedUp(oldest, period), std::min(to - 1, nowSeconds - period) / period * period};
}

std::optional<MetricAddress> CloudWatchApi::publisherOf(const MetricId &metric,
                                                        const Periods &periods, qint64 period) const
{
    const std::optional<MetricAddress> address = m_catalogue.find(metric);
    const bool mayHaveData = address
        && (address->set == DimensionSet::Device
            || m_story.runsWithin(address->resource, periods.first * 1000,
                                  (periods.last + period) * 1000));
    return mayHaveData ? address : std::nullopt;
}

CloudWatchApi::Body CloudWatchApi::metricStatistics(ShapeWriter &out, const QJsonObject &parameters,
                                                    Moment now) const
{
    const std::variant<StatisticsRequest, ApiFailure> checked = readStatisticsRequest(parameters);
    if (const auto *failure = std::get_if<ApiFailure>(&checked))
        return *failure;
    const StatisticsRequest &request = std::get<StatisticsRequest>(checked);
    const qint64 period = request.period;
    const Periods periods = periodsOf(request.from, request.to, period, now / 1000);
    const std::optional<MetricAddress> address = publisherOf(request.metric, periods, period);
    out.field("Label"_L1, request.metric.name);
    out.name("Datapoints"_L1);
    out.beginList();
    const qint64 count = address && periods.last >= periods.first
        ? (periods.last - periods.first) / period + 1
        : 0;
    for (qint64 i = 0; i < count; ++i) {
        // In no order, as the service answers: the second half first.
        const qint64 at = periods.first + (i + count / 2) % count * period;
        const auto valueOf = [&](const QString &statistic) {
            return m_simulation.datapoint(*address, *Statistic::parse(statistic), at, period);
        };
        const bool plain = !request.statistics.isEmpty();
        const QStringList &names = plain ? request.statistics : request.percentiles;
        if (!valueOf(names.first()))
            continue;
        out.beginStructure();
        out.name("Timestamp"_L1);
        out.time(at);
        if (!plain) {
            out.name("ExtendedStatistics"_L1);
            out.beginStructure();
        }
        for (const QString &name : names) {
            out.name(QLatin1String(name.toLatin1()));
            out.number(*valueOf(name));
        }
        if (!plain)
            out.endStructure();
        out.endStructure();
    }
    out.endList();
    return {};
}

std::optional<qint64> CloudWatchApi::writeResult(ShapeWriter &out, const DataRequest &request,
                                                 const DataQuery &query,
                                                 std::optional<qint64> resumeAt, qint64 nowSeconds,
                                                 qint64 &budget) const
{
    QList<qint64> times;
    QList<double> values;
    std::optional<qint64> stoppedAt;
    const qint64 period = query.period;
    const Periods periods = periodsOf(request.from, request.to, period, nowSeconds);
    const auto [first, last] = periods;
    const std::optional<MetricAddress> address = publisherOf(query.metric, periods, period);
    if (address && query.returnData) {
        const qint64 step = request.ascending ? period : -period;
        for (qint64 at = resumeAt.value_or(request.ascending ? first : last);
             at >= first && at <= last; at += step) {
            if (budget == 0) {
                stoppedAt = at;
                break;
            }
            if (const auto value = m_simulation.datapoint(*address, query.statistic, at, period)) {
                times << at;
                values << *value;
                --budget;
            }
        }
    }
    if (!query.returnData)
        return std::nullopt;
    out.beginStructure();
    out.field("Id"_L1, query.id);
    out.field("Label"_L1, query.label);
    out.name("Timestamps"_L1);
    out.beginList();
    for (const qint64 at : times)
        out.time(at);
    out.endList();
    out.name("Values"_L1);
    out.beginList();
    for (const double value : values)
        out.number(value);
    out.endList();
    out.field("StatusCode"_L1, stoppedAt ? "PartialData"_L1 : "Complete"_L1);
    out.endStructure();
    return stoppedAt;
}

bool CloudWatchApi::matches(const MetricId &metric, const ListRequest &request) const
{
    if (!request.metricName.isEmpty() && metric.name != request.metricName)
        return false;
    return std::all_of(request.dimensions.begin(), request.dimensions.end(),
                       [&metric](const DimensionFilter &filter) {
                           const auto it = metric.dimensions.find(filter.name);
                           return it != metric.dimensions.end()
                               && (!filter.value || *filter.value == it.value());
                       });
}

QList<MetricId> CloudWatchApi::seriesOf(int resource, const ListRequest &request, Moment now) const
{
    const int channels = m_story.cast().channelCount();
    QList<MetricId> series;
    if (resource >= channels) {
        series = m_catalogue.ofInput(resource - channels);
    } else {
        const Moment since = now - (request.recentlyActive ? kThreeHoursMsec : kTwoWeeksMsec);
        if (!m_story.runsWithin(resource, since, now))
            return series;
        series = m_catalogue.ofChannel(resource);
    }
    series.removeIf([&](const MetricId &metric) { return !matches(metric, request); });
    return series;
}

CloudWatchApi::Body CloudWatchApi::listMetrics(ShapeWriter &out, const QJsonObject &parameters,
                                               Moment now) const
{
    const std::variant<ListRequest, ApiFailure> checked = readListRequest(parameters);
    if (const auto *failure = std::get_if<ApiFailure>(&checked))
        return *failure;
    const ListRequest &request = std::get<ListRequest>(checked);
    QList<qint64> from{0, 0};
    if (!request.nextToken.isEmpty()) {
        const auto position = readPageToken(u"ListMetrics"_s, request.nextToken);
        if (!position || position->size() != 2)
            return invalidToken();
        from = *position;
    }
    int first = static_cast<int>(from.at(0));
    int end = m_story.cast().channelCount() + m_story.cast().inputCount();
    for (const DimensionFilter &filter : request.dimensions) {
        if (filter.name != "ChannelId"_L1 || !filter.value)
            continue;
        const int channel = m_story.cast().channelIndex(*filter.value);
        first = channel < 0 ? end : std::max(first, channel);
        end = channel < 0 ? end : channel + 1;
    }
    if (!request.nameSpace.isEmpty() && request.nameSpace != "AWS/MediaLive"_L1)
        first = end;

    QString nextToken;
    int left = kMetricsPerPage;
    out.name("Metrics"_L1);
    out.beginList();
    for (int resource = first; resource < end && nextToken.isEmpty(); ++resource) {
        const QList<MetricId> series = seriesOf(resource, request, now);
        const qint64 skip = resource == from.at(0) ? from.at(1) : 0;
        for (qint64 i = skip; i < series.size(); ++i) {
            if (left-- == 0) {
                nextToken = pageToken(u"ListMetrics"_s, {resource, i});
                break;
            }
            out.beginStructure();
            out.field("Namespace"_L1, series.at(i).nameSpace);
            out.field("MetricName"_L1, series.at(i).name);
            writeDimensions(out, series.at(i));
            out.endStructure();
        }
    }
    out.endList();
    if (!nextToken.isEmpty())
        out.field("NextToken"_L1, nextToken);
    return {};
}

QString CloudWatchApi::alarmState(int channel, Moment now) const
{
    if (!m_story.isRunning(channel, now))
        return u"INSUFFICIENT_DATA"_s;
    const QList<ChannelAlert> alerts = m_alerts.alertsAt(channel, now);
    const bool any = std::any_of(alerts.begin(), alerts.end(),
                                 [](const ChannelAlert &alert) { return alert.isSet(); });
    return any ? u"ALARM"_s : u"OK"_s;
}

void CloudWatchApi::writeAlarm(ShapeWriter &out, int channel, Moment now) const
{
    const Cast &cast = m_story.cast();
    const bool foreign = channel < 0;
    const QString name = foreign ? u"other-service-cpu"_s
                                 : "medialive-"_L1 + cast.channelId(channel) + "-alerts"_L1;
    MetricId metric{u"AWS/EC2"_s, u"CPUUtilization"_s, {}};
    if (!foreign) {
        metric = MetricId{u"AWS/MediaLive"_s, u"ActiveAlerts"_s, {}};
        metric.dimensions.insert(u"ChannelId"_s, cast.channelId(channel));
        metric.dimensions.insert(u"Pipeline"_s, u"0"_s);
    }
    const QString state = foreign ? u"OK"_s : alarmState(channel, now);
    out.beginStructure();
    out.field("AlarmName"_L1, name);
    out.field("AlarmArn"_L1,
              QString("arn:aws:cloudwatch:"_L1 + cast.region() + u':' + cast.account()
                      + ":alarm:"_L1 + name));
    if (!foreign)
        out.field("AlarmDescription"_L1, QString("Alerts on "_L1 + cast.channelName(channel)));
    out.name("ActionsEnabled"_L1);
    out.boolean(true);
    out.field("StateValue"_L1, state);
    out.field("StateReason"_L1, QString("Threshold crossed or not: "_L1 + state));
    out.name("StateUpdatedTimestamp"_L1);
    out.time(now / 1000 / 60 * 60);
    out.field("MetricName"_L1, metric.name);
    out.field("Namespace"_L1, metric.nameSpace);
    out.field("Statistic"_L1, "Maximum"_L1);
    writeDimensions(out, metric);
    out.integerField("Period"_L1, 60);
    out.integerField("EvaluationPeriods"_L1, 1);
    out.name("Threshold"_L1);
    out.number(1.0);
    out.field("ComparisonOperator"_L1, "GreaterThanOrEqualToThreshold"_L1);
    out.field("TreatMissingData"_L1, "missing"_L1);
    out.endStructure();
}

CloudWatchApi::Body CloudWatchApi::describeAlarms(ShapeWriter &out, const QJsonObject &parameters,
                                                  Moment now) const
{
    const std::variant<AlarmsRequest, ApiFailure> checked = readAlarmsRequest(parameters);
    if (const auto *failure = std::get_if<ApiFailure>(&checked))
        return *failure;
    const AlarmsRequest &request = std::get<AlarmsRequest>(checked);
    qint64 first = 0;
    if (!request.nextToken.isEmpty()) {
        const auto position = readPageToken(u"DescribeAlarms"_s, request.nextToken);
        if (!position || position->size() != 1)
            return invalidToken();
        first = position->first();
    }
    QList<int> wanted;
    const auto fits = [&](const QString &name, const QString &state) {
        return (request.names.isEmpty() || request.names.contains(name))
            && name.startsWith(request.namePrefix)
            && (request.state.isEmpty() || request.state == state);
    };
    for (int channel = 0; request.metricAlarms && channel < m_story.cast().channelCount();
         channel += kAlarmEvery) {
        const QString name = "medialive-"_L1 + m_story.cast().channelId(channel) + "-alerts"_L1;
        if (fits(name, request.state.isEmpty() ? QString() : alarmState(channel, now)))
            wanted << channel;
    }
    if (request.metricAlarms && fits(u"other-service-cpu"_s, u"OK"_s))
        wanted << -1;

    const qint64 end = std::min<qint64>(first + request.maxRecords, wanted.size());
    out.name("MetricAlarms"_L1);
    out.beginList();
    for (qint64 i = first; i < end; ++i)
        writeAlarm(out, wanted.at(i), now);
    out.endList();
    out.name("CompositeAlarms"_L1);
    out.beginList();
    if (request.compositeAlarms && end >= wanted.size()
        && fits(u"any-channel-in-trouble"_s, u"OK"_s)) {
        out.beginStructure();
        out.field("AlarmName"_L1, "any-channel-in-trouble"_L1);
        out.field("AlarmArn"_L1,
                  QString("arn:aws:cloudwatch:"_L1 + m_story.cast().region() + u':'
                          + m_story.cast().account() + ":alarm:any-channel-in-trouble"_L1));
        out.field("AlarmRule"_L1, "ALARM(other-service-cpu)"_L1);
        out.field("StateValue"_L1, "OK"_L1);
        out.field("StateReason"_L1, "No child is in alarm."_L1);
        out.name("StateUpdatedTimestamp"_L1);
        out.time(now / 1000 / kHourSeconds * kHourSeconds);
        out.endStructure();
    }
    out.endList();
    if (end < wanted.size())
        out.field("NextToken"_L1, pageToken(u"DescribeAlarms"_s, {end}));
    return {};
}

} // namespace tallylight::demo
