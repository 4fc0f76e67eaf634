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

/// How an alert ended.
enum class AlertEnding {
    Set, ///< it has not
    Recovered, ///< AWS said CLEARED while the channel ran
    ChannelStopped, ///< the channel stopped or restarted, which clears its alerts
    Unknown, ///< it was gone when somebody looked again, though AWS should still have told of it
    Gone, ///< it ended unseen: nobody had looked for longer than AWS tells of cleared alerts
};

/// An alert and what has become of it.
struct AlertRecord
{
    ChannelAlert alert;
    AlertEnding ending = AlertEnding::Set;
    QDateTime lastSeenSet; ///< UTC, this computer's clock; invalid when first seen after its end
    QDateTime endSeen; ///< UTC, when its end was noticed; invalid while set. When it ended is
                       ///< alert.clearedAt, if AWS has told.

    /// Of an alert without a past: one that AWS calls cleared has recovered.
    static AlertRecord of(const ChannelAlert &alert)
    {
        return {alert, alert.isSet() ? AlertEnding::Set : AlertEnding::Recovered, {}, {}};
    }
    bool isSet() const { return ending == AlertEnding::Set; }
    bool operator==(const AlertRecord &) const = default;
};

} // namespace tallylight
