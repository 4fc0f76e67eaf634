// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/regionfacts.h"

#include "models/errortext.h"
#include "models/timeformat.h"
#include "ui/credentialtext.h"
#include "ui/scopedstatus.h"

#include <QCoreApplication>
#include <QLocale>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::TimeZoneChoice;

namespace {

QString translated(const char *source, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RegionFacts", source, disambiguation, n);
}

/// "4 s ago", with a word when that is too long ago. Only for what has been observed.
QString seenText(const Freshness &freshness, const QDateTime &utcNow)
{
    const QString age = models::formatAge(*freshness.age(utcNow));
    return freshness.trust(utcNow) == Trust::Stale
        ? translated(QT_TRANSLATE_NOOP("RegionFacts", "%1 ago, out of date")).arg(age)
        : translated(QT_TRANSLATE_NOOP("RegionFacts", "%1 ago")).arg(age);
}

QString notReadYet()
{
    return translated(QT_TRANSLATE_NOOP("RegionFacts", "not read yet"));
}

QString alertsText(const monitor::RegionStatus &status, const QDateTime &utcNow)
{
    if (status.alerts.observedAt.isValid()) {
        const QString read = translated(QT_TRANSLATE_NOOP("RegionFacts", "read %1"))
                                 .arg(seenText(status.alerts, utcNow));
        if (!status.alertTurn)
            return read;
        const auto turn = std::max(std::chrono::seconds(1),
                                   std::chrono::ceil<std::chrono::seconds>(*status.alertTurn));
        //: %1 says when alerts were read; a turn asks every running channel once; %2 is a duration
        return translated(QT_TRANSLATE_NOOP("RegionFacts", "%1; the last turn took %2"))
            .arg(read, models::formatAge(turn));
    }
    if (status.channels.observedAt.isValid() && status.runningCount == 0)
        return translated(QT_TRANSLATE_NOOP("RegionFacts", "no channel runs"));
    return notReadYet();
}

QString clockText(qint64 offsetSeconds)
{
    if (offsetSeconds == 0)
        return translated(QT_TRANSLATE_NOOP("RegionFacts", "in step with AWS"));
    const QString by = models::formatAge(std::chrono::seconds(std::abs(offsetSeconds)));
    return offsetSeconds > 0
        ? translated(QT_TRANSLATE_NOOP("RegionFacts", "this computer is %1 behind AWS")).arg(by)
        : translated(QT_TRANSLATE_NOOP("RegionFacts", "this computer is %1 ahead of AWS")).arg(by);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

ServiceFacts factsOf(const RegionOverview &region, Service service, const CallStats &stats,
                     TimeZoneChoice zone)
{
    const QLocale locale;
    ServiceFacts facts;
    facts.endpoint = region.profile.endpoint(service).toString();
    facts.calls = locale.toString(stats.calls);
    facts.failed = locale.toString(stats.failures);
    facts.throttled = locale.toString(stats.throttled);
    facts.metrics
        = service == Service::CloudWatch ? locale.toString(stats.metricsRequested) : u"–"_s;
    facts.lastSuccess = stats.lastSuccess.isValid()
        ? models::formatTime(stats.lastSuccess, zone)
        : translated(QT_TRANSLATE_NOOP("RegionFacts", "none yet"));
    if (!stats.lastError)
        return facts;
    const ApiError &error = *stats.lastError;
    facts.errorIsCurrent = !stats.lastSuccess.isValid() || error.at > stats.lastSuccess;
    //: An error: what, in which call, when, and what to do.
    facts.lastError = translated(QT_TRANSLATE_NOOP("RegionFacts", "%1 (%2, %3). %4"))
                          .arg(models::errorTitle(error), error.operation,
                               models::formatTime(error.at, zone), models::errorAdvice(error));
    facts.errorDetails = models::errorDetails(error);
    return facts;
}

RegionFact costFact(const monitor::RegionStatus &status)
{
    const CostLine line = costLineOf(status);
    QStringList more{costMeterText(line), costDetails(line)};
    if (const QString slowed = slowingText(line.pace); !slowed.isEmpty())
        more << slowed + u'\n' + slowingAdvice(line.pace);
    return {translated(QT_TRANSLATE_NOOP("RegionFacts", "Costs")), costBriefText(line),
            more.join(u'\n')};
}

} // namespace

QList<RegionFact> regionFacts(const RegionOverview &region, const QDateTime &utcNow,
                              TimeZoneChoice zone)
{
    const monitor::RegionStatus &status = region.status;
    const QLocale locale;
    QString identity;
    QString account = region.profile.accountId;
    if (status.caller) {
        identity = status.caller->arn;
        account = status.caller->account;
    } else if (status.identity.error) {
        identity = models::errorTitle(*status.identity.error);
    }
    QString phase = phaseText(status.phase);
    if (status.secretProblem != monitor::SecretProblem::None)
        phase = u"%1: %2"_s.arg(phase, secretProblemTitle(status.secretProblem));
    return {
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Account")), orDash(account)},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Identity")), orDash(identity)},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Region")), region.profile.region},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Watching")), phase},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Keys")),
         orDash(credentialsText(status.credentials, utcNow, zone))},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Clock")),
         clockText(status.clockOffsetSeconds)},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Channels")),
         status.channels.observedAt.isValid()
             ? translated(QT_TRANSLATE_NOOP("RegionFacts", "%1 of %2 running; read %3"))
                   .arg(locale.toString(status.runningCount), locale.toString(status.channelCount),
                        seenText(status.channels, utcNow))
             : notReadYet()},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Inputs")),
         status.inputs.observedAt.isValid()
             ? translated(QT_TRANSLATE_NOOP("RegionFacts", "%1; read %2"))
                   .arg(locale.toString(status.inputCount), seenText(status.inputs, utcNow))
             : notReadYet()},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Alerts")), alertsText(status, utcNow)},
        {translated(QT_TRANSLATE_NOOP("RegionFacts", "Metrics")),
         status.metrics.observedAt.isValid()
             ? translated(QT_TRANSLATE_NOOP("RegionFacts", "read %1"))
                   .arg(seenText(status.metrics, utcNow))
             : translated(QT_TRANSLATE_NOOP("RegionFacts",
                                            "only of rows on screen in Channels Health, pinned "
                                            "channels and channels in trouble"))},
        costFact(status),
    };
}

