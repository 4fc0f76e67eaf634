// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/observation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct Row
{
    Observation observation;
    const char *id;
    char16_t sign;
    const char *word;
    const char *explanation;
};

// In the order of the enumeration.
constexpr std::array kRows{
    Row{Observation::Fresh, "fresh", u' ', QT_TRANSLATE_NOOP("Observation", "up to date"),
        QT_TRANSLATE_NOOP("Observation", "Seen within the expected time.")},
    Row{Observation::Loading, "loading", u'…', QT_TRANSLATE_NOOP("Observation", "…"),
        QT_TRANSLATE_NOOP("Observation", "Asked for; the answer has not arrived yet.")},
    Row{Observation::Stale, "stale", u'~', QT_TRANSLATE_NOOP("Observation", "stale"),
        QT_TRANSLATE_NOOP("Observation",
                          "Seen once, but nothing newer has come in the expected time.")},
    Row{Observation::Paused, "paused", u'=', QT_TRANSLATE_NOOP("Observation", "paused"),
        QT_TRANSLATE_NOOP("Observation",
                          "Watching is paused, and what was seen before has become old.")},
    Row{Observation::Slowed, "slowed", u'$',
        //: a reading that is asked for more rarely to save money
        QT_TRANSLATE_NOOP("Observation", "slowed"),
        QT_TRANSLATE_NOOP("Observation",
                          "The region's CloudWatch budget has it asked for more rarely, or not at "
                          "all until the month ends.")},
    Row{Observation::Asleep, "asleep", u'z', QT_TRANSLATE_NOOP("Observation", "asleep"),
        QT_TRANSLATE_NOOP("Observation",
                          "The computer slept since then; nothing was seen meanwhile.")},
    Row{Observation::NetworkLost, "networkLost", u'%',
        QT_TRANSLATE_NOOP("Observation", "no network"),
        QT_TRANSLATE_NOOP("Observation", "The network was lost since then.")},
    Row{Observation::EarlierRun, "earlierRun", u'<',
        QT_TRANSLATE_NOOP("Observation", "from before"),
        QT_TRANSLATE_NOOP("Observation",
                          "Remembered from before Tallylight was started; not seen since.")},
    Row{Observation::ClockChanged, "clockChanged", u'@',
        QT_TRANSLATE_NOOP("Observation", "clock changed"),
        QT_TRANSLATE_NOOP("Observation",
                          "This computer's clock was set, so the age can't be told.")},
    Row{Observation::NotRunning, "notRunning", u'-',
        QT_TRANSLATE_NOOP("Observation", "not running"),
        QT_TRANSLATE_NOOP("Observation",
                          "The pipeline does not run, so there is nothing to measure.")},
    Row{Observation::Starting, "starting", u'>', QT_TRANSLATE_NOOP("Observation", "starting"),
        QT_TRANSLATE_NOOP("Observation",
                          "The pipeline has just been started; readings come within two minutes.")},
    Row{Observation::NotApplicable, "notApplicable", u'-',
        //: not applicable
        QT_TRANSLATE_NOOP("Observation", "n/a"),
        QT_TRANSLATE_NOOP("Observation",
                          "Does not apply here: the channel is not set up in a way that gives this "
                          "reading.")},
    Row{Observation::NotPublished, "notPublished", u'-',
        QT_TRANSLATE_NOOP("Observation", "not published"),
        QT_TRANSLATE_NOOP("Observation", "CloudWatch does not list this metric for the channel.")},
    Row{Observation::NoInputYet, "noInputYet", u'0',
        QT_TRANSLATE_NOOP("Observation", "no input yet"),
        QT_TRANSLATE_NOOP("Observation", "Nothing has been received since the pipeline started.")},
    Row{Observation::NoData, "noData", u'-', QT_TRANSLATE_NOOP("Observation", "no data"),
        QT_TRANSLATE_NOOP("Observation",
                          "CloudWatch has no recent data for it, which is normal for this reading. "
                          "That is not the same as zero.")},
    Row{Observation::Late, "late", u'…', QT_TRANSLATE_NOOP("Observation", "no data (late)"),
        QT_TRANSLATE_NOOP(
            "Observation",
            "The pipeline runs, but CloudWatch has no recent data for it. That is not "
            "the same as zero.")},
    Row{Observation::Throttled, "throttled", u'»', QT_TRANSLATE_NOOP("Observation", "throttled"),
        QT_TRANSLATE_NOOP("Observation", "AWS asked to slow down; it is asked again later.")},
    Row{Observation::Forbidden, "forbidden", u'×', QT_TRANSLATE_NOOP("Observation", "forbidden"),
        QT_TRANSLATE_NOOP("Observation",
                          "The credentials may not read CloudWatch metrics "
                          "(cloudwatch:GetMetricData).")},
    Row{Observation::Failed, "failed", u'!',
        //: a reading that could not be had
        QT_TRANSLATE_NOOP("Observation", "failed"),
        QT_TRANSLATE_NOOP("Observation", "AWS could not be asked, or did not answer.")},
    Row{Observation::OverBudget, "overBudget", u'¤',
        //: a reading that is not asked for, because the CloudWatch budget has no room for it
        QT_TRANSLATE_NOOP("Observation", "budget"),
        QT_TRANSLATE_NOOP("Observation",
                          "Not asked for, because the region's CloudWatch budget has no room for "
                          "it. Channel state and alerts are watched all the same; they cost "
                          "nothing.")},
    Row{Observation::NotObserved, "notObserved", u'?',
        QT_TRANSLATE_NOOP("Observation", "not observed"),
        QT_TRANSLATE_NOOP("Observation", "Not asked for yet.")},
};
static_assert(kRows.size() == kObservations.size());

