// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview.h"

#include <QAbstractListModel>

namespace tallylight::ui {

/// "All regions" and, below it, the regions in the profiles' order. Rows can be dragged; the new
/// place is asked for by a signal, because the order belongs to the profile service.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role : int {
        ProfileIdRole = Qt::UserRole, ///< empty for "All regions"
        LevelRole, ///< int(models::StateLevel)
        LineRole, ///< second line
        CountRole, ///< "42/44"
        ColorRole, ///< "#rrggbb" or empty
        ProductionRole,
        RefreshingRole,
        CountsRole, ///< QList<int>: rows by level, as in models::LevelCounts
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows \a regions; a reset only when the set or the order changes.
    void setRegions(const QList<RegionOverview> &regions);
    const QList<RegionOverview> &regions() const { return m_regions; }
    /// -1 for an unknown id; 0 for the empty one.
    int rowOf(const QString &profileId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// \a from and \a to are positions in regions().
    void moveRequested(int from, int to);

private:
    QVariant overallData(int role) const;
    QVariant regionData(const RegionOverview &region, int role) const;

    QList<RegionOverview> m_regions;
};

} // namespace tallylight::ui
