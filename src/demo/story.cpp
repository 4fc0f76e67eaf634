// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/story.h"

#include "demo/demohash.h"

#include <algorithm>

namespace tallylight::demo {

namespace {

constexpr qint64 floorDivided(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

quint8 legsOf(Legs legs, bool standard, quint64 chance)
{
    if (!standard)
        return 0b01;
    switch (legs) {
    case Legs::Both:
        return 0b11;
    case Legs::Second:
        return 0b10;
    case Legs::Either:
        return (chance & 1) != 0 ? 0b10 : 0b01;
    }
    return 0b11;
}

} // namespace

Story::Story(const Cast &cast, double timeFactor)
    : m_cast(cast)
    , m_timeFactor(std::clamp(timeFactor, 0.01, 1000.0))
{
}

Moment Story::scaled(int seconds) const
{
    return static_cast<Moment>(seconds * 1000.0 / m_timeFactor);
}

Story::Rhythm Story::rhythm(int channel) const
{
    const Plot plot = m_cast.channel(channel).plot;
    const Moment period = std::max<Moment>(1, scaled(plotSpec(plot).period));
    const quint64 chance = m_cast.channelHash(channel, 0x5747);
    if (plot == Plot::Churn) {
        // Every tenth channel in step, so that a tenth of them changes every 10 s; who starts where
        // differs.
        const Moment step = scaled(10) * (channel % 10);
        return {period, step + scaled(100) * static_cast<Moment>(chance % 4)};
    }
    return {period, static_cast<Moment>(chance % static_cast<quint64>(period))};
}

qint64 Story::turnAt(int channel, Moment at) const
{
    const Rhythm beat = rhythm(channel);
    return floorDivided(at - beat.phase, beat.period);
}

QLatin1String Story::state(int channel, Moment at) const
{
    const PlotSpec &spec = plotSpec(m_cast.channel(channel).plot);
    if (spec.hasOneState())
        return spec.states.front().state;
    const Rhythm beat = rhythm(channel);
    const Moment into = at - beat.phase - floorDivided(at - beat.phase, beat.period) * beat.period;
    QLatin1String state = spec.states.front().state;
    for (const StateStep &step : spec.states) {
        if (into >= scaled(step.at))
            state = step.state;
    }
    return state;
}

bool Story::isRunning(int channel, Moment at) const
{
    return isRunningState(state(channel, at));
}

bool Story::runsWithin(int channel, Moment from, Moment to) const
{
    const PlotSpec &spec = plotSpec(m_cast.channel(channel).plot);
    if (spec.hasOneState())
        return isRunningState(spec.states.front().state);
    if (from >= to)
        return false;
    if (isRunning(channel, from))
        return true;
    const Rhythm beat = rhythm(channel);
    for (qint64 turn = turnAt(channel, from); turn <= turnAt(channel, to - 1); ++turn) {
        for (const StateStep &step : spec.states) {
            const Moment start = beat.phase + turn * beat.period + scaled(step.at);
            if (isRunningState(step.state) && start >= from && start < to)
                return true;
        }
    }
    return false;
}

Turn Story::turn(int channel, qint64 number) const
{
    const ChannelRole &role = m_cast.channel(channel);
    const PlotSpec &spec = plotSpec(role.plot);
    Turn turn;
    if (spec.incidents.empty())
        return turn;
    const Rhythm beat = rhythm(channel);
    const Moment start = beat.phase + number * beat.period;
    const quint64 chance = m_cast.channelHash(channel, 0x7099) ^ static_cast<quint64>(number);

    // Where a channel runs only for part of the turn, its trouble ends with it.
    Moment cutOff = start + beat.period;
    for (std::size_t i = 0; i < spec.states.size(); ++i) {
        const bool stopsHere = i > 0 && isRunningState(spec.states[i - 1].state)
            && !isRunningState(spec.states[i].state);
        if (stopsHere)
            cutOff = start + scaled(spec.states[i].at);
    }
    const bool restarts = !spec.hasOneState() && role.plot == Plot::Cycling;
    for (std::size_t i = 0; i < spec.incidents.size(); ++i) {
        const IncidentSpec &wanted = spec.incidents[i];
        const double late = unitFraction(hashOf(chance, i, 1ULL));
        const double longer = unitFraction(hashOf(chance, i, 2ULL));
        Incident incident;
        incident.kind = wanted.kind;
        incident.legs = legsOf(wanted.legs, role.standard, hashOf(chance, i, 3ULL));
        incident.from = start + scaled(wanted.start)
            + static_cast<Moment>(static_cast<double>(scaled(wanted.startJitter)) * late);
        incident.to = incident.from + scaled(wanted.length)
            + static_cast<Moment>(static_cast<double>(scaled(wanted.lengthJitter)) * longer);
        incident.to = std::min(incident.to, cutOff);
        incident.number = (restarts ? 0 : static_cast<quint64>(number) * spec.incidents.size()) + i;
        if (incident.from < incident.to)
            turn.incidents.at(static_cast<std::size_t>(turn.count++)) = incident;
    }
    return turn;
}

QList<Incident> Story::incidents(int channel, Moment from, Moment to) const
{
    QList<Incident> found;
    if (from >= to || plotSpec(m_cast.channel(channel).plot).incidents.empty())
        return found;
    const qint64 last = turnAt(channel, to - 1);
    for (qint64 number = turnAt(channel, from); number <= last; ++number) {
        for (const Incident &incident : turn(channel, number)) {
            if (incident.from < to && incident.to > from)
                found << incident;
        }
    }
    return found;
}

ChannelMoment Story::channelAt(int channel, Moment at) const
{
    ChannelMoment moment;
    moment.state = state(channel, at);
    if (!isRunningState(moment.state))
        return moment;
    moment.legRunning = {true, m_cast.channel(channel).standard};
    if (plotSpec(m_cast.channel(channel).plot).incidents.empty())
        return moment;
    for (const Incident &incident : turn(channel, turnAt(channel, at))) {
        if (at < incident.from || at >= incident.to)
            continue;
        if (incident.kind == IncidentKind::Failover)
            moment.onSecondary = true;
        for (std::size_t leg = 0; leg < 2; ++leg) {
            if (incident.kind == IncidentKind::LegDown && incident.hits(static_cast<int>(leg)))
                moment.legRunning.at(leg) = false;
        }
    }
    return moment;
}

} // namespace tallylight::demo
