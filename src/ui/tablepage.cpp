// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tablepage.h"

#include "models/export.h"
#include "ui/checkmenu.h"
#include "ui/dialogs.h"
#include "ui/filterbar.h"
#include "ui/legenddialog.h"
#include "ui/levelsummary.h"
#include "ui/tableview.h"
#include "ui/viewsbutton.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::StateLevel;

namespace {

// Rows come in bursts, and counting twenty thousand of them is worth doing only a few times a
// second.
constexpr std::chrono::milliseconds kCountsDelay = 150ms;
const QString kRetry = u"retry"_s;
const QString kExportKey = u"export"_s;
const QString kRevealKey = u"reveal"_s;
const QString kViewKey = u"view"_s;
const QString kUndo = u"undo"_s;
const QString kProblemPrefix = u"problem/"_s;

} // namespace

TablePage::TablePage(const TablePageSpec &spec, models::TableModel &model,
                     const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_model(model)
    , m_settings(context.settings)
    , m_dialogs(context.dialogs)
    , m_clock(context.clock)
    , m_theme(context.theme)
    , m_proxy(new models::TableFilterProxy(&model, this))
{
    setObjectName(spec.name + u"Page"_s);
    setAccessibleName(spec.title);
    build(context);
    connectParts();
    m_proxy->setAsleep(true); // until it is shown
    updateCounts();
    updateNotice();
}

TablePage::~TablePage()
{
    delete m_view; // while the proxy it looks at is still there
}

void TablePage::build(const PageContext &context)
{
    const QString layoutKey = u"layout/"_s + m_spec.name;
    m_filters = new FilterBar(*m_proxy, m_theme, context.settings, layoutKey + u"/filter"_s, this);
    m_filters->setObjectName(u"filterBar"_s);
    m_messages = new MessageBar(m_theme, this);
    m_messages->setObjectName(u"pageMessages"_s);
    m_messages->setLimit(2);
    m_view = new TableView(*m_proxy, m_theme, context.settings, layoutKey, m_spec.defaultSort);
    m_view->setObjectName(m_spec.name + u"Table"_s);
    m_view->setAccessibleName(m_spec.title);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_notice = new PageNotice(m_theme);
    m_counts = new LevelSummary(m_theme, this);
    m_counts->setObjectName(u"counts"_s);
    connect(m_counts, &LevelSummary::legendRequested, this, [this] {
        auto *legend = new LegendDialog(m_theme, window());
        legend->setAttribute(Qt::WA_DeleteOnClose);
        legend->show();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_notice);

    //: Button: which columns are shown.
    m_columnsButton = new QPushButton(tr("Columns"), this);
    m_columnsButton->setObjectName(u"columnsButton"_s);
    m_columnsButton->setAccessibleName(tr("Choose the columns shown"));
    auto *columnsMenu = new CheckMenu(m_columnsButton);
    columnsMenu->setObjectName(u"columnsMenu"_s);
    m_columnsButton->setMenu(columnsMenu);
    connect(columnsMenu, &QMenu::aboutToShow, this, [this, columnsMenu] {
        columnsMenu->clear();
        fillColumnsMenu(*columnsMenu);
    });
    m_exportButton = new QPushButton(tr("Export CSV…"), this);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setAccessibleName(tr("Export the rows shown as CSV"));
    connect(m_exportButton, &QPushButton::clicked, this, &TablePage::exportCsv);
    m_viewsButton
        = new ViewsButton(*m_filters, *m_view, context.settings, u"views/"_s + m_spec.name, this);
    m_filters->addButton(m_viewsButton);
    m_filters->addButton(m_columnsButton);
    m_filters->addButton(m_exportButton);

    m_tableArea = new QWidget(this);
    auto *area = new QVBoxLayout(m_tableArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(0);
    area->addWidget(m_stack, 1);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(kGrid, 0, kGrid, 0);
    footer->addWidget(m_counts, 1);
    //: Below a table: rows keep their places for a moment, because the pointer is on them.
    m_held = new QLabel(tr("Sorting held"), this);
    m_held->setObjectName(u"sortingHeld"_s);
    m_held->setToolTip(tr("Rows keep their places while you point at them or scroll."));
    m_held->setForegroundRole(QPalette::PlaceholderText);
    QSizePolicy reserved = m_held->sizePolicy();
    reserved.setRetainSizeWhenHidden(true); // nothing beside it moves
    m_held->setSizePolicy(reserved);
    m_held->hide();
    footer->addWidget(m_held);
    area->addLayout(footer);

    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_filters);
    m_layout->addWidget(m_messages);
    m_layout->addWidget(m_tableArea, 1);
}

void TablePage::connectParts()
{
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(kCountsDelay);
    connect(&m_countsTimer, &QTimer::timeout, this, &TablePage::updateCounts);
    connect(m_proxy, &models::TableFilterProxy::countsChanged, this, &TablePage::updateCountsSoon);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &TablePage::updateNotice);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &TablePage::updateNotice);
    connect(m_filters, &FilterBar::filterApplied, this, [this] {
        QSet<int> filtered;
        const auto ids = m_filters->filter().columns.keys();
        for (const QString &id : ids)
            filtered.insert(m_model.columnOf(id));
        m_view->header()->setFilteredColumns(filtered);
        updateCounts();
        updateNotice();
    });
    Q_EMIT m_filters->filterApplied(); // what was remembered is applied already
    connect(m_filters, &FilterBar::leaveDownwards, this, [this] {
        if (!m_view->currentIndex().isValid() && m_proxy->rowCount() > 0)
            m_view->setCurrentIndex(m_proxy->index(0, m_view->shownColumns().first()));
        m_view->setFocus(Qt::TabFocusReason);
    });
    connect(m_notice, &PageNotice::actionTriggered, this, &TablePage::noticeAction);
    connect(m_messages, &MessageBar::actionTriggered, this, &TablePage::messageAction);
    connect(m_view, &TableView::sortingHeldChanged, m_held, &QWidget::setVisible);
    connect(m_viewsButton, &ViewsButton::removed, this, [this](const QString &name) {
        m_messages->post({kViewKey,
                          StateLevel::Idle,
                          tr("View deleted"),
                          name,
                          {},
                          {{kUndo, tr("Undo")}},
                          true});
    });
    addKeys();
    connect(m_view, &TableView::linkActivated, this, &TablePage::followLink);
    connect(m_view, &TableView::rowActivated, this, &TablePage::activateRow);
    connect(m_view, &TableView::selectedKeysChanged, this,
            [this] { Q_EMIT selectedKeysChanged(m_view->selectedKeys()); });
    connect(m_view->header(), &QWidget::customContextMenuRequested, this,
            &TablePage::showHeaderMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TablePage::showRowMenu);
}

