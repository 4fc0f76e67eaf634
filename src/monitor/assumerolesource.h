// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assumerole.h"
#include "core/clock.h"
#include "core/profile.h"
#include "core/secret.h"
#include "monitor/credentialorigin.h"

#include <QByteArray>
#include <QPointer>

#include <memory>
#include <optional>

namespace tallylight::aws {
class Connection;
}

namespace tallylight::monitor {

struct CredentialAccess;

/// The temporary credentials of a role that another source's credentials may assume (STS
/// AssumeRole, aws-facts §5.2).
///
/// Keeps what STS gave until it nearly ends or invalidate() refuses it, so that a role further on
/// in a chain can be renewed without renewing the whole chain, and without another MFA code.
class AssumeRoleSource final : public CredentialOrigin
{
public:
    /// \a profile says how STS is reached, \a access has the password of its proxy and is told of
    /// the calls. \a sessionPolicy narrows the session; empty for none. What \a access points to,
    /// and \a clock, outlive this.
    AssumeRoleSource(AssumeRole role, QByteArray sessionPolicy,
                     std::shared_ptr<CredentialOrigin> base, const Profile &profile,
                     const CredentialAccess &access, const Clock &clock, QObject *parent = nullptr);
    ~AssumeRoleSource() override;

    void fetch(QObject *context, Callback done) override;
    void invalidate(const Credentials &refused) override;
    QDateTime endsAt() const override;
    CredentialObstacle obstacle() const override { return m_base->obstacle(); }
    bool isSignedInFor() const override { return m_base->isSignedInFor(); }
    QString mfaDevice() const override;
    void giveMfaCode(const Secret &code) override;
    void forget() override;
    void reconnect() override;

private:
    bool hasGood() const;
    bool baseWantsCode() const;
    void ask();
    ApiError explained(const ApiError &error) const;

    const AssumeRole m_role;
    const QByteArray m_sessionPolicy;
    const std::shared_ptr<CredentialOrigin> m_base;
    const Clock &m_clock;
    std::unique_ptr<aws::Connection> m_sts;
    std::optional<Credentials> m_credentials;
    Secret m_code; ///< for the next call; each can be used once
    CredentialQueue m_waiting;
};

} // namespace tallylight::monitor
