// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operatorroutine.h"

#include "monitor/monitorhub.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"

#include <QItemSelectionModel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tallylight::soak {

OperatorRoutine::OperatorRoutine(ui::MainWindow &window, monitor::MonitorHub &hub)
    : m_window(window)
    , m_hub(hub)
{
}

void OperatorRoutine::minute(int minute)
{
    turnPage(minute);
    if (minute % 3 == 0)
        selectRow(minute);
    if (minute % 10 == 0)
        filter(minute);
    if (minute % 45 == 7)
        m_hub.refreshAll();
    // A pause of five minutes every three hours, so that resuming is part of the day.
    if (minute % 180 == 120)
        m_hub.setPaused(true);
    if (minute % 180 == 125)
        m_hub.setPaused(false);
    if (minute % 240 == 60)
        m_window.setThemeChoice(ui::ThemeChoice::Light);
    if (minute % 240 == 180)
        m_window.setThemeChoice(ui::ThemeChoice::Dark);
    if (minute % 90 == 30)
        m_window.setTimeZone(minute % 180 == 30 ? models::TimeZoneChoice::Local
                                                : models::TimeZoneChoice::Utc);
}

void OperatorRoutine::turnPage(int minute)
{
    // Most of a shift is spent on Channels Health.
    const auto pages = ui::allPages();
    const bool round = minute % 20 < 4;
    m_window.showPage(round ? pages.at(static_cast<std::size_t>(minute % 4)) : ui::Page::Health);
}

void OperatorRoutine::selectRow(int minute)
{
    for (ui::TableView *view : m_window.findChildren<ui::TableView *>()) {
        if (!view->isVisible() || view->model()->rowCount() == 0)
            continue;
        const int row = (minute * 7) % view->model()->rowCount();
        view->selectionModel()->setCurrentIndex(view->model()->index(row, 0),
                                                QItemSelectionModel::ClearAndSelect
                                                    | QItemSelectionModel::Rows);
    }
}

void OperatorRoutine::filter(int minute)
{
    const QString text = minute % 20 == 0 ? u"hd"_s : QString();
    for (ui::FilterBar *bar : m_window.findChildren<ui::FilterBar *>()) {
        for (QLineEdit *field : bar->findChildren<QLineEdit *>()) {
            field->setText(text);
            break;
        }
    }
}

} // namespace tallylight::soak