void TablePage::messageAction(const QString &key, const QString &action)
{
    if (action == kRetry) {
        Q_EMIT retryRequested(key.mid(kProblemPrefix.size()));
    } else if (action == kUndo) {
        m_messages->remove(kViewKey);
        m_viewsButton->undoRemove();
    }
}

void TablePage::addKeys()
{
    m_scrollToSelection = new QAction(tr("Scroll to the selection"), this);
    m_scrollToSelection->setObjectName(u"scrollToSelection"_s);
    m_scrollToSelection->setShortcut(Qt::CTRL | Qt::Key_J);
    m_scrollToSelection->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_scrollToSelection, &QAction::triggered, m_view, &TableView::scrollToSelection);
    addAction(m_scrollToSelection);
}

// What the page is told.

void TablePage::setProfiles(const QList<models::ProfileTag> &profiles)
{
    m_filters->setProfiles(profiles);
}

void TablePage::setScope(const QString &profileId)
{
    m_scope = profileId;
    m_filters->setScope(profileId);
    updateNotice();
}

void TablePage::setProgress(const PageProgress &progress)
{
    if (progress == m_progress)
        return;
    m_progress = progress;
    const bool any
        = m_progress.profiles > 0; // otherwise there is nothing to filter, count or detail
    m_filters->setVisible(any);
    m_counts->setVisible(any);
    if (m_lowerPanel)
        m_lowerPanel->setVisible(any && m_panelShown);
    updateNotice();
}

