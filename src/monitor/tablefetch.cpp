// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/tablefetch.h"

#include "aws/medialiveclient.h"
#include "core/callrecord.h"
#include "monitor/costbook.h"
#include "monitor/credentialsession.h"
#include "monitor/healthassembly.h"
#include "monitor/metricservice.h"
#include "monitor/profileconnection.h"
#include "monitor/ratelimiterpool.h"

#include <algorithm>

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// A fetch happens once; the interval only has to be longer than that.
constexpr std::chrono::hours kNever{24};

} // namespace

TableFetch::TableFetch(const Profile &profile, ExportTable table, const CredentialAccess &access,
                       RateLimiterPool &limiters, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profile(withSharedSettings(profile, access))
    , m_table(table)
    , m_clock(clock)
    , m_credentials(makeCredentialSession(m_profile, access, clock))
{
    const QString owner = profile.accountId.isEmpty() ? profile.id : profile.accountId;
    const auto open = [&](Service service) {
        return std::make_unique<aws::Connection>(
            connectionConfig(m_profile, service, *access.secrets), m_credentials,
            limiters.limiter(m_profile, service, owner), clock);
    };
    m_medialive = open(Service::MediaLive);
    m_cloudwatch = open(Service::CloudWatch);
}

TableFetch::~TableFetch() = default;

void TableFetch::setCosts(CostBook &costs)
{
    m_withoutMetrics = !(m_profile.cloudwatchBudgetUsdPerMonth > 0.0);
    connect(m_cloudwatch.get(), &aws::Connection::callFinished, this,
            [this, &costs](const CallRecord &call) {
                costs.count(m_profile.id, CloudWatchUse::of(call));
            });
}

void TableFetch::start()
{
    if (m_table == ExportTable::Inputs)
        fetchInputs();
    else
        fetchChannels();
}

void TableFetch::note(const ApiError &error)
{
    m_content.errors.append(error);
    const CredentialState state = m_credentials->state();
    m_content.secretProblem = state.problem;
    m_content.secretDetail = state.detail;
    m_content.obstacle = state.obstacle;
}

void TableFetch::fetchInputs()
{
    auto *job = aws::MediaLiveClient(*m_medialive).listInputs(this);
    connect(job, &aws::Job::finished, this, [this, job] {
        m_content.inputs = job->items();
        m_content.inputFreshness = {m_clock.utcNow(), kNever, std::nullopt};
        if (!job->result().hasValue()) {
            note(job->result().error());
            m_content.inputFreshness.error = job->result().error();
            finish();
            return;
        }
        m_content.answered = true;
        fetchChannels(); // for the names of attached channels
    });
    job->start();
}

void TableFetch::fetchChannels()
{
    auto *job = aws::MediaLiveClient(*m_medialive).listChannels(this);
    connect(job, &aws::Job::finished, this, [this, job] {
        m_content.channels = job->items();
        m_content.channelFreshness = {m_clock.utcNow(), kNever, std::nullopt};
        if (!job->result().hasValue()) {
            note(job->result().error());
            m_content.channelFreshness.error = job->result().error();
        } else {
            m_content.answered
                |= m_table == ExportTable::Channels || m_table == ExportTable::Health;
        }
        switch (m_table) {
        case ExportTable::Inputs:
        case ExportTable::Channels:
            finish();
            break;
        case ExportTable::Health:
            fetchMetrics();
            break;
        case ExportTable::Alerts:
            fetchAlerts();
            break;
        }
    });
    job->start();
}

void TableFetch::fetchMetrics()
{
    QList<Channel> running;
    std::copy_if(m_content.channels.begin(), m_content.channels.end(), std::back_inserter(running),
                 [](const Channel &channel) { return channel.isRunning(); });
    if (running.isEmpty() || m_withoutMetrics) {
        fetchAlerts();
        return;
    }
    // Asked for once and by hand, so there is no budget to ask.
    m_metrics = std::make_unique<MetricService>(
        *m_cloudwatch, MetricOptions{m_profile.id, kNever, 0.0, false, m_catalogue}, nullptr,
        m_clock);
    m_metrics->setRunningChannels(running);
    connect(m_metrics.get(), &MetricService::readingsArrived, this, [this] {
        disconnect(m_metrics.get(), nullptr, this, nullptr);
        m_content.metricFreshness = m_metrics->freshness();
        if (m_content.metricFreshness.error)
            note(*m_content.metricFreshness.error);
        if (m_metrics->lister().refusal())
            note(*m_metrics->lister().refusal());
        fetchAlerts();
    });
    m_metrics->setWatched(true);
    m_metrics->start();
}

/// Every running channel is asked, though CloudWatch may say that it has no alerts: its word is up
/// to three minutes old, and this costs nothing but time.
void TableFetch::fetchAlerts()
{
    QStringList wanted;
    for (const Channel &channel : std::as_const(m_content.channels)) {
        if (channel.isRunning())
            wanted.append(channel.id);
    }
    m_alertsPending = static_cast<int>(wanted.size());
    if (wanted.isEmpty()) {
        finish();
        return;
    }
    for (const QString &id : std::as_const(wanted))
        askAlerts(id);
}

void TableFetch::askAlerts(const QString &channelId)
{
    auto *job
        = aws::MediaLiveClient(*m_medialive).listAlerts(channelId, aws::AlertFilter::All, this);
    connect(job, &aws::Job::finished, this, [this, job, channelId] {
        Observed<QList<ChannelAlert>> found{job->items(), {{}, kNever, std::nullopt}};
        const bool gone = !job->result().hasValue()
            && job->result().error().category == ErrorCategory::NotFound;
        if (job->result().hasValue() || gone)
            m_content.answered |= m_table == ExportTable::Alerts;
        if (job->result().hasValue()) {
            found.freshness.observedAt = m_clock.utcNow();
        } else if (!gone) { // of a channel deleted meanwhile nothing is known, which is no error
            found.freshness.error = job->result().error();
            note(job->result().error());
        }
        m_alerts.insert(channelId, found);
        if (--m_alertsPending == 0)
            finish();
    });
    job->start();
}

void TableFetch::assemble()
{
    for (const Channel &channel : std::as_const(m_content.channels)) {
        const Observed<QList<ChannelAlert>> alerts = m_alerts.value(channel.id);
        m_content.alerts += alerts.value;
        m_content.alertFreshness.insert(channel.id, alerts.freshness);
        if (m_table != ExportTable::Health)
            continue;
        m_content.health += assembleHealth(channel, alerts, [&](const QString &pipeline) {
            PipelineReadings none;
            if (m_withoutMetrics)
                none.fill({ReadingStatus::OverBudget, 0.0, {}});
            return m_metrics ? m_metrics->readings(channel.id, pipeline) : none;
        });
    }
}

void TableFetch::finish()
{
    if (m_done)
        return;
    m_done = true;
    assemble();
    Q_EMIT finished();
}

} // namespace tallylight::monitor
