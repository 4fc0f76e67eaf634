// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/scopedstatus.h"

#include "models/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::RegionStatus;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("RegionProblem", source);
}

Message problemMessage(const RegionOverview &region, const ApiError &error)
{
    Message message;
    message.key = region.profile.id;
    message.level = StateLevel::Unknown;
    //: %1 is a profile, %2 what went wrong.
    message.title = translated(QT_TRANSLATE_NOOP("RegionProblem", "%1: %2"))
                        .arg(region.profile.name, models::errorTitle(error));
    message.text = models::errorAdvice(error);
    message.details = models::errorDetails(error);
    message.actions = {{u"retry"_s, translated(QT_TRANSLATE_NOOP("RegionProblem", "Try again"))}};
    return message;
}

bool inScope(const RegionOverview &region, const QString &scope)
{
    return scope.isEmpty() || region.profile.id == scope;
}

/// Unreadable keys are told once, above all pages.
bool hasCredentials(const RegionOverview &region)
{
    return region.status.phase != monitor::Phase::CredentialsProblem;
}

/// The error, if it is why this can't be believed; one lost poll is not worth a message.
std::optional<ApiError> troubleOf(const Freshness &freshness, const QDateTime &utcNow)
{
    if (freshness.error && freshness.trust(utcNow) != Trust::Fresh)
        return freshness.error;
    return std::nullopt;
}

} // namespace

PageProgress progressOf(const QList<RegionOverview> &regions, const QString &scope,
                        Freshness RegionStatus::*part)
{
    PageProgress progress;
    progress.profiles = static_cast<int>(regions.size());
    for (const RegionOverview &region : regions) {
        if (!inScope(region, scope))
            continue;
        const RegionStatus &status = region.status;
        const bool observed = (status.*part).observedAt.isValid();
        progress.observed |= observed;
        const bool starting = (status.phase == monitor::Phase::Live
                               || status.phase == monitor::Phase::WaitingForCredentials)
            && !(status.*part).error;
        progress.loading |= !observed && (status.refreshing || starting);
        if (status.refreshing)
            progress.loadedRows += status.refreshedItems;
    }
    return progress;
}

CostLine costLineOf(const RegionStatus &status)
{
    return {status.cost, status.budgetUsd, status.metricPace, status.pricesAsOf};
}

StatusLine statusLineOf(const QList<RegionOverview> &regions, const QString &scope,
                        const QDateTime &utcNow)
{
    StatusLine line;
    line.utcNow = utcNow;
    bool allSeen = true;
    for (const RegionOverview &region : regions) {
        if (!inScope(region, scope))
            continue;
        ++line.regions;
        const RegionStatus &status = region.status;
        const auto age = status.channels.age(utcNow);
        allSeen &= age.has_value();
        if (age)
            line.age = std::max(line.age.value_or(*age), *age);
        if (status.nextRefresh.isValid()) {
            const std::chrono::seconds next(std::max<qint64>(0, utcNow.secsTo(status.nextRefresh)));
            line.next = std::min(line.next.value_or(next), next);
        }
        line.refreshing |= status.refreshing;
        line.refreshedItems += status.refreshing ? status.refreshedItems : 0;
        line.cost.add(costLineOf(status));
        line.requestLimit = line.regions == 1 ? region.profile.medialiveRequestsPerSecond : 0.0;
    }
    if (!allSeen)
        line.age.reset();
    return line;
}

QList<Message> regionProblems(const QList<RegionOverview> &regions, const QString &scope,
                              const QDateTime &utcNow, Freshness RegionStatus::*part)
{
    QList<Message> problems;
    for (const RegionOverview &region : regions) {
        if (!inScope(region, scope) || !hasCredentials(region))
            continue;
        if (const auto error = troubleOf(region.status.*part, utcNow))
            problems.append(problemMessage(region, *error));
    }
    return problems;
}

QList<Message> healthProblems(const QList<RegionOverview> &regions, const QString &scope,
                              const QDateTime &utcNow)
{
    QList<Message> problems;
    for (const RegionOverview &region : regions) {
        if (!inScope(region, scope) || !hasCredentials(region))
            continue;
        for (const auto part :
             {&RegionStatus::channels, &RegionStatus::alerts, &RegionStatus::metrics}) {
            if (const auto error = troubleOf(region.status.*part, utcNow)) {
                problems.append(problemMessage(region, *error));
                break; // mend the first, then see
            }
        }
    }
    return problems;
}

} // namespace tallylight::ui
