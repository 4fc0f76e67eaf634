// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/historyloader.h"

#include "aws/cloudwatchclient.h"
#include "aws/connection.h"
#include "core/historymerge.h"
#include "core/metriccatalogue.h"
#include "monitor/costbook.h"
#include "monitor/metriclister.h"
#include "monitor/recorder.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// ListMetrics is asked for what was active in this time (aws-facts §2.5).
constexpr std::chrono::seconds kListedFor = 3h;
// As late as points may be; a chart that lacks no more is not worth a request.
constexpr std::chrono::seconds kSpare = 3min;

/// As many whole periods as \a range touches.
TimeRange wholePeriods(const TimeRange &range, std::chrono::seconds period)
{
    const qint64 step = period.count();
    const qint64 from = range.from.toSecsSinceEpoch() / step * step;
    const qint64 to = (range.to.toSecsSinceEpoch() + step - 1) / step * step;
    return {QDateTime::fromSecsSinceEpoch(from, Qt::UTC),
            QDateTime::fromSecsSinceEpoch(to, Qt::UTC)};
}

} // namespace

class HistoryLoader::Pieces
{
public:
    Pieces(const QList<MetricSeries> &wanted, const QList<RecordedSeries> &recorded,
           const TimeRange &range)
    {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            Piece piece;
            if (i < recorded.size())
                piece.recorded = recorded.at(i);
            piece.recorded.query = wanted.at(i).query;
            piece.asked = lackingRange(piece.recorded, range, kSpare);
            if (piece.asked)
                piece.asked = wholePeriods(*piece.asked, piece.recorded.query.period);
            piece.fresh = {wanted.at(i).query, {}, SeriesStatus::Partial, {}};
            m_pieces.append(piece);
        }
    }

    /// What to ask for; series that lack the same go together.
    QList<PlannedBatch> batches() const
    {
        QList<PlannedBatch> batches;
        for (const Piece &piece : m_pieces) {
            if (!piece.asked)
                continue;
            const auto same
                = std::find_if(batches.begin(), batches.end(), [&piece](const PlannedBatch &batch) {
                      return batch.range == *piece.asked;
                  });
            if (same != batches.end())
                same->queries.append(piece.recorded.query);
            else
                batches.append(PlannedBatch{*piece.asked, {piece.recorded.query}});
        }
        return batches;
    }

    QList<MetricQuery> asked() const
    {
        QList<MetricQuery> queries;
        for (const PlannedBatch &batch : batches())
            queries += batch.queries;
        return queries;
    }

    void take(const QList<MetricSeries> &answers)
    {
        for (const MetricSeries &answer : answers) {
            for (Piece &piece : m_pieces) {
                if (piece.recorded.query == answer.query)
                    piece.fresh = answer;
            }
        }
    }

    QList<MetricSeries> merged() const
    {
        QList<MetricSeries> series;
        for (const Piece &piece : m_pieces)
            series.append(mergedSeries(piece.recorded, piece.asked, piece.fresh));
        return series;
    }

private:
    struct Piece
    {
        RecordedSeries recorded;
        std::optional<TimeRange> asked;
        MetricSeries fresh;
    };

    QList<Piece> m_pieces;
};

HistoryLoader::HistoryLoader(aws::Connection &connection, MetricLister &lister,
                             MetricOptions options, const CostBook *costs, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_lister(lister)
    , m_options(std::move(options))
    , m_costs(costs)
    , m_clock(clock)
{
}

void HistoryLoader::setOptions(const MetricOptions &options)
{
    m_options = options;
    m_freeRefused = false;
}

HistoryRequest *HistoryLoader::load(const HistorySpec &spec, QObject *parent)
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
            if (isOff()) {
                begin(guarded, spec, std::nullopt); // what is recorded costs nothing
                return;
            }
            m_lister.withList(this, [this, guarded, spec](const std::optional<ApiError> &error) {
                if (guarded && !guarded->isFinished())
                    begin(guarded, spec, error);
            });
        },
        Qt::QueuedConnection);
    return request;
}

QList<MetricQuery> HistoryLoader::queriesFor(const HistorySpec &spec, HistoryResult &result) const
{
    QList<MetricQuery> queries;
    const PublishedMetrics &published = m_lister.published();
    const bool listed = !m_lister.refusal() && !published.isEmpty();
    bool allAsked = true;
    for (const QString &name : spec.metrics) {
        const MetricInfo info = m_options.catalogue->infoFor(name);
        bool anyLeg = false;
        bool anyAsked = false;
        for (const QString &pipeline : spec.pipelines) {
            PublishedMetrics::Lookup found = published.find(spec.channelId, pipeline, info);
            anyLeg = anyLeg || found.published;
            // Nothing that is not listed has datapoints in the last three hours; asking would only
            // cost. What a running leg always publishes may be late in the list.
            if (!found.published && listed && info.isOptional() && spec.length <= kListedFor)
                continue;
            // Yesterday's channel is not listed.
            if (!found.published)
                found = PublishedMetrics::assumed(spec.channelId, pipeline, info);
            anyAsked = anyAsked || !found.metrics.isEmpty();
            for (const MetricId &id : found.metrics)
                queries.append(
                    {id, info.chartStatistic, std::max(result.period, info.finestPeriod)});
        }
        allAsked = allAsked && anyAsked;
        if (listed && !anyLeg)
            result.unpublished.append(name);
    }
    // Whatever kept the list away matters only where something can't be asked for without it.
    if (listed || allAsked)
        result.error.reset();
    return queries;
}

