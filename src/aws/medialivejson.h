// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/alert.h"
#include "core/channel.h"
#include "core/input.h"
#include "core/thumbnail.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallylight::aws {

// Pure decoders of MediaLive's JSON (aws-facts §1.5). Unknown keys and unknown enumeration values
// are accepted, absent fields are empty; a wrong type, or an item without an id, makes the whole
// answer malformed and is named with its path. Passwords in URLs are masked.

/// ListChannels.
Parsed<Page<Channel>> channelsFromJson(const QByteArray &body);
/// ListInputs.
Parsed<Page<Input>> inputsFromJson(const QByteArray &body);
/// DescribeChannel, with pipeline details and output groups.
Parsed<Channel> channelFromJson(const QByteArray &body);
/// DescribeInput.
Parsed<Input> inputFromJson(const QByteArray &body);
/// ListAlerts; \a channelId is what was asked about, because the answer does not say.
Parsed<Page<ChannelAlert>> alertsFromJson(const QByteArray &body, const QString &channelId);
/// DescribeThumbnails: images decoded from base64; empty while there is none.
Parsed<QList<Thumbnail>> thumbnailsFromJson(const QByteArray &body);

} // namespace tallylight::aws
