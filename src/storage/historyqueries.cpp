// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyqueries.h"

#include "core/inventoryjson.h"
#include "core/seriesassembly.h"
#include "core/timeranges.h"
#include "storage/historyevents.h"
#include "storage/sqlconnection.h"

#include <QMap>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

qint64 rowNumber(SqlConnection &connection, const QString &sql, const QVariantList &values)
{
    const auto found = connection.value(sql, values);
    return found && found->isValid() ? found->toLongLong() : -1;
}

qint64 profileRow(SqlConnection &connection, const QString &uuid)
{
    return rowNumber(connection, u"SELECT id FROM profile WHERE uuid = ?"_s, {QVariant(uuid)});
}

QDateTime timeOfSeconds(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

RecordedRows rowsOfSeries(SqlConnection &connection, qint64 series, const MetricQuery &query,
                          const TimeRange &range)
{
    RecordedRows rows;
    const qint64 longest = std::max<qint64>(query.period.count(), kRecordedPeriods.back().count());
    for (const std::chrono::seconds each : kRecordedPeriods) {
        const qint64 period = each.count();
        // Finer points are merged, so they are wanted from the start of the query's period on, and
        // coarser ones may have begun before the range.
        const qint64 from = period <= query.period.count()
            ? bucketStart(range.from.toSecsSinceEpoch(), query.period.count())
            : bucketStart(range.from.toSecsSinceEpoch(), longest);
        QList<PointBucket> points;
        connection.read(
            u"SELECT at, total, coalesce(low, total), coalesce(high, total), coalesce(count, 1)"
            " FROM point WHERE series = ? AND period = ? AND at >= ? AND at < ? ORDER BY at"_s,
            {series, period, from, range.to.toSecsSinceEpoch()}, [&points](const SqlRow &row) {
                const double nan = std::numeric_limits<double>::quiet_NaN();
                const bool number = !row.isNull(1);
                points.append({row.integer(0), number ? row.real(1) : nan,
                               row.isNull(2) ? nan : row.real(2), row.isNull(3) ? nan : row.real(3),
                               row.integer(4)});
            });
        if (!points.isEmpty())
            rows.points.insert(period, points);
        QList<TimeRange> covered;
        connection.read(
            u"SELECT from_at, to_at FROM coverage WHERE series = ? AND period = ?"
            " AND from_at < ? AND to_at > ? ORDER BY from_at"_s,
            {series, period, range.to.toSecsSinceEpoch(), from}, [&covered](const SqlRow &row) {
                covered.append({timeOfSeconds(row.integer(0)), timeOfSeconds(row.integer(1))});
            });
        if (!covered.isEmpty())
            rows.covered.insert(period, covered);
    }
    return rows;
}

/// How bad it is for a channel to be in \a state, which is not RUNNING.
HealthLevel levelOfState(const QString &state)
{
    static const QStringList bad{u"RECOVERING"_s, u"CREATE_FAILED"_s, u"UPDATE_FAILED"_s};
    static const QStringList idle{u"IDLE"_s,     u"CREATING"_s, u"STARTING"_s, u"STOPPING"_s,
                                  u"UPDATING"_s, u"DELETING"_s, u"DELETED"_s};
    if (bad.contains(state))
        return HealthLevel::Critical;
    return idle.contains(state) ? HealthLevel::Idle : HealthLevel::Unknown;
}

void appendState(QList<TimelineBand> &bands, const TimeRange &span, const QString &state)
{
    if (state.isEmpty() || state == "RUNNING"_L1)
        return;
    TimelineBand band;
    band.kind = TimelineBand::Kind::ChannelState;
    band.range = span;
    band.text = state;
    band.level = levelOfState(state);
    // A change in the number of pipelines begins a new span of the same state.
    if (!bands.isEmpty() && bands.last().text == state && bands.last().range.to == span.from)
        bands.last().range.to = span.to;
    else
        bands.append(band);
}

QList<TimelineBand> stateBands(SqlConnection &connection, qint64 item, const TimeRange &range)
{
    QList<TimelineBand> bands;
    connection.read(u"SELECT from_at, until_at, state FROM state_span WHERE item = ?"
                    " AND from_at < ? AND until_at > ? ORDER BY from_at"_s,
                    {item, sqlTime(range.to), sqlTime(range.from)}, [&bands](const SqlRow &row) {
                        appendState(bands, {row.time(0), row.time(1)}, row.text(2));
                    });
    connection.read(u"SELECT state_at, state FROM item WHERE id = ? AND state IS NOT NULL"
                    " AND state_at < ?"_s,
                    {item, sqlTime(range.to)}, [&bands](const SqlRow &row) {
                        appendState(bands, {row.time(0), {}}, row.text(1));
                    });
    return bands;
}

QList<TimelineBand> alertBands(SqlConnection &connection, qint64 item, const TimeRange &range)
{
    QList<TimelineBand> bands;
    connection.read(u"SELECT set_at, ended_at, type, message, pipeline FROM alert WHERE item = ?"
                    " AND set_at < ? AND (ended_at IS NULL OR ended_at > ?) ORDER BY set_at"_s,
                    {item, sqlTime(range.to), sqlTime(range.from)}, [&bands](const SqlRow &row) {
                        TimelineBand band;
                        band.kind = TimelineBand::Kind::Alert;
                        band.range = {row.time(0), row.time(1)};
                        band.text = row.text(2);
                        band.detail = row.text(3);
                        band.pipeline = row.text(4);
                        band.level = isCriticalAlert(band.text) ? HealthLevel::Critical
                                                                : HealthLevel::Warning;
                        bands.append(band);
                    });
    return bands;
}

QList<TimelineBand> unwatchedBands(SqlConnection &connection, qint64 profile,
                                   const TimeRange &range)
{
    QList<TimeRange> watched;
    connection.read(u"SELECT from_at, until_at FROM watch_span WHERE profile = ?"
                    " AND from_at < ? AND until_at > ? ORDER BY from_at"_s,
                    {profile, sqlTime(range.to), sqlTime(range.from)},
                    [&watched](const SqlRow &row) {
                        watched.append({row.time(0), row.time(1)});
                    });
    QList<TimelineBand> bands;
    for (const TimeRange &gap : uncovered(range, watched)) {
        TimelineBand band;
        band.range = gap;
        bands.append(band);
    }
    return bands;
}

} // namespace

