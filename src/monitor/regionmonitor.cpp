// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/regionmonitor.h"

#include "aws/ratelimiter.h"
#include "aws/stsclient.h"
#include "monitor/alertservice.h"
#include "monitor/channelbands.h"
#include "monitor/channeldetailwatch.h"
#include "monitor/costbook.h"
#include "monitor/credentialsession.h"
#include "monitor/descriptionservice.h"
#include "monitor/healthassembly.h"
#include "monitor/historyloader.h"
#include "monitor/historyrequest.h"
#include "monitor/inventoryservice.h"
#include "monitor/metricservice.h"
#include "monitor/profileconnection.h"
#include "monitor/ratelimiterpool.h"
#include "monitor/regionhistory.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

// Status lines change in bursts while pages arrive; a few repaints a second are plenty.
constexpr std::chrono::milliseconds kStatusDelay = 400ms;
// No channel needs its alerts more often than this; many channels take longer by themselves.
constexpr std::chrono::milliseconds kAlertInterval = 10s;

} // namespace

RegionMonitor::RegionMonitor(Profile profile, std::shared_ptr<CredentialSession> credentials,
                             storage::SecretStore &secrets, RateLimiterPool &limiters,
                             CostBook &costs, const MetricCatalogue &catalogue, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_credentials(std::move(credentials))
    , m_secrets(secrets)
    , m_limiters(limiters)
    , m_costs(costs)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_health([this](const QString &id) { return healthOf(id); })
{
    m_identityFreshness.expectedEvery = 24h;
    connect(&m_health, &HealthFeed::arrived, this, &RegionMonitor::healthArrived);
    connect(&m_health, &HealthFeed::gone, this, &RegionMonitor::healthGone);
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(kStatusDelay);
    connect(&m_statusTimer, &QTimer::timeout, this, &RegionMonitor::statusChanged);
    connect(&m_afterSweepTimer, &QTimer::timeout, this, &RegionMonitor::goOnAfterSweep);

    openConnections();
    m_history = std::make_unique<RegionHistory>(m_profile.id, clock);
    wireServices();
    wireHistory();
}

RegionMonitor::~RegionMonitor()
{
    // Jobs that die with their services report to their connection, and not to this any more.
    for (aws::Connection *connection : {m_medialive.get(), m_cloudwatch.get(), m_sts.get()})
        connection->disconnect(this);
    m_credentials->disconnect(this);
}

void RegionMonitor::openConnections()
{
    const QString owner
        = m_profile.accountId.isEmpty() ? m_credentials->ownerHint() : m_profile.accountId;
    const auto open = [&](Service service) {
        auto connection = std::make_unique<aws::Connection>(
            connectionConfig(m_profile, service, m_secrets), m_credentials,
            m_limiters.limiter(m_profile, service, owner), m_clock);
        connect(connection.get(), &aws::Connection::callFinished, this,
                [this](const CallRecord &record) {
                    m_history->callFinished(record);
                    Q_EMIT callFinished(record);
                    scheduleStatus();
                });
        return connection;
    };
    m_medialive = open(Service::MediaLive);
    m_cloudwatch = open(Service::CloudWatch);
    m_sts = open(Service::Sts);
    connect(m_credentials.get(), &CredentialSession::stateChanged, this,
            &RegionMonitor::scheduleStatus);
    connect(m_credentials.get(), &CredentialSession::recovered, this,
            [this] { refreshNow(RefreshCause::Itself); });
}

void RegionMonitor::wireServices()
{
    m_inventory = std::make_unique<InventoryService>(*m_medialive,
                                                     seconds(m_profile.inventorySeconds), m_clock);
    m_alerts = std::make_unique<AlertService>(*m_medialive, kAlertInterval, m_clock);
    m_descriptions = std::make_unique<DescriptionService>(*m_medialive, m_clock);

    connect(m_inventory.get(), &InventoryService::inputsArrived, this,
            &RegionMonitor::inputsArrived);
    connect(m_inventory.get(), &InventoryService::inputsKept, this, &RegionMonitor::inputsKept);
    connect(m_inventory.get(), &InventoryService::progressed, this, &RegionMonitor::scheduleStatus);
    connect(m_inventory.get(), &InventoryService::channelsArrived, this,
            [this](const QList<Channel> &channels) {
                m_history->channelsSeen(channels, m_inventory->channelFreshness().expectedEvery);
                Q_EMIT channelsArrived(described(channels));
                m_runningCount.reset();
                m_starts.take(channels, m_clock.utcNow());
                QSet<QString> ids;
                for (const Channel &channel : channels)
                    ids.insert(channel.id);
                m_health.markDirty(ids);
            });
    connect(m_inventory.get(), &InventoryService::channelsKept, this, &RegionMonitor::keepChannels);
    wireMetrics();
    connect(m_alerts.get(), &AlertService::alertsArrived, this, [this](const QString &id) {
        updateAlarming(id);
        m_health.markDirty({id});
        scheduleStatus();
    });
    connect(m_alerts.get(), &AlertService::alertChanged, this, [this](const AlertRecord &record) {
        m_descriptions->alertChanged(record.alert);
        m_history->alertChanged(record);
        Q_EMIT alertChanged(record);
    });
    connect(m_descriptions.get(), &DescriptionService::described, this, [this](const QString &id) {
        const auto found = m_inventory->channels().constFind(id);
        if (found == m_inventory->channels().constEnd())
            return;
        Q_EMIT channelsArrived(described({found->value}));
        m_health.markDirty({id});
    });
}

void RegionMonitor::keepChannels(const QSet<QString> &ids, const QSet<QString> &gone)
{
    Q_EMIT channelsKept(ids, gone);
    m_runningCount.reset();
    m_starts.forget(gone);
    m_health.forget(gone);
    m_alerts->setExpectedTurn(alertInterval());
    // Each of these goes through all channels; all at once they would hold up the window.
    m_afterSweep = {&RegionMonitor::tellAlertsWhatRuns, &RegionMonitor::tellDescriptionsWhatRuns,
                    &RegionMonitor::tellMetricsWhatRuns, &RegionMonitor::updateAllAlarming};
    m_afterSweepTimer.start();
    if (!m_caller)
        identify(); // the network may not have been up at the start
}

/// One step of what a complete sweep brings with it, a step a turn of the event loop.
void RegionMonitor::goOnAfterSweep()
{
    if (m_afterSweep.isEmpty())
        return;
    const auto step = m_afterSweep.takeFirst();
    if (m_afterSweep.isEmpty())
        m_afterSweepTimer.stop();
    (this->*step)();
}

void RegionMonitor::tellAlertsWhatRuns()
{
    const auto &known = m_inventory->channels();
    QList<SweepChannel> running;
    for (const Observed<Channel> &entry : known) {
        const Channel &channel = entry.value;
        if (channel.isRunning())
            running.append({channel.id, channel.state, channel.pipelinesRunning});
    }
    m_alerts->setRunningChannels(running, QSet<QString>(known.keyBegin(), known.keyEnd()));
}

void RegionMonitor::tellDescriptionsWhatRuns()
{
    QStringList running;
    for (const Observed<Channel> &entry : m_inventory->channels()) {
        if (entry.value.isRunning())
            running.append(entry.value.id);
    }
    m_descriptions->setRunningChannels(running);
}

void RegionMonitor::tellMetricsWhatRuns()
{
    QList<Channel> running;
    for (const Observed<Channel> &entry : m_inventory->channels()) {
        if (entry.value.isRunning())
            running.append(entry.value);
    }
    m_metrics->setRunningChannels(running);
}

void RegionMonitor::updateAllAlarming()
{
    const QSet<QString> before = m_alarming;
    for (const QString &id : before) // also those that do not run any more
        updateAlarming(id);
    const auto &known = m_inventory->channels();
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (it->value.isRunning())
            updateAlarming(it.key());
    }
}

