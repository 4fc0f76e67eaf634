// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/settings.h"
#include "models/timeformat.h"
#include "ui/theme.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QAction;
class QWidget;

namespace Ui {
class MainWindow;
}

namespace tallylight::monitor {
class MonitorHub;
}

namespace tallylight::ui {

class BundleDialog;
class CallsWindow;
class Dialogs;
class GeneralPage;

/// Opens what helps to find out why something does not work: the call inspector and the diagnostics
/// bundle.
class DiagnosticsActions final : public QObject
{
    Q_OBJECT

public:
    /// What is shown and where it comes from; all outlive the actions.
    struct Sources
    {
        monitor::MonitorHub &hub;
        const Settings &settings;
        const Clock &clock;
        const Theme &theme;
        Dialogs &dialogs;
        QStringList folders; ///< of the program's own files; only names and sizes are looked at
    };

    /// \a calls and \a bundle are the actions that open the two; \a window is the parent of windows
    /// and dialogs.
    DiagnosticsActions(const Sources &sources, QAction &calls, QAction &bundle, QWidget *window);
    ~DiagnosticsActions() override;
    /// The actions of the main window, reachable from its menus and from \a general.
    static DiagnosticsActions *attach(const Sources &sources, const ::Ui::MainWindow &ui,
                                      GeneralPage &general, QWidget *window);

    /// Opens the call inspector, or brings it to the front; with a profile on that one's calls.
    void openCalls(const QString &profileId = {});
    /// Shows what a diagnostics bundle would hold.
    void openBundle();
    void setTimeZone(models::TimeZoneChoice zone);

private:
    Sources m_sources;
    QWidget *m_window;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QPointer<CallsWindow> m_calls;
    QPointer<BundleDialog> m_bundle;
};

} // namespace tallylight::ui
