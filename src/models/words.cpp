// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/words.h"

#include "models/errortext.h"
#include "models/timeformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct StateWord
{
    const char *aws;
    const char *word;
};

// The states and classes of aws-facts §1.5.
constexpr std::array kStateWords{
    StateWord{"CREATING", QT_TRANSLATE_NOOP("States", "Creating")},
    StateWord{"CREATE_FAILED", QT_TRANSLATE_NOOP("States", "Create failed")},
    StateWord{"IDLE", QT_TRANSLATE_NOOP("States", "Idle")},
    StateWord{"STARTING", QT_TRANSLATE_NOOP("States", "Starting")},
    StateWord{"RUNNING", QT_TRANSLATE_NOOP("States", "Running")},
    StateWord{"RECOVERING", QT_TRANSLATE_NOOP("States", "Recovering")},
    StateWord{"STOPPING", QT_TRANSLATE_NOOP("States", "Stopping")},
    StateWord{"DELETING", QT_TRANSLATE_NOOP("States", "Deleting")},
    StateWord{"DELETED", QT_TRANSLATE_NOOP("States", "Deleted")},
    StateWord{"UPDATING", QT_TRANSLATE_NOOP("States", "Updating")},
    StateWord{"UPDATE_FAILED", QT_TRANSLATE_NOOP("States", "Update failed")},
    StateWord{"DETACHED", QT_TRANSLATE_NOOP("States", "Detached")},
    StateWord{"ATTACHED", QT_TRANSLATE_NOOP("States", "Attached")},
    //: an alert that is active
    StateWord{"SET", QT_TRANSLATE_NOOP("States", "Set")},
    //: an alert that is over
    StateWord{"CLEARED", QT_TRANSLATE_NOOP("States", "Cleared")},
    //: a channel or input with two pipelines
    StateWord{"STANDARD", QT_TRANSLATE_NOOP("States", "Standard")},
    StateWord{"SINGLE_PIPELINE", QT_TRANSLATE_NOOP("States", "Single pipeline")},
    //: an input whose source does not change
    StateWord{"STATIC", QT_TRANSLATE_NOOP("States", "Static")},
    //: an input whose source is given when it is switched to
    StateWord{"DYNAMIC", QT_TRANSLATE_NOOP("States", "Dynamic")},
    // The types of inputs; names of protocols and products stay what they are.
    StateWord{"UDP_PUSH", QT_TRANSLATE_NOOP("States", "UDP push")},
    StateWord{"RTP_PUSH", QT_TRANSLATE_NOOP("States", "RTP push")},
    StateWord{"RTMP_PUSH", QT_TRANSLATE_NOOP("States", "RTMP push")},
    StateWord{"RTMP_PULL", QT_TRANSLATE_NOOP("States", "RTMP pull")},
    StateWord{"URL_PULL", QT_TRANSLATE_NOOP("States", "HLS pull")},
    StateWord{"MP4_FILE", QT_TRANSLATE_NOOP("States", "MP4 file")},
    StateWord{"TS_FILE", QT_TRANSLATE_NOOP("States", "Transport stream file")},
    StateWord{"MEDIACONNECT", QT_TRANSLATE_NOOP("States", "MediaConnect")},
    StateWord{"MEDIACONNECT_ROUTER", QT_TRANSLATE_NOOP("States", "MediaConnect router")},
    StateWord{"INPUT_DEVICE", QT_TRANSLATE_NOOP("States", "Elemental Link")},
    StateWord{"AWS_CDI", QT_TRANSLATE_NOOP("States", "AWS CDI")},
    StateWord{"SRT_CALLER", QT_TRANSLATE_NOOP("States", "SRT caller")},
    StateWord{"SRT_LISTENER", QT_TRANSLATE_NOOP("States", "SRT listener")},
    StateWord{"MULTICAST", QT_TRANSLATE_NOOP("States", "Multicast")},
    StateWord{"SMPTE_2110_RECEIVER_GROUP",
              QT_TRANSLATE_NOOP("States", "SMPTE 2110 receiver group")},
    StateWord{"SDI", QT_TRANSLATE_NOOP("States", "SDI")},
};

bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

StateLevel runningLevel(const Channel &channel)
{
    if (!channel.pipelinesRunning)
        return StateLevel::Unknown;
    if (*channel.pipelinesRunning <= 0)
        return StateLevel::Critical;
    const std::optional<int> expected = channel.pipelinesExpected();
    if (!expected)
        return StateLevel::Unknown;
    return *channel.pipelinesRunning < *expected ? StateLevel::Warning : StateLevel::Ok;
}

QString pipelinesReason(const PipelineHealth &health)
{
    if (!health.pipelinesRunning)
        return Words::tr("number of running pipelines unknown");
    if (!health.pipelinesExpected)
        return Words::tr("%n pipeline(s) running", nullptr, *health.pipelinesRunning);
    //: %1 and %2 are numbers of pipelines
    return Words::tr("%1 of %2 pipelines running")
        .arg(*health.pipelinesRunning)
        .arg(*health.pipelinesExpected);
}

QString alertReason(const PipelineHealth &health)
{
    if (!health.worstAlert.isEmpty()) {
        //: %1 is AWS's name for a kind of alert
        return Words::tr("alert: %1").arg(health.worstAlert);
    }
    const int count = health.setAlerts.value_or(0);
    return count > 0 ? Words::tr("%n alert(s) set", nullptr, count) : Words::tr("alert set");
}

} // namespace

bool isAtRest(const QString &channelState)
{
    return isOneOf(channelState,
                   {"IDLE"_L1, "STARTING"_L1, "STOPPING"_L1, "CREATING"_L1, "UPDATING"_L1,
                    "DELETING"_L1, "DELETED"_L1, "CREATE_FAILED"_L1, "UPDATE_FAILED"_L1});
}

StateLevel channelLevel(const Channel &channel, Trust trust)
{
    if (trust != Trust::Fresh)
        return StateLevel::Unknown;
    const QString &state = channel.state;
    if (state == "RUNNING"_L1)
        return runningLevel(channel);
    if (isOneOf(state, {"RECOVERING"_L1, "CREATE_FAILED"_L1, "UPDATE_FAILED"_L1}))
        return StateLevel::Critical;
    return isAtRest(state) ? StateLevel::Idle : StateLevel::Unknown;
}

StateLevel inputLevel(const Input &input, Trust trust)
{
    if (trust != Trust::Fresh)
        return StateLevel::Unknown;
    if (input.state == "ATTACHED"_L1)
        return StateLevel::Ok;
    if (isOneOf(input.state, {"DETACHED"_L1, "CREATING"_L1, "DELETING"_L1, "DELETED"_L1}))
        return StateLevel::Idle;
    return StateLevel::Unknown;
}

QString alertEndingWord(AlertEnding ending)
{
    switch (ending) {
    case AlertEnding::Set:
        //: How an alert ended: it has not
        return Words::tr("Still set");
    case AlertEnding::Recovered:
        //: How an alert ended: what it warned of is over
        return Words::tr("Recovered");
    case AlertEnding::ChannelStopped:
        //: How an alert ended: the channel stopped
        return Words::tr("Channel stopped");
    case AlertEnding::Gone:
        //: How an alert ended: while nobody looked
        return Words::tr("Ended unseen");
    case AlertEnding::Unknown:
        break;
    }
    //: How an alert ended
    return Words::tr("Not known");
}

QString alertEndingToolTip(AlertEnding ending)
{
    switch (ending) {
    case AlertEnding::Set:
        return Words::tr("The alert is set.");
    case AlertEnding::Recovered:
        return Words::tr("AWS cleared the alert while the channel was running.");
    case AlertEnding::ChannelStopped:
        return Words::tr("The channel stopped, which clears its alerts. It says nothing about the "
                         "cause.");
    case AlertEnding::Gone:
        return Words::tr("Nobody looked for more than five minutes; AWS does not tell of cleared "
                         "alerts for longer.");
    case AlertEnding::Unknown:
        break;
    }
    return Words::tr("AWS does not list the alert any more and does not say why.");
}

