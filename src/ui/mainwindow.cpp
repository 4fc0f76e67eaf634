// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "models/words.h"
#include "monitor/regionmonitor.h"
#include "ui/aboutdialog.h"
#include "ui/channeldetailpanel.h"
#include "ui/channelspage.h"
#include "ui/costspage.h"
#include "ui/datafilespage.h"
#include "ui/diagnosticsactions.h"
#include "ui/dialogs.h"
#include "ui/edgeframe.h"
#include "ui/generalpage.h"
#include "ui/healthchartpanel.h"
#include "ui/healthdemand.h"
#include "ui/healthpage.h"
#include "ui/inputspage.h"
#include "ui/jumppalette.h"
#include "ui/modelfeed.h"
#include "ui/overviewfeed.h"
#include "ui/pagelinks.h"
#include "ui/profileactions.h"
#include "ui/recordingactions.h"
#include "ui/rulesdialog.h"
#include "ui/scopedstatus.h"
#include "ui/settingsactions.h"
#include "ui/sidebar.h"
#include "ui/signinactions.h"
#include "ui/theme.h"
#include "ui/windowheader.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using monitor::RegionMonitor;
using monitor::RegionStatus;

namespace {

const QString kGeometryKey = u"layout/window/geometry"_s;
const QString kSplitterKey = u"layout/window/splitter"_s;
const QString kSideBarKey = u"layout/window/sideBar"_s;
const QString kPageKey = u"layout/page"_s;
const QString kZoneKey = u"view/zone"_s;

constexpr int kSideBarWidth = 31 * kGrid;
constexpr QSize kDefaultSize(1280, 800);
// The frame has no size before the window is shown.
constexpr QSize kFrameAllowance(kGrid, 5 * kGrid);
constexpr int kMostJumps = 40;

} // namespace

MainWindow::MainWindow(monitor::MonitorHub &hub, monitor::ProfileService &profiles,
                       Settings &settings, const Clock &clock)
    : MainWindow(hub, profiles, settings, clock, Options())
{
}

MainWindow::MainWindow(monitor::MonitorHub &hub, monitor::ProfileService &profiles,
                       Settings &settings, const Clock &clock, Options options, QWidget *parent)
    : QMainWindow(parent)
    , m_hub(hub)
    , m_profiles(profiles)
    , m_settings(settings)
    , m_clock(clock)
    , m_dialogs(options.dialogs ? std::move(options.dialogs) : std::make_unique<QtDialogs>())
    , m_themes(settings, options.theme)
    , m_theme(m_themes.theme())
    , m_ui(std::make_unique<::Ui::MainWindow>())
    , m_feed(std::make_unique<ModelFeed>(hub, clock))
    , m_overview(std::make_unique<OverviewFeed>(hub, m_feed->health(), clock))
{
    m_ui->setupUi(this);
    m_ui->actionOpenDemo->setVisible(options.offerDemo);
    buildPages();
    buildFrame();
    addPanels();
    connectPages();
    connectSideBar();
    connectActions();
    connectViewActions();
    RulesDialog::attach(options.rules, m_feed->health(), *m_ui->actionHealthRules, *this);
    connect(m_overview.get(), &OverviewFeed::changed, this, &MainWindow::overviewChanged);
    auto *pages = new SettingsActions(*m_ui->actionSettings, this);
    new RecordingActions(options.recorder, profiles, settings, *m_messages, *pages, this);
    pages->addPage(tr("CloudWatch costs"), [this] { return new CostsPage(m_hub); });
    new DataFileActions(options.data, options.rules, *m_messages, *pages, this);
    m_diagnostics = DiagnosticsActions::attach(
        {m_hub, m_settings, m_clock, m_theme, *m_dialogs, options.ownFolders}, *m_ui, *m_general,
        this);
    restoreWindow();
    overviewChanged();
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &MainWindow::tick);
    m_timer.start();
}

MainWindow::~MainWindow()
{
    // The widgets go before the models and the theme they look at.
    m_timer.stop();
    m_overview->disconnect(this);
    delete takeCentralWidget();
}

// Building.

