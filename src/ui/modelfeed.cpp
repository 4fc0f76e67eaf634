// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/modelfeed.h"

#include "monitor/healthassembly.h"
#include "monitor/regionmonitor.h"

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using monitor::MonitorHub;
using monitor::RegionMonitor;

namespace {

// A metric reply can renew twenty thousand rows; in slices like this none takes longer than half a
// frame.
constexpr qsizetype kHealthSlice = 300;
// Every slice of a first sweep is sorted in, which is cheaper the fewer they are.
constexpr qsizetype kFillSlice = 1000;
// Rows of a first sweep are shown a few times a second.
constexpr std::chrono::milliseconds kFillDelay = 120ms;
// Every name that comes makes all rows that show it read anew; a first sweep brings ten thousand.
constexpr std::chrono::milliseconds kNamesDelay = 800ms;

/// The oldest of \a all, so that the newest of several about the same row counts.
template<typename T> QList<T> takeSlice(QList<T> &all, qsizetype size)
{
    if (all.size() <= size)
        return std::exchange(all, {});
    const QList<T> slice = all.mid(0, size);
    all.remove(0, slice.size());
    return slice;
}

/// What is gone and waits to be shown is not shown any more.
template<typename T> void dropFrom(QList<T> &waiting, const QSet<QString> &gone)
{
    if (!gone.isEmpty())
        waiting.removeIf([&gone](const T &item) { return gone.contains(item.id); });
}

} // namespace

