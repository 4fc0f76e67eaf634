// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "ui/dialogs.h"
#include "ui/jumpsearch.h"
#include "ui/statusstrip.h"
#include "ui/tablepage.h"
#include "ui/themeswitch.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace Ui {
class MainWindow;
}

namespace tallylight::monitor {
class RuleBook;
struct OperatorData;
} // namespace tallylight::monitor

namespace tallylight::ui {

class ChannelsPage;
class DiagnosticsActions;
class EdgeFrame;
class GeneralPage;
class HealthPage;
class InputsPage;
class JumpPalette;
class ModelFeed;
class OverviewFeed;
class ProfileActions;
class SideBar;
class SignInActions;
class WindowHeader;

/// The window: side bar, pages, header, messages and status bar, and what leads from one to the
/// other. Remembers its layout, page, theme and time zone.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What tests and other ways to start the program may want otherwise.
    struct Options
    {
        std::optional<ThemeChoice> theme; ///< instead of the remembered one; not remembered itself
        std::unique_ptr<Dialogs> dialogs; ///< instead of the desktop's
        bool offerDemo = true; ///< whether demoRequested() leads anywhere
        monitor::RuleBook *rules = nullptr; ///< outlives the window; null for the built-in rules
        const monitor::OperatorData *data = nullptr; ///< outlives the window; null for none
        QStringList ownFolders; ///< where the program keeps its files; for the diagnostics
        monitor::Recorder *recorder = nullptr; ///< outlives the window; null when nothing is kept
    };

    /// All references outlive the window.
    MainWindow(monitor::MonitorHub &hub, monitor::ProfileService &profiles, Settings &settings,
               const Clock &clock, Options options, QWidget *parent = nullptr);
    MainWindow(monitor::MonitorHub &hub, monitor::ProfileService &profiles, Settings &settings,
               const Clock &clock);
    ~MainWindow() override;

    Page currentPage() const;
    void showPage(Page page);
    /// Narrows all pages to one profile; empty for all.
    void selectProfile(const QString &profileId);
    QString selectedProfile() const;
    void showFileTrouble(const monitor::ProfileFileTrouble &trouble);
    void setThemeChoice(ThemeChoice choice) { m_themes.setChoice(choice); }
    ThemeChoice themeChoice() const { return m_themes.choice(); }
    void setTimeZone(models::TimeZoneChoice zone);
    const Theme &theme() const { return m_theme; }
    /// Forgets columns, splitters, filters, page and size, and lets everything stand as in a new
    /// installation.
    void resetLayout();

public Q_SLOTS:
    /// A second has passed. The window has a timer of its own; tests with their own clock call it.
    void tick();

Q_SIGNALS:
    /// The operator wants to see the demo region.
    void demoRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    void buildFrame();
    void addPanels();
    void connectPages();
    void connectSideBar();
    void connectActions();
    void connectViewActions();
    void restoreWindow();
    void saveWindow();
    void overviewChanged();
    void updateScope();
    void updatePages();
    void updateStatus();
    void updateHealthWatched();
    void pageChanged();
    void messageAction(const QString &key, const QString &actionId);
    void refresh(const QString &profileId);
    void pauseRegion(const QString &profileId, bool paused);
    TablePage *tablePage(Page page) const;

    monitor::MonitorHub &m_hub;
    monitor::ProfileService &m_profiles;
    Settings &m_settings;
    const Clock &m_clock;
    std::unique_ptr<Dialogs> m_dialogs;
    ThemeSwitch m_themes;
    const Theme &m_theme;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    std::unique_ptr<::Ui::MainWindow> m_ui;
    std::unique_ptr<ModelFeed> m_feed;
    std::unique_ptr<OverviewFeed> m_overview;
    QTimer m_timer;

    EdgeFrame *m_frame = nullptr;
    WindowHeader *m_header = nullptr;
    MessageBar *m_messages = nullptr;
    QSplitter *m_splitter = nullptr;
    SideBar *m_sideBar = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    GeneralPage *m_general = nullptr;
    InputsPage *m_inputs = nullptr;
    ChannelsPage *m_channels = nullptr;
    HealthPage *m_health = nullptr;
    StatusStrip *m_strip = nullptr;
    JumpPalette *m_jump = nullptr;
    ProfileActions *m_actions = nullptr;
    SignInActions *m_signIn = nullptr;
    DiagnosticsActions *m_diagnostics = nullptr;
};

} // namespace tallylight::ui