QList<ServiceFacts> serviceFacts(const RegionOverview &region, const QDateTime &,
                                 TimeZoneChoice zone)
{
    QList<ServiceFacts> all{
        factsOf(region, Service::MediaLive, region.status.medialive, zone),
        factsOf(region, Service::CloudWatch, region.status.cloudwatch, zone),
        factsOf(region, Service::Sts, region.status.sts, zone),
    };
    all[0].name = u"MediaLive"_s;
    all[1].name = u"CloudWatch"_s;
    all[2].name = u"STS"_s;
    return all;
}

QStringList serviceFactTitles()
{
    return {
        translated(QT_TRANSLATE_NOOP("RegionFacts", "API")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Endpoint")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Calls")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Failed")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Throttled")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Metrics")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Last success")),
        translated(QT_TRANSLATE_NOOP("RegionFacts", "Last error")),
    };
}

QString factsAsText(const RegionOverview &region, const QDateTime &utcNow, TimeZoneChoice zone)
{
    QString text = region.profile.name + u'\n';
    const QList<RegionFact> facts = regionFacts(region, utcNow, zone);
    for (const RegionFact &fact : facts)
        text += u"%1: %2\n"_s.arg(fact.label, fact.toolTip.isEmpty() ? fact.value : fact.toolTip);
    text += serviceFactTitles().join(u'\t') + u'\n';
    const QList<ServiceFacts> services = serviceFacts(region, utcNow, zone);
    for (const ServiceFacts &service : services) {
        text += QStringList{service.name,        service.endpoint,         service.calls,
                            service.failed,      service.throttled,        service.metrics,
                            service.lastSuccess, orDash(service.lastError)}
                    .join(u'\t')
            + u'\n';
    }
    return text;
}

} // namespace tallylight::ui
