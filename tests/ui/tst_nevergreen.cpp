// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The promise of the whole program: what can't be seen any more is never shown as fine. The real
// window over a real region, whose network goes away.

#include "core/clock.h"
#include "core/settings.h"
#include "models/roles.h"
#include "models/tablemodel.h"
#include "monitor/demofixture.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"
#include "ui/tableview.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using models::StateLevel;

namespace {

constexpr int kPatience = 20000;

/// The computer's clock, which can be moved ahead: timers and the network need real time, while
/// nobody wants to wait for data to become old.
class FastForwardClock final : public Clock
{
public:
    QDateTime utcNow() const override { return m_clock.utcNow().addMSecs(m_ahead.count()); }
    std::chrono::milliseconds elapsed() const override { return m_clock.elapsed() + m_ahead; }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_ahead{0};
};

/// The program's parts, put together as the program does it.
struct Program
{
    explicit Program(tests::DemoFixture &demo)
        : file(folder.path() + u"/profiles.json"_s)
        , secrets(demo.secrets())
        , profiles(file, secrets)
        , hub(demo.secrets(), clock)
    {
        window = std::make_unique<ui::MainWindow>(hub, profiles, settings, clock);
        window->setThemeChoice(ui::ThemeChoice::Dark);
        window->resize(1600, 900);
        window->show();
        hub.setProfiles({demo.profile()});
    }

    QTemporaryDir folder;
    FastForwardClock clock;
    MemorySettings settings;
    storage::ProfileStore file;
    storage::SessionSecretStore secrets;
    monitor::ProfileService profiles;
    monitor::MonitorHub hub;
    std::unique_ptr<ui::MainWindow> window;
};

/// How many cells and rows of all tables are called OK.
int greenCells(const ui::MainWindow &window)
{
    int green = 0;
    for (const ui::TablePage *page : window.findChildren<ui::TablePage *>()) {
        const QAbstractItemModel *model = page->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                for (const int role : {models::LevelRole, models::CellLevelRole}) {
                    if (index.data(role).toInt() == static_cast<int>(StateLevel::Ok))
                        ++green;
                }
            }
        }
        green += page->proxy().levelCounts()[StateLevel::Ok];
    }
    return green;
}

/// How many pixels of the whole window have the colour of OK, over all pages.
int greenPixels(ui::MainWindow &window)
{
    const QRgb ok = window.theme().stateColor(StateLevel::Ok).rgb();
    int green = 0;
    for (const ui::Page page :
         {ui::Page::General, ui::Page::Inputs, ui::Page::Channels, ui::Page::Health}) {
        window.showPage(page);
        QApplication::processEvents();
        const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            green += static_cast<int>(std::count_if(line, line + image.width(), [ok](QRgb pixel) {
                return qRgb(qRed(pixel), qGreen(pixel), qBlue(pixel)) == ok;
            }));
        }
    }
    return green;
}

} // namespace

class NeverGreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withinTwoIntervalsOfALostNetworkNothingIsGreen()
    {
        tests::DemoFixture demo;
        demo.profile().inventorySeconds = 10;
        Program program(demo);
        program.window->showPage(ui::Page::Health);
        QTRY_VERIFY_WITH_TIMEOUT(greenCells(*program.window) > 20, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(greenPixels(*program.window) > 100, kPatience);

        demo.unplug();
        // One missed answer is forgiven; two are not.
        program.clock.advance(2 * 10s + 6s);
        program.window->tick();
        QTRY_COMPARE_WITH_TIMEOUT(greenCells(*program.window), 0, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(greenPixels(*program.window), 0, kPatience);
        // And it stays so while nothing comes.
        program.clock.advance(1h);
        program.window->tick();
        QCOMPARE(greenCells(*program.window), 0);
        QCOMPARE(greenPixels(*program.window), 0);
    }
};

QTEST_MAIN(NeverGreenTest)
#include "tst_nevergreen.moc"
