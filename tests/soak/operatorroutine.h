// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tallylight::monitor {
class MonitorHub;
}
namespace tallylight::ui {
class MainWindow;
}

namespace tallylight::soak {

/// What an operator does over a shift, a minute at a time: turns pages, filters, selects channels
/// so that their charts and pictures load, refreshes, pauses, changes the theme and the zone. The
/// same every time, so that two runs can be compared.
class OperatorRoutine
{
public:
    /// Both outlive the routine.
    OperatorRoutine(ui::MainWindow &window, monitor::MonitorHub &hub);

    /// Does what belongs to minute \a minute of the shift.
    void minute(int minute);

private:
    void turnPage(int minute);
    void selectRow(int minute);
    void filter(int minute);

    ui::MainWindow &m_window;
    monitor::MonitorHub &m_hub;
};

} // namespace tallylight::soak
