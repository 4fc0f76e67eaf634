// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/recorder.h"

#include "core/inventoryjson.h"
#include "storage/historyqueries.h"
#include "storage/historystore.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using Phase = RecordingStatus::Phase;
using storage::HistoryStore;
using storage::SqlConnection;

namespace {

// CloudWatch delivers most points within two or three minutes (aws-facts §2.6); what is missing
// longer than this stays missing.
constexpr std::chrono::seconds kSettled = 5min;

/// Those of \a items that differ from what \a known says, which knows them then.
template<typename T> QList<T> changed(const QList<T> &items, QHash<QString, size_t> &known)
{
    QList<T> news;
    for (const T &item : items) {
        const size_t hash = contentHash(item);
        const auto found = known.find(item.id);
        if (found == known.end())
            known.insert(item.id, hash);
        else if (*found != hash)
            *found = hash;
        else
            continue;
        news.append(item);
    }
    return news;
}

} // namespace

Recorder::Recorder(QString file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock)
{
    m_settings.enabled = false;
}

Recorder::~Recorder() = default;

void Recorder::setSettings(const RecordingSettings &settings)
{
    m_settings = settings;
    m_settings.retention = settings.retention.bounded();
    if (!m_settings.enabled || m_file.isEmpty()) {
        close();
        takeStatus({});
    } else if (!m_store) {
        open();
    } else {
        m_store->setRetention(m_settings.retention);
    }
}

void Recorder::close()
{
    if (!m_store)
        return;
    m_store->disconnect(this);
    m_closing = std::move(m_store);
    connect(m_closing.get(), &HistoryStore::closed, this, [this] {
        m_closing.release()->deleteLater(); // it is still on the stack
        if (m_settings.enabled && !m_store)
            open();
    });
    m_closing->close();
}

void Recorder::open()
{
    RecordingStatus opening;
    opening.phase = Phase::Opening;
    takeStatus(opening);
    if (m_closing)
        return; // the file is locked until then
    m_channels.clear();
    m_inputs.clear();
    storage::HistoryOptions options;
    options.file = m_file;
    options.retention = m_settings.retention;
    m_store = std::make_unique<HistoryStore>(options, m_clock);
    connect(m_store.get(), &HistoryStore::statusChanged, this, &Recorder::takeStatus);
    connect(m_store.get(), &HistoryStore::roomFreed, this, &Recorder::sizesChanged);
}

void Recorder::tryAgain()
{
    if (m_store)
        m_store->tryAgain();
}

