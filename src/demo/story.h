// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cast.h"
#include "demo/plot.h"

#include <QLatin1String>
#include <QList>

#include <array>

namespace tallylight::demo {

/// A moment as milliseconds since 1970 UTC; the story is computed with nothing else.
using Moment = qint64;

/// A piece of trouble with a beginning and an end.
struct Incident
{
    IncidentKind kind = IncidentKind::InputLoss;
    quint8 legs = 0; ///< bit 0 and bit 1
    Moment from = 0;
    Moment to = 0; ///< exclusive
    quint64 number
        = 0; ///< counts the incidents of its channel; starts over where the channel restarts

    bool hits(int leg) const { return (legs >> leg & 1) != 0; }
};

/// The incidents of one turn of a channel's plot, in order of their beginning.
struct Turn
{
    std::array<Incident, kMaxIncidentsPerCycle> incidents{};
    int count = 0;

    const Incident *begin() const { return incidents.data(); }
    const Incident *end() const { return incidents.data() + count; }
};

/// What a channel does at one moment.
struct ChannelMoment
{
    QLatin1String state;
    std::array<bool, 2> legRunning{false, false};
    bool onSecondary = false; ///< both legs take the second input of a failover pair

    int pipelinesRunning() const { return int(legRunning[0]) + int(legRunning[1]); }
    bool operator==(const ChannelMoment &) const = default;
};

/// What happens in a simulated region, when. Pure arithmetic on seed, channel and time: nothing is
/// stored, any moment of past or future can be asked for in any order, and the answer is always the
/// same.
class Story
{
public:
    /// \a cast must outlive the story. \a timeFactor divides all durations.
    Story(const Cast &cast, double timeFactor);

    const Cast &cast() const { return m_cast; }

    QLatin1String state(int channel, Moment at) const;
    ChannelMoment channelAt(int channel, Moment at) const;
    /// True while the channel's state says that pipelines work.
    bool isRunning(int channel, Moment at) const;
    /// True when the channel runs at some moment of [\a from, \a to).
    bool runsWithin(int channel, Moment from, Moment to) const;

    /// Which turn of its plot a channel is in.
    qint64 turnAt(int channel, Moment at) const;
    Turn turn(int channel, qint64 number) const;
    /// Everything that is going on at some moment of [\a from, \a to), oldest first.
    QList<Incident> incidents(int channel, Moment from, Moment to) const;

private:
    struct Rhythm
    {
        Moment period;
        Moment phase;
    };
    Rhythm rhythm(int channel) const;
    Moment scaled(int seconds) const;

    const Cast &m_cast;
    double m_timeFactor;
};

} // namespace tallylight::demo
