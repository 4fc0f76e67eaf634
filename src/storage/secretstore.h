// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace tallylight::storage {

/// Where a profile's access key id, secret access key and session token live, one entry per
/// profile.
///
/// Every call is asynchronous: \a done runs exactly once, on the calling thread, from the event
/// loop and never from inside the call; not at all when \a context (never null) or the store has
/// been destroyed by then.
class SecretStore
{
    Q_GADGET

public:
    enum class Outcome {
        Ok,
        NotFound, ///< nothing is kept for this profile
        Denied, ///< the user or the system said no
        Locked, ///< the keychain is there and was not unlocked
        NoBackend, ///< this computer has no keychain service running
        Timeout, ///< no answer in time, often a prompt nobody answers; a write may still happen
                 ///< later
        Failed, ///< anything else; backendMessage says what
    };
    Q_ENUM(Outcome)

    struct SecretResult
    {
        Outcome outcome = Outcome::Failed;
        QString backendMessage; ///< the keychain's own words, redacted; may be empty
        std::optional<Credentials> credentials; ///< set by a successful read only

        bool operator==(const SecretResult &) const = default;
        bool isOk() const { return outcome == Outcome::Ok; }
    };
    using Callback = std::function<void(const SecretResult &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &profileId, QObject *context, Callback done) = 0;
    /// Replaces what was kept for \a profileId.
    virtual void write(const QString &profileId, const Credentials &credentials, QObject *context,
                       Callback done)
        = 0;
    /// Ok also when nothing was kept; only Ok means that nothing is left.
    virtual void remove(const QString &profileId, QObject *context, Callback done) = 0;

protected:
    SecretStore() = default;
    SecretStore(const SecretStore &) = default;
    SecretStore &operator=(const SecretStore &) = default;
};

using SecretResult = SecretStore::SecretResult;

} // namespace tallylight::storage
