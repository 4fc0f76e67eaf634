// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthdemand.h"

#include "monitor/monitorhub.h"
#include "ui/healthpage.h"
#include "ui/tableview.h"

#include <QEvent>
#include <QScrollBar>

#include <utility>

namespace tallylight::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kSettled = 250ms;

} // namespace

HealthDemand::HealthDemand(monitor::MonitorHub &hub, HealthPage &page, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_page(page)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSettled);
    connect(&m_timer, &QTimer::timeout, this, &HealthDemand::tell);

    TableView *view = page.view();
    view->viewport()->installEventFilter(this);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &HealthDemand::tellSoon);
    connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &HealthDemand::tellSoon);
    const models::TableFilterProxy &rows = page.proxy();
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &HealthDemand::tellSoon);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &HealthDemand::tellSoon);
    connect(&rows, &QAbstractItemModel::layoutChanged, this, &HealthDemand::tellSoon);
    connect(&rows, &QAbstractItemModel::modelReset, this, &HealthDemand::tellSoon);

    connect(&page, &HealthPage::rowsSelected, this,
            [this](const QList<models::HealthRow> &selected) {
                QHash<QString, QSet<QString>> channels;
                for (const models::HealthRow &row : selected)
                    channels[row.profile.id].insert(row.health.channelId);
                m_hub.setSelectedHealth(channels);
            });
    connect(&page, &HealthPage::pinsChanged, this,
            [this] { m_hub.setPinnedChannels(m_page.pinnedChannels()); });
    // Nothing is on screen before the page says so; without this, everything would be.
    m_hub.setVisibleHealth(m_told);
    m_hub.setPinnedChannels(page.pinnedChannels());
}

QHash<QString, QSet<QString>> HealthDemand::rowsInView() const
{
    QHash<QString, QSet<QString>> legs;
    const TableView *view = m_page.view();
    const models::TableFilterProxy &rows = m_page.proxy();
    const int first = view->rowAt(0);
    if (first < 0 || !view->isVisible())
        return legs;
    const int bottom = view->rowAt(view->viewport()->height() - 1);
    const int last = bottom < 0 ? rows.rowCount() - 1 : bottom;
    for (int row = first; row <= last; ++row) {
        const QString key = rows.keyAt(row); // "profileId/channelId/pipeline"
        legs[key.section(u'/', 0, 0)].insert(key.section(u'/', 1));
    }
    return legs;
}

void HealthDemand::tellSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void HealthDemand::tell()
{
    const QHash<QString, QSet<QString>> now = rowsInView();
    if (m_told == now)
        return;
    m_told = now;
    m_hub.setVisibleHealth(now);
}

bool HealthDemand::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        tellSoon();
    return QObject::eventFilter(watched, event);
}

} // namespace tallylight::ui
