// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialivejson.h"

#include "aws/decodeobject.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

/// "rtmp://user:password@host" without the password: a destination is shown, exported and logged.
QString withoutPassword(QString url)
{
    static const QRegularExpression userInfo(u"(://[^/\\s@:]*):[^/\\s]*@"_s);
    return url.replace(userInfo, u"\\1:***@"_s);
}

QString requiredId(const JsonReader &json)
{
    const QString id = json.requiredString("id"_L1);
    if (id.isEmpty() && json.json().value("id"_L1).isString())
        json.reportProblem("id"_L1, u"is empty"_s);
    return id;
}

/// The model calls these plain strings, so an unknown spelling is no reason to refuse the channel.
QDateTime lenientTime(const JsonReader &json, QLatin1StringView key)
{
    return timeFromJson(json.json().value(key));
}

EngineVersion engineFrom(const JsonReader &json)
{
    return {json.string("version"_L1), json.time("expirationDate"_L1)};
}

InputAttachment attachmentFrom(const JsonReader &json)
{
    InputAttachment attachment;
    attachment.name = json.string("inputAttachmentName"_L1);
    attachment.inputId = json.string("inputId"_L1);
    if (const auto failover = json.object("automaticInputFailoverSettings"_L1)) {
        attachment.secondaryInputId = failover->string("secondaryInputId"_L1);
        attachment.inputPreference = failover->string("inputPreference"_L1);
    }
    return attachment;
}

