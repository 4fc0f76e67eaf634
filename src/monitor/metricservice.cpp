// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricservice.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"
#include "core/metriccatalogue.h"
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

/// The newest point that says something. A sum over a period that is still running is too small, so
/// sums are taken from complete periods only.
std::optional<Datapoint> newestPoint(const MetricSeries &series, const QDateTime &serverNow)
{
    const bool completeOnly = series.query.statistic == u"Sum"_s;
    for (auto it = series.points.rbegin(); it != series.points.rend(); ++it) {
        const bool complete = it->at.addSecs(series.query.period.count()) <= serverNow;
        if (std::isfinite(it->value) && (complete || !completeOnly))
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
    case SeriesStatus::Partial: // not answered to the end, so "no data" would be a guess
        return ReadingStatus::Failed;
    case SeriesStatus::Complete:
        break;
    }
    return ReadingStatus::NoData;
}

ReadingStatus statusOf(const ApiError &error)
{
    switch (error.category) {
    case ErrorCategory::Forbidden:
        return ReadingStatus::Forbidden;
    case ErrorCategory::Throttled:
        return ReadingStatus::Throttled;
    default:
        return ReadingStatus::Failed;
    }
}

/// How much a reading without a value takes away from the others of its metric: a group that could
/// not be read makes the whole unknown rather than smaller than it is; a group that publishes
/// nothing does so only where that is not normal.
int weight(ReadingStatus status, bool optional)
{
    switch (status) {
    case ReadingStatus::Failed:
        return 3;
    case ReadingStatus::Forbidden:
        return 2;
    case ReadingStatus::NoData:
        return optional ? -1 : 1;
    default:
        return status == ReadingStatus::Value ? 0 : -1;
    }
}

/// Adds one output group's reading to what the others gave.
void combine(MetricReading &sum, const MetricReading &one, const MetricInfo &info)
{
    const int had = weight(sum.status, info.isOptional());
    const int has = weight(one.status, info.isOptional());
    if (had != has) {
        if (has > had)
            sum = one;
        return;
    }
    if (!sum.hasValue())
        return;
    sum.value = info.combine == MetricCombine::Minimum ? std::min(sum.value, one.value)
        : info.combine == MetricCombine::Maximum       ? std::max(sum.value, one.value)
                                                       : sum.value + one.value;
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
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &MetricService::forget);
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
        m_expiry.start(2 * m_poller.interval());
        return;
    }
    m_expiry.stop();
    if (m_started)
        m_poller.start(untilDue());
}

milliseconds MetricService::untilDue() const
{
    // Turning a page and back must not cost another round.
    if (!m_freshness.observedAt.isValid() || m_freshness.error)
        return 0ms;
    const milliseconds age(m_freshness.observedAt.msecsTo(m_clock.utcNow()));
    return std::clamp(m_poller.interval() - age, 0ms, m_poller.interval());
}

void MetricService::forget()
{
    // Nobody looks any more: old readings would only turn what is known for free into "unknown".
    m_readings.clear();
    m_freshness.observedAt = {};
    m_freshness.error.reset();
    Q_EMIT readingsArrived();
    Q_EMIT progressed();
}

void MetricService::refreshNow()
{
    if (m_catalogueError)
        m_catalogueAt = {}; // the permission may have been granted meanwhile
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
    withCatalogue(this, [this](const std::optional<ApiError> &error) {
        if (error)
            failRound(*error);
        else
            askReadings();
    });
}

void MetricService::withCatalogue(QObject *context, const CatalogueDone &done)
{
    if (catalogueIsCurrent()) {
        done(std::nullopt);
        return;
    }
    aws::MetricFilter filter;
    filter.nameSpace = u"AWS/MediaLive"_s;
    filter.recentlyActive = true;
    aws::PagedJob<MetricId> *job = aws::CloudWatchClient(m_connection).listMetrics(filter, context);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job, done] {
        const auto &result = job->result();
        m_catalogueError.reset();
        if (result.hasValue()) {
            m_catalogue = PublishedMetrics(result.value());
            m_catalogueAt = m_clock.utcNow();
        } else if (result.error().category == ErrorCategory::Forbidden) {
            m_catalogueError = result.error();
            m_catalogueAt = m_clock.utcNow();
        } else if (m_catalogue.isEmpty()) {
            done(result.error());
            return;
        }
        done(std::nullopt);
    });
    job->start();
}

