// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/metriccatalogue.h"

#include "demo/demohash.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr auto kEvery = Publisher::EveryChannel;
constexpr auto kPackets = Publisher::PacketInput;
constexpr auto kDevice = Publisher::LinkDevice;
constexpr auto kPerLeg = DimensionSet::Channel;

constexpr std::array kFacts{
    MetricFact{MetricKind::ActiveAlerts, QLatin1String("ActiveAlerts"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::InputVideoFrameRate, QLatin1String("InputVideoFrameRate"), kEvery,
               kPerLeg, true},
    MetricFact{MetricKind::InputLossSeconds, QLatin1String("InputLossSeconds"), kPackets, kPerLeg,
               true},
    MetricFact{MetricKind::ChannelInputErrorSeconds, QLatin1String("ChannelInputErrorSeconds"),
               kPackets, kPerLeg, true},
    MetricFact{MetricKind::RtpPacketsReceived, QLatin1String("RtpPacketsReceived"), kPackets,
               kPerLeg, true},
    MetricFact{MetricKind::RtpPacketsRecoveredViaFec, QLatin1String("RtpPacketsRecoveredViaFec"),
               kPackets, kPerLeg, true},
    MetricFact{MetricKind::RtpPacketsLost, QLatin1String("RtpPacketsLost"), kPackets, kPerLeg,
               true},
    MetricFact{MetricKind::FecRowPacketsReceived, QLatin1String("FecRowPacketsReceived"), kPackets,
               kPerLeg, true},
    MetricFact{MetricKind::FecColumnPacketsReceived, QLatin1String("FecColumnPacketsReceived"),
               kPackets, kPerLeg, true},
    MetricFact{MetricKind::InputTimecodesPresent, QLatin1String("InputTimecodesPresent"), kEvery,
               kPerLeg, true},
    MetricFact{MetricKind::PrimaryInputActive, QLatin1String("PrimaryInputActive"),
               Publisher::FailoverPair, kPerLeg, false},
    MetricFact{MetricKind::NetworkIn, QLatin1String("NetworkIn"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::NetworkOut, QLatin1String("NetworkOut"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::ActiveOutputs, QLatin1String("ActiveOutputs"), kEvery,
               DimensionSet::Output, false},
    MetricFact{MetricKind::FillMsec, QLatin1String("FillMsec"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::DroppedFrames, QLatin1String("DroppedFrames"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::SvqTime, QLatin1String("SvqTime"), kEvery, kPerLeg, false},
    MetricFact{MetricKind::Output4xxErrors, QLatin1String("Output4xxErrors"), Publisher::HttpOutput,
               DimensionSet::Output, false},
    MetricFact{MetricKind::Output5xxErrors, QLatin1String("Output5xxErrors"), Publisher::HttpOutput,
               DimensionSet::Output, false},
    MetricFact{MetricKind::OutputAudioLevelDbfs, QLatin1String("OutputAudioLevelDbfs"), kEvery,
               DimensionSet::Audio, false},
    MetricFact{MetricKind::OutputAudioLevelLkfs, QLatin1String("OutputAudioLevelLkfs"), kEvery,
               DimensionSet::Audio, false},
    MetricFact{MetricKind::PipelinesLocked, QLatin1String("PipelinesLocked"), kEvery, kPerLeg,
               false},
    MetricFact{MetricKind::MinMqcs, QLatin1String("MinMQCS"), Publisher::CmafOutput,
               DimensionSet::Output, false},
    MetricFact{MetricKind::MqcsBlackFrameDetected, QLatin1String("MqcsBlackFrameDetected"),
               Publisher::CmafOutput, kPerLeg, false},
    MetricFact{MetricKind::MqcsFreezeFrameDetected, QLatin1String("MqcsFreezeFrameDetected"),
               Publisher::CmafOutput, kPerLeg, false},
    MetricFact{MetricKind::MqcsContinuityCounterErrors,
               QLatin1String("MqcsContinuityCounterErrors"), Publisher::CmafOutput, kPerLeg, false},
    MetricFact{MetricKind::UsingSdi, QLatin1String("UsingSDI"), kDevice, DimensionSet::Device,
               false},
    MetricFact{MetricKind::UsingHdmi, QLatin1String("UsingHDMI"), kDevice, DimensionSet::Device,
               false},
    MetricFact{MetricKind::InputLocked, QLatin1String("InputLocked"), kDevice, DimensionSet::Device,
               false},
    MetricFact{MetricKind::EncoderRunning, QLatin1String("EncoderRunning"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::LinkedToStreamEndpoint, QLatin1String("LinkedToStreamEndpoint"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::Streaming, QLatin1String("Streaming"), kDevice, DimensionSet::Device,
               false},
    MetricFact{MetricKind::Temperature, QLatin1String("Temperature"), kDevice, DimensionSet::Device,
               false},
    MetricFact{MetricKind::ConfiguredBitrate, QLatin1String("ConfiguredBitrate"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::EncoderBitrate, QLatin1String("EncoderBitrate"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::ConfiguredBitrateAvailable, QLatin1String("ConfiguredBitrateAvailable"),
               kDevice, DimensionSet::Device, false},
    MetricFact{MetricKind::TotalPackets, QLatin1String("TotalPackets"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::RecoveredPackets, QLatin1String("RecoveredPackets"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::NotRecoveredPackets, QLatin1String("NotRecoveredPackets"), kDevice,
               DimensionSet::Device, false},
    MetricFact{MetricKind::ErrorSeconds, QLatin1String("ErrorSeconds"), kDevice,
               DimensionSet::Device, false},
};

constexpr QLatin1String kNameSpace("AWS/MediaLive");
constexpr std::array kFailoverLabels{QLatin1String("Primary"), QLatin1String("Secondary")};

bool fitsGroup(const MetricFact &fact, OutputKind kind)
{
    switch (fact.publisher) {
    case Publisher::HttpOutput:
        return isHttp(kind);
    case Publisher::CmafOutput:
        return kind == OutputKind::CmafIngest;
    default:
        return true;
    }
}

bool isDevice(const Cast &cast, int input)
{
    return inputTypes().at(cast.input(input).type) == "INPUT_DEVICE"_L1;
}

} // namespace

std::span<const MetricFact> metricFacts()
{
    return kFacts;
}

MetricCatalogue::MetricCatalogue(const Cast &cast)
    : m_cast(cast)
{
}

QString MetricCatalogue::deviceId(const Cast &cast, int input)
{
    // The index is part of the id, so that the device can be found again from it.
    const quint64 digits = cast.inputHash(input, 0xDE) % 100'000'000ULL;
    return "hd-"_L1 + QString::number(digits).rightJustified(8, u'0')
        + QString::number(input).rightJustified(6, u'0');
}

bool MetricCatalogue::publishes(int channel, const MetricFact &fact) const
{
    switch (fact.publisher) {
    case Publisher::EveryChannel:
        return true;
    case Publisher::PacketInput:
        return m_cast.countsPackets(channel);
    case Publisher::FailoverPair:
        return m_cast.channel(channel).secondary >= 0;
    case Publisher::HttpOutput:
    case Publisher::CmafOutput: {
        const auto groups = m_cast.outputGroups(channel);
        return std::any_of(groups.begin(), groups.end(), [&fact](const OutputGroupFact &group) {
            return fitsGroup(fact, group.kind);
        });
    }
    case Publisher::LinkDevice:
        return false;
    }
    return false;
}

QList<MetricId> MetricCatalogue::seriesOf(int channel, const MetricFact &fact, int leg) const
{
    MetricId base{kNameSpace, fact.name, {}};
    base.dimensions.insert(u"ChannelId"_s, m_cast.channelId(channel));
    base.dimensions.insert(u"Pipeline"_s, QString::number(leg));
    QList<MetricId> series;
    const auto add = [&](const QString &dimension, const QString &value) {
        MetricId metric = base;
        metric.dimensions.insert(dimension, value);
        series << metric;
    };
    if (fact.set == DimensionSet::Output) {
        for (const OutputGroupFact &group : m_cast.outputGroups(channel)) {
            if (fitsGroup(fact, group.kind))
                add(u"OutputGroupName"_s, group.name);
        }
        return series;
    }
    if (fact.set == DimensionSet::Audio) {
        const QStringList names = m_cast.audioNames(channel);
        for (const QString &name : names)
            add(u"AudioDescriptionName"_s, name);
        return series;
    }
    series << base;
    if (fact.alsoPerFailoverLabel && m_cast.channel(channel).secondary >= 0) {
        for (const QLatin1String label : kFailoverLabels)
            add(u"ActiveInputFailoverLabel"_s, label);
    }
    return series;
}

QList<MetricId> MetricCatalogue::ofChannel(int channel) const
{
    QList<MetricId> all;
    const int legs = m_cast.channel(channel).standard ? 2 : 1;
    for (const MetricFact &fact : kFacts) {
        if (!publishes(channel, fact))
            continue;
        for (int leg = 0; leg < legs; ++leg)
            all += seriesOf(channel, fact, leg);
    }
    return all;
}

QList<MetricId> MetricCatalogue::ofInput(int input) const
{
    QList<MetricId> all;
    if (!isDevice(m_cast, input))
        return all;
    for (const MetricFact &fact : kFacts) {
        if (fact.publisher != Publisher::LinkDevice)
            continue;
        MetricId metric{kNameSpace, fact.name, {}};
        metric.dimensions.insert(u"InputDeviceId"_s, deviceId(m_cast, input));
        metric.dimensions.insert(u"DeviceType"_s, u"HD"_s);
        all << metric;
    }
    return all;
}

std::optional<MetricAddress> MetricCatalogue::findDevice(const MetricId &metric,
                                                         const MetricFact &fact) const
{
    const QString id = metric.dimensions.value(u"InputDeviceId"_s);
    bool ok = false;
    const int input = id.right(6).toInt(&ok);
    if (!ok || input < 0 || input >= m_cast.inputCount() || !isDevice(m_cast, input)
        || id != deviceId(m_cast, input) || metric.dimensions.size() != 2
        || metric.dimensions.value(u"DeviceType"_s) != "HD"_L1)
        return std::nullopt;
    return MetricAddress{fact.kind, DimensionSet::Device, input, 0, 0};
}

std::optional<quint8> MetricCatalogue::partFor(int channel, const MetricFact &fact,
                                               DimensionSet set, const MetricId &metric) const
{
    if (set == DimensionSet::Output) {
        const QString wanted = metric.dimensions.value(u"OutputGroupName"_s);
        const auto groups = m_cast.outputGroups(channel);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i].name == wanted && fitsGroup(fact, groups[i].kind))
                return static_cast<quint8>(i);
        }
        return std::nullopt;
    }
    if (set == DimensionSet::Audio) {
        const qsizetype i = m_cast.audioNames(channel).indexOf(
            metric.dimensions.value(u"AudioDescriptionName"_s));
        return i < 0 ? std::nullopt : std::optional<quint8>(static_cast<quint8>(i));
    }
    if (set == DimensionSet::Failover) {
        const QString wanted = metric.dimensions.value(u"ActiveInputFailoverLabel"_s);
        const auto *it = std::find(kFailoverLabels.begin(), kFailoverLabels.end(), wanted);
        if (it == kFailoverLabels.end() || m_cast.channel(channel).secondary < 0)
            return std::nullopt;
        return static_cast<quint8>(it - kFailoverLabels.begin());
    }
    return quint8(0);
}

std::optional<MetricAddress> MetricCatalogue::find(const MetricId &metric) const
{
    if (metric.nameSpace != kNameSpace)
        return std::nullopt;
    const auto *fact = std::find_if(kFacts.begin(), kFacts.end(), [&metric](const MetricFact &row) {
        return row.name == metric.name;
    });
    if (fact == kFacts.end())
        return std::nullopt;
    if (fact->publisher == Publisher::LinkDevice)
        return findDevice(metric, *fact);

    const int channel = m_cast.channelIndex(metric.channelId());
    const QString leg = metric.pipeline();
    if (channel < 0 || !publishes(channel, *fact) || (leg != "0"_L1 && leg != "1"_L1)
        || (leg == "1"_L1 && !m_cast.channel(channel).standard))
        return std::nullopt;
    DimensionSet set = fact->set;
    if (set == DimensionSet::Channel && metric.dimensions.size() == 3) {
        if (!fact->alsoPerFailoverLabel)
            return std::nullopt;
        set = DimensionSet::Failover;
    }
    if (metric.dimensions.size() != (set == DimensionSet::Channel ? 2 : 3))
        return std::nullopt;
    const std::optional<quint8> part = partFor(channel, *fact, set, metric);
    if (!part)
        return std::nullopt;
    return MetricAddress{fact->kind, set, channel, static_cast<quint8>(leg == "1"_L1), *part};
}

} // namespace tallylight::demo
