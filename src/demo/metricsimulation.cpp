// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/metricsimulation.h"

#include "demo/demohash.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr Moment kSampleMsec = kSampleSeconds * 1000;
constexpr qint64 kFillCap = 60'000; // FillMsec never goes above (aws-facts §3.2)
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;

/// True for metrics whose samples are amounts: they add up instead of being averaged.
bool isAmount(MetricKind kind)
{
    switch (kind) {
    case MetricKind::InputLossSeconds:
    case MetricKind::ChannelInputErrorSeconds:
    case MetricKind::RtpPacketsReceived:
    case MetricKind::RtpPacketsRecoveredViaFec:
    case MetricKind::RtpPacketsLost:
    case MetricKind::FecRowPacketsReceived:
    case MetricKind::FecColumnPacketsReceived:
    case MetricKind::DroppedFrames:
    case MetricKind::Output4xxErrors:
    case MetricKind::Output5xxErrors:
    case MetricKind::TotalPackets:
    case MetricKind::RecoveredPackets:
    case MetricKind::NotRecoveredPackets:
    case MetricKind::ErrorSeconds:
        return true;
    default:
        return false;
    }
}

double percentileOf(std::vector<double> values, double percentile)
{
    std::sort(values.begin(), values.end());
    const double position = percentile / 100.0 * static_cast<double>(values.size() - 1);
    const std::size_t below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    const double share = position - static_cast<double>(below);
    return values[below] + (values[above] - values[below]) * share;
}

double flag(bool set)
{
    return set ? 1.0 : 0.0;
}

} // namespace

std::optional<Statistic> Statistic::parse(const QString &name)
{
    if (name == "SampleCount"_L1)
        return Statistic{Kind::SampleCount, 0.0};
    if (name == "Average"_L1)
        return Statistic{Kind::Average, 0.0};
    if (name == "Sum"_L1)
        return Statistic{Kind::Sum, 0.0};
    if (name == "Minimum"_L1)
        return Statistic{Kind::Minimum, 0.0};
    if (name == "Maximum"_L1)
        return Statistic{Kind::Maximum, 0.0};
    bool ok = false;
    const double percentile = name.mid(1).toDouble(&ok);
    if (name.startsWith(u'p') && ok && percentile >= 0.0 && percentile <= 100.0)
        return Statistic{Kind::Percentile, percentile};
    return std::nullopt;
}

qint64 retentionSeconds(qint64 periodSeconds)
{
    if (periodSeconds < 60)
        return 3 * kHour;
    if (periodSeconds < 300)
        return 15 * kDay;
    if (periodSeconds < kHour)
        return 63 * kDay;
    return 455 * kDay;
}

bool isValidPeriod(qint64 periodSeconds)
{
    return periodSeconds == 1 || periodSeconds == 5 || periodSeconds == 10 || periodSeconds == 20
        || periodSeconds == 30 || (periodSeconds > 0 && periodSeconds % 60 == 0);
}

MetricSimulation::MetricSimulation(const Story &story, const AlertScript &alerts)
    : m_story(story)
    , m_alerts(alerts)
{
    // Quiet at four in the morning UTC, busy at four in the afternoon.
    for (std::size_t minute = 0; minute < m_dayCurve.size(); ++minute) {
        const double hour = static_cast<double>(minute) / 60.0;
        m_dayCurve.at(minute) = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * (hour - 4.0) / 24.0);
    }
}

double MetricSimulation::dayCurve(qint64 number) const
{
    const qint64 minute = number * kSampleSeconds / 60 % 1440;
    return m_dayCurve.at(static_cast<std::size_t>(minute < 0 ? minute + 1440 : minute));
}

