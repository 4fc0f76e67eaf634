// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channeldetailtext.h"

#include "models/errortext.h"
#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::StateLevel;

namespace {

// MediaLive makes one every two seconds, and each leg is asked for every five.
constexpr std::chrono::seconds kFreshPicture = 20s;
// Alerts that are over, per leg; the rest is counted.
constexpr int kEndedAlerts = 5;

struct DetailText
{
    Q_DECLARE_TR_FUNCTIONS(ChannelDetail)
};

QString ageText(const QDateTime &at, const QDateTime &utcNow)
{
    return models::formatAge(std::chrono::seconds(std::max<qint64>(0, at.secsTo(utcNow))));
}

QString inputName(const ChannelDetail &detail, const QString &id)
{
    const QString name = detail.inputNames.value(id);
    //: An input: %1 is its name, %2 its id
    return name.isEmpty() ? id : DetailText::tr("%1 (%2)").arg(name, id);
}

const PipelineDetail *pipelineDetail(const ChannelDetail &detail, const QString &pipeline)
{
    const auto &all = detail.channel.pipelineDetails;
    const auto found = std::find_if(all.begin(), all.end(), [&](const PipelineDetail &one) {
        return one.pipelineId == pipeline;
    });
    return found == all.end() ? nullptr : &*found;
}

/// What is to be said instead of a value that only DescribeChannel knows; empty when it has told.
QString describeGap(const ChannelDetail &detail)
{
    if (detail.described)
        return {};
    if (detail.description.error)
        return models::errorTitle(*detail.description.error);
    //: In the place of a value: nothing is asked for
    return detail.paused ? DetailText::tr("paused") : DetailText::tr("asking…");
}

QString describeToolTip(const ChannelDetail &detail, const QDateTime &utcNow)
{
    if (detail.description.error)
        return models::errorDetails(*detail.description.error);
    return models::staleReason(detail.description, utcNow);
}

Fact activeInputFact(const ChannelDetail &detail, const QString &pipeline, const QDateTime &utcNow)
{
    Fact fact;
    fact.label = DetailText::tr("Active input");
    fact.toolTip = describeToolTip(detail, utcNow);
    const QString gap = describeGap(detail);
    const PipelineDetail *leg = pipelineDetail(detail, pipeline);
    if (!gap.isEmpty()) {
        fact.value = gap;
        fact.level = detail.description.error ? StateLevel::Unknown : StateLevel::None;
    } else if (!leg || leg->activeInputAttachment.isEmpty()) {
        fact.value
            = detail.channel.isRunning() ? DetailText::tr("not reported") : DetailText::tr("none");
        fact.level = detail.channel.isRunning() ? StateLevel::Unknown : StateLevel::Idle;
    } else {
        fact.value = leg->activeInputAttachment;
    }
    if (detail.described && detail.description.trust(utcNow) != Trust::Fresh) {
        fact.level = StateLevel::Unknown;
        //: A value and the time since it was true: %1 the value, %2 a length of time
        fact.value = DetailText::tr("%1, %2 ago")
                         .arg(fact.value, ageText(detail.description.observedAt, utcNow));
    }
    return fact;
}

/// When an alert ended: what AWS says, or when its end was noticed.
QDateTime endOf(const AlertRecord &record)
{
    return record.alert.clearedAt.isValid() ? record.alert.clearedAt : record.endSeen;
}

QString endedText(const AlertRecord &record, models::TimeZoneChoice zone)
{
    //: An alert that is over: %1 is its kind, %2 how it ended, %3 and %4 when it was set and ended
    return DetailText::tr("%1 (%2), %3 – %4")
        .arg(record.alert.alertType, models::alertEndingWord(record.ending),
             models::formatTime(record.alert.setAt, zone), models::formatTime(endOf(record), zone));
}

Fact alertFact(const AlertRecord &record, const ChannelDetail &detail, const QDateTime &utcNow,
               models::TimeZoneChoice zone)
{
    const ChannelAlert &alert = record.alert;
    Fact fact;
    fact.level = record.isSet() ? models::alertLevel(alert, detail.alertFreshness.trust(utcNow))
                                : StateLevel::Idle;
    fact.toolTip = alert.message + u'\n' + models::formatTimeBoth(alert.setAt);
    if (record.isSet()) {
        //: An alert: %1 is its kind, %2 the time it was set
        fact.value = DetailText::tr("%1, since %2")
                         .arg(alert.alertType, models::formatTime(alert.setAt, zone));
    } else {
        fact.value = endedText(record, zone);
        fact.toolTip += u" – "_s + models::formatTimeBoth(endOf(record)) + u'\n'
            + models::alertEndingToolTip(record.ending);
    }
    return fact;
}

/// The set alerts of a pipeline and the newest of those that are over.
QList<Fact> alertFacts(const ChannelDetail &detail, const QString &pipeline,
                       const QDateTime &utcNow, models::TimeZoneChoice zone)
{
    QList<AlertRecord> own;
    for (const AlertRecord &record : detail.alerts) {
        if (record.alert.pipelineId == pipeline)
            own << record;
    }
    std::stable_sort(own.begin(), own.end(), [](const AlertRecord &a, const AlertRecord &b) {
        return a.isSet() != b.isSet() ? a.isSet() : a.alert.setAt > b.alert.setAt;
    });
    QList<Fact> facts;
    int ended = 0;
    for (const AlertRecord &record : std::as_const(own)) {
        if (record.isSet() || ++ended <= kEndedAlerts)
            facts << alertFact(record, detail, utcNow, zone);
    }
    if (!facts.isEmpty())
        facts.first().label = DetailText::tr("Alerts");
    if (ended > kEndedAlerts) {
        facts << Fact{{},
                      DetailText::tr("and %Ln earlier one(s)", nullptr, ended - kEndedAlerts),
                      StateLevel::None,
                      {}};
    }
    return facts;
}

/// What stands for the alerts of a leg that has none, or of which nothing is known.
Fact noAlerts(const ChannelDetail &detail, const QDateTime &utcNow)
{
    Fact fact{DetailText::tr("Alerts"), {}, StateLevel::None, {}};
    if (!detail.channel.isRunning()) {
        //: In the place of alerts
        fact.value = DetailText::tr("not running");
        fact.level = StateLevel::Idle;
    } else if (detail.alertFreshness.trust(utcNow) == Trust::Fresh) {
        //: In the place of alerts: there are none
        fact.value = DetailText::tr("none");
    } else {
        //: In the place of alerts
        fact.value = DetailText::tr("not known");
        fact.level = StateLevel::Unknown;
        fact.toolTip = models::staleReason(detail.alertFreshness, utcNow);
    }
    return fact;
}

void setPicture(LegText &leg, const ChannelDetail &detail, const QDateTime &utcNow)
{
    const auto found = detail.thumbnails.constFind(leg.pipeline);
    const auto &error = detail.thumbnailFreshness.error;
    if (found != detail.thumbnails.constEnd() && !found->image.isEmpty()) {
        const QDateTime at
            = found->takenAt.isValid() ? found->takenAt : detail.thumbnailFreshness.observedAt;
        leg.picture = found->image;
        leg.pictureStale = at.secsTo(utcNow) > kFreshPicture.count()
            || detail.thumbnailFreshness.trust(utcNow) == Trust::Stale;
        //: Below the picture of what a leg receives; %1 is a length of time
        leg.pictureText
            = (leg.pictureStale ? DetailText::tr("Input, out of date: %1 old")
                                //: Below the picture of what a leg receives; %1 is a length of time
                                : DetailText::tr("Input, %1 ago"))
                  .arg(ageText(at, utcNow));
        leg.pictureToolTip = models::formatTimeBoth(at);
    } else if (!detail.channel.isRunning()) {
        leg.pictureText = DetailText::tr("No picture: the channel is not running.");
    } else if (error && error->category != ErrorCategory::Cancelled) {
        //: %1 is what is wrong, %2 what to do about it
        leg.pictureText = DetailText::tr("No picture: %1. %2")
                              .arg(models::errorTitle(*error), models::errorAdvice(*error));
    } else if (detail.thumbnailsAsked) {
        leg.pictureText = DetailText::tr("No picture: thumbnails may be switched off in this "
                                         "channel, or no input has arrived.");
    } else {
        leg.pictureText = detail.paused ? DetailText::tr("No picture: watching is paused.")
                                        : DetailText::tr("Waiting for a picture…");
    }
}

QString preferenceText(const QString &preference)
{
    if (preference == u"PRIMARY_INPUT_PREFERRED")
        return DetailText::tr("returns to the first when it is back");
    if (preference == u"EQUAL_INPUT_PREFERENCE")
        return DetailText::tr("stays where it is");
    return preference;
}

FactGroup inputFacts(const ChannelDetail &detail)
{
    FactGroup group{DetailText::tr("Inputs"), {}};
    for (const InputAttachment &attachment : detail.channel.inputAttachments) {
        QStringList legs;
        for (const PipelineDetail &leg : detail.channel.pipelineDetails) {
            if (!attachment.name.isEmpty() && leg.activeInputAttachment == attachment.name)
                //: A channel's pipeline; %1 is 0 or 1
                legs << DetailText::tr("leg %1").arg(leg.pipelineId);
        }
        QString value = inputName(detail, attachment.inputId);
        if (!legs.isEmpty())
            //: An input: %1 is its name, %2 the legs that use it now
            value = DetailText::tr("%1, active on %2").arg(value, legs.join(u", "_s));
        group.facts << Fact{attachment.name.isEmpty() ? attachment.inputId : attachment.name,
                            value,
                            StateLevel::None,
                            {}};
        if (attachment.secondaryInputId.isEmpty())
            continue;
        QString pair = DetailText::tr("fails over to %1")
                           .arg(inputName(detail, attachment.secondaryInputId));
        const QString preference = preferenceText(attachment.inputPreference);
        if (!preference.isEmpty())
            pair += u", "_s + preference;
        group.facts << Fact{{}, pair, StateLevel::None, {}};
    }
    if (group.facts.isEmpty())
        group.facts << Fact{{}, DetailText::tr("none attached"), StateLevel::None, {}};
    const Channel &channel = detail.channel;
    const QString specification
        = QStringList{channel.inputCodec, channel.inputResolution, channel.inputBitrate}
              .join(u' ')
              .simplified();
    if (!specification.isEmpty())
        group.facts << Fact{DetailText::tr("Specification"), specification, StateLevel::None, {}};
    return group;
}

FactGroup outputFacts(const ChannelDetail &detail, const QDateTime &utcNow)
{
    FactGroup group{DetailText::tr("Outputs"), {}};
    const QString gap = describeGap(detail);
    group.facts << Fact{
        DetailText::tr("Output groups"),
        !gap.isEmpty()                              ? gap
            : detail.channel.outputGroups.isEmpty() ? DetailText::tr("none")
                                                    : detail.channel.outputGroups.join(u", "_s),
        gap.isEmpty() || !detail.description.error ? StateLevel::None : StateLevel::Unknown,
        describeToolTip(detail, utcNow)};
    for (const ChannelDestination &destination : detail.channel.destinations) {
        QString label = destination.id;
        for (const QString &target : destination.targets) {
            group.facts << Fact{label, target, StateLevel::None, {}};
            label.clear();
        }
    }
    if (!detail.channel.egressIps.isEmpty())
        group.facts << Fact{DetailText::tr("Egress addresses"),
                            detail.channel.egressIps.join(u", "_s),
                            StateLevel::None,
                            {}};
    return group;
}

/// AWS's "TUESDAY" as the user's language has it; what is no weekday stays as it is.
QString weekdayName(const QString &awsDay)
{
    const QLocale english(QLocale::C);
    for (int day = 1; day <= 7; ++day) {
        if (english.standaloneDayName(day).compare(awsDay, Qt::CaseInsensitive) == 0)
            return QLocale().standaloneDayName(day);
    }
    return awsDay;
}

QString engineText(const EngineVersion &engine, models::TimeZoneChoice zone)
{
    if (!engine.expiresAt.isValid())
        return engine.version;
    //: An encoder engine: %1 is its version, %2 when AWS retires it
    return DetailText::tr("%1, until %2")
        .arg(engine.version, models::formatTime(engine.expiresAt, zone));
}

FactGroup upkeepFacts(const ChannelDetail &detail, models::TimeZoneChoice zone)
{
    const Channel &channel = detail.channel;
    FactGroup group{DetailText::tr("Channel"), {}};
    const auto add = [&group](const QString &label, const QString &value) {
        if (!value.isEmpty())
            group.facts << Fact{label, value, StateLevel::None, {}};
    };
    add(DetailText::tr("Id"), channel.id);
    if (!channel.maintenance.day.isEmpty())
        //: A weekly window: %1 is a weekday, %2 a time of day, always UTC
        add(DetailText::tr("Maintenance"),
            DetailText::tr("%1 %2 UTC")
                .arg(weekdayName(channel.maintenance.day), channel.maintenance.startTime));
    if (channel.maintenance.deadline.isValid())
        group.facts << Fact{
            DetailText::tr("Required by"), models::formatTime(channel.maintenance.deadline, zone),
            StateLevel::Warning, models::formatTimeBoth(channel.maintenance.deadline)};
    if (channel.maintenance.scheduled.isValid())
        add(DetailText::tr("Scheduled"), models::formatTime(channel.maintenance.scheduled, zone));
    add(DetailText::tr("Engine"), engineText(channel.engine, zone));
    QStringList used;
    for (const EngineVersion &engine : channel.usedEngines)
        used << engineText(engine, zone);
    add(DetailText::tr("Engine in use"), used.join(u"; "_s));
    add(DetailText::tr("Log level"),
        channel.logLevel.isEmpty() ? QString() : models::stateWord(channel.logLevel));
    QStringList tags;
    for (auto it = channel.tags.constBegin(); it != channel.tags.constEnd(); ++it)
        tags << it.key() + u'=' + it.value();
    add(DetailText::tr("Tags"), tags.join(u", "_s));
    add(DetailText::tr("ARN"), channel.arn);
    return group;
}

} // namespace

