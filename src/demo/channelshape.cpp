// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/channelshape.h"

#include "demo/demohash.h"
#include "demo/names.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr qint64 kDayMsec = 24LL * 3600 * 1000;

constexpr std::array kDays{QLatin1String("MONDAY"),    QLatin1String("TUESDAY"),
                           QLatin1String("WEDNESDAY"), QLatin1String("THURSDAY"),
                           QLatin1String("FRIDAY"),    QLatin1String("SATURDAY"),
                           QLatin1String("SUNDAY")};
constexpr std::array kLogLevels{QLatin1String("ERROR"), QLatin1String("WARNING"),
                                QLatin1String("INFO"), QLatin1String("DEBUG"),
                                QLatin1String("DISABLED")};
constexpr std::array kCodecs{QLatin1String("AVC"), QLatin1String("HEVC"), QLatin1String("MPEG2")};
constexpr std::array kBitrates{QLatin1String("MAX_20_MBPS"), QLatin1String("MAX_10_MBPS"),
                               QLatin1String("MAX_50_MBPS")};
constexpr std::array kResolutions{QLatin1String("HD"), QLatin1String("UHD"), QLatin1String("SD")};
// Invented, like everything here: version and how many days after the start of the quarter it
// expires.
struct Engine
{
    QLatin1String version;
    int expiresAfterDays;
};
constexpr std::array kEngines{Engine{QLatin1String("10.4.2"), 320},
                              Engine{QLatin1String("10.3.7"), 150},
                              Engine{QLatin1String("9.12.1"), 95}};

template<typename Choices> const auto &pick(const Choices &choices, quint64 hash)
{
    return choices.at(static_cast<std::size_t>(hash % choices.size()));
}

QString isoTime(Moment at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// An address of the ranges set aside for documentation.
QString publicAddress(quint64 hash)
{
    static const std::array nets{u"192.0.2."_s, u"198.51.100."_s, u"203.0.113."_s};
    return pick(nets, hash) + QString::number(1 + (hash >> 8) % 254);
}

} // namespace

ChannelShape::ChannelShape(const Story &story)
    : m_story(story)
{
}

void ChannelShape::writeSummary(ShapeWriter &out, int channel, Moment at) const
{
    const ChannelMoment now = m_story.channelAt(channel, at);
    out.beginStructure();
    writeCommon(out, channel, now, at);
    out.name("usedChannelEngineVersions"_L1);
    out.beginList();
    if (now.pipelinesRunning() > 0) {
        const Engine &engine = pick(kEngines, m_story.cast().channelHash(channel, 30));
        out.beginStructure();
        out.field("version"_L1, engine.version);
        out.endStructure();
    }
    out.endList();
    out.endStructure();
}

void ChannelShape::writeDescription(ShapeWriter &out, int channel, Moment at) const
{
    const ChannelMoment now = m_story.channelAt(channel, at);
    out.beginStructure();
    writeCommon(out, channel, now, at);
    writePipelines(out, channel, now, at);
    writeEncoder(out, channel);
    out.endStructure();
}

