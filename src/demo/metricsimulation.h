// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/alertscript.h"
#include "demo/metriccatalogue.h"
#include "demo/story.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace tallylight::demo {

/// How CloudWatch boils samples down to one datapoint.
struct Statistic
{
    enum class Kind { SampleCount, Average, Sum, Minimum, Maximum, Percentile };

    Kind kind = Kind::Average;
    double percentile = 0.0; ///< 0 … 100, for Percentile

    /// "Average", "p99.5", …; nullopt for anything else.
    static std::optional<Statistic> parse(const QString &name);
};

/// The finest grain that is simulated; a period below it repeats the sample it lies in.
constexpr qint64 kSampleSeconds = 10;

/// How far back CloudWatch keeps datapoints of a period, in seconds (aws-facts §2.5).
qint64 retentionSeconds(qint64 periodSeconds);

/// True for 1, 5, 10, 20, 30 and multiples of 60.
bool isValidPeriod(qint64 periodSeconds);

/// The values behind the metrics, computed from the story and a hash, so that a datapoint has the
/// same value however often and in whatever range it is asked for.
///
/// Nothing is published while a channel or leg isn't running or has a gap. OutputAudioLevelLkfs is
/// NaN during digital silence, which has no loudness; no other metric is ever NaN.
class MetricSimulation
{
public:
    /// \a story and \a alerts must outlive the simulation.
    MetricSimulation(const Story &story, const AlertScript &alerts);

    /// The datapoint of the period that starts at \a startSeconds; nullopt where there is none.
    std::optional<double> datapoint(const MetricAddress &address, const Statistic &statistic,
                                    qint64 startSeconds, qint64 periodSeconds) const;

private:
    /// Shares of one sample (0 … 1) during which a leg was in trouble, and what follows from it.
    struct LegSample
    {
        bool published = true;
        double lost = 0.0;
        double failedOver = 0.0;
        double black = 0.0;
        double frozen = 0.0;
        double silent = 0.0;
        double unlocked = 0.0;
        double overloaded = 0.0;
        double refused = 0.0; ///< 4xx
        double failed = 0.0; ///< 5xx
        qint64 fillMsec = 0;
        int alerts = 0;
    };

    std::optional<double> sample(const MetricAddress &address, qint64 number) const;
    LegSample legSample(int channel, int leg, qint64 number) const;
    void addIncident(LegSample &sample, int channel, int leg, const Incident &incident, Moment from,
                     Moment to) const;
    double channelValue(const MetricAddress &address, const LegSample &leg, qint64 number) const;
    double packetValue(const MetricAddress &address, const LegSample &leg, double chance) const;
    double outputValue(const MetricAddress &address, const LegSample &leg, double chance) const;
    double audioValue(const MetricAddress &address, const LegSample &leg, double chance) const;
    double qualityValue(const MetricAddress &address, const LegSample &leg, double chance) const;
    double networkValue(const MetricAddress &address, const LegSample &leg, qint64 number,
                        double chance) const;
    double deviceValue(const MetricAddress &address, double chance) const;
    double dayCurve(qint64 number) const;

    const Story &m_story;
    const AlertScript &m_alerts;
    std::array<double, 1440> m_dayCurve{};
};

} // namespace tallylight::demo
