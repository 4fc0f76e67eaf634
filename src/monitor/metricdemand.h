// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/metricbudget.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace tallylight::monitor {

/// A running pipeline whose metrics somebody wants.
struct LegDemand
{
    QString channelId;
    QString pipeline; ///< "0", "1"
    DemandKind kind = DemandKind::Visible;

    bool operator==(const LegDemand &) const = default;
};

/// Whose metrics are wanted, and why: rows on screen, selected ones, pinned channels and channels
/// in trouble. Only running channels count; a pipeline is wanted once, for its most important
/// reason. Pure.
class MetricDemand
{
public:
    /// The channels that run, with the pipelines each should have.
    void setRunningChannels(const QList<Channel> &channels);
    /// Whether somebody looks at health at all; otherwise only pinned and alarming channels count.
    void setWatched(bool watched) { m_watched = watched; }
    bool isWatched() const { return m_watched; }
    /// The rows on screen as "channelId/pipeline"; without a value every running pipeline counts as
    /// on screen.
    void setVisible(const std::optional<QSet<QString>> &legs) { m_visible = legs; }
    /// Channel ids.
    void setSelected(const QSet<QString> &channels) { m_selected = channels; }
    void setPinned(const QSet<QString> &channels) { m_pinned = channels; }
    void setAlarming(const QSet<QString> &channels) { m_alarming = channels; }

    /// In the order of channel id and pipeline.
    QList<LegDemand> legs() const;
    QSet<QString> runningChannels() const;
    bool isRunning(const QString &channelId) const { return m_pipelines.contains(channelId); }

private:
    std::optional<DemandKind> kindOf(const QString &channelId, const QString &pipeline) const;

    QHash<QString, int> m_pipelines; // running channel id → pipelines to expect
    bool m_watched = false;
    std::optional<QSet<QString>> m_visible;
    QSet<QString> m_selected;
    QSet<QString> m_pinned;
    QSet<QString> m_alarming;
};

/// "channelId/pipeline".
QString legKey(const QString &channelId, const QString &pipeline);

} // namespace tallylight::monitor
