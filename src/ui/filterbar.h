// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"
#include "models/rows.h"
#include "models/tablefilterproxy.h"
#include "ui/theme.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tallylight::ui {

class CheckMenu;
class ColumnFilterEditor;

/// Everything a table is filtered by: quick filter, states, profiles, tags and one editor per
/// filtered column. What can't be understood is said in place. Remembers the filter under its
/// settings key.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the bar; \a key is the settings key of the filter.
    FilterBar(models::TableFilterProxy &proxy, const Theme &theme, Settings &settings,
              const QString &key, QWidget *parent = nullptr);
    ~FilterBar() override;

    /// The profiles that can be chosen.
    void setProfiles(const QList<models::ProfileTag> &profiles);
    /// Only rows of this profile are shown, whatever else is chosen; empty for all. Not remembered
    /// here.
    void setScope(const QString &profileId);
    /// Opens the filter of a column (logical index) and puts the cursor into it.
    void editColumn(int column);
    /// Filters by \a filter instead; the scope stays.
    void setFilter(const models::TableFilter &filter);
    /// Takes everything away but the scope.
    void clear();
    /// Whether anything but the scope is filtered by.
    bool isActive() const { return !m_filter.isEmpty(); }
    const models::TableFilter &filter() const { return m_filter; }
    void focusQuickFilter();
    /// Adds a button at the right end.
    void addButton(QWidget *button);

Q_SIGNALS:
    /// The filter has been changed and applied.
    void filterApplied();
    /// The arrow key down, or Escape with nothing left to clear, was pressed in the quick filter:
    /// on to the table.
    void leaveDownwards();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QPushButton *makeMenuButton(const QString &name, const QString &accessibleName,
                                CheckMenu *menu);
    void fillStateMenu();
    void fillProfileMenu();
    void fillTagMenu();
    void fillColumnMenu();
    void change(const models::TableFilter &filter);
    void apply();
    void syncWidgets();
    void showProblems();
    void syncEditors();
    ColumnFilterEditor *addEditor(const QString &columnId, const models::ColumnFilter &filter);
    QStringList suggestionsFor(int column) const;
    QString profileName(const QString &id) const;

    models::TableFilterProxy &m_proxy;
    const Theme &m_theme;
    Settings &m_settings;
    QString m_key;
    models::TableFilter m_filter;
    QString m_scope;
    QList<models::ProfileTag> m_profiles;
    QLineEdit *m_quick = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_stateButton = nullptr;
    QPushButton *m_profileButton = nullptr;
    QPushButton *m_tagButton = nullptr;
    QPushButton *m_columnButton = nullptr;
    QPushButton *m_clearButton = nullptr;
    QWidget *m_lastButton = nullptr; ///< of the row, in the tab order
    CheckMenu *m_stateMenu;
    CheckMenu *m_profileMenu;
    CheckMenu *m_tagMenu;
    CheckMenu *m_columnMenu;
    QHBoxLayout *m_row = nullptr;
    QWidget *m_editorArea = nullptr;
    QHash<QString, ColumnFilterEditor *> m_editors; // by column id
    QTimer m_quickTimer;
};

} // namespace tallylight::ui
