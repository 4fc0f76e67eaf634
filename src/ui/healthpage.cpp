// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthpage.h"

#include <QMenu>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

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
{
    connect(this, &TablePage::selectedKeysChanged, this, [this](const QStringList &keys) {
        QList<models::HealthRow> rows;
        for (const QString &key : keys) {
            if (const models::HealthRow *row = m_health.find(key))
                rows.append(*row);
        }
        Q_EMIT rowsSelected(rows);
    });
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
