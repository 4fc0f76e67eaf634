// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

namespace tallylight {

struct CallRecord;

/// What CloudWatch charged for, counted (aws-facts §2.8).
struct CloudWatchUse
{
    qint64 metrics = 0; ///< requested with GetMetricData, never free
    qint64 requests = 0; ///< GetMetricStatistics, ListMetrics, DescribeAlarms; free up to a number

    /// What \a call counts as. An answer that was refused may have been billed too.
    static CloudWatchUse of(const CallRecord &call);
    CloudWatchUse &operator+=(const CloudWatchUse &other)
    {
        metrics += other.metrics;
        requests += other.requests;
        return *this;
    }
    bool operator==(const CloudWatchUse &) const = default;
};

/// CloudWatch's prices in US dollars, as of a date: resources/prices.json as a value. They are an
/// estimate of a bill, never the bill.
struct PriceTable
{
    QDate asOf;
    QString source; ///< where the figures come from, a sentence or two
    double usdPer1000Metrics = 0.0; ///< GetMetricData, per metric requested
    double usdPer1000Requests = 0.0; ///< of the other calls, beyond the free ones
    qint64 freeRequestsPerMonth = 0; ///< per account and calendar month (UTC)

    /// Reads a complete table. The error lists what is wrong, a line each (English, technical).
    static Expected<PriceTable, QStringList> parse(const QByteArray &json);
    /// The prices this version comes with.
    static const PriceTable &builtIn();
    /// This table with the fields of \a json on top; all or nothing, because half a price list is a
    /// wrong one. \a json has prices.json's fields, all optional but the date.
    Expected<PriceTable, QStringList> changedBy(const QByteArray &json) const;
    /// The table as prices.json, to keep what an operator entered.
    QByteArray toJson() const;

    double metricsUsd(qint64 metrics) const;
    /// The price of \a use when its whole account has made \a accountRequests requests this month:
    /// what goes beyond the free ones is shared out in proportion.
    double usd(const CloudWatchUse &use, qint64 accountRequests) const;

    bool operator==(const PriceTable &) const = default;
};

} // namespace tallylight
