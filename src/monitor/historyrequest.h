// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"
#include "core/metric.h"
#include "core/timeline.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight::monitor {

class MetricAsker;

/// What charts want: metrics of one channel, for some legs, over a span ending now.
struct HistorySpec
{
    QString channelId;
    QStringList pipelines; ///< "0", "1"
    QStringList metrics; ///< CloudWatch's names, also ones the catalogue does not know
    std::chrono::seconds length{3600};

    bool operator==(const HistorySpec &) const = default;
};

/// What it gets. Series keep their dimensions, so leg and output group can be told apart.
struct HistoryResult
{
    HistorySpec spec;
    TimeRange range;
    std::chrono::seconds period{60};
    QList<MetricSeries> series;
    /// What is known about the channel in this range: states, alerts, times nobody looked. In no
    /// particular order; bands may overlap each other and reach beyond the range.
    QList<TimelineBand> bands;
    /// Of the metrics asked for, those that ListMetrics has not listed for any of the legs. It
    /// lists what was active in the last three hours.
    QStringList unpublished;
    /// What CloudWatch was asked for; the rest of the points come from what was recorded.
    QList<MetricQuery> asked;
    bool askedFree = false; ///< with the requests an account has free every month
    std::optional<ApiError> error; ///< series may still hold what arrived before it
};

/// One chart load under way. Finishes exactly once, then deletes itself.
class HistoryRequest : public QObject
{
    Q_OBJECT

public:
    explicit HistoryRequest(QObject *parent = nullptr);
    ~HistoryRequest() override;

    void cancel();
    bool isFinished() const { return m_finished; }

Q_SIGNALS:
    /// 0 … 100.
    void progressed(int percent);
    void finished(const tallylight::monitor::HistoryResult &result);

private:
    friend class HistoryLoader;
    friend class RegionMonitor;
    void finish(HistoryResult result);

    QPointer<MetricAsker> m_asker;
    HistoryResult m_result;
    std::function<void(HistoryResult &)> m_complete; // adds what others know to a result
    bool m_finished = false;
};

} // namespace tallylight::monitor

Q_DECLARE_METATYPE(tallylight::monitor::HistoryResult)
