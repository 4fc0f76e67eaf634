// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyschema.h"

#include "storage/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

// Times are milliseconds since 1970 in UTC, except those of points and their coverage, which are
// seconds, because there are many. Every table below a profile is emptied with it.

/// What was seen: profiles, their channels and inputs as they are, and as they were.
Migration inventoryTables()
{
    return {
        u"CREATE TABLE profile (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE)"_s,
        // kind: 0 a channel, 1 an input. body is their JSON since body_at; a row whose gone_at is
        // set was deleted at AWS by then. The state columns are a channel's newest span.
        u"CREATE TABLE item (id INTEGER PRIMARY KEY,"
        " profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,"
        " kind INTEGER NOT NULL, aws_id TEXT NOT NULL, body BLOB, body_at INTEGER,"
        " gone_at INTEGER, state TEXT, pipelines INTEGER, state_at INTEGER,"
        " change_seen INTEGER NOT NULL DEFAULT 0, earlier_at INTEGER,"
        " UNIQUE (profile, kind, aws_id))"_s,
        u"CREATE TABLE snapshot (item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,"
        " from_at INTEGER NOT NULL, until_at INTEGER NOT NULL, body BLOB NOT NULL,"
        " PRIMARY KEY (item, from_at)) WITHOUT ROWID"_s,
        u"CREATE INDEX snapshot_age ON snapshot (until_at)"_s,
        u"CREATE TABLE state_span (item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,"
        " from_at INTEGER NOT NULL, until_at INTEGER NOT NULL, state TEXT NOT NULL,"
        " pipelines INTEGER, change_seen INTEGER NOT NULL,"
        " PRIMARY KEY (item, from_at)) WITHOUT ROWID"_s,
        u"CREATE INDEX state_span_age ON state_span (until_at)"_s,
        // The newest complete sweep of each kind: what is in item was seen then, whenever it last
        // changed.
        u"CREATE TABLE sweep (profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,"
        " kind INTEGER NOT NULL, observed_at INTEGER NOT NULL,"
        " PRIMARY KEY (profile, kind)) WITHOUT ROWID"_s,
        u"CREATE TABLE watch_span (id INTEGER PRIMARY KEY,"
        " profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,"
        " from_at INTEGER NOT NULL, until_at INTEGER NOT NULL)"_s,
        u"CREATE INDEX watch_span_profile ON watch_span (profile, until_at)"_s,
        // ending: AlertEnding's number; ended_at: AWS's time, or when it was missed.
        u"CREATE TABLE alert (id INTEGER PRIMARY KEY,"
        " item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,"
        " alert_id TEXT NOT NULL, set_at INTEGER NOT NULL, type TEXT, message TEXT,"
        " pipeline TEXT, seen_at INTEGER NOT NULL, ended_at INTEGER,"
        " ending INTEGER NOT NULL, UNIQUE (item, alert_id, set_at))"_s,
        u"CREATE INDEX alert_age ON alert (ended_at)"_s,
        u"CREATE TABLE call_hour (profile INTEGER NOT NULL REFERENCES profile (id)"
        " ON DELETE CASCADE, service INTEGER NOT NULL, hour INTEGER NOT NULL,"
        " calls INTEGER NOT NULL, requests INTEGER NOT NULL, failures INTEGER NOT NULL,"
        " throttled INTEGER NOT NULL, metrics INTEGER NOT NULL,"
        " PRIMARY KEY (profile, service, hour)) WITHOUT ROWID"_s,
        u"CREATE TABLE call_error (profile INTEGER NOT NULL REFERENCES profile (id)"
        " ON DELETE CASCADE, service INTEGER NOT NULL, hour INTEGER NOT NULL,"
        " category INTEGER NOT NULL, count INTEGER NOT NULL,"
        " PRIMARY KEY (profile, service, hour, category)) WITHOUT ROWID"_s,
    };
}

/// What was measured.
Migration metricTables()
{
    return {
        u"CREATE TABLE series (id INTEGER PRIMARY KEY,"
        " profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,"
        " metric TEXT NOT NULL, statistic TEXT NOT NULL, UNIQUE (profile, metric, statistic))"_s,
        // A point as CloudWatch gave it has its value in total and nothing in the rest. total is
        // NULL when it was not a number.
        u"CREATE TABLE point (series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,"
        " period INTEGER NOT NULL, at INTEGER NOT NULL, total REAL, low REAL, high REAL,"
        " count INTEGER, PRIMARY KEY (series, period, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE coverage (series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,"
        " period INTEGER NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER NOT NULL,"
        " PRIMARY KEY (series, period, from_at)) WITHOUT ROWID"_s,
    };
}

} // namespace

const QList<Migration> &historyMigrations()
{
    static const QList<Migration> migrations{inventoryTables(), metricTables()};
    return migrations;
}

std::optional<RecordingTrouble> migrate(SqlConnection &connection,
                                        const QList<Migration> &migrations)
{
    const std::optional<QVariant> version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return connection.trouble();
    const int done = version->toInt();
    if (done < 0 || done > migrations.size()) {
        return RecordingTrouble{
            RecordingTrouble::Kind::NewerVersion,
            connection.file(),
            u"schema %1, this program knows %2"_s.arg(done).arg(migrations.size()),
            {}};
    }
    for (int step = done; step < migrations.size(); ++step) {
        bool fine = connection.begin();
        for (const QString &statement : migrations.at(step))
            fine = fine && connection.run(statement);
        fine = fine && connection.run(u"PRAGMA user_version = %1"_s.arg(step + 1))
            && connection.commit();
        if (!fine) {
            connection.rollback();
            return connection.trouble();
        }
    }
    return std::nullopt;
}

} // namespace tallylight::storage