DetailHeadline detailHeadline(const ChannelDetail &detail, const QDateTime &utcNow)
{
    const Channel &channel = detail.channel;
    const Trust trust = detail.listing.trust(utcNow);
    DetailHeadline headline;
    headline.name = channel.name.isEmpty() ? channel.id : channel.name;
    headline.level = models::channelLevel(channel, trust);
    headline.state = models::stateWord(channel.state);
    const auto expected = channel.pipelinesExpected();
    if (channel.pipelinesRunning && expected)
        headline.redundancy = DetailText::tr("%1 of %2 pipelines running")
                                  .arg(*channel.pipelinesRunning)
                                  .arg(*expected);
    else if (expected)
        headline.redundancy = models::stateWord(channel.channelClass);
    if (const auto age = detail.listing.age(utcNow))
        //: How long ago a channel was seen; %1 is a length of time
        headline.age = (trust == Trust::Fresh ? DetailText::tr("%1 ago")
                                              : DetailText::tr("out of date, %1 ago"))
                           .arg(models::formatAge(*age));
    headline.ageToolTip = trust == Trust::Fresh ? models::formatTimeBoth(detail.listing.observedAt)
                                                : models::staleReason(detail.listing, utcNow);
    return headline;
}

LegText legText(const ChannelDetail &detail, const QString &pipeline, const QDateTime &utcNow,
                models::TimeZoneChoice zone)
{
    LegText leg;
    leg.pipeline = pipeline;
    const Channel &channel = detail.channel;
    if (pipeline == u"1" && channel.pipelinesExpected() == 1) {
        leg.exists = false;
        leg.level = StateLevel::Idle;
        leg.state = DetailText::tr("No second leg");
        leg.pictureText = DetailText::tr("A single-pipeline channel has no redundancy.");
        return leg;
    }
    const bool believed = detail.listing.trust(utcNow) == Trust::Fresh;
    const bool all
        = channel.pipelinesRunning && channel.pipelinesRunning == channel.pipelinesExpected();
    if (!believed) {
        leg.level = StateLevel::Unknown;
        leg.state = DetailText::tr("Not known");
    } else if (!channel.isRunning() || channel.pipelinesRunning == 0) {
        leg.level = channel.isRunning() ? StateLevel::Critical : StateLevel::Idle;
        leg.state = DetailText::tr("Not running");
    } else if (all) {
        leg.level = StateLevel::Ok;
        leg.state = DetailText::tr("Running");
    } else {
        // AWS gives the number of running pipelines, not which; a leg that has no detail is the
        // likely one.
        leg.level = StateLevel::Unknown;
        leg.state = detail.described && !pipelineDetail(detail, pipeline)
            ? DetailText::tr("Probably not running")
            : DetailText::tr("One leg is not running");
    }
    setPicture(leg, detail, utcNow);
    leg.facts << activeInputFact(detail, pipeline, utcNow);
    const PipelineDetail *known = pipelineDetail(detail, pipeline);
    if (known && !known->activeInputSwitchAction.isEmpty())
        leg.facts << Fact{
            DetailText::tr("Switched by"), known->activeInputSwitchAction, StateLevel::None, {}};
    const QList<Fact> alerts = alertFacts(detail, pipeline, utcNow, zone);
    const bool anySet
        = std::any_of(detail.alerts.begin(), detail.alerts.end(), [&](const AlertRecord &record) {
              return record.isSet() && record.alert.pipelineId == pipeline;
          });
    if (!anySet)
        leg.facts << noAlerts(detail, utcNow); // those that follow are over
    leg.facts += alerts;
    if (!anySet && !alerts.isEmpty())
        leg.facts[leg.facts.size() - alerts.size()].label = DetailText::tr("Earlier alerts");
    return leg;
}

QList<FactGroup> channelFacts(const ChannelDetail &detail, const QDateTime &utcNow,
                              models::TimeZoneChoice zone)
{
    QList<FactGroup> groups;
    const QList<Fact> general = alertFacts(detail, QString(), utcNow, zone);
    if (!general.isEmpty())
        groups << FactGroup{DetailText::tr("Alerts of the whole channel"), general};
    groups << inputFacts(detail) << outputFacts(detail, utcNow) << upkeepFacts(detail, zone);
    return groups;
}

} // namespace tallylight::ui
