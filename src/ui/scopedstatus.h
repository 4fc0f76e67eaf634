// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/messagebar.h"
#include "ui/overview.h"
#include "ui/statusstrip.h"
#include "ui/tablepage.h"

namespace tallylight::ui {

// What the pages, the status bar and the messages make of the overview. In all of them \a scope is
// the profile the side bar has narrowed the window to, empty for all.

/// How far the data a page lives on, \a part, have come.
PageProgress progressOf(const QList<RegionOverview> &regions, const QString &scope,
                        Freshness monitor::RegionStatus::*part);

/// The part of the status line that follows from the regions.
StatusLine statusLineOf(const QList<RegionOverview> &regions, const QString &scope,
                        const QDateTime &utcNow);

/// What a region costs.
CostLine costLineOf(const monitor::RegionStatus &status);

/// What keeps a page's regions from being up to date: one message a region whose \a part can't be
/// believed because a call failed, keyed by profile id.
QList<Message> regionProblems(const QList<RegionOverview> &regions, const QString &scope,
                              const QDateTime &utcNow, Freshness monitor::RegionStatus::*part);

/// The same for Channels Health, which needs the channels, their alerts and, once asked for,
/// metrics.
QList<Message> healthProblems(const QList<RegionOverview> &regions, const QString &scope,
                              const QDateTime &utcNow);

} // namespace tallylight::ui
