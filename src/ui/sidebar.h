// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview.h"
#include "ui/theme.h"

#include <QWidget>

class QAction;
class QListView;
class QMenu;
class QPushButton;

namespace tallylight::ui {

class SidebarModel;

/// The regions being watched, with state, counts and age. Choosing one narrows every page to it.
/// Only says what the operator wants; nothing is changed from here.
class SideBar final : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the side bar.
    explicit SideBar(const Theme &theme, QWidget *parent = nullptr);
    ~SideBar() override;

    /// Shows \a regions in their order; what is selected stays so as long as it is there.
    void setRegions(const QList<RegionOverview> &regions);
    /// Empty for "All regions".
    QString selectedProfile() const { return m_selected; }
    void select(const QString &profileId);
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void profileSelected(const QString &profileId);
    void addRequested();
    void editRequested(const QString &profileId);
    void duplicateRequested(const QString &profileId);
    void deleteRequested(const QString &profileId);
    /// Positions in the order shown.
    void moveRequested(int from, int to);
    /// Empty for all regions.
    void signInRequested(const QString &profileId);
    void refreshRequested(const QString &profileId);
    void pauseRequested(const QString &profileId, bool paused);

private:
    void makeActions();
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &shortcut);
    void updateActions();
    void showMenu(const QPoint &position);
    void fillMenu(QMenu &menu);
    void moveSelected(int by);

    const Theme &m_theme;
    SidebarModel *m_model;
    QListView *m_list;
    QPushButton *m_addButton;
    QPushButton *m_moreButton;
    QString m_selected;
    QAction *m_edit = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_pause = nullptr;
};

} // namespace tallylight::ui
