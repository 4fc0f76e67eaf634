// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthmetric.h"
#include "core/localtext.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tallylight {

/// What part of the way through MediaLive a metric looks at; charts and menus are grouped by it.
enum class MetricGroup {
    Channel,
    Input,
    Network,
    Encoder,
    Output,
    Redundancy,
    Audio,
    Quality,
    Link, ///< an Elemental Link device, not a channel
    Other, ///< not known to the catalogue
};

/// How a number is to be read.
enum class MetricKind {
    Quantity, ///< measured, with a unit
    Count, ///< how often something happened in the period
    Flag, ///< 0 or 1
    Score, ///< 0 to 100, where 100 is best
};

/// How several series of one metric (a series per output group) make one number.
enum class MetricCombine { Sum, Minimum, Maximum };

/// What it means that CloudWatch has no datapoint of it for a pipeline that runs (aws-facts §3.2).
enum class NoDataMeaning {
    Late, ///< always published by a running pipeline: it is late, or something is wrong
    NoInputYet, ///< nothing has been received since the pipeline started
    MayBeAbsent, ///< normal where the channel is not set up in a way that gives it
};

/// What a channel must have for the metric to say anything.
enum class MetricApplies {
    Always,
    RtpInput, ///< an RTP or MediaConnect input
    InputFailover, ///< automatic input failover
    HttpOutput, ///< an output written over HTTP
    TwoPipelines,
    PipelineLocking, ///< two pipelines that are to be locked to each other
    MediaQualityOutput, ///< CMAF ingest to MediaPackage
    AudioOutput,
    LinkDevice,
};

/// One metric of the catalogue: how it is asked for and what it means (aws-facts §3.2).
struct MetricInfo
{
    QString name; ///< CloudWatch's MetricName; unique, compared without case
    std::optional<HealthMetric> column; ///< set for the columns of Channels Health
    MetricGroup group = MetricGroup::Other;
    MetricKind kind = MetricKind::Quantity;
    QString unit; ///< as shown: "fps", "Mbit/s", "ms", "%", "s"; empty for counts, flags, scores
    QString statistic; ///< the documented one, for the newest value
    QString chartStatistic; ///< for long periods: the one that shows trouble rather than hides it
    QList<QStringList> dimensionSets; ///< each sorted; the first is the plain one
    MetricCombine combine = MetricCombine::Sum;
    std::chrono::seconds finestPeriod{60}; ///< a shorter period brings nothing new
    MetricApplies applies = MetricApplies::Always;
    NoDataMeaning noData = NoDataMeaning::MayBeAbsent;
    LocalText title;
    LocalText zeroMeaning;
    LocalText noDataMeaning;
    LocalText explanation; ///< one paragraph
    bool known = true; ///< false for a metric made up from its name alone

    /// Published per OutputGroupName: several series make one reading, and their names can't be
    /// guessed without ListMetrics.
    bool perOutputGroup() const;
    /// Having no data is normal, so that it makes nothing unknown.
    bool isOptional() const { return noData == NoDataMeaning::MayBeAbsent; }

    bool operator==(const MetricInfo &) const = default;
};

} // namespace tallylight
