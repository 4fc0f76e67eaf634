// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/pagedjob.h"
#include "core/alert.h"
#include "core/channel.h"
#include "core/input.h"
#include "core/thumbnail.h"

#include <QString>

namespace tallylight::aws {

class Connection;

/// Which alerts ListAlerts is to give.
enum class AlertFilter { Set, Cleared, All };

/// The MediaLive calls a monitor needs. Jobs are returned not started and belong to \a parent until
/// they finish; an id that can't stand in a path makes a job end as BadRequest. The connection must
/// outlive the client.
class MediaLiveClient
{
public:
    explicit MediaLiveClient(Connection &connection);

    /// \a maxResults is a hint only; the ceiling is not documented (aws-facts §1.3).
    PagedJob<Channel> *listChannels(QObject *parent, int maxResults = 100);
    PagedJob<Input> *listInputs(QObject *parent, int maxResults = 100);
    TypedJob<Channel> *describeChannel(const QString &id, QObject *parent);
    TypedJob<Input> *describeInput(const QString &id, QObject *parent);
    PagedJob<ChannelAlert> *listAlerts(const QString &channelId, AlertFilter filter,
                                       QObject *parent);
    /// The newest still of one pipeline ("0" or "1"); an empty list while there is none. A channel
    /// that does not run may answer BadRequest.
    TypedJob<QList<Thumbnail>> *describeThumbnails(const QString &channelId,
                                                   const QString &pipelineId, QObject *parent);

private:
    Connection *m_connection;
};

} // namespace tallylight::aws