void Recorder::takeStatus(const RecordingStatus &status)
{
    const bool lost = status.droppedEvents != m_status.droppedEvents
        || (status.trouble && status.trouble->kind == RecordingTrouble::Kind::Corrupt);
    if (lost) {
        // Something that was passed on is not in the file: all of the inventory once more.
        m_channels.clear();
        m_inputs.clear();
    }
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void Recorder::push(const QString &profileId, auto what)
{
    if (m_store)
        m_store->push({profileId, std::move(what)});
}

void Recorder::load(bool counting, std::function<void(SqlConnection &)> job, QObject *context,
                    std::function<void()> done)
{
    if (m_store) {
        m_store->read(counting ? HistoryStore::Lane::Counting : HistoryStore::Lane::Charts,
                      std::move(job), context, std::move(done));
        return;
    }
    QMetaObject::invokeMethod(context, std::move(done), Qt::QueuedConnection);
}

void Recorder::recordChannels(const QString &profileId, const QList<Channel> &channels,
                              const QDateTime &at)
{
    if (!m_store)
        return;
    const QList<Channel> news = changed(channels, m_channels[profileId]);
    if (!news.isEmpty())
        push(profileId, storage::ChannelsSeen{news, at});
}

void Recorder::recordInputs(const QString &profileId, const QList<Input> &inputs,
                            const QDateTime &at)
{
    if (!m_store)
        return;
    const QList<Input> news = changed(inputs, m_inputs[profileId]);
    if (!news.isEmpty())
        push(profileId, storage::InputsSeen{news, at});
}

void Recorder::recordChannelsKept(const QString &profileId, const QSet<QString> &ids,
                                  const QDateTime &at)
{
    m_channels[profileId].removeIf([&ids](const auto &one) { return !ids.contains(one.key()); });
    push(profileId, storage::SweepDone{storage::ItemKind::Channel, ids, at});
}

void Recorder::recordInputsKept(const QString &profileId, const QSet<QString> &ids,
                                const QDateTime &at)
{
    m_inputs[profileId].removeIf([&ids](const auto &one) { return !ids.contains(one.key()); });
    push(profileId, storage::SweepDone{storage::ItemKind::Input, ids, at});
}

void Recorder::recordState(const QString &profileId, const QString &channelId,
                           const StateSince &since, std::chrono::seconds expectedEvery)
{
    push(profileId, storage::StateEntered{channelId, since, expectedEvery});
}

void Recorder::recordAlert(const QString &profileId, const ChannelAlert &alert, AlertEnding ending,
                           const QDateTime &at)
{
    push(profileId, storage::AlertSeen{alert, ending, at});
}

void Recorder::recordCall(const QString &profileId, const CallRecord &call)
{
    push(profileId,
         storage::CallDone{call.service, call.error ? call.error->category : ErrorCategory::None,
                           call.startedAt, call.attempts, call.metricsRequested});
}

void Recorder::recordPoints(const QString &profileId, const QList<MetricSeries> &series,
                            const TimeRange &asked)
{
    if (!m_store || series.isEmpty())
        return;
    const QDateTime settled = m_clock.utcNow().addSecs(-kSettled.count());
    const QDateTime newest = std::min(asked.to, settled);
    QList<MetricSeries> complete;
    // Series differ in how far they have come; each is covered up to its own newest point at least.
    for (const MetricSeries &one : series) {
        QDateTime until = newest;
        if (!one.points.isEmpty())
            until = std::max(until, one.points.last().at.addSecs(one.query.period.count()));
        if (until == newest)
            complete.append(one);
        else
            push(profileId, storage::PointsAsked{{one}, {asked.from, std::min(until, asked.to)}});
    }
    if (!complete.isEmpty())
        push(profileId, storage::PointsAsked{complete, {asked.from, newest}});
}

void Recorder::recordWatched(const QString &profileId, const QDateTime &at,
                             std::chrono::seconds expectedEvery)
{
    push(profileId, storage::Watched{at, expectedEvery});
}

void Recorder::loadSeries(const QString &profileId, const QList<MetricQuery> &queries,
                          const TimeRange &range, QObject *context, SeriesDone done)
{
    auto result = std::make_shared<QList<RecordedSeries>>();
    for (const MetricQuery &query : queries)
        result->append({query, {}, {}});
    const auto job = [result, profileId, queries, range](SqlConnection &connection) {
        *result = storage::readSeries(connection, profileId, queries, range);
    };
    load(false, job, context, [result, done] { done(*result); });
}

void Recorder::loadTimeline(const QString &profileId, const QString &channelId,
                            const TimeRange &range, QObject *context, TimelineDone done)
{
    auto result = std::make_shared<QList<TimelineBand>>();
    const QDateTime now = m_clock.utcNow();
    const auto job = [result, profileId, channelId, range, now](SqlConnection &connection) {
        *result = storage::readTimeline(connection, profileId, channelId, range, now);
    };
    load(false, job, context, [result, done] { done(*result); });
}

void Recorder::loadLastKnown(const QString &profileId, QObject *context, LastKnownDone done)
{
    auto result = std::make_shared<LastKnown>();
    const auto job = [result, profileId](SqlConnection &connection) {
        *result = storage::readLastKnown(connection, profileId);
    };
    load(false, job, context, [result, done] { done(*result); });
}

void Recorder::loadSizes(QObject *context, SizesDone done)
{
    auto result = std::make_shared<HistorySizes>();
    const auto job = [result](SqlConnection &connection) {
        *result = storage::readSizes(connection);
    };
    load(true, job, context, [result, done, file = m_file] {
        result->fileBytes = storage::historyFileBytes(file);
        done(*result);
    });
}

void Recorder::forgetProfile(const QString &profileId)
{
    m_channels.remove(profileId);
    m_inputs.remove(profileId);
    push(profileId, storage::ProfileForgotten{});
    Q_EMIT sizesChanged();
}

} // namespace tallylight::monitor
