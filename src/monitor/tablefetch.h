// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/channel.h"
#include "core/clock.h"
#include "core/health.h"
#include "core/input.h"
#include "core/metriccatalogue.h"
#include "core/profile.h"
#include "monitor/credentialaccess.h"
#include "monitor/regionstatus.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::monitor {

class AlertService;
class CostBook;
class CredentialSession;
class MetricService;
class RateLimiterPool;

/// The tables that can be fetched once, without a window.
enum class ExportTable { Inputs, Channels, Health, Alerts };

/// What one profile gave.
struct TableContent
{
    QList<Input> inputs;
    QList<Channel> channels;
    QList<PipelineHealth> health;
    QList<ChannelAlert> alerts;
    Freshness inputFreshness;
    Freshness channelFreshness;
    Freshness metricFreshness;
    QHash<QString, Freshness> alertFreshness; ///< by channel id
    QList<ApiError> errors; ///< what could not be had; empty when complete
    bool answered
        = false; ///< the table's own call brought something, if only that there is nothing
    SecretProblem secretProblem = SecretProblem::None;
    QString secretDetail;
    CredentialObstacle obstacle; ///< what in the shared AWS files is in the way

    bool hasRows() const
    {
        return !inputs.isEmpty() || !channels.isEmpty() || !health.isEmpty() || !alerts.isEmpty();
    }
};

/// Asks one profile once for just what a table needs: ListInputs (and ListChannels for names),
/// ListChannels, or ListChannels with the alerts and, for health, the metrics of the running
/// channels.
class TableFetch : public QObject
{
    Q_OBJECT

public:
    TableFetch(const Profile &profile, ExportTable table, const CredentialAccess &access,
               RateLimiterPool &limiters, const Clock &clock, QObject *parent = nullptr);
    ~TableFetch() override;

    const Profile &profile() const { return m_profile; }
    const TableContent &content() const { return m_content; }
    /// What is known about the metrics; it outlives the fetch. The built-in catalogue unless told.
    void setCatalogue(const MetricCatalogue &catalogue) { m_catalogue = &catalogue; }
    /// Where what is asked of CloudWatch is counted; it outlives the fetch. With it, a profile
    /// whose budget is nothing asks nothing of CloudWatch; any other may ask this once.
    void setCosts(CostBook &costs);
    void start();

Q_SIGNALS:
    /// Exactly once; content() is final.
    void finished();

private:
    void fetchInputs();
    void fetchChannels();
    void fetchAlerts();
    void askAlerts(const QString &channelId);
    void fetchMetrics();
    void assemble();
    void finish();
    void note(const ApiError &error);

    Profile m_profile;
    ExportTable m_table;
    const Clock &m_clock;
    const MetricCatalogue *m_catalogue = &MetricCatalogue::builtIn();
    bool m_withoutMetrics = false; ///< CloudWatch is off
    std::shared_ptr<CredentialSession> m_credentials;
    std::unique_ptr<aws::Connection> m_medialive;
    std::unique_ptr<aws::Connection> m_cloudwatch;
    std::unique_ptr<MetricService> m_metrics;
    TableContent m_content;
    QHash<QString, Observed<QList<ChannelAlert>>> m_alerts;
    int m_alertsPending = 0;
    bool m_done = false;
};

} // namespace tallylight::monitor
