// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The promise of the whole program: what can't be seen any more is never shown as fine. The real
// window over a real region, whose network goes away.

#include "core/clock.h"
#include "core/settings.h"
#include "models/channelmodel.h"
#include "models/healthmodel.h"
#include "models/inputmodel.h"
#include "models/roles.h"
#include "models/tablemodel.h"
#include "monitor/demofixture.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "monitor/regionmonitor.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"
#include "ui/tableview.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
    /// With \a historyFile it records there, and shows at the start what is in it.
    explicit Program(tests::DemoFixture &demo, const QString &historyFile = {})
        : file(folder.path() + u"/profiles.json"_s)
        , secrets(demo.secrets())
        , profiles(file, secrets)
        , recorder(historyFile, clock)
        , hub(demo.secrets(), clock)
    {
        recorder.setSettings({});
        hub.setRecorder(&recorder);
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
    monitor::Recorder recorder;
    monitor::MonitorHub hub;
    std::unique_ptr<ui::MainWindow> window;
};

/// The table whose rows are in a model of type \a Model.
template<typename Model> const Model *tableOf(const ui::MainWindow &window)
{
    for (const ui::TablePage *page : window.findChildren<ui::TablePage *>()) {
        if (const auto *model = qobject_cast<const Model *>(page->proxy().sourceModel()))
            return model;
    }
    return nullptr;
}

/// Rows as "channel/pipeline: alerts" that have alerts.
QStringList rowsWithAlerts(const models::HealthModel &model)
{
    using Column = models::HealthModel::Column;
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto text = [&model, row](Column column) {
            return model.index(row, static_cast<int>(column)).data().toString();
        };
        if (text(Column::Alerts).toInt() > 0)
            rows << text(Column::Id) + u'/' + text(Column::Pipeline) + u": "_s
                    + text(Column::Alerts);
    }
    rows.sort();
    return rows;
}

/// Whether every cell of \a column is from an earlier run.
bool isRemembered(const models::TableModel &model, int column)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, column).data(models::TrustRole).toInt()
            == static_cast<int>(Trust::Fresh))
            return false;
    }
    return model.rowCount() > 0;
}

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

    void whatAnEarlierRunKnewIsSeenInTheWindowAndNotBelieved()
    {
        using Channels = models::ChannelModel::Column;
        using Health = models::HealthModel::Column;
        using Inputs = models::InputModel::Column;
        const QTemporaryDir history;
        const QString file = history.filePath(u"history.sqlite"_s);
        tests::DemoFixture demo;
        QStringList alerts;
        {
            Program program(demo, file);
            monitor::RegionMonitor *region = program.hub.regions().first();
            QTRY_VERIFY_WITH_TIMEOUT(region->status().alerts.observedAt.isValid()
                                         && region->status().inputs.observedAt.isValid(),
                                     kPatience);
            const QList<PipelineHealth> rows = region->health();
            const auto running = std::find_if(rows.begin(), rows.end(), [](const auto &row) {
                return row.pipeline == u"0" && row.setAlerts == 0;
            });
            QVERIFY(running != rows.end());
            const QDateTime now = program.clock.utcNow();
            const ChannelAlert alert{
                running->channelId, u"1"_s, u"Video Not Detected"_s, {}, u"0"_s, u"SET"_s,
                now.addSecs(-60),   {}};
            program.recorder.recordAlert(demo.profile().id, alert, AlertEnding::Set, now);
            const auto *health = tableOf<models::HealthModel>(*program.window);
            alerts = rowsWithAlerts(*health);
            alerts << alert.channelId + u"/Pipeline 0: 1"_s;
            alerts.sort();
        }
        demo.region().setOffline(true);
        Program program(demo, file);
        const auto *inputs = tableOf<models::InputModel>(*program.window);
        const auto *channels = tableOf<models::ChannelModel>(*program.window);
        const auto *health = tableOf<models::HealthModel>(*program.window);
        QTRY_COMPARE_WITH_TIMEOUT(inputs->rowCount(), 30, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(channels->rowCount(), 24, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(rowsWithAlerts(*health), alerts, kPatience);
        QVERIFY(isRemembered(*inputs, static_cast<int>(Inputs::State)));
        QVERIFY(isRemembered(*channels, static_cast<int>(Channels::State)));
        QVERIFY(isRemembered(*health, static_cast<int>(Health::Alerts)));
        QCOMPARE(greenCells(*program.window), 0);
        QCOMPARE(greenPixels(*program.window), 0);

        demo.region().setOffline(false);
        program.hub.refreshAll();
        QTRY_VERIFY_WITH_TIMEOUT(greenCells(*program.window) > 0, kPatience);
    }
};

QTEST_MAIN(NeverGreenTest)
#include "tst_nevergreen.moc"
