// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/historyrequest.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <vector>

namespace tallylight::ui {

/// Loads the history of a few channels as one piece of work with one progress. What was loaded a
/// moment ago is given again without asking, because CloudWatch bills every metric every time.
class ChartLoader : public QObject
{
    Q_OBJECT

public:
    /// One channel's part.
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

    /// Gives up what is under way and loads \a targets; loaded() follows for each, possibly at
    /// once.
    void load(const QList<Target> &targets, Freshness freshness);
    /// Gives up without a word; nothing more arrives for the current targets.
    void cancel();
    bool isLoading() const { return m_waiting > 0; }
    /// 0 … 100 over all targets.
    int percent() const;

    /// How long a loaded chart is new enough: one of its points, at least a minute.
    static std::chrono::seconds lifetime(std::chrono::seconds length);

Q_SIGNALS:
    void progressed(int percent);
    /// \a index counts the targets of load().
    void loaded(int index, const tallylight::monitor::HistoryResult &result);
    /// Everything asked for has been answered.
    void finished();

private:
    struct Kept
    {
        Target target;
        monitor::HistoryResult result;
        std::chrono::milliseconds at{0}; // Clock::elapsed()
    };

    void start(int index);
    void remember(const Target &target, const monitor::HistoryResult &result);
    void take(int index, const monitor::HistoryResult &result);
    const Kept *kept(const Target &target) const;

    Source m_source;
    const Clock &m_clock;
    QList<Target> m_targets;
    QList<int> m_percents;
    QList<QPointer<monitor::HistoryRequest>> m_requests;
    std::vector<Kept> m_kept;
    int m_waiting = 0;
};

} // namespace tallylight::ui