void TablePage::setProblems(const QList<Message> &problems)
{
    QList<Message> messages = problems;
    for (Message &message : messages)
        message.key.prepend(kProblemPrefix);
    m_messages->setGroup(kProblemPrefix, messages);
}

bool TablePage::reveal(const QStringList &keys)
{
    int known = 0;
    for (const QString &key : keys)
        known += m_model.rowOf(key) >= 0 ? 1 : 0;
    if (known == 0)
        return false;
    setTableShown(true);
    if (m_view->selectKeys(keys) < known && m_filters->isActive()) {
        m_filters->clear();
        m_view->selectKeys(keys);
        m_messages->post({kRevealKey,
                          StateLevel::Idle,
                          tr("Filters cleared"),
                          tr("They were hiding what you went to."),
                          {},
                          {},
                          true});
    } else {
        m_messages->remove(kRevealKey);
    }
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void TablePage::focusFilter()
{
    m_filters->focusQuickFilter();
}

void TablePage::focusTable()
{
    setTableShown(true);
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TablePage::resetLayout()
{
    m_filters->clear();
    m_view->resetLayout();
    if (m_splitter) {
        m_settings.removeGroup(u"layout/%1/splitter"_s.arg(m_spec.name));
        setLowerPanelShown(true);
        restoreSplitter();
    }
}

// The panel below.

void TablePage::setLowerPanel(QWidget *panel, int percent)
{
    m_lowerPanel = panel;
    m_lowerPercent = percent;
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"pageSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    delete m_layout->replaceWidget(m_tableArea, m_splitter); // the old place is ours to delete
    m_layout->setStretchFactor(m_splitter, 1);
    m_splitter->addWidget(m_tableArea);
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(0, 100 - percent);
    m_splitter->setStretchFactor(1, percent);
    restoreSplitter();
    setLowerPanelShown(m_settings.value(u"layout/%1/panel"_s.arg(m_spec.name), true).toBool());
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_settings.setValue(u"layout/%1/splitter"_s.arg(m_spec.name), m_splitter->saveState());
    });
}

void TablePage::restoreSplitter()
{
    const QByteArray state
        = m_settings.value(u"layout/%1/splitter"_s.arg(m_spec.name)).toByteArray();
    if (state.isEmpty() || !m_splitter->restoreState(state))
        m_splitter->setSizes({5 * (100 - m_lowerPercent),
                              5 * m_lowerPercent}); // shares, not pixels: both grow with the window
}

void TablePage::setLowerPanelShown(bool shown)
{
    if (!m_lowerPanel)
        return;
    m_panelShown = shown;
    if (!shown)
        setTableShown(true);
    m_lowerPanel->setVisible(shown && m_progress.profiles != 0);
    m_settings.setValue(u"layout/%1/panel"_s.arg(m_spec.name), shown);
}

void TablePage::setTableShown(bool shown)
{
    if (shown != m_tableArea->isHidden())
        return;
    m_tableArea->setVisible(shown);
    Q_EMIT tableShownChanged(shown);
}

bool TablePage::isLowerPanelShown() const
{
    return m_lowerPanel && m_panelShown;
}

// Counts and empty states.

void TablePage::updateCountsSoon()
{
    if (isVisible() && !m_countsTimer.isActive())
        m_countsTimer.start();
}

void TablePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Neither order nor counts are kept up while nobody looks.
    m_proxy->setAsleep(false);
    updateCounts();
}

void TablePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_proxy->setAsleep(true);
}

