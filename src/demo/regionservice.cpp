// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/regionservice.h"

#include "demo/demohash.h"
#include "demo/requestauth.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

// Per account and region (aws-facts §2.5, §8); thumbnails have a quota of their own, whose size AWS
// doesn't tell.
constexpr double kMediaLiveRate = 5.0;
constexpr double kMediaLiveBurst = 30.0;
constexpr double kThumbnailRate = 5.0;
constexpr double kThumbnailBurst = 30.0;
constexpr double kMetricDataRate = 50.0;
constexpr double kListMetricsRate = 25.0;
constexpr double kStatisticsRate = 400.0;
constexpr double kAlarmsRate = 9.0;

} // namespace

RegionService::RegionService(const DemoOptions &options, const Clock &clock, FaultPlan &faults)
    : m_options(options)
    , m_clock(clock)
    , m_faults(faults)
    , m_cast(options)
    , m_story(m_cast, options.timeFactor)
    , m_alerts(m_story)
    , m_catalogue(m_cast)
    , m_simulation(m_story, m_alerts)
    , m_painter(m_story, canonicalScenario(options.scenario) == "static"_L1)
    , m_mediaLive(m_story, m_alerts, m_painter)
    , m_cloudWatch(m_story, m_alerts, m_catalogue, m_simulation)
    , m_sts(options, faults)
    , m_identity(options, faults)
    , m_mediaLiveRate(kMediaLiveRate, kMediaLiveBurst)
    , m_thumbnailRate(kThumbnailRate, kThumbnailBurst)
    , m_metricDataRate(kMetricDataRate, kMetricDataRate)
    , m_statisticsRate(kStatisticsRate, kStatisticsRate)
    , m_listMetricsRate(kListMetricsRate, kListMetricsRate)
    , m_alarmsRate(kAlarmsRate, kAlarmsRate)
{
}

QDateTime RegionService::skewedNow() const
{
    return m_clock.utcNow().addSecs(m_faults.clockSkew().count());
}

QString RegionService::nextRequestId()
{
    const quint64 high = hashOf(m_options.seed, 0x1D, ++m_requests);
    const quint64 low = mixed(high);
    const QString hex = QString::number(high, 16).rightJustified(16, u'0')
        + QString::number(low, 16).rightJustified(16, u'0');
    return hex.left(8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) + u'-'
        + hex.mid(20);
}

ServiceOutcome RegionService::answer(const ApiRequest &request)
{
    ApiCall call = IdentityApi::callOf(request);
    if (!call.isKnown())
        call = routeOf(request);
    m_faults.count([&call](RequestCounts &counts) {
        ++counts.total;
        if (call.isKnown())
            ++counts.byOperation[call.operation];
    });
    ServiceOutcome outcome;
    if (m_faults.isOffline()) {
        outcome.dropConnection = true;
        return outcome;
    }
    const QString requestId = nextRequestId();
    const ApiResult answered = result(call, request, requestId);
    if (const auto *failure = std::get_if<ApiFailure>(&answered)) {
        outcome.reply = failureReply(call, request, *failure, requestId);
    } else {
        outcome.reply = std::get<ApiReply>(answered);
        if (const auto kind = m_faults.takeMalformation(call.operation))
            spoil(outcome, *kind);
    }
    complete(outcome, call, requestId);
    return outcome;
}

ApiResult RegionService::result(const ApiCall &call, const ApiRequest &request,
                                const QString &requestId)
{
    if (auto failure = obstacle(call, request))
        return *failure;
    const Moment now = m_clock.utcNow().toMSecsSinceEpoch();
    if (call.service == "medialive"_L1)
        return m_mediaLive.answer(call, request, now);
    if (call.service == "sts"_L1)
        return m_sts.answer(call, request, requestId, m_clock.utcNow());
    if (IdentityApi::isOurs(call))
        return m_identity.answer(call, request, m_clock.utcNow());
    DataUsage usage;
    ApiResult answered = m_cloudWatch.answer(call, request, requestId, now, usage);
    m_faults.count([&usage](RequestCounts &counts) {
        counts.metricsRequested += usage.metrics;
        counts.datapoints += usage.datapoints;
    });
    return answered;
}

