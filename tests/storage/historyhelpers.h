// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/history.h"
#include "storage/historystore.h"

#include <QTest>

namespace tallylight::tests {

inline QDateTime historyStart()
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC); // a whole hour
}

inline QDateTime historyTime(qint64 seconds)
{
    return historyStart().addSecs(seconds);
}

inline Channel recordedChannel(const QString &id, const QString &state)
{
    Channel channel;
    channel.id = id;
    channel.name = QStringLiteral("Channel ") + id;
    channel.state = state;
    channel.channelClass = QStringLiteral("STANDARD");
    channel.pipelinesRunning = state == u"RUNNING" ? 2 : 0;
    return channel;
}

inline MetricQuery recordedQuery(const QString &channel, std::chrono::seconds period,
                                 const QString &statistic = QStringLiteral("Average"))
{
    MetricQuery query;
    query.metric.name = QStringLiteral("NetworkIn");
    query.metric.dimensions = {{QStringLiteral("ChannelId"), channel},
                               {QStringLiteral("Pipeline"), QStringLiteral("0")}};
    query.statistic = statistic;
    query.period = period;
    return query;
}

/// Points of value 1, 2, 3 … from \a from on.
inline MetricSeries recordedPoints(const MetricQuery &query, const QDateTime &from, int count)
{
    MetricSeries series;
    series.query = query;
    for (int i = 0; i < count; ++i)
        series.points.append({from.addSecs(i * query.period.count()), 1.0 + i});
    return series;
}

/// Runs \a query on the store's reader and waits for its answer.
template<typename Query> auto readFrom(storage::HistoryStore &store, Query query)
{
    auto result = std::make_shared<decltype(query(std::declval<storage::SqlConnection &>()))>();
    bool done = false;
    QObject context;
    store.read(
        storage::HistoryStore::Lane::Charts,
        [result, query](storage::SqlConnection &connection) { *result = query(connection); },
        &context, [&done] { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }, 20000))
        qFatal("the history does not answer");
    return *result;
}

} // namespace tallylight::tests
