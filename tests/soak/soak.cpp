// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Watches the demo regions with the real window for a day and says what has grown. Meant to be run
// under a clock that runs faster than usual; see run.sh and README.md beside this file.

#include "app/backend.h"
#include "app/windowsession.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "operatorroutine.h"
#include "soakreport.h"
#include "ui/healthchartpanel.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::soak;
using namespace std::chrono_literals;

namespace {

constexpr double kBurst = 30.0; // aws-facts §8
constexpr int kSamplesPerRun = 200;

double hoursSince(const Clock &clock, std::chrono::milliseconds start)
{
    return std::chrono::duration<double, std::ratio<3600>>(clock.elapsed() - start).count();
}

double keptForChartsMb()
{
    qsizetype points = 0;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (const auto *panel : window->findChildren<ui::HealthChartPanel *>())
            points += panel->keptPoints();
    }
    return static_cast<double>(points * qsizetype(sizeof(Datapoint))) / (1024.0 * 1024.0);
}

Sample look(monitor::MonitorHub &hub, const Clock &clock, double hours)
{
    Sample sample;
    sample.hours = hours;
    sample.process = processFigures();
    sample.process.keptMb = keptForChartsMb();
    for (const monitor::RegionMonitor *region : hub.regions()) {
        const monitor::RegionStatus status = region->status();
        ++sample.regions;
        if (status.channels.trust(clock.utcNow()) == Trust::Fresh)
            ++sample.regionsUpToDate;
        sample.mediaLiveCalls += status.medialive.calls;
        sample.failures
            += status.medialive.failures + status.cloudwatch.failures + status.sts.failures;
        sample.throttled += status.medialive.throttled + status.cloudwatch.throttled;
        sample.metricsRequested += status.cloudwatch.metricsRequested;
    }
    return sample;
}

QList<RequestBudget> budgets(monitor::MonitorHub &hub, double hours)
{
    QList<RequestBudget> all;
    for (const monitor::RegionMonitor *region : hub.regions()) {
        all.append({region->profile().name, region->status().medialive.calls,
                    region->profile().medialiveRequestsPerSecond * hours * 3600.0 + kBurst});
    }
    return all;
}

int soakFor(double hours, app::Backend &backend, app::WindowSession &session)
{
    const Clock &clock = backend.clock();
    const std::chrono::milliseconds start = clock.elapsed();
    OperatorRoutine routine(session.window(), session.hub());
    SoakReport report;
    int minutes = 0;
    double nextSample = 0.0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const double now = hoursSince(clock, start);
        const bool over = now >= hours;
        // The end finds the regions being watched as usual, whatever the last minutes brought.
        if (over && session.hub().isPaused()) {
            session.hub().setPaused(false);
            hours = now + 0.05;
            return;
        }
        if (!over)
            routine.minute(minutes++);
        if (now >= nextSample || over) {
            report.add(look(session.hub(), clock, now));
            nextSample = now + hours / kSamplesPerRun;
        }
        if (over) {
            report.setBudgets(budgets(session.hub(), now));
            QApplication::quit();
        }
    });
    session.start();
    timer.start(1min);
    QApplication::exec();
    QTextStream(stdout) << QJsonDocument(report.toJson()).toJson();
    return report.problems().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"tallylight"_s);
    QLoggingCategory::setFilterRules(u"tallylight.calls.debug=false"_s); // a line for every call
    QCommandLineParser parser;
    parser.addOption({u"hours"_s, u"Simulated hours to watch."_s, u"hours"_s, u"24"_s});
    parser.addOption({u"scenario"_s, u"The demo scenario."_s, u"name"_s, u"living"_s});
    parser.addHelpOption();
    parser.process(application);

    app::CommandLine options;
    options.demo = true;
    options.demoScenario = parser.value(u"scenario"_s);
    options.size = {1600, 900};
    const auto backend = app::Backend::create(options);
    if (!backend) {
        QTextStream(stderr) << backend.error() << Qt::endl;
        return 1;
    }
    const auto session = app::WindowSession::create(**backend, options);
    if (!session) {
        QTextStream(stderr) << session.error().join(u'\n') << Qt::endl;
        return 1;
    }
    return soakFor(parser.value(u"hours"_s).toDouble(), **backend, **session);
}
