// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthfeed.h"

#include "monitor/healthassembly.h"

#include <utility>

namespace tallylight::monitor {

namespace {

constexpr std::chrono::milliseconds kDelay{100};
/// Channels looked at in one turn of the event loop; an answer can concern all ten thousand.
constexpr qsizetype kSlice = 200;

} // namespace

HealthFeed::HealthFeed(RowsOf rowsOf, QObject *parent)
    : QObject(parent)
    , m_rowsOf(std::move(rowsOf))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        tell(kSlice);
        if (!m_dirty.isEmpty())
            m_timer.start(std::chrono::milliseconds(0));
    });
}

void HealthFeed::markDirty(const QSet<QString> &channelIds)
{
    m_dirty.unite(channelIds);
    tellLater();
}

void HealthFeed::forget(const QSet<QString> &channelIds)
{
    for (const QString &id : channelIds) {
        const QStringList keys = m_keys.take(id);
        m_gone.unite({keys.begin(), keys.end()});
    }
    if (!m_gone.isEmpty())
        tellLater();
}

void HealthFeed::tellLater()
{
    // Not restarted: what keeps changing is shown, too.
    if (!m_timer.isActive())
        m_timer.start(kDelay);
}

void HealthFeed::flush()
{
    m_timer.stop();
    tell(m_dirty.size());
}

void HealthFeed::tell(qsizetype most)
{
    QStringList ids;
    for (auto it = m_dirty.begin(); it != m_dirty.end() && ids.size() < most;
         it = m_dirty.erase(it))
        ids.append(*it);
    QList<PipelineHealth> rows;
    for (const QString &id : std::as_const(ids)) {
        const std::optional<QList<PipelineHealth>> fresh = m_rowsOf(id);
        if (!fresh)
            continue;
        QStringList keys;
        for (const PipelineHealth &row : *fresh) {
            keys.append(healthKey(row));
            m_gone.remove(keys.constLast());
        }
        QStringList &known = m_keys[id];
        for (const QString &key : std::as_const(known)) {
            if (!keys.contains(key))
                m_gone.insert(key);
        }
        known = keys;
        rows += *fresh;
    }
    if (!rows.isEmpty())
        Q_EMIT arrived(rows);
    if (!m_gone.isEmpty())
        Q_EMIT gone(std::exchange(m_gone, {}));
}

} // namespace tallylight::monitor
