// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/callmodel.h"
#include "models/timeformat.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace tallylight::monitor {
class MonitorHub;
struct LedgerCall;
} // namespace tallylight::monitor

namespace tallylight::ui {

struct Theme;

/// The call inspector: every call to AWS with how it went, live, in a window of its own beside the
/// monitoring. Shows no header, body or query, so nothing secret can be on it.
class CallsWindow final : public QWidget
{
    Q_OBJECT

public:
    /// \a hub and \a theme outlive the window.
    CallsWindow(monitor::MonitorHub &hub, const Theme &theme, QWidget *parent = nullptr);
    ~CallsWindow() override;

    /// Shows one profile's calls only; empty for all.
    void showProfile(const QString &profileId);
    void setTimeZone(models::TimeZoneChoice zone);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeTable();
    QWidget *makeFoot();
    void wire();
    void fillProfiles();
    models::CallRow rowFor(const monitor::LedgerCall &call) const;
    void reload();
    void updateDetails();
    void updateCounts();
    void updateClocks();
    void copyRows();

    monitor::MonitorHub &m_hub;
    const Theme &m_theme;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    models::CallModel m_model;
    models::CallFilter m_filter;
    QLineEdit *m_text = nullptr;
    QComboBox *m_profile = nullptr;
    QCheckBox *m_problems = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_copy = nullptr;
    QTableView *m_table = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_clocks = nullptr;
};

} // namespace tallylight::ui