void MainWindow::buildPages()
{
    const PageContext context{m_theme, m_settings, *m_dialogs, m_clock};
    m_general = new GeneralPage(m_theme, m_clock);
    m_inputs = new InputsPage(m_feed->inputs(), context);
    m_channels = new ChannelsPage(m_feed->channels(), context);
    m_health = new HealthPage(m_feed->health(), context);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(u"pageStack"_s);
    m_tabs = new QTabBar;
    m_tabs->setObjectName(u"pageTabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    const QList<Page> pages = allPages();
    const QList<QWidget *> widgets{m_general, m_inputs, m_channels, m_health};
    for (qsizetype i = 0; i < pages.size(); ++i) {
        m_tabs->addTab(pageTitle(pages.at(i)));
        m_stack->addWidget(widgets.at(i));
    }
}

void MainWindow::buildFrame()
{
    m_frame = new EdgeFrame;
    m_header = new WindowHeader(m_theme);
    m_messages = new MessageBar(m_theme);
    m_messages->setObjectName(u"windowMessages"_s);
    m_signIn = new SignInActions(m_hub, *m_messages, m_theme, m_clock, this);
    m_sideBar = new SideBar(m_theme);
    auto *right = new QWidget;
    auto *pages = new QVBoxLayout(right);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_tabs);
    pages->addWidget(m_stack, 1);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName(u"windowSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sideBar);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_messages);
    column->addWidget(m_signIn->prompt());
    column->addWidget(m_splitter, 1);
    m_strip = new StatusStrip(m_theme);
    column->addWidget(m_strip);
    setCentralWidget(m_frame);
    m_actions = new ProfileActions(m_profiles, *m_messages, m_clock, m_theme, this);
    m_jump = new JumpPalette(
        m_theme,
        [this](const QString &query) {
            return findJumpTargets(query, m_overview->regions(), m_feed->channels(),
                                   m_feed->inputs(), kMostJumps);
        },
        this);
}

void MainWindow::addPanels()
{
    auto *detail = new ChannelDetailPanel(m_hub, m_clock, m_theme, m_settings);
    m_channels->setLowerPanel(detail);
    connect(m_channels, &ChannelsPage::channelSelected, detail, &ChannelDetailPanel::setChannel);
    auto *charts = new HealthChartPanel(m_hub, m_clock, m_theme, m_settings);
    charts->followRules(m_feed->health());
    m_health->setLowerPanel(charts, 50); // two rows of charts in a window 720 high
    connect(m_health, &HealthPage::rowsSelected, charts, &HealthChartPanel::setSelection);
    connect(m_health, &HealthPage::watchedChanged, this, &MainWindow::updateHealthWatched);
    new HealthDemand(m_hub, *m_health, this);
    connect(charts, &HealthChartPanel::fullHeightWanted, m_health,
            [this](bool on) { m_health->setTableShown(!on); });
    connect(m_health, &TablePage::tableShownChanged, charts,
            [charts](bool shown) { charts->setFullHeight(!shown); });
}

void MainWindow::connectPages()
{
    for (TablePage *page :
         {tablePage(Page::Inputs), tablePage(Page::Channels), tablePage(Page::Health)}) {
        connect(page, &TablePage::addRequested, m_actions, &ProfileActions::add);
        connect(page, &TablePage::demoRequested, this, &MainWindow::demoRequested);
        connect(page, &TablePage::cancelRequested, &m_hub, &monitor::MonitorHub::cancelRefresh);
        connect(page, &TablePage::retryRequested, this, &MainWindow::refresh);
    }
    auto *links = new PageLinks(*this, {*m_inputs, *m_channels, *m_health}, *m_messages);
    connect(m_jump, &JumpPalette::chosen, links, &PageLinks::jumpTo);
    connect(m_general, &GeneralPage::addRequested, m_actions, &ProfileActions::add);
    connect(m_general, &GeneralPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_general, &GeneralPage::editRequested, m_actions, &ProfileActions::edit);
    connect(m_general, &GeneralPage::signInRequested, m_signIn, &SignInActions::signIn);
    connect(m_general, &GeneralPage::refreshRequested, this, &MainWindow::refresh);
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::pageChanged);
}

