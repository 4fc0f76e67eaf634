// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cast.h"

#include "demo/demohash.h"
#include "demo/names.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

// Who plays what in the living region: every plot is on stage in the default size.
constexpr std::array kLeadingCast{
    Plot::Steady,   Plot::InputLoss, Plot::Failover,   Plot::Steady,       Plot::Flapping,
    Plot::Cycling,  Plot::Steady,    Plot::BlackSlate, Plot::OutputErrors, Plot::Idle,
    Plot::Overload, Plot::Steady,    Plot::Recovering, Plot::OneLegDown,   Plot::MetricGaps,
    Plot::Steady,   Plot::Frozen,    Plot::Silence,    Plot::Unlocked,     Plot::CreateFailed,
    Plot::Steady,   Plot::Cycling,   Plot::InputLoss,  Plot::UpdateFailed};
constexpr std::array kTroubles{
    Plot::InputLoss, Plot::Failover,     Plot::Flapping,   Plot::Cycling,    Plot::BlackSlate,
    Plot::Overload,  Plot::OutputErrors, Plot::Recovering, Plot::OneLegDown, Plot::MetricGaps,
    Plot::Frozen,    Plot::Unlocked,     Plot::Silence};

constexpr std::array kHlsAndPackage{
    OutputGroupFact{QLatin1String("web-hls"), OutputKind::Hls, 5},
    OutputGroupFact{QLatin1String("origin-mediapackage"), OutputKind::MediaPackage, 4}};
constexpr std::array kHlsOnly{OutputGroupFact{QLatin1String("web-hls"), OutputKind::Hls, 5}};
constexpr std::array kSocial{OutputGroupFact{QLatin1String("social-rtmp"), OutputKind::Rtmp, 2}};
constexpr std::array kPartner{OutputGroupFact{QLatin1String("web-hls"), OutputKind::Hls, 4},
                              OutputGroupFact{QLatin1String("partner-srt"), OutputKind::Srt, 1}};
constexpr std::array kContribution{
    OutputGroupFact{QLatin1String("contribution-udp"), OutputKind::Udp, 1}};
constexpr std::array kCmaf{
    OutputGroupFact{QLatin1String("cmaf-ingest"), OutputKind::CmafIngest, 5}};
constexpr std::array<std::span<const OutputGroupFact>, 6> kKits{
    kHlsAndPackage, kHlsOnly, kSocial, kPartner, kContribution, kCmaf};
constexpr quint8 kCmafKit = 5;

constexpr std::array kEuropeanRates{25.0, 50.0};
constexpr std::array kAmericanRates{29.97, 59.94};

// Ids are a walk through all seven-digit numbers: step and count share no factor, so none comes
// twice, and the step's inverse leads from an id back to its place.
constexpr quint64 kIdCount = 9'000'000;
constexpr quint64 kIdBase = 1'000'000;
constexpr quint64 kIdStep = 7'368'787;

constexpr quint64 inverseOf(quint64 step, quint64 modulus)
{
    qint64 t = 0;
    qint64 nextT = 1;
    qint64 r = static_cast<qint64>(modulus);
    qint64 nextR = static_cast<qint64>(step);
    while (nextR != 0) {
        const qint64 quotient = r / nextR;
        const qint64 oldT = t;
        t = nextT;
        nextT = oldT - quotient * nextT;
        const qint64 oldR = r;
        r = nextR;
        nextR = oldR - quotient * nextR;
    }
    return static_cast<quint64>(t < 0 ? t + static_cast<qint64>(modulus) : t);
}
constexpr quint64 kIdStepBack = inverseOf(kIdStep, kIdCount);
static_assert(kIdStep * kIdStepBack % kIdCount == 1);

