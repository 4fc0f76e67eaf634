// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace tallylight::aws {

/// Whose certificates are believed.
struct Trust
{
    std::optional<QSslConfiguration> tls; ///< without a value, what Qt does by itself
    QString problem; ///< why the CA file can't be used, with its name; empty when it can
};

/// The system's authorities and those of \a caFile (PEM), or the system's alone for an empty name.
/// Never fewer: a file that can't be used is a problem, not a reason to do without it. Blocks for
/// as long as the disk takes, and for the parsing of a few hundred certificates.
Trust loadTrust(const QString &caFile);

/// The same in a thread of the global pool.
QFuture<Trust> lookUpTrust(const QString &caFile);

} // namespace tallylight::aws
