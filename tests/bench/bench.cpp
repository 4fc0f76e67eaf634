// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures what DESIGN §7 promises in rows 1 to 5 and 7 on this computer, against a simulated
// region in a process of its own, and prints the figures as JSON. Ratios are within one run; see
// README.md beside this file.

#include "sweeps.h"
#include "windowrun.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tallylight::bench;
using tallylight::Profile;

namespace {

struct Request
{
    QString region; ///< path of tallylight-demo-region
    int rows = 10000;
    int sweeps = 5;
    int pageSize = 100;
    int runs = 3;
    double alertMinutes = 0.0;
    int idleSeconds = 0;
};

double median(QList<double> values)
{
    if (values.isEmpty())
        return -1.0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

QJsonObject line(const QString &what, double value, const QString &unit,
                 std::optional<double> budget = std::nullopt)
{
    QJsonObject entry{{u"what"_s, what}, {u"value"_s, value}, {u"unit"_s, unit}};
    if (budget) {
        entry.insert(u"budget"_s, *budget);
        entry.insert(u"within"_s, value >= 0.0 && value <= *budget);
    }
    return entry;
}

/// The same pages by curl and by the official command line, for comparison.
struct Others
{
    double curlMs = -1.0;
    double awsMs = -1.0;
    int pages = 0;
    QStringList remarks;
};

Others measureOthers(const DemoProcess &demo, const Request &request)
{
    Others others;
    QString error;
    const QList<QUrl> pages = pagesOf(demo, request.pageSize, &error);
    others.pages = static_cast<int>(pages.size());
    if (pages.isEmpty()) {
        others.remarks.append(error);
        return others;
    }
    QList<double> curl;
    for (int i = 0; i < request.runs; ++i) {
        if (const auto ms = curlMs(demo, pages, &error))
            curl.append(*ms);
        else
            others.remarks.append(error);
    }
    others.curlMs = median(curl);
    if (const auto ms = awsMs(demo, request.pageSize, &error))
        others.awsMs = *ms;
    else
        others.remarks.append(error);
    return others;
}

QJsonObject surroundings()
{
    return {
        {u"cores"_s, QThread::idealThreadCount()},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"build"_s, QStringLiteral(TALLYLIGHT_BUILD_TYPE)},
    };
}

/// DESIGN §7, "an alert set on AWS to a red row", in a profile that may not spend anything on
/// CloudWatch: AWS's limits on, the default request rate, a story four times as fast as life so
/// that enough happens.
QJsonDocument measureAlerts(const Request &request)
{
    constexpr int kChannels = 57; // of which about fifty run
    const DemoProcess demo(request.region, kChannels, kChannels, u"living"_s,
                           {u"--time-factor"_s, u"4"_s});
    if (!demo.error().isEmpty())
        return QJsonDocument(QJsonObject{{u"error"_s, demo.error()}});
    Profile profile = demo.profile(3.0);
    profile.cloudwatchBudgetUsdPerMonth = 0.0; // what costs money is not needed for this
    WindowRun run(demo, profile);
    run.showMs();
    run.fillMs(kChannels, kChannels);
    const AlertDelays alerts = run.alertDelays(request.alertMinutes);
    const QList<double> &delays = alerts.seconds;
    const double p90 = delays.isEmpty() ? -1.0 : delays.at(delays.size() * 9 / 10);
    QJsonObject result = surroundings();
    result.insert(
        u"figures"_s,
        QJsonArray{
            line(u"alert set to red row, median"_s, median(delays), u"s"_s, kAlertBudgetSeconds),
            line(u"alert set to red row, 90th percentile"_s, p90, u"s"_s),
            line(u"alerts counted"_s, static_cast<double>(delays.size()), u"count"_s),
            line(u"of them never red, counted as late"_s, alerts.neverShown, u"count"_s),
            line(u"channels running at the end"_s, run.runningChannels(), u"count"_s),
            line(u"last turn of the sweep"_s, run.alertTurn(), u"s"_s),
            line(u"CloudWatch calls"_s, static_cast<double>(run.cloudWatchCalls()), u"count"_s,
                 0.0),
        });
    return QJsonDocument(result);
}

/// DESIGN §7, "idle CPU while monitoring 100 running channels".
QJsonDocument measureIdle(const Request &request)
{
    constexpr int kChannels = 114; // seven of eight run
    const DemoProcess demo(request.region, kChannels, kChannels, u"calm"_s, {});
    if (!demo.error().isEmpty())
        return QJsonDocument(QJsonObject{{u"error"_s, demo.error()}});
    WindowRun run(demo, demo.profile(3.0));
    run.showMs();
    run.fillMs(kChannels, kChannels);
    const double channels = run.idlePercent(false, request.idleSeconds);
    const double health = run.idlePercent(true, request.idleSeconds);
    QJsonObject result = surroundings();
    result.insert(u"figures"_s,
                  QJsonArray{
                      line(u"idle, Channels open"_s, channels, u"% of a core"_s, 2.0),
                      line(u"idle, Channels Health open"_s, health, u"% of a core"_s, 2.0),
                      line(u"channels running"_s, run.runningChannels(), u"count"_s),
                  });
    return QJsonDocument(result);
}

/// DESIGN §7 row 3: a start with all rows in the history and nothing to reach.
void measureCachedStart(const DemoProcess &demo, const Request &request, QJsonArray &figures)
{
    const QTemporaryDir folder;
    const QString history = folder.filePath(u"history.sqlite"_s);
    {
        WindowRun run(demo, history);
        run.showMs();
        run.fillMs(request.rows, request.rows);
        StallMeter unused;
        run.sweep(1, unused);
    }
    QList<double> usable;
    QList<double> rows;
    double stall = 0.0;
    for (int i = 0; i < request.runs; ++i) {
        WindowRun run(demo, history);
        StallMeter meter;
        const WindowRun::CachedStart start
            = run.startFromHistory(request.rows, request.rows, meter);
        usable.append(start.usableMs);
        rows.append(start.rowsMs);
        stall = std::max(stall, meter.longestMs());
    }
    figures.append(line(u"start with cached rows: window usable"_s, median(usable), u"ms"_s));
    figures.append(
        line(u"start with cached rows: all of them shown"_s, median(rows), u"ms"_s, 1000.0));
    figures.append(line(u"longest event-loop stall while cached rows come in"_s, stall, u"ms"_s));
}

QJsonDocument measure(const Request &request)
{
    QJsonArray figures;
    QStringList remarks;
    const DemoProcess demo(request.region, request.rows, request.rows, u"churn"_s);
    if (!demo.error().isEmpty())
        return QJsonDocument(QJsonObject{{u"error"_s, demo.error()}});

    const Others others = measureOthers(demo, request);
    remarks += others.remarks;
    const double before = residentMb();

    QList<double> fills;
    QList<double> shows;
    StallMeter meter;
    double resident = 0.0;
    double turn = 0.0;
    for (int i = 0; i < request.runs; ++i) {
        WindowRun run(demo);
        shows.append(run.showMs());
        fills.append(run.fillMs(request.rows, request.rows));
        if (i == 0) { // before other windows have come and gone in this process
            turn = run.turnToInputsMs();
            run.sweep(request.sweeps, meter);
            resident = residentMb();
        }
    }
    const double fill = median(fills);
    figures.append(
        line(u"longest event-loop stall over %1 sweeps, 10 % changed"_s.arg(request.sweeps),
             meter.longestMs(), u"ms"_s, 50.0));
    figures.append(line(u"event-loop delay, 99th percentile of all moments"_s,
                        meter.percentileMs(0.99), u"ms"_s, 16.0));
    figures.append(
        line(u"event-loop delay, half of all moments"_s, meter.percentileMs(0.5), u"ms"_s));
    figures.append(line(u"fetch, decode and show"_s, fill, u"ms"_s));
    figures.append(line(u"turning to Inputs, not looked at before"_s, turn, u"ms"_s));
    figures.append(line(u"the same pages with curl"_s, others.curlMs, u"ms"_s));
    figures.append(line(u"the same with the AWS command line"_s, others.awsMs, u"ms"_s));
    if (others.curlMs > 0.0)
        figures.append(line(u"fetch, decode and show, in times of curl"_s, fill / others.curlMs,
                            u"ratio"_s, 1.5));
    figures.append(
        line(u"window built, shown and painted, nothing cached"_s, median(shows), u"ms"_s));
    measureCachedStart(demo, request, figures);
    figures.append(line(u"resident memory with all rows"_s, resident, u"MB"_s, 200.0));
    figures.append(line(u"resident memory before the window"_s, before, u"MB"_s));

    return QJsonDocument(QJsonObject{
        {u"rows"_s, request.rows},
        {u"pages"_s, others.pages},
        {u"cores"_s, QThread::idealThreadCount()},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"build"_s, QStringLiteral(TALLYLIGHT_BUILD_TYPE)},
        {u"figures"_s, figures},
        {u"remarks"_s, QJsonArray::fromStringList(remarks)},
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.setApplicationDescription(u"Measures Tallylight's budgets on this computer."_s);
    parser.addOption({u"rows"_s, u"Channels and inputs, each."_s, u"n"_s, u"10000"_s});
    parser.addOption({u"sweeps"_s, u"Refreshes to watch for stalls."_s, u"n"_s, u"5"_s});
    parser.addOption({u"page-size"_s, u"Rows a page."_s, u"n"_s, u"100"_s});
    parser.addOption({u"runs"_s, u"Repetitions; medians are printed."_s, u"n"_s, u"3"_s});
    parser.addOption({u"alerts"_s,
                      u"Measure for so long how soon an alert shows, and nothing else."_s,
                      u"minutes"_s, u"0"_s});
    parser.addOption({u"idle"_s, u"Measure for so long what watching costs, and nothing else."_s,
                      u"seconds"_s, u"0"_s});
    parser.addOption({u"region"_s, u"The demo region's program."_s, u"path"_s,
                      QStringLiteral(TALLYLIGHT_REGION_PROGRAM)});
    parser.addOption({u"out"_s, u"Write the figures to <file> too."_s, u"file"_s});
    parser.process(application);

    Request request;
    request.region = parser.value(u"region"_s);
    request.rows = std::max(1, parser.value(u"rows"_s).toInt());
    request.sweeps = std::max(1, parser.value(u"sweeps"_s).toInt());
    request.pageSize = std::max(1, parser.value(u"page-size"_s).toInt());
    request.runs = std::max(1, parser.value(u"runs"_s).toInt());
    request.alertMinutes = parser.value(u"alerts"_s).toDouble();
    request.idleSeconds = parser.value(u"idle"_s).toInt();
    const QJsonDocument figures = request.alertMinutes > 0.0 ? measureAlerts(request)
        : request.idleSeconds > 0                            ? measureIdle(request)
                                                             : measure(request);
    const QByteArray result = figures.toJson();
    QTextStream(stdout) << result;
    if (parser.isSet(u"out"_s)) {
        QFile file(parser.value(u"out"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(result) != result.size())
            return 1;
    }
    return result.contains("\"error\"") ? 1 : 0;
}
