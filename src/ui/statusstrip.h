// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"
#include "ui/costtext.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tallylight::ui {

class StateMark;

/// What the status bar says.
struct StatusLine
{
    int regions = 0;
    std::optional<std::chrono::seconds>
        age; ///< of the region seen longest ago; none when one was never seen
    std::optional<std::chrono::seconds> next; ///< until the next look
    bool paused = false;
    bool refreshing = false;
    int refreshedItems = 0;
    double requestsPerSecond = 0.0;
    double requestLimit = 0.0; ///< 0 when several regions with limits of their own are shown
    CostLine cost;
    QDateTime utcNow;
    models::TimeZoneChoice zone = models::TimeZoneChoice::Utc;
};

/// The status bar's content: how old what is shown is, when the next look comes, what watching
/// costs, the time and its zone, and pause.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);

    void setStatus(const StatusLine &status);

Q_SIGNALS:
    void pauseToggled(bool paused);
    void zoneToggled();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *makeLabel(const QString &name, const QString &toolTip);
    void addSeparator();
    void applyColors();
    void showCost(const CostLine &cost);

    const Theme &m_theme;
    QLabel *m_updated;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_rate;
    QLabel *m_cost;
    StateMark *m_slowedShape;
    QLabel *m_slowed;
    QLabel *m_clock;
    QPushButton *m_zone;
    QPushButton *m_pause;
    QList<QLabel *> m_labels;
    int m_refreshTicks = 0; ///< updates seen while one refresh lasted; short ones show no progress
};

} // namespace tallylight::ui
