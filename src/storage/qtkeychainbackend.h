// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/keychainbackend.h"

#include <memory>

class QObject;

namespace tallylight::storage {

/// The operating system's keychain through qtkeychain: libsecret or KWallet, macOS Keychain,
/// Windows Credential Manager. The unencrypted fallback that qtkeychain offers is always off.
///
/// qtkeychain works on one entry at a time for the whole process, so one unanswered prompt holds up
/// everything behind it. GLib's event loop must be in use on Linux (Qt's default), otherwise
/// libsecret never answers.
class QtKeychainBackend final : public KeychainBackend
{
public:
    /// \a service is the name the entries appear under in the keychain's own program.
    explicit QtKeychainBackend(const QString &service);
    ~QtKeychainBackend() override;

    void read(const QString &key, Callback done) override;
    void write(const QString &key, const Secret &data, Callback done) override;
    void remove(const QString &key, Callback done) override;
    bool hidesLockedEntries() const override;

private:
    QString m_service;
    std::unique_ptr<QObject> m_receiver; ///< late answers find it gone
};

} // namespace tallylight::storage
