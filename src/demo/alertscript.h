// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "demo/story.h"

#include <QList>

#include <array>
#include <chrono>

namespace tallylight::demo {

/// How long AWS still tells about an alert after it was cleared (aws-facts §1.5). Not sped up by a
/// time factor.
constexpr std::chrono::milliseconds kAlertMemory = std::chrono::minutes(5);

/// A kind of alert that an incident raises, \a delay after it begins.
struct AlertCue
{
    QLatin1String type;
    QLatin1String message; ///< %1 stands for the pipeline
    Moment delay = 0; ///< milliseconds
};

/// At most two alerts per incident and leg.
struct AlertCues
{
    std::array<AlertCue, 2> cues{};
    int count = 0;

    const AlertCue *begin() const { return cues.data(); }
    const AlertCue *end() const { return cues.data() + count; }
};

/// The alerts that a story raises. Pure, like the story itself.
class AlertScript
{
public:
    /// \a story must outlive the script.
    explicit AlertScript(const Story &story);

    /// What ListAlerts knows at \a at about a channel: everything set, and what was cleared less
    /// than five minutes before. Oldest first. Ids start over where a channel restarts, and are the
    /// same from one channel to the next, as AWS's are.
    QList<ChannelAlert> alertsAt(int channel, Moment at) const;

    /// How many alerts of pipeline \a leg are set at some moment of [\a from, \a to) because of \a
    /// incident.
    int countWithin(int channel, const Incident &incident, int leg, Moment from, Moment to) const;

private:
    AlertCues cuesFor(int channel, IncidentKind kind) const;

    const Story &m_story;
};

} // namespace tallylight::demo