const Row &rowOf(Observation observation)
{
    return kRows[static_cast<std::size_t>(observation)];
}

} // namespace

Observation observationOf(const Freshness &freshness, const QDateTime &utcNow)
{
    if (freshness.trust(utcNow) == Trust::NotObserved) {
        if (!freshness.error)
            return Observation::NotObserved;
        return freshness.error->category == ErrorCategory::Forbidden ? Observation::Forbidden
                                                                     : Observation::Failed;
    }
    switch (freshness.staleCause(utcNow)) {
    case StaleCause::None:
        return Observation::Fresh;
    case StaleCause::TooOld:
        return Observation::Stale;
    case StaleCause::Paused:
        return Observation::Paused;
    case StaleCause::Slowed:
        return Observation::Slowed;
    case StaleCause::Asleep:
        return Observation::Asleep;
    case StaleCause::NetworkLost:
        return Observation::NetworkLost;
    case StaleCause::EarlierRun:
        return Observation::EarlierRun;
    case StaleCause::ClockChanged:
        return Observation::ClockChanged;
    case StaleCause::Failed:
        break;
    }
    switch (freshness.error->category) {
    case ErrorCategory::Throttled:
        return Observation::Throttled;
    case ErrorCategory::Forbidden:
        return Observation::Forbidden;
    default:
        return Observation::Failed;
    }
}

Observation observationOf(ReadingStatus status)
{
    switch (status) {
    case ReadingStatus::NotObserved:
        return Observation::NotObserved;
    case ReadingStatus::Loading:
        return Observation::Loading;
    case ReadingStatus::Value:
        return Observation::Fresh;
    case ReadingStatus::NoData:
        return Observation::NoData;
    case ReadingStatus::NotPublished:
        return Observation::NotPublished;
    case ReadingStatus::NotRunning:
        return Observation::NotRunning;
    case ReadingStatus::Forbidden:
        return Observation::Forbidden;
    case ReadingStatus::Failed:
        return Observation::Failed;
    case ReadingStatus::Throttled:
        return Observation::Throttled;
    case ReadingStatus::Starting:
        return Observation::Starting;
    case ReadingStatus::NotApplicable:
        return Observation::NotApplicable;
    case ReadingStatus::NoInputYet:
        return Observation::NoInputYet;
    case ReadingStatus::Late:
        return Observation::Late;
    case ReadingStatus::OverBudget:
        return Observation::OverBudget;
    }
    return Observation::NotObserved;
}

QString observationId(Observation observation)
{
    return QString::fromLatin1(rowOf(observation).id);
}

QString observationWord(Observation observation)
{
    return QCoreApplication::translate("Observation", rowOf(observation).word);
}

QString observationExplanation(Observation observation)
{
    return QCoreApplication::translate("Observation", rowOf(observation).explanation);
}

QChar observationSign(Observation observation)
{
    return QChar(rowOf(observation).sign);
}

} // namespace tallylight::models
