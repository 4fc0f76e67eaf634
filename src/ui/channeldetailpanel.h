// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/input.h"
#include "core/settings.h"
#include "models/timeformat.h"
#include "monitor/channeldetailwatch.h"
#include "ui/channeldetail.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace tallylight::monitor {
class MonitorHub;
class RegionMonitor;
} // namespace tallylight::monitor

namespace tallylight::ui {

class FactGrid;
class LegCard;
class PageNotice;
class StateMark;
struct Theme;

/// The detail of the selected channel: both legs side by side with the picture each receives and
/// its active input, then inputs, outputs, alerts, maintenance and engine.
///
/// Asks for thumbnails and DescribeChannel, both free, only while it is on show and not collapsed.
/// Whether it is collapsed is remembered.
class ChannelDetailPanel : public QWidget
{
    Q_OBJECT

public:
    /// All references outlive the panel.
    ChannelDetailPanel(monitor::MonitorHub &hub, const Clock &clock, const Theme &theme,
                       Settings &settings, QWidget *parent = nullptr);
    ~ChannelDetailPanel() override;

    void setTimeZone(models::TimeZoneChoice zone);
    bool isCollapsed() const;
    void setCollapsed(bool collapsed);
    /// Shows \a detail as if it had been observed; for whoever has a detail of its own.
    void showDetail(const ChannelDetail &detail);
    const ChannelDetail &detail() const { return m_detail; }
    /// True while something it would show is still on its way: the description, or the picture of a
    /// leg. False as soon as all have come, or the reason why one has not.
    bool isLoading() const;

public Q_SLOTS:
    /// Follows a channel from now on; empty ids for none.
    void setChannel(const QString &profileId, const QString &channelId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void attach(monitor::RegionMonitor *region);
    void detach();
    void followWhileVisible();
    void takeInventory(const QList<Channel> &channels);
    void takeInputs(const QList<Input> &inputs);
    void takeDescription();
    void takeThumbnails();
    void takeFreshness();
    void channelGone();
    void refresh();
    void fitPictures();
    void showNotice(const QString &title, const QString &text);
    void applyLook();

    monitor::MonitorHub &m_hub;
    const Clock &m_clock;
    const Theme &m_theme;
    Settings &m_settings;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QString m_profileId;
    QString m_channelId;
    QPointer<monitor::RegionMonitor> m_region;
    QPointer<monitor::ChannelDetailWatch> m_watch;
    ChannelDetail m_detail;
    int m_thumbnailAnswers = 0;
    QTimer m_settle;
    QTimer m_tick;

    QToolButton *m_toggle = nullptr;
    QWidget *m_headline = nullptr;
    QLabel *m_name = nullptr;
    StateMark *m_shape = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_age = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    PageNotice *m_notice = nullptr;
    LegCard *m_leg0 = nullptr;
    LegCard *m_leg1 = nullptr;
    FactGrid *m_facts = nullptr;
};

} // namespace tallylight::ui
