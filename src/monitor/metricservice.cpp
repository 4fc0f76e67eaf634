// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricservice.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"
#include "monitor/historyrequest.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds kReadingPeriod = 60s;
// The newest complete minute arrives a minute or two late; a reading older than this says nothing
// about now.
constexpr seconds kReadingWindow = 5min;
// ListMetrics shows new metrics only after some minutes, so asking more often brings nothing
// (aws-facts §2.5).
constexpr seconds kCatalogueAge = 15min;

QString pipelineKey(const QString &channelId, const QString &pipeline)
{
    return channelId + u'/' + pipeline;
}

/// The end of the current minute: EndTime is exclusive, and the current minute's points are wanted.
QDateTime nextMinute(const QDateTime &utcNow)
{
    return QDateTime::fromSecsSinceEpoch((utcNow.toSecsSinceEpoch() / 60 + 1) * 60, Qt::UTC);
}

std::optional<Datapoint> newestPoint(const MetricSeries &series)
{
    for (auto it = series.points.rbegin(); it != series.points.rend(); ++it) {
        if (std::isfinite(it->value))
            return *it;
    }
    return std::nullopt;
}

ReadingStatus statusOf(const MetricSeries &series)
{
    switch (series.status) {
    case SeriesStatus::Forbidden:
        return ReadingStatus::Forbidden;
    case SeriesStatus::InternalError:
        return ReadingStatus::Failed;
    case SeriesStatus::Complete:
    case SeriesStatus::Partial:
        break;
    }
    return ReadingStatus::NoData;
}

/// Adds one output group's reading to what the others gave. A group without a value makes the whole
/// unknown rather than smaller than it is.
void combine(MetricReading &sum, const MetricReading &one, bool withMinimum, bool first)
{
    if (first) {
        sum = one;
        return;
    }
    if (!one.hasValue()) {
        // Groups that are not HTTP publish no error counts; they don't take the others' away.
        if (!sum.hasValue() && one.status != ReadingStatus::NoData)
            sum = one;
        return;
    }
    if (!sum.hasValue()) {
        sum = one;
        return;
    }
    sum.value = withMinimum ? std::min(sum.value, one.value) : sum.value + one.value;
    sum.at = std::min(sum.at, one.at);
}

} // namespace

MetricService::MetricService(aws::Connection &connection, milliseconds interval, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_poller(interval)
{
    m_freshness.expectedEvery = std::chrono::ceil<seconds>(interval);
    connect(&m_poller, &Poller::due, this, &MetricService::round);
}

MetricService::~MetricService() = default;

void MetricService::start()
{
    m_started = true;
    if (m_watched)
        m_poller.start();
}

void MetricService::stop()
{
    m_started = false;
    m_poller.stop();
    if (m_job)
        m_job->cancel();
}

void MetricService::setPaused(bool paused)
{
    m_poller.setPaused(paused);
}

void MetricService::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (!watched) {
        m_poller.stop();
        return;
    }
    if (!m_started)
        return;
    m_poller.start();
}

void MetricService::refreshNow()
{
    m_poller.runNow();
}

void MetricService::setRunningChannels(const QList<Channel> &channels)
{
    const bool hadNone = m_pipelines.isEmpty();
    QHash<QString, int> pipelines;
    for (const Channel &channel : channels)
        pipelines.insert(channel.id, channel.pipelinesExpected().value_or(2));
    m_pipelines = pipelines;
    m_readings.removeIf([&pipelines](const auto &entry) {
        return !pipelines.contains(entry.key().section(u'/', 0, -2));
    });
    // The first round usually starts before the inventory is there.
    if (hadNone && !m_pipelines.isEmpty())
        m_poller.runNow();
}