QString urlWith(const JsonReader &json, QLatin1StringView detail)
{
    QStringList parts{withoutPassword(json.string("url"_L1)), json.string(detail)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString srtTarget(const JsonReader &json)
{
    const std::optional<int> port = json.integer("listenerPort"_L1);
    if (json.string("url"_L1).isEmpty() && port)
        return u"SRT listener, port %1"_s.arg(*port);
    return urlWith(json, "streamId"_L1);
}

QString mediaPackageTarget(const JsonReader &json)
{
    QStringList parts{json.string("channelGroup"_L1), json.string("channelName"_L1),
                      json.string("channelEndpointId"_L1)};
    parts.removeAll(QString());
    const QString channelId = json.string("channelId"_L1);
    return u"MediaPackage "_s + (channelId.isEmpty() ? parts.join(u'/') : channelId);
}

ChannelDestination destinationFrom(const JsonReader &json)
{
    ChannelDestination destination;
    destination.id = json.string("id"_L1);
    const auto add = [&destination](const QString &target) {
        if (!target.isEmpty())
            destination.targets.append(target);
    };
    json.objects("settings"_L1,
                 [&add](const JsonReader &leg) { add(urlWith(leg, "streamName"_L1)); });
    json.objects("mediaPackageSettings"_L1,
                 [&add](const JsonReader &leg) { add(mediaPackageTarget(leg)); });
    if (const auto multiplex = json.object("multiplexSettings"_L1)) {
        add(u"Multiplex "_s + multiplex->string("multiplexId"_L1) + u'/'
            + multiplex->string("programName"_L1));
    }
    json.objects("srtSettings"_L1, [&add](const JsonReader &leg) { add(srtTarget(leg)); });
    json.objects("mediaConnectRouterSettings"_L1,
                 [&add](const JsonReader &) { add(u"MediaConnect router"_s); });
    return destination;
}

/// Whether an output group delivers over HTTP; nullopt for a kind this version does not know.
std::optional<bool> deliversOverHttp(const QJsonObject &group)
{
    static constexpr std::array http{"hlsGroupSettings"_L1, "mediaPackageGroupSettings"_L1,
                                     "cmafIngestGroupSettings"_L1, "msSmoothGroupSettings"_L1};
    static constexpr std::array other{"archiveGroupSettings"_L1,
                                      "frameCaptureGroupSettings"_L1,
                                      "multiplexGroupSettings"_L1,
                                      "rtmpGroupSettings"_L1,
                                      "udpGroupSettings"_L1,
                                      "srtGroupSettings"_L1,
                                      "mediaConnectRouterGroupSettings"_L1};
    const QJsonObject settings = group.value("outputGroupSettings"_L1).toObject();
    const auto has = [&settings](QLatin1StringView key) {
        return settings.contains(key);
    };
    if (std::any_of(http.begin(), http.end(), has))
        return true;
    if (std::any_of(other.begin(), other.end(), has))
        return false;
    return std::nullopt;
}

/// The encoder's settings are the largest and most often extended part of the API. Nothing in them
/// is worth refusing a channel for, so what looks odd is left out.
void readEncoder(const QJsonObject &encoder, Channel *channel)
{
    bool allKnown = encoder.value("outputGroups"_L1).isArray();
    bool anyHttp = false;
    const QJsonArray groups = encoder.value("outputGroups"_L1).toArray();
    for (const QJsonValue &entry : groups) {
        const QJsonObject group = entry.toObject();
        const QString name = group.value("name"_L1).toString();
        if (!name.isEmpty())
            channel->outputGroups.append(name);
        const std::optional<bool> http = deliversOverHttp(group);
        anyHttp |= http.value_or(false);
        allKnown &= http.has_value();
    }
    if (anyHttp || allKnown)
        channel->traits.hasHttpOutput = anyHttp;

    // Without a mode the pipelines run side by side; a mode that is new says nothing.
    const QString mode = encoder.value("globalConfiguration"_L1)
                             .toObject()
                             .value("outputLockingMode"_L1)
                             .toString();
    if (mode.isEmpty() || mode == u"DISABLED")
        channel->traits.lockingConfigured = false;
    else if (mode == u"PIPELINE_LOCKING" || mode == u"EPOCH_LOCKING")
        channel->traits.lockingConfigured = true;
}

/// What the attachments say about failover; nothing when the answer has none of them.
void readFailover(const JsonReader &json, Channel *channel)
{
    if (!json.json().value("inputAttachments"_L1).isArray())
        return;
    ChannelTraits &traits = channel->traits;
    traits.hasFailoverPair = false;
    traits.primaryPreferred = false;
    for (const InputAttachment &attachment : std::as_const(channel->inputAttachments)) {
        if (attachment.secondaryInputId.isEmpty())
            continue;
        traits.hasFailoverPair = true;
        if (attachment.inputPreference == u"PRIMARY_INPUT_PREFERRED")
            traits.primaryPreferred = true;
        else if (attachment.inputPreference != u"EQUAL_INPUT_PREFERENCE"
                 && !traits.primaryPreferred.value_or(false))
            traits.primaryPreferred.reset();
    }
}

void readRuntime(const JsonReader &json, Channel *channel)
{
    json.objects("usedChannelEngineVersions"_L1, [channel](const JsonReader &engine) {
        channel->usedEngines.append(engineFrom(engine));
    });
    json.objects("pipelineDetails"_L1, [channel](const JsonReader &detail) {
        channel->pipelineDetails.append({detail.string("pipelineId"_L1),
                                         detail.string("activeInputAttachmentName"_L1),
                                         detail.string("activeInputSwitchActionName"_L1)});
        // DescribeChannel has no list of used engines; each pipeline names its own.
        if (const auto engine = detail.object("channelEngineVersion"_L1)) {
            const EngineVersion used = engineFrom(*engine);
            if (!channel->usedEngines.contains(used))
                channel->usedEngines.append(used);
        }
    });
    if (const QJsonValue encoder = json.json().value("encoderSettings"_L1); encoder.isObject())
        readEncoder(encoder.toObject(), channel);
}

Channel channelFrom(const JsonReader &json)
{
    Channel channel;
    channel.id = requiredId(json);
    channel.name = json.string("name"_L1);
    channel.arn = json.string("arn"_L1);
    channel.state = json.string("state"_L1);
    channel.channelClass = json.string("channelClass"_L1);
    channel.logLevel = json.string("logLevel"_L1);
    channel.roleArn = json.string("roleArn"_L1);
    channel.pipelinesRunning = json.integer("pipelinesRunningCount"_L1);
    if (const auto specification = json.object("inputSpecification"_L1)) {
        channel.inputCodec = specification->string("codec"_L1);
        channel.inputBitrate = specification->string("maximumBitrate"_L1);
        channel.inputResolution = specification->string("resolution"_L1);
    }
    if (const auto cdi = json.object("cdiInputSpecification"_L1))
        channel.cdiResolution = cdi->string("resolution"_L1);
    json.objects("inputAttachments"_L1, [&channel](const JsonReader &attachment) {
        channel.inputAttachments.append(attachmentFrom(attachment));
    });
    readFailover(json, &channel);
    json.objects("destinations"_L1, [&channel](const JsonReader &destination) {
        channel.destinations.append(destinationFrom(destination));
    });
    json.objects("egressEndpoints"_L1, [&channel](const JsonReader &endpoint) {
        const QString ip = endpoint.string("sourceIp"_L1);
        if (!ip.isEmpty())
            channel.egressIps.append(ip);
    });
    if (const auto maintenance = json.object("maintenance"_L1)) {
        channel.maintenance = {maintenance->string("maintenanceDay"_L1),
                               maintenance->string("maintenanceStartTime"_L1),
                               lenientTime(*maintenance, "maintenanceDeadline"_L1),
                               lenientTime(*maintenance, "maintenanceScheduledDate"_L1)};
    }
    if (const auto engine = json.object("channelEngineVersion"_L1))
        channel.engine = engineFrom(*engine);
    if (const auto anywhere = json.object("anywhereSettings"_L1))
        channel.anywhereClusterId = anywhere->string("clusterId"_L1);
    channel.tags = json.stringMap("tags"_L1);
    readRuntime(json, &channel);
    return channel;
}

InputDestination inputDestinationFrom(const JsonReader &json)
{
    InputDestination destination;
    destination.ip = json.string("ip"_L1);
    destination.port = json.string("port"_L1);
    destination.url = withoutPassword(json.string("url"_L1));
    destination.network = json.string("network"_L1);
    if (const auto vpc = json.object("vpc"_L1))
        destination.availabilityZone = vpc->string("availabilityZone"_L1);
    return destination;
}

void readSources(const JsonReader &json, Input *input)
{
    json.objects("sources"_L1, [input](const JsonReader &source) {
        input->sources.append({withoutPassword(source.string("url"_L1)),
                               source.string("username"_L1), source.string("passwordParam"_L1)});
    });
    if (const auto srt = json.object("srtSettings"_L1)) {
        srt->objects("srtCallerSources"_L1, [input](const JsonReader &source) {
            const QString port = source.string("srtListenerPort"_L1);
            QString url = u"srt://"_s + source.string("srtListenerAddress"_L1);
            if (!port.isEmpty())
                url += u':' + port;
            input->sources.append({url, {}, {}});
        });
    }
    if (const auto multicast = json.object("multicastSettings"_L1)) {
        multicast->objects("sources"_L1, [input](const JsonReader &source) {
            input->sources.append({withoutPassword(source.string("url"_L1)), {}, {}});
        });
    }
}

Input inputFrom(const JsonReader &json)
{
    Input input;
    input.id = requiredId(json);
    input.name = json.string("name"_L1);
    input.arn = json.string("arn"_L1);
    input.state = json.string("state"_L1);
    input.type = json.string("type"_L1);
    input.inputClass = json.string("inputClass"_L1);
    input.sourceType = json.string("inputSourceType"_L1);
    input.networkLocation = json.string("inputNetworkLocation"_L1);
    input.roleArn = json.string("roleArn"_L1);
    input.attachedChannels = json.strings("attachedChannels"_L1);
    readSources(json, &input);
    json.objects("destinations"_L1, [&input](const JsonReader &destination) {
        input.destinations.append(inputDestinationFrom(destination));
    });
    input.securityGroups = json.strings("securityGroups"_L1);
    json.objects("mediaConnectFlows"_L1, [&input](const JsonReader &flow) {
        input.mediaConnectFlows.append(flow.string("flowArn"_L1));
    });
    json.objects("inputDevices"_L1, [&input](const JsonReader &device) {
        input.inputDevices.append(device.string("id"_L1));
    });
    input.partnerInputIds = json.strings("inputPartnerIds"_L1);
    input.sdiSources = json.strings("sdiSources"_L1);
    input.tags = json.stringMap("tags"_L1);
    return input;
}

ChannelAlert alertFrom(const JsonReader &json, const QString &channelId)
{
    return {channelId,
            requiredId(json),
            json.string("alertType"_L1),
            json.string("message"_L1),
            json.string("pipelineId"_L1),
            json.string("state"_L1),
            json.time("setTimestamp"_L1),
            json.time("clearedTimestamp"_L1)};
}

std::optional<Thumbnail> thumbnailFrom(const JsonReader &json, const QString &pipelineId)
{
    const QByteArray text = json.string("body"_L1).toLatin1().simplified().replace(' ', "");
    if (text.isEmpty())
        return std::nullopt;
    auto image = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!image) {
        json.reportProblem("body"_L1, u"is not base64"_s);
        return std::nullopt;
    }
    return Thumbnail{pipelineId, json.string("thumbnailType"_L1), json.string("contentType"_L1),
                     std::move(*image), json.time("timeStamp"_L1)};
}

/// Keeps one copy of texts that most items of a page have in common, such as states and versions:
/// ten thousand channels have five states, and every text of its own takes some fifty bytes more.
class SharedTexts
{
public:
    void share(QString &text)
    {
        if (!text.isEmpty())
            text = *m_texts.insert(text);
    }
    void share(QStringList &texts)
    {
        for (QString &text : texts)
            share(text);
    }
    void share(QMap<QString, QString> &texts)
    {
        QMap<QString, QString> shared;
        for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
            QString value = it.value();
            share(value);
            shared.insert(*m_texts.insert(it.key()), value);
        }
        texts = shared;
    }

private:
    QSet<QString> m_texts;
};

