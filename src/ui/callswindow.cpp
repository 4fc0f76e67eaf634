// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/callswindow.h"

#include "models/calltext.h"
#include "models/export.h"
#include "monitor/callledger.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/statedelegate.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::CallModel;
using models::CallRow;
using monitor::CallLedger;
using monitor::LedgerCall;

namespace {

constexpr QSize kWindowSize(1120, 640);
constexpr int kTableShare = 3; // of four parts; the details get the fourth

} // namespace

CallsWindow::CallsWindow(monitor::MonitorHub &hub, const Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_hub(hub)
    , m_theme(theme)
{
    setObjectName(u"callsWindow"_s);
    setWindowTitle(tr("API calls"));
    m_filter.setSourceModel(&m_model);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTable());
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(u"callDetails"_s);
    m_details->setAccessibleName(tr("The selected call, and what it means"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, kTableShare);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addWidget(makeBar());
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    const QList<QWidget *> order{m_text,  m_profile, m_problems, m_pause,
                                 m_clear, m_copy,    m_table,    m_details};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    wire();
    fillProfiles();
    reload();
    resize(kWindowSize);
    m_text->setFocus();
}

CallsWindow::~CallsWindow() = default;

QWidget *CallsWindow::makeBar()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(u"callFilter"_s);
    m_text->setAccessibleName(tr("Filter the calls"));
    m_text->setPlaceholderText(tr("Filter: operation, code, request id…"));
    m_text->setClearButtonEnabled(true);
    m_profile = new QComboBox(bar);
    m_profile->setObjectName(u"callProfile"_s);
    m_profile->setAccessibleName(tr("Calls of which profile"));
    m_problems = new QCheckBox(tr("Pro&blems only"), bar);
    m_problems->setObjectName(u"callProblems"_s);
    const auto button = [bar](const QString &text, const QString &name, const QString &toolTip) {
        auto *made = new QPushButton(text, bar);
        made->setObjectName(name);
        made->setToolTip(toolTip);
        made->setAutoDefault(false);
        return made;
    };
    m_pause = button(tr("&Pause"), u"callPause"_s,
                     tr("Keeps the list as it is; the calls go on and are not kept"));
    m_pause->setCheckable(true);
    m_clear = button(tr("C&lear"), u"callClear"_s, tr("Forgets all calls listed"));
    m_copy = button(tr("&Copy"), u"callCopy"_s,
                    tr("Puts the selected calls on the clipboard, or all that are shown"));
    line->addWidget(m_text, 1);
    line->addWidget(m_profile);
    line->addWidget(m_problems);
    line->addWidget(m_pause);
    line->addWidget(m_clear);
    line->addWidget(m_copy);
    return bar;
}

QWidget *CallsWindow::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"callTable"_s);
    m_table->setAccessibleName(tr("Calls to AWS"));
    m_table->setModel(&m_filter);
    m_table->setFont(tabularFont(font()));
    m_table->setItemDelegate(new StateDelegate(m_theme, CallModel::columnSpecs(), m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + kGrid);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const auto specs = CallModel::columnSpecs();
    for (int column = 0; column < static_cast<int>(specs.size()); ++column) {
        const int characters = specs[static_cast<std::size_t>(column)].defaultWidth;
        header->resizeSection(column, characters * metrics.averageCharWidth() + 2 * kGrid);
    }
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(CallModel::Column::Time), Qt::DescendingOrder);
    return m_table;
}

QWidget *CallsWindow::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * kGrid);
    m_counts = new QLabel(foot);
    m_counts->setObjectName(u"callCounts"_s);
    m_clocks = new QLabel(foot);
    m_clocks->setObjectName(u"callClocks"_s);
    m_clocks->setTextFormat(Qt::PlainText);
    m_clocks->setToolTip(tr("This computer's clock against AWS's, as the newest answer of each "
                            "profile told. AWS refuses requests that are five minutes off."));
    m_clocks->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_clocks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(m_counts);
    line->addWidget(m_clocks, 1);
    return foot;
}

