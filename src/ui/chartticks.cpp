// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartticks.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

constexpr std::array kSteps{
    kSecond,  2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
    kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
    kHour,    2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
    2 * kDay, 7 * kDay,    14 * kDay,   28 * kDay,    56 * kDay,    112 * kDay,
};

double niceStep(double span, int maxTicks)
{
    const double rough = span / std::max(1, maxTicks);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= rough * (1.0 - 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

int decimalsFor(double step)
{
    return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
}

QDateTime inZone(qint64 msec, models::TimeZoneChoice zone)
{
    return QDateTime::fromMSecsSinceEpoch(
        msec, zone == models::TimeZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
}

QDateTime startOfDay(const QDate &date, models::TimeZoneChoice zone)
{
    return date.startOfDay(zone == models::TimeZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
}

QString dayLabel(const QDate &date, const QLocale &locale)
{
    //: A day below a chart's time axis, as QLocale::toString() takes it: weekday, day, month.
    //: Example: Mon 23 Nov
    return locale.toString(date, QCoreApplication::translate("ChartTicks", "ddd d MMM"));
}

QList<qint64> tickTimes(qint64 from, qint64 to, qint64 step, models::TimeZoneChoice zone)
{
    QList<qint64> times;
    const QDate last = inZone(to, zone).date();
    for (QDate day = inZone(from, zone).date(); day <= last; day = day.addDays(1)) {
        const qint64 midnight = startOfDay(day, zone).toMSecsSinceEpoch();
        if (step >= kDay) {
            // Julian day 0 was a Monday, so that steps of whole weeks begin on Mondays.
            if (day.toJulianDay() % (step / kDay) == 0 && midnight >= from && midnight <= to)
                times << midnight;
            continue;
        }
        const qint64 next = startOfDay(day.addDays(1), zone).toMSecsSinceEpoch();
        const qint64 skipped = std::max<qint64>(0, (from - midnight + step - 1) / step);
        for (qint64 at = midnight + skipped * step; at < next && at <= to; at += step)
            times << at;
    }
    return times;
}

} // namespace

ValueScale valueScale(double minimum, double maximum, int maxTicks, bool wholeNumbers,
                      const QLocale &locale)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum)) {
        minimum = 0.0;
        maximum = 1.0;
    }
    if (maximum < minimum)
        std::swap(minimum, maximum);
    if (maximum - minimum <= std::abs(maximum) * 1e-12) {
        const double room = wholeNumbers || maximum == 0.0 ? 1.0 : std::abs(maximum) * 0.1;
        maximum += room;
        if (minimum > 0.0)
            minimum = std::max(0.0, minimum - room);
        else if (minimum < 0.0)
            minimum -= room;
    }
    double step = niceStep(maximum - minimum, maxTicks);
    if (wholeNumbers)
        step = std::max(1.0, step);

    ValueScale scale;
    scale.decimals = decimalsFor(step);
    const auto first = static_cast<qint64>(std::floor(minimum / step + 1e-9));
    const auto last = std::max(first + 1, static_cast<qint64>(std::ceil(maximum / step - 1e-9)));
    scale.minimum = static_cast<double>(first) * step;
    scale.maximum = static_cast<double>(last) * step;
    for (qint64 i = first; i <= last; ++i) {
        const double value = static_cast<double>(i) * step;
        scale.ticks.append({value, locale.toString(value, 'f', scale.decimals)});
    }
    return scale;
}

QList<TimeTick> timeTicks(double fromMsec, double toMsec, int maxTicks, models::TimeZoneChoice zone,
                          const QLocale &locale)
{
    if (!(toMsec > fromMsec) || maxTicks < 1)
        return {};
    const auto from = static_cast<qint64>(std::ceil(fromMsec));
    const auto to = static_cast<qint64>(std::floor(toMsec));
    const auto enough = std::find_if(kSteps.begin(), kSteps.end(), [&](qint64 step) {
        return (toMsec - fromMsec) / static_cast<double>(step) <= maxTicks;
    });
    const qint64 step = enough == kSteps.end() ? kSteps.back() : *enough;

    QList<TimeTick> ticks;
    QDate day;
    for (const qint64 at : tickTimes(from, to, step, zone)) {
        const QDateTime time = inZone(at, zone);
        TimeTick tick{static_cast<double>(at), {}, {}};
        if (step >= kDay) {
            tick.label = dayLabel(time.date(), locale);
        } else {
            tick.label = time.toString(step < kMinute ? u"HH:mm:ss"_s : u"HH:mm"_s);
            if (time.date() != day)
                tick.day = dayLabel(time.date(), locale);
            day = time.date();
        }
        ticks.append(tick);
    }
    return ticks;
}

} // namespace tallylight::ui
