// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::models {

/// Which zone times are shown in; whatever it is, the zone is printed beside every time.
enum class TimeZoneChoice { Utc, Local };

/// "2026-11-23 02:57:44 UTC"; empty for an invalid time.
QString formatTime(const QDateTime &time, TimeZoneChoice zone);

/// Both zones, for tool tips: "2026-11-23 02:57:44 UTC (2026-11-23 03:57:44 CET)"; one when they
/// agree.
QString formatTimeBoth(const QDateTime &time);

/// "4 s", "3 min", "2 h 5 min", "3 d". Negative ages count as zero.
QString formatAge(std::chrono::seconds age);

/// "90", "90 s", "5 min", "1 h 30 min", "3 d" as typed into a filter; a bare number is seconds.
/// nullopt when it is none of these.
std::optional<std::chrono::seconds> parseAge(const QString &text);

/// A time as typed into a filter: ISO-8601, or "2026-11-23[ 02:57[:44]]" in \a zone. Invalid when
/// it is neither.
QDateTime parseTime(const QString &text, TimeZoneChoice zone);

/// A number with at most \a decimals places and no trailing zeros, as \a locale writes it.
QString formatNumber(double value, int decimals = 1, const QLocale &locale = QLocale());

/// A number followed by its unit ("4.2 Mbit/s"), or alone when \a unit is empty.
QString formatQuantity(double value, const QString &unit, int decimals = 1,
                       const QLocale &locale = QLocale());

} // namespace tallylight::models
