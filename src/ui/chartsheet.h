// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"
#include "ui/chartcontent.h"
#include "ui/chartsample.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QPainter;

namespace tallylight::ui {

struct Theme;

/// Charts as they are written to a file: everything a reader needs who has never seen the window.
struct ChartSheet
{
    struct Chart
    {
        QString title;
        QString channel; ///< its name
        ChartContent content;
    };

    QString title; ///< the channel, or the metric
    QList<Chart> charts;
    QList<ChartMark> legend;
    int columns = 1;
    QSize chartSize{560, 180}; ///< of each, in device-independent pixels
    double fromMsec = 0.0; ///< what is visible of each chart
    double toMsec = 1.0;
    bool fromZero = true;
    models::TimeZoneChoice zone = models::TimeZoneChoice::Utc;
};

/// "2026-11-23 13:30:00 UTC – 2026-11-23 14:30:00 UTC".
QString rangeText(const ChartSheet &sheet);

/// The image in the colours of \a theme at twice the size, for screens and print alike; empty when
/// there is nothing to paint.
QByteArray sheetPng(const ChartSheet &sheet, const Theme &theme);
/// The same as a drawing: lines are lines, texts are texts.
QByteArray sheetSvg(const ChartSheet &sheet, const Theme &theme);

/// CSV (RFC 4180) of what was loaded: ISO-8601 UTC time, then for every chart and leg a column with
/// the value, and where points sum up others two more with the least and the greatest. A missing
/// value is an empty cell.
QByteArray sheetCsv(const ChartSheet &sheet);
/// The bands of all charts, each once; see models::bandsCsv().
QByteArray sheetEventsCsv(const ChartSheet &sheet);

/// A name for the file without folder and extension, of characters that every file system takes:
/// title and visible range in UTC.
QString sheetFileStem(const ChartSheet &sheet);

} // namespace tallylight::ui