std::optional<double> MetricSimulation::datapoint(const MetricAddress &address,
                                                  const Statistic &statistic, qint64 startSeconds,
                                                  qint64 periodSeconds) const
{
    const qint64 first = startSeconds / kSampleSeconds;
    const qint64 end = std::max(first + 1, (startSeconds + periodSeconds) / kSampleSeconds);
    // A period shorter than a sample gets its share of an amount.
    const double share = periodSeconds < kSampleSeconds && isAmount(address.kind)
        ? static_cast<double>(periodSeconds) / static_cast<double>(kSampleSeconds)
        : 1.0;
    double count = 0.0;
    double sum = 0.0;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    bool undefined = false;
    std::vector<double> values;
    for (qint64 number = first; number < end; ++number) {
        const std::optional<double> value = sample(address, number);
        if (!value)
            continue;
        count += 1.0;
        sum += *value * share;
        lowest = std::min(lowest, *value * share);
        highest = std::max(highest, *value * share);
        undefined = undefined || std::isnan(*value);
        if (statistic.kind == Statistic::Kind::Percentile)
            values.push_back(*value * share);
    }
    if (count == 0.0)
        return std::nullopt;
    if (statistic.kind == Statistic::Kind::SampleCount)
        return count;
    if (undefined)
        return std::numeric_limits<double>::quiet_NaN();
    switch (statistic.kind) {
    case Statistic::Kind::Sum:
        return sum;
    case Statistic::Kind::Minimum:
        return lowest;
    case Statistic::Kind::Maximum:
        return highest;
    case Statistic::Kind::Percentile:
        return percentileOf(std::move(values), statistic.percentile);
    default:
        return sum / count;
    }
}

std::optional<double> MetricSimulation::sample(const MetricAddress &address, qint64 number) const
{
    if (address.set == DimensionSet::Device) {
        const quint64 hash
            = hashOf(m_story.cast().inputHash(address.resource, 0xDA7A),
                     static_cast<quint64>(address.kind), static_cast<quint64>(number));
        return deviceValue(address, unitFraction(hash));
    }
    const LegSample leg = legSample(address.resource, address.leg, number);
    if (!leg.published)
        return std::nullopt;
    return channelValue(address, leg, number);
}

MetricSimulation::LegSample MetricSimulation::legSample(int channel, int leg, qint64 number) const
{
    LegSample sample;
    const Moment from = number * kSampleMsec;
    const Moment to = from + kSampleMsec;
    if (!m_story.isRunning(channel, from)) {
        sample.published = false;
        return sample;
    }
    if (plotSpec(m_story.cast().channel(channel).plot).incidents.empty())
        return sample;
    const qint64 last = m_story.turnAt(channel, to - 1);
    for (qint64 turn = m_story.turnAt(channel, from); turn <= last; ++turn) {
        for (const Incident &incident : m_story.turn(channel, turn)) {
            if (incident.hits(leg) && incident.from < to && incident.to > from)
                addIncident(sample, channel, leg, incident, from, to);
        }
    }
    return sample;
}

void MetricSimulation::addIncident(LegSample &sample, int channel, int leg,
                                   const Incident &incident, Moment from, Moment to) const
{
    const Moment until = std::min(incident.to, to);
    const double share = static_cast<double>(until - std::max(incident.from, from))
        / static_cast<double>(kSampleMsec);
    sample.alerts += m_alerts.countWithin(channel, incident, leg, from, to);
    switch (incident.kind) {
    case IncidentKind::InputLoss:
        sample.lost += share;
        sample.fillMsec = std::max(sample.fillMsec, std::min(kFillCap, until - incident.from));
        break;
    case IncidentKind::Failover:
        sample.failedOver += share;
        break;
    case IncidentKind::Black:
        sample.black += share;
        break;
    case IncidentKind::Overload:
        sample.overloaded += share;
        break;
    case IncidentKind::Output4xx:
        sample.refused += share;
        break;
    case IncidentKind::Output5xx:
        sample.failed += share;
        break;
    case IncidentKind::Frozen:
        sample.frozen += share;
        break;
    case IncidentKind::Unlocked:
        sample.unlocked += share;
        break;
    case IncidentKind::Silence:
        sample.silent += share;
        break;
    case IncidentKind::LegDown:
    case IncidentKind::MetricGap:
        // As with a channel that stops: what began before is still published.
        sample.published = sample.published && from < incident.from;
        break;
    }
}

