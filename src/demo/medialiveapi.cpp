// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/medialiveapi.h"

#include "demo/pagetoken.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

// AWS documents neither (aws-facts §1.3).
constexpr int kDefaultPageSize = 100;
constexpr int kLargestPage = 1000;

ApiFailure badRequest(const QString &message)
{
    return {400, u"BadRequestException"_s, message};
}

ApiFailure notFound(const QString &what, const QString &id)
{
    return {404, u"NotFoundException"_s, what + u' ' + id + " not found"_L1};
}

ApiReply jsonReply(JsonShapeWriter &writer)
{
    ApiReply reply;
    reply.contentType = "application/json";
    reply.body = writer.take();
    return reply;
}

void writeAlert(JsonShapeWriter &out, const ChannelAlert &alert)
{
    out.beginStructure();
    out.field("alertType"_L1, alert.alertType);
    if (alert.clearedAt.isValid())
        out.field("clearedTimestamp"_L1, alert.clearedAt.toString(Qt::ISODateWithMs));
    out.field("id"_L1, alert.id);
    out.field("message"_L1, alert.message);
    out.field("pipelineId"_L1, alert.pipelineId);
    out.field("setTimestamp"_L1, alert.setAt.toString(Qt::ISODateWithMs));
    out.field("state"_L1, alert.state);
    out.endStructure();
}

} // namespace

MediaLiveApi::MediaLiveApi(const Story &story, const AlertScript &alerts,
                           const TestCardPainter &painter)
    : m_story(story)
    , m_alerts(alerts)
    , m_painter(painter)
    , m_channels(story)
    , m_inputs(story.cast())
{
}

ApiResult MediaLiveApi::answer(const ApiCall &call, const ApiRequest &request, Moment now) const
{
    if (call.operation == "ListChannels"_L1)
        return list(
            call, request, "channels"_L1, m_story.cast().channelCount(),
            [this, now](JsonShapeWriter &out, int i) { m_channels.writeSummary(out, i, now); });
    if (call.operation == "ListInputs"_L1)
        return list(call, request, "inputs"_L1, m_story.cast().inputCount(),
                    [this](JsonShapeWriter &out, int i) { m_inputs.write(out, i); });
    if (call.operation == "DescribeChannel"_L1)
        return describeChannel(call, now);
    if (call.operation == "DescribeInput"_L1)
        return describeInput(call);
    if (call.operation == "ListAlerts"_L1)
        return listAlerts(call, request, now);
    return describeThumbnails(call, request, now);
}

MediaLiveApi::PageOrFailure MediaLiveApi::pageOf(const ApiCall &call, const ApiRequest &request,
                                                 int total) const
{
    int size = kDefaultPageSize;
    if (const QString wanted = request.queryValue("maxResults"); !wanted.isNull()) {
        bool ok = false;
        size = wanted.toInt(&ok);
        if (!ok || size < 1)
            return badRequest("maxResults must be a positive integer, not '"_L1 + wanted + u'\'');
        size = std::min(size, kLargestPage);
    }
    Page page;
    // The token belongs to the resource too: one channel's alerts don't go on in another's.
    const QString list = call.operation + call.resourceId;
    if (const QString token = request.queryValue("nextToken"); !token.isEmpty()) {
        const std::optional<QList<qint64>> position = readPageToken(list, token);
        if (!position || position->size() != 1 || position->first() < 0)
            return badRequest(u"Invalid nextToken"_s);
        page.first = static_cast<int>(std::min<qint64>(position->first(), total));
    }
    page.count = std::min(size, total - page.first);
    if (page.first + page.count < total)
        page.nextToken = pageToken(list, {page.first + page.count});
    return page;
}

ApiResult MediaLiveApi::list(const ApiCall &call, const ApiRequest &request, QLatin1String key,
                             int total,
                             const std::function<void(JsonShapeWriter &, int)> &writeItem) const
{
    const PageOrFailure slice = pageOf(call, request, total);
    if (const auto *failure = std::get_if<ApiFailure>(&slice))
        return *failure;
    const Page &page = std::get<Page>(slice);
    JsonShapeWriter out;
    out.beginStructure();
    out.name(key);
    out.beginList();
    for (int i = page.first; i < page.first + page.count; ++i)
        writeItem(out, i);
    out.endList();
    if (!page.nextToken.isEmpty())
        out.field("nextToken"_L1, page.nextToken);
    out.endStructure();
    return jsonReply(out);
}

