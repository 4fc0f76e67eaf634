// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartloader.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tallylight::ui {

namespace {

constexpr std::size_t kMostKept = 24;

} // namespace

ChartLoader::ChartLoader(Source source, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(clock)
{
}

ChartLoader::~ChartLoader()
{
    cancel();
}

std::chrono::seconds ChartLoader::lifetime(std::chrono::seconds length)
{
    return std::max(periodForRange(length), std::chrono::seconds(60));
}

void ChartLoader::load(const QList<Target> &targets, Freshness freshness)
{
    cancel();
    const std::chrono::milliseconds now = m_clock.elapsed();
    std::erase_if(m_kept, [now](const Kept &entry) {
        return now - entry.at >= lifetime(entry.target.spec.length);
    });
    m_targets = targets;
    m_percents = QList<int>(targets.size(), 0);
    m_requests = QList<QPointer<monitor::HistoryRequest>>(targets.size());
    m_waiting = static_cast<int>(targets.size());
    Q_EMIT progressed(percent());
    for (int i = 0; i < static_cast<int>(targets.size()); ++i) {
        const Kept *recent = freshness == Freshness::RecentWillDo ? kept(targets.at(i)) : nullptr;
        if (recent)
            take(i, monitor::HistoryResult(recent->result));
        else
            start(i);
    }
}

const ChartLoader::Kept *ChartLoader::kept(const Target &target) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const Kept &entry) { return entry.target == target; });
    return found == m_kept.end() ? nullptr : &*found;
}

void ChartLoader::start(int index)
{
    const Target &target = m_targets.at(index);
    monitor::HistoryRequest *request = m_source(target.profileId, target.spec, this);
    if (!request) {
        monitor::HistoryResult nothing;
        nothing.spec = target.spec;
        nothing.error = ApiError{};
        nothing.error->category = ErrorCategory::NotFound;
        take(index, nothing);
        return;
    }
    m_requests[index] = request;
    connect(request, &monitor::HistoryRequest::progressed, this, [this, index](int percent) {
        m_percents[index] = std::clamp(percent, 0, 100);
        Q_EMIT progressed(this->percent());
    });
    connect(request, &monitor::HistoryRequest::finished, this,
            [this, index](const monitor::HistoryResult &result) {
                m_requests[index] = nullptr;
                remember(m_targets.at(index), result);
                take(index, result);
            });
}

void ChartLoader::remember(const Target &target, const monitor::HistoryResult &result)
{
    if (result.error)
        return;
    std::erase_if(m_kept, [&](const Kept &entry) { return entry.target == target; });
    if (m_kept.size() >= kMostKept)
        m_kept.erase(m_kept.begin());
    m_kept.push_back({target, result, m_clock.elapsed()});
}

void ChartLoader::take(int index, const monitor::HistoryResult &result)
{
    m_percents[index] = 100;
    --m_waiting;
    const bool last = m_waiting == 0;
    Q_EMIT progressed(percent());
    Q_EMIT loaded(index, result);
    if (last)
        Q_EMIT finished();
}

void ChartLoader::cancel()
{
    m_waiting = 0;
    const QList<QPointer<monitor::HistoryRequest>> requests = std::exchange(m_requests, {});
    for (const QPointer<monitor::HistoryRequest> &request : requests) {
        if (!request)
            continue;
        request->disconnect(this);
        request->cancel();
    }
}

int ChartLoader::percent() const
{
    if (m_percents.isEmpty())
        return 100;
    return std::accumulate(m_percents.begin(), m_percents.end(), 0)
        / static_cast<int>(m_percents.size());
}

} // namespace tallylight::ui
