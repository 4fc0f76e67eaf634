// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "models/rows.h"

#include <QDateTime>

#include <chrono>

namespace tallylight::models::samples {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline QDateTime start()
{
    return QDateTime(QDate(2026, 11, 23), QTime(2, 57, 44), Qt::UTC);
}

inline ProfileTag profile(const QString &id = u"p1"_s)
{
    return {id, u"Profile "_s + id, u"eu-central-1"_s, u"#c0392b"_s, false};
}

inline Freshness seenAt(const QDateTime &at)
{
    Freshness freshness;
    freshness.observedAt = at;
    freshness.expectedEvery = 10s;
    return freshness;
}

inline ApiError forbidden(const QDateTime &at)
{
    ApiError error;
    error.category = ErrorCategory::Forbidden;
    error.service = u"medialive"_s;
    error.operation = u"ListChannels"_s;
    error.code = u"AccessDeniedException"_s;
    error.httpStatus = 403;
    error.at = at;
    return error;
}

inline Channel channel(const QString &id, const QString &name, const QString &state = u"RUNNING"_s)
{
    Channel channel;
    channel.id = id;
    channel.name = name;
    channel.state = state;
    channel.channelClass = u"STANDARD"_s;
    channel.pipelinesRunning = state == u"RUNNING" ? 2 : 0;
    return channel;
}

inline ChannelRow channelRow(const QString &id, const QString &name,
                             const QString &state = u"RUNNING"_s,
                             const QString &profileId = u"p1"_s)
{
    return {profile(profileId), channel(id, name, state), seenAt(start()), {}};
}

inline InputRow inputRow(const QString &id, const QString &name,
                         const QString &state = u"ATTACHED"_s, const QString &profileId = u"p1"_s)
{
    InputRow row{profile(profileId), {}, seenAt(start())};
    row.input.id = id;
    row.input.name = name;
    row.input.state = state;
    return row;
}

/// A pipeline that runs, has no alerts, and has not been asked for metrics.
inline HealthRow healthRow(const QString &channelId, const QString &pipeline = u"0"_s,
                           const QString &profileId = u"p1"_s)
{
    HealthRow row;
    row.profile = profile(profileId);
    row.health.channelId = channelId;
    row.health.channelName = u"Channel "_s + channelId;
    row.health.channelState = u"RUNNING"_s;
    row.health.channelClass = u"STANDARD"_s;
    row.health.pipeline = pipeline;
    row.health.pipelinesRunning = 2;
    row.health.pipelinesExpected = 2;
    row.health.lockingExpected = true;
    row.health.traits.lockingConfigured = true;
    row.health.setAlerts = 0;
    row.inventory = seenAt(start());
    row.alerts = seenAt(start());
    return row;
}

/// The same, with a healthy value for every metric.
inline HealthRow measuredRow(const QString &channelId, const QString &pipeline = u"0"_s)
{
    HealthRow row = healthRow(channelId, pipeline);
    row.metrics = seenAt(start());
    for (const HealthMetric metric : kHealthMetrics)
        row.health.reading(metric) = MetricReading::of(0.0, start());
    row.health.reading(HealthMetric::InputVideoFrameRate).value = 25.0;
    row.health.reading(HealthMetric::ActiveOutputs).value = 3.0;
    row.health.reading(HealthMetric::PipelinesLocked).value = 1.0;
    row.health.reading(HealthMetric::PrimaryInputActive).value = 1.0;
    row.health.reading(HealthMetric::MinMqcs).value = 100.0;
    return row;
}

inline AlertRow alertRow(const QString &channelId, const QString &id, const QString &state)
{
    AlertRow row{profile(), {}, u"Channel "_s + channelId, seenAt(start())};
    row.alert.channelId = channelId;
    row.alert.id = id;
    row.alert.state = state;
    row.alert.alertType = u"Video Not Detected"_s;
    row.alert.message = u"Input video is missing"_s;
    row.alert.pipelineId = u"0"_s;
    row.alert.setAt = start().addSecs(-60);
    return row;
}

} // namespace tallylight::models::samples
