// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/diagnosticsactions.h"

#include "ui/bundledialog.h"
#include "ui/callswindow.h"
#include "ui/dialogs.h"
#include "ui/generalpage.h"
#include "ui_mainwindow.h"

#include <QAction>

namespace tallylight::ui {

DiagnosticsActions::DiagnosticsActions(const Sources &sources, QAction &calls, QAction &bundle,
                                       QWidget *window)
    : QObject(window)
    , m_sources(sources)
    , m_window(window)
{
    connect(&bundle, &QAction::triggered, this, &DiagnosticsActions::openBundle);
    connect(&calls, &QAction::triggered, this, [this] { openCalls(); });
}

DiagnosticsActions::~DiagnosticsActions()
{
    delete m_calls; // before what they look at
    delete m_bundle;
}

DiagnosticsActions *DiagnosticsActions::attach(const Sources &sources, const ::Ui::MainWindow &ui,
                                               GeneralPage &general, QWidget *window)
{
    auto *actions = new DiagnosticsActions(sources, *ui.actionCalls, *ui.actionBundle, window);
    connect(&general, &GeneralPage::callsRequested, actions, &DiagnosticsActions::openCalls);
    return actions;
}

void DiagnosticsActions::openCalls(const QString &profileId)
{
    if (!m_calls) {
        m_calls = new CallsWindow(m_sources.hub, m_sources.theme, m_window);
        m_calls->setAttribute(Qt::WA_DeleteOnClose);
        m_calls->setTimeZone(m_zone);
    }
    m_calls->showProfile(profileId);
    m_calls->show();
    m_calls->raise();
    m_calls->activateWindow();
}

void DiagnosticsActions::openBundle()
{
    if (!m_bundle) {
        m_bundle = new BundleDialog(
            [this] {
                return monitor::collectDiagnostics(
                    {m_sources.hub, m_sources.settings, m_sources.clock, m_sources.folders});
            },
            m_sources.clock, m_sources.dialogs, m_sources.theme, m_window);
        m_bundle->setAttribute(Qt::WA_DeleteOnClose);
    }
    showBeside(*m_bundle);
}

void DiagnosticsActions::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    if (m_calls)
        m_calls->setTimeZone(zone);
}

} // namespace tallylight::ui
