// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace tallylight::ui {

/// A line of a chart's grid and what stands beside it.
struct ValueTick
{
    double value = 0.0;
    QString label;

    bool operator==(const ValueTick &) const = default;
};

/// The same along the time axis; dates are said once, where a day begins.
struct TimeTick
{
    double at = 0.0; ///< milliseconds since the epoch, UTC
    QString label;
    QString day; ///< a second line: set on the first tick and on the first of each day

    bool operator==(const TimeTick &) const = default;
};

/// A value axis that fits its ticks exactly.
struct ValueScale
{
    double minimum = 0.0;
    double maximum = 1.0;
    QList<ValueTick> ticks; ///< first at minimum, last at maximum
    int decimals = 0; ///< what tells two ticks apart

    bool operator==(const ValueScale &) const = default;
};

/// The smallest round scale that holds \a minimum … \a maximum in at most \a maxTicks steps of 1, 2
/// or 5 times a power of ten. Equal values get room around them, and \a wholeNumbers never gets
/// fractions.
ValueScale valueScale(double minimum, double maximum, int maxTicks, bool wholeNumbers,
                      const QLocale &locale = QLocale());

/// Round times between \a fromMsec and \a toMsec (UTC) as \a zone counts them: on the hour there,
/// at midnight there, across changes to summer time too. \a maxTicks steps at most.
QList<TimeTick> timeTicks(double fromMsec, double toMsec, int maxTicks, models::TimeZoneChoice zone,
                          const QLocale &locale = QLocale());

} // namespace tallylight::ui