ModelFeed::ModelFeed(MonitorHub &hub, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_inputs(clock)
    , m_channels(clock)
    , m_health(clock)
{
    m_health.setCatalogue(hub.catalogue());
    m_arrivedTimer.setSingleShot(true);
    connect(&m_arrivedTimer, &QTimer::timeout, this, &ModelFeed::takeAllArrived);
    m_namesTimer.setSingleShot(true);
    m_namesTimer.setInterval(kNamesDelay);
    connect(&m_namesTimer, &QTimer::timeout, this, &ModelFeed::passNames);
    const auto collect = [this](Names &names) {
        return [this, &names](const QString &profileId, const QHash<QString, QString> &namesById) {
            names[profileId].insert(namesById);
            if (!m_namesTimer.isActive())
                m_namesTimer.start();
        };
    };
    connect(&m_channels, &models::TableModel::namesChanged, this, collect(m_channelNames));
    connect(&m_inputs, &models::TableModel::namesChanged, this, collect(m_inputNames));
    m_queueTimer.setSingleShot(true);
    m_queueTimer.setInterval(0ms);
    connect(&m_queueTimer, &QTimer::timeout, this, &ModelFeed::takeQueuedHealth);
    connect(&m_tickTimer, &QTimer::timeout, this, &ModelFeed::tickNext);
    m_healthFreshnessTimer.setSingleShot(true);
    connect(&m_healthFreshnessTimer, &QTimer::timeout, this, [this] {
        const QHash<QString, Freshness> waiting = std::exchange(m_healthFreshness, {});
        for (auto it = waiting.cbegin(); it != waiting.cend(); ++it)
            m_health.updateFreshness(it.key(), it.value());
    });
    connect(&m_hub, &MonitorHub::regionAdded, this, &ModelFeed::addRegion);
    connect(&m_hub, &MonitorHub::regionRemoved, this, &ModelFeed::removeRegion);
    connect(&m_hub, &MonitorHub::regionsRelabelled, this, &ModelFeed::relabel);
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (RegionMonitor *region : regions)
        addRegion(region);
}

ModelFeed::~ModelFeed() = default;

models::ProfileTag ModelFeed::tagOf(const Profile &profile)
{
    return {profile.id, profile.name, profile.region, profile.color, profile.production};
}

void ModelFeed::addRegion(RegionMonitor *region)
{
    const QString id = region->profile().id;
    connect(region, &RegionMonitor::channelsArrived, this,
            [this, region, id](const QList<Channel> &channels) {
                if (isFilling(*region, m_passed.value(id).channels))
                    m_arrived[id].channels += channels;
                else
                    takeChannels(*region, channels);
            });
    connect(region, &RegionMonitor::channelsKept, this,
            [this, id](const QSet<QString> &, const QSet<QString> &gone) {
                if (const auto waiting = m_arrived.find(id); waiting != m_arrived.end())
                    dropFrom(waiting->channels, gone);
                m_channels.removeIds(id, gone);
            });
    connect(region, &RegionMonitor::inputsArrived, this,
            [this, region, id](const QList<Input> &inputs) {
                if (isFilling(*region, m_passed.value(id).inputs))
                    m_arrived[id].inputs += inputs;
                else
                    takeInputs(*region, inputs);
            });
    connect(region, &RegionMonitor::inputsKept, this,
            [this, id](const QSet<QString> &, const QSet<QString> &gone) {
                if (const auto waiting = m_arrived.find(id); waiting != m_arrived.end())
                    dropFrom(waiting->inputs, gone);
                m_inputs.removeIds(id, gone);
            });
    connect(region, &RegionMonitor::healthArrived, this,
            [this, id](const QList<PipelineHealth> &rows) { queueHealth(id, rows); });
    connect(region, &RegionMonitor::healthGone, this, [this, id](const QSet<QString> &gone) {
        m_queued[id].removeIf(
            [&gone](const PipelineHealth &row) { return gone.contains(monitor::healthKey(row)); });
        m_health.removeIds(id, gone);
    });
    connect(region, &RegionMonitor::statusChanged, this, [this, region] { takeStatus(*region); });
    // What it knows already, for a window that opens late.
    m_passed.insert(id, {});
    takeChannels(*region, region->channels());
    takeInputs(*region, region->inputs());
    takeHealth(*region, region->health());
    takeStatus(*region);
}

void ModelFeed::removeRegion(const QString &profileId)
{
    m_inputs.removeProfile(profileId);
    m_channels.removeProfile(profileId);
    m_health.removeProfile(profileId);
    m_passed.remove(profileId);
    m_queued.remove(profileId);
    m_arrived.remove(profileId);
    m_inputNames.remove(profileId);
    m_channelNames.remove(profileId);
}

void ModelFeed::relabel()
{
    const QList<RegionMonitor *> regions = m_hub.regions();
    for (const RegionMonitor *region : regions) {
        const models::ProfileTag tag = tagOf(region->profile());
        m_inputs.updateProfile(tag);
        m_channels.updateProfile(tag);
        m_health.updateProfile(tag);
    }
}

void ModelFeed::takeChannels(const RegionMonitor &region, const QList<Channel> &channels)
{
    const models::ProfileTag tag = tagOf(region.profile());
    QList<models::ChannelRow> rows;
    rows.reserve(channels.size());
    for (const Channel &channel : channels)
        rows.append(
            {tag, channel, region.channelFreshness(channel.id), region.stateSince(channel.id)});
    m_channels.upsert(rows);
}

void ModelFeed::takeInputs(const RegionMonitor &region, const QList<Input> &inputs)
{
    const models::ProfileTag tag = tagOf(region.profile());
    QList<models::InputRow> rows;
    rows.reserve(inputs.size());
    for (const Input &input : inputs)
        rows.append({tag, input, region.inputFreshness(input.id)});
    m_inputs.upsert(rows);
}

void ModelFeed::takeHealth(const RegionMonitor &region, const QList<PipelineHealth> &health)
{
    const models::ProfileTag tag = tagOf(region.profile());
    QList<models::HealthRow> rows;
    rows.reserve(health.size());
    for (const PipelineHealth &one : health)
        rows.append({tag, one, region.channelFreshness(one.channelId),
                     region.alertFreshness(one.channelId),
                     region.metricFreshness(one.channelId, one.pipeline),
                     region.descriptionFreshness(one.channelId), region.stateSince(one.channelId)});
    m_health.upsert(rows);
}

/// True for a page that is to wait for others: only while the first sweep, which \a sweep tells of,
/// is under way, and not for the first page, which is shown at once.
bool ModelFeed::isFilling(const RegionMonitor &region, const Freshness &sweep)
{
    if (sweep.observedAt.isValid() && !m_arrived.contains(region.profile().id))
        return false;
    if (m_arrivedTimer.isActive())
        return true;
    takeArrived(region);
    m_arrivedTimer.start(kFillDelay);
    return false;
}

void ModelFeed::takeArrived(const RegionMonitor &region)
{
    const Arrived arrived = m_arrived.take(region.profile().id);
    if (!arrived.channels.isEmpty())
        takeChannels(region, arrived.channels);
    if (!arrived.inputs.isEmpty())
        takeInputs(region, arrived.inputs);
}

void ModelFeed::takeAllArrived()
{
    m_arrived.removeIf([this](const auto &entry) {
        return !m_hub.region(entry.key())
            || (entry.value().channels.isEmpty() && entry.value().inputs.isEmpty());
    });
    const auto first = m_arrived.begin();
    if (first == m_arrived.end())
        return;
    const RegionMonitor &region = *m_hub.region(first.key());
    if (!first->channels.isEmpty())
        takeChannels(region, takeSlice(first->channels, kFillSlice));
    else
        takeInputs(region, takeSlice(first->inputs, kFillSlice));
    m_arrivedTimer.start(0ms);
}

void ModelFeed::passNames()
{
    const Names channels = std::exchange(m_channelNames, {});
    for (auto it = channels.cbegin(); it != channels.cend(); ++it)
        m_inputs.setChannelNames(it.key(), it.value());
    const Names inputs = std::exchange(m_inputNames, {});
    for (auto it = inputs.cbegin(); it != inputs.cend(); ++it)
        m_channels.setInputNames(it.key(), it.value());
}

void ModelFeed::queueHealth(const QString &profileId, const QList<PipelineHealth> &rows)
{
    m_queued[profileId] += rows;
    if (!m_queueTimer.isActive())
        m_queueTimer.start();
}

void ModelFeed::takeQueuedHealth()
{
    const bool fillsTables = m_arrivedTimer.isActive() && m_arrivedTimer.remainingTime() <= 0;
    if (fillsTables) { // channels and inputs first
        m_queueTimer.start();
        return;
    }
    m_queued.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    const auto first = m_queued.begin();
    if (first == m_queued.end())
        return;
    const RegionMonitor *region = m_hub.region(first.key());
    const QList<PipelineHealth> slice = takeSlice(*first, kHealthSlice);
    if (region)
        takeHealth(*region, slice);
    m_queueTimer.start();
}

void ModelFeed::takeStatus(RegionMonitor &region)
{
    const QString id = region.profile().id;
    const monitor::RegionStatus status = region.status();
    Passed &passed = m_passed[id];
    if (passed.channels != status.channels) {
        passed.channels = status.channels;
        if (status.channels.observedAt.isValid()) {
            m_channels.updateFreshness(id, status.channels);
            // A turn later, because each of them goes through all its rows.
            m_healthFreshness.insert(id, status.channels);
            m_healthFreshnessTimer.start();
        } else {
            // The very first sweep broke off: what it brought keeps its own time of observation.
            m_arrived[id].channels = region.channels();
            m_arrivedTimer.start(0ms);
            queueHealth(id, region.health());
        }
    }
    if (passed.inputs != status.inputs) {
        passed.inputs = status.inputs;
        if (status.inputs.observedAt.isValid()) {
            m_inputs.updateFreshness(id, status.inputs);
        } else {
            m_arrived[id].inputs = region.inputs();
            m_arrivedTimer.start(0ms);
        }
    }
}

void ModelFeed::setTimeZone(models::TimeZoneChoice zone)
{
    m_inputs.setTimeZone(zone);
    m_channels.setTimeZone(zone);
    m_health.setTimeZone(zone);
}

void ModelFeed::tick()
{
    m_toTick = {&m_inputs, &m_channels, &m_health};
    m_tickTimer.start();
}

void ModelFeed::tickNext()
{
    if (m_toTick.isEmpty())
        return;
    m_toTick.takeFirst()->clockTicked();
    if (m_toTick.isEmpty())
        m_tickTimer.stop();
}

} // namespace tallylight::ui
