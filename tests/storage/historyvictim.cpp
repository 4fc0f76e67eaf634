// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Records numbered alerts, about a thousand a second, and prints "number milliseconds" for each,
// until it is killed. For tst_historykill.

#include "core/clock.h"
#include "storage/historystore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace tallylight;
using namespace tallylight::storage;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const SystemClock clock;
    HistoryOptions options;
    options.file = arguments.at(1);
    HistoryStore store(options, clock);
    qint64 number = arguments.at(2).toLongLong();
    QElapsedTimer time;
    time.start();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        ChannelAlert alert;
        alert.channelId = QStringLiteral("1");
        alert.id = QString::number(number);
        alert.setAt = clock.utcNow();
        store.push({QStringLiteral("p1"), AlertSeen{alert, AlertEnding::Set, alert.setAt}});
        std::printf("%lld %lld\n", static_cast<long long>(number),
                    static_cast<long long>(time.elapsed()));
        std::fflush(stdout);
        ++number;
    });
    // Not before the file is there: what a start takes is not what is measured.
    QObject::connect(&store, &HistoryStore::statusChanged, &timer,
                     [&timer](const RecordingStatus &status) {
                         if (status.phase == RecordingStatus::Phase::Recording && !timer.isActive())
                             timer.start(1);
                     });
    return QCoreApplication::exec();
}
