// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"
#include "core/clock.h"
#include "core/credentialplan.h"
#include "core/profile.h"

#include <functional>
#include <memory>
#include <optional>

namespace tallylight::storage {
class AwsFiles;
class SecretStore;
} // namespace tallylight::storage

namespace tallylight::monitor {

class CredentialSession;
class CredentialOrigin;

/// Everything credentials can come from; a value that is passed on. What it points to outlives
/// whatever is made with it.
struct CredentialAccess
{
    /// Makes the source for a role of IAM Identity Center; the profile says how to reach it.
    using SsoMaker = std::function<std::shared_ptr<CredentialOrigin>(const SsoSource &sso,
                                                                     const Profile &profile)>;

    /// The keychain alone; not explicit, because that is all many a caller has.
    CredentialAccess(storage::SecretStore &keychain)
        : secrets(&keychain)
    {
    }

    storage::SecretStore *secrets;
    storage::AwsFiles *files = nullptr; ///< null where there are none to be used
    SsoMaker sso; ///< null where nobody can sign in
    CallSink calls; ///< told of what is asked to get credentials or to try a profile; may be null
};

/// Where \a profile's credentials come from, roles included; its own role comes last and is always
/// narrowed to reading. \a typed keys take the place of stored ones. \a clock outlives it.
std::shared_ptr<CredentialOrigin>
makeCredentialOrigin(const Profile &profile, const CredentialAccess &access, const Clock &clock,
                     const std::optional<Credentials> &typed = std::nullopt);
/// The same, with somebody who looks after the credentials' life.
std::shared_ptr<CredentialSession>
makeCredentialSession(const Profile &profile, const CredentialAccess &access, const Clock &clock);

/// Says which profiles get the very same session of a role that is guarded by an MFA device, and
/// can therefore share one: those with the same key. Empty for a profile that shares with nobody:
/// no device, or keys of its own in the keychain.
QString sharedSessionKey(const Profile &profile, const CredentialAccess &access);

/// \a profile with what its AWS profile says about endpoints and certificates, where it doesn't say
/// anything itself.
Profile withSharedSettings(const Profile &profile, const CredentialAccess &access);

} // namespace tallylight::monitor