void share(SharedTexts &texts, Channel &channel)
{
    for (QString *text :
         {&channel.state, &channel.channelClass, &channel.logLevel, &channel.roleArn,
          &channel.inputCodec, &channel.inputBitrate, &channel.inputResolution,
          &channel.cdiResolution, &channel.maintenance.day, &channel.maintenance.startTime,
          &channel.engine.version, &channel.anywhereClusterId})
        texts.share(*text);
    for (EngineVersion &engine : channel.usedEngines)
        texts.share(engine.version);
    for (InputAttachment &attachment : channel.inputAttachments) {
        texts.share(attachment.name);
        texts.share(attachment.inputPreference);
    }
    for (ChannelDestination &destination : channel.destinations)
        texts.share(destination.id);
    texts.share(channel.tags);
}

void share(SharedTexts &texts, Input &input)
{
    for (QString *text : {&input.state, &input.type, &input.inputClass, &input.sourceType,
                          &input.networkLocation, &input.roleArn})
        texts.share(*text);
    for (InputDestination &destination : input.destinations) {
        for (QString *text :
             {&destination.port, &destination.network, &destination.availabilityZone})
            texts.share(*text);
    }
    texts.share(input.securityGroups);
    texts.share(input.tags);
}

template<typename T> Parsed<Page<T>> withSharedTexts(Parsed<Page<T>> page)
{
    SharedTexts texts;
    if (page) {
        for (T &item : page->items)
            share(texts, item);
    }
    return page;
}

