// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

namespace tallylight::monitor {
class MonitorHub;
}

namespace tallylight::ui {

class HealthPage;

/// Tells the regions whose metrics the Channels Health page wants: those of the rows on screen, of
/// the selected channels and of the pinned ones. Metrics cost money, so rows that have scrolled
/// away are not asked for; they keep their last values for a while.
class HealthDemand final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    HealthDemand(monitor::MonitorHub &hub, HealthPage &page, QObject *parent = nullptr);

    /// The rows on screen right now, "channelId/pipeline" by profile.
    QHash<QString, QSet<QString>> rowsInView() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellSoon();
    void tell();

    monitor::MonitorHub &m_hub;
    HealthPage &m_page;
    QTimer m_timer; // scrolling changes the rows with every frame
    QHash<QString, QSet<QString>> m_told;
};

} // namespace tallylight::ui
