// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/memorysecretstore.h"
#include "storage/secretstore.h"

#include <memory>

namespace tallylight::storage {

/// Another store with "keep for this run only" on top of it.
///
/// read() asks this run's secrets first, write() goes to the store beneath and ends the exception
/// once it has worked, remove() removes from both.
class SessionSecretStore final : public SecretStore
{
public:
    /// \a permanent must outlive this object.
    explicit SessionSecretStore(SecretStore &permanent);
    ~SessionSecretStore() override;

    void read(const QString &profileId, QObject *context, Callback done) override;
    void write(const QString &profileId, const Credentials &credentials, QObject *context,
               Callback done) override;
    void remove(const QString &profileId, QObject *context, Callback done) override;

    /// Keeps \a credentials in memory until the program ends; the store beneath stays as it is.
    void keepForThisRun(const QString &profileId, const Credentials &credentials);
    /// Removes what the store beneath has for the profile; this run's secrets stay. Happens even
    /// when \a context dies, only then nobody is told.
    void removeBeneath(const QString &profileId, QObject *context, Callback done);
    bool isForThisRunOnly(const QString &profileId) const { return m_session.contains(profileId); }

private:
    SecretStore &m_permanent;
    MemorySecretStore m_session;
    std::unique_ptr<QObject> m_self; ///< context of our own calls to the store beneath
};

} // namespace tallylight::storage
