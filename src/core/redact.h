// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tallylight {

/// \a text with everything that looks like a credential replaced by "[redacted]": signatures and
/// credential scopes of Authorization headers, access key ids, session tokens, user:password@ in
/// URLs, "secret…=", "password…=" and "token…=" values. For log lines and error texts that quote a
/// server.
QString redact(const QString &text);

/// The same, and also every one of \a secrets found literally.
QString redact(const QString &text, const QStringList &secrets);

} // namespace tallylight
