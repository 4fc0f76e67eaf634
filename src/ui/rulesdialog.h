// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metriccatalogue.h"

#include <QDialog>

class QAction;
class QLabel;
class QPushButton;

namespace tallylight::models {
class HealthModel;
}

namespace tallylight::monitor {
class RuleBook;
}

namespace tallylight::ui {

class RulesPage;

/// Edits the health rules. "Save" puts them in force at once; closing it any other way changes
/// nothing.
class RulesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a book outlives the dialog; \a catalogue says what the metrics are.
    explicit RulesDialog(monitor::RuleBook &book,
                         const MetricCatalogue &catalogue = MetricCatalogue::builtIn(),
                         QWidget *parent = nullptr);

    void accept() override;

    /// Lets \a action open the dialog over \a window and \a model follow the rules of \a book; all
    /// of them outlive the window. Without a book the built-in rules stay in force and the action
    /// is hidden.
    static void attach(monitor::RuleBook *book, models::HealthModel &model, QAction &action,
                       QWidget &window);

private:
    void showTrouble(const QString &text);
    void updateButtons();

    monitor::RuleBook &m_book;
    RulesPage *m_page;
    QLabel *m_trouble;
    QPushButton *m_defaults = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tallylight::ui
