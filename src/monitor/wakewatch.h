// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/freshness.h"
#include "core/wakedetector.h"

#include <QObject>
#include <QTimer>

namespace tallylight::monitor {

/// Looks at the clocks every two seconds and says when the computer slept or its clock was changed.
/// Lives on the GUI thread.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    explicit WakeWatch(const Clock &clock, QObject *parent = nullptr);

    /// Looks now instead of at the next tick.
    void look();

Q_SIGNALS:
    void interrupted(tallylight::StaleCause reason);

private:
    const Clock &m_clock;
    WakeDetector m_detector;
    QTimer m_timer;
};

} // namespace tallylight::monitor
