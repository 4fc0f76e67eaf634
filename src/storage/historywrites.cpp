// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historywrites.h"

#include "core/inventoryjson.h"
#include "core/stateledger.h"
#include "storage/sqlconnection.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

constexpr qint64 kHourMs = qint64{3600} * 1000;

QVariant optionalNumber(std::optional<int> number)
{
    return number ? QVariant(*number) : QVariant();
}

bool isRecordedPeriod(std::chrono::seconds period)
{
    return std::find(kRecordedPeriods.begin(), kRecordedPeriods.end(), period)
        != kRecordedPeriods.end();
}

} // namespace

HistoryWrites::HistoryWrites(SqlConnection &connection)
    : m_connection(connection)
{
}

void HistoryWrites::forgetRowNumbers()
{
    m_profiles.clear();
    m_items.clear();
    m_series.clear();
    m_sweeps.clear();
}

bool HistoryWrites::apply(const HistoryEvent &event)
{
    const Id profile = profileRow(event.profileId);
    return profile
        && std::visit([this, &profile](const auto &what) { return write(*profile, what); },
                      event.what);
}

HistoryWrites::Id HistoryWrites::profileRow(const QString &uuid)
{
    if (const auto known = m_profiles.constFind(uuid); known != m_profiles.constEnd())
        return *known;
    const auto found
        = m_connection.value(u"SELECT id FROM profile WHERE uuid = ?"_s, {QVariant(uuid)});
    if (!found)
        return std::nullopt;
    qint64 row = found->toLongLong();
    if (!found->isValid()) {
        if (!m_connection.run(u"INSERT INTO profile (uuid) VALUES (?)"_s, {QVariant(uuid)}))
            return std::nullopt;
        row = m_connection.lastInsertId();
    }
    m_profiles.insert(uuid, row);
    return row;
}

HistoryWrites::Id HistoryWrites::itemRow(qint64 profile, ItemKind kind, const QString &awsId)
{
    const QString key = u"%1/%2/%3"_s.arg(profile).arg(static_cast<int>(kind)).arg(awsId);
    if (const auto known = m_items.constFind(key); known != m_items.constEnd())
        return *known;
    const QVariantList values{profile, static_cast<int>(kind), awsId};
    const auto found = m_connection.value(
        u"SELECT id FROM item WHERE profile = ? AND kind = ? AND aws_id = ?"_s, values);
    if (!found)
        return std::nullopt;
    qint64 row = found->toLongLong();
    if (!found->isValid()) {
        if (!m_connection.run(u"INSERT INTO item (profile, kind, aws_id) VALUES (?, ?, ?)"_s,
                              values))
            return std::nullopt;
        row = m_connection.lastInsertId();
    }
    m_items.insert(key, row);
    return row;
}

HistoryWrites::Id HistoryWrites::seriesRow(qint64 profile, const MetricQuery &query)
{
    const QString metric = query.metric.key();
    const QString key = u"%1/%2/%3"_s.arg(profile).arg(query.statistic, metric);
    if (const auto known = m_series.constFind(key); known != m_series.constEnd())
        return *known;
    const QVariantList values{profile, metric, query.statistic};
    const auto found = m_connection.value(
        u"SELECT id FROM series WHERE profile = ? AND metric = ? AND statistic = ?"_s, values);
    if (!found)
        return std::nullopt;
    qint64 row = found->toLongLong();
    if (!found->isValid()) {
        if (!m_connection.run(u"INSERT INTO series (profile, metric, statistic) VALUES (?, ?, ?)"_s,
                              values))
            return std::nullopt;
        row = m_connection.lastInsertId();
    }
    m_series.insert(key, row);
    return row;
}

bool HistoryWrites::write(qint64 profile, const ChannelsSeen &seen)
{
    return std::all_of(seen.channels.begin(), seen.channels.end(), [&](const Channel &channel) {
        return writeItem(profile, ItemKind::Channel, channel.id, channelToJson(channel), seen.at);
    });
}

