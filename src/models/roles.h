// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>
#include <qnamespace.h>

namespace tallylight::models {

/// What the item models answer beside Qt's own roles. Every table model and TableFilterProxy knows
/// them all.
enum Role : int {
    /// The typed value for sorting, filtering and export: QString, int, qint64, double, bool,
    /// QDateTime (UTC) or
    /// QStringList; an invalid QVariant means there is nothing, which is never the same as zero.
    /// Enumerations
    /// are AWS's own words ("CREATE_FAILED"). In headerData() it is the column's id.
    RawRole = Qt::UserRole,
    KeyRole, ///< QString: the row's key, unique in its model and stable over refreshes
    LevelRole, ///< int(StateLevel) of the whole row, the same in every column
    CellLevelRole, ///< int(StateLevel) of this cell alone; None where a cell has no verdict of its
                   ///< own
    ProfileIdRole, ///< QString
    ProfileColorRole, ///< QString "#rrggbb"; empty for none
    ProductionRole, ///< bool: the profile is marked as production
    SearchRole, ///< QString: everything the row shows, folded as the quick filter compares it
    LinkRole, ///< QStringList: ids of the linked inputs or channels, in the same profile; for Link
    ///< columns
    TrustRole, ///< int(Trust): whether this cell can be believed now
    ReasonRole, ///< QString: why it can't, in the user's words; empty when it can
    ObservationRole, ///< int(Observation): the same as one of a fixed list of states
};

/// How a row or cell is to be judged; the window maps it to a shape and a colour. Declared worst
/// first, which is also the order rows sort in.
///
/// Ok (the only green) is never given for a row that is not freshly observed.
enum class StateLevel {
    Critical,
    Warning,
    Unknown, ///< stale, never observed, or something needed to judge is missing
    Ok,
    Idle, ///< at rest on purpose: not running, not attached
    None, ///< nothing to judge
};

} // namespace tallylight::models
