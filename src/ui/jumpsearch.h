// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channelmodel.h"
#include "models/inputmodel.h"
#include "ui/overview.h"

#include <QList>
#include <QString>

namespace tallylight::ui {

/// The pages of the window, in the order of their tabs.
enum class Page { General, Inputs, Channels, Health };

/// The pages' titles as on their tabs.
QString pageTitle(Page page);
/// The pages' names for files and settings: "general", "inputs", "channels", "health".
QString pageName(Page page);
/// All pages, in the order of their tabs.
QList<Page> allPages();

/// Somewhere to jump to.
struct JumpTarget
{
    enum class Kind { Page, Profile, Channel, Input };

    Kind kind = Kind::Page;
    Page page = Page::General;
    QString profileId; ///< for Profile, Channel and Input
    QString id; ///< of the channel or input
    QString title;
    QString subtitle; ///< what it is and where
    models::StateLevel level = models::StateLevel::None;

    bool operator==(const JumpTarget &) const = default;
};

/// What \a query leads to, best first, at most \a limit. All words of the query must occur.
///
/// First what is called so, then names that begin so, names with a word that begins so, the id
/// itself, ids that begin so, names and at last ids that contain it, and then what matches in other
/// words only. Among equals pages come before regions, those before channels and inputs, shorter
/// names before longer ones, and otherwise the order stays. Everything is folded as in the quick
/// filter.
QList<JumpTarget> findJumpTargets(const QString &query, const QList<RegionOverview> &regions,
                                  const models::ChannelModel &channels,
                                  const models::InputModel &inputs, int limit);

} // namespace tallylight::ui