PublishedMetrics::Lookup MetricService::lookUp(const QString &channelId, const QString &pipeline,
                                               HealthMetric metric) const
{
    const MetricInfo &info = healthMetricInfo(metric);
    if (m_catalogueError)
        return PublishedMetrics::assumed(channelId, pipeline, metric);
    const PublishedMetrics::Lookup found = m_catalogue.find(channelId, pipeline, metric);
    // A running leg always publishes these. One that is missing from a list of what was active
    // lately has just started, or has gone silent: asked for, it comes back as "no data", which is
    // the truth.
    if (!found.published && !info.isOptional() && !info.perOutputGroup())
        return PublishedMetrics::assumed(channelId, pipeline, metric);
    return found;
}

ReadingStatus MetricService::unpublishedStatus() const
{
    // Without the list, what is published per output group can't be known.
    return m_catalogueError ? ReadingStatus::Forbidden : ReadingStatus::NotPublished;
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
            for (const HealthMetric metric : kHealthMetrics) {
                const PublishedMetrics::Lookup found = lookUp(it.key(), pipeline, metric);
                readings[static_cast<std::size_t>(metric)].status
                    = found.published ? ReadingStatus::Loading : unpublishedStatus();
                for (const MetricId &id : found.metrics) {
                    queries.append({id, healthMetricInfo(metric).statistic, kReadingPeriod});
                    targets.append({it.key(), pipeline, metric});
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

    // CloudWatch's minutes, not this computer's: its clock may be off.
    const QDateTime end = nextMinute(m_connection.signingTime());
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
    for (PipelineReadings &readings : m_readings)
        readings.fill({unpublishedStatus(), 0.0, {}});
    const QDateTime now = m_connection.signingTime();
    QHash<QString, std::array<bool, kHealthMetricCount>> touched;
    for (qsizetype i = 0; i < targets.size() && i < series.size(); ++i) {
        const Target &target = targets.at(i);
        const QString key = pipelineKey(target.channelId, target.pipeline);
        if (!m_pipelines.contains(target.channelId))
            continue; // stopped while the answer was on its way
        const auto index = static_cast<std::size_t>(target.metric);
        const std::optional<Datapoint> newest = newestPoint(series.at(i), now);
        const MetricReading one = newest ? MetricReading::of(newest->value, newest->at)
                                         : MetricReading{statusOf(series.at(i)), 0.0, {}};
        bool &seen = touched[key][index];
        MetricReading &reading = m_readings[key][index];
        if (seen)
            combine(reading, one, healthMetricInfo(target.metric));
        else
            reading = one;
        seen = true;
    }
    m_freshness.observe(m_clock.utcNow());
    Q_EMIT readingsArrived();
    m_poller.roundFinished(true);
    Q_EMIT progressed();
}

void MetricService::failRound(const ApiError &error)
{
    if (error.category != ErrorCategory::Cancelled) {
        m_freshness.error = error;
        const ReadingStatus status = statusOf(error);
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
    // Whoever waits for it hears from it, even when the region is closed first.
    connect(this, &QObject::destroyed, request, &HistoryRequest::cancel);
    // Never from inside this call, so that the caller can connect first.
    QMetaObject::invokeMethod(
        this,
        [this, guarded = QPointer<HistoryRequest>(request), spec] {
            if (!guarded || guarded->isFinished())
                return;
            withCatalogue(this, [this, guarded, spec](const std::optional<ApiError> &) {
                if (guarded && !guarded->isFinished())
                    startHistory(guarded, spec);
            });
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
    const qint64 end = (m_connection.signingTime().toSecsSinceEpoch() / period + 1) * period;
    result.range.to = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
    result.range.from = result.range.to.addSecs(-spec.length.count());

    QList<MetricQuery> queries;
    for (const HealthMetric metric : spec.metrics) {
        for (const QString &pipeline : spec.pipelines) {
            PublishedMetrics::Lookup found = m_catalogue.find(spec.channelId, pipeline, metric);
            // Yesterday's channel is not in a list of what was active in the last three hours.
            if (!found.published)
                found = PublishedMetrics::assumed(spec.channelId, pipeline, metric);
            for (const MetricId &id : found.metrics) {
                queries.append({id, healthMetricInfo(metric).chartStatistic, result.period});
            }
        }
    }
    if (queries.isEmpty()) {
        result.error = m_catalogueError;
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
        result.series = job->series(); // what has arrived, also before an error
        if (!job->result().hasValue())
            result.error = job->result().error();
        request->finish(result);
    });
    job->start();
}

} // namespace tallylight::monitor
