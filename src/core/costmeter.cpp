// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/costmeter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight {

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr qint64 kHourSeconds = 3600;
constexpr qint64 kHoursOfDay = 24;
constexpr qint64 kHoursKept = 2 * kHoursOfDay;

qint64 hourOf(const QDateTime &utc)
{
    return utc.toSecsSinceEpoch() / kHourSeconds;
}

qint64 monthOf(const QDateTime &utc)
{
    const QDate date = utc.toUTC().date();
    return qint64{12} * date.year() + date.month() - 1;
}

QDateTime startOfMonth(const QDateTime &utc)
{
    const QDate date = utc.toUTC().date();
    return QDateTime(QDate(date.year(), date.month(), 1), QTime(0, 0), Qt::UTC);
}

/// A count that can be one; nothing negative or absurd gets in through an edited file.
qint64 countFrom(const QJsonValue &value)
{
    const double number = value.toDouble();
    return number > 0.0 && number < 1e15 ? static_cast<qint64>(number) : 0;
}

} // namespace

void CostMeter::add(const CloudWatchUse &use, const QDateTime &utcNow)
{
    if (use == CloudWatchUse{})
        return;
    if (!m_since.isValid())
        m_since = utcNow;
    if (monthOf(utcNow) > m_month) {
        m_month = monthOf(utcNow);
        m_monthUse = {};
    }
    m_monthUse += use;
    const qint64 hour = hourOf(utcNow);
    m_hours[hour] += use;
    while (!m_hours.isEmpty() && m_hours.firstKey() < m_hours.lastKey() - kHoursKept)
        m_hours.erase(m_hours.cbegin());
}

CloudWatchUse CostMeter::sumFrom(qint64 firstHour) const
{
    CloudWatchUse sum;
    for (auto it = m_hours.lowerBound(firstHour); it != m_hours.end(); ++it)
        sum += it.value();
    return sum;
}

CloudWatchUse CostMeter::thisHour(const QDateTime &utcNow) const
{
    return m_hours.value(hourOf(utcNow));
}

CloudWatchUse CostMeter::thisMonth(const QDateTime &utcNow) const
{
    return monthOf(utcNow) > m_month ? CloudWatchUse{} : m_monthUse;
}

CloudWatchUse CostMeter::lastDay(const QDateTime &utcNow) const
{
    return sumFrom(hourOf(utcNow) - kHoursOfDay + 1);
}

CloudWatchUse CostMeter::lastDayThisMonth(const QDateTime &utcNow) const
{
    return sumFrom(std::max(hourOf(utcNow) - kHoursOfDay + 1, hourOf(startOfMonth(utcNow))));
}

seconds CostMeter::lastDayLength(const QDateTime &utcNow) const
{
    if (!m_since.isValid())
        return 1h;
    // lastDay() begins with a full hour.
    const qint64 from
        = std::max((hourOf(utcNow) - kHoursOfDay + 1) * kHourSeconds, m_since.toSecsSinceEpoch());
    return std::clamp<seconds>(seconds(utcNow.toSecsSinceEpoch() - from), 1h, 24h);
}

QByteArray CostMeter::toJson() const
{
    QJsonArray hours;
    for (auto it = m_hours.begin(); it != m_hours.end(); ++it)
        hours.append(QJsonArray{it.key(), it->metrics, it->requests});
    return QJsonDocument(QJsonObject{{u"month"_s, m_month},
                                     {u"metrics"_s, m_monthUse.metrics},
                                     {u"requests"_s, m_monthUse.requests},
                                     {u"since"_s, m_since.toString(Qt::ISODate)},
                                     {u"hours"_s, hours}})
        .toJson(QJsonDocument::Compact);
}

CostMeter CostMeter::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    CostMeter meter;
    meter.m_since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate);
    if (!meter.m_since.isValid())
        return {};
    meter.m_month = countFrom(object.value("month"_L1));
    meter.m_monthUse
        = {countFrom(object.value("metrics"_L1)), countFrom(object.value("requests"_L1))};
    const QJsonArray hours = object.value("hours"_L1).toArray();
    for (const QJsonValue &entry : hours) {
        const QJsonArray numbers = entry.toArray();
        if (numbers.size() == 3) {
            meter.m_hours.insert(countFrom(numbers.at(0)),
                                 {countFrom(numbers.at(1)), countFrom(numbers.at(2))});
        }
    }
    return meter;
}

seconds leftOfMonth(const QDateTime &utcNow)
{
    const QDate date = utcNow.toUTC().date();
    const QDateTime next(QDate(date.year(), date.month(), 1).addMonths(1), QTime(0, 0), Qt::UTC);
    return std::max<seconds>(1s, seconds(utcNow.secsTo(next)));
}

CostSummary &CostSummary::operator+=(const CostSummary &other)
{
    hourUsd += other.hourUsd;
    monthUsd += other.monthUsd;
    projectedUsd += other.projectedUsd;
    hour += other.hour;
    month += other.month;
    accountRequests = std::max(accountRequests, other.accountRequests);
    return *this;
}

CostSummary summarize(const CostMeter &meter, qint64 accountRequests, const PriceTable &prices,
                      const QDateTime &utcNow)
{
    CostSummary summary;
    summary.hour = meter.thisHour(utcNow);
    summary.month = meter.thisMonth(utcNow);
    summary.accountRequests = std::max(accountRequests, summary.month.requests);
    summary.monthUsd = prices.usd(summary.month, summary.accountRequests);
    // Whether this hour's requests are free depends on those before them: at most what the month
    // costs.
    summary.hourUsd = prices.metricsUsd(summary.hour.metrics);
    const qint64 beyond = summary.accountRequests - prices.freeRequestsPerMonth;
    if (beyond > 0) {
        summary.hourUsd += static_cast<double>(std::min(beyond, summary.hour.requests)) / 1000.0
            * prices.usdPer1000Requests;
    }
    const CloudWatchUse day = meter.lastDay(utcNow);
    const double factor = static_cast<double>(leftOfMonth(utcNow).count())
        / static_cast<double>(meter.lastDayLength(utcNow).count());
    CloudWatchUse end = summary.month;
    const auto more = static_cast<qint64>(static_cast<double>(day.requests) * factor);
    end.requests += more;
    end.metrics += static_cast<qint64>(static_cast<double>(day.metrics) * factor);
    summary.projectedUsd = prices.usd(end, summary.accountRequests + more);
    return summary;
}

} // namespace tallylight
