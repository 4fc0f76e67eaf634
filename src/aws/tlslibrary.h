// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tallylight::aws {

/// The TLS library in use with its version: "openssl, OpenSSL 3.0.19 27 Jan 2026"; "none" without.
QString tlsLibrary();

} // namespace tallylight::aws
