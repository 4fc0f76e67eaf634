// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/tokenbucket.h"
#include "demo/alertscript.h"
#include "demo/apimessage.h"
#include "demo/cloudwatchapi.h"
#include "demo/demooptions.h"
#include "demo/faultplan.h"
#include "demo/identityapi.h"
#include "demo/medialiveapi.h"
#include "demo/metriccatalogue.h"
#include "demo/metricsimulation.h"
#include "demo/story.h"
#include "demo/stsapi.h"
#include "demo/testcard.h"

namespace tallylight::demo {

/// What becomes of a request.
struct ServiceOutcome
{
    ApiReply reply;
    bool dropConnection = false; ///< say nothing at all
    bool cutOff = false; ///< break the connection half-way through the body
};

/// The three services behind one endpoint, without a socket: finds the call, checks the signature,
/// enforces the limits, answers, and lets go wrong what the fault plan wants. Used from one thread.
class RegionService
{
public:
    /// \a clock and \a faults must outlive the service; both may be touched from other threads
    /// meanwhile.
    RegionService(const DemoOptions &options, const Clock &clock, FaultPlan &faults);

    ServiceOutcome answer(const ApiRequest &request);

private:
    ApiResult result(const ApiCall &call, const ApiRequest &request, const QString &requestId);
    std::optional<ApiFailure> obstacle(const ApiCall &call, const ApiRequest &request);
    std::optional<ApiFailure> unknownCall(const ApiCall &call) const;
    std::optional<ApiFailure> throttling(const ApiCall &call);
    ApiFailure denied(const ApiCall &call, const ApiRequest &request, const QString &reason);
    void spoil(ServiceOutcome &outcome, Malformation kind) const;
    void complete(ServiceOutcome &outcome, const ApiCall &call, const QString &requestId);
    QDateTime skewedNow() const;
    QString nextRequestId();

    const DemoOptions m_options;
    const Clock &m_clock;
    FaultPlan &m_faults;
    Cast m_cast;
    Story m_story;
    AlertScript m_alerts;
    MetricCatalogue m_catalogue;
    MetricSimulation m_simulation;
    TestCardPainter m_painter;
    MediaLiveApi m_mediaLive;
    CloudWatchApi m_cloudWatch;
    StsApi m_sts;
    IdentityApi m_identity;
    TokenBucket m_mediaLiveRate;
    TokenBucket m_thumbnailRate;
    TokenBucket m_metricDataRate;
    TokenBucket m_statisticsRate;
    TokenBucket m_listMetricsRate;
    TokenBucket m_alarmsRate;
    quint64 m_requests = 0;
};

} // namespace tallylight::demo
