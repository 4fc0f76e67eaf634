// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/credentialorigin.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tallylight::storage {
class SecretStore;
}

namespace tallylight::monitor {

/// A profile's keys in the keychain, or those kept for this run. Read anew at each fetch(); those
/// who come while the keychain is still asking wait for the one answer.
class SecretProvider final : public CredentialOrigin
{
public:
    /// \a secrets outlives the provider.
    SecretProvider(const QString &profileId, storage::SecretStore &secrets,
                   QObject *parent = nullptr);

    void fetch(QObject *context, Callback done) override;
    /// Keys with a session token end, and nothing here can renew them.
    QDateTime endsAt() const override { return m_endsAt; }

private:
    const QString m_profileId;
    storage::SecretStore &m_secrets;
    QDateTime m_endsAt;
    CredentialQueue m_waiting;
};

/// The credentials of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, if both keys
/// are set.
std::optional<Credentials> environmentCredentials();

} // namespace tallylight::monitor
