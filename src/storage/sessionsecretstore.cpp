// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sessionsecretstore.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace tallylight::storage {

SessionSecretStore::SessionSecretStore(SecretStore &permanent)
    : m_permanent(permanent)
    , m_self(std::make_unique<QObject>())
{
}

SessionSecretStore::~SessionSecretStore() = default;

void SessionSecretStore::read(const QString &profileId, QObject *context, Callback done)
{
    if (m_session.contains(profileId))
        m_session.read(profileId, context, std::move(done));
    else
        m_permanent.read(profileId, context, std::move(done));
}

void SessionSecretStore::write(const QString &profileId, const Credentials &credentials,
                               QObject *context, Callback done)
{
    // In our own name: the exception must end even when the dialog that asked is closed meanwhile.
    m_permanent.write(profileId, credentials, m_self.get(),
                      [this, profileId, caller = QPointer<QObject>(context),
                       done = std::move(done)](const SecretResult &result) {
                          if (result.isOk())
                              m_session.discard(profileId);
                          if (caller)
                              done(result);
                      });
}

void SessionSecretStore::remove(const QString &profileId, QObject *context, Callback done)
{
    m_session.discard(profileId);
    m_permanent.remove(profileId, context, std::move(done));
}

void SessionSecretStore::keepForThisRun(const QString &profileId, const Credentials &credentials)
{
    m_session.insert(profileId, credentials);
}

void SessionSecretStore::removeBeneath(const QString &profileId, QObject *context, Callback done)
{
    // In our own name: old keys must go even when the dialog that asked is closed meanwhile.
    m_permanent.remove(
        profileId, m_self.get(),
        [caller = QPointer<QObject>(context), done = std::move(done)](const SecretResult &result) {
            if (caller)
                done(result);
        });
}

} // namespace tallylight::storage
