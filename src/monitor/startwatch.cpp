// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/startwatch.h"

namespace tallylight::monitor {

void StartWatch::take(const QList<Channel> &channels, const QDateTime &utcNow)
{
    for (const Channel &channel : channels) {
        if (!channel.isRunning()) {
            m_resting.insert(channel.id);
            m_startedAt.remove(channel.id);
        } else if (m_resting.remove(channel.id)) {
            m_startedAt.insert(channel.id, utcNow);
        }
    }
}

void StartWatch::forget(const QSet<QString> &ids)
{
    m_resting.subtract(ids);
    for (const QString &id : ids)
        m_startedAt.remove(id);
}

} // namespace tallylight::monitor
