// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshots.h"

#include "monitor/regionmonitor.h"
#include "ui/channeldetailpanel.h"
#include "ui/healthchartpanel.h"
#include "ui/jumpsearch.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"
#include "ui/tableview.h"

#include <QDir>
#include <QItemSelectionModel>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace tallylight::app {

using namespace std::chrono_literals;

namespace {

// A region that does not answer shows its error long before this.
constexpr std::chrono::seconds kPatience{45};
constexpr std::chrono::milliseconds kLook{100};
// Layouts, charts and late replies settle within this many looks in a row.
constexpr int kSettled = 8;

bool settled(const Freshness &freshness)
{
    return freshness.observedAt.isValid() || freshness.error.has_value();
}

} // namespace

Screenshots::Screenshots(ui::MainWindow &window, monitor::MonitorHub &hub, const Clock &clock,
                         const QString &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_hub(hub)
    , m_clock(clock)
    , m_folder(folder)
{
    m_timer.setInterval(kLook);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::step);
}

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished({}, tr("The folder %1 can't be made.").arg(m_folder));
        return;
    }
    m_pageStarted = m_clock.elapsed();
    m_window.showPage(ui::allPages().first());
    m_timer.start();
}

bool Screenshots::pageIsReady()
{
    const bool health = ui::allPages().at(m_page) == ui::Page::Health;
    bool running = false;
    bool measured = false;
    for (const monitor::RegionMonitor *region : m_hub.regions()) {
        const monitor::RegionStatus status = region->status();
        const bool noSecret = status.phase == monitor::Phase::CredentialsProblem;
        const bool alerts = status.runningCount == 0 || settled(status.alerts);
        // Metrics are asked for where rows can be seen, so a region may have none to wait for.
        const bool metrics = !health || status.metricPace.series == 0 || settled(status.metrics);
        running |= !noSecret && status.runningCount > 0;
        measured |= settled(status.metrics);
        if (!noSecret && !(settled(status.channels) && settled(status.inputs) && alerts && metrics))
            return false;
    }
    if (health && running && !measured)
        return false;
    for (const ui::HealthChartPanel *panel : m_window.findChildren<ui::HealthChartPanel *>()) {
        if (panel->isVisible() && panel->isLoading())
            return false;
    }
    for (const ui::ChannelDetailPanel *panel : m_window.findChildren<ui::ChannelDetailPanel *>()) {
        if (panel->isLoading())
            return false;
    }
    return true;
}

void Screenshots::step()
{
    const bool late = m_clock.elapsed() - m_pageStarted > kPatience;
    m_readyInARow = pageIsReady() ? m_readyInARow + 1 : 0;
    if (m_readyInARow == 1) {
        // Something selected shows what a selection opens: details, charts.
        for (ui::TablePage *page : m_window.findChildren<ui::TablePage *>()) {
            ui::TableView *view = page->view();
            if (page->isVisible() && !view->selectionModel()->hasSelection()
                && view->model()->rowCount() > 0)
                view->selectRow(0);
        }
    }
    if (m_readyInARow < kSettled && !late)
        return;
    const QString problem = save(ui::pageName(ui::allPages().at(m_page)));
    if (!problem.isEmpty()) {
        m_timer.stop();
        Q_EMIT finished(m_files, problem);
        return;
    }
    nextPage();
}

void Screenshots::nextPage()
{
    ++m_page;
    m_readyInARow = 0;
    m_pageStarted = m_clock.elapsed();
    if (m_page < ui::allPages().size()) {
        m_window.showPage(ui::allPages().at(m_page));
        return;
    }
    m_timer.stop();
    Q_EMIT finished(m_files, {});
}

QString Screenshots::save(const QString &stem)
{
    const QString file = QDir(m_folder).filePath(stem + u".png"_s);
    if (!m_window.grab().save(file, "PNG"))
        return tr("%1 can't be written.").arg(file);
    m_files.append(file);
    return {};
}

} // namespace tallylight::app
