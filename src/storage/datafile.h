// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tallylight::storage {

/// The content of a small data file an operator may edit (healthrules.json, metrics.json in the
/// config folder): nullopt when there is no such file, an error (the system's words) when it can't
/// be read or is larger than a megabyte.
Expected<std::optional<QByteArray>, QString> readDataFile(const QString &file);

/// Writes \a content in one step; the system's words when that fails, and the old file stays.
std::optional<QString> writeDataFile(const QString &file, const QByteArray &content);

} // namespace tallylight::storage
