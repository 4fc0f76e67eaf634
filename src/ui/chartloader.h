// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/historyrequest.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <vector>

namespace tallylight::ui {

/// Loads the history of a few channels' metrics as one piece of work with one progress. Metrics of
/// one channel go into one request; what was loaded a moment ago, and what is on its way already,
/// is not asked for again, because CloudWatch bills every metric every time.
class ChartLoader : public QObject
{
    Q_OBJECT

public:
    /// One chart's part: the spec names exactly one metric.
    struct Target
    {
        QString profileId;
        monitor::HistorySpec spec;

        bool operator==(const Target &) const = default;
    };
    /// Starts one load that belongs to \a parent; null when the profile is not watched (any more).
    /// In the window it is RegionMonitor::loadHistory().
    using Source = std::function<monitor::HistoryRequest *(
        const QString &profileId, const monitor::HistorySpec &spec, QObject *parent)>;
    enum class Freshness {
        RecentWillDo, ///< what is not older than one point of the chart, or a minute
        New,
    };

    /// \a clock outlives the loader.
    ChartLoader(Source source, const Clock &clock, QObject *parent = nullptr);
    ~ChartLoader() override;

    /// Wants \a targets from now on, and nothing else: requests for none of them are given up.
    /// loaded() follows for each, possibly at once.
    void load(const QList<Target> &targets, Freshness freshness);
    /// Gives up without a word; nothing more arrives for the current targets.
    void cancel();
    bool isLoading() const { return !m_waiting.isEmpty(); }
    bool isWaitingFor(const Target &target) const { return m_waiting.contains(target); }
    /// 0 … 100 over what is under way.
    int percent() const;

    /// How long a loaded chart is new enough: one of its points, at least a minute.
    static std::chrono::seconds lifetime(std::chrono::seconds length);

    /// How many points are kept to be shown again without asking; at most a million.
    qsizetype keptPoints() const;

Q_SIGNALS:
    void progressed(int percent);
    /// \a result holds the series of the target's metric alone.
    void loaded(const tallylight::ui::ChartLoader::Target &target,
                const tallylight::monitor::HistoryResult &result);
    /// Everything wanted has been answered.
    void finished();

private:
    struct Kept
    {
        Target target;
        monitor::HistoryResult result;
        std::chrono::milliseconds at{0}; // Clock::elapsed()
    };
    /// A request under way and the targets it brings, all of one channel.
    struct Flight
    {
        QPointer<monitor::HistoryRequest> request;
        QList<Target> targets;
        int percent = 0;
    };

    void startAll(const QList<Target> &targets);
    void start(const QList<Target> &targets);
    void landed(const monitor::HistoryRequest *request, const monitor::HistoryResult &result);
    void remember(const Target &target, const monitor::HistoryResult &result);
    void answer(const Target &target, const monitor::HistoryResult &result);
    bool isUnderWay(const Target &target) const;
    const Kept *kept(const Target &target) const;

    Source m_source;
    const Clock &m_clock;
    QList<Target> m_waiting; // wanted and not answered yet
    std::vector<Flight> m_flights;
    std::vector<Kept> m_kept; // oldest first
};

} // namespace tallylight::ui