void ChannelShape::writeCommon(ShapeWriter &out, int channel, const ChannelMoment &now,
                               Moment at) const
{
    const Cast &cast = m_story.cast();
    const ChannelRole &role = cast.channel(channel);
    const quint64 chance = cast.channelHash(channel, 31);
    out.field("arn"_L1, cast.channelArn(channel));
    out.field("channelClass"_L1, role.standard ? "STANDARD"_L1 : "SINGLE_PIPELINE"_L1);
    if (cast.inputTypeOf(channel) == "AWS_CDI"_L1) {
        out.name("cdiInputSpecification"_L1);
        out.beginStructure();
        out.field("resolution"_L1, "UHD"_L1);
        out.endStructure();
    }
    writeDestinations(out, channel);
    out.name("egressEndpoints"_L1);
    out.beginList();
    for (quint64 leg = 0; leg < (role.standard ? 2U : 1U); ++leg) {
        out.beginStructure();
        out.field("sourceIp"_L1, publicAddress(cast.channelHash(channel, 32 + leg)));
        out.endStructure();
    }
    out.endList();
    out.field("id"_L1, cast.channelId(channel));
    writeAttachments(out, channel);
    out.name("inputSpecification"_L1);
    out.beginStructure();
    out.field("codec"_L1, pick(kCodecs, chance));
    out.field("maximumBitrate"_L1, pick(kBitrates, chance >> 8));
    out.field("resolution"_L1, pick(kResolutions, chance >> 16));
    out.endStructure();
    out.field("logLevel"_L1, pick(kLogLevels, chance >> 24));
    writeMaintenance(out, channel, at);
    out.field("name"_L1, cast.channelName(channel));
    out.integerField("pipelinesRunningCount"_L1, now.pipelinesRunning());
    out.field("roleArn"_L1,
              QString("arn:aws:iam::"_L1 + cast.account() + ":role/MediaLiveAccessRole"_L1));
    out.field("state"_L1, now.state);
    writeTags(out, channel);
    writeEngine(out, "channelEngineVersion"_L1, channel, at);
    if (cast.isOnPremises(channel)) {
        out.name("anywhereSettings"_L1);
        out.beginStructure();
        out.field("channelPlacementGroupId"_L1, QString::number(4'000'000 + channel));
        out.field("clusterId"_L1, "8800001"_L1);
        out.endStructure();
    }
}

void ChannelShape::writeAttachments(ShapeWriter &out, int channel) const
{
    const ChannelRole &role = m_story.cast().channel(channel);
    out.name("inputAttachments"_L1);
    out.beginList();
    if (role.input >= 0)
        writeAttachment(out, channel, false);
    if (role.secondary >= 0)
        writeAttachment(out, channel, true);
    out.endList();
}

void ChannelShape::writeAttachment(ShapeWriter &out, int channel, bool secondary) const
{
    const Cast &cast = m_story.cast();
    const ChannelRole &role = cast.channel(channel);
    out.beginStructure();
    out.field("inputAttachmentName"_L1, Cast::attachmentName(secondary));
    out.field("inputId"_L1, cast.inputId(secondary ? role.secondary : role.input));
    if (!secondary && role.secondary >= 0) {
        out.name("automaticInputFailoverSettings"_L1);
        out.beginStructure();
        out.integerField("errorClearTimeMsec"_L1, 1000);
        out.field("inputPreference"_L1,
                  cast.channelHash(channel, 34) % 2 == 0 ? "PRIMARY_INPUT_PREFERRED"_L1
                                                         : "EQUAL_INPUT_PREFERENCE"_L1);
        out.field("secondaryInputId"_L1, cast.inputId(role.secondary));
        out.endStructure();
    }
    out.endStructure();
}

void ChannelShape::writeDestinations(ShapeWriter &out, int channel) const
{
    out.name("destinations"_L1);
    out.beginList();
    for (const OutputGroupFact &group : m_story.cast().outputGroups(channel)) {
        out.beginStructure();
        out.field("id"_L1, group.name);
        writeTargets(out, channel, group);
        out.endStructure();
    }
    out.endList();
}

