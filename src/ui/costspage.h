// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace tallylight::monitor {
class MonitorHub;
}

namespace tallylight::ui {

/// The page of the settings that says what CloudWatch costs: the prices everything is estimated
/// with, which can be changed, and what each region has spent, which can be set back. Changes take
/// effect at once.
class CostsPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a hub outlives the page.
    explicit CostsPage(monitor::MonitorHub &hub, QWidget *parent = nullptr);

private:
    QWidget *makePrices();
    QWidget *makeSpending();
    void showPrices();
    void takePrices();
    void showSpending();
    void resetSelected();

    monitor::MonitorHub &m_hub;
    QDoubleSpinBox *m_metrics = nullptr;
    QDoubleSpinBox *m_requests = nullptr;
    QSpinBox *m_free = nullptr;
    QDateEdit *m_asOf = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_builtIn = nullptr;
    QTableWidget *m_spending = nullptr;
    QPushButton *m_reset = nullptr;
    QTimer m_timer; // counts change with every call
};

} // namespace tallylight::ui