QString alertEndingKey(AlertEnding ending)
{
    switch (ending) {
    case AlertEnding::Set:
        return u"set"_s;
    case AlertEnding::Recovered:
        return u"recovered"_s;
    case AlertEnding::ChannelStopped:
        return u"channelStopped"_s;
    case AlertEnding::Gone:
        return u"gone"_s;
    case AlertEnding::Unknown:
        break;
    }
    return u"unknown"_s;
}

StateLevel alertLevel(const ChannelAlert &alert, Trust trust)
{
    if (trust != Trust::Fresh)
        return StateLevel::Unknown;
    if (alert.isSet())
        return isCriticalAlert(alert.alertType) ? StateLevel::Critical : StateLevel::Warning;
    return alert.state == "CLEARED"_L1 ? StateLevel::Idle : StateLevel::Unknown;
}

StateLevel levelOf(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Critical:
        return StateLevel::Critical;
    case HealthLevel::Warning:
        return StateLevel::Warning;
    case HealthLevel::Unknown:
        return StateLevel::Unknown;
    case HealthLevel::Ok:
        return StateLevel::Ok;
    case HealthLevel::Idle:
        return StateLevel::Idle;
    }
    return StateLevel::Unknown;
}

HealthVerdict judgeRow(const PipelineHealth &health, const Freshness &inventory,
                       const Freshness &alerts, const Freshness &metrics, const QDateTime &utcNow,
                       const JudgedBy &by)
{
    const bool hasValues
        = std::any_of(health.readings.begin(), health.readings.end(),
                      [](const MetricReading &reading) { return reading.hasValue(); });
    if (!hasValues || metrics.trust(utcNow) == Trust::Fresh)
        return judge(health, inventory, alerts, utcNow, by);

    // Old readings can neither accuse nor acquit.
    PipelineHealth withoutReadings = health;
    withoutReadings.readings = {};
    HealthVerdict verdict = judge(withoutReadings, inventory, alerts, utcNow, by);
    if (verdict.level == HealthLevel::Idle || verdict.reasons.contains(u"stale"_s))
        return verdict;
    verdict.level = worse(verdict.level, HealthLevel::Unknown);
    verdict.reasons << u"metricsStale"_s;
    return verdict;
}

QString levelName(StateLevel level)
{
    static constexpr std::array kNames{"critical"_L1, "warning"_L1, "unknown"_L1,
                                       "ok"_L1,       "idle"_L1,    "none"_L1};
    return kNames[static_cast<std::size_t>(level)];
}

QString levelWord(StateLevel level)
{
    switch (level) {
    case StateLevel::Critical:
        return Words::tr("Critical");
    case StateLevel::Warning:
        return Words::tr("Warning");
    case StateLevel::Unknown:
        return Words::tr("Unknown");
    case StateLevel::Ok:
        return Words::tr("OK");
    case StateLevel::Idle:
        return Words::tr("Idle");
    case StateLevel::None:
        return {};
    }
    return {};
}

QString stateWord(const QString &awsState)
{
    for (const StateWord &known : kStateWords) {
        if (awsState == QLatin1StringView(known.aws))
            return QCoreApplication::translate("States", known.word);
    }
    return awsState;
}

QString readingWord(ReadingStatus status)
{
    return status == ReadingStatus::Value ? QString() : observationWord(observationOf(status));
}

QString readingExplanation(ReadingStatus status)
{
    return status == ReadingStatus::Value ? QString()
                                          : observationExplanation(observationOf(status));
}

