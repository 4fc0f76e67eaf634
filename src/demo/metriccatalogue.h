// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metric.h"
#include "demo/cast.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace tallylight::demo {

/// The metrics of AWS/MediaLive that are simulated: those of aws-facts §3.2 but for the ones with
/// unknown meaning or a single weak source.
enum class MetricKind : quint8 {
    ActiveAlerts,
    InputVideoFrameRate,
    InputLossSeconds,
    ChannelInputErrorSeconds,
    RtpPacketsReceived,
    RtpPacketsRecoveredViaFec,
    RtpPacketsLost,
    FecRowPacketsReceived,
    FecColumnPacketsReceived,
    InputTimecodesPresent,
    PrimaryInputActive,
    NetworkIn,
    NetworkOut,
    ActiveOutputs,
    FillMsec,
    DroppedFrames,
    SvqTime,
    Output4xxErrors,
    Output5xxErrors,
    OutputAudioLevelDbfs,
    OutputAudioLevelLkfs,
    PipelinesLocked,
    MinMqcs,
    MqcsBlackFrameDetected,
    MqcsFreezeFrameDetected,
    MqcsContinuityCounterErrors,
    UsingSdi,
    UsingHdmi,
    InputLocked,
    EncoderRunning,
    LinkedToStreamEndpoint,
    Streaming,
    Temperature,
    ConfiguredBitrate,
    EncoderBitrate,
    ConfiguredBitrateAvailable,
    TotalPackets,
    RecoveredPackets,
    NotRecoveredPackets,
    ErrorSeconds,
};

/// Which channels publish a metric at all.
enum class Publisher : quint8 {
    EveryChannel,
    PacketInput, ///< channels whose input counts packets
    FailoverPair, ///< channels with automatic input failover
    HttpOutput, ///< output groups whose destination speaks HTTP
    CmafOutput, ///< CMAF ingest output groups, or channels with one
    LinkDevice, ///< not channels, but Link devices
};

/// The dimensions a metric is published under (aws-facts §3.2).
enum class DimensionSet : quint8 {
    Channel, ///< ChannelId, Pipeline
    Failover, ///< and ActiveInputFailoverLabel
    Output, ///< and OutputGroupName
    Audio, ///< and AudioDescriptionName
    Device, ///< InputDeviceId, DeviceType
};

/// One row of the catalogue.
struct MetricFact
{
    MetricKind kind;
    QLatin1String name;
    Publisher publisher;
    DimensionSet set;
    bool alsoPerFailoverLabel; ///< published under Channel and, with a failover pair, under
                               ///< Failover too
};

std::span<const MetricFact> metricFacts();

/// Where a series comes from: the catalogue row and what its dimensions point at.
struct MetricAddress
{
    MetricKind kind = MetricKind::ActiveAlerts;
    DimensionSet set = DimensionSet::Channel;
    qint32 resource = -1; ///< index of the channel, or of the input for a device
    quint8 leg = 0;
    quint8 part
        = 0; ///< output group, audio description, or failover label (0 primary, 1 secondary)

    bool operator==(const MetricAddress &) const = default;
};

/// Which series exist in a simulated region, whether they currently get datapoints or not.
class MetricCatalogue
{
public:
    /// \a cast must outlive the catalogue.
    explicit MetricCatalogue(const Cast &cast);

    /// Every series of a channel, both pipelines.
    QList<MetricId> ofChannel(int channel) const;
    /// Every series of an input's Link device; empty for other inputs.
    QList<MetricId> ofInput(int input) const;

    /// The series behind name and dimensions, which must match exactly; nullopt when nobody
    /// publishes it.
    std::optional<MetricAddress> find(const MetricId &metric) const;

    /// The Link device that an input of type INPUT_DEVICE stands for: "hd-" and 14 digits.
    static QString deviceId(const Cast &cast, int input);

private:
    bool publishes(int channel, const MetricFact &fact) const;
    QList<MetricId> seriesOf(int channel, const MetricFact &fact, int leg) const;
    std::optional<MetricAddress> findDevice(const MetricId &metric, const MetricFact &fact) const;
    std::optional<quint8> partFor(int channel, const MetricFact &fact, DimensionSet set,
                                  const MetricId &metric) const;

    const Cast &m_cast;
};

} // namespace tallylight::demo