void TablePage::updateCounts()
{
    m_countsTimer.stop();
    const QString shown = locale().toString(m_proxy->shownCount());
    const int total = rowsInScope();
    m_counts->setContent(m_proxy->shownCount() == total
                             //: Number of rows of a table, none of them hidden.
                             ? tr("%Ln rows", nullptr, total)
                             //: Rows that pass the filter, and all rows.
                             : tr("%1 of %2 shown").arg(shown, locale().toString(total)),
                         m_proxy->levelCounts());
    m_counts->setUnknownReasons(m_proxy->unknownReasons());
    m_exportButton->setEnabled(m_proxy->shownCount() > 0);
}

int TablePage::rowsInScope() const
{
    if (m_scope.isEmpty())
        return m_model.rowCount();
    int rows = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows += m_model.profileAt(row).id == m_scope ? 1 : 0;
    return rows;
}

void TablePage::updateNotice()
{
    if (m_proxy->rowCount() > 0) {
        if (m_stack->currentWidget() == m_notice) {
            const bool focused = m_notice->isAncestorOf(focusWidget());
            m_stack->setCurrentWidget(m_view);
            if (focused)
                m_view->setFocus();
        }
        return;
    }
    m_notice->setContent(noticeContent());
    m_stack->setCurrentWidget(m_notice);
}

PageNotice::Content TablePage::noticeContent() const
{
    if (m_progress.profiles <= 0)
        return {tr("No region is being watched yet"),
                tr("Add a region of an AWS account to see its inputs, channels and their health "
                   "here, or open the demo, which needs no account."),
                false,
                {{u"add"_s, tr("Add a region…")}, {u"demo"_s, tr("Open the demo")}}};
    if (const int hidden = rowsInScope(); hidden > 0)
        return {tr("Nothing matches the filters"),
                tr("%Ln rows are hidden by them.", nullptr, hidden),
                false,
                {{u"clear"_s, tr("Clear filters")}}};
    if (m_progress.loading)
        return {m_spec.loadingTitle,
                m_progress.loadedRows > 0
                    ? tr("%Ln items read so far.", nullptr, m_progress.loadedRows)
                    : tr("Waiting for the first answer."),
                true,
                {{u"cancel"_s, tr("Cancel")}}};
    if (!m_progress.observed)
        return {tr("Nothing is known yet"),
                tr("No complete answer has arrived. If a message above says why, mend that first; "
                   "otherwise try again."),
                false,
                {{kRetry, tr("Try again")}}};
    return {m_spec.noneTitle, m_spec.noneText, false, {{kRetry, tr("Look again")}}};
}

void TablePage::noticeAction(const QString &id)
{
    if (id == u"add")
        Q_EMIT addRequested();
    else if (id == u"demo")
        Q_EMIT demoRequested();
    else if (id == u"cancel")
        Q_EMIT cancelRequested();
    else if (id == u"clear")
        m_filters->clear();
    else if (id == kRetry)
        Q_EMIT retryRequested(m_scope);
}

// Menus.