void MainWindow::connectSideBar()
{
    connect(m_sideBar, &SideBar::profileSelected, this, &MainWindow::updateScope);
    connect(m_sideBar, &SideBar::addRequested, m_actions, &ProfileActions::add);
    connect(m_sideBar, &SideBar::editRequested, m_actions, &ProfileActions::edit);
    connect(m_sideBar, &SideBar::duplicateRequested, m_actions, &ProfileActions::duplicate);
    connect(m_sideBar, &SideBar::deleteRequested, m_actions, &ProfileActions::askDelete);
    connect(m_sideBar, &SideBar::moveRequested, m_actions, &ProfileActions::move);
    connect(m_sideBar, &SideBar::refreshRequested, this, &MainWindow::refresh);
    connect(m_sideBar, &SideBar::pauseRequested, this, &MainWindow::pauseRegion);
    connect(m_sideBar, &SideBar::signInRequested, m_signIn, &SignInActions::signIn);
    connect(m_signIn, &SignInActions::editRequested, m_actions, &ProfileActions::edit);
    connect(m_signIn, &SignInActions::identityCenterRequested, m_actions, &ProfileActions::signIn);
    connect(m_messages, &MessageBar::actionTriggered, this, &MainWindow::messageAction);
    connect(m_header, &WindowHeader::jumpRequested, m_jump, &JumpPalette::open);
    connect(m_actions, &ProfileActions::profileSaved, this, &MainWindow::selectProfile);
}

void MainWindow::connectActions()
{
    connect(m_ui->actionAddRegion, &QAction::triggered, m_actions, &ProfileActions::add);
    m_ui->actionImport->setVisible(m_actions->canImport());
    connect(m_ui->actionImport, &QAction::triggered, m_actions, &ProfileActions::openImport);
    connect(m_ui->actionOpenDemo, &QAction::triggered, this, &MainWindow::demoRequested);
    connect(m_ui->actionExportCsv, &QAction::triggered, this, [this] {
        if (TablePage *page = tablePage(currentPage()))
            page->exportCsv();
    });
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionJump, &QAction::triggered, m_jump, &JumpPalette::open);
    connect(m_ui->actionFilter, &QAction::triggered, this, [this] {
        if (TablePage *page = tablePage(currentPage()))
            page->focusFilter();
    });
    connect(m_ui->actionRefresh, &QAction::triggered, this, [this] { refresh({}); });
    connect(m_ui->actionCancelRefresh, &QAction::triggered, &m_hub,
            &monitor::MonitorHub::cancelRefresh);
    connect(m_ui->actionPause, &QAction::toggled, &m_hub, &monitor::MonitorHub::setPaused);
    connect(m_strip, &StatusStrip::pauseToggled, &m_hub, &monitor::MonitorHub::setPaused);
    connect(&m_hub, &monitor::MonitorHub::pausedChanged, this, [this](bool paused) {
        m_ui->actionPause->setChecked(paused);
        updateStatus();
    });
    connect(m_strip, &StatusStrip::cancelRequested, &m_hub, &monitor::MonitorHub::cancelRefresh);
    connect(m_strip, &StatusStrip::zoneToggled, this, [this] {
        setTimeZone(m_zone == models::TimeZoneChoice::Utc ? models::TimeZoneChoice::Local
                                                          : models::TimeZoneChoice::Utc);
    });
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] {
        auto *about = findChild<AboutDialog *>(QString(), Qt::FindDirectChildrenOnly);
        if (!about) {
            about = new AboutDialog(m_theme, this);
            about->setAttribute(Qt::WA_DeleteOnClose);
        }
        showBeside(*about);
    });
}