bool HistoryWrites::write(qint64 profile, const InputsSeen &seen)
{
    return std::all_of(seen.inputs.begin(), seen.inputs.end(), [&](const Input &input) {
        return writeItem(profile, ItemKind::Input, input.id, inputToJson(input), seen.at);
    });
}

bool HistoryWrites::writeItem(qint64 profile, ItemKind kind, const QString &awsId,
                              const QByteArray &body, const QDateTime &at)
{
    const Id item = itemRow(profile, kind, awsId);
    if (!item)
        return false;
    bool same = false;
    bool hasOld = false;
    const bool read = m_connection.read(u"SELECT body, gone_at FROM item WHERE id = ?"_s, {*item},
                                        [&](const SqlRow &row) {
                                            hasOld = !row.isNull(0);
                                            same = hasOld && row.isNull(1) && row.bytes(0) == body;
                                        });
    if (!read || same)
        return read;
    // A clock that was set back must not turn the old version's span around.
    if (hasOld
        && !m_connection.run(
            u"INSERT OR REPLACE INTO snapshot (item, from_at, until_at, body)"
            " SELECT id, body_at, max(body_at, coalesce(gone_at, ?)), body FROM item"
            " WHERE id = ?"_s,
            {sqlTime(at), *item}))
        return false;
    return m_connection.run(u"UPDATE item SET body = ?, body_at = ?, gone_at = NULL WHERE id = ?"_s,
                            {body, sqlTime(at), *item});
}

bool HistoryWrites::write(qint64 profile, const SweepDone &sweep)
{
    const int kind = static_cast<int>(sweep.kind);
    QList<qint64> gone;
    const bool read = m_connection.read(
        u"SELECT id, aws_id FROM item WHERE profile = ? AND kind = ? AND gone_at IS NULL"_s,
        {profile, kind}, [&](const SqlRow &row) {
            if (!sweep.ids.contains(row.text(1)))
                gone.append(row.integer(0));
        });
    if (!read)
        return false;
    for (const qint64 item : std::as_const(gone)) {
        // What a deleted channel was doing last ends with it.
        const bool fine
            = m_connection.run(
                  u"INSERT OR REPLACE INTO state_span (item, from_at, until_at, state, pipelines,"
                  " change_seen) SELECT id, state_at, max(state_at, ?), state, pipelines,"
                  " change_seen FROM item WHERE id = ? AND state IS NOT NULL"_s,
                  {sqlTime(sweep.at), item})
            && m_connection.run(u"UPDATE item SET gone_at = ?, state = NULL, pipelines = NULL,"
                                " state_at = NULL, earlier_at = NULL WHERE id = ?"_s,
                                {sqlTime(sweep.at), item});
        if (!fine)
            return false;
    }
    if (sweep.kind == ItemKind::Channel)
        m_sweeps.insert(profile, sweep.at.toMSecsSinceEpoch());
    return m_connection.run(
        u"INSERT INTO sweep (profile, kind, observed_at) VALUES (?, ?, ?)"
        " ON CONFLICT (profile, kind) DO UPDATE SET observed_at = excluded.observed_at"_s,
        {profile, kind, sqlTime(sweep.at)});
}