double MetricSimulation::channelValue(const MetricAddress &address, const LegSample &leg,
                                      qint64 number) const
{
    const quint64 hash = hashOf(m_story.cast().channelHash(address.resource, 0xDA7A),
                                static_cast<quint64>(address.kind) << 8 | address.part,
                                static_cast<quint64>(address.leg), static_cast<quint64>(number));
    const double chance = unitFraction(hash);
    switch (address.kind) {
    case MetricKind::ActiveAlerts:
        return leg.alerts;
    case MetricKind::FillMsec:
        return static_cast<double>(leg.fillMsec);
    case MetricKind::PrimaryInputActive:
        return flag(leg.failedOver == 0.0);
    case MetricKind::NetworkIn:
    case MetricKind::NetworkOut:
        return networkValue(address, leg, number, chance);
    case MetricKind::DroppedFrames:
        return leg.overloaded > 0.0 ? std::round(leg.overloaded * (4.0 + 30.0 * chance)) : 0.0;
    case MetricKind::SvqTime:
        return leg.overloaded > 0.0 ? leg.overloaded * (15.0 + 55.0 * chance) : 0.0;
    case MetricKind::PipelinesLocked: {
        const ChannelMoment now = m_story.channelAt(address.resource, number * kSampleMsec);
        return flag(now.pipelinesRunning() == 2 && leg.unlocked == 0.0);
    }
    case MetricKind::ActiveOutputs:
    case MetricKind::Output4xxErrors:
    case MetricKind::Output5xxErrors:
        return outputValue(address, leg, chance);
    case MetricKind::OutputAudioLevelDbfs:
    case MetricKind::OutputAudioLevelLkfs:
        return audioValue(address, leg, chance);
    case MetricKind::MinMqcs:
    case MetricKind::MqcsBlackFrameDetected:
    case MetricKind::MqcsFreezeFrameDetected:
    case MetricKind::MqcsContinuityCounterErrors:
        return qualityValue(address, leg, chance);
    default:
        return packetValue(address, leg, chance);
    }
}

double MetricSimulation::packetValue(const MetricAddress &address, const LegSample &leg,
                                     double chance) const
{
    const Cast &cast = m_story.cast();
    // The primary of a failover pair is gone while the secondary serves; the channel itself sees no
    // loss.
    double lost = leg.lost;
    if (address.set == DimensionSet::Failover)
        lost = address.part == 0 ? std::max(leg.lost, leg.failedOver) : 0.0;
    lost = std::min(lost, 1.0);
    const double packets
        = 9000.0 + static_cast<double>(cast.channelHash(address.resource, 9) % 9000);
    const bool aPacketWentMissing = chance > 0.998 && lost < 1.0;
    switch (address.kind) {
    case MetricKind::InputVideoFrameRate:
        return cast.frameRate(address.resource) * (1.0 - lost);
    case MetricKind::InputLossSeconds:
        return std::round(lost * static_cast<double>(kSampleSeconds));
    case MetricKind::ChannelInputErrorSeconds:
        return flag(aPacketWentMissing);
    case MetricKind::RtpPacketsReceived:
        return std::round(packets * (1.0 - lost) * (0.99 + 0.02 * chance));
    case MetricKind::RtpPacketsRecoveredViaFec:
        return lost < 1.0 && chance > 0.97 ? std::round(chance * 5.0) : 0.0;
    case MetricKind::RtpPacketsLost:
        return aPacketWentMissing ? std::round(1.0 + chance * 20.0) : 0.0;
    case MetricKind::FecRowPacketsReceived:
    case MetricKind::FecColumnPacketsReceived:
        return std::round(packets / 10.0 * (1.0 - lost));
    case MetricKind::InputTimecodesPresent:
        return flag(cast.channelHash(address.resource, 10) % 3 != 0 && lost < 1.0);
    default:
        return 0.0;
    }
}

