// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/healthmodel.h"
#include "ui/tablepage.h"

#include <QHash>
#include <QSet>

class QAction;

namespace tallylight::ui {

/// Health of all running pipelines, and of the channels that don't run; charts of the selected ones
/// can stand below.
class HealthPage final : public TablePage
{
    Q_OBJECT

public:
    /// \a model outlives the page.
    HealthPage(models::HealthModel &model, const PageContext &context, QWidget *parent = nullptr);

    /// The keys of all rows of these channels.
    QStringList keysOfChannels(const QString &profileId, const QStringList &channelIds) const;

    /// Channels whose metrics are watched whether this page is seen or not, by profile; remembered.
    QHash<QString, QSet<QString>> pinnedChannels() const;
    /// Pins the channels of the selected rows, or unpins them when all of them are pinned.
    void togglePins();

Q_SIGNALS:
    void rowsSelected(const QList<tallylight::models::HealthRow> &rows);
    /// The page has come into view or gone out of it; metrics cost money and are asked for only
    /// while it is seen.
    void watchedChanged(bool watched);
    /// Channels were pinned or unpinned.
    void pinsChanged();

protected:
    void followLink(const QString &profileId, const QStringList &ids, int column) override;
    void activateRow(const QString &key) override;
    void addRowActions(QMenu &menu, const QString &key) override;
    QString arnOf(const QString &key) const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isPinned(const models::HealthRow &row) const;
    void setPinned(const QList<models::HealthRow> &rows, bool pinned);
    QList<models::HealthRow> selectedRows() const;

    models::HealthModel &m_health;
    Settings &m_settings;
    QAction *m_pin;
};

} // namespace tallylight::ui
