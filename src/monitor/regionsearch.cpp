// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/regionsearch.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"
#include "monitor/credentialsession.h"
#include "monitor/profileconnection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

using Outcome = RegionFinding::Outcome;

constexpr int kAtATime = 4;
constexpr qsizetype kEnoughRefusals = 4;

/// A host that serves one region, whichever it is asked for, says so of all others.
bool isOtherRegionsHost(const ApiError &error)
{
    return error.message.contains("scoped to a valid region"_L1);
}

/// The key is not known there: it doesn't exist, or the region is not enabled for its account.
bool isKeyUnknown(const ApiError &error)
{
    return isSignerRefused(error)
        && (error.code == "UnrecognizedClientException"_L1
            || error.code == "InvalidClientTokenId"_L1);
}

/// The region knows the key and its account.
bool acceptsKey(const RegionFinding &finding)
{
    if (finding.outcome == Outcome::HasChannels || finding.outcome == Outcome::Empty)
        return true;
    // A 403 without a code of the service's own may come from a proxy.
    return finding.error.category == ErrorCategory::Forbidden && !finding.error.code.isEmpty();
}

bool isRefusal(const ApiError &error)
{
    return error.category == ErrorCategory::Forbidden || isKeyUnknown(error)
        || (isSignerRefused(error) && isOtherRegionsHost(error));
}

/// No other region can answer better, because there is nothing any would accept.
bool isAboutKeys(const ApiError &error, bool isKeyAccepted)
{
    if (secretProblemOf(error) != SecretProblem::None || error.category == ErrorCategory::Expired)
        return true;
    if (error.category != ErrorCategory::Credentials)
        return false;
    if (error.httpStatus == 0)
        return true; // nothing to sign with
    return !isKeyAccepted && !isRefusal(error);
}

/// Whatever call it was that met it.
bool isSameObstacle(const ApiError &a, const ApiError &b)
{
    return a.category == b.category && a.code == b.code && a.message == b.message;
}

RegionFinding findingOf(const QString &region, bool hasChannels,
                        const std::optional<ApiError> &error)
{
    if (hasChannels)
        return {region, Outcome::HasChannels, {}};
    if (!error)
        return {region, Outcome::Empty, {}};
    return {region, isRefusal(*error) ? Outcome::Refused : Outcome::Failed, *error};
}

} // namespace

RegionSearch::RegionSearch(const Profile &prototype, const QStringList &regions,
                           std::shared_ptr<CredentialSession> credentials, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_prototype(prototype)
    , m_regions(regions)
    , m_credentials(std::move(credentials))
    , m_clock(clock)
    , m_waiting(regions)
{
    connect(m_credentials.get(), &CredentialSession::stateChanged, this,
            &RegionSearch::credentialsChanged);
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
    QMetaObject::invokeMethod(this, &RegionSearch::getCredentials, Qt::QueuedConnection);
}

void RegionSearch::cancel()
{
    m_isRunning = false;
    m_isStopped = false;
    m_waiting.clear();
    m_suspects.clear();
    dropAsking();
}

void RegionSearch::dropAsking()
{
    const auto asking = std::exchange(m_asking, {});
    for (const auto &connection : asking)
        qDeleteAll(connection->findChildren<aws::Job *>());
}

void RegionSearch::getCredentials()
{
    if (!m_isRunning)
        return;
    m_isStopped = false;
    m_credentials->fetch(this, [this](const CredentialsProvider::Result &result) {
        if (!m_isRunning)
            return;
        if (result)
            proceed();
        else
            stop(result.error());
    });
}

void RegionSearch::giveMfaCode(const QString &code)
{
    if (!m_isStopped)
        return;
    m_isStopped = false; // what comes of the code is told by the answer to getCredentials()
    m_credentials->giveMfaCode(code);
    getCredentials();
}

/// Somebody has signed in, or has mended a file.
void RegionSearch::credentialsChanged()
{
    if (!m_isStopped || m_credentials->isAsking())
        return;
    const std::optional<ApiError> error = m_credentials->lastError();
    if (!error)
        getCredentials();
    else if (!isSameObstacle(*error, m_obstacle))
        stop(*error);
}

void RegionSearch::proceed()
{
    if (std::exchange(m_saidStopped, false))
        Q_EMIT resumed();
    askOn();
}

void RegionSearch::stop(const ApiError &error)
{
    dropAsking();
    m_suspects.clear();
    m_waiting = m_regions;
    m_waiting.removeIf([this](const QString &region) { return m_told.contains(region); });
    m_isStopped = true;
    m_saidStopped = true;
    m_obstacle = error;
    Q_EMIT stopped(error);
}

bool RegionSearch::mayAsk() const
{
    if (!m_isRunning || m_isStopped || m_waiting.isEmpty() || m_asking.size() >= kAtATime)
        return false;
    return m_isKeyAccepted || m_suspects.size() + m_asking.size() < kEnoughRefusals;
}

void RegionSearch::askOn()
{
    while (mayAsk())
        ask(m_waiting.takeFirst());
}

void RegionSearch::ask(const QString &region)
{
    Profile profile = m_prototype;
    profile.region = region;
    const auto connection = std::make_shared<aws::Connection>(
        connectionConfig(profile, Service::MediaLive), m_credentials,
        std::make_shared<aws::RateLimiter>(m_clock, 2.0, 2.0), m_clock);
    connect(connection.get(), &aws::Connection::callFinished, this, &RegionSearch::callFinished);
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
    if (!hasChannels && error && isAboutKeys(*error, m_isKeyAccepted)) {
        stop(*error);
        return;
    }
    judge(findingOf(region, hasChannels, error));
    if (!m_isRunning || m_isStopped)
        return; // cancelled by whoever was told
    askOn();
    if (!m_asking.isEmpty())
        return;
    if (!m_suspects.isEmpty()) {
        const ApiError refusal = m_suspects.constFirst().error;
        stop(refusal);
    } else if (m_waiting.isEmpty()) {
        m_isRunning = false;
        Q_EMIT finished();
    }
}

/// The rule of the class: whether a refusal is the region's or the keys'.
void RegionSearch::judge(const RegionFinding &finding)
{
    if (!m_isKeyAccepted && isKeyUnknown(finding.error)) {
        m_suspects.append(finding);
        return;
    }
    m_isKeyAccepted |= acceptsKey(finding);
    tell(finding);
    if (!m_isKeyAccepted)
        return;
    const QList<RegionFinding> cleared = std::exchange(m_suspects, {});
    for (const RegionFinding &one : cleared) {
        if (m_isRunning)
            tell(one);
    }
}

void RegionSearch::tell(const RegionFinding &finding)
{
    m_told.insert(finding.region);
    Q_EMIT found(finding);
}

} // namespace tallylight::monitor