void MainWindow::connectViewActions()
{
    const QList<std::pair<QAction *, Page>> pageActions{{m_ui->actionGeneral, Page::General},
                                                        {m_ui->actionInputs, Page::Inputs},
                                                        {m_ui->actionChannels, Page::Channels},
                                                        {m_ui->actionHealth, Page::Health}};
    for (const auto &[action, page] : pageActions)
        connect(action, &QAction::triggered, this, [this, page = page] { showPage(page); });

    m_themes.attach({{m_ui->actionThemeSystem, ThemeChoice::System},
                     {m_ui->actionThemeDark, ThemeChoice::Dark},
                     {m_ui->actionThemeLight, ThemeChoice::Light}});
    connect(&m_themes, &ThemeSwitch::changed, this, &MainWindow::updateScope); // the edge's colour
    auto *zones = new QActionGroup(this);
    zones->addAction(m_ui->actionZoneUtc);
    zones->addAction(m_ui->actionZoneLocal);
    connect(m_ui->actionZoneUtc, &QAction::triggered, this,
            [this] { setTimeZone(models::TimeZoneChoice::Utc); });
    connect(m_ui->actionZoneLocal, &QAction::triggered, this,
            [this] { setTimeZone(models::TimeZoneChoice::Local); });
    connect(m_ui->actionSideBar, &QAction::toggled, this, [this](bool shown) {
        m_sideBar->setVisible(shown);
        m_settings.setValue(kSideBarKey, shown);
    });
    connect(m_ui->actionLowerPanel, &QAction::triggered, this, [this](bool shown) {
        if (TablePage *page = tablePage(currentPage()))
            page->setLowerPanelShown(shown);
    });
    connect(m_ui->actionResetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_settings.setValue(kSplitterKey, m_splitter->saveState()); });
}

// Layout.

void MainWindow::restoreWindow()
{
    if (!restoreGeometry(m_settings.value(kGeometryKey).toByteArray()))
        resize(kDefaultSize.boundedTo(screen()->availableSize() - kFrameAllowance));
    if (!m_splitter->restoreState(m_settings.value(kSplitterKey).toByteArray()))
        m_splitter->setSizes({kSideBarWidth, kDefaultSize.width() - kSideBarWidth});
    m_ui->actionSideBar->setChecked(m_settings.value(kSideBarKey, true).toBool());
    setTimeZone(m_settings.value(kZoneKey).toString() == u"local" ? models::TimeZoneChoice::Local
                                                                  : models::TimeZoneChoice::Utc);
    const QString page = m_settings.value(kPageKey, pageName(Page::Channels)).toString();
    const QList<Page> pages = allPages();
    for (const Page candidate : pages) {
        if (pageName(candidate) == page)
            showPage(candidate);
    }
    pageChanged();
}

void MainWindow::saveWindow()
{
    m_settings.setValue(kGeometryKey, saveGeometry());
    m_settings.setValue(kSplitterKey, m_splitter->saveState());
}

void MainWindow::resetLayout()
{
    m_settings.removeGroup(u"layout/"_s);
    for (const Page page : allPages()) {
        if (TablePage *table = tablePage(page))
            table->resetLayout();
    }
    m_ui->actionSideBar->setChecked(true);
    m_splitter->setSizes({kSideBarWidth, width() - kSideBarWidth});
    m_settings.removeGroup(u"layout/"_s); // what putting things back has written
    pageChanged();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_health)
        updateHealthWatched();
}

void MainWindow::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    const bool utc = zone == models::TimeZoneChoice::Utc;
    m_settings.setValue(kZoneKey, utc ? u"utc"_s : u"local"_s);
    (utc ? m_ui->actionZoneUtc : m_ui->actionZoneLocal)->setChecked(true);
    m_feed->setTimeZone(zone);
    m_general->setTimeZone(zone);
    if (auto *detail = qobject_cast<ChannelDetailPanel *>(m_channels->lowerPanel()))
        detail->setTimeZone(zone);
    if (auto *charts = qobject_cast<HealthChartPanel *>(m_health->lowerPanel()))
        charts->setTimeZone(zone);
    m_overview->setTimeZone(zone);
    m_diagnostics->setTimeZone(zone);
    updateStatus();
}

// News.

void MainWindow::tick()
{
    m_feed->tick();
    m_overview->refresh();
}

void MainWindow::overviewChanged()
{
    const QList<RegionOverview> &regions = m_overview->regions();
    m_sideBar->setRegions(regions);
    m_header->setOverview(regions);
    m_general->setRegions(regions);
    m_signIn->setRegions(regions, m_zone);
    setWindowTitle(regions.isEmpty()
                       ? u"Tallylight"_s
                       //: Window title: the overall state, then the program's name.
                       : tr("%1 – Tallylight").arg(models::levelWord(m_header->level())));
    QList<models::ProfileTag> tags;
    for (const RegionOverview &region : regions)
        tags.append(ModelFeed::tagOf(region.profile));
    for (TablePage *page :
         {tablePage(Page::Inputs), tablePage(Page::Channels), tablePage(Page::Health)})
        page->setProfiles(tags);
    updateScope();
}