void ChannelShape::writeTargets(ShapeWriter &out, int channel, const OutputGroupFact &group) const
{
    const Cast &cast = m_story.cast();
    const int legs = cast.channel(channel).standard ? 2 : 1;
    const QString word = slug(cast.channelName(channel), channel);
    const bool package
        = group.kind == OutputKind::MediaPackage || group.kind == OutputKind::CmafIngest;
    out.name(package                             ? "mediaPackageSettings"_L1
                 : group.kind == OutputKind::Srt ? "srtSettings"_L1
                                                 : "settings"_L1);
    out.beginList();
    for (int leg = 0; leg < (package ? 1 : legs); ++leg) {
        const QString side = QString(QChar(u'a' + leg));
        out.beginStructure();
        switch (group.kind) {
        case OutputKind::Hls:
            out.field("url"_L1,
                      QString("https://origin-"_L1 + side + ".example.net/live/"_L1 + word
                              + "/index"_L1));
            out.field("username"_L1, "encoder"_L1);
            out.field("passwordParam"_L1, "/demo/origin/password"_L1);
            break;
        case OutputKind::MediaPackage:
            out.field("channelId"_L1, QString("mp-"_L1 + word));
            break;
        case OutputKind::CmafIngest:
            out.field("channelGroup"_L1, "demo-group"_L1);
            out.field("channelName"_L1, QString("cmaf-"_L1 + word));
            break;
        case OutputKind::Rtmp:
            out.field("url"_L1, QString("rtmp://ingest-"_L1 + side + ".example.org/live"_L1));
            out.field("streamName"_L1, word);
            break;
        case OutputKind::Srt:
            out.field("url"_L1,
                      QString("srt://partner-"_L1 + side + ".example.com:"_L1
                              + QString::number(9000 + channel % 1000)));
            out.field("streamId"_L1, word);
            break;
        case OutputKind::Udp:
            out.field("url"_L1,
                      QString("udp://"_L1 + publicAddress(cast.channelHash(channel, 35)) + u':'
                              + QString::number(5000 + leg * 10)));
            break;
        }
        out.endStructure();
    }
    out.endList();
}

void ChannelShape::writeMaintenance(ShapeWriter &out, int channel, Moment at) const
{
    const quint64 chance = m_story.cast().channelHash(channel, 36);
    const QString hour = QString::number(chance % 24).rightJustified(2, u'0');
    out.name("maintenance"_L1);
    out.beginStructure();
    out.field("maintenanceDay"_L1, pick(kDays, chance >> 8));
    out.field("maintenanceStartTime"_L1, QString(hour + ":00"_L1));
    if (chance >> 16 & 1) {
        // Something is due now and then; the date stands for two weeks before the next one is
        // announced.
        const Moment announced = at / (14 * kDayMsec) * 14 * kDayMsec;
        const qint64 days = 15 + static_cast<qint64>((chance >> 20) % 20);
        out.field("maintenanceDeadline"_L1, isoTime(announced + days * kDayMsec));
        if (chance >> 17 & 1)
            out.field("maintenanceScheduledDate"_L1, isoTime(announced + (days - 1) * kDayMsec));
    }
    out.endStructure();
}

void ChannelShape::writeEngine(ShapeWriter &out, QLatin1String key, int channel, Moment at) const
{
    const Engine &engine = pick(kEngines, m_story.cast().channelHash(channel, 30));
    const Moment quarter = at / (91 * kDayMsec) * 91 * kDayMsec;
    out.name(key);
    out.beginStructure();
    out.field("version"_L1, engine.version);
    out.field("expirationDate"_L1, isoTime(quarter + engine.expiresAfterDays * kDayMsec));
    out.endStructure();
}

void ChannelShape::writePipelines(ShapeWriter &out, int channel, const ChannelMoment &now,
                                  Moment at) const
{
    out.name("pipelineDetails"_L1);
    out.beginList();
    for (std::size_t leg = 0; leg < now.legRunning.size(); ++leg) {
        if (!now.legRunning.at(leg))
            continue;
        out.beginStructure();
        out.field("pipelineId"_L1, QString::number(leg));
        if (m_story.cast().channel(channel).input >= 0)
            out.field("activeInputAttachmentName"_L1, Cast::attachmentName(now.onSecondary));
        writeEngine(out, "channelEngineVersion"_L1, channel, at);
        out.endStructure();
    }
    out.endList();
}

