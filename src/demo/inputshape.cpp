// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/inputshape.h"

#include "demo/metriccatalogue.h"
#include "demo/names.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

bool isPush(const QString &type)
{
    return type.endsWith("_PUSH"_L1) || type == "AWS_CDI"_L1 || type == "SRT_LISTENER"_L1;
}

bool isPull(const QString &type)
{
    return type.endsWith("_PULL"_L1) || type.endsWith("_FILE"_L1);
}

bool isOnPremisesType(const QString &type)
{
    return type == "MULTICAST"_L1 || type == "SMPTE_2110_RECEIVER_GROUP"_L1 || type == "SDI"_L1;
}

QString portOf(const QString &type)
{
    if (type == "RTMP_PUSH"_L1)
        return u"1935"_s;
    return type == "SRT_LISTENER"_L1 ? u"9000"_s : u"5000"_s;
}

} // namespace

InputShape::InputShape(const Cast &cast)
    : m_cast(cast)
{
}

int InputShape::legs(int input) const
{
    return m_cast.input(input).standard ? 2 : 1;
}

QString InputShape::address(int input, int leg) const
{
    const quint64 chance = m_cast.inputHash(input, 40 + static_cast<quint64>(leg));
    return "10."_L1 + QString::number(20 + leg) + u'.' + QString::number(chance % 256) + u'.'
        + QString::number(1 + (chance >> 8) % 254);
}

QString InputShape::pushUrl(const QString &type, const QString &address, int leg) const
{
    const QString side = leg == 0 ? u"primary"_s : u"secondary"_s;
    if (type == "RTMP_PUSH"_L1)
        return "rtmp://"_L1 + address + ":1935/live/"_L1 + side;
    if (type == "SRT_LISTENER"_L1)
        return "srt://"_L1 + address + ":9000"_L1;
    if (type == "RTP_PUSH"_L1)
        return "rtp://"_L1 + address + ":5000"_L1;
    return "udp://"_L1 + address + ":5000"_L1;
}

QString InputShape::pullUrl(const QString &type, int input, int leg) const
{
    const QString word = slug(m_cast.inputName(input), input);
    const QString side = QString(QChar(u'a' + leg));
    if (type == "RTMP_PULL"_L1)
        return "rtmp://source-"_L1 + side + ".example.net:1935/live/"_L1 + word;
    if (type == "MP4_FILE"_L1)
        return "s3ssl://demo-media-"_L1 + side + "/loops/"_L1 + word + ".mp4"_L1;
    if (type == "TS_FILE"_L1)
        return "s3ssl://demo-media-"_L1 + side + "/loops/$urlPath$/"_L1 + word + ".ts"_L1;
    return "https://source-"_L1 + side + ".example.net/hls/"_L1 + word + "/index.m3u8"_L1;
}

void InputShape::write(ShapeWriter &out, int input) const
{
    const InputRole &role = m_cast.input(input);
    const QString type = inputTypes().at(role.type);
    const quint64 chance = m_cast.inputHash(input, 42);
    QStringList channels;
    const QList<int> attached = m_cast.channelsOfInput(input);
    for (const int channel : attached)
        channels << m_cast.channelId(channel);

    out.beginStructure();
    out.field("arn"_L1, m_cast.inputArn(input));
    out.textList("attachedChannels"_L1, channels);
    writePush(out, input, type);
    out.field("id"_L1, m_cast.inputId(input));
    out.field("inputClass"_L1, role.standard ? "STANDARD"_L1 : "SINGLE_PIPELINE"_L1);
    out.field("inputSourceType"_L1, type == "TS_FILE"_L1 ? "DYNAMIC"_L1 : "STATIC"_L1);
    out.field("inputNetworkLocation"_L1, isOnPremisesType(type) ? "ON_PREMISES"_L1 : "AWS"_L1);
    writeFlows(out, input, type);
    out.field("name"_L1, m_cast.inputName(input));
    if (type == "MEDIACONNECT"_L1 || type == "AWS_CDI"_L1)
        out.field("roleArn"_L1,
                  QString("arn:aws:iam::"_L1 + m_cast.account() + ":role/MediaLiveAccessRole"_L1));
    QStringList groups;
    if (isPush(type))
        groups << QString::number(5'100'000 + chance % 4);
    out.textList("securityGroups"_L1, groups);
    writePull(out, input, type);
    out.field("state"_L1, channels.isEmpty() ? "DETACHED"_L1 : "ATTACHED"_L1);
    out.name("tags"_L1);
    out.beginStructure();
    out.field("environment"_L1, chance % 5 == 0 ? "staging"_L1 : "production"_L1);
    if (role.channel < 0)
        out.field("note"_L1, u"Reserve, bitte nicht löschen");
    out.endStructure();
    out.field("type"_L1, type);
    writeSrt(out, input, type);
    writePremises(out, input, type);
    out.endStructure();
}