void CallsWindow::wire()
{
    CallLedger &ledger = m_hub.calls();
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setText(text);
        updateCounts();
    });
    connect(m_profile, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setProfile(m_profile->currentData().toString());
        updateCounts();
    });
    connect(m_problems, &QCheckBox::toggled, this, [this](bool only) {
        m_filter.setProblemsOnly(only);
        updateCounts();
    });
    connect(m_pause, &QPushButton::toggled, &ledger, &CallLedger::setPaused);
    connect(&ledger, &CallLedger::pausedChanged, m_pause, &QPushButton::setChecked);
    connect(&ledger, &CallLedger::pausedChanged, this, &CallsWindow::updateCounts);
    m_pause->setChecked(ledger.isPaused());
    connect(m_clear, &QPushButton::clicked, &ledger, &CallLedger::clear);
    connect(m_copy, &QPushButton::clicked, this, &CallsWindow::copyRows);
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &CallsWindow::copyRows);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_text, [this] {
        m_text->setFocus();
        m_text->selectAll();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CallsWindow::updateDetails);
    connect(&ledger, &CallLedger::added, this, [this](const LedgerCall &call) {
        m_model.append(rowFor(call));
        updateCounts();
        updateClocks();
    });
    connect(&ledger, &CallLedger::dropped, &m_model, &CallModel::remove);
    connect(&ledger, &CallLedger::cleared, this, &CallsWindow::reload);
    connect(&m_hub, &monitor::MonitorHub::regionsRelabelled, this, [this] {
        fillProfiles();
        reload();
    });
}

void CallsWindow::fillProfiles()
{
    const QString chosen = m_profile->currentData().toString();
    m_profile->clear();
    m_profile->addItem(tr("All profiles"), QString());
    for (const monitor::RegionMonitor *region : m_hub.regions())
        m_profile->addItem(region->profile().name, region->profile().id);
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(chosen)));
}

CallRow CallsWindow::rowFor(const LedgerCall &call) const
{
    CallRow row;
    row.serial = call.serial;
    row.profileId = call.profileId;
    row.record = call.record;
    if (const monitor::RegionMonitor *region = m_hub.region(call.profileId)) {
        row.profileName = region->profile().name;
        row.profileColor = region->profile().color;
        row.production = region->profile().production;
    }
    return row;
}

void CallsWindow::reload()
{
    m_model.clear();
    QList<CallRow> rows;
    const QList<LedgerCall> calls = m_hub.calls().calls();
    for (const LedgerCall &call : calls)
        rows.append(rowFor(call));
    m_model.append(rows);
    updateCounts();
    updateClocks();
    updateDetails();
}

void CallsWindow::showProfile(const QString &profileId)
{
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(profileId)));
}

void CallsWindow::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    m_model.setTimeZone(zone);
    updateDetails();
}

void CallsWindow::updateDetails()
{
    const QModelIndex current = m_filter.mapToSource(m_table->currentIndex());
    m_details->setPlainText(current.isValid()
                                ? models::callDetails(m_model.rowAt(current.row()), m_zone)
                                : tr("Select a call to see what it was and what it means."));
}

void CallsWindow::updateCounts()
{
    const int shown = m_filter.rowCount();
    const int kept = m_model.rowCount();
    QString text = shown == kept ? tr("%n call(s)", nullptr, kept)
                                 //: %1 of %n calls are shown
                                 : tr("%1 of %n call(s)", nullptr, kept).arg(shown);
    if (m_hub.calls().isPaused())
        text += u" · "_s + tr("paused");
    else if (m_hub.calls().missed() > 0)
        text += u" · "_s
            + tr("%n not kept while paused", nullptr, static_cast<int>(m_hub.calls().missed()));
    m_counts->setText(text);
}

void CallsWindow::updateClocks()
{
    QStringList parts;
    for (const monitor::RegionMonitor *region : m_hub.regions()) {
        const auto skew = m_hub.calls().clockSkewSeconds(region->profile().id);
        //: %1 is the name of a profile, %2 how its servers' clock is: in step
        parts << tr("%1: %2").arg(region->profile().name, models::clockSkewText(skew));
    }
    m_clocks->setText(parts.isEmpty() ? QString()
                                      //: How this computer's clock agrees with AWS's
                                      : tr("Clock – %1").arg(parts.join(u" · "_s)));
}

void CallsWindow::copyRows()
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty())
        rows = models::allRows(m_filter);
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(models::toTsv(m_filter, models::allColumns(m_filter), rows)));
}

void CallsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tallylight::ui
