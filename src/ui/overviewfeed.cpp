// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overviewfeed.h"

#include "models/errortext.h"
#include "monitor/regionmonitor.h"

#include <QCoreApplication>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::StateLevel;
using monitor::MonitorHub;
using monitor::RegionMonitor;
using monitor::RegionStatus;
using monitor::SecretProblem;

namespace {

// News come in bursts; the side bar need not follow each of them.
constexpr std::chrono::milliseconds kDelay = 150ms;

QString tr(const char *source)
{
    return QCoreApplication::translate("RegionProblem", source);
}

Message problemMessage(const RegionOverview &region, const ApiError &error)
{
    Message message;
    message.key = region.profile.id;
    message.level = StateLevel::Unknown;
    //: %1 is a profile, %2 what went wrong.
    message.title = tr(QT_TRANSLATE_NOOP("RegionProblem", "%1: %2"))
                        .arg(region.profile.name, models::errorTitle(error));
    message.text = models::errorAdvice(error);
    message.details = models::errorDetails(error);
    message.actions = {{u"retry"_s, tr(QT_TRANSLATE_NOOP("RegionProblem", "Try again"))}};
    return message;
}

bool inScope(const RegionOverview &region, const QString &scope)
{
    // Unreadable keys are told once, above all pages.
    return (scope.isEmpty() || region.profile.id == scope)
        && region.status.phase != monitor::Phase::CredentialsProblem;
}

/// The error, if it is why this can't be believed; one lost poll is not worth a message.
std::optional<ApiError> troubleOf(const Freshness &freshness, const QDateTime &utcNow)
{
    if (freshness.error && freshness.trust(utcNow) != Trust::Fresh)
        return freshness.error;
    return std::nullopt;
}

} // namespace

OverviewFeed::OverviewFeed(MonitorHub &hub, const models::TableModel &health, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_health(health)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &OverviewFeed::refresh);
    connect(&m_hub, &MonitorHub::regionAdded, this, &OverviewFeed::addRegion);
    connect(&m_hub, &MonitorHub::regionRemoved, this, [this](const QString &id) {
        m_rates.remove(id);
        m_regions.removeIf([&id](const RegionOverview &region) { return region.profile.id == id; });
        m_timer.start();
        Q_EMIT changed();
    });
    connect(&m_hub, &MonitorHub::regionsRelabelled, this, &OverviewFeed::refresh);
    connect(&m_hub, &MonitorHub::pausedChanged, &m_timer, qOverload<>(&QTimer::start));
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (RegionMonitor *region : regions)
        addRegion(region);
    refresh();
}

OverviewFeed::~OverviewFeed() = default;

void OverviewFeed::addRegion(RegionMonitor *region)
{
    const auto schedule = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(region, &RegionMonitor::statusChanged, this, schedule);
    connect(region, &RegionMonitor::callFinished, this,
            [this, id = region->profile().id](const CallRecord &record) {
                if (record.service == Service::MediaLive)
                    m_rates[id].add(m_clock.elapsed(), record.attempts);
            });
    schedule();
}

void OverviewFeed::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    refresh();
}

void OverviewFeed::refresh()
{
    m_timer.stop();
    const QDateTime now = m_clock.utcNow();
    const QHash<QString, models::LevelCounts> counts = countsPerProfile(m_health);
    QList<RegionOverview> fresh;
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (const RegionMonitor *region : regions) {
        RegionOverview one;
        one.profile = region->profile();
        one.status = region->status();
        one.counts = counts.value(one.profile.id);
        one.level = regionLevel(one.status, one.counts, now);
        one.line = regionLine(one.status, now, m_zone);
        fresh.append(one);
    }
    m_regions = fresh;
    Q_EMIT changed();
}

double OverviewFeed::requestsPerSecond(const QString &profileId)
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    if (!profileId.isEmpty())
        return m_rates[profileId].perSecond(now);
    double all = 0.0;
    for (CallRate &rate : m_rates)
        all += rate.perSecond(now);
    return all;
}

QList<Message> regionProblems(const QList<RegionOverview> &regions, const QString &scope,
                              const QDateTime &utcNow, Freshness RegionStatus::*part)
{
    QList<Message> problems;
    for (const RegionOverview &region : regions) {
        if (!inScope(region, scope))
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
        if (!inScope(region, scope))
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

QList<Message> secretProblems(const QList<RegionOverview> &regions)
{
    QList<Message> problems;
    for (const RegionOverview &region : regions) {
        const SecretProblem problem = region.status.secretProblem;
        if (problem == SecretProblem::None)
            continue;
        Message message;
        message.key = u"secret/"_s + region.profile.id;
        message.level = StateLevel::Unknown;
        message.title = tr(QT_TRANSLATE_NOOP("RegionProblem", "%1: %2"))
                            .arg(region.profile.name, secretProblemTitle(problem));
        message.text = secretProblemAdvice(problem);
        message.details = region.status.secretDetail;
        if (problem != SecretProblem::NotFound && problem != SecretProblem::UnsupportedSource)
            message.actions.append(
                {u"tryAgain"_s, tr(QT_TRANSLATE_NOOP("RegionProblem", "Try again"))});
        const bool keychain =
            problem != SecretProblem::EnvironmentMissing && problem != SecretProblem::UnsupportedSource;
        message.actions.append(
            {u"edit"_s, keychain && problem != SecretProblem::NotFound
                 ? tr(QT_TRANSLATE_NOOP("RegionProblem", "Enter keys for this run…"))
                 : tr(QT_TRANSLATE_NOOP("RegionProblem", "Edit profile…"))});
        problems.append(message);
    }
    return problems;
}

} // namespace tallylight::ui
