// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/timeformat.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct TimeFormat
{
    Q_DECLARE_TR_FUNCTIONS(TimeFormat)
};

/// About 30,000 years; more is a typing error.
constexpr qint64 kLongestAge = 1'000'000'000'000;

QString zoneName(const QDateTime &local)
{
    const QString name = local.timeZoneAbbreviation();
    if (!name.isEmpty())
        return name;
    const int minutes = local.offsetFromUtc() / 60;
    return u"UTC%1%2:%3"_s.arg(minutes < 0 ? u'-' : u'+')
        .arg(std::abs(minutes) / 60, 2, 10, '0'_L1)
        .arg(std::abs(minutes) % 60, 2, 10, '0'_L1);
}

std::optional<qint64> secondsPerUnit(const QString &unit)
{
    const QString name = unit.toLower();
    if (name.isEmpty() || u"seconds"_s.startsWith(name) || name == u"secs")
        return 1;
    if (name == u"m" || u"minutes"_s.startsWith(name) || name == u"mins")
        return 60;
    if (u"hours"_s.startsWith(name))
        return 3600;
    if (u"days"_s.startsWith(name))
        return 86400;
    return std::nullopt;
}

} // namespace

QString formatTime(const QDateTime &time, TimeZoneChoice zone)
{
    if (!time.isValid())
        return {};
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    if (zone == TimeZoneChoice::Utc)
        return time.toUTC().toString(format) + u" UTC"_s;
    const QDateTime local = time.toLocalTime();
    return local.toString(format) + u' ' + zoneName(local);
}

QString formatTimeBoth(const QDateTime &time)
{
    const QString utc = formatTime(time, TimeZoneChoice::Utc);
    const QString local = formatTime(time, TimeZoneChoice::Local);
    if (utc == local)
        return utc;
    //: the same moment in UTC and in local time
    return TimeFormat::tr("%1 (%2)").arg(utc, local);
}

QString formatAge(std::chrono::seconds age)
{
    const qint64 seconds = std::max<qint64>(0, age.count());
    if (seconds < 60) {
        //: an age in seconds
        return TimeFormat::tr("%1 s").arg(seconds);
    }
    const qint64 minutes = seconds / 60;
    if (minutes < 60) {
        //: an age in minutes
        return TimeFormat::tr("%1 min").arg(minutes);
    }
    const qint64 hours = minutes / 60;
    if (hours >= 24) {
        //: an age in days
        return TimeFormat::tr("%1 d").arg(hours / 24);
    }
    if (minutes % 60 == 0) {
        //: an age in hours
        return TimeFormat::tr("%1 h").arg(hours);
    }
    //: an age in hours and minutes
    return TimeFormat::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
}

std::optional<std::chrono::seconds> parseAge(const QString &text)
{
    static const QRegularExpression part(u"\\s*(\\d{1,9})\\s*([a-zA-Z]*)\\s*"_s);
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return std::nullopt;
    qint64 total = 0;
    for (qsizetype at = 0; at < wanted.size();) {
        const QRegularExpressionMatch match
            = part.match(wanted, at, QRegularExpression::NormalMatch,
                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        const bool bare = match.captured(2).isEmpty();
        const bool alone = match.capturedLength() == wanted.size();
        const std::optional<qint64> unit = secondsPerUnit(match.captured(2));
        if (!unit || (bare && !alone))
            return std::nullopt;
        total += match.captured(1).toLongLong() * *unit;
        if (total > kLongestAge)
            return std::nullopt;
        at = match.capturedEnd();
    }
    return std::chrono::seconds(total);
}

QDateTime parseTime(const QString &text, TimeZoneChoice zone)
{
    const QString wanted = text.trimmed();
    // A text with its own zone, or with the "UTC" this program writes, means what it says.
    static const QRegularExpression zoned(u"T.*(Z|[+-]\\d{2}:?\\d{2})$"_s);
    if (zoned.match(wanted).hasMatch())
        return QDateTime::fromString(wanted, Qt::ISODate).toUTC();
    const bool saysUtc = wanted.endsWith(u" UTC"_s, Qt::CaseInsensitive);
    const QString plain = (saysUtc ? wanted.chopped(4) : wanted).simplified().replace(u'T', u' ');
    const Qt::TimeSpec spec = saysUtc || zone == TimeZoneChoice::Utc ? Qt::UTC : Qt::LocalTime;
    const QDate date = QDate::fromString(plain.section(u' ', 0, 0), u"yyyy-MM-dd"_s);
    const QString clock = plain.section(u' ', 1);
    QTime timeOfDay(0, 0);
    if (!clock.isEmpty()) {
        timeOfDay = QTime::fromString(clock, u"HH:mm:ss"_s);
        if (!timeOfDay.isValid())
            timeOfDay = QTime::fromString(clock, u"HH:mm"_s);
    }
    if (!date.isValid() || !timeOfDay.isValid())
        return {};
    return QDateTime(date, timeOfDay, spec).toUTC();
}

QString formatNumber(double value, int decimals, const QLocale &locale)
{
    // Rounding first keeps "-0" and trailing zeros away.
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    if (!std::isfinite(rounded))
        return locale.toString(value);
    int needed = 0;
    for (double shifted = rounded; needed < decimals; ++needed, shifted *= 10.0) {
        if (std::abs(shifted - std::round(shifted)) < 1e-6)
            break;
    }
    return locale.toString(rounded == 0.0 ? 0.0 : rounded, 'f', needed);
}

QString formatQuantity(double value, const QString &unit, int decimals, const QLocale &locale)
{
    const QString number = formatNumber(value, decimals, locale);
    if (unit.isEmpty())
        return number;
    //: a number and its unit
    return TimeFormat::tr("%1 %2").arg(number, unit);
}

} // namespace tallylight::models