void RegionMonitor::wireHistory()
{
    connect(m_inventory.get(), &InventoryService::channelsKept, this,
            [this](const QSet<QString> &ids) {
                m_history->channelsKept(ids, m_inventory->channelFreshness().observedAt);
            });
    connect(m_inventory.get(), &InventoryService::inputsArrived, this,
            [this](const QList<Input> &inputs) {
                m_history->inputsSeen(inputs, m_inventory->inputFreshness().expectedEvery);
            });
    connect(m_inventory.get(), &InventoryService::inputsKept, this,
            [this](const QSet<QString> &ids) {
                m_history->inputsKept(ids, m_inventory->inputFreshness().observedAt);
            });
    connect(m_history.get(), &RegionHistory::channelsRecalled, this,
            [this](const QList<Observed<Channel>> &rows) {
                m_inventory->recall(rows);
                m_runningCount.reset();
                QList<Channel> channels;
                QSet<QString> ids;
                for (const Observed<Channel> &row : rows) {
                    // What has been seen meanwhile is newer than what is remembered.
                    channels.append(m_inventory->channels().value(row.value.id).value);
                    ids.insert(row.value.id);
                }
                Q_EMIT channelsArrived(described(channels));
                m_health.markDirty(ids);
                scheduleStatus();
            });
    connect(m_history.get(), &RegionHistory::alertsRecalled, m_alerts.get(), &AlertService::recall);
    connect(m_history.get(), &RegionHistory::inputsRecalled, this,
            [this](const QList<Observed<Input>> &rows) {
                m_inventory->recall(rows);
                QList<Input> inputs;
                for (const Observed<Input> &row : rows)
                    inputs.append(m_inventory->inputs().value(row.value.id).value);
                Q_EMIT inputsArrived(inputs);
                scheduleStatus();
            });
}

