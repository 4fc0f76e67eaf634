// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartsheet.h"

#include "models/bandtext.h"
#include "models/export.h"
#include "ui/healthchart.h"
#include "ui/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QGraphicsScene>
#include <QImage>
#include <QMap>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>
#include <memory>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 2 * kGrid;
constexpr int kHeadHeight = 7 * kGrid;
constexpr int kTitleHeight = 3 * kGrid;
constexpr int kGap = 2 * kGrid;
constexpr int kScale = 2;

QSize sheetSize(const ChartSheet &sheet)
{
    const auto count = static_cast<int>(sheet.charts.size());
    const int rows = (count + sheet.columns - 1) / sheet.columns;
    return {2 * kMargin + sheet.columns * sheet.chartSize.width() + (sheet.columns - 1) * kGap,
            2 * kMargin + kHeadHeight + rows * (kTitleHeight + sheet.chartSize.height())
                + (rows - 1) * kGap};
}

QString timeText(double msec, models::TimeZoneChoice zone)
{
    return models::formatTime(
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(msec)), Qt::UTC), zone);
}

/// Paints one chart of its own, made for the sheet's colours; the ones in the window are left
/// alone.
void paintChart(QPainter *painter, const QRect &place, const ChartSheet &sheet,
                const ChartSheet::Chart &chart, const Theme &theme)
{
    HealthChart widget(theme);
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setFocusPolicy(Qt::NoFocus);
    widget.setTimeZone(sheet.zone);
    widget.setFromZero(sheet.fromZero);
    widget.setContent(chart.content, false);
    widget.setVisibleRange(sheet.fromMsec, sheet.toMsec);
    widget.resize(place.size());
    widget.show(); // only a shown widget is laid out
    QRectF area(widget.viewport()->rect());
    widget.scene()->render(painter, QRectF(place), area, Qt::IgnoreAspectRatio);
}

void paintHead(QPainter *painter, const QRect &place, const ChartSheet &sheet, const Theme &theme)
{
    const QFont plain = QApplication::font();
    const QFont strong = strongFont(plain);
    painter->setPen(theme.text);
    painter->setFont(strong);
    const int line = QFontMetrics(strong).height() + 2;
    painter->drawText(QRect(place.left(), place.top(), place.width(), line),
                      Qt::AlignLeft | Qt::AlignVCenter, sheet.title);
    painter->setFont(plain);
    painter->setPen(theme.textMuted);
    painter->drawText(QRect(place.left(), place.top() + line, place.width(), line),
                      Qt::AlignLeft | Qt::AlignVCenter, rangeText(sheet));
    const QFontMetrics metrics(plain);
    int right = place.right();
    for (auto mark = sheet.legend.rbegin(); mark != sheet.legend.rend(); ++mark) {
        const int width = metrics.horizontalAdvance(mark->words) + 2;
        right -= width;
        painter->drawText(QRect(right, place.top() + line, width, line),
                          Qt::AlignLeft | Qt::AlignVCenter, mark->words);
        right -= 4 * kGrid;
        paintChartMark(
            painter,
            QRectF(right, place.top() + line + (line - 2 * kGrid) / 2.0, 3.0 * kGrid, 2.0 * kGrid),
            *mark, theme);
        right -= 2 * kGrid;
    }
}

void paintSheet(QPainter *painter, const ChartSheet &sheet, const Theme &theme)
{
    const QSize size = sheetSize(sheet);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRect(QPoint(), size), theme.base);
    paintHead(painter, QRect(kMargin, kMargin, size.width() - 2 * kMargin, kHeadHeight), sheet,
              theme);
    for (int i = 0; i < static_cast<int>(sheet.charts.size()); ++i) {
        const ChartSheet::Chart &chart = sheet.charts.at(i);
        const int left = kMargin + (i % sheet.columns) * (sheet.chartSize.width() + kGap);
        const int top = kMargin + kHeadHeight
            + (i / sheet.columns) * (kTitleHeight + sheet.chartSize.height() + kGap);
        painter->setFont(strongFont(QApplication::font()));
        painter->setPen(theme.text);
        painter->drawText(QRect(left, top, sheet.chartSize.width(), kTitleHeight),
                          Qt::AlignLeft | Qt::AlignVCenter, chart.title);
        const QRect place(QPoint(left, top + kTitleHeight), sheet.chartSize);
        if (chart.content.hasData()) {
            paintChart(painter, place, sheet, chart, theme);
            continue;
        }
        painter->setFont(QApplication::font());
        painter->setPen(theme.textMuted);
        painter->drawText(place, Qt::AlignCenter,
                          QCoreApplication::translate("HealthChart", "no data"));
    }
}