QList<RecordedSeries> readSeries(SqlConnection &connection, const QString &profileId,
                                 const QList<MetricQuery> &queries, const TimeRange &range)
{
    const qint64 profile = profileRow(connection, profileId);
    QList<RecordedSeries> result;
    for (const MetricQuery &query : queries) {
        const qint64 series = profile < 0
            ? -1
            : rowNumber(
                connection,
                u"SELECT id FROM series WHERE profile = ? AND metric = ? AND statistic = ?"_s,
                {profile, query.metric.key(), query.statistic});
        const RecordedRows rows
            = series < 0 ? RecordedRows() : rowsOfSeries(connection, series, query, range);
        RecordedSeries one = assembledSeries(query, rows);
        one.points.removeIf([&range](const RecordedPoint &point) {
            return point.at.addSecs(point.period.count()) <= range.from || point.at >= range.to;
        });
        for (CoveredRange &covered : one.covered) {
            const QList<TimeRange> cut = clipped({covered.range}, range);
            covered.range = cut.isEmpty() ? TimeRange() : cut.first();
        }
        one.covered.removeIf(
            [](const CoveredRange &covered) { return !covered.range.from.isValid(); });
        result.append(one);
    }
    return result;
}

QList<TimelineBand> readTimeline(SqlConnection &connection, const QString &profileId,
                                 const QString &channelId, const TimeRange &range,
                                 const QDateTime &utcNow)
{
    const qint64 profile = profileRow(connection, profileId);
    // Of the future nothing can be known, so nothing is missing there.
    const TimeRange past{range.from, std::min(range.to, utcNow)};
    if (profile < 0) {
        TimelineBand band;
        band.range = past;
        return {band};
    }
    QList<TimelineBand> bands = unwatchedBands(connection, profile, past);
    const qint64 item = rowNumber(
        connection, u"SELECT id FROM item WHERE profile = ? AND kind = ? AND aws_id = ?"_s,
        {profile, static_cast<int>(ItemKind::Channel), channelId});
    if (item >= 0) {
        bands += stateBands(connection, item, range);
        bands += alertBands(connection, item, range);
    }
    std::stable_sort(bands.begin(), bands.end(), [](const TimelineBand &a, const TimelineBand &b) {
        return a.range.from < b.range.from;
    });
    return bands;
}

