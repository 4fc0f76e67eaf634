// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/history.h"

#include <QList>
#include <QSet>
#include <QString>

#include <variant>

namespace tallylight::storage {

/// The two kinds of inventory; the numbers are in the file.
enum class ItemKind { Channel = 0, Input = 1 };

// What is waiting to be written. Times are UTC.

/// Channels as seen at \a at; those that are known like this already change nothing.
struct ChannelsSeen
{
    QList<Channel> channels;
    QDateTime at;
};

struct InputsSeen
{
    QList<Input> inputs;
    QDateTime at;
};

/// A complete sweep that began at \a at: everything else of this kind is gone.
struct SweepDone
{
    ItemKind kind = ItemKind::Channel;
    QSet<QString> ids;
    QDateTime at;
};

struct StateEntered
{
    QString channelId;
    StateSince since;
    std::chrono::seconds expectedEvery{10};
};

struct AlertSeen
{
    ChannelAlert alert;
    AlertEnding ending = AlertEnding::Set;
    QDateTime at;
};

struct CallDone
{
    Service service = Service::MediaLive;
    ErrorCategory error = ErrorCategory::None;
    QDateTime at;
    int requests = 0;
    int metrics = 0;
};

struct PointsAsked
{
    QList<MetricSeries> series;
    TimeRange covered; ///< what the answer is final for
};

struct Watched
{
    QDateTime at;
    std::chrono::seconds expectedEvery{10};
};

struct ProfileForgotten
{
};

/// One thing to write about one profile.
struct HistoryEvent
{
    QString profileId;
    std::variant<ChannelsSeen, InputsSeen, SweepDone, StateEntered, AlertSeen, CallDone,
                 PointsAsked, Watched, ProfileForgotten>
        what;

    bool isPoints() const { return std::holds_alternative<PointsAsked>(what); }
    /// How much room it takes: its points or its items, one at least.
    qint64 weight() const;
};

} // namespace tallylight::storage
