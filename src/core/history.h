// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/freshness.h"
#include "core/input.h"
#include "core/metric.h"
#include "core/retention.h"
#include "core/settings.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight {

/// One recorded metric point. Points that were merged to save room keep their extremes, so that a
/// chart can draw an envelope around the value.
struct RecordedPoint
{
    QDateTime at; ///< start of its period, UTC
    double value = 0.0; ///< may be NaN when CloudWatch said so
    double low = 0.0; ///< equal to value for a point as CloudWatch gave it
    double high = 0.0;
    std::chrono::seconds period{60}; ///< never finer than what was asked for

    bool operator==(const RecordedPoint &) const = default;
};

/// A span of time that CloudWatch has answered for, in \a period or finer: where it holds no point
/// there was none, outside of it nobody has asked.
struct CoveredRange
{
    TimeRange range;
    std::chrono::seconds period{60};

    bool operator==(const CoveredRange &) const = default;
};

/// What the history has of one series.
struct RecordedSeries
{
    MetricQuery query;
    QList<RecordedPoint>
        points; ///< ascending; of the query's period, or coarser where only that is left
    QList<CoveredRange> covered; ///< ascending by start within a period

    /// The ranges covered in the query's own period or finer, joined.
    QList<TimeRange> coveredExactly() const;
    /// The ranges covered in any period, joined.
    QList<TimeRange> coveredAnyhow() const;
};

/// Since when a channel is in its state.
struct StateSince
{
    QString state;
    std::optional<int> pipelinesRunning;
    QDateTime at; ///< UTC; the change, or the first look when the change was not seen
    bool changeSeen = false; ///< otherwise the state began at \a at or before
    /// UTC; the same state was seen from here on, but not watched all the time; invalid when not.
    QDateTime earlier;

    bool operator==(const StateSince &) const = default;
};

/// What was known of a profile when it was last watched.
struct LastKnown
{
    QList<Observed<Channel>> channels; ///< each with the time it was last seen
    QList<Observed<Input>> inputs;
    QHash<QString, StateSince> states; ///< by channel id
    QList<ChannelAlert> alerts; ///< those set then
    QDateTime watchedUntil; ///< UTC; invalid when nothing was ever recorded

    bool isEmpty() const { return channels.isEmpty() && inputs.isEmpty(); }
};

/// Why recording does not work; words for it are made in the window.
struct RecordingTrouble
{
    enum class Kind {
        Unwritable, ///< the folder or the file can't be written to
        DiskFull,
        Locked, ///< another program has the file open for writing
        Corrupt, ///< the file was damaged; it is kept as keptAs and a new one begun
        NewerVersion, ///< written by a newer version; left untouched
        NoDriver, ///< Qt's SQLite driver is not installed
        Failed, ///< anything else; detail says what
    };

    Kind kind = Kind::Failed;
    QString file;
    QString detail; ///< the system's own words
    QString keptAs; ///< Corrupt only

    bool operator==(const RecordingTrouble &) const = default;
};

/// Where recording stands.
struct RecordingStatus
{
    enum class Phase {
        Off, ///< switched off, or there is no place for it
        Opening,
        Recording,
        Trouble, ///< nothing is written; tried again from time to time
    };

    Phase phase = Phase::Off;
    std::optional<RecordingTrouble> trouble; ///< also set beside Recording after a damaged file
    qint64 droppedPoints = 0; ///< metric points lost because writing was too slow or impossible
    qint64 droppedEvents = 0; ///< states, alerts, inventory changes lost likewise
    QDateTime writtenAt; ///< UTC; of the newest commit

    bool operator==(const RecordingStatus &) const = default;
};

/// What the operator decides about recording.
struct RecordingSettings
{
    bool enabled = true;
    Retention retention;

    bool operator==(const RecordingSettings &) const = default;
};

/// How recording is set in \a settings, and keeps it there.
RecordingSettings recordingSettings(const Settings &settings);
void keepRecordingSettings(Settings &settings, const RecordingSettings &recording);

/// How much one profile has in the history.
struct ProfileHistorySize
{
    QString profileId;
    qint64 points = 0; ///< in all resolutions
    qint64 events = 0; ///< states, alerts, inventory changes, call outcomes
    QDateTime oldest; ///< UTC; of the oldest thing kept

    bool operator==(const ProfileHistorySize &) const = default;
};

/// How much the history takes.
struct HistorySizes
{
    qint64 fileBytes = 0; ///< on disk, log included
    QList<ProfileHistorySize> profiles;

    bool operator==(const HistorySizes &) const = default;
};

} // namespace tallylight

Q_DECLARE_METATYPE(tallylight::RecordingStatus)