void TablePage::fillColumnsMenu(QMenu &menu)
{
    const QList<int> shown = m_view->shownColumns();
    for (int visual = 0; visual < m_view->header()->count(); ++visual) {
        const int column = m_view->header()->logicalIndex(visual);
        QAction *action = menu.addAction(m_proxy->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        connect(action, &QAction::toggled, this, [this, action, column](bool on) {
            m_view->setColumnShown(column, on);
            const QSignalBlocker blocker(action);
            action->setChecked(!m_view->header()->isSectionHidden(column)); // the last one stays
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns, widths and sorting")), &QAction::triggered, m_view,
            &TableView::resetLayout);
}

void TablePage::showHeaderMenu(const QPoint &position)
{
    const int column = m_view->header()->logicalIndexAt(position);
    auto *menu = new CheckMenu(this);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        const QString title = m_proxy->headerData(column, Qt::Horizontal).toString();
        connect(menu->addAction(tr("Sort by %1, ascending").arg(title)), &QAction::triggered, this,
                [this, column] { m_view->sortBy(column, Qt::AscendingOrder); });
        connect(menu->addAction(tr("Sort by %1, descending").arg(title)), &QAction::triggered, this,
                [this, column] { m_view->sortBy(column, Qt::DescendingOrder); });
        connect(menu->addAction(tr("Then by %1").arg(title)), &QAction::triggered, this,
                [this, column] { m_view->addSort(column); });
        connect(menu->addAction(tr("Filter by %1…").arg(title)), &QAction::triggered, this,
                [this, column] { m_filters->editColumn(column); });
        connect(menu->addAction(tr("Hide %1").arg(title)), &QAction::triggered, this,
                [this, column] { m_view->setColumnShown(column, false); });
        menu->addSeparator();
    }
    fillColumnsMenu(*menu);
    menu->popup(m_view->header()->mapToGlobal(position));
}

void TablePage::showRowMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const QString key = m_proxy->keyAt(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList ids = index.data(models::LinkRole).toStringList();
    if (!ids.isEmpty()) {
        connect(menu->addAction(tr("Go to %1").arg(index.data().toString())), &QAction::triggered,
                this,
                [this, ids, profile = index.data(models::ProfileIdRole).toString(),
                 column = index.column()] { followLink(profile, ids, column); });
    }
    addRowActions(*menu, key);
    if (!menu->isEmpty())
        menu->addSeparator();
    connect(menu->addAction(tr("Copy cell")), &QAction::triggered, m_view, &TableView::copyCell);
    QAction *copyRows = menu->addAction(tr("Copy selected rows with titles"));
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut); // shown only; the table itself hears the key
    connect(copyRows, &QAction::triggered, m_view, &TableView::copySelection);
    if (const QString arn = arnOf(key); !arn.isEmpty())
        connect(menu->addAction(tr("Copy ARN")), &QAction::triggered, this,
                [arn] { QGuiApplication::clipboard()->setText(arn); });
    menu->addSeparator();
    menu->addAction(m_scrollToSelection);
    connect(
        menu->addAction(tr("Filter by %1…")
                            .arg(m_proxy->headerData(index.column(), Qt::Horizontal).toString())),
        &QAction::triggered, this,
        [this, column = index.column()] { m_filters->editColumn(column); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void TablePage::followLink(const QString &, const QStringList &, int) { }

void TablePage::activateRow(const QString &) { }

void TablePage::addRowActions(QMenu &, const QString &) { }

QString TablePage::arnOf(const QString &) const
{
    return {};
}

// Export.

void TablePage::exportCsv()
{
    const QString day = m_clock.utcNow().toString(u"yyyy-MM-dd"_s);
    m_dialogs.saveFile(this, tr("Export the rows shown"),
                       u"tallylight-%1-%2.csv"_s.arg(m_spec.name, day), tr("CSV files (*.csv)"),
                       [this](const QString &file) { writeCsv(file); });
}

void TablePage::writeCsv(const QString &file)
{
    const QByteArray csv = models::toCsv(*m_proxy, m_view->shownColumns(),
                                         models::allRows(*m_proxy), models::CsvHeader::Titles);
    QSaveFile out(file);
    const bool written
        = out.open(QIODevice::WriteOnly) && out.write(csv) == csv.size() && out.commit();
    const QString name = QFileInfo(file).fileName();
    if (written)
        m_messages->post({kExportKey,
                          StateLevel::Ok,
                          tr("Exported"),
                          tr("%Ln rows written to %1.", nullptr, m_proxy->shownCount()).arg(name),
                          file,
                          {},
                          true});
    else
        m_messages->post({kExportKey,
                          StateLevel::Warning,
                          tr("Not exported"),
                          tr("%1 could not be written: %2").arg(name, out.errorString()),
                          file,
                          {},
                          true});
}

} // namespace tallylight::ui
