// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/health.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

namespace tallylight::monitor {

/// Tells which health rows changed, a few times a second at most: pages, alerts and readings arrive
/// in bursts, and every burst is one repaint.
///
/// Lives on the GUI thread.
class HealthFeed : public QObject
{
    Q_OBJECT

public:
    /// The rows of one channel as they are now; nothing for a channel that is unknown.
    using RowsOf = std::function<std::optional<QList<PipelineHealth>>(const QString &channelId)>;

    explicit HealthFeed(RowsOf rowsOf, QObject *parent = nullptr);

    /// These channels' rows may look different now; told a moment later.
    void markDirty(const QSet<QString> &channelIds);
    /// These channels are deleted, and their rows with them; told a moment later.
    void forget(const QSet<QString> &channelIds);
    /// Tells now what is waiting to be told.
    void flush();

Q_SIGNALS:
    /// Rows that are new or may have changed.
    void arrived(const QList<tallylight::PipelineHealth> &rows);
    /// The rows with these keys (healthKey()) went away.
    void gone(const QSet<QString> &keys);

private:
    void tellLater();
    void tell(qsizetype most);

    RowsOf m_rowsOf;
    QHash<QString, QStringList> m_keys; // channel id → keys of its rows
    QSet<QString> m_dirty;
    QSet<QString> m_gone; // not told yet
    QTimer m_timer;
};

} // namespace tallylight::monitor
