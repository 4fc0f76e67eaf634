// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "demo/apimessage.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::demo {

/// How far a request's time stamp may be off (aws-facts §4.4).
constexpr std::chrono::seconds kSignatureWindow = std::chrono::minutes(5);

/// What requests are checked against.
struct AuthContext
{
    Credentials credentials; ///< the key the request must be signed with
    bool expired = false; ///< that key has run out
    QString region;
    QDateTime utcNow; ///< the region's own idea of the time
};

/// Checks the signature of \a request the way AWS does: by making it again from the bytes that
/// arrived, with the very headers the client says it signed, and comparing in constant time.
/// Returns nothing when all is well, otherwise the refusal in \a call's vocabulary (aws-facts
/// §4.4).
std::optional<ApiFailure> refusalOf(const ApiRequest &request, const ApiCall &call,
                                    const AuthContext &context);

/// The access key id \a request says it is signed with; empty when it doesn't say.
QString accessKeyIdOf(const ApiRequest &request);

/// The refusal for a key whose time is up.
ApiFailure expiredFailure(Protocol protocol);

} // namespace tallylight::demo
