// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>
#include <QList>
#include <QtGlobal>

#include <span>

namespace tallylight::demo {

/// What a simulated channel lives through, over and over.
enum class Plot : quint8 {
    Steady, ///< runs, nothing happens
    InputLoss, ///< one leg loses its source for a few minutes
    Failover, ///< the primary input dies, both legs move to the secondary and back
    Flapping, ///< one leg's source comes and goes within seconds
    Cycling, ///< started and stopped over and over; its last incident is cut off by the stop
    BlackSlate, ///< the source sends black
    Overload, ///< one encoder can't keep up: dropped frames and SVQ, no alert
    OutputErrors, ///< the destination answers 4xx, then 5xx
    Recovering, ///< a pipeline is replaced: state RECOVERING, one leg less
    OneLegDown, ///< RUNNING with one pipeline of two
    MetricGaps, ///< runs well, yet CloudWatch has holes
    Frozen, ///< the picture stands still
    Unlocked, ///< the two pipelines lose their lock
    Silence, ///< the sound is gone
    Idle, ///< stopped, never started
    CreateFailed, ///< never came into being
    UpdateFailed, ///< stopped, its last change refused
    Churn, ///< changes state every 100 s, in step with every tenth channel
};
constexpr int kPlotCount = 18;

/// One kind of trouble.
enum class IncidentKind : quint8 {
    InputLoss,
    Failover,
    Black,
    Overload,
    Output4xx,
    Output5xx,
    LegDown,
    MetricGap,
    Frozen,
    Unlocked,
    Silence,
};

/// Which pipelines an incident hits.
enum class Legs : quint8 {
    Both,
    Either, ///< one of them, another one each time by chance
    Second, ///< always pipeline 1
};

/// From \a at seconds into the cycle the channel is in \a state.
struct StateStep
{
    int at;
    QLatin1String state;
};

/// An incident that comes once per cycle, at \a start + up to \a startJitter seconds.
struct IncidentSpec
{
    IncidentKind kind;
    Legs legs;
    int start;
    int startJitter;
    int length;
    int lengthJitter;
};

/// A plot as data. Times are seconds from the start of a cycle, before the time factor; every
/// incident ends before its cycle does.
struct PlotSpec
{
    Plot plot;
    int period;
    std::span<const StateStep> states; ///< the first one starts at 0
    std::span<const IncidentSpec> incidents; ///< at most kMaxIncidentsPerCycle

    /// True when the channel is in the same state for ever.
    bool hasOneState() const { return states.size() == 1; }
};
constexpr int kMaxIncidentsPerCycle = 4;

const PlotSpec &plotSpec(Plot plot);

/// True for states in which a channel has pipelines at work and so publishes metrics.
bool isRunningState(QLatin1String state);

} // namespace tallylight::demo
