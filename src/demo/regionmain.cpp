// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoregion.h"
#include "demo/regionoptions.h"

#include <QGuiApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
// A signal handler may do next to nothing; it writes a byte here, and the event loop does the rest.
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

void quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}
#else
void quitOnSignals(QCoreApplication &) { }
#endif

} // namespace

int main(int argc, char **argv)
{
    // Test cards are painted with fonts, which need a QGuiApplication, yet nothing is ever shown.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tallylight-demo-region"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYLIGHT_VERSION));

    using namespace tallylight;
    QTextStream out(stdout);
    QTextStream err(stderr);
    const demo::RegionCommand command = demo::parseRegionCommand(QCoreApplication::arguments());
    if (!command.message.isEmpty()) {
        (command.isError ? err : out) << command.message << (command.isError ? "\n" : "");
        return command.isError ? 1 : 0;
    }
    const SystemClock clock;
    demo::DemoRegion region(command.options, clock);
    QString problem;
    if (!region.start(&problem)) {
        //: %1 is a port number, %2 the system's words, such as "The bound address is already in
        //: use"
        err << QCoreApplication::translate("RegionProgram", "Port %1 can't be opened: %2")
                   .arg(QString::number(command.options.port), problem)
            << "\n";
        return 1;
    }
    quitOnSignals(application);
    out << demo::readyText(command.options, region.endpoint().toString());
    out.flush();
    return QCoreApplication::exec();
}
