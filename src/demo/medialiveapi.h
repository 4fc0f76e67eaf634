// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/alertscript.h"
#include "demo/apimessage.h"
#include "demo/channelshape.h"
#include "demo/inputshape.h"
#include "demo/testcard.h"

#include <functional>
#include <variant>

namespace tallylight::demo {

/// A good answer, or what is wrong with the request.
using ApiResult = std::variant<ApiReply, ApiFailure>;

/// MediaLive's part of the region: lists, descriptions, alerts, thumbnails (aws-facts §1).
class MediaLiveApi
{
public:
    /// The arguments must outlive this.
    MediaLiveApi(const Story &story, const AlertScript &alerts, const TestCardPainter &painter);

    /// Answers \a call as of \a now. Knows nothing of signatures and limits.
    ApiResult answer(const ApiCall &call, const ApiRequest &request, Moment now) const;

private:
    /// The slice of a list that a request asks for.
    struct Page
    {
        int first = 0;
        int count = 0;
        QString nextToken;
    };
    using PageOrFailure = std::variant<Page, ApiFailure>;
    PageOrFailure pageOf(const ApiCall &call, const ApiRequest &request, int total) const;
    ApiResult list(const ApiCall &call, const ApiRequest &request, QLatin1String key, int total,
                   const std::function<void(JsonShapeWriter &, int)> &writeItem) const;

    ApiResult describeChannel(const ApiCall &call, Moment now) const;
    ApiResult describeInput(const ApiCall &call) const;
    ApiResult listAlerts(const ApiCall &call, const ApiRequest &request, Moment now) const;
    ApiResult describeThumbnails(const ApiCall &call, const ApiRequest &request, Moment now) const;

    const Story &m_story;
    const AlertScript &m_alerts;
    const TestCardPainter &m_painter;
    ChannelShape m_channels;
    InputShape m_inputs;
};

} // namespace tallylight::demo
