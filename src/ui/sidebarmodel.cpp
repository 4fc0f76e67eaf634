// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebarmodel.h"

#include "models/words.h"

#include <QMimeData>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kMimeType = u"application/x-tallylight-profile-row"_s;

QList<int> asList(const models::LevelCounts &counts)
{
    return QList<int>(counts.perLevel.begin(), counts.perLevel.end());
}

/// "42/44": running channels of all channels; a dash while nothing is known, which is not the same
/// as none.
QString countText(int running, int channels, bool known)
{
    if (!known && channels == 0)
        return u"–"_s;
    const QString text = u"%1/%2"_s.arg(QLocale().toString(running), QLocale().toString(channels));
    return known ? text : text + u" ?"_s;
}

bool isKnown(const RegionOverview &region)
{
    return region.status.channels.observedAt.isValid();
}

} // namespace

void SidebarModel::setRegions(const QList<RegionOverview> &regions)
{
    const auto sameIds = [](const RegionOverview &a, const RegionOverview &b) {
        return a.profile.id == b.profile.id;
    };
    if (std::equal(regions.begin(), regions.end(), m_regions.begin(), m_regions.end(), sameIds)) {
        for (qsizetype i = 0; i < regions.size(); ++i) {
            const bool changed = !(m_regions.at(i) == regions.at(i));
            m_regions[i] = regions.at(i);
            const QModelIndex row = index(static_cast<int>(i) + 1);
            if (changed)
                Q_EMIT dataChanged(row, row);
        }
        Q_EMIT dataChanged(index(0), index(0));
        return;
    }
    beginResetModel(); // the side bar selects the same profile again
    m_regions = regions;
    endResetModel();
}

int SidebarModel::rowOf(const QString &profileId) const
{
    if (profileId.isEmpty())
        return 0;
    for (qsizetype i = 0; i < m_regions.size(); ++i) {
        if (m_regions.at(i).profile.id == profileId)
            return static_cast<int>(i) + 1;
    }
    return -1;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_regions.size()) + 1;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return index.row() == 0 ? overallData(role) : regionData(m_regions.at(index.row() - 1), role);
}

QVariant SidebarModel::overallData(int role) const
{
    int running = 0;
    int channels = 0;
    for (const RegionOverview &region : m_regions) {
        running += region.status.runningCount;
        channels += region.status.channelCount;
    }
    switch (role) {
    case Qt::DisplayRole:
        return tr("All regions");
    case Qt::AccessibleTextRole:
        return tr("All regions: %1").arg(models::levelWord(overallLevel(m_regions)));
    case ProfileIdRole:
        return QString();
    case LevelRole:
        return static_cast<int>(overallLevel(m_regions));
    case LineRole:
        if (m_regions.isEmpty())
            return tr("None added yet");
        return tr("%Ln regions", nullptr, static_cast<int>(m_regions.size()));
    case CountRole:
        return m_regions.isEmpty()
            ? QString()
            : countText(running, channels,
                        std::all_of(m_regions.begin(), m_regions.end(), isKnown));
    case CountsRole:
        return QVariant::fromValue(asList(overallCounts(m_regions)));
    case RefreshingRole:
        return std::any_of(m_regions.begin(), m_regions.end(),
                           [](const RegionOverview &region) { return region.status.refreshing; });
    default:
        return {};
    }
}

QVariant SidebarModel::regionData(const RegionOverview &region, int role) const
{
    const Profile &profile = region.profile;
    const QString count
        = countText(region.status.runningCount, region.status.channelCount, isKnown(region));
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Qt::ToolTipRole: {
        const QString tip = tr("%1\n%2\n%3\n%4 channels running")
                                .arg(profile.name, profile.region, region.line, count);
        //: %1 says until when the access keys in use last
        return region.keysLine.isEmpty() ? tip : tip + u'\n' + tr("Keys: %1").arg(region.keysLine);
    }
    case Qt::AccessibleTextRole:
        return u"%1: %2, %3, %4"_s.arg(profile.name, models::levelWord(region.level),
                                       profile.region, region.line);
    case ProfileIdRole:
        return profile.id;
    case LevelRole:
        return static_cast<int>(region.level);
    case LineRole:
        return u"%1 · %2"_s.arg(region.line, profile.region);
    case CountRole:
        return count;
    case ColorRole:
        return profile.color;
    case ProductionRole:
        return profile.production;
    case CountsRole:
        return QVariant::fromValue(asList(region.counts));
    case RefreshingRole:
        return region.status.refreshing;
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled; // between rows
    if (index.row() > 0)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList SidebarModel::mimeTypes() const
{
    return {kMimeType};
}

QMimeData *SidebarModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(kMimeType, QByteArray::number(indexes.first().row() - 1));
    return data;
}

bool SidebarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                const QModelIndex &)
{
    bool number = false;
    const int from = data->data(kMimeType).toInt(&number);
    if (action != Qt::MoveAction || !number || from < 0 || from >= m_regions.size())
        return false;
    int to = row < 0 ? static_cast<int>(m_regions.size()) : std::max(0, row - 1);
    if (to > from)
        --to; // the place it leaves closes up
    if (to != from)
        Q_EMIT moveRequested(from, to);
    return false; // the profile service moves it, not the view
}

} // namespace tallylight::ui
