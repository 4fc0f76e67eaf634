// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthpage.h"

#include "ui/tableview.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

// Settings key: "profileId/channelId" of every pinned channel.
const QString kPins = u"health/pinned"_s;

TablePageSpec pageSpec()
{
    return {u"health"_s,
            HealthPage::tr("Channels Health"),
            HealthPage::tr("Loading channels…"),
            HealthPage::tr("No channels here"),
            HealthPage::tr("The regions shown have been read completely, and MediaLive has no "
                           "channels in them."),
            {{u"health"_s, Qt::AscendingOrder},
             {u"channel"_s, Qt::AscendingOrder},
             {u"pipeline"_s, Qt::AscendingOrder}}};
}

} // namespace

HealthPage::HealthPage(models::HealthModel &model, const PageContext &context, QWidget *parent)
    : TablePage(pageSpec(), model, context, parent)
    , m_health(model)
    , m_settings(context.settings)
    , m_pin(new QAction(tr("&Pin: always watch its metrics"), this))
{
    m_pin->setObjectName(u"actionPin"_s);
    m_pin->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_pin->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_pin->setCheckable(true);
    m_pin->setToolTip(tr("Metrics of pinned channels are asked for at any time, also while this "
                         "page is hidden or other rows are on screen. They count towards the "
                         "CloudWatch budget."));
    connect(m_pin, &QAction::triggered, this, &HealthPage::togglePins);
    addAction(m_pin);
    connect(this, &TablePage::selectedKeysChanged, this, [this](const QStringList &keys) {
        QList<models::HealthRow> rows;
        for (const QString &key : keys) {
            if (const models::HealthRow *row = m_health.find(key))
                rows.append(*row);
        }
        Q_EMIT rowsSelected(rows);
    });
}

QList<models::HealthRow> HealthPage::selectedRows() const
{
    QList<models::HealthRow> rows;
    const QStringList keys = view()->selectedKeys();
    for (const QString &key : keys) {
        if (const models::HealthRow *row = m_health.find(key))
            rows.append(*row);
    }
    return rows;
}

QHash<QString, QSet<QString>> HealthPage::pinnedChannels() const
{
    QHash<QString, QSet<QString>> channels;
    const QStringList pins = m_settings.value(kPins).toStringList();
    for (const QString &pin : pins)
        channels[pin.section(u'/', 0, 0)].insert(pin.section(u'/', 1));
    return channels;
}

bool HealthPage::isPinned(const models::HealthRow &row) const
{
    return m_settings.value(kPins).toStringList().contains(
        models::channelKey(row.profile.id, row.health.channelId));
}

void HealthPage::setPinned(const QList<models::HealthRow> &rows, bool pinned)
{
    QStringList pins = m_settings.value(kPins).toStringList();
    for (const models::HealthRow &row : rows) {
        const QString key = models::channelKey(row.profile.id, row.health.channelId);
        pins.removeAll(key);
        if (pinned)
            pins.append(key);
    }
    m_settings.setValue(kPins, pins);
    Q_EMIT pinsChanged();
}

void HealthPage::togglePins()
{
    const QList<models::HealthRow> rows = selectedRows();
    const bool all = std::all_of(rows.begin(), rows.end(),
                                 [this](const models::HealthRow &row) { return isPinned(row); });
    if (!rows.isEmpty())
        setPinned(rows, !all);
}

QStringList HealthPage::keysOfChannels(const QString &profileId,
                                       const QStringList &channelIds) const
{
    QStringList keys;
    for (int row = 0; row < m_health.rowCount(); ++row) {
        const models::HealthRow *entry = m_health.rowAt(row);
        if (entry->profile.id == profileId && channelIds.contains(entry->health.channelId))
            keys.append(m_health.keyAt(row));
    }
    return keys;
}

void HealthPage::followLink(const QString &profileId, const QStringList &ids, int)
{
    Q_EMIT goToChannels(profileId, ids);
}

void HealthPage::activateRow(const QString &key)
{
    if (const models::HealthRow *row = m_health.find(key))
        Q_EMIT goToChannels(row->profile.id, {row->health.channelId});
}

void HealthPage::addRowActions(QMenu &menu, const QString &key)
{
    const models::HealthRow *row = m_health.find(key);
    if (!row)
        return;
    const QList<models::HealthRow> rows = selectedRows();
    m_pin->setChecked(std::all_of(rows.begin(), rows.end(),
                                  [this](const models::HealthRow &one) { return isPinned(one); }));
    menu.addAction(m_pin);
    connect(menu.addAction(tr("Show the channel")), &QAction::triggered, this,
            [this, profile = row->profile.id, channel = row->health.channelId] {
                Q_EMIT goToChannels(profile, {channel});
            });
}

QString HealthPage::arnOf(const QString &key) const
{
    const models::HealthRow *row = m_health.find(key);
    return row ? row->health.channelArn : QString();
}

void HealthPage::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    Q_EMIT watchedChanged(true);
}

void HealthPage::hideEvent(QHideEvent *event)
{
    TablePage::hideEvent(event);
    Q_EMIT watchedChanged(false);
}

} // namespace tallylight::ui
