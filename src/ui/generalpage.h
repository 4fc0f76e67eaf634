// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "ui/overview.h"
#include "ui/theme.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tallylight::ui {

class PageNotice;
class RegionCard;

/// One card a region: account, identity, endpoints, how each API answers and what it last said.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    GeneralPage(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    /// Shows \a regions in their order; cards of regions that stay keep their place and focus.
    void setRegions(const QList<RegionOverview> &regions);
    /// Only this profile's card; empty for all.
    void setScope(const QString &profileId);
    void setTimeZone(models::TimeZoneChoice zone);

Q_SIGNALS:
    void addRequested();
    void demoRequested();
    /// The operator wants to see the calls made for a profile.
    void callsRequested(const QString &profileId);
    void editRequested(const QString &profileId);
    void signInRequested(const QString &profileId);
    void refreshRequested(const QString &profileId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void syncCards();
    void updateCards();

    const Theme &m_theme;
    const Clock &m_clock;
    QList<RegionOverview> m_regions;
    QString m_scope;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    PageNotice *m_notice;
    QList<RegionCard *> m_cards; // in the order of m_regions
};

} // namespace tallylight::ui
