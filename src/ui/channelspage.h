// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channelmodel.h"
#include "ui/tablepage.h"

namespace tallylight::ui {

/// The channels of all regions, linked to their inputs; a panel with the selected one in detail can
/// stand below.
class ChannelsPage final : public TablePage
{
    Q_OBJECT

public:
    /// \a model outlives the page.
    ChannelsPage(models::ChannelModel &model, const PageContext &context,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    /// The first of the selected channels; both empty when nothing is selected.
    void channelSelected(const QString &profileId, const QString &channelId);

protected:
    void followLink(const QString &profileId, const QStringList &ids, int column) override;
    void activateRow(const QString &key) override;
    void addRowActions(QMenu &menu, const QString &key) override;
    QString arnOf(const QString &key) const override;

private:
    models::ChannelModel &m_channels;
    QString m_selectedKey;
};

} // namespace tallylight::ui
