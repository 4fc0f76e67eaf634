// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metriclister.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"
#include "core/metriccatalogue.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

// ListMetrics shows new metrics only after some minutes, so asking more often brings nothing
// (aws-facts §2.5).
constexpr seconds kMaxAge = 15min;
// Unless something runs that is not in the list.
constexpr seconds kNewcomerAge = 3min;
// So many metrics may be listed that often; a longer list is renewed less often in proportion, or
// large fleets would spend the account's free requests on lists alone.
constexpr qsizetype kMetricsPerMaxAge = 10000;

} // namespace

MetricLister::MetricLister(aws::Connection &connection, const MetricCatalogue &catalogue,
                           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_maxAge(kMaxAge)
{
}

MetricLister::~MetricLister() = default;

bool MetricLister::isCurrent() const
{
    return m_listedAt.isValid() && m_listedAt.secsTo(m_clock.utcNow()) < m_maxAge.count();
}

void MetricLister::withList(QObject *context, const Done &done)
{
    if (isCurrent()) {
        done(std::nullopt);
        return;
    }
    m_waiting.append({context, done});
    if (!m_job)
        ask();
}

void MetricLister::ask()
{
    aws::MetricFilter filter;
    filter.nameSpace = u"AWS/MediaLive"_s;
    filter.recentlyActive = true;
    aws::PagedJob<MetricId> *job = aws::CloudWatchClient(m_connection).listMetrics(filter, this);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job] {
        m_job = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_refusal.reset();
            m_published = PublishedMetrics(result.value());
            m_listedAt = m_clock.utcNow();
            m_maxAge = kMaxAge * std::max<qsizetype>(1, result.value().size() / kMetricsPerMaxAge);
        } else if (result.error().category == ErrorCategory::Forbidden) {
            m_refusal = result.error();
            m_listedAt = m_clock.utcNow();
            m_maxAge = kMaxAge;
        } else if (m_published.isEmpty()) {
            finish(result.error());
            return;
        }
        finish(std::nullopt);
    });
    job->start();
}

void MetricLister::finish(const std::optional<ApiError> &error)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[context, done] : waiting) {
        if (context)
            done(error);
    }
}

void MetricLister::retryRefused()
{
    if (m_refusal)
        m_listedAt = {};
}

void MetricLister::cancel()
{
    if (m_job)
        m_job->cancel();
}

PublishedMetrics::Lookup MetricLister::find(const QString &channelId, const QString &pipeline,
                                            HealthMetric metric) const
{
    const MetricInfo &info = m_catalogue.info(metric);
    if (m_refusal)
        return PublishedMetrics::assumed(channelId, pipeline, info);
    const PublishedMetrics::Lookup found = m_published.find(channelId, pipeline, info);
    // A running leg always publishes these. One that is missing from a list of what was active
    // lately has just started, or has gone silent: asked for, it comes back as "no data", which is
    // the truth.
    if (!found.published && !info.isOptional() && !info.perOutputGroup())
        return PublishedMetrics::assumed(channelId, pipeline, info);
    return found;
}

ReadingStatus MetricLister::unpublishedStatus(const QString &channelId,
                                              const QString &pipeline) const
{
    // Without the list, what is published per output group can't be known.
    if (m_refusal)
        return ReadingStatus::Forbidden;
    if (m_published.knows(channelId, pipeline))
        return ReadingStatus::NotPublished;
    // A list says nothing about pipelines that are newer than it, least of all one that could not
    // be renewed.
    return isCurrent() ? ReadingStatus::NoData : ReadingStatus::Failed;
}

void MetricLister::expect(const QString &channelId, const QString &pipeline)
{
    if (!m_refusal && !m_published.knows(channelId, pipeline))
        m_maxAge = std::min(m_maxAge, kNewcomerAge);
}

} // namespace tallylight::monitor