LastKnown readLastKnown(SqlConnection &connection, const QString &profileId)
{
    LastKnown known;
    const qint64 profile = profileRow(connection, profileId);
    if (profile < 0)
        return known;
    QMap<int, QDateTime> sweeps;
    connection.read(u"SELECT kind, observed_at FROM sweep WHERE profile = ?"_s, {profile},
                    [&sweeps](const SqlRow &row) {
                        sweeps.insert(static_cast<int>(row.integer(0)), row.time(1));
                    });
    connection.read(u"SELECT max(until_at) FROM watch_span WHERE profile = ?"_s, {profile},
                    [&known](const SqlRow &row) { known.watchedUntil = row.time(0); });
    const auto freshness = [&sweeps](ItemKind kind, const QDateTime &writtenAt) {
        Freshness result;
        // A row has been seen by every sweep since it was written.
        const QDateTime sweep = sweeps.value(static_cast<int>(kind));
        result.observedAt = sweep.isValid() ? std::max(sweep, writtenAt) : writtenAt;
        return result;
    };
    connection.read(
        u"SELECT kind, body, body_at, state, pipelines, state_at, change_seen, earlier_at"
        " FROM item WHERE profile = ? AND gone_at IS NULL AND body IS NOT NULL"_s,
        {profile}, [&](const SqlRow &row) {
            if (row.integer(0) == static_cast<int>(ItemKind::Input)) {
                if (const auto input = inputFromJson(row.bytes(1)))
                    known.inputs.append({*input, freshness(ItemKind::Input, row.time(2))});
                return;
            }
            const auto channel = channelFromJson(row.bytes(1));
            if (!channel)
                return;
            known.channels.append({*channel, freshness(ItemKind::Channel, row.time(2))});
            if (!row.isNull(3)) {
                known.states.insert(
                    channel->id,
                    {row.text(3), row.number(4), row.time(5), row.integer(6) != 0, row.time(7)});
            }
        });
    connection.read(
        u"SELECT item.aws_id, alert_id, set_at, type, message, alert.pipeline FROM alert"
        " JOIN item ON item.id = alert.item WHERE item.profile = ? AND item.gone_at IS NULL"
        " AND alert.ended_at IS NULL ORDER BY set_at DESC"_s,
        {profile}, [&known](const SqlRow &row) {
            ChannelAlert alert;
            alert.channelId = row.text(0);
            alert.id = row.text(1);
            if (row.integer(2) > 0)
                alert.setAt = row.time(2);
            alert.alertType = row.text(3);
            alert.message = row.text(4);
            alert.pipelineId = row.text(5);
            alert.state = u"SET"_s;
            known.alerts.append(alert);
        });
    return known;
}

HistorySizes readSizes(SqlConnection &connection)
{
    HistorySizes sizes;
    QMap<qint64, ProfileHistorySize> byRow;
    connection.read(u"SELECT id, uuid FROM profile WHERE uuid NOT LIKE 'forgotten-%'"_s, {},
                    [&byRow](const SqlRow &row) { byRow[row.integer(0)].profileId = row.text(1); });
    const auto note = [&byRow](qint64 profile, const QDateTime &oldest) -> ProfileHistorySize & {
        ProfileHistorySize &size = byRow[profile];
        if (oldest.isValid() && (!size.oldest.isValid() || oldest < size.oldest))
            size.oldest = oldest;
        return size;
    };
    // Series by series, because a count over all of them could not be given up half-way.
    QList<std::pair<qint64, qint64>> series; // row, profile
    connection.read(u"SELECT id, profile FROM series"_s, {}, [&series](const SqlRow &row) {
        series.append({row.integer(0), row.integer(1)});
    });
    for (const auto &[one, profile] : std::as_const(series)) {
        const bool read
            = connection.read(u"SELECT count(*), min(at) FROM point WHERE series = ?"_s, {one},
                              [&, profile = profile](const SqlRow &row) {
                                  if (row.integer(0) > 0)
                                      note(profile, timeOfSeconds(row.integer(1))).points
                                          += row.integer(0);
                              });
        if (!read)
            break;
    }
    static const QStringList events{
        u"SELECT profile, count(*), min(body_at) FROM item GROUP BY profile"_s,
        u"SELECT item.profile, count(*), min(from_at) FROM snapshot"
        " JOIN item ON item.id = snapshot.item GROUP BY item.profile"_s,
        u"SELECT item.profile, count(*), min(from_at) FROM state_span"
        " JOIN item ON item.id = state_span.item GROUP BY item.profile"_s,
        u"SELECT item.profile, count(*), min(seen_at) FROM alert"
        " JOIN item ON item.id = alert.item GROUP BY item.profile"_s,
        u"SELECT profile, count(*), min(hour) FROM call_hour GROUP BY profile"_s,
        u"SELECT profile, count(*), min(from_at) FROM watch_span GROUP BY profile"_s,
    };
    for (const QString &sql : events) {
        connection.read(sql, {}, [&](const SqlRow &row) {
            note(row.integer(0), row.time(2)).events += row.integer(1);
        });
    }
    for (const ProfileHistorySize &size : std::as_const(byRow)) {
        if (!size.profileId.isEmpty())
            sizes.profiles.append(size);
    }
    return sizes;
}

} // namespace tallylight::storage
