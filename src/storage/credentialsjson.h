// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/secret.h"

#include <optional>

namespace tallylight::storage {

/// \a credentials as the text kept in a keychain entry: one line of JSON with accessKeyId,
/// secretAccessKey and, where set, sessionToken and expiresAt. Never written anywhere else.
Secret credentialsToJson(const Credentials &credentials);

/// Reads it back; nullopt when it is something else, incomplete, or of a newer version.
std::optional<Credentials> credentialsFromJson(const Secret &json);

} // namespace tallylight::storage
