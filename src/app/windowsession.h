// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "core/expected.h"

#include <QList>
#include <QString>

#include <memory>

namespace tallylight::monitor {
class MonitorHub;
class OutageWatch;
class ProfileService;
class Recorder;
class RuleBook;
struct OperatorData;
class WakeWatch;
} // namespace tallylight::monitor

namespace tallylight::aws {
class NetworkWatch;
}

namespace tallylight::ui {
class MainWindow;
}

namespace tallylight::app {

class Backend;

/// One run of the program with a window: the services over a backend, the window, and the wires
/// between them. Needs a QApplication.
class WindowSession
{
public:
    /// The session, not yet watching, or why it can't be had (in the user's language, a line each).
    /// \a backend outlives the session.
    static Expected<std::unique_ptr<WindowSession>, QStringList> create(Backend &backend,
                                                                        const CommandLine &options);
    ~WindowSession();

    monitor::MonitorHub &hub() { return *m_hub; }
    ui::MainWindow &window() { return *m_window; }

    /// Shows the window, then begins to watch, so that it is there before the first answer.
    void start();

private:
    explicit WindowSession(Backend &backend);
    void makeWindow(Backend &backend, const CommandLine &options);
    void wire();
    void watchProfiles();

    std::unique_ptr<monitor::OperatorData> m_data;
    std::unique_ptr<monitor::RuleBook> m_rules;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::Recorder> m_recorder;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<monitor::WakeWatch> m_wake;
    std::unique_ptr<aws::NetworkWatch> m_network;
    std::unique_ptr<monitor::OutageWatch> m_outage;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_onlyProfile; ///< id of the profile of --profile, however it is called by then
};

} // namespace tallylight::app