PipelineReadings MetricService::readings(const QString &channelId, const QString &pipeline) const
{
    const auto found = m_readings.constFind(pipelineKey(channelId, pipeline));
    if (found != m_readings.constEnd())
        return *found;
    PipelineReadings none{};
    if (m_watched && m_poller.isRoundUnderWay())
        none.fill({ReadingStatus::Loading, 0.0, {}});
    return none;
}

bool MetricService::catalogueIsCurrent() const
{
    return m_catalogueAt.isValid()
        && m_catalogueAt.secsTo(m_clock.utcNow()) < kCatalogueAge.count();
}

void MetricService::round()
{
    if (m_pipelines.isEmpty()) {
        m_poller.roundFinished(true);
        return;
    }
    Q_EMIT progressed();
    if (catalogueIsCurrent())
        askReadings();
    else
        refreshCatalogue();
}

void MetricService::refreshCatalogue()
{
    aws::MetricFilter filter;
    filter.nameSpace = u"AWS/MediaLive"_s;
    filter.recentlyActive = true;
    aws::PagedJob<MetricId> *job = aws::CloudWatchClient(m_connection).listMetrics(filter, this);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job] {
        m_job = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_catalogue = MetricCatalogue(result.value());
            m_catalogueAt = m_clock.utcNow();
            m_catalogueRefused = false;
        } else if (result.error().category == ErrorCategory::Forbidden) {
            m_catalogueRefused = true;
            m_catalogueAt = m_clock.utcNow();
        } else if (m_catalogue.isEmpty()) {
            failRound(result.error());
            return;
        }
        askReadings();
    });
    job->start();
}

void MetricService::askReadings()
{
    QList<MetricQuery> queries;
    QList<Target> targets;
    QHash<QString, PipelineReadings> unpublished;
    for (auto it = m_pipelines.constBegin(); it != m_pipelines.constEnd(); ++it) {
        for (int leg = 0; leg < it.value(); ++leg) {
            const QString pipeline = QString::number(leg);
            PipelineReadings &readings = unpublished[pipelineKey(it.key(), pipeline)];
            for (const HealthMetricInfo &info : healthMetrics()) {
                const MetricCatalogue::Lookup found = m_catalogueRefused
                    ? MetricCatalogue::assumed(it.key(), pipeline, info.metric)
                    : m_catalogue.find(it.key(), pipeline, info.metric);
                readings[static_cast<std::size_t>(info.metric)].status
                    = found.published ? ReadingStatus::Loading : ReadingStatus::NotPublished;
                for (const MetricId &metric : found.metrics) {
                    queries.append({metric, QString::fromLatin1(info.statistic), kReadingPeriod});
                    targets.append({it.key(), pipeline, info.metric});
                }
            }
        }
    }
    // What has been read stays visible until the new values are there.
    for (auto it = unpublished.constBegin(); it != unpublished.constEnd(); ++it) {
        if (!m_readings.contains(it.key()))
            m_readings.insert(it.key(), it.value());
    }
    if (queries.isEmpty()) {
        takeReadings({}, {});
        return;
    }

    const QDateTime end = nextMinute(m_clock.utcNow());
    const TimeRange range{end.addSecs(-kReadingWindow.count()), end};
    auto *job = aws::CloudWatchClient(m_connection).getMetricData(queries, range, this);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job, targets] {
        m_job = nullptr;
        if (job->result().hasValue())
            takeReadings(job->result().value(), targets);
        else
            failRound(job->result().error());
    });
    job->start();
}