std::optional<ApiFailure> RegionService::obstacle(const ApiCall &call, const ApiRequest &request)
{
    if (const auto planned = m_faults.takeFailure(call.operation))
        return ApiFailure{planned->status, planned->code,
                          u"A planned failure of the demo region"_s};
    if (IdentityApi::isOurs(call))
        return std::nullopt; // signs nothing, and looks after itself
    AuthContext context{m_faults.credentials(), m_faults.areCredentialsExpired(), m_options.region,
                        skewedNow()};
    const auto temporary = m_faults.temporaryKeys().find(accessKeyIdOf(request));
    if (temporary) {
        context.credentials = temporary->credentials;
        context.expired = temporary->credentials.expiresAt <= m_clock.utcNow();
    }
    if (auto refusal = refusalOf(request, call, context)) {
        m_faults.count([](RequestCounts &counts) { ++counts.refused; });
        return refusal;
    }
    if (auto unknown = unknownCall(call))
        return unknown;
    if (m_faults.isForbidden(call.operation))
        return denied(call, request, "no identity-based policy allows it"_L1);
    // Who one is can be asked whatever a policy says.
    if (temporary && call.operation != "GetCallerIdentity"_L1
        && !temporary->allows(call.iamAction()))
        return denied(call, request,
                      "no session policy allows the "_L1 + call.iamAction() + " action"_L1);
    return throttling(call);
}

ApiFailure RegionService::denied(const ApiCall &call, const ApiRequest &request,
                                 const QString &reason)
{
    const bool query = call.protocol == Protocol::Query;
    return {call.protocol == Protocol::AwsJson ? 400 : 403,
            query ? u"AccessDenied"_s : u"AccessDeniedException"_s,
            "User: "_L1 + m_sts.callerArn(request) + " is not authorized to perform: "_L1
                + call.iamAction() + " because "_L1 + reason,
            !query};
}

std::optional<ApiFailure> RegionService::unknownCall(const ApiCall &call) const
{
    if (call.isKnown())
        return std::nullopt;
    switch (call.protocol) {
    case Protocol::RestJson:
        // The gateway in front of MediaLive says this about every path and method it doesn't know.
        return ApiFailure{403, u"MissingAuthenticationTokenException"_s,
                          u"Missing Authentication Token"_s};
    case Protocol::AwsJson:
        return ApiFailure{400, u"UnknownOperationException"_s,
                          u"The demo region does not offer this operation."_s};
    case Protocol::Query:
        return ApiFailure{400, u"InvalidAction"_s,
                          u"The demo region does not offer this action."_s};
    }
    return std::nullopt;
}

std::optional<ApiFailure> RegionService::throttling(const ApiCall &call)
{
    if (!m_options.limit || call.service == "sts"_L1)
        return std::nullopt;
    const bool mediaLive = call.service == "medialive"_L1;
    TokenBucket *bucket = &m_mediaLiveRate;
    if (call.operation == "DescribeThumbnails"_L1)
        bucket = &m_thumbnailRate;
    else if (call.operation == "GetMetricData"_L1)
        bucket = &m_metricDataRate;
    else if (call.operation == "GetMetricStatistics"_L1)
        bucket = &m_statisticsRate;
    else if (call.operation == "ListMetrics"_L1)
        bucket = &m_listMetricsRate;
    else if (call.operation == "DescribeAlarms"_L1)
        bucket = &m_alarmsRate;
    if (bucket->tryTake(m_clock.elapsed()))
        return std::nullopt;
    m_faults.count([](RequestCounts &counts) { ++counts.throttled; });
    if (mediaLive)
        return ApiFailure{429, u"TooManyRequestsException"_s, u"Too Many Requests"_s};
    // CloudWatch throttles with HTTP 400; the code tells (aws-facts §2.5).
    return ApiFailure{400,
                      call.protocol == Protocol::Query ? u"Throttling"_s : u"ThrottlingException"_s,
                      u"Rate exceeded"_s};
}

void RegionService::spoil(ServiceOutcome &outcome, Malformation kind) const
{
    QByteArray &body = outcome.reply.body;
    switch (kind) {
    case Malformation::Html:
        body = "<html><head><title>Sign in</title></head><body>Please sign in to the guest "
               "network.</body></html>";
        break;
    case Malformation::Truncated:
        body.truncate(body.size() / 2);
        break;
    case Malformation::Garbage:
        body.clear();
        for (quint64 i = 0; i < 256; ++i)
            body += static_cast<char>(mixed(i) & 0xff);
        break;
    case Malformation::Empty:
        body.clear();
        break;
    case Malformation::CutOff:
        outcome.cutOff = true;
        break;
    }
}

void RegionService::complete(ServiceOutcome &outcome, const ApiCall &call, const QString &requestId)
{
    ApiReply &reply = outcome.reply;
    reply.headers.append({"x-amzn-requestid", requestId.toLatin1()});
    reply.headers.append({"Date",
                          QLocale::c()
                              .toString(skewedNow().toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
                              .toLatin1()});
    if (call.service == "medialive"_L1)
        reply.headers.append({"x-amz-apigw-id", "demo-" + requestId.left(8).toLatin1()});
    m_faults.count([&reply](RequestCounts &counts) {
        counts.bytesSent += reply.body.size();
        if (reply.status >= 300)
            ++counts.failed;
    });
}

} // namespace tallylight::demo