void RegionMonitor::setRecorder(Recorder *recorder)
{
    m_history->setRecorder(recorder);
    m_loader->setRecorder(recorder);
}

StateSince RegionMonitor::stateSince(const QString &channelId) const
{
    return m_history->stateSince(channelId);
}

void RegionMonitor::wireMetrics()
{
    const MetricOptions options = MetricOptions::of(m_profile, m_catalogue);
    m_metrics = std::make_unique<MetricService>(*m_cloudwatch, options, &m_costs, m_clock);
    m_loader = std::make_unique<HistoryLoader>(*m_cloudwatch, m_metrics->lister(), options,
                                               &m_costs, m_clock);
    m_costs.setAccount(m_profile.id, m_profile.accountId);
    connect(m_cloudwatch.get(), &aws::Connection::callFinished, this,
            [this](const CallRecord &record) {
                m_costs.count(m_profile.id, CloudWatchUse::of(record));
            });
    connect(m_metrics.get(), &MetricService::readingsArrived, this,
            [this](const QSet<QString> &channels) { m_health.markDirty(channels); });
    connect(m_metrics.get(), &MetricService::progressed, this, &RegionMonitor::scheduleStatus);
    connect(m_metrics.get(), &MetricService::seriesArrived, m_history.get(),
            &RegionHistory::pointsArrived);
}

void RegionMonitor::updateAlarming(const QString &channelId)
{
    const auto found = m_inventory->channels().constFind(channelId);
    const bool trouble = found != m_inventory->channels().constEnd()
        && isInTrouble(found->value, m_alerts->alerts(channelId).value);
    if (trouble == m_alarming.contains(channelId))
        return;
    if (trouble)
        m_alarming.insert(channelId);
    else
        m_alarming.remove(channelId);
    m_metrics->setAlarming(m_alarming);
}

seconds RegionMonitor::alertInterval() const
{
    return std::max(std::chrono::ceil<seconds>(kAlertInterval),
                    SweepOrder::expectedTurn(runningCount(), m_profile.medialiveRequestsPerSecond));
}

int RegionMonitor::runningCount() const
{
    if (!m_runningCount) {
        m_runningCount = static_cast<int>(
            std::count_if(m_inventory->channels().begin(), m_inventory->channels().end(),
                          [](const Observed<Channel> &entry) { return entry.value.isRunning(); }));
    }
    return *m_runningCount;
}

void RegionMonitor::start()
{
    if (m_started)
        return;
    m_started = true;
    if (!isPaused())
        startServices();
    scheduleStatus();
}

void RegionMonitor::identify()
{
    if (m_identityJob)
        return;
    auto *job = aws::StsClient(*m_sts).getCallerIdentity(this);
    m_identityJob = job;
    connect(job, &aws::Job::finished, this, [this, job] {
        m_identityJob = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_caller = result.value();
            m_identityFreshness.observedAt = m_clock.utcNow();
            m_identityFreshness.error.reset();
            // From now on the bucket that all profiles of the account share counts.
            m_medialive->setLimiter(
                m_limiters.limiter(m_profile, Service::MediaLive, m_caller->account));
            m_cloudwatch->setLimiter(
                m_limiters.limiter(m_profile, Service::CloudWatch, m_caller->account));
            m_costs.setAccount(m_profile.id, m_caller->account);
            Q_EMIT accountIdentified(m_profile.id, m_caller->account);
        } else if (result.error().category != ErrorCategory::Cancelled) {
            m_identityFreshness.error = result.error();
        }
        scheduleStatus();
    });
    job->start();
}

void RegionMonitor::refreshNow(RefreshCause cause)
{
    if (isPaused())
        return;
    // Nobody is there to answer the same prompt again.
    const bool maySignIn = cause == RefreshCause::Person || !needsPerson(m_credentials->problem());
    if (maySignIn
        && (m_credentials->hasFailed() || isSignerRefused(m_inventory->channelFreshness().error)))
        m_credentials->tryAgain();
    if (!m_caller)
        identify();
    m_inventory->refreshNow();
    m_alerts->refreshNow();
    m_metrics->refreshNow();
}

