// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/plot.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr QLatin1String kRunning("RUNNING");
constexpr QLatin1String kIdle("IDLE");
constexpr QLatin1String kStarting("STARTING");
constexpr QLatin1String kStopping("STOPPING");
constexpr QLatin1String kRecovering("RECOVERING");
constexpr QLatin1String kCreateFailed("CREATE_FAILED");
constexpr QLatin1String kUpdateFailed("UPDATE_FAILED");

constexpr std::array kAlwaysRunning{StateStep{0, kRunning}};
constexpr std::array kAlwaysIdle{StateStep{0, kIdle}};
constexpr std::array kNeverCreated{StateStep{0, kCreateFailed}};
constexpr std::array kNeverUpdated{StateStep{0, kUpdateFailed}};
constexpr std::array kUpAndDown{StateStep{0, kIdle}, StateStep{100, kStarting},
                                StateStep{130, kRunning}, StateStep{400, kStopping},
                                StateStep{420, kIdle}};
constexpr std::array kReplaced{StateStep{0, kRunning}, StateStep{120, kRecovering},
                               StateStep{190, kRunning}};
constexpr std::array kQuarters{StateStep{0, kRunning}, StateStep{100, kStopping},
                               StateStep{200, kIdle}, StateStep{300, kStarting}};

constexpr std::array kInputLoss{
    IncidentSpec{IncidentKind::InputLoss, Legs::Either, 40, 60, 120, 60}};
constexpr std::array kFailover{IncidentSpec{IncidentKind::Failover, Legs::Both, 60, 60, 200, 60}};
constexpr std::array kFlapping{IncidentSpec{IncidentKind::InputLoss, Legs::Second, 15, 5, 6, 6},
                               IncidentSpec{IncidentKind::InputLoss, Legs::Second, 50, 5, 8, 6},
                               IncidentSpec{IncidentKind::InputLoss, Legs::Second, 80, 5, 5, 8}};
// The loss would go on for minutes, but the stop at 400 s ends it.
constexpr std::array kCycling{IncidentSpec{IncidentKind::InputLoss, Legs::Both, 300, 40, 130, 0}};
constexpr std::array kBlack{IncidentSpec{IncidentKind::Black, Legs::Both, 40, 40, 110, 40}};
constexpr std::array kOverload{IncidentSpec{IncidentKind::Overload, Legs::Either, 50, 30, 120, 40}};
constexpr std::array kOutputErrors{
    IncidentSpec{IncidentKind::Output4xx, Legs::Either, 30, 20, 90, 20},
    IncidentSpec{IncidentKind::Output5xx, Legs::Either, 200, 20, 80, 20}};
constexpr std::array kRecoveringLeg{
    IncidentSpec{IncidentKind::LegDown, Legs::Second, 120, 0, 70, 0}};
constexpr std::array kOneLegDown{
    IncidentSpec{IncidentKind::LegDown, Legs::Second, 80, 40, 360, 60}};
constexpr std::array kMetricGaps{
    IncidentSpec{IncidentKind::MetricGap, Legs::Both, 30, 20, 70, 30},
    IncidentSpec{IncidentKind::MetricGap, Legs::Either, 180, 20, 60, 30}};
constexpr std::array kFrozen{IncidentSpec{IncidentKind::Frozen, Legs::Both, 50, 40, 150, 40}};
constexpr std::array kUnlocked{IncidentSpec{IncidentKind::Unlocked, Legs::Both, 60, 60, 180, 60}};
constexpr std::array kSilence{IncidentSpec{IncidentKind::Silence, Legs::Both, 40, 60, 120, 60}};

constexpr std::span<const IncidentSpec> kNothing;

// In the order of Plot.
constexpr std::array<PlotSpec, kPlotCount> kPlots{{
    {Plot::Steady, 600, kAlwaysRunning, kNothing},
    {Plot::InputLoss, 420, kAlwaysRunning, kInputLoss},
    {Plot::Failover, 540, kAlwaysRunning, kFailover},
    {Plot::Flapping, 120, kAlwaysRunning, kFlapping},
    {Plot::Cycling, 520, kUpAndDown, kCycling},
    {Plot::BlackSlate, 360, kAlwaysRunning, kBlack},
    {Plot::Overload, 330, kAlwaysRunning, kOverload},
    {Plot::OutputErrors, 400, kAlwaysRunning, kOutputErrors},
    {Plot::Recovering, 480, kReplaced, kRecoveringLeg},
    {Plot::OneLegDown, 780, kAlwaysRunning, kOneLegDown},
    {Plot::MetricGaps, 330, kAlwaysRunning, kMetricGaps},
    {Plot::Frozen, 450, kAlwaysRunning, kFrozen},
    {Plot::Unlocked, 600, kAlwaysRunning, kUnlocked},
    {Plot::Silence, 470, kAlwaysRunning, kSilence},
    {Plot::Idle, 600, kAlwaysIdle, kNothing},
    {Plot::CreateFailed, 600, kNeverCreated, kNothing},
    {Plot::UpdateFailed, 600, kNeverUpdated, kNothing},
    {Plot::Churn, 400, kQuarters, kNothing},
}};

} // namespace

const PlotSpec &plotSpec(Plot plot)
{
    return kPlots.at(static_cast<std::size_t>(plot));
}

bool isRunningState(QLatin1String state)
{
    return state == kRunning || state == kRecovering;
}

} // namespace tallylight::demo
