// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthfeed.h"

#include "monitor/healthassembly.h"

#include <utility>

namespace tallylight::monitor {

namespace {

constexpr std::chrono::milliseconds kDelay{100};

} // namespace

HealthFeed::HealthFeed(RowsOf rowsOf, QObject *parent)
    : QObject(parent)
    , m_rowsOf(std::move(rowsOf))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &HealthFeed::flush);
}

void HealthFeed::markDirty(const QSet<QString> &channelIds)
{
    m_dirty.unite(channelIds);
    // Not restarted: what keeps changing is shown, too.
    if (!m_timer.isActive())
        m_timer.start();
}

void HealthFeed::retain(const QSet<QString> &channelIds)
{
    const qsizetype before = m_keys.size();
    m_keys.removeIf([&channelIds](const auto &entry) { return !channelIds.contains(entry.key()); });
    m_keysChanged |= m_keys.size() != before;
    if (!m_timer.isActive())
        m_timer.start();
}

void HealthFeed::flush()
{
    m_timer.stop();
    QList<PipelineHealth> rows;
    for (const QString &id : std::exchange(m_dirty, {})) {
        const std::optional<QList<PipelineHealth>> fresh = m_rowsOf(id);
        if (!fresh)
            continue;
        QSet<QString> keys;
        for (const PipelineHealth &row : *fresh)
            keys.insert(healthKey(row));
        QSet<QString> &known = m_keys[id];
        m_keysChanged |= !known.isEmpty() && known != keys;
        known = keys;
        rows += *fresh;
    }
    if (!rows.isEmpty())
        Q_EMIT arrived(rows);
    if (std::exchange(m_keysChanged, false)) {
        QSet<QString> remaining;
        for (const QSet<QString> &keys : std::as_const(m_keys))
            remaining.unite(keys);
        Q_EMIT kept(remaining);
    }
}

} // namespace tallylight::monitor
