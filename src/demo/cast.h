// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demooptions.h"
#include "demo/plot.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace tallylight::demo {

/// How an output group delivers.
enum class OutputKind : quint8 { Hls, MediaPackage, CmafIngest, Rtmp, Srt, Udp };

/// True for kinds whose destination answers with HTTP status codes.
bool isHttp(OutputKind kind);

/// One output group of a channel.
struct OutputGroupFact
{
    QLatin1String name; ///< the OutputGroupName dimension
    OutputKind kind;
    int outputs; ///< how many there are in it
};

/// What never changes about a channel, small enough to keep for every one.
struct ChannelRole
{
    Plot plot = Plot::Steady;
    bool standard = true;
    quint8 kit = 0; ///< which set of output groups
    quint8 audios = 1;
    quint8 rate = 0; ///< which frame rate
    qint32 input = -1; ///< index of its main input; -1 when the region has none
    qint32 secondary = -1; ///< index of the second input of a failover pair
};

/// What never changes about an input.
struct InputRole
{
    qint32 channel = -1; ///< the channel it was made for; -1 for a spare one
    bool secondary = false;
    bool standard = true;
    quint8 type = 0; ///< index into inputTypes()
};

/// All input types of the API, in its order.
const QStringList &inputTypes();

/// Who is who in a simulated region: ids, names, wiring, types. Everything follows from the
/// options, nothing changes afterwards. Some 30 bytes per resource are kept; the rest is computed
/// when asked for.
class Cast
{
public:
    explicit Cast(const DemoOptions &options);

    int channelCount() const { return static_cast<int>(m_channels.size()); }
    int inputCount() const { return static_cast<int>(m_inputs.size()); }
    const QString &region() const { return m_region; }
    const QString &account() const { return m_account; }
    quint32 seed() const { return m_seed; }

    const ChannelRole &channel(int index) const { return m_channels.at(index); }
    const InputRole &input(int index) const { return m_inputs.at(index); }

    /// Seven digits, unique over channels and inputs.
    QString channelId(int index) const;
    QString inputId(int index) const;
    /// The index of an id; -1 when there is no such channel or input.
    int channelIndex(const QString &id) const;
    int inputIndex(const QString &id) const;

    QString channelName(int index) const;
    QString inputName(int index) const;
    QString channelArn(int index) const;
    QString inputArn(int index) const;
    /// The attachment names of the main (or only) and the second input.
    static QString attachmentName(bool secondary);
    /// Every channel fed by an input; several only where there are fewer inputs than channels.
    QList<int> channelsOfInput(int input) const;

    std::span<const OutputGroupFact> outputGroups(int channel) const;
    QStringList audioNames(int channel) const;
    double frameRate(int channel) const;
    /// The type of the channel's main input; empty when it has none.
    QString inputTypeOf(int channel) const;
    /// True when packets are counted for this channel's input (RTP and MediaConnect, aws-facts
    /// §3.2).
    bool countsPackets(int channel) const;
    /// True when the channel runs on the customer's own machines (MediaLive Anywhere).
    bool isOnPremises(int channel) const;

    /// A number that looks random and always is the same for this resource and \a salt.
    quint64 channelHash(int index, quint64 salt) const;
    quint64 inputHash(int index, quint64 salt) const;

private:
    Plot plotFor(int channel, const QString &scenario) const;
    void castChannels(const QString &scenario);
    void wireInputs();
    QString idAt(quint64 position) const;
    qint64 positionOf(const QString &id) const;

    QString m_region;
    QString m_account;
    quint32 m_seed;
    QList<ChannelRole> m_channels;
    QList<InputRole> m_inputs;
};

} // namespace tallylight::demo