template<typename T>
Parsed<Page<T>> decodePage(const QByteArray &body, QLatin1StringView key,
                           const std::function<T(const JsonReader &)> &read)
{
    return decodeObject<Page<T>>(body, [key, &read](const JsonReader &json) {
        Page<T> page;
        // An absent list is an empty one, unless the object is an error in a success's clothes.
        const bool isError = json.json().contains("message"_L1)
            || json.json().contains("Message"_L1) || json.json().contains("__type"_L1);
        if (isError && !json.json().contains(key))
            json.reportProblem(key, u"is missing"_s);
        json.objects(key, [&](const JsonReader &item) { page.items.append(read(item)); });
        page.nextToken = json.string("nextToken"_L1);
        return page;
    });
}

} // namespace

Parsed<Page<Channel>> channelsFromJson(const QByteArray &body)
{
    return withSharedTexts(decodePage<Channel>(body, "channels"_L1, channelFrom));
}

Parsed<Page<Input>> inputsFromJson(const QByteArray &body)
{
    return withSharedTexts(decodePage<Input>(body, "inputs"_L1, inputFrom));
}

Parsed<Channel> channelFromJson(const QByteArray &body)
{
    return decodeObject<Channel>(body, channelFrom);
}

Parsed<Input> inputFromJson(const QByteArray &body)
{
    return decodeObject<Input>(body, inputFrom);
}

Parsed<Page<ChannelAlert>> alertsFromJson(const QByteArray &body, const QString &channelId)
{
    return decodePage<ChannelAlert>(body, "alerts"_L1, [&channelId](const JsonReader &json) {
        return alertFrom(json, channelId);
    });
}

Parsed<QList<Thumbnail>> thumbnailsFromJson(const QByteArray &body)
{
    return decodeObject<QList<Thumbnail>>(body, [](const JsonReader &json) {
        QList<Thumbnail> thumbnails;
        json.objects("thumbnailDetails"_L1, [&thumbnails](const JsonReader &detail) {
            const QString pipelineId = detail.string("pipelineId"_L1);
            detail.objects("thumbnails"_L1, [&](const JsonReader &item) {
                if (auto thumbnail = thumbnailFrom(item, pipelineId))
                    thumbnails.append(std::move(*thumbnail));
            });
        });
        return thumbnails;
    });
}

} // namespace tallylight::aws