void ChannelShape::writeEncoder(ShapeWriter &out, int channel) const
{
    const Cast &cast = m_story.cast();
    out.name("encoderSettings"_L1);
    out.beginStructure();
    out.name("audioDescriptions"_L1);
    out.beginList();
    const QStringList audios = cast.audioNames(channel);
    for (const QString &name : audios) {
        out.beginStructure();
        out.field("audioSelectorName"_L1, "default"_L1);
        out.field("name"_L1, name);
        out.endStructure();
    }
    out.endList();
    if (cast.channel(channel).standard) {
        out.name("globalConfiguration"_L1);
        out.beginStructure();
        out.field("outputLockingMode"_L1, "PIPELINE_LOCKING"_L1);
        out.endStructure();
    }
    out.name("outputGroups"_L1);
    out.beginList();
    for (const OutputGroupFact &group : cast.outputGroups(channel))
        writeOutputGroup(out, channel, group);
    out.endList();
    out.name("timecodeConfig"_L1);
    out.beginStructure();
    out.field("source"_L1, "EMBEDDED"_L1);
    out.endStructure();
    out.name("videoDescriptions"_L1);
    out.beginList();
    out.beginStructure();
    out.field("name"_L1, "video_main"_L1);
    out.integerField("width"_L1, 1920);
    out.integerField("height"_L1, 1080);
    out.endStructure();
    out.endList();
    out.name("thumbnailConfiguration"_L1);
    out.beginStructure();
    out.field("state"_L1, "AUTO"_L1);
    out.endStructure();
    out.endStructure();
}

void ChannelShape::writeOutputGroup(ShapeWriter &out, int channel,
                                    const OutputGroupFact &group) const
{
    Q_UNUSED(channel)
    const auto kindName = [&group](QLatin1String suffix) {
        switch (group.kind) {
        case OutputKind::Hls:
            return QByteArray("hls").append(suffix.data(), suffix.size());
        case OutputKind::CmafIngest:
            return QByteArray("cmafIngest").append(suffix.data(), suffix.size());
        case OutputKind::MediaPackage:
            return QByteArray("mediaPackage").append(suffix.data(), suffix.size());
        case OutputKind::Rtmp:
            return QByteArray("rtmp").append(suffix.data(), suffix.size());
        case OutputKind::Srt:
            return QByteArray("srt").append(suffix.data(), suffix.size());
        case OutputKind::Udp:
            break;
        }
        return QByteArray("udp").append(suffix.data(), suffix.size());
    };
    const bool pausesOnLoss = group.kind == OutputKind::Hls;
    out.beginStructure();
    out.field("name"_L1, group.name);
    out.name("outputGroupSettings"_L1);
    out.beginStructure();
    const QByteArray groupSettings = kindName("GroupSettings"_L1);
    out.name(QLatin1String(groupSettings));
    out.beginStructure();
    if (pausesOnLoss)
        out.field("inputLossAction"_L1, "PAUSE_OUTPUT"_L1);
    out.name("destination"_L1);
    out.beginStructure();
    out.field("destinationRefId"_L1, group.name);
    out.endStructure();
    out.endStructure();
    out.endStructure();
    out.name("outputs"_L1);
    out.beginList();
    for (int i = 1; i <= group.outputs; ++i) {
        out.beginStructure();
        out.field("outputName"_L1, QString("rendition_"_L1 + QString::number(i)));
        out.field("videoDescriptionName"_L1, "video_main"_L1);
        out.textList("audioDescriptionNames"_L1, {u"audio_main"_s});
        out.name("outputSettings"_L1);
        out.beginStructure();
        out.endStructure();
        out.endStructure();
    }
    out.endList();
    out.endStructure();
}

void ChannelShape::writeTags(ShapeWriter &out, int channel) const
{
    static const std::array teams{u"playout-nord"_s, u"sport"_s, u"報道"_s, u"web & app"_s};
    const quint64 chance = m_story.cast().channelHash(channel, 37);
    out.name("tags"_L1);
    out.beginStructure();
    out.field("environment"_L1, chance % 5 == 0 ? "staging"_L1 : "production"_L1);
    out.field("team"_L1, pick(teams, chance >> 8));
    if (chance >> 16 & 1)
        out.field("cost-center"_L1, QString::number(4000 + (chance >> 20) % 90));
    out.endStructure();
}

} // namespace tallylight::demo
