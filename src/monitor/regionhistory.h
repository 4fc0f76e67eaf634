// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alert.h"
#include "core/clock.h"
#include "core/history.h"
#include "core/stateledger.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tallylight {
struct CallRecord;
}

namespace tallylight::monitor {

class Recorder;

/// What one region was and is: keeps count of since when each channel is in its state, passes what
/// is observed on to the recorder, and brings back what an earlier run knew. Without a recorder
/// only this run is known.
class RegionHistory : public QObject
{
    Q_OBJECT

public:
    RegionHistory(QString profileId, const Clock &clock, QObject *parent = nullptr);

    /// From now on \a recorder gets everything; null for nobody. Asks it at once for what an
    /// earlier run knew, see recalled…().
    void setRecorder(Recorder *recorder);

    // What has just been observed.
    void channelsSeen(const QList<Channel> &channels, std::chrono::seconds expectedEvery);
    void inputsSeen(const QList<Input> &inputs, std::chrono::seconds expectedEvery);
    /// The end of a complete sweep that began at \a startedAt.
    void channelsKept(const QSet<QString> &ids, const QDateTime &startedAt);
    void inputsKept(const QSet<QString> &ids, const QDateTime &startedAt);
    /// An alert was set, changed or ended.
    void alertChanged(const AlertRecord &record);
    /// Metric points as CloudWatch gave them, and the range they were asked for.
    void pointsArrived(const QList<MetricSeries> &series, const TimeRange &asked);
    void callFinished(const CallRecord &call);

    StateSince stateSince(const QString &channelId) const { return m_ledger.since(channelId); }

Q_SIGNALS:
    /// What an earlier run knew, in portions that hold up nobody. Each row has the time it was last
    /// seen and is not to be believed.
    void channelsRecalled(const QList<tallylight::Observed<tallylight::Channel>> &channels);
    void inputsRecalled(const QList<tallylight::Observed<tallylight::Input>> &inputs);
    /// The alerts that were set when it last looked, at \a seenAt.
    void alertsRecalled(const QList<tallylight::ChannelAlert> &set, const QDateTime &seenAt);

private:
    void takeLastKnown(const LastKnown &known);
    void recallSome();

    const QString m_profileId;
    const Clock &m_clock;
    QPointer<Recorder> m_recorder;
    StateLedger m_ledger;
    QList<Observed<Channel>> m_channelsToRecall;
    QList<Observed<Input>> m_inputsToRecall;
    qsizetype m_portion = 0; ///< how many come next
    QTimer m_recallTimer;
    bool m_channelsComplete = false; ///< a whole sweep of this run has been seen
    bool m_inputsComplete = false;
};

} // namespace tallylight::monitor