double MetricSimulation::networkValue(const MetricAddress &address, const LegSample &leg,
                                      qint64 number, double chance) const
{
    const bool in = address.kind == MetricKind::NetworkIn;
    const quint64 size = m_story.cast().channelHash(address.resource, in ? 11 : 12);
    const double base = (in ? 8.0 : 5.0) + static_cast<double>(size % 200) / 10.0;
    const double busy = 0.92 + 0.16 * dayCurve(number);
    const double noise = 0.97 + 0.06 * chance;
    double flow = base * busy * noise;
    if (in)
        flow *= 1.0 - std::min(1.0, leg.lost);
    else
        flow *= 1.0 - 0.5 * std::min(1.0, leg.refused + leg.failed);
    return flow + 0.05 + 0.02 * chance; // name look-ups and time never stop
}

double MetricSimulation::outputValue(const MetricAddress &address, const LegSample &leg,
                                     double chance) const
{
    const OutputGroupFact &group = m_story.cast().outputGroups(address.resource)[address.part];
    const bool hitsThisGroup = address.part == 0 && isHttp(group.kind);
    switch (address.kind) {
    case MetricKind::Output4xxErrors:
        return hitsThisGroup ? std::round(leg.refused * (3.0 + 9.0 * chance)) : 0.0;
    case MetricKind::Output5xxErrors:
        return hitsThisGroup ? std::round(leg.failed * (5.0 + 15.0 * chance)) : 0.0;
    default:
        break;
    }
    if (hitsThisGroup && leg.failed >= 1.0)
        return 0.0;
    if (hitsThisGroup && leg.refused >= 1.0)
        return group.outputs - 1.0;
    // HLS groups pause once a minute of fill frames is over; the others send on.
    if (group.kind == OutputKind::Hls && leg.fillMsec >= kFillCap)
        return 0.0;
    return group.outputs;
}

double MetricSimulation::audioValue(const MetricAddress &address, const LegSample &leg,
                                    double chance) const
{
    const bool silent = leg.silent >= 1.0 || leg.lost >= 1.0;
    if (address.kind == MetricKind::OutputAudioLevelLkfs)
        return silent ? std::numeric_limits<double>::quiet_NaN() : -23.5 + chance;
    return silent ? -100.0 : -26.0 + 8.0 * chance;
}

double MetricSimulation::qualityValue(const MetricAddress &address, const LegSample &leg,
                                      double chance) const
{
    const double fine = 98.0 + std::floor(3.0 * chance);
    const double black = leg.black > 0.0 ? 15.0 : 100.0;
    const double frozen = leg.frozen > 0.0 ? 20.0 : 100.0;
    const double lost = leg.lost > 0.0 ? 5.0 : 100.0;
    switch (address.kind) {
    case MetricKind::MqcsBlackFrameDetected:
        return black;
    case MetricKind::MqcsFreezeFrameDetected:
        return frozen;
    case MetricKind::MqcsContinuityCounterErrors:
        return fine;
    default:
        return std::min({fine, black, frozen, lost});
    }
}

double MetricSimulation::deviceValue(const MetricAddress &address, double chance) const
{
    const bool sdi = m_story.cast().inputHash(address.resource, 0xDF) % 2 == 0;
    constexpr double kConfigured = 12'000'000.0;
    switch (address.kind) {
    case MetricKind::UsingSdi:
        return flag(sdi);
    case MetricKind::UsingHdmi:
        return flag(!sdi);
    case MetricKind::Temperature:
        return std::round(44.0 + 6.0 * chance);
    case MetricKind::ConfiguredBitrate:
        return kConfigured;
    case MetricKind::EncoderBitrate:
        return std::round(kConfigured * (0.95 + 0.05 * chance));
    case MetricKind::ConfiguredBitrateAvailable:
        return 100.0;
    case MetricKind::TotalPackets:
        return std::round(11'400.0 + 200.0 * chance);
    case MetricKind::RecoveredPackets:
        return chance > 0.9 ? std::round(10.0 * chance) : 0.0;
    case MetricKind::NotRecoveredPackets:
    case MetricKind::ErrorSeconds:
        return flag(chance > 0.999);
    default:
        return 1.0; // locked, running, linked, streaming
    }
}

} // namespace tallylight::demo
