// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/historyevents.h"

#include <QHash>

#include <optional>

namespace tallylight::storage {

class SqlConnection;

/// Turns events into rows. Remembers the row numbers of profiles, items and series, and what is
/// known of each item, so that only changes are written.
///
/// Called inside a transaction; after a roll-back call forgetRowNumbers(). Belongs to the
/// connection's thread.
class HistoryWrites
{
public:
    explicit HistoryWrites(SqlConnection &connection);

    /// False when a statement failed; the connection knows why.
    bool apply(const HistoryEvent &event);
    void forgetRowNumbers();

private:
    using Id = std::optional<qint64>; ///< nullopt: failed

    Id profileRow(const QString &uuid);
    Id itemRow(qint64 profile, ItemKind kind, const QString &awsId);
    Id seriesRow(qint64 profile, const MetricQuery &query);
    Id insertedRow();

    bool write(qint64 profile, const ChannelsSeen &seen);
    bool write(qint64 profile, const InputsSeen &seen);
    bool write(qint64 profile, const SweepDone &sweep);
    bool write(qint64 profile, const StateEntered &state);
    bool write(qint64 profile, const AlertSeen &seen);
    bool write(qint64 profile, const CallDone &call);
    bool write(qint64 profile, const PointsAsked &points);
    bool write(qint64 profile, const Watched &watched);
    bool write(qint64 profile, const ProfileForgotten &);
    bool writeItem(qint64 profile, ItemKind kind, const QString &awsId, const QByteArray &body,
                   const QDateTime &at);
    bool writeSeries(qint64 profile, const MetricSeries &series, const TimeRange &covered);

    SqlConnection &m_connection;
    QHash<QString, qint64> m_profiles; // by uuid
    QHash<QString, qint64> m_items; // by "profile/kind/aws id"
    QHash<QString, qint64> m_series; // by "profile/statistic/metric key"
    QHash<qint64, qint64> m_sweeps; // by profile row: newest channel sweep, ms
};

/// Adds \a range (seconds since 1970) to what is covered of a series in \a period, joining what
/// touches. False when a statement failed.
bool addCoverage(SqlConnection &connection, qint64 series, qint64 period, qint64 from, qint64 to);

} // namespace tallylight::storage
