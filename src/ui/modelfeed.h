// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channelmodel.h"
#include "models/healthmodel.h"
#include "models/inputmodel.h"
#include "monitor/monitorhub.h"
#include "monitor/regionstatus.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace tallylight::ui {

/// Carries what the regions observe into the three table models, and nothing else: rows as they
/// arrive, what has gone at the end of a sweep, and how far all of it can be believed.
class ModelFeed final : public QObject
{
    Q_OBJECT

public:
    /// The hub outlives the feed.
    ModelFeed(monitor::MonitorHub &hub, const Clock &clock, QObject *parent = nullptr);
    ~ModelFeed() override;

    models::InputModel &inputs() { return m_inputs; }
    models::ChannelModel &channels() { return m_channels; }
    models::HealthModel &health() { return m_health; }

    /// What a row has to carry of \a profile.
    static models::ProfileTag tagOf(const Profile &profile);

    void setTimeZone(models::TimeZoneChoice zone);
    /// To be called once a second: lets rows go stale.
    void tick();

private:
    /// The freshness last passed on, so that only news reach ten thousand rows.
    struct Passed
    {
        Freshness channels;
        Freshness inputs;
    };

    /// Names by profile id and id.
    using Names = QHash<QString, QHash<QString, QString>>;

    /// Pages of a first sweep, which come faster than rows can be sorted in one page at a time.
    struct Arrived
    {
        QList<Channel> channels;
        QList<Input> inputs;
    };

    void addRegion(monitor::RegionMonitor *region);
    void removeRegion(const QString &profileId);
    void relabel();
    void takeChannels(const monitor::RegionMonitor &region, const QList<Channel> &channels);
    void takeInputs(const monitor::RegionMonitor &region, const QList<Input> &inputs);
    void takeHealth(const monitor::RegionMonitor &region, const QList<PipelineHealth> &rows);
    void queueHealth(const QString &profileId, const QList<PipelineHealth> &rows);
    void takeQueuedHealth();
    void takeStatus(monitor::RegionMonitor &region);
    bool isFilling(const monitor::RegionMonitor &region, const Freshness &sweep);
    void takeArrived(const monitor::RegionMonitor &region);
    void takeAllArrived();
    void passNames();
    void tickNext();

    monitor::MonitorHub &m_hub;
    models::InputModel m_inputs;
    models::ChannelModel m_channels;
    models::HealthModel m_health;
    QHash<QString, Passed> m_passed; // by profile id
    QHash<QString, QList<PipelineHealth>> m_queued; // by profile id, in the order they arrived
    QTimer m_queueTimer;
    QHash<QString, Freshness> m_healthFreshness; ///< by profile id, not in the model yet
    QTimer m_healthFreshnessTimer;
    QHash<QString, Arrived> m_arrived; ///< by profile id, not in the models yet
    QTimer m_arrivedTimer;
    QList<models::TableModel *> m_toTick; ///< one a turn of the event loop
    QTimer m_tickTimer;
    Names m_inputNames; ///< on their way to the channels
    Names m_channelNames; ///< on their way to the inputs
    QTimer m_namesTimer;
};

} // namespace tallylight::ui
