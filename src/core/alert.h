// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace tallylight {

/// One channel alert of ListAlerts. \a id is unique only within its channel and starts again when
/// the channel restarts, so the key is (profile, channel, id, set time) (aws-facts §1.5).
struct ChannelAlert
{
    QString channelId; ///< not on the wire; filled in from the request
    QString id;
    QString alertType;
    QString message;
    QString pipelineId;
    QString state; ///< SET, CLEARED
    QDateTime setAt; ///< UTC
    QDateTime clearedAt; ///< UTC; invalid while set

    bool isSet() const { return state == u"SET"; }
    bool operator==(const ChannelAlert &) const = default;
};

} // namespace tallylight
