// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace tallylight::demo {

/// Where a paged answer goes on, as a token for the client.
///
/// AWS's tokens are opaque and full of characters that a careless client mangles, so these are too:
/// each one holds '+', '/', '=', '%', '&', a space and a letter outside ASCII.
QString pageToken(const QString &operation, const QList<qint64> &position);

/// The position in \a token; nullopt when it was not made by pageToken() for \a operation.
std::optional<QList<qint64>> readPageToken(const QString &operation, const QString &token);

} // namespace tallylight::demo
