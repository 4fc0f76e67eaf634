// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QObject>
#include <QString>

#include <functional>

namespace tallylight::storage {

/// Single named entries of an operating system's keychain, as it answers them: slowly, late, or
/// never. KeychainSecretStore makes a dependable store of it; tests script it.
class KeychainBackend
{
    Q_GADGET

public:
    enum class Error {
        None,
        NotFound,
        Denied,
        Locked,
        NoBackend,
        Other,
    };
    Q_ENUM(Error)

    struct Reply
    {
        Error error = Error::None;
        QString message; ///< not yet redacted
        Secret data; ///< of a successful read
    };
    using Callback = std::function<void(const Reply &)>;

    virtual ~KeychainBackend() = default;

    /// All three answer at most once, from the event loop, and never after the backend has been
    /// destroyed.
    virtual void read(const QString &key, Callback done) = 0;
    virtual void write(const QString &key, const Secret &data, Callback done) = 0;
    virtual void remove(const QString &key, Callback done) = 0;

    /// True where "not found" and "removed" may also mean "locked, and nobody unlocked it", so that
    /// it has to be found out by writing: libsecret leaves locked entries out silently when its
    /// prompt is dismissed.
    virtual bool hidesLockedEntries() const = 0;

protected:
    KeychainBackend() = default;
    KeychainBackend(const KeychainBackend &) = default;
    KeychainBackend &operator=(const KeychainBackend &) = default;
};

} // namespace tallylight::storage
