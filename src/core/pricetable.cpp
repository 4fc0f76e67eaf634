// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pricetable.h"

#include "core/builtindata.h"
#include "core/callrecord.h"
#include "core/jsonread.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr int kVersion = 1;
constexpr double kHighestPrice = 1000.0; // dollars per thousand; beyond it somebody mistyped
constexpr double kMostFree = 1e12;

/// Replaces \a value by the number at \a key, if there is one.
void readPrice(const JsonReader &json, QLatin1StringView key, double highest, double &value)
{
    const std::optional<double> found = json.number(key);
    if (!found)
        return;
    if (!std::isfinite(*found) || *found < 0.0 || *found > highest)
        json.reportProblem(key, u"expected a number from 0 to %1"_s.arg(highest));
    else
        value = *found;
}

} // namespace

CloudWatchUse CloudWatchUse::of(const CallRecord &call)
{
    const bool perMetric = call.operation == u"GetMetricData"_s;
    return {call.metricsRequested, perMetric ? 0 : call.attempts};
}

Expected<PriceTable, QStringList> PriceTable::changedBy(const QByteArray &json) const
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Unexpected{QStringList{u"no JSON: "_s + parseError.errorString()}};
    if (!document.isObject())
        return Unexpected{QStringList{u"expected an object"_s}};

    QStringList problems;
    const JsonReader reader(document.object(), QString(), &problems);
    if (const auto version = reader.integer("version"_L1); version && *version != kVersion)
        reader.reportProblem("version"_L1, u"%1 is not known"_s.arg(*version));
    PriceTable table = *this;
    table.asOf = QDate::fromString(reader.requiredString("asOf"_L1), Qt::ISODate);
    if (!table.asOf.isValid())
        reader.reportProblem("asOf"_L1, u"expected a date such as 2026-06-01"_s);
    table.source = reader.string("source"_L1);
    readPrice(reader, "getMetricDataUsdPer1000Metrics"_L1, kHighestPrice, table.usdPer1000Metrics);
    readPrice(reader, "requestsUsdPer1000"_L1, kHighestPrice, table.usdPer1000Requests);
    double free = static_cast<double>(table.freeRequestsPerMonth);
    readPrice(reader, "freeRequestsPerMonth"_L1, kMostFree, free);
    table.freeRequestsPerMonth = static_cast<qint64>(free);
    if (!problems.isEmpty())
        return Unexpected{problems};
    return table;
}

Expected<PriceTable, QStringList> PriceTable::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QStringList missing;
    for (const QString &key : {u"getMetricDataUsdPer1000Metrics"_s, u"requestsUsdPer1000"_s,
                               u"freeRequestsPerMonth"_s}) {
        if (!object.value(key).isDouble())
            missing << key + u": missing"_s;
    }
    const Expected<PriceTable, QStringList> table = PriceTable{}.changedBy(json);
    if (!table)
        return table;
    if (!missing.isEmpty())
        return Unexpected{missing};
    return table;
}

const PriceTable &PriceTable::builtIn()
{
    static const PriceTable table = [] {
        const auto parsed = parse(builtInData(u"prices.json"_s));
        if (!parsed)
            qFatal("prices.json: %s", qUtf8Printable(parsed.error().join(u"; "_s)));
        return parsed.value();
    }();
    return table;
}

QByteArray PriceTable::toJson() const
{
    return QJsonDocument(QJsonObject{{u"version"_s, kVersion},
                                     {u"asOf"_s, asOf.toString(Qt::ISODate)},
                                     {u"source"_s, source},
                                     {u"getMetricDataUsdPer1000Metrics"_s, usdPer1000Metrics},
                                     {u"requestsUsdPer1000"_s, usdPer1000Requests},
                                     {u"freeRequestsPerMonth"_s, freeRequestsPerMonth}})
        .toJson();
}

double PriceTable::metricsUsd(qint64 metrics) const
{
    return static_cast<double>(metrics) / 1000.0 * usdPer1000Metrics;
}

double PriceTable::usd(const CloudWatchUse &use, qint64 accountRequests) const
{
    double total = metricsUsd(use.metrics);
    const qint64 all = std::max(accountRequests, use.requests);
    if (all > freeRequestsPerMonth && all > 0) {
        const double share = static_cast<double>(use.requests) / static_cast<double>(all);
        total += static_cast<double>(all - freeRequestsPerMonth) / 1000.0 * usdPer1000Requests
            * share;
    }
    return total;
}

} // namespace tallylight
