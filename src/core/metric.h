// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tallylight {

/// A CloudWatch metric: name and dimensions exactly as published (a subset finds nothing, aws-facts
/// §2.6).
struct MetricId
{
    QString nameSpace = QStringLiteral("AWS/MediaLive");
    QString name;
    QMap<QString, QString> dimensions; ///< ChannelId, Pipeline, OutputGroupName, …

    QString channelId() const { return dimensions.value(QStringLiteral("ChannelId")); }
    QString pipeline() const { return dimensions.value(QStringLiteral("Pipeline")); }

    bool operator==(const MetricId &) const = default;
    /// "AWS/MediaLive/NetworkIn{ChannelId=1,Pipeline=0}"; unique, stable, used as a key.
    QString key() const;
};

/// One series to ask for.
struct MetricQuery
{
    MetricId metric;
    QString statistic; ///< Average, Sum, Minimum, Maximum, SampleCount, p90
    std::chrono::seconds period{60};

    bool operator==(const MetricQuery &) const = default;
};

/// The least and the greatest of the values that one number stands for.
struct ValueSpread
{
    double low = 0.0;
    double high = 0.0;

    bool operator==(const ValueSpread &) const = default;
};

/// One datapoint. Missing periods are absent, never zero.
struct Datapoint
{
    QDateTime at; ///< start of the period, UTC
    double value = 0.0; ///< may be NaN when CloudWatch says so
    std::optional<ValueSpread> spread = std::nullopt; ///< of a point that sums up finer ones

    bool operator==(const Datapoint &) const = default;
};

/// How complete a series came back (aws-facts §2.6).
enum class SeriesStatus { Complete, Partial, InternalError, Forbidden };

/// The answer to one MetricQuery.
struct MetricSeries
{
    MetricQuery query;
    QList<Datapoint> points; ///< ascending in time
    SeriesStatus status = SeriesStatus::Complete;
    QStringList messages; ///< what CloudWatch had to say about it

    bool operator==(const MetricSeries &) const = default;
};

/// A time span, start inclusive, end exclusive, both UTC.
struct TimeRange
{
    QDateTime from;
    QDateTime to;

    bool operator==(const TimeRange &) const = default;
};

/// The finest useful period for a chart of \a length ending now (aws-facts §2.5): 10 s up to 3 h,
/// 60 s up to a day, 300 s up to 63 d, 3600 s beyond; 60 s is asked for up to 15 d only where it
/// stays drawable.
std::chrono::seconds periodForRange(std::chrono::seconds length);

/// A CloudWatch alarm, reduced to what is shown.
struct MetricAlarm
{
    QString name;
    QString arn;
    QString description;
    QString state; ///< OK, ALARM, INSUFFICIENT_DATA
    QString stateReason;
    QDateTime stateUpdatedAt; ///< UTC
    MetricId metric; ///< empty name for math and composite alarms
    bool composite = false;
    QStringList nameSpaces; ///< every namespace the alarm's metrics come from

    bool operator==(const MetricAlarm &) const = default;
};

/// Who the credentials belong to (STS GetCallerIdentity).
struct CallerIdentity
{
    QString account; ///< 12 digits
    QString arn;
    QString userId;

    bool operator==(const CallerIdentity &) const = default;
};

} // namespace tallylight