bool HistoryWrites::write(qint64 profile, const StateEntered &state)
{
    const Id item = itemRow(profile, ItemKind::Channel, state.channelId);
    if (!item)
        return false;
    const StateSince &since = state.since;
    // The old span ends with the change, or with the last look before it when the change was not
    // seen. A span that goes on is not written again.
    qint64 until = since.at.toMSecsSinceEpoch();
    std::optional<StateSince> old;
    bool fine = m_connection.read(
        u"SELECT state, pipelines, state_at, earlier_at FROM item WHERE id = ?"_s, {*item},
        [&old](const SqlRow &row) {
            if (!row.isNull(0))
                old = StateSince{row.text(0), row.number(1), row.time(2), false, row.time(3)};
        });
    QDateTime earlier;
    if (old && !since.changeSeen) {
        if (!m_sweeps.contains(profile)) {
            const auto sweep = m_connection.value(
                u"SELECT observed_at FROM sweep WHERE profile = ? AND kind = 0"_s, {profile});
            fine = fine && sweep;
            if (sweep)
                m_sweeps.insert(profile, sweep->toLongLong());
        }
        const qint64 lastSeen = m_sweeps.value(profile);
        const std::chrono::milliseconds tolerance = watchTolerance(state.expectedEvery);
        const bool same
            = old->state == since.state && old->pipelinesRunning == since.pipelinesRunning;
        if (same && until - lastSeen <= tolerance.count())
            return fine;
        if (same)
            earlier = old->earlier.isValid() ? old->earlier : old->at;
        if (lastSeen > 0)
            until = std::min(until, lastSeen);
    }
    if (fine && old && old->at != since.at) {
        fine = m_connection.run(
            u"INSERT OR REPLACE INTO state_span (item, from_at, until_at, state, pipelines,"
            " change_seen) SELECT id, state_at, max(state_at, ?), state, pipelines, change_seen"
            " FROM item WHERE id = ?"_s,
            {until, *item});
    }
    return fine
        && m_connection.run(u"UPDATE item SET state = ?, pipelines = ?, state_at = ?,"
                            " change_seen = ?, earlier_at = ? WHERE id = ?"_s,
                            {since.state, optionalNumber(since.pipelinesRunning), sqlTime(since.at),
                             since.changeSeen ? 1 : 0, sqlTime(earlier), *item});
}

bool HistoryWrites::write(qint64 profile, const AlertSeen &seen)
{
    const ChannelAlert &alert = seen.alert;
    const Id item = itemRow(profile, ItemKind::Channel, alert.channelId);
    if (!item)
        return false;
    QVariant endedAt;
    if (seen.ending != AlertEnding::Set)
        endedAt = sqlTime(alert.clearedAt.isValid() ? alert.clearedAt : seen.at);
    // One that ended with its channel (2) never comes back: set again, it has another set time.
    // Any other that was missing may turn up again and is set then as before (aws-facts §1.5).
    static_assert(static_cast<int>(AlertEnding::ChannelStopped) == 2);
    return m_connection.run(
        u"INSERT INTO alert (item, alert_id, set_at, type, message, pipeline, seen_at, ended_at,"
        " ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (item, alert_id, set_at) DO UPDATE SET type = excluded.type,"
        " message = excluded.message, pipeline = excluded.pipeline, seen_at = excluded.seen_at,"
        " ended_at = CASE WHEN ending = 2 THEN coalesce(excluded.ended_at, ended_at)"
        " ELSE excluded.ended_at END,"
        " ending = CASE WHEN ending = 2 THEN ending ELSE excluded.ending END"_s,
        {*item, alert.id, alert.setAt.isValid() ? alert.setAt.toMSecsSinceEpoch() : qint64{0},
         alert.alertType, alert.message, alert.pipelineId, sqlTime(seen.at), endedAt,
         static_cast<int>(seen.ending)});
}

bool HistoryWrites::write(qint64 profile, const CallDone &call)
{
    if (call.error == ErrorCategory::Cancelled)
        return true;
    const qint64 hour = call.at.toMSecsSinceEpoch() / kHourMs * kHourMs;
    const int service = static_cast<int>(call.service);
    const bool failed = call.error != ErrorCategory::None;
    const bool counted = m_connection.run(
        u"INSERT INTO call_hour (profile, service, hour, calls, requests, failures, throttled,"
        " metrics) VALUES (?, ?, ?, 1, ?, ?, ?, ?)"
        " ON CONFLICT (profile, service, hour) DO UPDATE SET calls = calls + 1,"
        " requests = requests + excluded.requests, failures = failures + excluded.failures,"
        " throttled = throttled + excluded.throttled, metrics = metrics + excluded.metrics"_s,
        {profile, service, hour, call.requests, failed ? 1 : 0,
         call.error == ErrorCategory::Throttled ? 1 : 0, call.metrics});
    if (!counted || !failed)
        return counted;
    return m_connection.run(
        u"INSERT INTO call_error (profile, service, hour, category, count) VALUES (?, ?, ?, ?, 1)"
        " ON CONFLICT (profile, service, hour, category) DO UPDATE SET count = count + 1"_s,
        {profile, service, hour, static_cast<int>(call.error)});
}

