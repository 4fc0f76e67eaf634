// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/regionsearch.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"
#include "monitor/profileconnection.h"

#include <utility>

namespace tallylight::monitor {

namespace {

constexpr int kAtATime = 4;

bool isRefusal(const ApiError &error)
{
    // A region that the account has not enabled doesn't know its keys.
    return error.category == ErrorCategory::Forbidden
        || (error.category == ErrorCategory::Credentials && error.httpStatus != 0);
}

} // namespace

RegionSearch::RegionSearch(const Profile &prototype, const QStringList &regions,
                           std::shared_ptr<CredentialsProvider> credentials, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_prototype(prototype)
    , m_credentials(std::move(credentials))
    , m_clock(clock)
    , m_waiting(regions)
    , m_total(static_cast<int>(regions.size()))
{
}

RegionSearch::~RegionSearch()
{
    cancel();
}

void RegionSearch::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    if (m_waiting.isEmpty()) {
        m_isRunning = false;
        QMetaObject::invokeMethod(this, &RegionSearch::finished, Qt::QueuedConnection);
        return;
    }
    askNext();
}

void RegionSearch::cancel()
{
    m_isRunning = false;
    m_waiting.clear();
    const auto asking = std::exchange(m_asking, {});
    for (const auto &connection : asking)
        qDeleteAll(connection->findChildren<aws::Job *>());
}

void RegionSearch::askNext()
{
    while (m_isRunning && m_asking.size() < kAtATime && !m_waiting.isEmpty())
        ask(m_waiting.takeFirst());
}

void RegionSearch::ask(const QString &region)
{
    Profile profile = m_prototype;
    profile.region = region;
    const auto connection = std::make_shared<aws::Connection>(
        connectionConfig(profile, Service::MediaLive), m_credentials,
        std::make_shared<aws::RateLimiter>(m_clock, 2.0, 2.0), m_clock);
    m_asking.insert(region, connection);
    auto *job = aws::MediaLiveClient(*connection).listChannels(connection.get(), 1);
    connect(job, &aws::Job::progressed, this, [job] {
        if (!job->items().isEmpty())
            job->cancel(); // one is enough
    });
    connect(job, &aws::Job::finished, this, [this, job, region] {
        const bool hasChannels = !job->items().isEmpty();
        const std::optional<ApiError> error = job->error();
        settle(region, hasChannels, error);
    });
    job->start();
}

void RegionSearch::settle(const QString &region, bool hasChannels,
                          const std::optional<ApiError> &error)
{
    // Not from under the feet of its own job.
    if (const auto connection = m_asking.take(region))
        QMetaObject::invokeMethod(
            this, [connection] { Q_UNUSED(connection) }, Qt::QueuedConnection);
    ++m_answered;
    RegionFinding finding;
    finding.region = region;
    if (hasChannels) {
        finding.outcome = RegionFinding::Outcome::HasChannels;
    } else if (!error) {
        finding.outcome = RegionFinding::Outcome::Empty;
    } else {
        finding.outcome
            = isRefusal(*error) ? RegionFinding::Outcome::Refused : RegionFinding::Outcome::Failed;
        finding.error = *error;
    }
    Q_EMIT found(finding);
    if (!m_isRunning)
        return; // cancelled by whoever was told
    askNext();
    if (m_asking.isEmpty() && m_waiting.isEmpty()) {
        m_isRunning = false;
        Q_EMIT finished();
    }
}

} // namespace tallylight::monitor