ApiResult MediaLiveApi::describeChannel(const ApiCall &call, Moment now) const
{
    const int channel = m_story.cast().channelIndex(call.resourceId);
    if (channel < 0)
        return notFound(u"Channel"_s, call.resourceId);
    JsonShapeWriter out;
    m_channels.writeDescription(out, channel, now);
    return jsonReply(out);
}

ApiResult MediaLiveApi::describeInput(const ApiCall &call) const
{
    const int input = m_story.cast().inputIndex(call.resourceId);
    if (input < 0)
        return notFound(u"Input"_s, call.resourceId);
    JsonShapeWriter out;
    m_inputs.write(out, input);
    return jsonReply(out);
}

ApiResult MediaLiveApi::listAlerts(const ApiCall &call, const ApiRequest &request, Moment now) const
{
    const int channel = m_story.cast().channelIndex(call.resourceId);
    if (channel < 0)
        return notFound(u"Channel"_s, call.resourceId);
    const QString filter = request.queryValue("stateFilter");
    if (!filter.isEmpty() && filter != "SET"_L1 && filter != "CLEARED"_L1 && filter != "ALL"_L1)
        return badRequest("stateFilter must be SET, CLEARED or ALL, not '"_L1 + filter + u'\'');
    QList<ChannelAlert> alerts = m_alerts.alertsAt(channel, now);
    if (filter == "SET"_L1 || filter == "CLEARED"_L1)
        alerts.removeIf([&filter](const ChannelAlert &alert) { return alert.state != filter; });
    return list(call, request, "alerts"_L1, static_cast<int>(alerts.size()),
                [&alerts](JsonShapeWriter &out, int i) { writeAlert(out, alerts.at(i)); });
}

ApiResult MediaLiveApi::describeThumbnails(const ApiCall &call, const ApiRequest &request,
                                           Moment now) const
{
    const int channel = m_story.cast().channelIndex(call.resourceId);
    if (channel < 0)
        return notFound(u"Channel"_s, call.resourceId);
    const QString pipeline = request.queryValue("pipelineId");
    if (pipeline != "0"_L1 && pipeline != "1"_L1)
        return badRequest(u"pipelineId must be 0 or 1"_s);
    if (request.queryValue("thumbnailType") != "CURRENT_ACTIVE"_L1)
        return badRequest(u"thumbnailType must be CURRENT_ACTIVE"_s);
    const ChannelMoment moment = m_story.channelAt(channel, now);
    if (!isRunningState(moment.state))
        return badRequest("Channel "_L1 + call.resourceId + " is not running"_L1);

    const int leg = pipeline == "1"_L1 ? 1 : 0;
    JsonShapeWriter out;
    out.beginStructure();
    out.name("thumbnailDetails"_L1);
    out.beginList();
    if (moment.legRunning.at(static_cast<std::size_t>(leg))) {
        const TestCard card = m_painter.cardFor(channel, leg, now);
        out.beginStructure();
        out.field("pipelineId"_L1, pipeline);
        out.name("thumbnails"_L1);
        out.beginList();
        out.beginStructure();
        out.field("body"_L1, QString::fromLatin1(card.jpeg.toBase64()));
        out.field("contentType"_L1, "image/jpeg"_L1);
        out.field("thumbnailType"_L1, "CURRENT_ACTIVE"_L1);
        out.field(
            "timeStamp"_L1,
            QDateTime::fromMSecsSinceEpoch(card.takenAt, Qt::UTC).toString(Qt::ISODateWithMs));
        out.endStructure();
        out.endList();
        out.endStructure();
    }
    out.endList();
    out.endStructure();
    return jsonReply(out);
}

} // namespace tallylight::demo
