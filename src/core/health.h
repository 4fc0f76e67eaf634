// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/channeltraits.h"
#include "core/freshness.h"
#include "core/healthmetric.h"
#include "core/metric.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace tallylight {

/// Why a reading has no value, or that it has one. Missing is not zero (DESIGN §1).
enum class ReadingStatus {
    NotObserved, ///< never asked for
    Loading, ///< asked for, no answer yet
    Value,
    NoData, ///< CloudWatch has no recent datapoint, which is normal for this metric
    NotPublished, ///< this channel does not publish the metric, and it isn't known why
    NotRunning, ///< the pipeline does not run, so there can be no value
    Forbidden,
    Failed, ///< the call failed; the reason is in the row's freshness
    Throttled, ///< CloudWatch asked to slow down; it will be asked again
    Starting, ///< the pipeline has only just started; a value may come
    NotApplicable, ///< the channel isn't set up in a way that gives this reading
    NoInputYet, ///< nothing has been received since the pipeline started
    Late, ///< the pipeline runs and should have datapoints, but there are no recent ones
    OverBudget, ///< the budget has no room for it, or is nothing, which turns CloudWatch off
};

/// One cell of Channels Health.
struct MetricReading
{
    ReadingStatus status = ReadingStatus::NotObserved;
    double value = 0.0; ///< meaningful for Value only
    QDateTime at; ///< start of the newest period, UTC
    /// By how many percent of the greatest the least of the period's finer values is below it; not
    /// known where there was only one, or where they are added up.
    std::optional<double> dipPercent{};

    static MetricReading of(double value, const QDateTime &at)
    {
        return {ReadingStatus::Value, value, at};
    }
    bool hasValue() const { return status == ReadingStatus::Value; }
    bool operator==(const MetricReading &) const = default;
};

/// All readings of one pipeline, in the order of HealthMetric.
using PipelineReadings = std::array<MetricReading, kHealthMetricCount>;

/// The verdict on a row; the order is by badness, worst first.
enum class HealthLevel {
    Critical,
    Warning,
    Unknown, ///< something needed to judge is missing; never shown as OK
    Ok,
    Idle, ///< not running and not meant to be judged
};

/// Health of one pipeline, or of a whole channel that isn't running (pipeline is then empty).
struct PipelineHealth
{
    QString channelId;
    QString channelName;
    QString channelArn;
    QString channelState;
    QString channelClass;
    QString pipeline; ///< "0", "1"; empty for a channel that does not run
    bool lockingExpected = false; ///< more than one pipeline runs
    QDateTime startedAt; ///< UTC; when it was seen to start, invalid if it ran before
    std::optional<int> pipelinesRunning;
    std::optional<int> pipelinesExpected;
    QString activeInput; ///< attachment name, when DescribeChannel has told
    bool activeInputDiffers = false; ///< the other leg takes another input
    bool onSecondaryInput = false; ///< activeInput is not the primary one of its failover pair
    ChannelTraits traits; ///< what can apply to the channel; unknown until described
    std::optional<int> setAlerts; ///< from ListAlerts; nullopt until the sweep has been here
    QString worstAlert; ///< type of a set alert, for the cell
    QDateTime worstAlertAt; ///< UTC; when it was set, by AWS; invalid when not known
    bool criticalAlert = false;
    PipelineReadings readings{};

    const MetricReading &reading(HealthMetric metric) const
    {
        return readings[static_cast<std::size_t>(metric)];
    }
    MetricReading &reading(HealthMetric metric)
    {
        return readings[static_cast<std::size_t>(metric)];
    }
    bool operator==(const PipelineHealth &) const = default;
};

class HealthRules;
class MetricCatalogue;
class RuleMemory;
struct MetricInfo;

/// A verdict and what it rests on.
struct HealthVerdict
{
    HealthLevel level = HealthLevel::Unknown;
    QStringList reasons; ///< rule ids ("pipelines", "alert", "fill", "frameRate", …), worst first

    bool operator==(const HealthVerdict &) const = default;
};

/// What a row is judged by; all of it outlives the judging.
struct JudgedBy
{
    const HealthRules &rules;
    const MetricCatalogue &catalogue; ///< what it means that a reading is missing
    /// Of the row's last verdict, and renewed; null for a look that is the only one: then what must
    /// be met for a while counts at once.
    RuleMemory *memory = nullptr;
};

/// Judges one row by \a by, and never OK while something it needs is unknown: \a inventory is
/// how fresh the channel's state is, \a alerts how fresh the alert sweep is. Metrics are judged
/// where they have values; a metric that was asked for and should have data makes the row Unknown
/// when it has none.
HealthVerdict judge(const PipelineHealth &row, const Freshness &inventory, const Freshness &alerts,
                    const QDateTime &utcNow, const JudgedBy &by);
/// The same by the rules and the catalogue this version comes with.
HealthVerdict judge(const PipelineHealth &row, const Freshness &inventory, const Freshness &alerts,
                    const QDateTime &utcNow);

/// True while \a row is STARTING or was seen to start less than \a grace ago.
bool isStarting(const PipelineHealth &row, const QDateTime &utcNow, std::chrono::seconds grace);

/// Why the cell of \a metric has no value, or that it has one: what CloudWatch answered, read with
/// what the catalogue says about the metric and with what the channel does. NaN is no value.
ReadingStatus readingStatus(const PipelineHealth &row, HealthMetric metric, bool starting);
/// The same with the \a info of another catalogue, which is that of a column.
ReadingStatus readingStatus(const PipelineHealth &row, const MetricInfo &info, bool starting);

/// True for a status that keeps a running row from being judged OK.
bool isMissing(ReadingStatus status);

/// True for channel states in which nothing runs on purpose (aws-facts §1.5); false for words this
/// version doesn't know.
bool isIdleState(const QString &channelState);

/// True for alert types that mean viewers lose picture or sound (aws-facts §3.3, alert catalogue).
bool isCriticalAlert(const QString &alertType);

/// The worse of two levels.
HealthLevel worse(HealthLevel a, HealthLevel b);

} // namespace tallylight
