// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/regionhistory.h"

#include "core/callrecord.h"
#include "monitor/recorder.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// Rows a table takes within a few milliseconds. Later portions are larger: each makes the table
// sort all it has, so that many small ones cost more than they spare.
constexpr qsizetype kFirstPortion = 200;
constexpr qsizetype kLargestPortion = 1600;

template<typename T> QList<T> takePortion(QList<T> &all, qsizetype size)
{
    if (all.size() <= size)
        return std::exchange(all, {});
    const QList<T> portion = all.mid(all.size() - size); // from the end: there the rest stays
    all.resize(all.size() - size);
    return portion;
}

} // namespace

RegionHistory::RegionHistory(QString profileId, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profileId(std::move(profileId))
    , m_clock(clock)
{
    m_recallTimer.setInterval(0ms);
    connect(&m_recallTimer, &QTimer::timeout, this, &RegionHistory::recallSome);
}

void RegionHistory::setRecorder(Recorder *recorder)
{
    m_recorder = recorder;
    if (!recorder)
        return;
    recorder->loadLastKnown(m_profileId, this,
                            [this](const LastKnown &known) { takeLastKnown(known); });
}

void RegionHistory::channelsSeen(const QList<Channel> &channels, std::chrono::seconds expectedEvery)
{
    const QDateTime now = m_clock.utcNow();
    if (m_recorder) {
        m_recorder->recordChannels(m_profileId, channels, now);
        m_recorder->recordWatched(m_profileId, now, expectedEvery);
    }
    for (const Channel &channel : channels) {
        const auto entered = m_ledger.observe(channel, now, expectedEvery);
        if (entered && m_recorder)
            m_recorder->recordState(m_profileId, channel.id, *entered, expectedEvery);
    }
}

void RegionHistory::inputsSeen(const QList<Input> &inputs, std::chrono::seconds expectedEvery)
{
    if (!m_recorder)
        return;
    const QDateTime now = m_clock.utcNow();
    m_recorder->recordInputs(m_profileId, inputs, now);
    m_recorder->recordWatched(m_profileId, now, expectedEvery);
}

void RegionHistory::channelsKept(const QSet<QString> &ids, const QDateTime &startedAt)
{
    m_ledger.retain(ids);
    m_channelsComplete = true;
    m_channelsToRecall.clear(); // everything there is has been seen by now
    if (m_recorder)
        m_recorder->recordChannelsKept(m_profileId, ids, startedAt);
}

void RegionHistory::inputsKept(const QSet<QString> &ids, const QDateTime &startedAt)
{
    m_inputsComplete = true;
    m_inputsToRecall.clear();
    if (m_recorder)
        m_recorder->recordInputsKept(m_profileId, ids, startedAt);
}

void RegionHistory::alertChanged(const AlertRecord &record)
{
    if (m_recorder)
        m_recorder->recordAlert(m_profileId, record.alert, record.ending, m_clock.utcNow());
}

void RegionHistory::pointsArrived(const QList<MetricSeries> &series, const TimeRange &asked)
{
    if (m_recorder)
        m_recorder->recordPoints(m_profileId, series, asked);
}

void RegionHistory::callFinished(const CallRecord &call)
{
    if (m_recorder)
        m_recorder->recordCall(m_profileId, call);
}

void RegionHistory::takeLastKnown(const LastKnown &known)
{
    if (!m_channelsComplete)
        m_channelsToRecall = known.channels;
    if (!m_inputsComplete)
        m_inputsToRecall = known.inputs;
    for (const Observed<Channel> &one : known.channels) {
        const StateSince state = known.states.value(one.value.id);
        if (!state.state.isEmpty())
            m_ledger.recall(one.value.id, state, one.freshness.observedAt,
                            one.freshness.expectedEvery);
    }
    m_portion = kFirstPortion;
    if (!known.alerts.isEmpty())
        Q_EMIT alertsRecalled(known.alerts, known.watchedUntil);
    recallSome();
}

void RegionHistory::recallSome()
{
    const qsizetype size = m_portion;
    m_portion = std::min(2 * m_portion, kLargestPortion);
    if (!m_channelsToRecall.isEmpty())
        Q_EMIT channelsRecalled(takePortion(m_channelsToRecall, size));
    else if (!m_inputsToRecall.isEmpty())
        Q_EMIT inputsRecalled(takePortion(m_inputsToRecall, size));
    if (m_channelsToRecall.isEmpty() && m_inputsToRecall.isEmpty())
        m_recallTimer.stop();
    else if (!m_recallTimer.isActive())
        m_recallTimer.start();
}

} // namespace tallylight::monitor
