// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backend.h"
#include "app/windowsession.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::RegionMonitor;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(std::chrono::milliseconds)

namespace {

/// How far the clocks of a computer are ahead of the real ones. Set from one thread, read from
/// several.
struct Ahead
{
    std::atomic<qint64> wall{0};
    std::atomic<qint64> sinceBoot{0};
};

/// The computer's clocks, which can be made to jump as after a sleep or a correction.
class JumpingClock final : public Clock
{
public:
    explicit JumpingClock(std::shared_ptr<const Ahead> ahead)
        : m_ahead(std::move(ahead))
    {
    }
    QDateTime utcNow() const override { return m_clock.utcNow().addMSecs(m_ahead->wall); }
    milliseconds elapsed() const override { return m_clock.elapsed(); }
    std::optional<milliseconds> sinceBoot() const override
    {
        return m_clock.elapsed() + milliseconds(m_ahead->sinceBoot);
    }

private:
    SystemClock m_clock;
    std::shared_ptr<const Ahead> m_ahead;
};

} // namespace

/// The program's wires, as they are put together for a run with a window.
class WindowSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clocksThatJumpMakeEverythingStaleAndAreFollowedByAsking_data()
    {
        QTest::addColumn<milliseconds>("wall");
        QTest::addColumn<milliseconds>("sinceBoot");
        QTest::addColumn<StaleCause>("cause");
        QTest::newRow("a sleep") << milliseconds(1h) << milliseconds(1h) << StaleCause::Asleep;
        QTest::newRow("the clock was set")
            << milliseconds(1h) << milliseconds(0) << StaleCause::ClockChanged;
    }

    void clocksThatJumpMakeEverythingStaleAndAreFollowedByAsking()
    {
        QFETCH(milliseconds, wall);
        QFETCH(milliseconds, sinceBoot);
        QFETCH(StaleCause, cause);
        const auto ahead = std::make_shared<Ahead>();
        app::CommandLine options;
        options.demo = true;
        options.demoScenario = u"calm"_s;
        const auto backend = app::Backend::create(options, std::make_unique<JumpingClock>(ahead));
        QVERIFY(backend);
        const auto session = app::WindowSession::create(**backend, options);
        QVERIFY(session);
        (*session)->start();
        const QList<RegionMonitor *> regions = (*session)->hub().regions();
        QVERIFY(!regions.isEmpty());
        RegionMonitor *region = regions.first();
        QTRY_VERIFY_WITH_TIMEOUT(region->status().channels.observedAt.isValid(), 30000);

        const QSignalSpy marked(region, &RegionMonitor::markedStale);
        ahead->sinceBoot = sinceBoot.count();
        ahead->wall = wall.count();
        const QDateTime jumped = (*backend)->clock().utcNow();
        QTRY_COMPARE_WITH_TIMEOUT(marked.size(), 1, 20000);
        QCOMPARE(marked.first().first().value<StaleCause>(), cause);
        QTRY_VERIFY_WITH_TIMEOUT(region->status().channels.observedAt >= jumped, 20000);
        QCOMPARE(region->status().channels.heldBy, StaleCause::None);
    }
};

QTEST_MAIN(WindowSessionTest)
#include "tst_windowsession.moc"
