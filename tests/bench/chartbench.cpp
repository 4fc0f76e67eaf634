// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures what DESIGN §7 promises of charts: how many frames of panning and zooming through a
// fortnight at one minute, both legs, take longer than 16 ms; see README.md beside this file.

#include "core/metriccatalogue.h"
#include "ui/chartgrid.h"
#include "ui/healthcharttile.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

constexpr double kBudgetMs = 16.0;
constexpr int kDays = 14;

/// A fortnight at one minute as a channel would give it: noise, a daily swing, peaks and gaps.
monitor::HistoryResult fortnight(const QString &metric, int seed)
{
    monitor::HistoryResult result;
    result.spec = {u"1001"_s, {u"0"_s, u"1"_s}, {metric}, std::chrono::hours(24 * kDays)};
    result.period = std::chrono::seconds(60);
    const QDateTime end(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    result.range = {end.addDays(-kDays), end};
    for (const QString &pipeline : result.spec.pipelines) {
        MetricSeries series;
        series.query.metric.name = metric;
        series.query.metric.dimensions = {{u"Pipeline"_s, pipeline}};
        unsigned state = 12345U + static_cast<unsigned>(seed) * 7U + pipeline.toUInt();
        for (int i = 0; i < kDays * 1440; ++i) {
            state = state * 1664525U + 1013904223U;
            const double noise = (state >> 8) / double(1U << 24);
            if (i % 4000 > 3960)
                continue; // a gap every few days
            series.points.append(
                {result.range.from.addSecs(60LL * i),
                 8.0 + 2.0 * std::sin(i / 229.0) + noise + (i % 2999 == 0 ? 12.0 : 0.0)});
        }
        result.series.append(series);
    }
    for (int i = 0; i < 40; ++i) {
        TimelineBand band;
        band.kind = i % 3 == 0 ? TimelineBand::Kind::NotObserved : TimelineBand::Kind::Alert;
        band.range.from = result.range.from.addSecs(i * 28000);
        band.range.to = band.range.from.addSecs(3600 + i * 60);
        band.level = i % 2 ? HealthLevel::Warning : HealthLevel::Critical;
        band.pipeline = QString::number(i % 2);
        result.bands.append(band);
    }
    return result;
}

/// Frames of one kind of movement.
QJsonObject measure(ui::ChartGrid &grid, const QString &what, int frames,
                    const std::function<void(int frame)> &move)
{
    QList<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer watch;
        watch.start();
        move(frame);
        grid.repaint(); // everything, at once
        QCoreApplication::processEvents();
        times.append(static_cast<double>(watch.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    const auto late
        = std::count_if(times.begin(), times.end(), [](double time) { return time > kBudgetMs; });
    return {{u"what"_s, what},
            {u"frames"_s, frames},
            {u"framesOver16ms"_s, static_cast<int>(late)},
            {u"medianMs"_s, times.at(times.size() / 2)},
            {u"percentile99Ms"_s, times.at(times.size() * 99 / 100)},
            {u"longestMs"_s, times.last()}};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.setApplicationDescription(u"Measures how smoothly charts pan and zoom."_s);
    parser.addOption({u"charts"_s, u"Charts on show."_s, u"n"_s, u"8"_s});
    parser.addOption({u"frames"_s, u"Frames of each movement."_s, u"n"_s, u"300"_s});
    parser.addOption({u"size"_s, u"Of the grid, in pixels."_s, u"WxH"_s, u"2340x600"_s});
    parser.process(application);
    const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    ui::applyTheme(application, theme);

    ui::ChartGrid grid(theme);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    grid.resize(size.first().toInt(), size.last().toInt());
    grid.setTileCount(std::max(1, parser.value(u"charts"_s).toInt()));
    const MetricInfo metric = MetricCatalogue::builtIn().infoFor(u"NetworkIn"_s);
    int seed = 0;
    for (ui::HealthChartTile *tile : grid.tiles()) {
        tile->setSubject(metric, ui::metricTitleWithUnit(metric), {});
        grid.showResult(tile, fortnight(metric.name, ++seed), true, false);
    }
    grid.show();
    QCoreApplication::processEvents();

    const int frames = std::max(1, parser.value(u"frames"_s).toInt());
    ui::HealthChart &first = grid.tiles().first()->chart();
    QJsonArray figures;
    figures.append(
        measure(grid, u"all fourteen days in view, cursor moving"_s, frames, [&](int frame) {
            first.setCursor(first.visibleFrom() + frame * 3.6e6);
            first.setVisibleRange(first.visibleFrom(), first.visibleTo());
        }));
    first.zoom(14.0 / 13.0, first.visibleFrom());
    figures.append(measure(grid, u"panning thirteen days"_s, frames,
                           [&](int frame) { first.pan(frame / 40 % 2 == 0 ? 0.002 : -0.002); }));
    first.resetZoom();
    first.zoom(4.0, first.visibleFrom());
    figures.append(
        measure(grid, u"panning three and a half days"_s, frames, [&](int) { first.pan(0.01); }));
    first.resetZoom();
    const double middle = (first.visibleFrom() + first.visibleTo()) / 2.0;
    figures.append(measure(grid, u"zooming in and out"_s, frames, [&](int frame) {
        first.zoom(frame / 20 % 2 == 0 ? 1.25 : 0.8, middle);
    }));
    QTextStream(stdout) << QJsonDocument(
                               QJsonObject{{u"charts"_s, static_cast<int>(grid.tiles().size())},
                                           {u"pointsPerLine"_s, kDays * 1440},
                                           {u"columns"_s, grid.columnCount()},
                                           {u"build"_s, QStringLiteral(TALLYLIGHT_BUILD_TYPE)},
                                           {u"figures"_s, figures}})
                               .toJson();
    return 0;
}
