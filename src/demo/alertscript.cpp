// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/alertscript.h"

#include "demo/demohash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

AlertCue sourceGone(const QString &inputType)
{
    if (inputType.startsWith("RTMP"_L1))
        return {"RTMP Has No Audio/Video"_L1,
                "Pipeline %1: the RTMP connection is open, but carries neither audio nor video."_L1,
                0};
    if (inputType == "URL_PULL"_L1 || inputType == "MP4_FILE"_L1 || inputType == "TS_FILE"_L1)
        return {"HTTP Get Failed"_L1,
                "Pipeline %1: the source answers GET requests with an error or not at all."_L1, 0};
    if (inputType.startsWith("SRT"_L1) || inputType == "MEDIACONNECT_ROUTER"_L1)
        return {"Input Resource is Inaccessible"_L1,
                "Pipeline %1: the input resource can't be reached."_L1, 0};
    return {"Stopped Receiving UDP Input"_L1,
            "Pipeline %1: no packets have been received for at least 1000 ms."_L1, 0};
}

void push(AlertCues &cues, const AlertCue &cue)
{
    cues.cues.at(static_cast<std::size_t>(cues.count++)) = cue;
}

} // namespace

AlertScript::AlertScript(const Story &story)
    : m_story(story)
{
}

AlertCues AlertScript::cuesFor(int channel, IncidentKind kind) const
{
    AlertCues cues;
    switch (kind) {
    case IncidentKind::InputLoss:
        push(cues, sourceGone(m_story.cast().inputTypeOf(channel)));
        push(cues,
             {"Video Not Detected"_L1, "Pipeline %1: no video has been found in the input."_L1,
              3000});
        break;
    case IncidentKind::Failover:
        push(cues,
             {"Input Failed Over"_L1, "Pipeline %1: the input failed over from main to backup."_L1,
              0});
        break;
    case IncidentKind::Black:
        push(cues,
             {"Black Video Detected"_L1,
              "Pipeline %1: the picture has been black for at least 5 seconds."_L1, 5000});
        break;
    case IncidentKind::Output4xx:
        push(cues,
             {"Failed HTTP Post Output Request"_L1,
              "Pipeline %1: the destination refuses segments with HTTP 403."_L1, 2000});
        break;
    case IncidentKind::Output5xx:
        push(cues,
             {"Failed HTTP Post Output Request"_L1,
              "Pipeline %1: the destination answers segments with HTTP 503."_L1, 2000});
        break;
    case IncidentKind::Frozen:
        push(cues,
             {"The MQCS score is low for this pipeline"_L1,
              "Pipeline %1: the media quality confidence score has dropped to 20."_L1, 8000});
        break;
    case IncidentKind::Unlocked:
        push(cues,
             {"Timecode Synchronization Threshold Exceeded"_L1,
              "Pipeline %1: the timecodes of the pipelines are too far apart to lock."_L1, 1000});
        break;
    case IncidentKind::Silence:
        push(cues,
             {"Audio Not Detected"_L1, "Pipeline %1: no audio has been found in the input."_L1,
              3000});
        break;
    case IncidentKind::Overload:
    case IncidentKind::LegDown:
    case IncidentKind::MetricGap:
        break; // AWS raises no alert for these; only state and metrics tell
    }
    return cues;
}

QList<ChannelAlert> AlertScript::alertsAt(int channel, Moment at) const
{
    QList<ChannelAlert> alerts;
    const QString channelId = m_story.cast().channelId(channel);
    const QList<Incident> incidents = m_story.incidents(channel, at - kAlertMemory.count(), at + 1);
    for (const Incident &incident : incidents) {
        quint64 counter = incident.number * 4;
        for (int leg = 0; leg < 2; ++leg) {
            for (const AlertCue &cue : cuesFor(channel, incident.kind)) {
                ++counter;
                const Moment set = incident.from + cue.delay;
                if (!incident.hits(leg) || set >= incident.to || set > at)
                    continue;
                ChannelAlert alert;
                alert.channelId = channelId;
                alert.id = QString::number(mixed(counter), 16).rightJustified(16, u'0');
                alert.alertType = cue.type;
                alert.pipelineId = QString::number(leg);
                alert.message = QString(cue.message).arg(leg);
                alert.setAt = QDateTime::fromMSecsSinceEpoch(set, Qt::UTC);
                alert.state = incident.to > at ? u"SET"_s : u"CLEARED"_s;
                if (incident.to <= at)
                    alert.clearedAt = QDateTime::fromMSecsSinceEpoch(incident.to, Qt::UTC);
                alerts << alert;
            }
        }
    }
    std::stable_sort(
        alerts.begin(), alerts.end(),
        [](const ChannelAlert &a, const ChannelAlert &b) { return a.setAt < b.setAt; });
    return alerts;
}

int AlertScript::countWithin(int channel, const Incident &incident, int leg, Moment from,
                             Moment to) const
{
    if (!incident.hits(leg))
        return 0;
    int count = 0;
    for (const AlertCue &cue : cuesFor(channel, incident.kind)) {
        const Moment set = std::max(incident.from + cue.delay, from);
        count += set < std::min(incident.to, to) ? 1 : 0;
    }
    return count;
}

} // namespace tallylight::demo
