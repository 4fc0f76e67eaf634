// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/clock.h"
#include "core/history.h"
#include "core/timeline.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace tallylight::storage {
class HistoryStore;
class SqlConnection;
} // namespace tallylight::storage

namespace tallylight::monitor {

/// The history of every profile, as the GUI thread sees it: what is given to it is written by a
/// thread of its own at least every second, what is asked of it is read by another one. Takes
/// values only and no secret ever.
///
/// Nothing here blocks, fails or throws: while recording is off or impossible, record…() does
/// nothing but count, load…() answers with nothing, and status() says why. Monitoring goes on.
///
/// Lives on the GUI thread and outlives whoever records.
class Recorder : public QObject
{
    Q_OBJECT

public:
    /// Keeps the history in \a file (its folder must exist); an empty name records nothing. Off
    /// until setSettings() says otherwise.
    Recorder(QString file, const Clock &clock, QObject *parent = nullptr);
    /// Writes what is waiting, for two seconds at most.
    ~Recorder() override;

    /// Opens the file, or closes it when recording is switched off; both take their time elsewhere.
    void setSettings(const RecordingSettings &settings);
    const RecordingSettings &settings() const { return m_settings; }
    /// After trouble: tries at once instead of in ten seconds.
    void tryAgain();
    const RecordingStatus &status() const { return m_status; }
    const QString &file() const { return m_file; }

    /// A page of a sweep, observed at \a at. Only what differs from what was recorded is written.
    void recordChannels(const QString &profileId, const QList<Channel> &channels,
                        const QDateTime &at);
    void recordInputs(const QString &profileId, const QList<Input> &inputs, const QDateTime &at);
    /// The end of a complete sweep that began at \a at: what is not in \a ids is gone.
    void recordChannelsKept(const QString &profileId, const QSet<QString> &ids,
                            const QDateTime &at);
    void recordInputsKept(const QString &profileId, const QSet<QString> &ids, const QDateTime &at);
    /// The channel has entered this state, or was seen in it after a time nobody looked
    /// (StateLedger::observe()).
    void recordState(const QString &profileId, const QString &channelId, const StateSince &since,
                     std::chrono::seconds expectedEvery);
    /// An alert as AWS tells it, and how it ended if it has. The key is (profile, channel, id, set
    /// time); later calls complete earlier ones.
    void recordAlert(const QString &profileId, const ChannelAlert &alert, AlertEnding ending,
                     const QDateTime &at);
    void recordCall(const QString &profileId, const CallRecord &call);
    /// The answer to a request for \a asked: what is in it and what is not. Of the newest minutes
    /// points may still come in, so absence there says nothing yet. Series that came back
    /// incomplete are kept but don't count as covered. Only the periods of kRecordedPeriods.
    void recordPoints(const QString &profileId, const QList<MetricSeries> &series,
                      const TimeRange &asked);
    /// The profile was watched at \a at. Calls no further apart than \a expectedEvery allows make
    /// one span; in between spans it was not observed.
    void recordWatched(const QString &profileId, const QDateTime &at,
                       std::chrono::seconds expectedEvery);

    using SeriesDone = std::function<void(const QList<RecordedSeries> &)>;
    using TimelineDone = std::function<void(const QList<TimelineBand> &)>;
    using LastKnownDone = std::function<void(const LastKnown &)>;
    using SizesDone = std::function<void(const HistorySizes &)>;

    /// One answer per query, in their order. \a done is called once, later, on this thread, unless
    /// \a context is destroyed first. What was recorded before the call is in the answer.
    void loadSeries(const QString &profileId, const QList<MetricQuery> &queries,
                    const TimeRange &range, QObject *context, SeriesDone done);
    /// States other than RUNNING, alerts and times of no observation that touch \a range.
    void loadTimeline(const QString &profileId, const QString &channelId, const TimeRange &range,
                      QObject *context, TimelineDone done);
    void loadLastKnown(const QString &profileId, QObject *context, LastKnownDone done);
    void loadSizes(QObject *context, SizesDone done);
    /// Deletes everything recorded of a profile.
    void forgetProfile(const QString &profileId);

Q_SIGNALS:
    void statusChanged();
    /// Something was deleted: on request, or because it was old.
    void sizesChanged();

private:
    /// What of the inventory has been passed on, so that only what differs is.
    using Hashes = QHash<QString, size_t>;

    void open();
    void close();
    void push(const QString &profileId, auto what);
    void load(bool counting, std::function<void(storage::SqlConnection &)> job, QObject *context,
              std::function<void()> done);
    void takeStatus(const RecordingStatus &status);

    QString m_file;
    const Clock &m_clock;
    RecordingSettings m_settings;
    RecordingStatus m_status;
    std::unique_ptr<storage::HistoryStore> m_store;
    std::unique_ptr<storage::HistoryStore> m_closing; // switched off, but its threads still run
    QHash<QString, Hashes> m_channels; // by profile, then channel id
    QHash<QString, Hashes> m_inputs;
};

} // namespace tallylight::monitor