bool needsTwoLegs(Plot plot)
{
    switch (plot) {
    case Plot::InputLoss:
    case Plot::Overload:
    case Plot::OutputErrors:
    case Plot::Recovering:
    case Plot::OneLegDown:
    case Plot::Flapping:
    case Plot::Unlocked:
    case Plot::MetricGaps:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isHttp(OutputKind kind)
{
    return kind == OutputKind::Hls || kind == OutputKind::MediaPackage
        || kind == OutputKind::CmafIngest;
}

const QStringList &inputTypes()
{
    static const QStringList types{u"RTP_PUSH"_s,
                                   u"MEDIACONNECT"_s,
                                   u"SRT_CALLER"_s,
                                   u"RTMP_PUSH"_s,
                                   u"URL_PULL"_s,
                                   u"UDP_PUSH"_s,
                                   u"SRT_LISTENER"_s,
                                   u"RTMP_PULL"_s,
                                   u"MP4_FILE"_s,
                                   u"INPUT_DEVICE"_s,
                                   u"AWS_CDI"_s,
                                   u"TS_FILE"_s,
                                   u"MULTICAST"_s,
                                   u"SDI"_s,
                                   u"MEDIACONNECT_ROUTER"_s,
                                   u"SMPTE_2110_RECEIVER_GROUP"_s};
    return types;
}

Cast::Cast(const DemoOptions &options)
    : m_region(options.region)
    , m_account(options.account)
    , m_seed(options.seed)
{
    m_channels.resize(std::clamp(options.channels, 0, kMaxResources));
    m_inputs.resize(std::clamp(options.inputs, 0, kMaxResources));
    castChannels(canonicalScenario(options.scenario));
    wireInputs();
}

Plot Cast::plotFor(int channel, const QString &scenario) const
{
    const quint64 chance = channelHash(channel, 1);
    if (scenario == "churn"_L1)
        return Plot::Churn;
    if (scenario == "calm"_L1 || scenario == "static"_L1)
        return channel % 8 == 5 ? Plot::Idle : Plot::Steady;
    if (scenario == "storm"_L1 && channel % 5 < 3)
        return kTroubles.at(static_cast<std::size_t>(channel + channel / 5) % kTroubles.size());
    if (scenario == "storm"_L1)
        return Plot::Steady;
    if (static_cast<std::size_t>(channel) < kLeadingCast.size())
        return kLeadingCast.at(static_cast<std::size_t>(channel));
    const quint64 percent = chance % 100;
    if (percent < 6)
        return Plot::Idle;
    if (percent < 14)
        return kTroubles.at((chance / 100) % kTroubles.size());
    return Plot::Steady;
}

void Cast::castChannels(const QString &scenario)
{
    for (int i = 0; i < channelCount(); ++i) {
        ChannelRole &role = m_channels[i];
        const quint64 chance = channelHash(i, 2);
        role.plot = plotFor(i, scenario);
        role.standard = needsTwoLegs(role.plot) || i % 4 != 3;
        role.kit = static_cast<quint8>(chance % kKits.size());
        if (role.plot == Plot::OutputErrors)
            role.kit = 0;
        if (role.plot == Plot::Frozen)
            role.kit = kCmafKit;
        role.audios = static_cast<quint8>(1 + (chance >> 8) % 3);
        role.rate = static_cast<quint8>((chance >> 16) % 2);
    }
}

void Cast::wireInputs()
{
    const int inputs = inputCount();
    int spare = channelCount();
    // A third of what is left over stays unattached.
    const int lastSpare = inputs - (inputs - channelCount()) / 3;
    for (int i = 0; i < channelCount() && inputs > 0; ++i) {
        ChannelRole &role = m_channels[i];
        role.input = i % inputs;
        const bool wantsPair = role.plot == Plot::Failover || channelHash(i, 3) % 4 == 0;
        if (wantsPair && spare < lastSpare)
            role.secondary = spare++;
        if (role.plot == Plot::Failover && role.secondary < 0) {
            role.plot = Plot::InputLoss; // nothing to fail over to
            role.standard = true;
        }
    }
    for (int j = 0; j < inputs; ++j) {
        InputRole &input = m_inputs[j];
        const quint64 chance = inputHash(j, 4);
        // The first ones show every type; further on the common types prevail.
        input.type = static_cast<quint8>(j < inputTypes().size() ? j
                                             : chance % 4 == 0   ? (chance >> 8) % 16
                                                                 : (chance >> 8) % 5);
        input.standard = chance % 3 != 0;
        if (j < channelCount()) {
            input.channel = j;
            input.standard = m_channels.at(j).standard;
        }
    }
    for (int i = 0; i < channelCount(); ++i) {
        const qint32 secondary = m_channels.at(i).secondary;
        if (secondary < 0)
            continue;
        InputRole &input = m_inputs[secondary];
        input.channel = i;
        input.secondary = true;
        input.standard = m_channels.at(i).standard;
        // A pair is made of like with like.
        input.type = m_inputs.at(m_channels.at(i).input).type;
    }
}

quint64 Cast::channelHash(int index, quint64 salt) const
{
    return hashOf(m_seed, 0xC4A2ULL, salt, static_cast<quint64>(index));
}

quint64 Cast::inputHash(int index, quint64 salt) const
{
    return hashOf(m_seed, 0x1297ULL, salt, static_cast<quint64>(index));
}

QString Cast::idAt(quint64 position) const
{
    const quint64 shifted = (position * kIdStep + mixed(m_seed) % kIdCount) % kIdCount;
    return QString::number(kIdBase + shifted);
}

qint64 Cast::positionOf(const QString &id) const
{
    bool ok = false;
    const qint64 number = id.toLongLong(&ok);
    const qint64 base = static_cast<qint64>(kIdBase);
    if (!ok || id.size() != 7 || number < base)
        return -1;
    const quint64 offset = mixed(m_seed) % kIdCount;
    const quint64 shifted = static_cast<quint64>(number - base);
    return static_cast<qint64>((shifted + kIdCount - offset) % kIdCount * kIdStepBack % kIdCount);
}

QString Cast::channelId(int index) const
{
    return idAt(static_cast<quint64>(index) * 2);
}

QString Cast::inputId(int index) const
{
    return idAt(static_cast<quint64>(index) * 2 + 1);
}

int Cast::channelIndex(const QString &id) const
{
    const qint64 position = positionOf(id);
    const bool known = position >= 0 && position % 2 == 0 && position / 2 < channelCount();
    return known ? static_cast<int>(position / 2) : -1;
}

int Cast::inputIndex(const QString &id) const
{
    const qint64 position = positionOf(id);
    const bool known = position >= 0 && position % 2 == 1 && position / 2 < inputCount();
    return known ? static_cast<int>(position / 2) : -1;
}

QString Cast::channelName(int index) const
{
    return demo::channelName(index, m_region, m_seed);
}

QString Cast::inputName(int index) const
{
    const InputRole &role = m_inputs.at(index);
    if (role.channel < 0)
        return spareName(index, m_seed);
    return feedName(channelName(role.channel), role.secondary);
}

QString Cast::channelArn(int index) const
{
    return "arn:aws:medialive:"_L1 + m_region + u':' + m_account + ":channel:"_L1
        + channelId(index);
}

QString Cast::inputArn(int index) const
{
    return "arn:aws:medialive:"_L1 + m_region + u':' + m_account + ":input:"_L1 + inputId(index);
}

QString Cast::attachmentName(bool secondary)
{
    return secondary ? u"backup"_s : u"main"_s;
}

QList<int> Cast::channelsOfInput(int input) const
{
    const InputRole &role = m_inputs.at(input);
    if (role.channel < 0)
        return {};
    if (role.secondary || inputCount() >= channelCount())
        return {role.channel};
    QList<int> channels;
    for (int i = input; i < channelCount(); i += inputCount())
        channels << i;
    return channels;
}

std::span<const OutputGroupFact> Cast::outputGroups(int channel) const
{
    return kKits.at(m_channels.at(channel).kit);
}

QStringList Cast::audioNames(int channel) const
{
    static const QStringList names{u"audio_main"_s, u"audio_original"_s, u"audio_description"_s};
    return names.mid(0, m_channels.at(channel).audios);
}

double Cast::frameRate(int channel) const
{
    const std::size_t rate = m_channels.at(channel).rate;
    return m_region.startsWith("eu-"_L1) ? kEuropeanRates.at(rate) : kAmericanRates.at(rate);
}

QString Cast::inputTypeOf(int channel) const
{
    const qint32 input = m_channels.at(channel).input;
    return input < 0 ? QString() : inputTypes().at(m_inputs.at(input).type);
}

bool Cast::countsPackets(int channel) const
{
    const QString type = inputTypeOf(channel);
    return type == "RTP_PUSH"_L1 || type == "MEDIACONNECT"_L1;
}

bool Cast::isOnPremises(int channel) const
{
    const QString type = inputTypeOf(channel);
    return type == "MULTICAST"_L1 || type == "SMPTE_2110_RECEIVER_GROUP"_L1 || type == "SDI"_L1;
}

} // namespace tallylight::demo