void MetricService::takeReadings(const QList<MetricSeries> &series, const QList<Target> &targets)
{
    for (PipelineReadings &readings : m_readings) {
        for (MetricReading &reading : readings) {
            if (reading.status != ReadingStatus::NotPublished)
                reading = {ReadingStatus::NotPublished, 0.0, {}};
        }
    }
    QHash<QString, std::array<bool, kHealthMetricCount>> touched;
    for (qsizetype i = 0; i < targets.size() && i < series.size(); ++i) {
        const Target &target = targets.at(i);
        const QString key = pipelineKey(target.channelId, target.pipeline);
        if (!m_pipelines.contains(target.channelId))
            continue; // stopped while the answer was on its way
        const auto index = static_cast<std::size_t>(target.metric);
        const std::optional<Datapoint> newest = newestPoint(series.at(i));
        const MetricReading one = newest ? MetricReading::of(newest->value, newest->at)
                                         : MetricReading{statusOf(series.at(i)), 0.0, {}};
        bool &seen = touched[key][index];
        combine(m_readings[key][index], one, healthMetricInfo(target.metric).combineWithMinimum,
                !seen);
        seen = true;
    }
    m_freshness.observedAt = m_clock.utcNow();
    m_freshness.error.reset();
    Q_EMIT readingsArrived();
    m_poller.roundFinished(true);
    Q_EMIT progressed();
}

void MetricService::failRound(const ApiError &error)
{
    if (error.category != ErrorCategory::Cancelled) {
        m_freshness.error = error;
        const ReadingStatus status = error.category == ErrorCategory::Forbidden
            ? ReadingStatus::Forbidden
            : ReadingStatus::Failed;
        for (auto it = m_pipelines.constBegin(); it != m_pipelines.constEnd(); ++it) {
            for (int leg = 0; leg < it.value(); ++leg) {
                PipelineReadings &readings
                    = m_readings[pipelineKey(it.key(), QString::number(leg))];
                for (MetricReading &reading : readings) {
                    // Values stay, marked stale by the freshness; cells that never had one say why.
                    if (!reading.hasValue())
                        reading.status = status;
                }
            }
        }
        Q_EMIT readingsArrived();
    }
    m_poller.roundFinished(false);
    Q_EMIT progressed();
}

HistoryRequest *MetricService::loadHistory(const HistorySpec &spec, QObject *parent)
{
    auto *request = new HistoryRequest(parent);
    // Never from inside this call, so that the caller can connect first.
    QMetaObject::invokeMethod(
        this,
        [this, guarded = QPointer<HistoryRequest>(request), spec] {
            if (guarded && !guarded->isFinished())
                startHistory(guarded, spec);
        },
        Qt::QueuedConnection);
    return request;
}

void MetricService::startHistory(HistoryRequest *request, const HistorySpec &spec)
{
    HistoryResult result;
    result.spec = spec;
    result.period = periodForRange(spec.length);
    const qint64 period = result.period.count();
    const qint64 end = (m_clock.utcNow().toSecsSinceEpoch() / period + 1) * period;
    result.range.to = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
    result.range.from = result.range.to.addSecs(-spec.length.count());

    QList<MetricQuery> queries;
    for (const HealthMetric metric : spec.metrics) {
        for (const QString &pipeline : spec.pipelines) {
            MetricCatalogue::Lookup found = m_catalogue.find(spec.channelId, pipeline, metric);
            // Yesterday's channel is not in a list of what was active in the last three hours.
            if (!found.published)
                found = MetricCatalogue::assumed(spec.channelId, pipeline, metric);
            for (const MetricId &id : found.metrics) {
                queries.append(
                    {id, QString::fromLatin1(healthMetricInfo(metric).statistic), result.period});
            }
        }
    }
    if (queries.isEmpty()) {
        request->finish(result);
        return;
    }
    auto *job = aws::CloudWatchClient(m_connection).getMetricData(queries, result.range, request);
    job->setPriority(aws::Priority::User);
    request->m_job = job;
    request->m_result = result;
    connect(job, &aws::Job::progressed, request, [request, job] {
        Q_EMIT request->progressed(static_cast<int>(job->progress() * 100.0));
    });
    connect(job, &aws::Job::finished, request, [request, job, result]() mutable {
        if (job->result().hasValue())
            result.series = job->result().value();
        else
            result.error = job->result().error();
        request->finish(result);
    });
    job->start();
}

} // namespace tallylight::monitor
