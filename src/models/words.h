// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/freshness.h"
#include "core/health.h"
#include "core/input.h"
#include "models/observation.h"
#include "models/roles.h"

#include <QString>

#include <optional>

namespace tallylight::models {

/// True for channel states in which nothing runs, so that there is nothing to measure; false for
/// words this version doesn't know.
bool isAtRest(const QString &channelState);

/// How a channel's state looks on its own, without alerts and metrics; Unknown unless \a trust is
/// Fresh.
StateLevel channelLevel(const Channel &channel, Trust trust);

/// How an input's state looks; Unknown unless \a trust is Fresh.
StateLevel inputLevel(const Input &input, Trust trust);

/// Set alerts are Critical or Warning, cleared ones Idle; Unknown unless \a trust is Fresh.
StateLevel alertLevel(const ChannelAlert &alert, Trust trust);
/// How an alert ended, for a cell, and in a sentence.
QString alertEndingWord(AlertEnding ending);
QString alertEndingToolTip(AlertEnding ending);
/// The same as a stable key for exports: "set", "recovered", "channelStopped", "unknown", "gone".
QString alertEndingKey(AlertEnding ending);

/// The same scale for a verdict on health.
StateLevel levelOf(HealthLevel level);

/// The verdict on a row of Channels Health: judge() by \a by, and beyond it never OK (nor
/// anything else) on readings that are stale, which adds the reason "metricsStale".
HealthVerdict judgeRow(const PipelineHealth &health, const Freshness &inventory,
                       const Freshness &alerts, const Freshness &metrics, const QDateTime &utcNow,
                       const JudgedBy &by);

/// "critical", "warning", "unknown", "ok", "idle", "none": the same in every language, for exports.
QString levelName(StateLevel level);

/// "Critical", "Warning", "Unknown", "OK", "Idle"; empty for None.
QString levelWord(StateLevel level);

/// AWS's word for a state or class in the user's language ("CREATE_FAILED" becomes "Create
/// failed"); words this version doesn't know are given back as they came.
QString stateWord(const QString &awsState);

/// The short word a cell shows when a reading has no value: "not running", "n/a", "forbidden", …
/// Empty for Value.
QString readingWord(ReadingStatus status);

/// A sentence for the tool tip of such a cell.
QString readingExplanation(ReadingStatus status);

/// One reason of a HealthVerdict in words, with what is known about it: "1 of 2 pipelines running".
QString reasonText(const QString &reason, const PipelineHealth &health);

/// Why something observed like \a freshness can't be believed at \a utcNow; empty when it can.
QString staleReason(const Freshness &freshness, const QDateTime &utcNow);

/// The same for a cell that has a trouble of its own (\a own) beside that of its freshness.
QString distrustReason(const std::optional<Observation> &own, const Freshness &freshness,
                       const QDateTime &utcNow);

/// "Observed" and the time with its zone; empty for an invalid time.
QString observedText(const QDateTime &at);

/// When something was observed, or why it can't be believed; for tool tips.
QString observationLine(const Freshness &freshness, const QDateTime &utcNow);

} // namespace tallylight::models
