// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tallylight::storage {

/// The folders everything is kept in. No secret ever lies in any of them.
struct Paths
{
    QString config; ///< profiles.json and settings.ini
    QString cache; ///< what can be fetched again
    QString data; ///< history

    bool operator==(const Paths &) const = default;

    QString profilesFile() const;
    QString settingsFile() const;
    QString healthRulesFile() const; ///< what the operator changed in the health rules
    QString metricsFile() const; ///< what the operator changed in the catalogue of metrics
    QString pricesFile() const; ///< the operator's prices
    QString historyFile() const;
};

/// The platform's own places (XDG folders on Linux, Application Support, AppData), in a folder
/// "tallylight" each. Creates what is missing, for the user alone.
Paths standardPaths();

/// Everything under \a dir, for --config: profiles.json and settings.ini directly in it, the rest
/// in "cache" and "data" below it. Creates what is missing, for the user alone; leaves the access
/// rights of existing folders.
Paths pathsUnder(const QString &dir);

/// Creates \a dir and what is missing above it with access for the user only (0700). True when it
/// is a folder afterwards.
bool ensurePrivateFolder(const QString &dir);

/// Renames \a file to "<file>.corrupt-<UTC time>", so that a file that can't be understood is
/// neither lost nor in the way. Returns the new name; empty when it could not be renamed.
QString moveAside(const QString &file);

} // namespace tallylight::storage
