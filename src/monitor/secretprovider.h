// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/profile.h"
#include "monitor/regionstatus.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

namespace tallylight::storage {
class SecretStore;
}

namespace tallylight::monitor {

/// A profile's credentials for its signer: read once from where the profile says they are, kept in
/// memory, read again after invalidate(). Calls that come while the keychain is still asking wait
/// for the one answer.
class SecretProvider : public QObject, public CredentialsProvider
{
    Q_OBJECT

public:
    /// \a secrets outlives the provider.
    SecretProvider(const Profile &profile, storage::SecretStore &secrets,
                   QObject *parent = nullptr);
    ~SecretProvider() override;

    void fetch(QObject *context, Callback done) override;
    void invalidate() override;

    /// Why the last read gave nothing; None while it is not known yet.
    SecretProblem problem() const { return m_problem; }
    const QString &problemDetail() const { return m_problemDetail; }
    bool isWaiting() const { return !m_waiting.isEmpty(); }
    /// Something that tells accounts apart until STS has named one; never shown or stored.
    QString ownerHint() const;

Q_SIGNALS:
    /// problem() or isWaiting() may have changed.
    void stateChanged();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Callback done;
    };

    void readKeychain();
    void readEnvironment();
    void settle(const std::optional<Credentials> &credentials, SecretProblem problem,
                const QString &detail);

    const QString m_profileId;
    const CredentialSource m_source;
    storage::SecretStore &m_secrets;
    std::optional<Credentials> m_credentials;
    SecretProblem m_problem = SecretProblem::None;
    QString m_problemDetail;
    QList<Waiting> m_waiting;
};

/// The credentials of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, if both keys
/// are set.
std::optional<Credentials> environmentCredentials();

} // namespace tallylight::monitor
