// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channelspage.h"

#include <QMenu>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

TablePageSpec pageSpec()
{
    return {u"channels"_s,
            ChannelsPage::tr("Channels"),
            ChannelsPage::tr("Loading channels…"),
            ChannelsPage::tr("No channels here"),
            ChannelsPage::tr("The regions shown have been read completely, and MediaLive has no "
                             "channels in them."),
            {{u"state"_s, Qt::AscendingOrder}, {u"name"_s, Qt::AscendingOrder}}};
}

QStringList inputIds(const Channel &channel)
{
    QStringList ids;
    for (const InputAttachment &attachment : channel.inputAttachments) {
        ids.append(attachment.inputId);
        if (!attachment.secondaryInputId.isEmpty())
            ids.append(attachment.secondaryInputId);
    }
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

} // namespace

ChannelsPage::ChannelsPage(models::ChannelModel &model, const PageContext &context, QWidget *parent)
    : TablePage(pageSpec(), model, context, parent)
    , m_channels(model)
{
    connect(this, &TablePage::selectedKeysChanged, this, [this](const QStringList &keys) {
        const QString key = keys.value(0);
        if (key == m_selectedKey)
            return;
        m_selectedKey = key;
        const models::ChannelRow *row = m_channels.find(key);
        Q_EMIT channelSelected(row ? row->profile.id : QString(),
                               row ? row->channel.id : QString());
    });
}

void ChannelsPage::followLink(const QString &profileId, const QStringList &ids, int)
{
    Q_EMIT goToInputs(profileId, ids);
}

void ChannelsPage::activateRow(const QString &key)
{
    if (const models::ChannelRow *row = m_channels.find(key))
        Q_EMIT goToHealth(row->profile.id, {row->channel.id});
}

void ChannelsPage::addRowActions(QMenu &menu, const QString &key)
{
    const models::ChannelRow *row = m_channels.find(key);
    if (!row)
        return;
    const QString profile = row->profile.id;
    const QString channel = row->channel.id;
    const QStringList inputs = inputIds(row->channel);
    connect(menu.addAction(tr("Show in Channels Health")), &QAction::triggered, this,
            [this, profile, channel] { Q_EMIT goToHealth(profile, {channel}); });
    QAction *show = menu.addAction(tr("Show its inputs"));
    show->setEnabled(!inputs.isEmpty());
    connect(show, &QAction::triggered, this,
            [this, profile, inputs] { Q_EMIT goToInputs(profile, inputs); });
}

QString ChannelsPage::arnOf(const QString &key) const
{
    const models::ChannelRow *row = m_channels.find(key);
    return row ? row->channel.arn : QString();
}

} // namespace tallylight::ui