void MainWindow::updateScope()
{
    const QString scope = m_sideBar->selectedProfile();
    m_hub.setAttended(scope);
    m_general->setScope(scope);
    m_inputs->setScope(scope);
    m_channels->setScope(scope);
    m_health->setScope(scope);
    const auto &regions = m_overview->regions();
    const auto selected
        = std::find_if(regions.begin(), regions.end(), [&scope](const RegionOverview &region) {
              return region.profile.id == scope;
          });
    const bool production = selected != regions.end() && selected->profile.production;
    const QColor edge
        = production ? m_theme.profileColor(selected->profile.color, m_theme.production) : QColor();
    m_frame->setEdge(edge);
    m_header->setProduction(production ? selected->profile.name : QString(), edge);
    updatePages();
    updateStatus();
}

void MainWindow::updatePages()
{
    const QList<RegionOverview> &regions = m_overview->regions();
    const QString scope = m_sideBar->selectedProfile();
    const QDateTime now = m_clock.utcNow();
    m_inputs->setProgress(progressOf(regions, scope, &RegionStatus::inputs));
    m_channels->setProgress(progressOf(regions, scope, &RegionStatus::channels));
    m_health->setProgress(progressOf(regions, scope, &RegionStatus::channels));
    m_inputs->setProblems(regionProblems(regions, scope, now, &RegionStatus::inputs));
    m_channels->setProblems(regionProblems(regions, scope, now, &RegionStatus::channels));
    m_health->setProblems(healthProblems(regions, scope, now));
}

void MainWindow::updateStatus()
{
    const QString scope = m_sideBar->selectedProfile();
    StatusLine line = statusLineOf(m_overview->regions(), scope, m_clock.utcNow());
    line.zone = m_zone;
    line.paused = m_hub.isPaused();
    line.requestsPerSecond = m_overview->requestsPerSecond(scope);
    m_strip->setStatus(line);
    m_ui->actionCancelRefresh->setEnabled(line.refreshing);
}

void MainWindow::updateHealthWatched()
{
    m_hub.setHealthWatched(m_health->isVisible() && !isMinimized());
}

// Going places.

Page MainWindow::currentPage() const
{
    return allPages().value(m_tabs->currentIndex());
}

void MainWindow::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(allPages().indexOf(page)));
    if (TablePage *table = tablePage(page))
        table->focusTable();
    else
        m_general->setFocus(Qt::OtherFocusReason);
}

TablePage *MainWindow::tablePage(Page page) const
{
    switch (page) {
    case Page::General:
        return nullptr;
    case Page::Inputs:
        return m_inputs;
    case Page::Channels:
        return m_channels;
    case Page::Health:
        return m_health;
    }
    return nullptr;
}

void MainWindow::pageChanged()
{
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_settings.setValue(kPageKey, pageName(currentPage()));
    const TablePage *page = tablePage(currentPage());
    m_ui->actionExportCsv->setEnabled(page != nullptr);
    m_ui->actionFilter->setEnabled(page != nullptr);
    m_ui->actionLowerPanel->setEnabled(page && page->lowerPanel());
    m_ui->actionLowerPanel->setChecked(page && page->isLowerPanelShown());
}

void MainWindow::selectProfile(const QString &profileId)
{
    m_sideBar->select(profileId);
}

QString MainWindow::selectedProfile() const
{
    return m_sideBar->selectedProfile();
}

// Intents.

void MainWindow::messageAction(const QString &key, const QString &actionId)
{
    if (!m_actions->messageAction(key, actionId))
        m_signIn->messageAction(key, actionId);
}

void MainWindow::refresh(const QString &profileId)
{
    if (profileId.isEmpty())
        m_hub.refreshAll();
    else if (RegionMonitor *region = m_hub.region(profileId))
        region->refreshNow();
}

void MainWindow::pauseRegion(const QString &profileId, bool paused)
{
    if (RegionMonitor *region = m_hub.region(profileId))
        region->setPaused(paused);
}

void MainWindow::showFileTrouble(const monitor::ProfileFileTrouble &trouble)
{
    m_actions->showFileTrouble(trouble);
}

} // namespace tallylight::ui
