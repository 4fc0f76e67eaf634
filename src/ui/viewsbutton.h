// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/savedviews.h"

#include <QPushButton>

#include <functional>

class QMenu;

namespace tallylight::ui {

class FilterBar;
class TableView;

/// "Views": switches between saved views of a table, saves, renames and deletes them. Alt+1 to
/// Alt+9 switch to the first nine while the focus is on the page.
class ViewsButton final : public QPushButton
{
    Q_OBJECT

public:
    /// All of them outlive the button; \a key is the settings key of the views.
    ViewsButton(FilterBar &filters, TableView &view, Settings &settings, const QString &key,
                QWidget *page);

    const SavedViews &views() const { return m_views; }
    /// Shows the table as the view of that name says; false when there is none.
    bool apply(const QString &name);
    /// Saves how the table looks now under \a name.
    void saveAs(const QString &name);
    bool renameView(const QString &from, const QString &to);
    void removeView(const QString &name);
    /// Brings back the view that was deleted last.
    void undoRemove();

Q_SIGNALS:
    /// The view was deleted; undoRemove() brings it back.
    void removed(const QString &name);

private:
    void fillMenu();
    void addManagement(const QString &current);
    void askName(const QString &title, const QString &suggestion,
                 std::function<void(const QString &)> done);
    SavedView now(const QString &name) const;
    void makeCurrent(const QString &name);
    void updateText();

    FilterBar &m_filters;
    TableView &m_view;
    Settings &m_settings;
    QString m_currentKey;
    SavedViews m_views;
    QMenu *m_menu;
    QString m_current; ///< the view chosen last; the table may look different by now
    SavedView m_removed;
    qsizetype m_removedFrom = -1;
};

} // namespace tallylight::ui
