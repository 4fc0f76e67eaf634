// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/costspage.h"

#include "monitor/costbook.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/costtext.h"
#include "ui/dialogs.h"
#include "ui/theme.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Column { Region, Hour, Month, MonthEnd, Budget, Metrics, Requests, ColumnCount };

QDoubleSpinBox *priceField(const QString &name, QWidget *parent)
{
    auto *field = new QDoubleSpinBox(parent);
    field->setObjectName(name);
    field->setDecimals(4);
    field->setSingleStep(0.001);
    field->setRange(0.0, 1000.0);
    field->setSuffix(CostsPage::tr(" USD"));
    return field;
}

} // namespace

CostsPage::CostsPage(monitor::MonitorHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_hub(hub)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->addWidget(makePrices());
    column->addWidget(makeSpending(), 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &CostsPage::showSpending);
    connect(&m_hub.costs(), &monitor::CostBook::changed, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(&m_hub, &monitor::MonitorHub::regionsRelabelled, this, &CostsPage::showSpending);
    showPrices();
    showSpending();
}

QWidget *CostsPage::makePrices()
{
    auto *box = new QGroupBox(tr("Prices"), this);
    auto *form = new QFormLayout(box);
    m_metrics = priceField(u"metricsPrice"_s, box);
    m_metrics->setAccessibleName(tr("Price of 1,000 metrics"));
    m_requests = priceField(u"requestsPrice"_s, box);
    m_requests->setAccessibleName(tr("Price of 1,000 requests"));
    m_free = new QSpinBox(box);
    m_free->setObjectName(u"freeRequests"_s);
    m_free->setAccessibleName(tr("Free requests a month"));
    m_free->setRange(0, 1'000'000'000);
    m_free->setSingleStep(100'000);
    m_free->setGroupSeparatorShown(true);
    m_asOf = new QDateEdit(box);
    m_asOf->setObjectName(u"pricesDate"_s);
    m_asOf->setAccessibleName(tr("Date of the prices"));
    m_asOf->setCalendarPopup(true);
    m_source = new QLabel(box);
    m_source->setWordWrap(true);
    m_source->setTextFormat(Qt::PlainText);
    m_builtIn = new QPushButton(box);
    m_builtIn->setObjectName(u"builtInPrices"_s);
    form->addRow(tr("1,000 &metrics (GetMetricData)"), m_metrics);
    form->addRow(tr("1,000 other &requests"), m_requests);
    form->addRow(tr("&Free requests a month, per account"), m_free);
    form->addRow(tr("Prices as of the &day"), m_asOf);
    form->addRow(m_source);
    form->addRow(m_builtIn);
    for (QDoubleSpinBox *field : {m_metrics, m_requests})
        connect(field, &QDoubleSpinBox::valueChanged, this, &CostsPage::takePrices);
    connect(m_free, &QSpinBox::valueChanged, this, &CostsPage::takePrices);
    connect(m_asOf, &QDateEdit::dateChanged, this, &CostsPage::takePrices);
    connect(m_builtIn, &QPushButton::clicked, this, [this] {
        m_hub.costs().setPrices(m_hub.costs().basePrices());
        showPrices();
    });
    return box;
}

QWidget *CostsPage::makeSpending()
{
    auto *box = new QGroupBox(tr("Spent so far (estimated)"), this);
    auto *column = new QVBoxLayout(box);
    m_spending = new QTableWidget(0, ColumnCount, box);
    m_spending->setObjectName(u"spendingTable"_s);
    m_spending->setAccessibleName(tr("Spending of each region"));
    m_spending->setHorizontalHeaderLabels({tr("Region"), tr("This hour"), tr("This month"),
                                           tr("By month end"), tr("Budget"), tr("Metrics"),
                                           tr("Requests")});
    m_spending->verticalHeader()->hide();
    m_spending->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_spending->horizontalHeader()->setSectionResizeMode(Region, QHeaderView::Stretch);
    m_spending->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_spending->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_spending->setTabKeyNavigation(false);
    m_spending->setFont(tabularFont(font()));
    m_reset = new QPushButton(tr("&Start counting at nothing…"), box);
    m_reset->setObjectName(u"resetSpending"_s);
    m_reset->setToolTip(tr("For the selected regions, as when a new budget begins"));
    column->addWidget(m_spending, 1);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    connect(m_spending, &QTableWidget::itemSelectionChanged, this,
            [this] { m_reset->setEnabled(m_spending->selectionModel()->hasSelection()); });
    connect(m_reset, &QPushButton::clicked, this, &CostsPage::resetSelected);
    m_reset->setEnabled(false);
    return box;
}

void CostsPage::showPrices()
{
    const PriceTable &prices = m_hub.costs().prices();
    const QSignalBlocker blockers[]{QSignalBlocker(m_metrics), QSignalBlocker(m_requests),
                                    QSignalBlocker(m_free), QSignalBlocker(m_asOf)};
    m_metrics->setValue(prices.usdPer1000Metrics);
    m_requests->setValue(prices.usdPer1000Requests);
    m_free->setValue(static_cast<int>(prices.freeRequestsPerMonth));
    m_asOf->setDate(prices.asOf);
    const PriceTable &base = m_hub.costs().basePrices();
    QStringList source{prices.source};
    if (prices == base && !(base == PriceTable::builtIn()))
        source.prepend(tr("From the file prices.json."));
    source.removeAll(QString());
    m_source->setText(source.join(u' '));
    m_builtIn->setText(base == PriceTable::builtIn() ? tr("Use the prices this version comes with")
                                                     : tr("Use the prices of prices.json"));
    m_builtIn->setEnabled(!(prices == base));
}

void CostsPage::takePrices()
{
    PriceTable prices = m_hub.costs().prices();
    prices.usdPer1000Metrics = m_metrics->value();
    prices.usdPer1000Requests = m_requests->value();
    prices.freeRequestsPerMonth = m_free->value();
    prices.asOf = m_asOf->date();
    prices.source = tr("Entered by hand.");
    m_hub.costs().setPrices(prices);
    showPrices();
}

void CostsPage::showSpending()
{
    const QList<monitor::RegionMonitor *> regions = m_hub.regions();
    m_spending->setRowCount(static_cast<int>(regions.size()));
    for (int row = 0; row < m_spending->rowCount(); ++row) {
        const Profile &profile = regions.at(row)->profile();
        const CostSummary cost = m_hub.costs().summary(profile.id);
        const QStringList texts{profile.name,
                                dollars(cost.hourUsd),
                                dollars(cost.monthUsd),
                                dollars(cost.projectedUsd),
                                dollars(profile.cloudwatchBudgetUsdPerMonth),
                                locale().toString(cost.month.metrics),
                                locale().toString(cost.month.requests)};
        for (int column = 0; column < ColumnCount; ++column) {
            QTableWidgetItem *item = m_spending->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                m_spending->setItem(row, column, item);
                if (column != Region)
                    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            item->setText(texts.at(column));
            item->setData(Qt::UserRole, profile.id);
        }
    }
}

void CostsPage::resetSelected()
{
    QStringList ids;
    QStringList names;
    const QModelIndexList selected = m_spending->selectionModel()->selectedRows(Region);
    for (const QModelIndex &index : selected) {
        ids.append(index.data(Qt::UserRole).toString());
        names.append(index.data().toString());
    }
    const QString question
        = tr("Start counting at nothing for %1? The budget of the month is then whole again, "
             "whatever AWS has charged already.")
              .arg(locale().createSeparatedList(names));
    if (ids.isEmpty())
        return;
    delete findChild<QMessageBox *>(QString(), Qt::FindDirectChildrenOnly); // asked about another selection
    auto *box = new QMessageBox(QMessageBox::Question, tr("Start counting anew"), question,
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *start = box->addButton(tr("Start at nothing"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(start, &QPushButton::clicked, this, [this, ids] {
        for (const QString &id : ids)
            m_hub.costs().reset(id);
        showSpending();
    });
    showBeside(*box);
}

} // namespace tallylight::ui