void InputShape::writePush(ShapeWriter &out, int input, const QString &type) const
{
    out.name("destinations"_L1);
    out.beginList();
    for (int leg = 0; isPush(type) && leg < legs(input); ++leg) {
        const QString ip = address(input, leg);
        out.beginStructure();
        out.field("ip"_L1, ip);
        out.field("port"_L1, portOf(type));
        out.field("url"_L1, pushUrl(type, ip, leg));
        if (type == "AWS_CDI"_L1) {
            out.name("vpc"_L1);
            out.beginStructure();
            out.field("availabilityZone"_L1, QString(m_cast.region() + QChar(u'a' + leg)));
            out.field("networkInterfaceId"_L1,
                      QString("eni-"_L1
                              + QString::number(m_cast.inputHash(input, 43) >> 4, 16)
                                    .rightJustified(17, u'0')
                                    .right(17)));
            out.endStructure();
        }
        out.endStructure();
    }
    out.endList();
}

void InputShape::writePull(ShapeWriter &out, int input, const QString &type) const
{
    out.name("sources"_L1);
    out.beginList();
    for (int leg = 0; isPull(type) && leg < legs(input); ++leg) {
        out.beginStructure();
        out.field("url"_L1, pullUrl(type, input, leg));
        if (type == "URL_PULL"_L1 && m_cast.inputHash(input, 44) % 2 == 0) {
            out.field("username"_L1, "reader"_L1);
            out.field("passwordParam"_L1, "/demo/source/password"_L1);
        }
        out.endStructure();
    }
    out.endList();
}

void InputShape::writeFlows(ShapeWriter &out, int input, const QString &type) const
{
    out.name("mediaConnectFlows"_L1);
    out.beginList();
    for (int leg = 0; type == "MEDIACONNECT"_L1 && leg < legs(input); ++leg) {
        out.beginStructure();
        out.field("flowArn"_L1,
                  QString("arn:aws:mediaconnect:"_L1 + m_cast.region() + u':' + m_cast.account()
                          + ":flow:1-Demo"_L1 + QString::number(input) + "-"_L1
                          + QString::number(leg) + ":"_L1 + slug(m_cast.inputName(input), input)));
        out.endStructure();
    }
    out.endList();
    out.name("inputDevices"_L1);
    out.beginList();
    if (type == "INPUT_DEVICE"_L1) {
        out.beginStructure();
        out.field("id"_L1, MetricCatalogue::deviceId(m_cast, input));
        out.endStructure();
    }
    out.endList();
    out.textList("inputPartnerIds"_L1, {});
}

void InputShape::writeSrt(ShapeWriter &out, int input, const QString &type) const
{
    if (!type.startsWith("SRT_"_L1))
        return;
    out.name("srtSettings"_L1);
    out.beginStructure();
    if (type == "SRT_LISTENER"_L1) {
        out.name("srtListenerSettings"_L1);
        out.beginStructure();
        out.integerField("minimumLatency"_L1, 240);
        out.field("streamId"_L1, slug(m_cast.inputName(input), input));
        out.endStructure();
    } else {
        out.name("srtCallerSources"_L1);
        out.beginList();
        for (int leg = 0; leg < legs(input); ++leg) {
            out.beginStructure();
            out.field("srtListenerAddress"_L1, address(input, leg));
            out.field("srtListenerPort"_L1, "9710"_L1);
            out.field("streamId"_L1, slug(m_cast.inputName(input), input));
            out.integerField("minimumLatency"_L1, 300);
            out.endStructure();
        }
        out.endList();
    }
    out.endStructure();
}

void InputShape::writePremises(ShapeWriter &out, int input, const QString &type) const
{
    if (type == "MULTICAST"_L1) {
        out.name("multicastSettings"_L1);
        out.beginStructure();
        out.name("sources"_L1);
        out.beginList();
        for (int leg = 0; leg < legs(input); ++leg) {
            out.beginStructure();
            out.field("url"_L1,
                      QString("udp://233.252.0."_L1 + QString::number(1 + input % 250) + u':'
                              + QString::number(5000 + leg)));
            out.field("sourceIp"_L1, address(input, leg));
            out.endStructure();
        }
        out.endList();
        out.endStructure();
    } else if (type == "SDI"_L1) {
        out.textList("sdiSources"_L1, {QString::number(7'700'000 + input)});
    } else if (type == "MEDIACONNECT_ROUTER"_L1) {
        out.name("routerSettings"_L1);
        out.beginStructure();
        out.field("encryptionType"_L1, "AUTOMATIC"_L1);
        out.name("destinations"_L1);
        out.beginList();
        for (int leg = 0; leg < legs(input); ++leg) {
            out.beginStructure();
            out.field("availabilityZoneName"_L1, QString(m_cast.region() + QChar(u'a' + leg)));
            out.field("routerOutputArn"_L1,
                      QString("arn:aws:mediaconnect:"_L1 + m_cast.region() + u':' + m_cast.account()
                              + ":routerOutput:demo-"_L1 + QString::number(input * 2 + leg)));
            out.endStructure();
        }
        out.endList();
        out.endStructure();
    }
}

} // namespace tallylight::demo
