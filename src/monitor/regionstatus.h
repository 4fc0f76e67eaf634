// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/costmeter.h"
#include "core/freshness.h"
#include "core/metric.h"
#include "monitor/credentialstate.h"
#include "monitor/metricpace.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::monitor {

/// Who wants everything to be asked for again.
enum class RefreshCause {
    Person, ///< who can also answer a prompt
    Itself, ///< the program, after sleep or when the network is back
};

/// Where a region's watching stands, apart from what its data say.
enum class Phase {
    WaitingForCredentials, ///< the keychain has not answered yet
    CredentialsProblem, ///< no usable credentials; nothing can be asked
    Live,
    Paused, ///< by the user; nothing is renewed
    Stopped,
};

/// One region as the side bar and the General page show it; a value, remade on every change.
struct RegionStatus
{
    QString profileId;
    Phase phase = Phase::Stopped;
    SecretProblem secretProblem = SecretProblem::None;
    QString secretDetail; ///< the keychain's own words, redacted
    CredentialState credentials; ///< how long what is signed with lasts, and what renews it
    Freshness channels; ///< of the newest complete ListChannels sweep
    Freshness inputs;
    Freshness alerts; ///< of the slowest running channel's ListAlerts
    std::optional<std::chrono::milliseconds>
        alertTurn; ///< how long it took to ask every running channel once, the last time
    Freshness metrics; ///< of the newest GetMetricData round; never observed while nobody looks
    Freshness identity;
    std::optional<CallerIdentity> caller;
    CallStats medialive;
    CallStats cloudwatch;
    CallStats sts;
    MetricPace metricPace; ///< what the budget makes of what is wanted of CloudWatch
    CostSummary cost; ///< of CloudWatch
    double budgetUsd = 0.0; ///< of the calendar month, UTC
    QDate pricesAsOf; ///< of the prices cost was made with
    qint64 clockOffsetSeconds = 0; ///< server minus this computer, as last measured
    int channelCount = 0;
    int runningCount = 0;
    int inputCount = 0;
    bool refreshing = false; ///< an inventory sweep is under way
    int refreshedItems = 0; ///< rows it has brought so far
    QDateTime nextRefresh; ///< UTC; invalid while paused or refreshing
};

} // namespace tallylight::monitor

Q_DECLARE_METATYPE(tallylight::monitor::RegionStatus)