void HistoryLoader::begin(HistoryRequest *request, const HistorySpec &spec,
                          const std::optional<ApiError> &listError)
{
    HistoryResult result;
    result.spec = spec;
    result.period = periodForRange(spec.length);
    const qint64 period = result.period.count();
    const qint64 end = (m_connection.signingTime().toSecsSinceEpoch() / period + 1) * period;
    result.range.to = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
    result.range.from = result.range.to.addSecs(-spec.length.count());

    if (isOff())
        result.error = overBudget();
    else
        result.error = listError ? listError : m_lister.refusal();
    const QList<MetricQuery> queries = queriesFor(spec, result);
    if (queries.isEmpty()) {
        request->finish(result);
        return;
    }
    for (const MetricQuery &query : queries)
        result.series.append({query, {}, SeriesStatus::Complete, {}});
    request->m_result = result;
    if (m_recorder)
        recall(request, result, queries);
    else
        ask(request, result, {});
}

void HistoryLoader::recall(HistoryRequest *request, const HistoryResult &result,
                           const QList<MetricQuery> &queries)
{
    const QPointer<HistoryLoader> alive(this);
    m_recorder->loadTimeline(
        m_options.profileId, result.spec.channelId, result.range, request,
        [this, alive, request, result, queries](const QList<TimelineBand> &bands) {
            if (!alive || request->isFinished())
                return;
            HistoryResult known = result;
            known.bands = bands;
            request->m_result = known;
            m_recorder->loadSeries(
                m_options.profileId, queries, known.range, request,
                [this, alive, request, known](const QList<RecordedSeries> &recorded) {
                    if (alive && !request->isFinished())
                        ask(request, known, recorded);
                });
        });
}

MetricAsker::With HistoryLoader::cheapestWay(const QList<PlannedBatch> &batches) const
{
    qint64 series = 0;
    bool fits = m_costs && m_options.useFreeStatistics && !m_freeRefused && !isOff();
    for (const PlannedBatch &batch : batches) {
        series += batch.queries.size();
        for (const MetricQuery &query : batch.queries) {
            fits &= batch.range.from.secsTo(batch.range.to)
                <= query.period.count() * aws::kMaxStatisticsPoints;
        }
    }
    fits = fits && series <= kMostFreeSeries
        && fitsFreeRequests(series, m_costs->accountMonth(m_options.profileId),
                            m_costs->accountDay(m_options.profileId), m_costs->prices(),
                            m_clock.utcNow());
    return fits ? MetricAsker::With::FreeStatistics : MetricAsker::With::MetricData;
}

std::optional<ApiError> HistoryLoader::budgetError(const QList<PlannedBatch> &batches) const
{
    if (!m_costs)
        return std::nullopt;
    qint64 metrics = 0;
    for (const PlannedBatch &batch : batches)
        metrics += batch.queries.size();
    const BudgetState budget = m_costs->budget(m_options.profileId, m_options.budgetUsdPerMonth);
    if (!isOff() && m_costs->prices().metricsUsd(metrics) <= budget.leftUsd())
        return std::nullopt;
    return overBudget();
}

ApiError HistoryLoader::overBudget() const
{
    ApiError error;
    error.category = ErrorCategory::BadRequest;
    error.code = kOverBudget;
    error.at = m_clock.utcNow();
    return error;
}

void HistoryLoader::ask(HistoryRequest *request, const HistoryResult &empty,
                        const QList<RecordedSeries> &recorded)
{
    const auto pieces = std::make_shared<Pieces>(empty.series, recorded, empty.range);
    HistoryResult result = empty;
    result.series = pieces->merged();
    request->m_result = result;
    const QList<PlannedBatch> batches = pieces->batches();
    if (batches.isEmpty())
        request->finish(result);
    else
        askWith(cheapestWay(batches), request, pieces, result);
}

void HistoryLoader::askWith(MetricAsker::With way, HistoryRequest *request,
                            const std::shared_ptr<Pieces> &pieces, HistoryResult result)
{
    const QList<PlannedBatch> batches = pieces->batches();
    const bool free = way == MetricAsker::With::FreeStatistics;
    if (const auto tooDear = free ? std::nullopt : budgetError(batches)) {
        result.error = tooDear;
        request->finish(result);
        return;
    }
    result.asked = pieces->asked();
    result.askedFree = free;
    auto *asker = new MetricAsker(m_connection, batches, way, request);
    asker->setAskedByHand();
    request->m_asker = asker;
    connect(asker, &MetricAsker::progressed, request, &HistoryRequest::progressed);
    connect(asker, &MetricAsker::answered, this,
            [this, pieces](const QList<MetricSeries> &series, const TimeRange &range) {
                pieces->take(series);
                if (m_recorder)
                    m_recorder->recordPoints(m_options.profileId, series, range);
            });
    const QPointer<HistoryLoader> alive(this);
    connect(
        asker, &MetricAsker::finished, request,
        [this, alive, free, request, pieces, result](const std::optional<ApiError> &error) mutable {
            if (alive && free && error && error->category == ErrorCategory::Forbidden) {
                m_freeRefused = true;
                result.asked.clear();
                askWith(MetricAsker::With::MetricData, request, pieces, result);
                return;
            }
            result.series = pieces->merged(); // what has arrived, also before an error
            if (error)
                result.error = error;
            request->finish(result);
        });
    asker->start();
}

} // namespace tallylight::monitor