/// A name for a column: "NetworkIn pipeline 0", with the chart's title where charts of one metric
/// stand side by side.
QString columnName(const ChartSheet &sheet, const ChartSheet::Chart &chart, const QString &pipeline)
{
    const auto same = std::count_if(sheet.charts.begin(), sheet.charts.end(), [&](const auto &one) {
        return one.content.metric.name == chart.content.metric.name;
    });
    const QString name = chart.content.metric.name + u" pipeline "_s + pipeline;
    return same > 1 ? chart.title + u' ' + name : name;
}

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString rangeText(const ChartSheet &sheet)
{
    //: A span of time; %1 and %2 are times with their zone
    return QCoreApplication::translate("ChartSheet", "%1 – %2")
        .arg(timeText(sheet.fromMsec, sheet.zone), timeText(sheet.toMsec, sheet.zone));
}

QByteArray sheetPng(const ChartSheet &sheet, const Theme &theme)
{
    if (sheet.charts.isEmpty())
        return {};
    QImage image(sheetSize(sheet) * kScale, QImage::Format_RGB32);
    if (image.isNull())
        return {}; // no memory for it
    image.setDevicePixelRatio(kScale);
    QPainter painter(&image);
    paintSheet(&painter, sheet, theme);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.setText(u"Title"_s, sheet.title);
    image.setText(u"Description"_s, rangeText(sheet));
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray sheetSvg(const ChartSheet &sheet, const Theme &theme)
{
    if (sheet.charts.isEmpty())
        return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheetSize(sheet));
    generator.setViewBox(QRect(QPoint(), sheetSize(sheet)));
    generator.setResolution(96);
    generator.setTitle(sheet.title);
    generator.setDescription(rangeText(sheet));
    QPainter painter(&generator);
    paintSheet(&painter, sheet, theme);
    painter.end();
    return bytes;
}

QByteArray sheetCsv(const ChartSheet &sheet)
{
    QStringList titles{u"time"_s};
    QMap<qint64, QList<QString>> rows;
    qsizetype columns = 0;
    for (const ChartSheet::Chart &chart : sheet.charts) {
        for (const ChartLine &line : chart.content.lines) {
            const auto spread = [](const models::ChartSegment &segment) {
                return std::any_of(
                    segment.begin(), segment.end(),
                    [](const models::ChartPoint &point) { return point.hasSpread(); });
            };
            const bool wide = std::any_of(line.segments.begin(), line.segments.end(), spread);
            const qsizetype first = columns;
            columns += wide ? 3 : 1;
            const QString name = columnName(sheet, chart, line.pipeline);
            titles << models::csvCell(name);
            if (wide)
                titles << models::csvCell(name + u" least"_s)
                       << models::csvCell(name + u" greatest"_s);
            for (const models::ChartSegment &segment : line.segments) {
                for (const models::ChartPoint &point : segment) {
                    QList<QString> &row = rows[static_cast<qint64>(point.at)];
                    row.resize(columns);
                    row[first] = number(point.value);
                    if (wide) {
                        row[first + 1] = number(point.low);
                        row[first + 2] = number(point.high);
                    }
                }
            }
        }
    }
    QString text = titles.join(u',') + u"\r\n"_s;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        row->resize(columns);
        text += QDateTime::fromMSecsSinceEpoch(row.key(), Qt::UTC).toString(Qt::ISODate) + u','
            + row->join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QByteArray sheetEventsCsv(const ChartSheet &sheet)
{
    QList<models::ChannelBand> bands;
    for (const ChartSheet::Chart &chart : sheet.charts) {
        for (const TimelineBand &band : chart.content.bands) {
            const models::ChannelBand one{chart.channel, band};
            if (!bands.contains(one))
                bands.append(one);
        }
    }
    return models::bandsCsv(bands);
}

QString sheetFileStem(const ChartSheet &sheet)
{
    static const QRegularExpression odd(u"[^\\p{L}\\p{N}._-]+"_s);
    const auto stamp = [](double msec) {
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(msec), Qt::UTC)
            .toString(u"yyyyMMdd'T'HHmm'Z'"_s);
    };
    QString title = sheet.title;
    title = title.replace(odd, u"-"_s).left(60);
    while (title.startsWith(u'-') || title.startsWith(u'.'))
        title.remove(0, 1);
    while (title.endsWith(u'-'))
        title.chop(1);
    if (title.isEmpty())
        title = u"charts"_s;
    return title + u'_' + stamp(sheet.fromMsec) + u'_' + stamp(sheet.toMsec);
}

} // namespace tallylight::ui