void RegionMonitor::cancelRefresh()
{
    m_inventory->cancel();
}

void RegionMonitor::setPaused(bool paused)
{
    setPausedFlags(paused, paused && m_pausedWithAll);
}

void RegionMonitor::setPausedWithAll(bool paused)
{
    setPausedFlags(m_paused, paused);
}

void RegionMonitor::setPausedFlags(bool own, bool withAll)
{
    const bool before = isPaused();
    m_paused = own;
    m_pausedWithAll = withAll;
    const bool paused = isPaused();
    if (paused == before)
        return;
    m_inventory->setPaused(paused);
    m_alerts->setPaused(paused);
    m_descriptions->setPaused(paused);
    m_metrics->setPaused(paused);
    if (paused)
        m_inventory->cancel(); // a long sweep would go on asking for many pages
    else if (m_started)
        startServices();
    Q_EMIT pausedChanged(paused);
    scheduleStatus();
}

void RegionMonitor::startServices()
{
    if (!m_caller)
        identify();
    m_inventory->start();
    m_alerts->start();
    m_descriptions->start();
    m_metrics->start();
}

void RegionMonitor::markStale(StaleCause cause)
{
    m_inventory->cancel(); // half of what a sweep under way has brought is doubted, too
    m_inventory->markStale(cause);
    m_alerts->markStale(cause);
    m_descriptions->markStale(cause);
    m_metrics->markStale(cause);
    for (aws::Connection *connection : {m_medialive.get(), m_cloudwatch.get(), m_sts.get()})
        connection->reconnect();
    m_credentials->reconnect();
    const QStringList ids = m_inventory->channels().keys();
    m_health.markDirty({ids.begin(), ids.end()});
    m_health.flush();
    Q_EMIT markedStale(cause);
    Q_EMIT statusChanged();
}

void RegionMonitor::setHealthWatched(bool watched)
{
    m_metrics->setWatched(watched);
}

void RegionMonitor::setVisibleHealth(const std::optional<QSet<QString>> &legs)
{
    m_metrics->setVisible(legs);
}

void RegionMonitor::setSelectedHealth(const QSet<QString> &channelIds)
{
    m_metrics->setSelected(channelIds);
}

void RegionMonitor::setPinnedChannels(const QSet<QString> &channelIds)
{
    m_metrics->setPinned(channelIds);
}

void RegionMonitor::credentialsChanged()
{
    m_credentials->forget();
    m_caller.reset();
    // What is under way was signed with the old key, which may be another account's.
    if (m_identityJob)
        m_identityJob->cancel();
    m_inventory->cancel();
    refreshNow();
}

void RegionMonitor::proxyPasswordsChanged()
{
    for (aws::Connection *connection : {m_medialive.get(), m_cloudwatch.get(), m_sts.get()})
        connection->proxyPasswordChanged();
    m_credentials->reconnect();
    refreshNow();
}

void RegionMonitor::relabel(const Profile &profile)
{
    m_profile = profile;
    m_inventory->setInterval(seconds(profile.inventorySeconds));
    m_metrics->setOptions(MetricOptions::of(profile, m_catalogue));
    m_loader->setOptions(MetricOptions::of(profile, m_catalogue));
    scheduleStatus();
}

HistoryRequest *RegionMonitor::loadHistory(const HistorySpec &spec, QObject *parent)
{
    HistoryRequest *request = m_loader->load(spec, parent);
    // What happened on the channel belongs to its charts, and costs nothing.
    request->m_complete = [self = QPointer(this), id = spec.channelId](HistoryResult &result) {
        if (self)
            result.bands = unitedBands(result.bands, alertBands(self->alerts(id)));
    };
    return request;
}

ChannelDetailWatch *RegionMonitor::watchChannel(const QString &channelId, QObject *parent)
{
    const bool running = m_inventory->channels().value(channelId).value.isRunning();
    auto *watch
        = new ChannelDetailWatch(*m_medialive, channelId, running, isPaused(), m_clock, parent);
    connect(this, &RegionMonitor::pausedChanged, watch, &ChannelDetailWatch::setPaused);
    connect(this, &RegionMonitor::markedStale, watch, &ChannelDetailWatch::markStale);
    connect(watch, &ChannelDetailWatch::detailChanged, this, [this, watch] {
        if (!watch->freshness().error)
            m_descriptions->take(watch->channel());
    });
    return watch;
}

void RegionMonitor::scheduleStatus()
{
    if (!m_statusTimer.isActive())
        m_statusTimer.start();
}

} // namespace tallylight::monitor
