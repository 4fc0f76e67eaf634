// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wakedetector.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace tallylight;
using std::chrono::milliseconds;
using Kind = Awakening::Kind;

Q_DECLARE_METATYPE(std::chrono::milliseconds)

class WakeDetectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstReadingSaysNothing()
    {
        WakeDetector detector(2s);
        QCOMPARE(detector.tick(reading(1h, 5min, 10h)), Awakening());
    }

    void clocksThatDisagreeTellWhatHappened_data()
    {
        QTest::addColumn<milliseconds>("wall");
        QTest::addColumn<milliseconds>("elapsed");
        QTest::addColumn<milliseconds>("sinceBoot"); // negative: there is no such clock
        QTest::addColumn<Awakening::Kind>("kind");
        QTest::addColumn<milliseconds>("by");
        const auto row = [](const char *name, milliseconds wall, milliseconds elapsed,
                            milliseconds boot, Kind kind, milliseconds by) {
            QTest::newRow(name) << wall << elapsed << boot << kind << by;
        };
        row("an ordinary tick", 2s, 2s, 2s, Kind::None, 0s);
        row("a late tick", 20s, 20s, 20s, Kind::None, 0s);
        row("a time server's correction", 4s, 2s, 2s, Kind::None, 0s);
        row("slept", 8h, 2s, 8h, Kind::Slept, 8h - 2s);
        row("slept a little", 12s, 2s, 12s, Kind::Slept, 10s);
        row("slept, and the clock was set back meanwhile", 1s, 2s, 8h, Kind::Slept, 8h - 2s);
        row("held up", 5min, 5min, 5min, Kind::Slept, 5min - 2s);
        row("set forward", 1h, 2s, 2s, Kind::ClockForward, 1h - 2s);
        row("set back", -1h, 2s, 2s, Kind::ClockBack, 1h + 2s);
        row("no boot clock: ordinary", 2s, 2s, -1ms, Kind::None, 0s);
        row("no boot clock: slept, elapsed stood still", 8h, 2s, -1ms, Kind::Slept, 8h - 2s);
        row("no boot clock: slept, elapsed went on", 8h, 8h, -1ms, Kind::Slept, 8h - 2s);
        row("no boot clock: set back", -10s, 2s, -1ms, Kind::ClockBack, 12s);
    }

    void clocksThatDisagreeTellWhatHappened()
    {
        QFETCH(milliseconds, wall);
        QFETCH(milliseconds, elapsed);
        QFETCH(milliseconds, sinceBoot);
        QFETCH(Awakening::Kind, kind);
        QFETCH(milliseconds, by);
        WakeDetector detector(2s);
        const bool boot = sinceBoot >= 0ms;
        detector.tick(reading(24h, 1h, boot ? std::optional<milliseconds>(30h) : std::nullopt));
        const Awakening found = detector.tick(
            reading(24h + wall, 1h + elapsed,
                    boot ? std::optional<milliseconds>(30h + sinceBoot) : std::nullopt));
        QCOMPARE(found.kind, kind);
        QCOMPARE(found.by.count(), by.count());
        // It is told once.
        QCOMPARE(detector
                     .tick(reading(24h + wall + 2s, 1h + elapsed + 2s,
                                   boot ? std::optional<milliseconds>(30h + sinceBoot + 2s)
                                        : std::nullopt))
                     .kind,
                 Kind::None);
    }

private:
    static ClockReading reading(milliseconds wall, milliseconds elapsed,
                                std::optional<milliseconds> sinceBoot)
    {
        const QDateTime start(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC);
        return {start.addMSecs(wall.count()), elapsed, sinceBoot};
    }
};

QTEST_GUILESS_MAIN(WakeDetectorTest)
#include "tst_wakedetector.moc"