QString reasonText(const QString &reason, const PipelineHealth &health)
{
    if (reason == "state"_L1) {
        //: %1 is a channel state such as Recovering
        return Words::tr("channel state: %1").arg(stateWord(health.channelState));
    }
    if (reason == "pipelines"_L1)
        return pipelinesReason(health);
    if (reason == "alert"_L1)
        return alertReason(health);

    struct Known
    {
        QLatin1StringView id;
        QString words;
    };
    const std::array known{
        Known{"notRunning"_L1, Words::tr("not running")},
        Known{"starting"_L1, Words::tr("starting")},
        Known{"noInputYet"_L1, Words::tr("no input since the start")},
        Known{"alertMetric"_L1, Words::tr("alert counted by CloudWatch")},
        Known{"pipelinesLocked"_L1, Words::tr("pipelines not synchronised")},
        Known{"stale"_L1, Words::tr("not seen lately")},
        Known{"metricsStale"_L1, Words::tr("readings out of date")},
        Known{"alertsUnknown"_L1, Words::tr("alerts not known")},
        Known{"noData"_L1, Words::tr("readings missing")},
        Known{"activeOutputs"_L1, Words::tr("an output group writes nothing")},
        Known{"frameRate"_L1, Words::tr("no input video")},
        Known{"frameRateUnstable"_L1, Words::tr("frame rate unstable")},
        Known{"fill"_L1, Words::tr("fill frames")},
        Known{"inputLoss"_L1, Words::tr("input loss")},
        Known{"rtpLost"_L1, Words::tr("RTP packets lost")},
        Known{"inputErrors"_L1, Words::tr("input errors")},
        Known{"mediaQuality"_L1, Words::tr("low media quality")},
        Known{"droppedFrames"_L1, Words::tr("dropped frames")},
        Known{"svq"_L1, Words::tr("quality reduced to keep up")},
        Known{"output4xx"_L1, Words::tr("output errors (HTTP 4xx)")},
        Known{"output5xx"_L1, Words::tr("output errors (HTTP 5xx)")},
        Known{"primaryInput"_L1, Words::tr("on the backup input")},
    };
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&reason](const Known &row) { return row.id == reason; });
    return found == known.end() ? reason : found->words;
}

QString staleReason(const Freshness &freshness, const QDateTime &utcNow)
{
    const Trust trust = freshness.trust(utcNow);
    if (trust == Trust::Fresh)
        return {};
    QStringList lines;
    if (trust == Trust::NotObserved) {
        lines << Words::tr("Not observed yet.");
    } else {
        //: %1 is an age such as 5 min, %2 a time with its zone
        lines << Words::tr("Out of date: last seen %1 ago, %2.")
                     .arg(formatAge(*freshness.age(utcNow)), formatTimeBoth(freshness.observedAt));
        const StaleCause cause = freshness.staleCause(utcNow);
        if (cause != StaleCause::TooOld && cause != StaleCause::Failed)
            lines << observationExplanation(observationOf(freshness, utcNow));
    }
    if (freshness.error) {
        const QString title = errorTitle(*freshness.error);
        const QString advice = errorAdvice(*freshness.error);
        if (!title.isEmpty()) {
            //: %1 says what went wrong, %2 what can be done about it
            lines << Words::tr("%1. %2").arg(title, advice).trimmed();
        }
    }
    return lines.join(u'\n');
}

QString distrustReason(const std::optional<Observation> &own, const Freshness &freshness,
                       const QDateTime &utcNow)
{
    QStringList lines;
    if (own)
        lines << observationExplanation(*own);
    if (const QString stale = staleReason(freshness, utcNow); !stale.isEmpty())
        lines << stale;
    return lines.join(u'\n');
}

QString observedText(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    //: tool tip; %1 is a time with its zone
    return QCoreApplication::translate("Columns", "Observed %1").arg(formatTimeBoth(at));
}

QString observationLine(const Freshness &freshness, const QDateTime &utcNow)
{
    const QString stale = staleReason(freshness, utcNow);
    return stale.isEmpty() ? observedText(freshness.observedAt) : stale;
}

} // namespace tallylight::models
