// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tallylight::storage {

class SqlConnection;

/// The statements that lead from one version of the schema to the next.
using Migration = QStringList;

/// From an empty file to the schema this version reads and writes, a step each. Steps are never
/// changed once released, only added.
const QList<Migration> &historyMigrations();

/// Brings the file to the newest of \a migrations, each in a transaction of its own, and counts
/// them in PRAGMA user_version. A file that has seen more of them is left untouched and refused.
std::optional<RecordingTrouble> migrate(SqlConnection &connection,
                                        const QList<Migration> &migrations = historyMigrations());

} // namespace tallylight::storage
