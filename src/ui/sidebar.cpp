// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar.h"

#include "ui/sidebardelegate.h"
#include "ui/sidebarmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

SideBar::SideBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new SidebarModel(this))
    , m_list(new QListView(this))
    , m_addButton(new QPushButton(tr("+ Add region…"), this))
    //: Button: more that can be done with the selected region.
    , m_moreButton(new QPushButton(tr("Region"), this))
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("Regions"));
    auto *title = new QLabel(tr("REGIONS"), this);
    title->setObjectName(u"sideBarTitle"_s);
    title->setFont(smallFont(font()));
    title->setContentsMargins(kGrid, kGrid, kGrid, kGrid / 2);
    m_list->setObjectName(u"regionList"_s);
    m_list->setAccessibleName(tr("Regions"));
    m_list->setFont(tabularFont(font()));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SidebarDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setUniformItemSizes(true);
    m_addButton->setObjectName(u"addRegionButton"_s);
    m_addButton->setAccessibleName(tr("Add a region"));
    m_moreButton->setObjectName(u"regionMenuButton"_s);
    m_moreButton->setAccessibleName(tr("Actions for the selected region"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    buttons->setSpacing(kGrid / 2);
    buttons->addWidget(m_addButton, 1);
    buttons->addWidget(m_moreButton);
    column->addLayout(buttons);

    makeActions();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"regionMenu"_s);
    fillMenu(*menu);
    m_moreButton->setMenu(menu);
    connect(m_addButton, &QPushButton::clicked, this, &SideBar::addRequested);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SideBar::showMenu);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.data(SidebarModel::ProfileIdRole).toString();
        if (!id.isEmpty())
            Q_EMIT editRequested(id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QString id = current.data(SidebarModel::ProfileIdRole).toString();
                if (!current.isValid() || id == m_selected)
                    return;
                m_selected = id;
                updateActions();
                Q_EMIT profileSelected(id);
            });
    connect(m_model, &SidebarModel::moveRequested, this, &SideBar::moveRequested);
    m_list->setCurrentIndex(m_model->index(0));
    updateActions();
}

SideBar::~SideBar() = default;

QAction *SideBar::makeAction(const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void SideBar::makeActions()
{
    m_edit = makeAction(u"editRegion"_s, tr("Edit…"), Qt::Key_F2);
    m_duplicate = makeAction(u"duplicateRegion"_s, tr("Duplicate…"), {});
    m_remove = makeAction(u"deleteRegion"_s, tr("Delete…"), QKeySequence::Delete);
    m_up = makeAction(u"moveRegionUp"_s, tr("Move up"), Qt::ALT | Qt::Key_Up);
    m_down = makeAction(u"moveRegionDown"_s, tr("Move down"), Qt::ALT | Qt::Key_Down);
    m_refresh = makeAction(u"refreshRegion"_s, tr("Refresh now"), {});
    m_signIn = makeAction(u"signInRegion"_s, tr("Sign in again…"), {});
    m_pause = makeAction(u"pauseRegion"_s, tr("Pause"), {});
    m_pause->setCheckable(true);
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(m_selected); });
    connect(m_duplicate, &QAction::triggered, this,
            [this] { Q_EMIT duplicateRequested(m_selected); });
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(m_selected); });
    connect(m_up, &QAction::triggered, this, [this] { moveSelected(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveSelected(1); });
    connect(m_signIn, &QAction::triggered, this, [this] { Q_EMIT signInRequested(m_selected); });
    connect(m_refresh, &QAction::triggered, this, [this] { Q_EMIT refreshRequested(m_selected); });
    connect(m_pause, &QAction::triggered, this,
            [this](bool paused) { Q_EMIT pauseRequested(m_selected, paused); });
}

void SideBar::fillMenu(QMenu &menu)
{
    menu.addActions({m_refresh, m_signIn, m_pause});
    menu.addSeparator();
    menu.addActions({m_edit, m_duplicate, m_up, m_down});
    menu.addSeparator();
    menu.addAction(m_remove);
}

void SideBar::showMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid())
        return;
    m_moreButton->menu()->popup(m_list->viewport()->mapToGlobal(position));
}

void SideBar::updateActions()
{
    const int row = m_model->rowOf(m_selected);
    const bool one = row > 0;
    for (QAction *action : {m_edit, m_duplicate, m_remove, m_pause})
        action->setEnabled(one);
    m_up->setEnabled(row > 1);
    m_down->setEnabled(one && row < m_model->rowCount() - 1);
    m_refresh->setEnabled(m_model->rowCount() > 1);
    const monitor::RegionStatus status
        = one ? m_model->regions().at(row - 1).status : monitor::RegionStatus();
    m_pause->setChecked(one && status.phase == monitor::Phase::Paused);
    m_signIn->setEnabled(one
                         && (status.secretProblem != monitor::SecretProblem::None
                             || status.credentials.endsAt.isValid()));
}

void SideBar::moveSelected(int by)
{
    const int at = m_model->rowOf(m_selected) - 1;
    const int to = at + by;
    if (at >= 0 && to >= 0 && to < m_model->regions().size())
        Q_EMIT moveRequested(at, to);
}

void SideBar::setRegions(const QList<RegionOverview> &regions)
{
    m_model->setRegions(regions);
    const int row = m_model->rowOf(m_selected);
    if (row < 0)
        select({}); // it is gone
    else if (m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    updateActions();
}

void SideBar::select(const QString &profileId)
{
    const int row = std::max(0, m_model->rowOf(profileId));
    m_list->setCurrentIndex(m_model->index(row));
}

} // namespace tallylight::ui
