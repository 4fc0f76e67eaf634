// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/keychainbackend.h"
#include "storage/secretstore.h"

#include <QElapsedTimer>

#include <chrono>
#include <memory>

class QObject;

namespace tallylight::storage {

/// Secrets in the operating system's keychain, and nowhere else.
///
/// One entry per profile, "tallylight/<profile id>" of service "Tallylight", holding all its
/// credentials as JSON: macOS and KWallet ask their user per entry, so an entry per key would mean
/// three prompts. Windows takes no more than 2,560 bytes an entry, which a session token can
/// exceed; only there the text is cut into numbered entries.
class KeychainSecretStore final : public SecretStore
{
public:
    struct Options
    {
        /// How long a call may take, prompts included; the answer that comes later is ignored.
        std::chrono::milliseconds timeout{30000};
        /// A keychain service may start after us at log-in: within retryWindow of this object's
        /// creation, a call that finds none is tried once more after retryDelay.
        std::chrono::milliseconds retryDelay{5000};
        std::chrono::milliseconds retryWindow{60000};
        /// The most bytes an entry may hold; 0 for no limit.
        int maxEntryBytes = kPlatformMaxEntryBytes;
    };
#ifdef Q_OS_WIN
    static constexpr int kPlatformMaxEntryBytes = 2048;
#else
    static constexpr int kPlatformMaxEntryBytes = 0;
#endif

    /// The real keychain.
    KeychainSecretStore();
    KeychainSecretStore(std::unique_ptr<KeychainBackend> backend, const Options &options);
    ~KeychainSecretStore() override;

    void read(const QString &profileId, QObject *context, Callback done) override;
    void write(const QString &profileId, const Credentials &credentials, QObject *context,
               Callback done) override;
    void remove(const QString &profileId, QObject *context, Callback done) override;

private:
    std::unique_ptr<KeychainBackend> m_backend;
    Options m_options;
    QElapsedTimer m_age;
    std::unique_ptr<QObject> m_requests; ///< parent of the calls under way
};

} // namespace tallylight::storage
