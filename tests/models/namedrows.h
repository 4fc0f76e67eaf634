// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channelmodel.h"
#include "models/samples.h"
#include "models/tablefilterproxy.h"

namespace tallylight::models::samples {

/// Channels with these names, and 1, 2, 3 … as ids.
inline QList<ChannelRow> named(const QStringList &names)
{
    QList<ChannelRow> rows;
    for (const QString &name : names)
        rows << channelRow(QString::number(rows.size() + 1), name);
    return rows;
}

/// The names on show, from top to bottom.
inline QStringList namesOf(const TableFilterProxy &proxy)
{
    QStringList names;
    for (int row = 0; row < proxy.rowCount(); ++row)
        names << proxy.index(row, int(ChannelModel::Column::Name)).data().toString();
    return names;
}

} // namespace tallylight::models::samples