bool HistoryWrites::write(qint64 profile, const PointsAsked &points)
{
    return std::all_of(points.series.begin(), points.series.end(), [&](const MetricSeries &series) {
        return writeSeries(profile, series, points.covered);
    });
}

bool HistoryWrites::writeSeries(qint64 profile, const MetricSeries &series,
                                const TimeRange &covered)
{
    if (!isRecordedPeriod(series.query.period))
        return true;
    const qint64 period = series.query.period.count();
    const Id row = seriesRow(profile, series.query);
    if (!row)
        return false;
    for (const Datapoint &point : series.points) {
        const QVariant value = std::isnan(point.value) ? QVariant() : QVariant(point.value);
        // What was merged from finer points knows more than what comes now.
        if (!m_connection.run(
                u"INSERT INTO point (series, period, at, total) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (series, period, at) DO UPDATE SET total = excluded.total"
                " WHERE count IS NULL"_s,
                {*row, period, point.at.toSecsSinceEpoch(), value}))
            return false;
    }
    if (series.status != SeriesStatus::Complete || !covered.from.isValid() || !covered.to.isValid()
        || covered.from >= covered.to)
        return true;
    return addCoverage(m_connection, *row, period, covered.from.toSecsSinceEpoch(),
                       covered.to.toSecsSinceEpoch());
}

bool HistoryWrites::write(qint64 profile, const Watched &watched)
{
    const qint64 at = watched.at.toMSecsSinceEpoch();
    std::optional<qint64> span;
    const bool read = m_connection.read(
        u"SELECT id, until_at FROM watch_span WHERE profile = ? ORDER BY until_at DESC LIMIT 1"_s,
        {profile}, [&](const SqlRow &row) {
            const qint64 pause = at - row.integer(1);
            const std::chrono::milliseconds most = watchTolerance(watched.expectedEvery);
            if (pause >= -most.count() && pause <= most.count())
                span = row.integer(0);
        });
    if (!read)
        return false;
    if (span) {
        return m_connection.run(u"UPDATE watch_span SET until_at = max(until_at, ?) WHERE id = ?"_s,
                                {at, *span});
    }
    return m_connection.run(
        u"INSERT INTO watch_span (profile, from_at, until_at) VALUES (?, ?, ?)"_s,
        {profile, at, at});
}

bool HistoryWrites::write(qint64 profile, const ProfileForgotten &)
{
    // It can't be found any more from here on; HistoryThinning deletes what it has in slices.
    const bool fine = m_connection.run(
        u"UPDATE profile SET uuid = 'forgotten-' || id WHERE id = ?"_s, {profile});
    forgetRowNumbers();
    return fine;
}

bool addCoverage(SqlConnection &connection, qint64 series, qint64 period, qint64 from, qint64 to)
{
    bool inside = false;
    QList<qint64> touched;
    const bool read = connection.read(
        u"SELECT from_at, to_at FROM coverage WHERE series = ? AND period = ? AND from_at <= ?"
        " AND to_at >= ?"_s,
        {series, period, to, from}, [&](const SqlRow &row) {
            inside = inside || (row.integer(0) <= from && row.integer(1) >= to);
            touched.append(row.integer(0));
            from = std::min(from, row.integer(0));
            to = std::max(to, row.integer(1));
        });
    if (!read || inside)
        return read;
    for (const qint64 one : std::as_const(touched)) {
        if (!connection.run(
                u"DELETE FROM coverage WHERE series = ? AND period = ? AND from_at = ?"_s,
                {series, period, one}))
            return false;
    }
    return connection.run(
        u"INSERT INTO coverage (series, period, from_at, to_at) VALUES (?, ?, ?, ?)"_s,
        {series, period, from, to});
}

} // namespace tallylight::storage
